"""Sessions: people come or do not, and the provider says what became of it; what both say later."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from hypothesis import strategies as st

from bot.usecases import followups, outcomes, reviewing, sessions
from domain.bookings import Status
from domain.followups import State, Task
from domain.notices import Side
from domain.outcomes import Heading
from domain.people import Person
from domain.sessions import End
from storage.store import Tx
from tests.usecases.life.givens import Given
from tests.usecases.life.stage import MINUTE, SIDE, WHICH, WHO, Who, step, there_is

_STARS = st.integers(0, 6)
_DUE = st.sampled_from([0, 1, 3, 366, 367])


class Meeting(Given):
    @there_is(Status.CONFIRMED, Status.IN_PROGRESS)
    @step(which=WHICH, side=SIDE, who=WHO, after=st.integers(-6, 3))
    def join(self, which: int, side: Side, who: Who, after: int) -> None:
        """So many minutes after the start, unless that is past."""
        booking = self.pick(which, Status.CONFIRMED, Status.IN_PROGRESS)
        if booking is not None:
            self.now = max(self.now, booking.start + after * MINUTE)
        self.act(sessions.join, booking, side, who, side)

    @there_is(Status.CONFIRMED, Status.IN_PROGRESS)
    @step(which=WHICH, who=WHO, end=st.sampled_from(End))
    def complete(self, which: int, who: Who, end: End) -> None:
        begun = self.pick(which, Status.IN_PROGRESS, Status.CONFIRMED)
        self.act(sessions.complete, begun, Side.PROVIDER, who, end)

    @there_is(Status.CONFIRMED, Status.IN_PROGRESS)
    @step(which=WHICH, who=WHO)
    def it_took_place(self, which: int, who: Who) -> None:
        """Once it is over, however late that is said."""
        booking = self.pick(which, Status.CONFIRMED, Status.IN_PROGRESS)
        if booking is not None:
            self.now = max(self.now, booking.during.end)
        self.act(sessions.complete, booking, Side.PROVIDER, who, End.PLANNED)

    @there_is(Status.CONFIRMED, Status.IN_PROGRESS)
    @step(which=WHICH, who=WHO)
    def did_not_come(self, which: int, who: Who) -> None:
        begun = self.pick(which, Status.IN_PROGRESS, Status.CONFIRMED)
        self.act(sessions.did_not_come, begun, Side.PROVIDER, who)

    @step(which=WHICH, who=WHO, words=st.sampled_from(["Layers", ""]))
    def write_notes(self, which: int, who: Who, words: str) -> None:
        self.write_notes_of(which, who, words)

    def write_notes_of(self, which: int, who: Who, words: str) -> None:
        async def work(tx: Tx, keeper: Person, booking_id: int, _now: datetime) -> None:
            await outcomes.write(tx, keeper, booking_id, Heading.TOPICS, words)

        self._afterwards(work, which, Side.PROVIDER, who)

    @step(which=WHICH, who=WHO)
    def send_notes(self, which: int, who: Who) -> None:
        """What was written just now, or nothing at all."""
        if which % 4:
            self.write_notes_of(which, Who.OWN, "Layers")
        self._afterwards(outcomes.send, which, Side.PROVIDER, who)

    @step(which=WHICH, who=WHO, stars=_STARS)
    def review(self, which: int, who: Who, stars: int) -> None:
        self._afterwards(reviewing.give, which, Side.CUSTOMER, who, stars)

    @step(which=WHICH, who=WHO, words=st.sampled_from(["Lovely", ""]))
    def comment(self, which: int, who: Who, words: str) -> None:
        """On what one has given stars for, or on nothing."""
        if which % 4:
            self._afterwards(reviewing.give, which, Side.CUSTOMER, Who.OWN, 5)
        self._afterwards(reviewing.comment, which, Side.CUSTOMER, who, words)

    @step(which=WHICH, who=WHO, stars=_STARS)
    def say_how_they_took_part(self, which: int, who: Who, stars: int) -> None:
        self._afterwards(reviewing.took_part, which, Side.PROVIDER, who, stars)

    @step(which=WHICH, who=WHO, task=st.sampled_from(Task), days=_DUE)
    def plan_a_follow_up(self, which: int, who: Who, task: Task, days: int) -> None:
        due = self.now.date() + timedelta(days=days)
        self._afterwards(followups.plan, which, Side.PROVIDER, who, task, "Ask", due)

    @step(which=WHICH, who=WHO, days=_DUE, number=st.integers(0, 3))
    def put_a_follow_up_off(self, which: int, who: Who, days: int, number: int) -> None:
        due = self.now.date() + timedelta(days=days)
        self._with_follow_up(followups.move, which, who, number, due)

    @step(which=WHICH, who=WHO, state=st.sampled_from(State), number=st.integers(0, 3))
    def close_a_follow_up(self, which: int, who: Who, state: State, number: int) -> None:
        self._with_follow_up(followups.close, which, who, number, state)

    def _afterwards(
        self,
        usecase: Callable[..., Awaitable[object]],
        which: int,
        side: Side,
        who: Who,
        *more: object,
    ) -> None:
        self.act(usecase, self.what_took_place(which), side, who, *more)

    def _with_follow_up(
        self,
        usecase: Callable[..., Awaitable[object]],
        which: int,
        who: Who,
        number: int,
        what: object,
    ) -> None:
        """With one of the open ones of a booking's provider."""

        async def work(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
            about = await tx.bookings.get(booking_id)
            found = await tx.follow_ups.page(about.provider_id, 4, 0)
            if found:
                follow_up = found[number % len(found)].follow_up
                await usecase(tx, person, follow_up.id, what, now)
            else:
                await followups.about(tx, person, booking_id, now)

        self._afterwards(work, which, Side.PROVIDER, who)
