"""The clock goes on, and the program does by itself what is due."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from bot.jobs.render import render
from bot.usecases import lapses
from domain.bookings import Status
from domain.notices import FeedNotice, Kind, Notice
from storage.store import Tx
from tests.usecases.life.stage import DAY, MINUTE, WHICH, step, there_is
from tests.usecases.life.waiting import Waiting

_CHANGES = tuple(  # of the clocks in Berlin and New York
    datetime(2027, month, day, hour, tzinfo=UTC)
    for month, day, hour in ((3, 14, 7), (3, 28, 1), (10, 31, 1), (11, 7, 6))
)


_JOBS = (lapses.lapse_holds, lapses.lapse_requests, lapses.begin_sessions, lapses.miss_sessions)


class Clock(Waiting):
    @step(minutes=st.sampled_from([1, 4, 15, 70]))
    def minutes_pass(self, minutes: int) -> None:
        self._strike_at(self.now + minutes * MINUTE)

    @step(hours=st.sampled_from([3, 11]))
    def hours_pass(self, hours: int) -> None:
        self._strike_at(self.now + timedelta(hours=hours))

    @step(days=st.sampled_from([1, 2, 7]))
    def days_pass(self, days: int) -> None:
        self._strike_at(self.now + days * DAY)

    @there_is(Status.CONFIRMED, Status.PENDING, Status.IN_PROGRESS)
    @step(which=WHICH, after=st.sampled_from([-1441, -4, 0, 1, 14, 16, 31, 600]))
    def its_time_comes(self, which: int, after: int) -> None:
        """So many minutes after the start of a booking that is on, unless that is past."""
        booking = self.pick(which, Status.CONFIRMED, Status.PENDING, Status.IN_PROGRESS)
        if booking is not None and booking.is_upcoming:
            self._strike_at(max(self.now, booking.start + after * MINUTE))

    @precondition(lambda self: self.next_change())
    @step(minutes=st.sampled_from([-35, 25]))
    def the_clocks_are_about_to_change(self, minutes: int) -> None:
        """Or they just have: so long after the next change, if it is within days."""
        change = self.next_change()
        if change is not None:
            self._strike_at(max(self.now, change + minutes * MINUTE))

    @step(minutes=st.sampled_from([1, 4, 31]))
    def minutes_pass_and_the_program_is_late(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @step(job=st.sampled_from(_JOBS))
    def one_job_runs(self, job: Callable[[Tx, datetime], Awaitable[int]]) -> None:
        self.attempt(lambda tx: job(tx, self.now))

    @precondition(lambda self: self.is_due())
    @step()
    def what_is_due_is_told(self) -> None:
        self.attempt(self._tell)

    def is_due(self) -> bool:
        return any(each.is_pending and each.due <= self.now for each in self.facts.notices)

    def next_change(self) -> datetime | None:
        near = (each for each in _CHANGES if self.now < each < self.now + 4 * DAY)
        return next(near, None)

    def _strike_at(self, now: datetime) -> None:
        self.now = now
        assert self.attempt(self._strike), "the program cannot do its own work"
        self.struck = now

    async def _strike(self, tx: Tx) -> None:
        """All jobs, in the order of the ticker."""
        for job in _JOBS:
            await job(tx, self.now)
        await self._tell(tx)
        await self.deal(tx)

    async def _tell(self, tx: Tx) -> None:
        """What is due is rendered, and counts as sent if it is true."""
        for claimed in await tx.notices.claim(self.now, MINUTE, 1000):
            assert not isinstance(claimed.notice, FeedNotice)
            if await render(tx, claimed.notice, self.now) is None:
                await tx.notices.cancelled(claimed.id, "outdated")
            else:
                await self._check_true(tx, claimed.notice)
                await tx.notices.sent(claimed.id, 1, self.now)

    async def _check_true(self, tx: Tx, notice: Notice) -> None:
        """A reminder that goes out is of a booking that is on, and still ahead."""
        if notice.kind is Kind.REMINDER:
            booking = await tx.bookings.get(notice.booking_id)
            assert booking.status is Status.CONFIRMED, f"a reminder of what is {booking.status}"
            assert self.now < booking.start, f"a reminder at {self.now} of {booking.start}"
