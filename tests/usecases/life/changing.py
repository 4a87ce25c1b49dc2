"""What becomes of a booking before it begins: answered, called off, moved, by either side."""

from datetime import datetime

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from bot.usecases import answering, keeping, moving, policies, proposals, series, suggesting
from domain.bookings import Status
from domain.notices import Side
from domain.people import Person
from domain.policies import Clause, Level
from storage.store import Tx
from tests.usecases.life.facts import Kept
from tests.usecases.life.givens import Given, suggest
from tests.usecases.life.stage import AHEAD, DAYS, SIDE, WHICH, WHO, Who, step, there_is


class Changing(Given):
    @step(which=WHICH, who=WHO)
    def accept(self, which: int, who: Who) -> None:
        self.act(keeping.accept, self.a_request(which), Side.PROVIDER, who)

    @step(which=WHICH, who=WHO)
    def decline(self, which: int, who: Who) -> None:
        self.act(keeping.decline, self.a_request(which), Side.PROVIDER, who, "")

    @step(which=WHICH, who=WHO, count=st.integers(0, 4))
    def suggest(self, which: int, who: Who, count: int) -> None:
        self.act(suggest, self.a_request(which), Side.PROVIDER, who, count)

    @step(which=WHICH, who=WHO, number=st.integers(0, 3))
    def take_what_is_suggested(self, which: int, who: Who, number: int) -> None:
        async def work(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
            starts = await tx.bookings.suggested(booking_id)
            start = starts[number % len(starts)] if starts else now
            await suggesting.take(tx, person, booking_id, start, now)

        self.act(work, self.suggestions(which), Side.CUSTOMER, who)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @step(which=WHICH, side=SIDE, who=WHO)
    def cancel(self, which: int, side: Side, who: Who) -> None:
        upcoming = self.pick(which, Status.CONFIRMED, Status.PENDING)
        self.act(keeping.cancel, upcoming, side, who, side, "")

    @precondition(lambda self: self.facts.series)
    @step(which=WHICH, side=SIDE, who=WHO)
    def cancel_from_here_on(self, which: int, side: Side, who: Who) -> None:
        self.act(series.cancel_following, self._repeated(which), side, who, side, "")

    @there_is(Status.CONFIRMED)
    @step(which=WHICH, side=SIDE, who=WHO)
    def say_that_one_will_come(self, which: int, side: Side, who: Who) -> None:
        self.act(keeping.will_come, self.pick(which, Status.CONFIRMED), side, who, side)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @step(which=WHICH, side=SIDE, who=WHO, days=DAYS, ahead=AHEAD)
    def move_it(self, which: int, side: Side, who: Who, days: int, ahead: int) -> None:
        booking = self.pick(which, Status.CONFIRMED, Status.PENDING)
        self.move(booking, side, who, days, ahead)

    @step(which=WHICH, days=st.integers(0, 3), ahead=AHEAD)
    def ask_for_another_time(self, which: int, days: int, ahead: int) -> None:
        """Of what its provider has to agree to; other bookings are just moved."""
        self.move(self.a_promise(which), Side.CUSTOMER, Who.OWN, days, ahead)

    @step(which=WHICH, side=SIDE, days=DAYS, ahead=AHEAD)
    def move_what_another_time_is_asked_for(
        self, which: int, side: Side, days: int, ahead: int
    ) -> None:
        self.move(self.what_may_move(which), side, Who.OWN, days, ahead)

    @step(which=WHICH, side=SIDE, who=WHO)
    def cancel_what_another_time_is_asked_for(self, which: int, side: Side, who: Who) -> None:
        self.act(keeping.cancel, self.what_may_move(which), side, who, side, "")

    @step(which=WHICH, side=SIDE, days=st.integers(0, 3), ahead=AHEAD, grace=st.integers(5, 30))
    def move_under_another_policy(
        self, which: int, side: Side, days: int, ahead: int, grace: int
    ) -> None:
        """Than the one that applied when it was booked, which still does."""
        promised = self.a_promise(which)
        if promised is None:
            return
        whose = promised.provider_id
        keeper = self.keeper_of(whose, Who.OWN)
        laid_down = (Level.PROVIDER, whose, Clause.GRACE, grace)
        self.attempt(lambda tx: policies.set_clause(tx, keeper, *laid_down))
        self.move(promised, side, Who.OWN, days, ahead)

    @precondition(lambda self: self.facts.series)
    @step(which=WHICH, side=SIDE, who=WHO, days=DAYS, ahead=AHEAD)
    def move_one_of_a_series(self, which: int, side: Side, who: Who, days: int, ahead: int) -> None:
        self.move(self._repeated(which), side, who, days, ahead)

    @step(which=WHICH, who=WHO)
    def agree_to_another_time(self, which: int, who: Who) -> None:
        self.act(proposals.accept, self.a_proposal(which), Side.PROVIDER, who)

    @step(which=WHICH, who=WHO)
    def refuse_another_time(self, which: int, who: Who) -> None:
        self.act(proposals.refuse, self.a_proposal(which), Side.PROVIDER, who)

    @step(which=WHICH, who=WHO)
    def want_no_other_time(self, which: int, who: Who) -> None:
        self.act(moving.keep, self.what_may_move(which), Side.CUSTOMER, who)

    @step(which=WHICH, who=WHO)
    def accept_a_series(self, which: int, who: Who) -> None:
        self.act(answering.accept_all, self.requests_of_a_series(which), Side.PROVIDER, who)

    @step(which=WHICH, who=WHO)
    def decline_a_series(self, which: int, who: Who) -> None:
        self.act(answering.decline_all, self.requests_of_a_series(which), Side.PROVIDER, who, "")

    def _of_series(self) -> list[Kept]:
        return [self.facts.bookings[booking_id] for _, booking_id in self.facts.series]

    def _repeated(self, which: int) -> Kept | None:
        """One of a series; one that is on, if there are any."""
        every = self._of_series()
        return self.one_of([each for each in every if each.is_upcoming] or every, which)
