"""What every step of a life needs: the salon on a real database, somebody to act, a clock.

A run is one transaction that is undone when it ends, so that each begins with the same salon and
an empty calendar. A step that is refused is undone as dispatch does it: by a savepoint.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cache, wraps
from operator import is_not
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import Executable
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.bookings import Status
from domain.notices import Side
from domain.people import Person
from domain.refusals import Refused, TooManyBookings
from domain.spans import from_epoch
from domain.wallclock import date_at, instant
from storage.connection import Connection
from storage.quick import Quick
from storage.store import Tx
from tests.usecases.life.facts import Facts, Kept, read
from tests.usecases.life.salon import Offer, Salon
from tests.usecases.life.tally import Tally

_T = TypeVar("_T")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
HALF_AN_HOUR = 30 * MINUTE
_RECENT = 5  # bookings that things are done with, mostly
_OLD = 20  # from this number on a step is taken with any booking, however old: an old button


class Who(Enum):
    """Who taps: who may, the other side, or somebody who has nothing to do with it."""

    OWN = auto()
    OTHER_SIDE = auto()
    STRANGER = auto()


CUSTOMER = st.integers(0, 3)
OFFER = st.sampled_from([0, 1, 1, 2, 3, 4, 5])
DAYS = st.sampled_from([0, 1, 2, 0, 1, 7, 29, 31])
AHEAD = st.integers(1, 6)
WHICH = st.integers(0, _OLD + 9)
SIDE = st.sampled_from(Side)
WHO = st.sampled_from([Who.OWN] * 6 + [Who.OTHER_SIDE, Who.STRANGER])


def there_is(*statuses: Status) -> Callable[[Any], Any]:
    """A rule that is for such bookings; where there are some, others are tried as well."""
    return precondition(lambda self: self.has(*statuses))


def step(**drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """As hypothesis' `rule`; what comes of it is counted by its name."""

    def named(take: Callable[..., None]) -> Any:  # noqa: ANN401  # what hypothesis makes of it
        @wraps(take)
        def taken(self: "Stage", **values: object) -> None:
            self.taking = take.__name__
            self.tally.tried[self.taking] += 1
            take(self, **values)

        return rule(**drawn)(taken)  # type: ignore[call-overload]  # it takes no bundles

    return named


class Wrote(Connection):
    """A connection that remembers whether it has changed rows."""

    __slots__ = ("has_written",)

    def __init__(self, inner: AsyncConnection) -> None:
        super().__init__(inner)
        self.has_written = False

    async def write(self, statement: Executable, **values: object) -> CursorResult[Any]:
        self.has_written = True
        return await super().write(statement, **values)

    async def write_quickly(self, quick: Quick, values: Mapping[str, object]) -> CursorResult[Any]:
        self.has_written = True
        return await super().write_quickly(quick, values)


@dataclass(frozen=True, slots=True)
class House:
    """What outlives a run; `begins` is when each of them does."""

    loop: asyncio.AbstractEventLoop
    connection: AsyncConnection
    salon: Salon
    begins: datetime
    tally: Tally


def truth(judge: Callable[[Any], None]) -> Callable[[Any], None]:
    """Something that holds after every step, by its name; told of only where it does not."""
    judge.is_truth = True  # type: ignore[attr-defined]
    return judge


