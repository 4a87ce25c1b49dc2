"""Another time for a booking: by whom, until when, and what both sides are told."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.usecases import availability, feeds, keeping, lapses, moving, proposals, suggesting
from bot.usecases.seeking import seek
from domain.bookings import Booking, Role, Status
from domain.notices import Side
from domain.refusals import (
    AlreadyStarted,
    AnotherTime,
    MovedTooOften,
    MoveTooLate,
    NotAsked,
    NotFound,
    SlotTaken,
    WrongStatus,
)
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene, told

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
QUARTERS = replace(build.RULES, interval=timedelta(minutes=15))


async def booked(
    tx: Tx,
    now: datetime,
    status: Status = Status.CONFIRMED,
    **service: Any,  # noqa: ANN401  # a service entry's fields
) -> tuple[Scene, Booking]:
    here = await scene(tx, now, **({"rules": QUARTERS} | service))
    return here, await build.booking(tx, here.offer, here.customer, here.opening, now, status)


async def by_customer(
    tx: Tx, here: Scene, booking: Booking, to: datetime, now: datetime
) -> Booking:
    card = await moving.move(tx, here.customer, booking.id, Side.CUSTOMER, to, "", now)
    return card.booking


async def is_free(tx: Tx, here: Scene, start: datetime, now: datetime) -> bool:
    stranger = await build.person(tx, now)
    sought = await seek(tx, stranger, here.provider_id, here.service_id)
    free = await availability.times(tx, sought, start.astimezone(sought.zone).date(), now)
    return start in [slot.start for slot in free.slots]


async def test_a_booking_that_moves_stays_itself(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        await tx.bookings.set_note(booking.id, "Short, please")

        after = await by_customer(tx, here, booking, booking.start + DAY, now)

        assert after == await tx.bookings.get(booking.id)
        assert after == replace(
            booking,
            during=replace(booking.during, start=booking.start + DAY, end=booking.during.end + DAY),
            note="Short, please",
            version=booking.version + 1,
            times_moved=1,
        )
        assert await is_free(tx, here, booking.start, now)
        assert not await is_free(tx, here, after.start, now)


async def test_a_request_that_was_moved_is_not_confirmed_unseen(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING, approval=True)
        after = await by_customer(tx, here, request, request.start + HOUR, now)

        with pytest.raises(AnotherTime) as refused:
            await keeping.accept_at(tx, here.keeper, request.id, request.start, now)
        accepted = await keeping.accept_at(tx, here.keeper, request.id, after.start, now)

        assert refused.value.start == after.start
        assert accepted.booking.status is Status.CONFIRMED


async def test_a_request_that_was_moved_is_not_declined_unseen(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING, approval=True)
        after = await by_customer(tx, here, request, request.start + HOUR, now)

        for refused in (
            keeping.decline_at(tx, here.keeper, request.id, request.start, "", now),
            suggesting.suggest(tx, here.keeper, request.id, request.start, [], now),
        ):
            with pytest.raises(AnotherTime):
                await refused
        declined = await keeping.decline_at(tx, here.keeper, request.id, after.start, "", now)

        assert declined.booking.status is Status.DECLINED


async def test_its_own_time_is_not_in_the_way_of_a_booking(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        for minutes in (15, 30, 0):
            to = here.opening + timedelta(minutes=minutes)

            assert (await by_customer(tx, here, booking, to, now)).start == to


async def test_the_times_listed_for_a_move_are_those_that_can_be_had(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        seen = await keeping.card(tx, here.customer, booking.id, Side.CUSTOMER)
        sought = await moving.what_is_sought(tx, seen)
        on = here.opening.date()

        starts = [slot.start for slot in (await availability.times(tx, sought, on, now)).slots]

        assert booking.start not in starts
        assert booking.start + timedelta(minutes=15) in starts


async def test_a_move_is_kept_with_both_times_and_told(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        await moving.move(
            tx, here.customer, booking.id, Side.CUSTOMER, booking.start + DAY, "Ill", now
        )

        change = await tx.bookings.last_move(booking.id)
        assert change is not None
        assert (change.actor.role, change.reason) == (Role.CUSTOMER, "Ill")
        assert change.moved_from == booking.during
        assert change.moved_to is not None
        assert change.moved_to.start == booking.start + DAY
        assert ("moved", "provider", "pending") in await told(tx, booking)
        reminders = [
            each.notice.due
            for each in await tx.notices.ledger(booking.id)
            if each.notice.kind == "reminder" and each.state == "pending"
        ]
        assert max(reminders) > booking.start


async def test_the_calendar_feed_follows_under_the_same_name(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        (feed, *_) = await feeds.mine(tx, here.customer, now)

        await by_customer(tx, here, booking, booking.start + DAY, now)

        (entry,) = (await feeds.contents(tx, feed.feed.secret, now)).entries
        assert entry.booking.reference == booking.reference
        assert entry.booking.start == booking.start + DAY
        assert entry.booking.version > booking.version


async def test_the_policy_limits_how_late_a_customer_moves(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        window = booking.policy.reschedule_window

        with pytest.raises(MoveTooLate):
            await moving.plan(
                tx, here.customer, booking.id, Side.CUSTOMER, booking.start - window + HOUR
            )
        assert await moving.plan(
            tx, here.keeper, booking.id, Side.PROVIDER, booking.start - window + HOUR
        )


async def test_the_policy_limits_how_often_a_customer_moves(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        times = booking.policy.reschedules
        for each in range(1, times + 1):
            await by_customer(tx, here, booking, here.opening + each * HOUR, now)

        with pytest.raises(MovedTooOften) as caught:
            await by_customer(tx, here, booking, here.opening, now)

        assert caught.value.limit == times


async def test_what_the_provider_moves_does_not_count(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        to = booking.start + DAY

        card = await moving.move(tx, here.keeper, booking.id, Side.PROVIDER, to, "", now)

        assert (card.booking.start, card.booking.times_moved) == (to, 0)
        assert ("moved", "customer", "pending") in await told(tx, booking)


async def test_who_was_moved_may_choose_another_time(store: Store, now: datetime) -> None:
    late = timedelta(hours=1)
    async with store.transaction() as tx:
        here, booking = await booked(tx, now, approval=True)
        to = booking.start + DAY
        await moving.move(tx, here.keeper, booking.id, Side.PROVIDER, to, "", now)

        after = await by_customer(tx, here, booking, to + HOUR, to - late)

        assert (after.start, after.times_moved) == (to + HOUR, 0)


async def test_a_time_that_somebody_has_is_refused(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        other = await build.person(tx, now)
        await build.booking(tx, here.offer, other, here.opening + HOUR, now)

        with pytest.raises(SlotTaken):
            async with tx.attempt():
                await by_customer(tx, here, booking, here.opening + HOUR, now)

        assert await tx.bookings.get(booking.id) == booking


async def test_strangers_move_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, booking = await booked(tx, now)
        stranger = await build.person(tx, now)

        for side in Side:
            with pytest.raises(NotFound):
                await moving.move(tx, stranger, booking.id, side, booking.start + DAY, "", now)


async def test_what_is_over_is_not_moved(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)

        with pytest.raises(AlreadyStarted):
            await by_customer(tx, here, booking, booking.start + DAY, booking.start)
        await keeping.cancel(tx, here.customer, booking.id, Side.CUSTOMER, "", now)
        with pytest.raises(WrongStatus):
            await by_customer(tx, here, booking, booking.start + DAY, now)


async def test_a_second_tap_changes_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now)
        once = await by_customer(tx, here, booking, booking.start + DAY, now)

        assert await by_customer(tx, here, booking, booking.start + DAY, now) == once


async def test_one_seat_of_a_group_moves(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await booked(tx, now, rules=replace(build.RULES, capacity=3))
        other = await build.person(tx, now)
        await build.booking(tx, here.offer, other, here.opening, now)
        await build.booking(tx, here.offer, other, here.opening + HOUR, now)

        after = await by_customer(tx, here, booking, here.opening + HOUR, now)

        assert len(await tx.bookings.in_session_of(after.id)) == 2
        diary = await tx.schedules.around(
            here.provider_id, here.opening.date(), here.opening.date(), now, None
        )
        assert sorted(each.taken for each in diary.sessions) == [1, 2]


async def test_a_request_moves_and_is_asked_for_anew(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await booked(tx, now, Status.PENDING, approval=True)

        after = await by_customer(tx, here, request, request.start + DAY, now)

        assert after.status is Status.PENDING
        assert after.hold_until is not None
        assert request.start < after.hold_until < after.start + timedelta(seconds=1)
        assert ("requested", "provider", "pending") in await told(tx, request)
        with pytest.raises(WrongStatus):
            await moving.move(
                tx, here.keeper, request.id, Side.PROVIDER, request.start + HOUR, "", now
            )


class TestWithApproval:
    async def asking(self, tx: Tx, now: datetime, minutes: int) -> tuple[Scene, Booking, Booking]:
        """A confirmed booking, and the time that its customer asks for instead."""
        here, booking = await booked(tx, now, approval=True)
        to = booking.start + timedelta(minutes=minutes)
        await by_customer(tx, here, booking, to, now)
        wanted = await tx.bookings.proposal_of(booking.id)
        assert wanted is not None
        return here, booking, wanted

    @pytest.mark.parametrize("minutes", [15, 60, 1440])
    async def test_the_old_time_stays_until_the_provider_agrees(
        self, store: Store, now: datetime, minutes: int
    ) -> None:
        async with store.transaction() as tx:
            here, booking, wanted = await self.asking(tx, now, minutes)
            assert await tx.bookings.get(booking.id) == booking
            assert not await is_free(tx, here, booking.start, now)
            assert not await is_free(tx, here, wanted.start, now)
            assert ("move_asked", "provider", "pending") in await told(tx, wanted)

            after = await proposals.accept(tx, here.keeper, wanted.id, now)

            assert (after.id, after.start) == (booking.id, wanted.start)
            assert after == await tx.bookings.get(booking.id)
            assert after.times_moved == 1
            assert ("move_agreed", "customer", "pending") in await told(tx, booking)
            assert ("move_asked", "provider", "cancelled") in await told(tx, wanted)
            if minutes >= 30:
                assert await is_free(tx, here, booking.start, now)

    async def test_the_provider_may_keep_to_the_old_time(self, store: Store, now: datetime) -> None:
        async with store.transaction() as tx:
            here, booking, wanted = await self.asking(tx, now, 60)

            await proposals.refuse(tx, here.keeper, wanted.id, now)

            assert await tx.bookings.get(booking.id) == booking
            assert await is_free(tx, here, wanted.start, now)
            assert ("move_refused", "customer", "pending") in await told(tx, wanted)
            with pytest.raises(NotAsked):
                await proposals.accept(tx, here.keeper, wanted.id, now)

    async def test_a_wish_that_nobody_answers_lapses(self, store: Store, now: datetime) -> None:
        async with store.transaction() as tx:
            _, booking, wanted = await self.asking(tx, now, 60)
            assert wanted.hold_until is not None
            assert wanted.hold_until <= booking.start

            await lapses.lapse_holds(tx, wanted.hold_until)

            assert ("move_refused", "customer", "pending") in await told(tx, wanted)
            assert (await tx.bookings.get(booking.id)).status is Status.CONFIRMED

    async def test_a_new_wish_takes_the_place_of_the_first(
        self, store: Store, now: datetime
    ) -> None:
        async with store.transaction() as tx:
            here, booking, wanted = await self.asking(tx, now, 60)

            await by_customer(tx, here, booking, wanted.start + timedelta(minutes=15), now)

            assert (await tx.bookings.get(wanted.id)).status is Status.EXPIRED
            assert ("move_asked", "provider", "cancelled") in await told(tx, wanted)

    async def test_cancelling_frees_both_times(self, store: Store, now: datetime) -> None:
        async with store.transaction() as tx:
            here, booking, wanted = await self.asking(tx, now, 60)

            await keeping.cancel(tx, here.customer, booking.id, Side.CUSTOMER, "", now)

            assert await is_free(tx, here, booking.start, now)
            assert await is_free(tx, here, wanted.start, now)

    async def test_the_customer_may_keep_the_old_time(self, store: Store, now: datetime) -> None:
        async with store.transaction() as tx:
            here, booking, wanted = await self.asking(tx, now, 60)

            card = await moving.keep(tx, here.customer, booking.id, now)

            assert card.proposal is None
            assert await is_free(tx, here, wanted.start, now)

    async def test_only_its_provider_answers(self, store: Store, now: datetime) -> None:
        async with store.transaction() as tx:
            here, _, wanted = await self.asking(tx, now, 60)

            with pytest.raises(NotFound):
                await proposals.accept(tx, here.customer, wanted.id, now)

    async def test_what_is_asked_for_becomes_no_booking_of_its_own(
        self, store: Store, now: datetime
    ) -> None:
        async with store.transaction() as tx:
            here, _, wanted = await self.asking(tx, now, 60)

            with pytest.raises(WrongStatus):
                await keeping.accept(tx, here.keeper, wanted.id, now)
            card = await keeping.card(tx, here.keeper, wanted.id, Side.PROVIDER)
            assert card.booking.id == wanted.moves_id
