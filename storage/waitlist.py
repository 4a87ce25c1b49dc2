"""The waitlist: who waits for what, in which order, and what is offered to whom."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Date, Row, Text, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.dayparts import Part
from domain.refusals import NotFound, OfferOver
from domain.services import Titles
from domain.spans import from_epoch, to_epoch
from domain.waitlist import Entry, Offer, Opened, State
from storage.connection import Connection
from storage.tables import WAITS
from storage.wakes import News

# A transaction that notifies makes others wait at its commit, so it does only if somebody waits.
TELL_OF_FREED = text(
    f"""
    SELECT pg_notify('{News.FREED}', '') WHERE EXISTS (
        SELECT FROM waitlist_entries
        WHERE {WAITS} AND (provider_id = :freed_provider OR provider_id IS NULL)
    )
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("freed_provider", type_=BigInteger))

_WISH = ("customer_id", "service_id", "provider_id", "first_date", "last_date", "part")
_JOIN = text(
    f"""
    INSERT INTO waitlist_entries ({", ".join(_WISH)}, zone, joined_at, state, refused)
    VALUES (
        :customer_id, :service_id, :provider_id, :first_date, :last_date, :part, :zone, :joined_at,
        'waiting', :refused
    )
    ON CONFLICT ({", ".join(_WISH)}) WHERE {WAITS} DO NOTHING
    """  # noqa: S608  # the names are ours
).bindparams(
    bindparam("provider_id", type_=BigInteger),
    bindparam("first_date", type_=Date),
    bindparam("last_date", type_=Date),
    bindparam("joined_at", type_=TIMESTAMP(timezone=True)),
    bindparam("refused", type_=JSONB),
)
_SAVE = text(
    """
    UPDATE waitlist_entries SET
        state = :state, booking_id = coalesce(:booking_id, booking_id),
        offered_until = :offered_until, refused = :refused
    WHERE id = :entry_id
    """
).bindparams(
    bindparam("booking_id", type_=BigInteger),
    bindparam("state", type_=Text),
    bindparam("offered_until", type_=TIMESTAMP(timezone=True)),
    bindparam("refused", type_=JSONB),
)
_ENTRIES = """
    SELECT
        entry.*, bookings.provider_id AS offered_provider_id, bookings.starts_at AS offered_start
    FROM waitlist_entries AS entry LEFT JOIN bookings ON bookings.id = entry.booking_id
"""
_LOCKED = "FOR UPDATE OF entry"
_OF_WISH = text(
    f"""
    {_ENTRIES}
    WHERE entry.customer_id = :customer_id AND entry.service_id = :service_id
        AND entry.provider_id IS NOT DISTINCT FROM :provider_id
        AND first_date = :first_date AND last_date = :last_date AND part = :part AND {WAITS}
    """
).bindparams(bindparam("provider_id", type_=BigInteger))
_LINE = text(
    f"""
    {_ENTRIES}
    WHERE entry.service_id = :of_service AND {WAITS}
    ORDER BY joined_at, entry.id
    {_LOCKED}
    """
)
_CUSTOMERS_OUT_OF_REACH = text(
    f"""
    SELECT people.id FROM waitlist_entries JOIN people ON people.id = customer_id
    WHERE service_id = :of_service AND {WAITS} AND NOT people.reachable
    """  # noqa: S608  # the condition is ours
)
_LOCK = text(f"{_ENTRIES} WHERE entry.id = :entry_id {_LOCKED}")
_LOCK_OFFERED = text(f"{_ENTRIES} WHERE entry.booking_id = :of_booking {_LOCKED}")
_BOOKING_OF = text("SELECT booking_id FROM waitlist_entries WHERE id = :entry_id")
_OF_CUSTOMER = text(
    f"""
    SELECT waits.*, services.title AS service_title, providers.name AS provider_name
    FROM ({_ENTRIES} WHERE entry.customer_id = :of_customer AND {WAITS}) AS waits
    JOIN services ON services.id = waits.service_id
    LEFT JOIN providers ON providers.id = waits.provider_id
    ORDER BY joined_at, waits.id
    """  # noqa: S608
)
_COUNT_OF_CUSTOMER = text(
    f"SELECT count(*) FROM waitlist_entries WHERE customer_id = :of_customer AND {WAITS}"  # noqa: S608
)
_WAITED_FOR = text(
    f"""
    SELECT service_id FROM waitlist_entries WHERE {WAITS}
    GROUP BY service_id ORDER BY min(joined_at), service_id
    """  # noqa: S608
)
_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended('waitlist', :of_service))")

