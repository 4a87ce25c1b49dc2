"""Accepting, declining, cancelling: by whom, when, and who is told."""

from datetime import datetime, timedelta

import pytest

from bot.usecases import keeping, lapses, preferences
from domain.bookings import Booking, Role, Status
from domain.notices import Kind, Side
from domain.refusals import AlreadyStarted, BadLead, NotFound, TooManyLeads, WrongStatus
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene, told


async def booked(tx: Tx, now: datetime, status: Status = Status.CONFIRMED) -> tuple[Scene, Booking]:
    here = await scene(tx, now, approval=status is Status.PENDING)
    return here, await build.booking(tx, here.offer, here.customer, here.opening, now, status)


async def test_the_provider_accepts_and_both_are_reminded(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING)

        card = await keeping.accept(tx, here.keeper, request.id, now)

        assert card.booking.status is Status.CONFIRMED
        kinds = [(kind, side) for kind, side, _ in await told(tx, request)]
        assert ("confirmed", "customer") in kinds
        assert kinds.count(("reminder", "provider")) == 3


async def test_the_provider_declines_with_a_reason(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING)

        card = await keeping.decline(tx, here.keeper, request.id, "I am away", now)

        assert (card.booking.status, card.booking.reason) == (Status.DECLINED, "I am away")
        assert ("declined", "customer", "pending") in await told(tx, request)


async def test_nobody_else_answers_a_request(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING)

        with pytest.raises(NotFound):
            await keeping.accept(tx, here.customer, request.id, now)
        with pytest.raises(NotFound):
            await keeping.accept(tx, here.keeper, request.id + 1000, now)


async def test_what_a_customer_only_holds_is_not_accepted(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await build.hold(tx, here.offer, here.customer, here.opening, now)

        with pytest.raises(WrongStatus):
            await keeping.accept(tx, here.keeper, held.id, now)


async def test_a_request_is_answered_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING)
        await keeping.accept(tx, here.keeper, request.id, now)

        with pytest.raises(WrongStatus):
            await keeping.decline(tx, here.keeper, request.id, "", now)


async def test_a_cancelled_time_is_free_again_and_its_reminders_are_void(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        await keeping.cancel(tx, here.customer, booking.id, Side.CUSTOMER, "ill", now)

        again = await build.booking(tx, here.offer, here.customer, here.opening, now)
        assert again.start == booking.start
        assert await told(tx, booking) == [("cancelled", "provider", "pending")]


async def test_either_side_cancels_and_the_other_one_is_told(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        await keeping.cancel(tx, here.keeper, booking.id, Side.PROVIDER, "", now)

        events = await tx.bookings.events(booking.id)
        assert events[-1].actor.role is Role.PROVIDER
        assert events[-1].actor.person_id == here.keeper.id
        assert ("cancelled", "customer", "pending") in await told(tx, booking)


async def test_nobody_takes_the_other_side(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        with pytest.raises(NotFound):
            await keeping.cancel(tx, here.customer, booking.id, Side.PROVIDER, "", now)
        with pytest.raises(NotFound):
            await keeping.card(tx, here.keeper, booking.id, Side.CUSTOMER)


async def test_what_has_begun_is_not_cancelled(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        with pytest.raises(AlreadyStarted):
            await keeping.cancel(tx, here.customer, booking.id, Side.CUSTOMER, "", booking.start)


async def test_saying_that_one_comes_is_seen_by_the_other_side(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        await keeping.will_come(tx, here.customer, booking.id, Side.CUSTOMER, now)

        seen = await keeping.card(tx, here.keeper, booking.id, Side.PROVIDER)
        assert seen.booking.coming == {Role.CUSTOMER}
        assert seen.booking.version == booking.version


async def test_an_unanswered_request_lapses_and_both_are_told(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, request = await booked(tx, now, Status.PENDING)

        assert await lapses.lapse_requests(tx, now) == 0
        assert await lapses.lapse_requests(tx, request.start) == 1

        assert (await tx.bookings.get(request.id)).status is Status.EXPIRED
        assert await told(tx, request) == [
            ("expired", "customer", "pending"),
            ("expired", "provider", "pending"),
        ]


async def test_holds_that_ran_out_are_given_back(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here = await scene(tx, now)
        held = await build.hold(tx, here.offer, here.customer, here.opening, now)

        assert await lapses.lapse_holds(tx, now + timedelta(minutes=5)) == 1

        assert (await tx.bookings.get(held.id)).status is Status.EXPIRED


async def test_new_lead_times_count_for_bookings_already_made(store: Store, now: datetime) -> None:
    two_hours = timedelta(hours=2)
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING)
        await keeping.accept(tx, here.keeper, request.id, now)

        person = await preferences.toggle_lead(tx, here.customer, two_hours, now)

        leads = {
            row.notice.lead
            for row in await tx.notices.ledger(request.id)
            if (row.notice.kind, row.notice.side) == (Kind.REMINDER, Side.CUSTOMER)
        }
        assert leads == {*here.customer.leads, two_hours}
        back = await preferences.toggle_lead(tx, person, two_hours, now)
        assert set(back.leads) == set(here.customer.leads)


async def test_lead_times_have_bounds(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        person = await build.person(tx, now)

        with pytest.raises(BadLead):
            await preferences.toggle_lead(tx, person, timedelta(minutes=1), now)
        for hours in range(2, 2 + preferences.MOST_LEADS - len(person.leads)):
            person = await preferences.toggle_lead(tx, person, timedelta(hours=hours), now)
        with pytest.raises(TooManyLeads):
            await preferences.toggle_lead(tx, person, timedelta(days=9), now)
