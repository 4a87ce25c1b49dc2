"""A move against what else can become of a booking at the same instant, from two stores."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.usecases import booking as booking_usecases, keeping, moving, proposals
from domain.bookings import Booking, Status
from domain.notices import Kind, Side
from domain.refusals import Refused
from storage.store import Clash, Store, Tx
from storage.tables import IS_LIVE
from tests import build
from tests.usecases.making import Scene, scene

ROUNDS = 20
HOUR = timedelta(hours=1)
Deed = Callable[[Tx], Awaitable[object]]

_ASTRAY = text(
    f"""
    SELECT count(*) FROM sessions WHERE live <> EXISTS (
        SELECT FROM bookings WHERE session_id = sessions.id AND {IS_LIVE}
    )
    """  # noqa: S608  # the statuses are ours
)


@pytest.fixture
async def stores(store: Store, database_url: str) -> AsyncIterator[tuple[Store, Store]]:
    other = Store(database_url)
    await other.ready()
    yield store, other
    await other.close()


async def at_once(stores: tuple[Store, Store], *deeds: Deed) -> list[object]:
    """What became of each; what clashed is tried again, as the dispatch does."""
    return await asyncio.gather(
        *(_do(stores[at % 2], deed) for at, deed in enumerate(deeds)), return_exceptions=True
    )


async def _do(store: Store, deed: Deed) -> object:
    for _ in range(3):
        with suppress(Clash):
            async with store.transaction() as tx:
                return await deed(tx)
    raise AssertionError("clashed three times")


async def new_round(
    store: Store, here: Scene, now: datetime, number: int, status: Status = Status.CONFIRMED
) -> Booking:
    """A booking of a day of its own."""
    async with store.transaction() as tx:
        start = here.opening + timedelta(days=number)
        return await build.booking(tx, here.offer, here.customer, start, now, status)


async def assert_sound(store: Store, results: list[object]) -> None:
    """Whoever was refused was refused for a reason, and no session is live without a booking."""
    failures = [each for each in results if isinstance(each, BaseException)]
    assert [each for each in failures if not isinstance(each, Refused)] == []
    async with store.transaction() as tx:
        assert (await tx._connection.read(_ASTRAY)).scalar_one() == 0


async def told(store: Store, booking: Booking) -> set[tuple[Kind, Side]]:
    """What is still to be said, which must be about the booking as it is now."""
    async with store.transaction() as tx:
        current = await tx.bookings.get(booking.id)
        pending = [
            each.notice for each in await tx.notices.ledger(booking.id) if each.state == "pending"
        ]
    assert {each.version for each in pending} <= {current.version}
    return {(each.kind, each.side) for each in pending}


async def test_a_move_against_a_cancellation(stores: tuple[Store, Store], now: datetime) -> None:
    async with stores[0].transaction() as tx:
        here = await scene(tx, now)
    for number in range(ROUNDS):
        booking = await new_round(stores[0], here, now, number)

        def move(tx: Tx, old: Booking = booking) -> Awaitable[object]:
            to = old.start + HOUR
            return moving.move(tx, here.customer, old.id, Side.CUSTOMER, to, "", now)

        def cancel(tx: Tx, old: Booking = booking) -> Awaitable[object]:
            return keeping.cancel(tx, here.keeper, old.id, Side.PROVIDER, "", now)

        deeds = (move, cancel) if number % 2 else (cancel, move)
        results = await at_once(stores, *deeds)

        await assert_sound(stores[0], results)
        async with stores[0].transaction() as tx:
            assert (await tx.bookings.get(booking.id)).status is Status.CANCELLED
        assert await told(stores[0], booking) == {(Kind.CANCELLED, Side.CUSTOMER)}


async def test_a_move_against_a_confirmation(stores: tuple[Store, Store], now: datetime) -> None:
    async with stores[0].transaction() as tx:
        here = await scene(tx, now, approval=True)
    for number in range(ROUNDS):
        request = await new_round(stores[0], here, now, number, Status.PENDING)

        def move(tx: Tx, old: Booking = request) -> Awaitable[object]:
            to = old.start + HOUR
            return moving.move(tx, here.customer, old.id, Side.CUSTOMER, to, "", now)

        def accept(tx: Tx, old: Booking = request) -> Awaitable[object]:
            return keeping.accept(tx, here.keeper, old.id, now)

        deeds = (move, accept) if number % 2 else (accept, move)
        results = await at_once(stores, *deeds)

        await assert_sound(stores[0], results)
        assert [each for each in results if isinstance(each, Refused)] == []
        async with stores[0].transaction() as tx:
            after = await tx.bookings.get(request.id)
            wanted = await tx.bookings.proposal_of(request.id)
        assert after.status is Status.CONFIRMED
        # Confirmed first, the other time is only asked for; moved first, it is what was confirmed.
        assert (after.start == request.start) == (wanted is not None)
        assert (Kind.CONFIRMED, Side.CUSTOMER) in await told(stores[0], request)


async def test_a_move_against_somebody_who_books_the_new_time(
    stores: tuple[Store, Store], now: datetime
) -> None:
    async with stores[0].transaction() as tx:
        here = await scene(tx, now)
        other = await build.person(tx, now)
    for number in range(ROUNDS):
        booking = await new_round(stores[0], here, now, number)
        to = booking.start + HOUR

        def move(tx: Tx, old: Booking = booking, to: datetime = to) -> Awaitable[object]:
            return moving.move(tx, here.customer, old.id, Side.CUSTOMER, to, "", now)

        async def book(tx: Tx, to: datetime = to) -> Booking:
            held = await booking_usecases.hold(
                tx, other, here.provider_id, here.service_id, to, now
            )
            return await booking_usecases.confirm(tx, other, held.id, "", now)

        deeds = (move, book) if number % 2 else (book, move)
        results = await at_once(stores, *deeds)

        await assert_sound(stores[0], results)
        assert sum(isinstance(each, Refused) for each in results) == 1
        async with stores[0].transaction() as tx:
            after = await tx.bookings.get(booking.id)
        assert after.status is Status.CONFIRMED
        won = not isinstance(results[deeds.index(move)], Refused)
        assert after.start == (to if won else booking.start)
        assert ((Kind.MOVED, Side.PROVIDER) in await told(stores[0], booking)) == won


async def test_agreeing_to_another_time_against_taking_it_back(
    stores: tuple[Store, Store], now: datetime
) -> None:
    async with stores[0].transaction() as tx:
        here = await scene(tx, now, approval=True)
    for number in range(ROUNDS):
        booking = await new_round(stores[0], here, now, number)
        to = booking.start + HOUR
        async with stores[0].transaction() as tx:
            await moving.move(tx, here.customer, booking.id, Side.CUSTOMER, to, "", now)
            wanted = await tx.bookings.proposal_of(booking.id)
        assert wanted is not None

        def accept(tx: Tx, held_id: int = wanted.id) -> Awaitable[object]:
            return proposals.accept(tx, here.keeper, held_id, now)

        def keep(tx: Tx, old: Booking = booking) -> Awaitable[object]:
            return moving.keep(tx, here.customer, old.id, now)

        deeds = (accept, keep) if number % 2 else (keep, accept)
        results = await at_once(stores, *deeds)

        await assert_sound(stores[0], results)
        async with stores[0].transaction() as tx:
            after = await tx.bookings.get(booking.id)
            assert await tx.bookings.proposal_of(booking.id) is None
        agreed = not isinstance(results[deeds.index(accept)], Refused)
        assert after.start == (to if agreed else booking.start)


async def test_two_that_change_places_never_share_one(
    stores: tuple[Store, Store], now: datetime
) -> None:
    async with stores[0].transaction() as tx:
        here = await scene(tx, now)
    for number in range(ROUNDS):
        first = await new_round(stores[0], here, now, number)
        async with stores[0].transaction() as tx:
            second = await build.booking(
                tx, here.offer, here.customer, first.start + HOUR, now, Status.CONFIRMED
            )

        def go(old: Booking, to: datetime) -> Deed:
            return lambda tx: moving.move(tx, here.customer, old.id, Side.CUSTOMER, to, "", now)

        results = await at_once(stores, go(first, second.start), go(second, first.start))

        await assert_sound(stores[0], results)
        async with stores[0].transaction() as tx:
            starts = {(await tx.bookings.get(each.id)).start for each in (first, second)}
        assert starts == {first.start, second.start}
