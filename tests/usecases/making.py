"""People and offers for the tests of use cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.bookings import Booking
from domain.people import Person
from storage.store import Tx
from tests import build

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Scene:
    """A customer, and a provider that somebody answers for; a time in three days is free."""

    customer: Person
    keeper: Person
    offer: build.Offer
    opening: datetime

    @property
    def provider_id(self) -> int:
        return self.offer.provider.id

    @property
    def service_id(self) -> int:
        return self.offer.service.id


async def scene(tx: Tx, now: datetime, **service: object) -> Scene:
    customer = await build.person(tx, now, "Maya")
    keeper = await build.person(tx, now, "Ayu")
    offer = await build.offer(tx, now, **service)
    await tx.providers.claim(offer.provider.id, keeper.id)
    opening = (now + SOON).astimezone(offer.provider.zone).replace(hour=9, minute=0)
    return Scene(customer, keeper, offer, opening)


async def told(tx: Tx, booking: Booking) -> Sequence[tuple[str, str, str]]:
    """Kind, side and state of all that was written for a booking."""
    return sorted(
        (row.notice.kind, row.notice.side, row.state) for row in await tx.notices.ledger(booking.id)
    )
