"""Series that a provider has to confirm: asked for, answered, lapsed and told as one."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.jobs.render import render
from bot.usecases import answering, keeping, lapses, series
from domain.attachments import Attachment, Sort
from domain.bookings import Booking, Status
from domain.details import Details, Extras
from domain.intake import Answer, Kind, Question
from domain.notices import Side
from domain.people import Person
from domain.refusals import NotFound, SlotTaken, WrongStatus
from domain.series import Every
from domain.services import Titles
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
BORN = Question("born", Titles({"en": "Born?"}), Kind.DATE, sensitive=True)
ANSWERS: tuple[tuple[Question, Answer], ...] = ((BORN, date(1990, 5, 17)),)


async def request(tx: Tx, now: datetime, status: Status = Status.PENDING) -> tuple[Scene, Booking]:
    """Asked for by a customer, or confirmed by then, of a service that needs approval."""
    here = await scene(tx, now, approval=True)
    made = await build.booking(tx, here.offer, here.customer, here.opening, now, status)
    return here, made


async def repeated(
    tx: Tx, now: datetime, weeks: int = 3, status: Status = Status.PENDING
) -> tuple[Scene, list[Booking]]:
    """The whole series, the first one included."""
    here, first = await request(tx, now, status)
    starts = [first.start + each * WEEK for each in range(1, weeks + 1)]
    made = await series.book(tx, here.customer, first.id, Every.WEEK, starts, now)
    return here, [first, *made]


async def messages(tx: Tx, all_of_them: Sequence[Booking], now: datetime) -> list[str]:
    """What is sent of all that is due by then: the kind and the side of each."""
    sent = []
    for booking in all_of_them:
        for row in await tx.notices.ledger(booking.id):
            is_due = row.state == "pending" and row.notice.due <= now
            if is_due and await render(tx, row.notice, now) is not None:
                sent.append(f"{row.notice.kind} {row.notice.side}")
    return sorted(sent)


async def statuses(tx: Tx, all_of_them: Sequence[Booking]) -> Counter[Status]:
    return Counter([(await tx.bookings.get(each.id)).status for each in all_of_them])


async def test_a_series_is_one_request_that_lapses_with_the_first(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)

        assert await statuses(tx, all_of_them) == {Status.PENDING: 4}
        assert len({each.hold_until for each in all_of_them}) == 1
        assert await messages(tx, all_of_them, now) == ["requested provider"]
        listed = await tx.bookings.waiting([here.provider_id], now)
        assert [each.id for each, _ in listed] == [all_of_them[0].id]


async def test_what_follows_a_confirmed_booking_is_asked_for(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, all_of_them = await repeated(tx, now, status=Status.CONFIRMED)

        assert await statuses(tx, all_of_them) == {Status.CONFIRMED: 1, Status.PENDING: 3}
        assert await messages(tx, all_of_them, now) == ["requested provider"]


async def test_the_provider_is_nudged_once_and_of_what_is_left(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)
        await keeping.decline(tx, here.keeper, all_of_them[0].id, "", now)
        later = now + timedelta(days=1, minutes=1)

        told = await messages(tx, all_of_them[1:], later)

        assert told.count("nudge provider") == 1


async def test_all_of_it_is_confirmed_at_once_and_told_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)

        seen, count = await answering.accept_all(tx, here.keeper, all_of_them[2].id, now)

        assert (seen.booking.id, count) == (all_of_them[2].id, 4)
        assert await statuses(tx, all_of_them) == {Status.CONFIRMED: 4}
        assert await messages(tx, all_of_them, now) == ["confirmed customer"]


async def test_each_of_them_is_still_reminded_of(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)
        await answering.accept_all(tx, here.keeper, all_of_them[0].id, now)

        for each in all_of_them:
            before = each.start - timedelta(hours=2)
            assert "reminder customer" in await messages(tx, [each], before)


async def test_all_of_it_is_declined_for_one_reason(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)

        await answering.decline_all(tx, here.keeper, all_of_them[0].id, "I am away", now)

        assert await statuses(tx, all_of_them) == {Status.DECLINED: 4}
        assert (await tx.bookings.get(all_of_them[3].id)).reason == "I am away"
        assert await messages(tx, all_of_them, now) == ["declined customer"]


async def test_one_of_them_is_answered_by_itself(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)
        await keeping.decline(tx, here.keeper, all_of_them[1].id, "", now)

        _, count = await answering.accept_all(tx, here.keeper, all_of_them[0].id, now + HOUR)

        assert count == 3
        told = await messages(tx, all_of_them, now + HOUR)
        assert told == ["confirmed customer", "declined customer"]


async def test_an_unanswered_series_lapses_together_and_each_side_hears_once(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        _, all_of_them = await repeated(tx, now)
        lapsing = all_of_them[0].hold_until
        assert lapsing is not None

        await lapses.lapse_requests(tx, lapsing)

        assert await statuses(tx, all_of_them) == {Status.EXPIRED: 4}
        told = await messages(tx, all_of_them, lapsing)
        assert told == ["expired customer", "expired provider"]


async def test_a_series_lapses_as_one_however_few_are_looked_at_once(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lapses, "BATCH", 1)
    async with store.transaction() as tx:
        _, all_of_them = await repeated(tx, now)
        lapsing = all_of_them[0].hold_until
        assert lapsing is not None

        await lapses.lapse_requests(tx, lapsing)

        assert await statuses(tx, all_of_them) == {Status.EXPIRED: 4}


async def test_who_calls_off_a_series_tells_the_other_side_once(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)
        await answering.accept_all(tx, here.keeper, all_of_them[0].id, now)
        first = all_of_them[0].id

        _, count = await series.cancel_following(
            tx, here.customer, first, Side.CUSTOMER, "", now + HOUR
        )

        assert count == 4
        told = await messages(tx, all_of_them, now + HOUR)
        assert told == ["cancelled provider"]


async def test_all_of_it_is_asked_for_or_none(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, first = await request(tx, now)
        other = await build.person(tx, now)
        taken = first.start + 2 * WEEK
        await build.booking(tx, here.offer, other, taken, now)
        starts = [first.start + WEEK, taken]

        with pytest.raises(SlotTaken):
            async with tx.attempt():
                await series.book(tx, here.customer, first.id, Every.WEEK, starts, now)

        assert await tx.bookings.count_upcoming(here.customer.id, now) == 1
        assert await tx.series.of(first.id) is None


async def test_nobody_but_its_provider_answers_a_series(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, all_of_them = await repeated(tx, now)
        stranger: Person = await build.person(tx, now)

        for person in (here.customer, stranger):
            with pytest.raises(NotFound):
                await answering.accept_all(tx, person, all_of_them[0].id, now)
        await answering.accept_all(tx, here.keeper, all_of_them[0].id, now)
        with pytest.raises(WrongStatus):
            await answering.decline_all(tx, here.keeper, all_of_them[0].id, "", now)


async def test_what_was_said_about_the_first_goes_with_all(store: Store, now: datetime) -> None:
    files = (Attachment(Sort.PHOTO, "a", "b", size=9),)
    said = Extras("Wedding", now + WEEK, files, ANSWERS)
    async with store.transaction() as tx:
        here, first = await request(tx, now)
        await tx.bookings.set_note(first.id, "Short, please")
        await tx.details.add(first.id, said)

        made = await series.book(tx, here.customer, first.id, Every.WEEK, [first.start + WEEK], now)

        seen = await keeping.card(tx, here.keeper, made[0].id, Side.PROVIDER)
        assert seen.booking.note == "Short, please"
        assert seen.details == Details("Wedding", None, files=1, answers=1)
        assert await tx.details.files(made[0].id) == files
        assert await tx.details.answers(made[0].id) == ANSWERS


async def test_it_is_repeated_the_way_it_was_booked(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, first = await request(tx, now)
        found = await series.repeatable(tx, here.customer, first.id, now)

        assert found.service.meetings.usual.format is first.format
        assert found.asks


async def test_an_outdated_request_is_not_repeated(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, first = await request(tx, now)
        assert first.hold_until is not None

        with pytest.raises(NotFound):
            await series.repeatable(tx, here.customer, first.id, first.hold_until.astimezone(UTC))
