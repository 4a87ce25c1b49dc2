"""A salon that random people do random things in, on a real database; what must hold after each."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import text

from bot.jobs.render import render
from bot.usecases import booking as booking_usecases, keeping, lapses, outcomes, sessions
from domain.bookings import LIVE, MOVES, Status
from domain.hours import Window
from domain.notices import Kind, Side
from domain.outcomes import Heading
from domain.people import Person
from domain.refusals import Refused
from domain.services import Format, Provider, Service
from domain.sessions import End
from storage.columns import listed
from storage.store import Store, Tx
from tests import build

MINUTE = timedelta(minutes=1)
HALF_AN_HOUR = 30 * MINUTE
OF_A_SESSION = frozenset({Kind.REMINDER, Kind.READY, Kind.ASK_OUTCOME, Kind.ASK_AGAIN})
_LIVE = listed(LIVE)
# What two people could only break by getting past a constraint or a lock.
_BROKEN = text(
    f"""
    SELECT 'overlap' FROM sessions AS one JOIN sessions AS other
        ON one.id < other.id AND one.provider_id = other.provider_id
        AND one.live AND other.live AND one.blocked && other.blocked
    UNION ALL
    SELECT 'session ' || sessions.id FROM sessions
    LEFT JOIN bookings ON bookings.session_id = sessions.id AND status IN ({_LIVE})
    GROUP BY sessions.id
    HAVING count(bookings.id) > sessions.capacity OR (count(bookings.id) > 0) <> sessions.live
        OR count(bookings.id) <> count(DISTINCT bookings.seat)
    UNION ALL
    SELECT 'holds of ' || customer_id FROM bookings WHERE status = 'held'
    GROUP BY customer_id HAVING count(*) > 1
    """  # noqa: S608  # the statuses are ours
)
_BOOKINGS = text("SELECT id FROM bookings ORDER BY id")

WHICH = st.integers(0, 30)
SIDE = st.sampled_from(Side)
IS_STRANGER = st.integers(0, 7).map(lambda number: number == 0)


class Life(RuleBasedStateMachine):
    """`loop` and `store` outlive the run; each run begins with an empty calendar."""

    def __init__(self, loop: asyncio.AbstractEventLoop, store: Store, now: datetime) -> None:
        super().__init__()
        self._loop, self._store, self._now = loop, store, now
        self._ids: list[int] = []
        self._do(self._open())

    @rule(minutes=st.sampled_from([1, 4, 15, 70]))
    def time_passes(self, minutes: int) -> None:
        self._now += minutes * MINUTE
        self._try(self._clock_strikes)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, after=st.sampled_from([-4, 0, 1, 14, 16, 31, 600]))
    def its_time_comes(self, which: int, after: int) -> None:
        self._wait_for(which, after)
        self._try(self._clock_strikes)

    @rule(minutes=st.sampled_from([1, 4, 31]))
    def time_passes_and_the_clock_is_late(self, minutes: int) -> None:
        self._now += minutes * MINUTE

    @rule(who=st.integers(0, 1), what=st.integers(0, 2), ahead=st.integers(1, 6))
    def hold(self, who: int, what: int, ahead: int) -> None:
        self._try(lambda tx: self._held(tx, who, what, ahead))

    @rule(who=st.integers(0, 1), what=st.integers(0, 2), ahead=st.integers(1, 6))
    def book(self, who: int, what: int, ahead: int) -> None:
        async def work(tx: Tx) -> None:
            await self._held(tx, who, what, ahead)
            customer = self._customers[who]
            await booking_usecases.confirm(tx, customer, self._ids[-1], "", self._now)

        self._try(work)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, is_stranger=IS_STRANGER)
    def confirm(self, which: int, is_stranger: bool) -> None:
        self._act(booking_usecases.confirm, which, Side.CUSTOMER, is_stranger, "")

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, is_stranger=IS_STRANGER)
    def accept(self, which: int, is_stranger: bool) -> None:
        self._act(keeping.accept, which, Side.PROVIDER, is_stranger)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, is_stranger=IS_STRANGER)
    def decline(self, which: int, is_stranger: bool) -> None:
        self._act(keeping.decline, which, Side.PROVIDER, is_stranger, "")

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, side=SIDE, is_stranger=IS_STRANGER)
    def cancel(self, which: int, side: Side, is_stranger: bool) -> None:
        self._act(keeping.cancel, which, side, is_stranger, side, "")

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, side=SIDE, after=st.integers(-6, 3), is_stranger=IS_STRANGER)
    def join(self, which: int, side: Side, after: int, is_stranger: bool) -> None:
        self._wait_for(which, after)
        self._act(sessions.join, which, side, is_stranger, side)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, end=st.sampled_from(End), is_stranger=IS_STRANGER)
    def complete(self, which: int, end: End, is_stranger: bool) -> None:
        self._act(sessions.complete, which, Side.PROVIDER, is_stranger, end)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, is_stranger=IS_STRANGER)
    def did_not_come(self, which: int, is_stranger: bool) -> None:
        self._act(sessions.did_not_come, which, Side.PROVIDER, is_stranger)

    @precondition(lambda self: self._ids)
    @rule(which=WHICH, is_stranger=IS_STRANGER)
    def write_and_send_notes(self, which: int, is_stranger: bool) -> None:
        async def work(tx: Tx, keeper: Person, booking_id: int, words: str, now: datetime) -> None:
            await outcomes.write(tx, keeper, booking_id, Heading.TOPICS, words)
            await outcomes.send(tx, keeper, booking_id, now)

        self._act(work, which, Side.PROVIDER, is_stranger, "Layers")

    @invariant()
    def all_is_well(self) -> None:
        self._do(self._check())

    def _act(
        self,
        usecase: Callable[..., Awaitable[object]],
        which: int,
        side: Side,
        is_stranger: bool,
        *more: object,
    ) -> None:
        """One side of one of the bookings does it, or somebody who has nothing to do with it."""
        booking_id = self._known(which)

        async def work(tx: Tx) -> None:
            booking = await tx.bookings.get(booking_id)
            own = {each.id: each for each in self._customers}[booking.customer_id]
            person = own if side is Side.CUSTOMER else self._keeper
            person = self._stranger if is_stranger else person
            before = booking.status
            await usecase(tx, person, booking_id, *more, self._now)
            assert not is_stranger, f"a stranger has changed what was {before}"

        self._try(work)

    def _wait_for(self, which: int, after: int) -> None:
        """So many minutes from the start of a booking that is on, unless that is past."""

        async def work(tx: Tx) -> None:
            booking = await tx.bookings.get(self._known(which))
            if booking.status is Status.CONFIRMED:
                self._now = max(self._now, booking.start + after * MINUTE)

        self._try(work)

    def _known(self, which: int) -> int:
        """The latest ones more often."""
        return self._ids[-1 - which % min(len(self._ids), 6)]

    async def _held(self, tx: Tx, who: int, what: int, ahead: int) -> None:
        passed = (self._now - datetime.min.replace(tzinfo=self._now.tzinfo)) % HALF_AN_HOUR
        start = self._now - passed + ahead * HALF_AN_HOUR
        service, customer = self._services[what], self._customers[who]
        held = await booking_usecases.hold(
            tx, customer, self._provider.id, service.id, start, self._now
        )
        self._ids.append(held.id)

    async def _clock_strikes(self, tx: Tx) -> None:
        """All jobs, once; what is due is rendered and counts as sent if it is true."""
        await lapses.lapse_holds(tx, self._now)
        await lapses.lapse_requests(tx, self._now)
        await lapses.begin_sessions(tx, self._now)
        await lapses.miss_sessions(tx, self._now)
        for claimed in await tx.notices.claim(self._now, MINUTE, 1000):
            if await render(tx, claimed.notice, self._now) is None:
                await tx.notices.cancelled(claimed.id, "outdated")
            else:
                await tx.notices.sent(claimed.id, 1, self._now)

    async def _check(self) -> None:
        async with self._store.transaction() as tx:
            broken = (await tx._connection.read(_BROKEN)).scalars().all()
            assert not broken, broken
            known = (await tx._connection.read(_BOOKINGS)).scalars().all()
            for booking_id in known:
                await _check_booking(tx, booking_id)

    async def _open(self) -> None:
        async with self._store.transaction() as tx:
            await tx._connection.write(text("TRUNCATE sessions CASCADE"))
            self._customers = [await build.person(tx, self._now, name) for name in ("Maya", "Sam")]
            self._keeper = await build.person(tx, self._now, "Ayu")
            self._stranger = await build.person(tx, self._now, "Budi")
            self._provider, self._services = await _salon(tx, self._now)
            await tx.providers.claim(self._provider.id, self._keeper.id)

    def _try(self, work: Callable[[Tx], Awaitable[None]]) -> None:
        """As dispatch does: what is refused is undone."""

        async def carried_out() -> None:
            async with self._store.transaction() as tx:
                with suppress(Refused):
                    async with tx.attempt():
                        await work(tx)

        self._do(carried_out())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._loop.run_until_complete(work)


async def _check_booking(tx: Tx, booking_id: int) -> None:
    booking = await tx.bookings.get(booking_id)
    reached = None
    for change in await tx.bookings.events(booking_id):
        assert change.before is reached
        if reached is not None:
            assert change.actor.role in MOVES[reached][change.after]
        reached = change.after
    assert reached is booking.status
    if booking.status is Status.IN_PROGRESS:
        assert booking.joined

    is_on = booking.status in {Status.CONFIRMED, Status.IN_PROGRESS}
    for row in await tx.notices.ledger(booking_id):
        if row.state == "pending" and row.notice.kind in OF_A_SESSION:
            assert is_on, f"{row.notice.kind} is pending for what is {booking.status}"
            assert row.notice.version == booking.version


async def _salon(tx: Tx, now: datetime) -> tuple[Provider, list[Service]]:
    """Open day and night: a visit, a call that is confirmed by hand, a class for two."""
    services = (
        build.service_entry("visit"),
        build.service_entry("call", format=Format.VIDEO, approval=True),
        build.service_entry("class", format=Format.CHAT, rules=replace(build.RULES, capacity=2)),
    )
    ayu = build.provider_entry(
        services=tuple(each.slug for each in services), weekly=((Window(0, 1440),),) * 7
    )
    slug = f"salon-{build.draw()}"
    await tx.catalogue.apply(
        [build.organization_entry(slug, services=services, providers=(ayu,))], now
    )
    provider = max(await tx.providers.offered(None, 10_000, 0), key=lambda each: each.id)
    return provider, await tx.providers.services(provider.id)
