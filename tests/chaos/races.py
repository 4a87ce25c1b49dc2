"""What two people may want of one booking at the same instant, and how that may end."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.usecases import booking as booking_usecases, keeping, moving, series, suggesting
from bot.views import taps
from bot.views.buttons import Button
from bot.views.taps import CancelReason, MoveReason
from domain.bookings import Booking, Status
from domain.notices import Side
from domain.people import Person
from domain.series import Every
from storage.store import Tx
from tests.chaos.stages import Stage

HOUR = timedelta(hours=1)
FORMER, LATTER = "former", "latter"
MOVED = "Moved. The earlier time is free again."
ASKED = "Asked. Your present time stays until there is an answer."
TOLD = "Maya is being told."
OFF = "Cancelled"
TOO_LATE = "That is no longer possible: ❌ Cancelled."
FASTER = "Somebody was a moment faster"
CLOSED = "This time is not offered any more. These times nearby are free:"
NOT_ASKED = "This other time is no longer asked for."
ANOTHER_TIME = "This request is for another time now"
CHECK = "Please check"

After: TypeAlias = Mapping[int, Booking]


@dataclass(frozen=True, slots=True)
class Tap:
    person: Person
    button: Button


@dataclass(frozen=True, slots=True)
class Ending:
    """Which of the two was first, and what must have been said to each of them at once."""

    first: str
    one_hears: str
    other_hears: str


@dataclass(frozen=True, slots=True)
class Race:
    """Both tap at the same instant. `ended` tells who was first from the bookings as they are then,
    by id; it raises AssertionError for what must not come of it.
    """

    stage: Stage
    one: Tap
    other: Tap
    bookings: tuple[Booking, ...]
    ended: Callable[[After], Ending]
    then: tuple[Person, ...] = field(default=())  # who checks out what they hold afterwards


Prepare: TypeAlias = Callable[[Tx, Stage, datetime], Awaitable[Race]]


async def customer_moves_and_provider_cancels(tx: Tx, stage: Stage, now: datetime) -> Race:
    booking = await stage.book(tx, stage.customer, stage.cut, stage.present, now)
    one = Tap(stage.customer, _move(booking, Side.CUSTOMER, stage.other))
    return _called_off(stage, booking, one, Tap(stage.keeper, _cancel(booking, Side.PROVIDER)))


async def provider_moves_and_customer_cancels(tx: Tx, stage: Stage, now: datetime) -> Race:
    booking = await stage.book(tx, stage.customer, stage.cut, stage.present, now)
    one = Tap(stage.keeper, _move(booking, Side.PROVIDER, stage.other))
    return _called_off(
        stage, booking, one, Tap(stage.customer, _cancel(booking, Side.CUSTOMER)), TOLD
    )


async def customer_moves_and_provider_confirms(tx: Tx, stage: Stage, now: datetime) -> Race:
    request = await stage.book(tx, stage.customer, stage.colour, stage.present, now)

    def ended(after: After) -> Ending:
        booking = after[request.id]
        kept = [each for each in after.values() if each.moves_id == booking.id]
        if booking.start == stage.other:
            assert booking.status is Status.PENDING
            assert not [each for each in kept if each.status is Status.HELD]
            return Ending(FORMER, MOVED, ANOTHER_TIME)
        assert (booking.status, booking.start) == (Status.CONFIRMED, stage.present)
        assert [each.start for each in kept if each.status is Status.HELD] == [stage.other]
        return Ending(LATTER, ASKED, TOLD)

    one = Tap(stage.customer, _move(request, Side.CUSTOMER, stage.other))
    return Race(
        stage, one, Tap(stage.keeper, taps.Accept(request.id, request.start)), (request,), ended
    )


async def both_sides_move(tx: Tx, stage: Stage, now: datetime) -> Race:
    booking = await stage.book(tx, stage.customer, stage.cut, stage.present, now)
    later = stage.other + HOUR

    def ended(after: After) -> Ending:
        assert after[booking.id].status is Status.CONFIRMED
        assert after[booking.id].start in {stage.other, later}
        assert after[booking.id].version == booking.version + 2
        first = FORMER if after[booking.id].start == later else LATTER
        return Ending(first, MOVED, TOLD)

    one = Tap(stage.customer, _move(booking, Side.CUSTOMER, stage.other))
    other = Tap(stage.keeper, _move(booking, Side.PROVIDER, later))
    return Race(stage, one, other, (booking,), ended)


async def provider_agrees_to_a_move_and_customer_cancels(
    tx: Tx, stage: Stage, now: datetime
) -> Race:
    booking = await stage.book(tx, stage.customer, stage.colour, stage.present, now)
    await keeping.accept(tx, stage.keeper, booking.id, now)
    asked = (stage.customer, booking.id, Side.CUSTOMER, stage.other, "")
    seen = await moving.move(tx, *asked, now)
    assert seen.proposal

    def ended(after: After) -> Ending:
        assert after[booking.id].status is Status.CANCELLED
        if after[booking.id].start == stage.other:
            return Ending(FORMER, TOLD, OFF)
        return Ending(LATTER, NOT_ASKED, OFF)

    one = Tap(stage.keeper, taps.AcceptMove(seen.proposal.id))
    other = Tap(stage.customer, _cancel(booking, Side.CUSTOMER))
    return Race(stage, one, other, (seen.booking,), ended)


async def customer_moves_and_somebody_books_that_time(tx: Tx, stage: Stage, now: datetime) -> Race:
    booking = await stage.book(tx, stage.customer, stage.cut, stage.present, now)
    before = await stage.book(tx, stage.rival, stage.cut, stage.present - HOUR, now)

    def ended(after: After) -> Ending:
        assert after[booking.id].status is Status.CONFIRMED
        if after[booking.id].start == stage.other:
            assert _others(after, booking, before) == []
            return Ending(FORMER, MOVED, FASTER)
        assert after[booking.id].start == stage.present
        assert _others(after, booking, before) == [stage.other]
        return Ending(LATTER, FASTER, CHECK)

    one = Tap(stage.customer, _move(booking, Side.CUSTOMER, stage.other))
    other = Tap(stage.rival, taps.AgainAt(before.id, stage.other))
    return Race(stage, one, other, (booking, before), ended, then=(stage.rival,))


async def customer_moves_and_provider_takes_time_off(tx: Tx, stage: Stage, now: datetime) -> Race:
    booking = await stage.book(tx, stage.customer, stage.cut, stage.present, now)

    def ended(after: After) -> Ending:
        assert after[booking.id].status is Status.CONFIRMED
        if after[booking.id].start == stage.other:
            return Ending(FORMER, MOVED, "lies in this time")
        assert after[booking.id].start == stage.present
        return Ending(LATTER, CLOSED, "Closed:")

    one = Tap(stage.customer, _move(booking, Side.CUSTOMER, stage.other))
    return Race(stage, one, Tap(stage.keeper, _afternoon_off(stage)), (booking,), ended)


async def customer_checks_out_and_provider_takes_time_off(
    tx: Tx, stage: Stage, now: datetime
) -> Race:
    ids = stage.provider.id, stage.cut.id
    held = await booking_usecases.hold(tx, stage.customer, *ids, stage.other, now)

    def ended(after: After) -> Ending:
        if after[held.id].status is Status.EXPIRED:
            assert _others(after, held) == []
            return Ending(LATTER, CLOSED, "Closed:")
        assert after[held.id].status is Status.CONFIRMED
        return Ending(FORMER, "Your booking is confirmed", "lies in this time")

    one = Tap(stage.customer, taps.Confirm(held.id))
    return Race(stage, one, Tap(stage.keeper, _afternoon_off(stage)), (), ended)


async def provider_confirms_and_customer_cancels(tx: Tx, stage: Stage, now: datetime) -> Race:
    request = await stage.book(tx, stage.customer, stage.colour, stage.present, now)

    def ended(after: After) -> Ending:
        booking = after[request.id]
        assert booking.status is Status.CANCELLED
        if booking.version == request.version + 2:
            return Ending(FORMER, TOLD, OFF)
        return Ending(LATTER, TOO_LATE, OFF)

    other = Tap(stage.customer, _cancel(request, Side.CUSTOMER))
    return Race(
        stage, Tap(stage.keeper, taps.Accept(request.id, request.start)), other, (request,), ended
    )


async def customer_takes_what_was_suggested_and_somebody_books_it(
    tx: Tx, stage: Stage, now: datetime
) -> Race:
    request = await stage.book(tx, stage.customer, stage.colour, stage.present, now)
    await suggesting.suggest(tx, stage.keeper, request.id, request.start, [stage.other], now)
    declined = await tx.bookings.get(request.id)
    before = await stage.book(tx, stage.rival, stage.cut, stage.present - HOUR, now)

    def ended(after: After) -> Ending:
        assert after[declined.id].status is Status.DECLINED
        assert _others(after, declined, before) == [stage.other]
        (taken,) = [
            each for each in after.values() if each.start == stage.other and each.status.is_live
        ]
        if taken.customer_id == stage.customer.id:
            return Ending(FORMER, "Booked", FASTER)
        return Ending(LATTER, FASTER, CHECK)

    one = Tap(stage.customer, taps.TakeSuggested(declined.id, stage.other))
    other = Tap(stage.rival, taps.AgainAt(before.id, stage.other))
    return Race(stage, one, other, (declined, before), ended, then=(stage.rival,))


async def customer_calls_off_a_series_and_provider_moves_one_of_it(
    tx: Tx, stage: Stage, now: datetime
) -> Race:
    first = await stage.book(tx, stage.customer, stage.cut, stage.present, now)
    weeks = [stage.present + timedelta(days=7 * n) for n in (1, 2)]
    made = [first, *await series.book(tx, stage.customer, first.id, Every.WEEK, weeks, now)]
    second = made[1]

    def ended(after: After) -> Ending:
        assert {after[each.id].status for each in made} == {Status.CANCELLED}
        all_off = "3 bookings are cancelled."
        if after[second.id].start == weeks[0] + 4 * HOUR:
            return Ending(LATTER, all_off, TOLD)
        return Ending(FORMER, all_off, TOO_LATE)

    other = Tap(stage.keeper, _move(second, Side.PROVIDER, weeks[0] + 4 * HOUR))
    one = Tap(stage.customer, taps.CancelFollowing(first.id, Side.CUSTOMER))
    return Race(stage, one, other, tuple(made), ended)


PAIRS: tuple[Prepare, ...] = (
    customer_moves_and_provider_cancels,
    provider_moves_and_customer_cancels,
    customer_moves_and_provider_confirms,
    both_sides_move,
    provider_agrees_to_a_move_and_customer_cancels,
    customer_moves_and_somebody_books_that_time,
    customer_moves_and_provider_takes_time_off,
    customer_checks_out_and_provider_takes_time_off,
    provider_confirms_and_customer_cancels,
    customer_takes_what_was_suggested_and_somebody_books_it,
    customer_calls_off_a_series_and_provider_moves_one_of_it,
)


def _called_off(stage: Stage, booking: Booking, one: Tap, other: Tap, moved: str = MOVED) -> Race:
    """Cancelled in the end, whether it was moved before or not."""

    def ended(after: After) -> Ending:
        assert after[booking.id].status is Status.CANCELLED
        if after[booking.id].start == stage.other:
            return Ending(FORMER, moved, OFF)
        assert after[booking.id].start == stage.present
        return Ending(LATTER, TOO_LATE, OFF)

    return Race(stage, one, other, (booking,), ended)


def _others(after: After, *known: Booking) -> list[datetime]:
    """When those begin that were made meanwhile and are on."""
    ids = {each.id for each in known}
    return [each.start for each in after.values() if each.id not in ids and each.status.is_live]


def _afternoon_off(stage: Stage) -> Button:
    on, noon = stage.present.date(), 12 * 60
    return taps.OffPlan(stage.provider.id, taps.Plan.OFF, on, on, noon, 17 * 60)


def _move(booking: Booking, side: Side, start: datetime) -> Button:
    return taps.MoveFor(booking.id, side, start, MoveReason.NONE)


def _cancel(booking: Booking, side: Side) -> Button:
    return taps.CancelFor(booking.id, side, CancelReason.NONE)
