"""People book: for themselves, for others, again and again."""

from datetime import datetime

from hypothesis import strategies as st
from hypothesis.stateful import initialize

from bot.usecases import booking, keeping, onbehalf, seeking
from domain import slots
from domain.bookings import Status
from domain.notices import Side
from domain.people import Person
from domain.refusals import Refused
from domain.series import Every
from domain.services import Format
from domain.spans import from_epoch
from storage.store import Tx
from tests.usecases.life.facts import Kept
from tests.usecases.life.givens import Given, repeat
from tests.usecases.life.salon import Offer
from tests.usecases.life.stage import (
    AHEAD,
    CUSTOMER,
    DAY,
    DAYS,
    HALF_AN_HOUR,
    OFFER,
    WHICH,
    WHO,
    Who,
    step,
    there_is,
)

_WAYS = st.sampled_from([Format.IN_PERSON, Format.VIDEO, Format.PHONE])


class _Undone(Refused):
    """Nobody really wanted it."""


class Booking(Given):
    @initialize(wishes=st.lists(st.tuples(CUSTOMER, OFFER, DAYS, AHEAD), min_size=2, max_size=6))
    def some_have_booked(self, wishes: list[tuple[int, int, int, int]]) -> None:
        """And have been accepted, where that is needed."""
        for wish in wishes:
            self.book(*wish)
            self.act(keeping.accept, self.pick(0, Status.PENDING), Side.PROVIDER, Who.OWN)

    @step(customer=CUSTOMER, what=OFFER, days=DAYS, ahead=AHEAD)
    def hold(self, customer: int, what: int, days: int, ahead: int) -> None:
        self.attempt(lambda tx: self._hold(tx, customer, what, days, ahead))

    @step(customer=CUSTOMER, what=OFFER, days=DAYS, ahead=AHEAD)
    def book_at_once(self, customer: int, what: int, days: int, ahead: int) -> None:
        """And change one's mind at no point."""
        self.book(customer, what, days, ahead)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @step(which=WHICH, what=OFFER, earlier=st.integers(0, 1))
    def book_at_the_same_time(self, which: int, what: int, earlier: int) -> None:
        """As something that one has already, of whatever provider."""
        theirs, offer = self.pick(which, Status.CONFIRMED, Status.PENDING), self.offer(what)
        if theirs is None or theirs.customer_id in self.facts.walk_ins:
            return
        person = next(each for each in self.salon.customers if each.id == theirs.customer_id)
        start = theirs.start - earlier * HALF_AN_HOUR
        self.book_at(person, offer, start)

    @step(which=WHICH, who=WHO, way=_WAYS)
    def choose_a_format(self, which: int, who: Who, way: Format) -> None:
        async def work(tx: Tx, person: Person, booking_id: int, _now: datetime) -> None:
            await booking.meet(tx, person, booking_id, way)

        self.act(work, self.a_hold(which), Side.CUSTOMER, who)

    @step(which=WHICH, who=WHO)
    def confirm(self, which: int, who: Who) -> None:
        """What is held, or was."""
        lost = self.pick(which, Status.EXPIRED) if which % 2 else None
        held = lost or self.a_hold(which)
        self.act(booking.confirm, held, Side.CUSTOMER, who, "")
        self.check_limit()

    @step(customer=CUSTOMER)
    def give_back(self, customer: int) -> None:
        self.attempt(lambda tx: booking.release(tx, self.salon.customers[customer], self.now))

    @step(customer=st.integers(0, 5), what=OFFER, days=DAYS, ahead=AHEAD, who=WHO)
    def book_for(self, customer: int, what: int, days: int, ahead: int, who: Who) -> None:
        """A provider does, for somebody who was there before or for a walk-in."""
        offer = self.offer(what)
        if offer.provider is None:
            return
        provider_id = offer.provider.id
        keeper = self.keeper_of(provider_id, who)

        async def work(tx: Tx) -> None:
            whom = await self._whom(tx, keeper, provider_id, customer)
            sought = seeking.at_once(await seeking.seek(tx, whom, provider_id, offer.service.id))
            start = self.start(offer, days, ahead)
            held = await booking.hold_sought(tx, whom, sought, start, self.now)
            await booking.confirm_for(tx, keeper, held.id, "", self.now)
            assert who is Who.OWN, f"a stranger has booked for {whom.first_name}"

        self.attempt(work)

    @there_is(Status.CONFIRMED, Status.PENDING)
    @step(
        which=WHICH,
        who=WHO,
        every=st.sampled_from(Every),
        count=st.integers(2, 4),
        ticks=st.integers(0, 7),
    )
    def repeat(self, which: int, who: Who, every: Every, count: int, ticks: int) -> None:
        self.act(repeat(every, count, ticks), self._single(which), Side.CUSTOMER, who)

    @step(customer=CUSTOMER, what=OFFER, days=DAYS, number=st.integers(0, 47))
    def what_is_listed_can_be_booked(
        self, customer: int, what: int, days: int, number: int
    ) -> None:
        """Any free start can be held at this moment, and none that is not free; then undo it."""
        offer, person = self.offer(what), self.salon.customers[customer]
        if offer.provider is None:
            return
        provider_id = offer.provider.id
        on = (self.now + days * DAY).astimezone(offer.provider.zone).date()

        async def work(tx: Tx) -> None:
            _, service = await tx.providers.offer(provider_id, offer.service.id)
            diary = await tx.schedules.around(provider_id, on, on, self.now, person.id)
            free = slots.free(diary, service, on, on, self.now)
            start = self._any_start(offer, on.toordinal(), number)
            is_listed = int(start.timestamp()) in free
            if free and number % 2:
                start, is_listed = from_epoch(free[number % len(free)]), True
            assert await self._can_hold(tx, person, offer, start) is is_listed, (
                f"{start} is {'' if is_listed else 'not '}listed as free"
            )
            raise _Undone

        self.attempt(work)

    async def _can_hold(self, tx: Tx, person: Person, offer: Offer, start: datetime) -> bool:
        assert offer.provider is not None
        try:
            async with tx.attempt():
                await booking.hold(tx, person, offer.provider.id, offer.service.id, start, self.now)
        except Refused:
            return False
        return True

    def _any_start(self, offer: Offer, on: int, number: int) -> datetime:
        assert offer.provider is not None
        midnight = datetime.fromordinal(on).replace(tzinfo=offer.provider.zone)
        return from_epoch(int(midnight.timestamp()) + 1800 * number)

    def _single(self, which: int) -> Kept | None:
        """What can be the first of a series."""
        repeated = {booking_id for _, booking_id in self.facts.series}
        ahead = [each for each in self.facts.live if each.is_upcoming and self.now < each.start]
        return self.one_of([each for each in ahead if each.id not in repeated], which)

    async def _hold(self, tx: Tx, customer: int, what: int, days: int, ahead: int) -> int:
        person, offer = self.salon.customers[customer], self.offer(what)
        return await self.hold_at(tx, person, offer, self.start(offer, days, ahead))

    async def _whom(self, tx: Tx, keeper: Person, provider_id: int, number: int) -> Person:
        if number >= len(self.salon.customers):
            return await onbehalf.walk_in(tx, keeper, provider_id, "Ibu Sari, +62 812 0000 0000")
        whom = self.salon.customers[number]
        return await onbehalf.known(tx, keeper, provider_id, whom.id)
