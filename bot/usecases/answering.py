"""A series that is asked for: its provider answers all of it at once, and all is told at once."""

from datetime import datetime

from bot.usecases import keeping
from bot.usecases.keeping import Card
from domain.bookings import Booking, Status
from domain.notices import ONCE_FOR_ALL, Notice, Side
from domain.people import Person
from domain.refusals import WrongStatus
from storage.store import Tx


def requested(seen: Card, now: datetime) -> list[Booking]:
    """What its provider has yet to answer of the booking's series, by start."""
    if seen.series is None:
        return []
    return [each for each in seen.series.bookings if _waits(each, now)]


async def requests(tx: Tx, keeper: Person, booking_id: int, now: datetime) -> Card:
    """The provider's card of a booking whose series waits for an answer.

    Raises NotFound if it is not theirs, WrongStatus if nothing of it waits any more.
    """
    seen = await keeping.card(tx, keeper, booking_id, Side.PROVIDER)
    if not requested(seen, now):
        raise WrongStatus(seen.booking.status)
    return seen


async def accept_all(tx: Tx, keeper: Person, booking_id: int, now: datetime) -> tuple[Card, int]:
    """Confirm all that is asked for in a series; the card, and how many it were.

    Refused as `requests` is.
    """
    waiting = await _locked(tx, keeper, booking_id, now)
    for each in waiting:
        await keeping.accept(tx, keeper, each.id, now)
    return await keeping.card(tx, keeper, booking_id, Side.PROVIDER), len(waiting)


async def decline_all(
    tx: Tx, keeper: Person, booking_id: int, reason: str, now: datetime
) -> tuple[Card, int]:
    """Decline all that is asked for in a series; as `accept_all`."""
    waiting = await _locked(tx, keeper, booking_id, now)
    for each in waiting:
        await keeping.decline(tx, keeper, each.id, reason, now)
    return await keeping.card(tx, keeper, booking_id, Side.PROVIDER), len(waiting)


async def speaks(tx: Tx, notice: Notice) -> bool:
    """Whether this notice is sent, and not that of another booking of its series in its place."""
    if notice.kind not in ONCE_FOR_ALL:
        return True
    return await tx.notices.speaker(notice) == notice.booking_id


async def _locked(tx: Tx, keeper: Person, booking_id: int, now: datetime) -> list[Booking]:
    """What waits for an answer; locked in one order, so that nobody waits for each other."""
    locked = await tx.series.lock_requests(booking_id)
    await requests(tx, keeper, booking_id, now)
    return [each for each in locked if _waits(each, now)]


def _waits(booking: Booking, now: datetime) -> bool:
    return booking.status is Status.PENDING and booking.start > now
