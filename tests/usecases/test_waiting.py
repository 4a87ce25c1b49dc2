"""Standing in line for a time: what is offered to whom, and what becomes of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.usecases import booking, keeping, waiting
from bot.usecases.dealing import deal
from bot.usecases.lapses import lapse_holds
from bot.usecases.seeking import at_once, seek
from domain.bookings import Booking, Status
from domain.dayparts import Part
from domain.hours import WeeklyWindow, Window
from domain.notices import Side
from domain.people import Person
from domain.refusals import DatesOver, NotFound, NotWaiting, OfferOver, TooManyWaits
from domain.waitlist import OFFER
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import told

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LESSON = replace(build.RULES, duration=HOUR, interval=HOUR)


@dataclass(frozen=True, slots=True)
class Scene:
    """A tutor with one lesson a day, from 9 to 10, and those who want it; tomorrow's is taken."""

    offer: build.Offer
    people: Sequence[Person]
    taken: Booking

    @property
    def service_id(self) -> int:
        return self.offer.service.id


async def scene(tx: Tx, now: datetime, people: int = 3, capacity: int = 1) -> Scene:
    offer = await build.offer(tx, now, rules=replace(LESSON, capacity=capacity))
    await open_until(tx, offer, 10)
    crowd = [await build.person(tx, now) for _ in range(people)]
    return Scene(offer, crowd, await taken(tx, offer, await build.person(tx, now), now))


async def open_until(tx: Tx, offer: build.Offer, hour: int) -> None:
    week = tuple(WeeklyWindow(day, Window(540, 60 * hour)) for day in range(7))
    await tx.hours.set_weekly(offer.provider.id, week)


async def taken(
    tx: Tx, offer: build.Offer, customer: Person, now: datetime, days: int = 1
) -> Booking:
    return await build.booking(tx, offer, customer, lesson(now, days), now)


def lesson(now: datetime, days: int = 1) -> datetime:
    return (now + days * DAY).astimezone(build.JAKARTA).replace(hour=9, minute=0)


async def join(tx: Tx, here: Scene, person: Person, now: datetime, days: int = 1) -> int:
    """Wait for the lessons from tomorrow on, for so many days."""
    sought = await seek(tx, person, here.offer.provider.id, here.service_id)
    first = lesson(now).date()
    last = first + (days - 1) * DAY
    return (await waiting.join(tx, person, sought, first, last, Part.ALL, now)).waiting.entry.id


async def all_join(tx: Tx, here: Scene, now: datetime, days: int = 1) -> None:
    for at, person in enumerate(here.people):
        await join(tx, here, person, now + timedelta(seconds=at), days)


async def free(tx: Tx, booked: Booking, now: datetime) -> None:
    customer = await tx.people.get(booked.customer_id)
    await keeping.cancel(tx, customer, booked.id, Side.CUSTOMER, "", now)


async def offers(tx: Tx, here: Scene, now: datetime) -> dict[int, Booking]:
    """What is offered at present, by the place of the person in the scene."""
    found: dict[int, Booking] = {}
    for at, person in enumerate(here.people):
        for each in await waiting.mine(tx, person, now):
            if each.entry.offer and each.booking_id:
                found[at] = await tx.bookings.get(each.booking_id)
    return found


async def first_offer(tx: Tx, here: Scene, now: datetime) -> Booking:
    """All join, tomorrow's lesson becomes free, and is offered."""
    await all_join(tx, here, now)
    await free(tx, here.taken, now)
    await deal(tx, here.service_id, now)
    return (await offers(tx, here, now))[0]


