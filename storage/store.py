"""The way to the database: transactions, and news of what becomes due."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from sqlalchemy.exc import DBAPIError

from storage.bookings import Bookings
from storage.busy import BusyFeeds
from storage.card_facts import AllCardFacts
from storage.catalogue import Catalogue
from storage.connection import Clash, Connection, StorageAway, StorageRefused, opened, translated
from storage.conversations import Conversations
from storage.details import Details
from storage.engine import engine_of
from storage.feeds import Feeds
from storage.followups import FollowUps
from storage.holidays import Holidays
from storage.hours import Timetables
from storage.invites import Invites
from storage.live_cards import LiveCards
from storage.migrations import at_head
from storage.notices import Notices
from storage.outcomes import Outcomes
from storage.own import OwnBookings
from storage.people import People
from storage.policies import Policies
from storage.providers import Providers
from storage.reviews import Reviews
from storage.room_conduct import RoomConduct
from storage.room_posts import RoomPosts
from storage.rooms import Rooms
from storage.schedules import Schedules
from storage.series import AllSeries
from storage.services_kept import KeptServices
from storage.updates import Updates
from storage.vault import Vault
from storage.waitlist import Waitlist
from storage.wakes import Wakes

__all__ = ["Clash", "StorageAway", "StorageRefused", "Store", "Tx"]

_SECONDS_TO_BE_READY = 2


class Tx:
    """A transaction: what is asked and written through it is so together or not at all."""

    def __init__(self, connection: Connection, vault: Vault | None = None) -> None:
        self._connection = connection
        self.updates = Updates(connection)
        self.conversations = Conversations(connection)
        self.people = People(connection)
        self.providers = Providers(connection)
        self.hours = Timetables(connection)
        self.holidays = Holidays(connection)
        self.policies = Policies(connection)
        self.schedules = Schedules(connection)
        self.bookings = Bookings(connection)
        self.own = OwnBookings(connection)
        self.cards = LiveCards(connection)
        self.card_facts = AllCardFacts(connection)
        self.outcomes = Outcomes(connection)
        self.notices = Notices(connection)
        self.invites = Invites(connection)
        self.catalogue = Catalogue(connection)
        self.services = KeptServices(connection)
        self.feeds = Feeds(connection)
        self.busy = BusyFeeds(connection)
        self.waitlist = Waitlist(connection)
        self.series = AllSeries(connection)
        self.reviews = Reviews(connection)
        self.follow_ups = FollowUps(connection)
        self.rooms = Rooms(connection)
        self.room_conduct = RoomConduct(connection)
        self.room_posts = RoomPosts(connection)
        self.details = Details(connection, vault)

    def attempt(self) -> AbstractAsyncContextManager[None]:
        """What is written inside is undone if an exception leaves; the transaction goes on."""
        return self._connection.attempt()


class Store:
    """A database of ours, for any number of tasks at once; raises ValueError for a bad address.

    Everything raises StorageAway while the database cannot be reached, and works again afterwards;
    Clash means that the transaction was undone and may be tried again. Without a `vault` nothing
    can be sealed.
    """

    def __init__(self, url: str, pool_size: int = 20, vault: Vault | None = None) -> None:
        self._url = url
        self._vault = vault
        self._engine = engine_of(url, pool_size)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """Commits when the block ends, undoes everything when an exception leaves it."""
        async with opened(self._engine) as inner:
            yield Tx(Connection(inner), self._vault)
            with translated():
                await inner.commit()

    async def ready(self) -> bool:
        """Whether the database answers and has this version's shape; known within two seconds."""
        try:
            async with asyncio.timeout(_SECONDS_TO_BE_READY), opened(self._engine) as inner:
                return await at_head(inner)
        except (DBAPIError, OSError, StorageAway):  # a time-out is an OSError too
            return False

    def wakes(self) -> Wakes:
        """News of what there is to do; to be entered before it is waited for."""
        return Wakes(self._url)

    async def close(self) -> None:
        await self._engine.dispose()
