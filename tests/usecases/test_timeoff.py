"""Time off against those who book at the same moment: it is asked about, or it cannot be had."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

import pytest

from bot.usecases import booking as booking_usecases, holidays, moving, services, timeoff
from domain.bookings import Status
from domain.clashes import Fate
from domain.hours import Closure, WeeklyWindow, Window
from domain.notices import Side
from domain.refusals import HoldLost, OutsideHours, WrongStatus
from storage.store import Store, Tx
from tests import build
from tests.build import JAKARTA
from tests.usecases.making import Scene, scene

HOUR = timedelta(hours=1)
CHRISTMAS = datetime(2026, 12, 25, 10, tzinfo=JAKARTA)
_SOON = 0.2  # seconds after which somebody who has not finished is waiting

Deed = Callable[[Tx], Awaitable[object]]


def afternoon(on: date) -> Closure:
    return Closure(on, on, 12 * 60, 17 * 60)


async def closes_the_afternoon(tx: Tx, here: Scene, now: datetime) -> list[timeoff.Entry]:
    """As the tap does: what is in the way is asked about, and nothing is said then."""
    said = afternoon(here.opening.date())
    found = await timeoff.in_the_way(tx, here.keeper, here.provider_id, said, now)
    if not found:
        await timeoff.say(tx, here.provider_id, said, now)
    return found


async def offers_it_in_the_morning(tx: Tx, here: Scene, now: datetime) -> int:
    mornings = tuple(WeeklyWindow(weekday, Window(9 * 60, 12 * 60)) for weekday in range(7))
    return await services.set_hours(
        tx, here.keeper, here.provider_id, here.service_id, mornings, now
    )


async def with_admin(tx: Tx, now: datetime) -> tuple[Scene, int]:
    """The keeper may close the whole organization, whose id this is."""
    here = await scene(tx, now)
    await tx.people.make_owner(here.keeper.id)
    mine = await holidays.administered(tx, here.keeper)
    return here, max(each.id for each in mine)


async def while_it_waits(store: Store, first: Deed, second: Deed) -> asyncio.Task[object]:
    """The second begins when the first has done all but commit; it has to wait for that."""

    async def begin() -> object:
        async with store.transaction() as tx:
            return await second(tx)

    async with store.transaction() as tx:
        await first(tx)
        task = asyncio.create_task(begin())
        done, _ = await asyncio.wait([task], timeout=_SOON)
        assert not done
    return task


async def test_who_moves_a_booking_into_time_that_is_being_closed_is_refused(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        booking = await build.booking(tx, here.offer, here.customer, here.opening, now)

    moved = await while_it_waits(
        store,
        lambda tx: closes_the_afternoon(tx, here, now),
        lambda tx: moving.move(
            tx, here.customer, booking.id, Side.CUSTOMER, here.opening + 5 * HOUR, "", now
        ),
    )

    with pytest.raises(OutsideHours):
        await moved


async def test_who_books_in_time_that_is_being_closed_is_refused(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
    ids = here.provider_id, here.service_id

    held = await while_it_waits(
        store,
        lambda tx: closes_the_afternoon(tx, here, now),
        lambda tx: booking_usecases.hold(tx, here.customer, *ids, here.opening + 5 * HOUR, now),
    )

    with pytest.raises(OutsideHours):
        await held


async def test_time_off_waits_for_a_move_and_asks_about_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        booking = await build.booking(tx, here.offer, here.customer, here.opening, now)

    asked = await while_it_waits(
        store,
        lambda tx: moving.move(
            tx, here.customer, booking.id, Side.CUSTOMER, here.opening + 5 * HOUR, "", now
        ),
        lambda tx: closes_the_afternoon(tx, here, now),
    )

    found = await asked
    assert isinstance(found, list)
    assert [each.id for each, _ in found] == [booking.id]


async def test_time_off_waits_for_a_check_out_and_asks_about_it(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        start = here.opening + 5 * HOUR
        held = await build.hold(tx, here.offer, here.customer, start, now)

    asked = await while_it_waits(
        store,
        lambda tx: booking_usecases.confirm(tx, here.customer, held.id, "", now),
        lambda tx: closes_the_afternoon(tx, here, now),
    )

    found = await asked
    assert isinstance(found, list)
    assert [each.id for each, _ in found] == [held.id]


async def test_what_is_only_held_in_time_that_is_closed_is_lost(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await build.hold(tx, here.offer, here.customer, here.opening + 5 * HOUR, now)
        other = await build.person(tx, now)
        morning = await build.hold(tx, here.offer, other, here.opening, now)

        assert await closes_the_afternoon(tx, here, now) == []

        assert (await tx.bookings.get(held.id)).status is Status.EXPIRED
        assert (await tx.bookings.get(morning.id)).status is Status.HELD
        with pytest.raises((HoldLost, OutsideHours)):
            await booking_usecases.confirm(tx, here.customer, held.id, "", now)


async def test_what_ran_out_is_lost_even_before_anybody_looked_after_it(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await build.hold(tx, here.offer, here.customer, here.opening + 5 * HOUR, now)
        assert held.hold_until is not None
        later = held.hold_until

        assert await closes_the_afternoon(tx, here, later) == []

        with pytest.raises((HoldLost, OutsideHours)):
            await booking_usecases.confirm(tx, here.customer, held.id, "", later)


async def test_closing_and_moving_take_turns_without_a_deadlock(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        booking = await build.booking(tx, here.offer, here.customer, here.opening + 5 * HOUR, now)

    async def closes_and_cancels(tx: Tx) -> None:
        entries = await closes_the_afternoon(tx, here, now)
        fates = {booking.id: Fate.CANCEL}
        moving_meanwhile = asyncio.create_task(moves())
        tasks.append(moving_meanwhile)
        await asyncio.wait([moving_meanwhile], timeout=_SOON)
        await timeoff.settle(tx, here.keeper, entries, fates, str, now)

    async def moves() -> object:
        async with store.transaction() as tx:
            morning = here.opening
            return await moving.move(tx, here.customer, booking.id, Side.CUSTOMER, morning, "", now)

    tasks: list[asyncio.Task[object]] = []
    async with store.transaction() as tx:
        await closes_and_cancels(tx)

    with pytest.raises(WrongStatus):
        await tasks[0]


async def test_who_books_while_a_service_gets_hours_of_its_own_is_refused(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        provider, service = await tx.providers.offer(here.provider_id, here.service_id)

    held = await while_it_waits(
        store,
        lambda tx: offers_it_in_the_morning(tx, here, now),
        lambda tx: booking_usecases.hold_with(
            tx, here.customer, provider, service, here.opening + 5 * HOUR, now
        ),
    )

    with pytest.raises(OutsideHours):
        await held


async def test_what_is_only_held_outside_a_service_s_own_hours_is_lost(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        other = await build.person(tx, now)
        held = await build.hold(tx, here.offer, here.customer, here.opening + 5 * HOUR, now)
        morning = await build.hold(tx, here.offer, other, here.opening, now)

        assert await offers_it_in_the_morning(tx, here, now) == 0

        assert (await tx.bookings.get(held.id)).status is Status.EXPIRED
        assert (await tx.bookings.get(morning.id)).status is Status.HELD


async def test_who_books_while_the_house_closes_for_a_holiday_is_refused(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, organization_id = await with_admin(tx, now)

    held = await while_it_waits(
        store,
        lambda tx: holidays.choose_all(tx, here.keeper, organization_id, "ID", now),
        lambda tx: booking_usecases.hold(
            tx, here.customer, here.provider_id, here.service_id, CHRISTMAS, now
        ),
    )

    with pytest.raises(OutsideHours):
        await held


async def test_what_is_only_held_on_a_holiday_is_lost(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, organization_id = await with_admin(tx, now)
        other = await build.person(tx, now)
        held = await build.hold(tx, here.offer, here.customer, CHRISTMAS, now)
        before = await build.hold(tx, here.offer, other, here.opening, now)

        assert await holidays.choose_all(tx, here.keeper, organization_id, "ID", now) == 0

        assert (await tx.bookings.get(held.id)).status is Status.EXPIRED
        assert (await tx.bookings.get(before.id)).status is Status.HELD