async def test_what_becomes_free_is_kept_for_the_first_in_line(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await all_join(tx, here, now)
        assert await deal(tx, here.service_id, now) == 0

        await free(tx, here.taken, now)
        assert await deal(tx, here.service_id, now) == 1

        (held,) = (await offers(tx, here, now)).values()
        assert held.customer_id == here.people[0].id
        assert (held.status, held.start) == (Status.HELD, lesson(now))
        assert held.hold_until == now + OFFER
        assert await told(tx, held) == [("offer", "customer", "pending")]


async def test_two_times_at_once_go_to_two_people(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        second = await taken(tx, here.offer, await build.person(tx, now), now, days=2)
        await join(tx, here, here.people[0], now, days=2)
        await join(tx, here, here.people[0], now, days=1)
        await join(tx, here, here.people[1], now + timedelta(minutes=1), days=2)
        for each in (here.taken, second):
            await free(tx, each, now)

        await deal(tx, here.service_id, now)

        found = await offers(tx, here, now)
        assert {at: each.start for at, each in found.items()} == {0: lesson(now), 1: second.start}


async def test_of_times_that_overlap_the_next_in_line_is_offered_another(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, rules=replace(LESSON, interval=HOUR / 2))
        crowd = [await build.person(tx, now) for _ in range(3)]
        here = Scene(offer, crowd, await taken(tx, offer, await build.person(tx, now), now))
        await tx.hours.set_weekly(offer.provider.id, ())
        await all_join(tx, here, now)
        await free(tx, here.taken, now)
        await open_until(tx, offer, 11)

        await deal(tx, here.service_id, now)

        found = await offers(tx, here, now)
        assert {at: each.start - lesson(now) for at, each in found.items()} == {
            0: timedelta(0),
            1: HOUR,
        }


async def test_who_takes_it_has_a_booking_and_waits_no_longer(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)

        booked = await waiting.take(tx, here.people[0], held.id, now)

        assert booked.status is Status.CONFIRMED
        assert await waiting.mine(tx, here.people[0], now) == ()
        with pytest.raises(NotWaiting):
            await waiting.take(tx, here.people[0], held.id, now)


async def test_what_is_turned_down_goes_to_the_next(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await all_join(tx, here, now)
        await free(tx, here.taken, now)
        for at in range(3):
            await deal(tx, here.service_id, now)
            (place,) = await offers(tx, here, now)
            assert place == at
            held = (await offers(tx, here, now))[at]
            await waiting.turn_down(tx, here.people[at], held.id, now)

        assert await deal(tx, here.service_id, now) == 0
        assert len(await waiting.mine(tx, here.people[0], now)) == 1


async def test_what_is_let_lapse_goes_to_the_next(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)
        late = now + OFFER
        await lapse_holds(tx, late)

        await deal(tx, here.service_id, late)

        assert list(await offers(tx, here, late)) == [1]
        with pytest.raises(OfferOver):
            await waiting.take(tx, here.people[0], held.id, late)


async def test_who_leaves_gives_what_was_offered_to_the_next(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        entry_id = await join(tx, here, here.people[0], now)
        await join(tx, here, here.people[1], now)
        await free(tx, here.taken, now)
        await deal(tx, here.service_id, now)

        await waiting.leave(tx, here.people[0], entry_id, now)

        await deal(tx, here.service_id, now)
        assert list(await offers(tx, here, now)) == [1]
        with pytest.raises(NotWaiting):
            await waiting.leave(tx, here.people[0], entry_id, now)


async def let_lapse(tx: Tx, _: Person, held: Booking, now: datetime) -> None:
    await lapse_holds(tx, now + OFFER)


async def take(tx: Tx, person: Person, held: Booking, now: datetime) -> None:
    await waiting.take(tx, person, held.id, now)


async def turn_down(tx: Tx, person: Person, held: Booking, now: datetime) -> None:
    await waiting.turn_down(tx, person, held.id, now)


async def leave(tx: Tx, person: Person, held: Booking, now: datetime) -> None:
    await waiting.leave_offered(tx, person, held.id, now)


@pytest.mark.parametrize("end", [take, turn_down, leave, let_lapse])
async def test_of_an_offer_that_is_over_nobody_is_told(
    store: Store, now: datetime, end: Callable[[Tx, Person, Booking, datetime], Awaitable[None]]
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)

        await end(tx, here.people[0], held, now)

        assert ("offer", "customer", "cancelled") in await told(tx, held)


async def test_of_an_offer_whose_time_somebody_else_has_taken_nobody_is_told(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)

        await booking.hold(
            tx, here.people[1], held.provider_id, held.service_id, held.start, now + OFFER
        )

        assert await told(tx, held) == [("offer", "customer", "cancelled")]


async def test_a_seat_in_a_group_goes_to_who_waits_for_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now, capacity=2)
        other = await taken(tx, here.offer, await build.person(tx, now), now)
        await all_join(tx, here, now)
        await free(tx, other, now)

        await deal(tx, here.service_id, now)

        assert list(await offers(tx, here, now)) == [0]


async def test_hours_that_open_are_offered(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await all_join(tx, here, now)

        await open_until(tx, here.offer, 12)
        await deal(tx, here.service_id, now)

        found = await offers(tx, here, now)
        assert [each.start - lesson(now) for each in found.values()] == [HOUR, 2 * HOUR]


async def test_what_was_free_when_somebody_joined_is_no_news(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        sought = await seek(tx, here.people[0], here.offer.provider.id, here.service_id)
        first = lesson(now).date()

        done = await waiting.join(tx, here.people[0], sought, first, first + 2 * DAY, Part.ALL, now)

        assert done.free == (lesson(now, 2), lesson(now, 3))
        assert await deal(tx, here.service_id, now) == 0


async def test_what_is_offered_is_nobody_elses_not_even_in_the_calendar(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)

        await booking.release(tx, here.people[0], now)
        mine = await booking.hold(
            tx, here.people[0], here.offer.provider.id, here.service_id, lesson(now, 2), now
        )

        assert list(await offers(tx, here, now)) == [0]
        assert (await tx.bookings.get(held.id)).status is Status.HELD
        assert mine.status is Status.HELD


async def test_an_offer_is_not_checked_out_as_a_hold(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await first_offer(tx, here, now)

        with pytest.raises(NotFound):
            await booking.confirm(tx, here.people[0], held.id, "", now)


async def test_nobody_answers_for_somebody_else(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        entry_id = await join(tx, here, here.people[0], now)
        await free(tx, here.taken, now)
        await deal(tx, here.service_id, now)
        held = (await offers(tx, here, now))[0]
        other = here.people[1]

        for answer in (waiting.take, waiting.turn_down, waiting.leave_offered, waiting.offered):
            with pytest.raises(NotFound):
                await answer(tx, other, held.id, now)
        with pytest.raises(NotFound):
            await waiting.leave(tx, other, entry_id, now)
        with pytest.raises(NotWaiting):
            await waiting.one(tx, other, entry_id, now)


async def test_joining_twice_keeps_the_place_in_line(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        first = await join(tx, here, here.people[0], now)

        assert await join(tx, here, here.people[0], now + HOUR) == first
        (only,) = await waiting.mine(tx, here.people[0], now)
        assert only.entry.joined_at == now


async def test_lines_are_no_longer_than_their_dates(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await all_join(tx, here, now)
        await free(tx, here.taken, now)

        assert await deal(tx, here.service_id, now + 2 * DAY) == 0
        assert await waiting.mine(tx, here.people[0], now + 2 * DAY) == ()
        assert await tx.waitlist.waited_for() == []


async def test_who_cannot_be_told_is_passed_over(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        await all_join(tx, here, now)
        await tx.people.unreachable(here.people[0].id, now)
        await free(tx, here.taken, now)

        await deal(tx, here.service_id, now)

        assert list(await offers(tx, here, now)) == [1]


async def test_wishes_that_make_no_sense_are_refused(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        siti = here.people[0]
        sought = await seek(tx, siti, here.offer.provider.id, here.service_id)
        today = lesson(now, 0).date()

        with pytest.raises(DatesOver):
            await waiting.join(tx, siti, sought, today - DAY, today - DAY, Part.ALL, now)
        with pytest.raises(NotFound):
            await waiting.join(tx, siti, sought, today + DAY, today, Part.ALL, now)
        far = today + 400 * DAY
        with pytest.raises(NotFound):
            await waiting.join(tx, siti, sought, far, far, Part.ALL, now)
        with pytest.raises(NotFound):
            await waiting.join(tx, siti, at_once(sought), today, today, Part.ALL, now)


async def test_nobody_stands_in_more_lines_than_allowed(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        for days in range(1, waiting.MOST + 1):
            await join(tx, here, here.people[0], now, days)

        with pytest.raises(TooManyWaits):
            await join(tx, here, here.people[0], now, waiting.MOST + 1)