# An entry with the title of its service, the name of its provider (none: any), its latest offer.
Named = tuple[Entry, Titles, str | None, int | None]


class Waitlist:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def join(self, entry: Entry) -> Entry:
        """Put it in line and give it its id; who waits for just this already keeps their place."""
        wish = {
            "customer_id": entry.customer_id,
            "service_id": entry.service_id,
            "provider_id": entry.provider_id,
            "first_date": entry.first,
            "last_date": entry.last,
            "part": entry.part,
        }
        await self._connection.write(
            _JOIN,
            **wish,
            zone=entry.zone.key,
            joined_at=entry.joined_at,
            refused=_stored(entry.refused),
        )
        return _entry((await self._connection.read(_OF_WISH, **wish)).one())

    async def save(self, entry: Entry, booking_id: int | None = None) -> None:
        """Keep what has become of it; `booking_id` is what it is offered now, if that is new."""
        await self._connection.write(
            _SAVE,
            entry_id=entry.id,
            state=entry.state,
            booking_id=booking_id,
            offered_until=entry.offer and entry.offer.until,
            refused=_stored(entry.refused),
        )

    async def lock(self, entry_id: int) -> Entry:
        """This entry, or raise NotFound; nobody else changes it before the transaction ends."""
        row = (await self._connection.read(_LOCK, entry_id=entry_id)).one_or_none()
        if row is None:
            raise NotFound
        return _entry(row)

    async def lock_offered(self, booking_id: int) -> Entry:
        """Whose latest offer this booking is; locked. Raises OfferOver if it is nobody's."""
        row = (await self._connection.read(_LOCK_OFFERED, of_booking=booking_id)).one_or_none()
        if row is None:
            raise OfferOver
        return _entry(row)

    async def booking_of(self, entry_id: int) -> int:
        """The id of what an entry was offered last; raises OfferOver if it never was."""
        booking_id: int | None = (
            await self._connection.read(_BOOKING_OF, entry_id=entry_id)
        ).scalar_one_or_none()
        if booking_id is None:
            raise OfferOver
        return booking_id

    async def of_customer(self, customer_id: int) -> list[Named]:
        """What somebody waits for, in the order in which they joined."""
        found = await self._connection.read(_OF_CUSTOMER, of_customer=customer_id)
        return [
            (_entry(row), Titles(row.service_title), row.provider_name, row.booking_id)
            for row in found
        ]

    async def count_of_customer(self, customer_id: int) -> int:
        """For how many things somebody waits."""
        found = await self._connection.read(_COUNT_OF_CUSTOMER, of_customer=customer_id)
        return int(found.scalar_one())

    async def waited_for(self) -> list[int]:
        """The ids of the services that somebody waits for, the one waited for longest first."""
        return [row.service_id for row in await self._connection.read(_WAITED_FOR)]

    async def out_of_reach(self, service_id: int) -> frozenset[int]:
        """The ids of those in line whom we cannot write to at present."""
        found = await self._connection.read(_CUSTOMERS_OUT_OF_REACH, of_service=service_id)
        return frozenset(found.scalars())

    async def alone(self, service_id: int) -> None:
        """Wait for others who offer times of this service; they wait until our transaction ends."""
        await self._connection.read(_ALONE, of_service=service_id)

    async def line(self, service_id: int) -> list[Entry]:
        """Everybody in line, who joined first first; locked."""
        return [_entry(row) for row in await self._connection.read(_LINE, of_service=service_id)]


def _entry(row: Row[Any]) -> Entry:
    state = State(row.state)
    first: date = row.first_date
    return Entry(
        row.id,
        row.customer_id,
        row.service_id,
        row.provider_id,
        first,
        row.last_date,
        Part(row.part),
        ZoneInfo(row.zone),
        row.joined_at,
        state,
        _offer(row, row.offered_until) if state is State.OFFERED else None,
        frozenset(
            _opened(provider_id, row.service_id, start) for provider_id, start in row.refused
        ),
    )


# A long line has seen the same slots over and over.
@lru_cache(maxsize=16_384)
def _opened(provider_id: int, service_id: int, start: int) -> Opened:
    return Opened(provider_id, service_id, from_epoch(start))


def _offer(row: Row[Any], until: datetime) -> Offer:
    return Offer(Opened(row.offered_provider_id, row.service_id, row.offered_start), until)


def _stored(slots: Iterable[Opened]) -> list[tuple[int, int]]:
    return sorted((each.provider_id, to_epoch(each.start)) for each in slots)
