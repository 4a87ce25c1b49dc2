"""Joining, beginning, missing and marking sessions; each is done once, whoever is at it."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.usecases import keeping, lapses, outcomes, sessions
from domain.bookings import SYSTEM, Booking, Role, Status
from domain.notices import Kind, Side
from domain.outcomes import Heading
from domain.refusals import NotFound, NothingToSend, NotStarted, WrongStatus
from domain.services import Format
from domain.sessions import End
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene, told

MINUTE = timedelta(minutes=1)


async def called(tx: Tx, now: datetime, **service: object) -> tuple[Scene, Booking]:
    """A call in three days that was asked for and confirmed."""
    here = await scene(tx, now, **{"approval": True, "format": Format.VIDEO, **service})
    status = Status.PENDING
    asked = await build.booking(tx, here.offer, here.customer, here.opening, now, status)
    return here, (await keeping.accept(tx, here.keeper, asked.id, now)).booking


async def ask(tx: Tx, at: datetime) -> None:
    """Everything that is due is sent."""
    for each in await tx.notices.claim(at, MINUTE, 100):
        await tx.notices.sent(each.id, 1, at)


async def missed(store: Store, now: datetime) -> int:
    async with store.transaction() as tx:
        return await lapses.miss_sessions(tx, now)


async def test_a_confirmed_booking_has_its_session_planned(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, booking = await called(tx, now)

        planned = {
            (row.notice.kind, row.notice.side): row.notice.due
            for row in await tx.notices.ledger(booking.id)
        }

    assert planned[Kind.READY, Side.CUSTOMER] == booking.start - 5 * MINUTE
    assert planned[Kind.READY, Side.PROVIDER] == booking.start - 5 * MINUTE
    assert planned[Kind.ASK_OUTCOME, Side.PROVIDER] == booking.during.end
    assert (Kind.ASK_OUTCOME, Side.CUSTOMER) not in planned


async def test_who_waits_is_joined_by_the_clock(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await called(tx, now)
        early = booking.start - MINUTE
        await sessions.join(tx, here.customer, booking.id, Side.CUSTOMER, early)
        assert await lapses.begin_sessions(tx, early) == 0

        assert await lapses.begin_sessions(tx, booking.start) == 1

        assert await lapses.begin_sessions(tx, booking.start) == 0
        after = await tx.bookings.get(booking.id)
        assert (after.status, after.joined) == (Status.IN_PROGRESS, {Role.CUSTOMER: early})
        assert (await tx.bookings.events(booking.id))[-1].actor == SYSTEM
        pending = {kind for kind, _, state in await told(tx, booking) if state == "pending"}
        assert pending == {"ask_outcome", "ask_again"}


async def test_a_call_is_missed_once_and_both_are_told(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, booking = await called(tx, now)
        await ask(tx, booking.start - 5 * MINUTE)
    assert await missed(store, booking.start + 14 * MINUTE) == 0

    counts = await asyncio.gather(*(missed(store, booking.start + 15 * MINUTE) for _ in range(4)))

    assert sorted(counts) == [0, 0, 0, 1]
    async with store.transaction() as tx:
        change = (await tx.bookings.events(booking.id))[-1]
        assert (change.after, change.actor) == (Status.NO_SHOW, SYSTEM)
        pending = [each for each in await told(tx, booking) if each[2] == "pending"]
        assert pending == [("missed", "customer", "pending"), ("missed", "provider", "pending")]


async def test_whom_we_did_not_ask_missed_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, booking = await called(tx, now)

    assert await missed(store, booking.start + 30 * MINUTE) == 0


async def test_a_visit_is_not_missed_by_itself(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        _, booking = await called(tx, now, format=Format.IN_PERSON)
        await ask(tx, booking.start)

    assert await missed(store, booking.start + 20 * MINUTE) == 0


async def test_of_coming_late_and_being_missed_one_happens(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await called(tx, now)
        await ask(tx, booking.start - 5 * MINUTE)
    late = booking.start + 15 * MINUTE

    async def come() -> None:
        async with store.transaction() as tx:
            await sessions.join(tx, here.customer, booking.id, Side.CUSTOMER, late)

    found = await asyncio.gather(come(), missed(store, late), return_exceptions=True)

    async with store.transaction() as tx:
        status = (await tx.bookings.get(booking.id)).status
    if status is Status.IN_PROGRESS:
        assert tuple(found) == (None, 0)
    else:
        assert status is Status.NO_SHOW
        assert isinstance(found[0], WrongStatus)


async def test_the_provider_is_there_for_the_whole_group(store: Store, now: datetime) -> None:
    rules = replace(build.RULES, capacity=3)
    async with store.transaction() as tx:
        here, first = await called(tx, now, rules=rules)
        other = await build.person(tx, now, "Sam")
        second = await build.booking(tx, here.offer, other, here.opening, now)

        await sessions.join(tx, here.keeper, first.id, Side.PROVIDER, first.start)

        for each in (first, second):
            booking = await tx.bookings.get(each.id)
            assert booking.status is Status.IN_PROGRESS
            assert set(booking.joined) == {Role.PROVIDER}


async def test_of_a_group_the_provider_hears_once(store: Store, now: datetime) -> None:
    rules = replace(build.RULES, capacity=3)
    async with store.transaction() as tx:
        here, first = await called(tx, now, rules=rules)
        other = await build.person(tx, now, "Sam")
        second = await build.booking(tx, here.offer, other, here.opening, now)
        (ready,) = [
            row.notice
            for row in await tx.notices.ledger(first.id)
            if (row.notice.kind, row.notice.side) == (Kind.READY, Side.PROVIDER)
        ]

        heard = []
        for each in (first, second):
            seen = await keeping.card(tx, here.keeper, each.id, Side.PROVIDER)
            heard.append(await sessions.speaks(tx, seen, ready))

    assert heard == [True, False]


async def test_what_is_marked_is_not_asked_about(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await called(tx, now)
        await ask(tx, booking.start)

        seen = await sessions.complete(
            tx, here.keeper, booking.id, End.NOW, booking.start + 10 * MINUTE
        )

        assert seen.booking.status is Status.COMPLETED
        assert seen.outcome is not None
        assert seen.outcome.ended == booking.start + 10 * MINUTE
        left = [each[0] for each in await told(tx, booking) if each[2] == "pending"]
        assert left == [Kind.FEEDBACK]
        with pytest.raises(WrongStatus):
            await sessions.did_not_come(tx, here.keeper, booking.id, booking.during.end)


async def test_nobody_says_beforehand_how_it_was(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await called(tx, now)
        before = booking.start - MINUTE

        with pytest.raises(NotStarted):
            await sessions.complete(tx, here.keeper, booking.id, End.NOW, before)
        with pytest.raises(NotStarted):
            await sessions.did_not_come(tx, here.keeper, booking.id, before)
        with pytest.raises(NotFound):
            await sessions.complete(tx, here.customer, booking.id, End.NOW, booking.during.end)


async def test_notes_are_the_provider_s_until_they_are_sent(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, booking = await called(tx, now)
        end = booking.during.end
        with pytest.raises(NotFound):
            await outcomes.write(tx, here.keeper, booking.id, Heading.TOPICS, "Too early")
        await sessions.complete(tx, here.keeper, booking.id, End.PLANNED, end)
        await outcomes.write(tx, here.keeper, booking.id, Heading.PRIVATE, "Talks a lot")
        with pytest.raises(NothingToSend):
            await outcomes.send(tx, here.keeper, booking.id, end)
        await outcomes.write(tx, here.keeper, booking.id, Heading.TOPICS, "Layers")
        with pytest.raises(NotFound):
            await outcomes.notes(tx, here.customer, booking.id, Side.CUSTOMER)
        with pytest.raises(NotFound):
            await outcomes.write(tx, here.customer, booking.id, Heading.TOPICS, "Mine")

        await outcomes.send(tx, here.keeper, booking.id, end)
        await outcomes.send(tx, here.keeper, booking.id, end)

        seen = await outcomes.notes(tx, here.customer, booking.id, Side.CUSTOMER)
        assert seen.outcome is not None
        assert seen.outcome.notes == {Heading.TOPICS: "Layers"}
        assert ("notes", "customer", "pending") in await told(tx, booking)
