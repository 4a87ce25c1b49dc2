"""What becomes of a booking before it begins: answered, called off, moved, by either side."""

from datetime import datetime

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.usecases import keeping, moving, proposals, series, suggesting
from domain.bookings import Status
from domain.notices import Side
from domain.people import Person
from storage.store import Tx
from tests.usecases.life.facts import Kept
from tests.usecases.life.salon import Offer
from tests.usecases.life.stage import AHEAD, DAYS, SIDE, WHICH, WHO, Stage, Who, there_is


class Changing(Stage):
    @there_is(Status.PENDING)
    @rule(which=WHICH, who=WHO)
    def accept(self, which: int, who: Who) -> None:
        self.act(keeping.accept, self.pick(which, Status.PENDING), Side.PROVIDER, who)

    @there_is(Status.PENDING)
    @rule(which=WHICH, who=WHO)
    def decline(self, which: int, who: Who) -> None:
        self.act(keeping.decline, self.pick(which, Status.PENDING), Side.PROVIDER, who, "")

    @there_is(Status.PENDING)
    @rule(which=WHICH, who=WHO, count=st.integers(0, 4))
    def suggest(self, which: int, who: Who, count: int) -> None:
        """Decline, and name some of the times that are shown."""

        async def work(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
            seen = await suggesting.nearest(tx, person, booking_id, now)
            start, others = seen.booking.start, seen.others[:count]
            await suggesting.suggest(tx, person, booking_id, start, others, now)

        self.act(work, self.pick(which, Status.PENDING), Side.PROVIDER, who)

    @there_is(Status.DECLINED)
    @rule(which=WHICH, who=WHO, number=st.integers(0, 3))
    def take_what_is_suggested(self, which: int, who: Who, number: int) -> None:
        async def work(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
            starts = await tx.bookings.suggested(booking_id)
            start = starts[number % len(starts)] if starts else now
            await suggesting.take(tx, person, booking_id, start, now)

        self.act(work, self.pick(which, Status.DECLINED), Side.CUSTOMER, who)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @rule(which=WHICH, side=SIDE, who=WHO)
    def cancel(self, which: int, side: Side, who: Who) -> None:
        upcoming = self.pick(which, Status.CONFIRMED, Status.PENDING)
        self.act(keeping.cancel, upcoming, side, who, side, "")

    @precondition(lambda self: self.facts.series)
    @rule(which=WHICH, side=SIDE, who=WHO)
    def cancel_from_here_on(self, which: int, side: Side, who: Who) -> None:
        self.act(series.cancel_following, self._repeated(which), side, who, side, "")

    @there_is(Status.CONFIRMED)
    @rule(which=WHICH, side=SIDE, who=WHO)
    def say_that_one_will_come(self, which: int, side: Side, who: Who) -> None:
        self.act(keeping.will_come, self.pick(which, Status.CONFIRMED), side, who, side)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @rule(which=WHICH, side=SIDE, who=WHO, days=DAYS, ahead=AHEAD)
    def move(self, which: int, side: Side, who: Who, days: int, ahead: int) -> None:
        booking = self.pick(which, Status.CONFIRMED, Status.PENDING)
        if booking is not None:
            start = self.start(self._from_its_provider(booking), days, ahead)
            self.act(moving.move, booking, side, who, side, start, "")

    @there_is(Status.CONFIRMED)
    @rule(which=WHICH, days=st.integers(1, 3), ahead=AHEAD)
    def ask_for_another_time(self, which: int, days: int, ahead: int) -> None:
        """Of a service that is approved by hand; others are just moved."""
        every = [each for each in self.facts.bookings.values() if each.status is Status.CONFIRMED]
        by_hand = [each for each in every if each.service_id == self.salon.offers[1].service.id]
        booking = self.one_of(by_hand or every, which)
        if booking is not None:
            start = self.start(self._from_its_provider(booking), days, ahead)
            self.act(moving.move, booking, Side.CUSTOMER, Who.OWN, Side.CUSTOMER, start, "")

    @precondition(lambda self: self.facts.series)
    @rule(which=WHICH, side=SIDE, who=WHO, days=DAYS, ahead=AHEAD)
    def move_one_of_a_series(self, which: int, side: Side, who: Who, days: int, ahead: int) -> None:
        booking = self._repeated(which)
        if booking is not None:
            start = self.start(self._from_its_provider(booking), days, ahead)
            self.act(moving.move, booking, side, who, side, start, "")

    @precondition(lambda self: self.kept_to_move())
    @rule(which=WHICH, who=WHO)
    def agree_to_another_time(self, which: int, who: Who) -> None:
        self.act(proposals.accept, self._kept_to_move(which), Side.PROVIDER, who)

    @precondition(lambda self: self.kept_to_move())
    @rule(which=WHICH, who=WHO)
    def refuse_another_time(self, which: int, who: Who) -> None:
        self.act(proposals.refuse, self._kept_to_move(which), Side.PROVIDER, who)

    @precondition(lambda self: self.kept_to_move())
    @rule(which=WHICH, who=WHO)
    def want_no_other_time(self, which: int, who: Who) -> None:
        self.act(moving.keep, self.pick(which, Status.CONFIRMED), Side.CUSTOMER, who)

    def _from_its_provider(self, booking: Kept) -> Offer:
        return Offer(self.salon.provider(booking.provider_id), self.salon.offers[0].service)

    def kept_to_move(self) -> list[Kept]:
        """The times that are kept for bookings; those that were, if there are none."""
        every = [each for each in self.facts.bookings.values() if each.moves_id is not None]
        return [each for each in every if each.is_live] or every

    def _kept_to_move(self, which: int) -> Kept | None:
        return self.one_of(self.kept_to_move(), which)

    def _repeated(self, which: int) -> Kept | None:
        """One of a series."""
        repeated = [self.facts.bookings[booking_id] for _, booking_id in self.facts.series]
        return self.one_of(repeated, which)