class Stage(RuleBasedStateMachine):
    """The rules, and the truths to be judged after each, are in classes that inherit from this.

    `struck` is when the clock's jobs have all run last, `facts` what is so after the last step
    and `before` what was so before it.
    """

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house, self.salon, self.tally = house, house.salon, house.tally
        self.taking = "the beginning"
        self.refusal: Refused | None = None
        self.now = self.struck = house.begins
        self._connection = Wrote(house.connection)
        self._tx = Tx(self._connection)
        self.facts = self.before = Facts()
        self._judged: tuple[Facts, datetime, datetime] | None = None
        self._look()

    @invariant()
    def all_is_well(self) -> None:
        """Every truth holds; of what was judged already it is known."""
        seen = (self.facts, self.now, self.struck)
        if self._judged is None or any(map(is_not, seen, self._judged)):
            for judge in self._truths():
                judge(self)
        self._judged = seen

    @classmethod
    @cache
    def _truths(cls) -> tuple[Callable[[Any], None], ...]:
        every = (getattr(cls, name) for name in dir(cls))
        return tuple(each for each in every if getattr(each, "is_truth", False))

    def teardown(self) -> None:
        self.do(self._house.connection.rollback())

    def act(
        self,
        usecase: Callable[..., Awaitable[object]],
        booking: Kept | None,
        side: Side,
        who: Who,
        *more: object,
    ) -> bool:
        """`usecase(tx, person, booking id, *more, now)`, by the side or by somebody else."""
        if booking is None:
            return False
        return self.act_with(usecase, booking, booking.id, side, who, *more)

    def act_with(
        self,
        usecase: Callable[..., Awaitable[object]],
        booking: Kept,
        thing_id: int,
        side: Side,
        who: Who,
        *more: object,
    ) -> bool:
        """As `act`, where the person names something else that belongs to a booking."""

        async def work(tx: Tx) -> None:
            person = await self._person(tx, booking, side, who)
            await usecase(tx, person, thing_id, *more, self.now)
            assert person.id == self._standing(booking, side), f"a stranger has changed {booking}"

        return self.attempt(work)

    def attempt(self, work: Callable[[Tx], Awaitable[object]]) -> bool:
        """Whether it was not refused; what is, is undone. The facts are those after it."""
        self.all_is_well()  # a step may consist of several that are each judged
        self.before = self.facts
        self._connection.has_written = False
        self.refusal = None

        async def carried_out() -> bool:
            try:
                async with self._tx.attempt():
                    await work(self._tx)
            except Refused as refusal:
                self.refusal = refusal
                return False
            return True

        is_done = self.do(carried_out())
        if is_done and self._connection.has_written:
            self._look()
        if is_done:
            self.tally.add(self.taking, self.before, self.facts)
        return is_done

    def do(self, work: Coroutine[Any, Any, _T]) -> _T:
        return self._house.loop.run_until_complete(work)

    def pick(self, which: int, *statuses: Status) -> Kept | None:
        """One of the latest bookings in one of the statuses, or an old one."""
        fitting = [each for each in self.facts.bookings.values() if each.status in statuses]
        return self.one_of(fitting, which)

    def one_of(self, fitting: Sequence[Kept], which: int) -> Kept | None:
        """One of the latest of them; beyond all that, any booking: somebody taps an old button."""
        every = list(self.facts.bookings.values())
        if which >= _OLD and every:
            return every[which % len(every)]
        chosen = fitting[-_RECENT:]
        return chosen[-1 - which % len(chosen)] if chosen else None

    def has(self, *statuses: Status) -> bool:
        return any(each.status in statuses for each in self.facts.bookings.values())

    def offer(self, number: int) -> Offer:
        return self.salon.offers[number % len(self.salon.offers)]

    def start(self, offer: Offer, days: int, ahead: int) -> datetime:
        """So many half hours from now, or, with Bo, from when he opens; so many days later."""
        provider = offer.provider or self.salon.providers[-1]
        if provider.id == self.salon.providers[0].id:
            passed = (self.now - datetime.min.replace(tzinfo=self.now.tzinfo)) % HALF_AN_HOUR
            return self.now - passed + ahead * HALF_AN_HOUR + days * DAY
        on = date_at(provider.zone, int(self.now.timestamp())) + (days + ahead // 4) * DAY
        return from_epoch(instant(provider.zone, on, 450 + 30 * ahead))

    def keeper_of(self, provider_id: int, who: Who) -> Person:
        """Who runs it; or the other keeper, or the stranger."""
        at = [each.id for each in self.salon.providers].index(provider_id)
        if who is Who.STRANGER:
            return self.salon.stranger
        return self.salon.keepers[at if who is Who.OWN else 1 - at]

    def check_limit(self) -> None:
        """Who has just booked by themselves has no more ahead than may be; a series is one."""
        for booking in self.facts.bookings.values():
            before = self.before.bookings.get(booking.id)
            if booking.is_upcoming and not (before and before.is_upcoming):
                count = self._count_ahead(booking.customer_id)
                most = booking.policy.most_active
                assert count <= most, f"{booking} is one of {count} ahead, of {most} at most"

    def check_refusal(self, customer_id: int) -> None:
        """Nobody is told that they have too many bookings ahead who has fewer than may be."""
        if isinstance(self.refusal, TooManyBookings):
            count = self._count_ahead(customer_id)
            assert count >= self.refusal.limit, f"{count} ahead are too many: {self.refusal!r}"

    def _count_ahead(self, customer_id: int) -> int:
        series = {booking_id: -series_id for series_id, booking_id in self.facts.series}
        every = [each for each in self.facts.bookings.values() if each.customer_id == customer_id]
        theirs = (each for each in every if each.is_upcoming and self.now < each.during.end)
        return len({series.get(each.id, each.id) for each in theirs})

    def _standing(self, booking: Kept, side: Side) -> int:
        if side is Side.CUSTOMER:
            return booking.customer_id
        return self.keeper_of(booking.provider_id, Who.OWN).id

    async def _person(self, tx: Tx, booking: Kept, side: Side, who: Who) -> Person:
        if who is Who.STRANGER:
            return self.salon.stranger
        other = Side.PROVIDER if side is Side.CUSTOMER else Side.CUSTOMER
        return await tx.people.get(self._standing(booking, side if who is Who.OWN else other))

    def _look(self) -> None:
        self.facts = self.do(read(self._connection))
