"""What some steps are about: it is found, or else people do what it takes to make it so.

By chance alone a proposal, an offer or a series of requests is rare, and soon gone.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.usecases import (
    booking,
    dealing,
    keeping,
    moving,
    seeking,
    series,
    sessions,
    suggesting,
    waiting,
)
from domain.bookings import Status
from domain.dayparts import Part
from domain.notices import Side
from domain.people import Person
from domain.series import Every
from domain.sessions import End
from storage.store import Tx
from tests.usecases.life.facts import Kept
from tests.usecases.life.salon import Offer
from tests.usecases.life.stage import DAY, Stage, Who

_VISIT, _CALL = 0, 1  # among the salon's offers; a call is approved by hand


class Given(Stage):
    """`which` of what there is; where nothing is, it also says who makes it so, and when."""

    def a_request(self, which: int) -> Kept | None:
        if not self._ahead(Status.PENDING):
            self._ask(which)
        return self.one_of(self._ahead(Status.PENDING), which)

    def a_promise(self, which: int) -> Kept | None:
        """What is confirmed and ahead, and its provider has to agree to another time."""
        if not self._promised():
            self._ask(which)
            asked = self.pick(0, Status.PENDING)
            self.act(keeping.accept, asked, Side.PROVIDER, Who.OWN)
        return self.one_of(self._promised(), which)

    def a_proposal(self, which: int) -> Kept | None:
        """Another time that is kept for a booking."""
        if not self._proposed():
            self.move(self.a_promise(which), Side.CUSTOMER, Who.OWN, which % 3, 1 + which % 6)
        return self.one_of(self._proposed(), which)

    def what_may_move(self, which: int) -> Kept | None:
        """A booking for which another time is kept."""
        held = self.a_proposal(which)
        return held and self.facts.bookings[held.moves_id or held.id]

    def requests_of_a_series(self, which: int) -> Kept | None:
        if not self._asked_together():
            first = self.a_request(0)
            self.act(_repeat_weekly, first, Side.CUSTOMER, Who.OWN)
        return self.one_of(self._asked_together(), which)

    def suggestions(self, which: int) -> Kept | None:
        """What was declined, with other times."""
        if not self._suggested():
            self.act(suggest, self.a_request(which), Side.PROVIDER, Who.OWN, 3)
        return self.one_of(self._suggested(), which)

    def a_hold(self, which: int) -> Kept | None:
        """Of somebody who has not checked out yet; of a service that is met in several ways."""
        if not self._held():
            person, offer = self.salon.customers[which % 4], self.offer(which % 2)
            start = self.start(offer, which % 3, 1 + which % 6)
            self.attempt(lambda tx: self.hold_at(tx, person, offer, start))
        return self.one_of(self._held(), which)

    def what_took_place(self, which: int) -> Kept | None:
        """Something that was completed, and lately."""
        if not self._completed():
            self.book(which % 4, _VISIT, 0, 1 + which % 2)
            booked = self.pick(0, Status.CONFIRMED)
            if booked is not None:
                self.now = max(self.now, booked.during.end)
            self.act(sessions.complete, booked, Side.PROVIDER, Who.OWN, End.PLANNED)
        return self.one_of(self._completed(), which)

    def an_offer(self, which: int) -> Kept | None:
        """A time that somebody waited for, who has not answered yet."""
        if not self._offered():
            self._book_and_let_go(which)
        return self.one_of(self._offered(), which)

    def book(self, customer: int, what: int, days: int, ahead: int) -> None:
        offer = self.offer(what)
        self.book_at(self.salon.customers[customer], offer, self.start(offer, days, ahead))

    def book_at(self, person: Person, offer: Offer, start: datetime) -> None:
        async def work(tx: Tx) -> None:
            held_id = await self.hold_at(tx, person, offer, start)
            await booking.confirm(tx, person, held_id, "", self.now)

        self.attempt(work)
        self.check_limit()
        self.check_refusal(person.id)

    async def hold_at(self, tx: Tx, person: Person, offer: Offer, start: datetime) -> int:
        provider_id = offer.provider.id if offer.provider else None
        sought = await seeking.seek(tx, person, provider_id, offer.service.id)
        return (await booking.hold_sought(tx, person, sought, start, self.now)).id

    def move(self, booking: Kept | None, side: Side, who: Who, days: int, ahead: int) -> None:
        if booking is not None:
            provider = self.salon.provider(booking.provider_id)
            start = self.start(Offer(provider, self.salon.offers[_VISIT].service), days, ahead)
            self.act(moving.move, booking, side, who, side, start, "")

    def join_line(self, customer: int, what: int, dates: int, part: Part) -> None:
        person, offer = self.salon.customers[customer], self.offer(what)
        provider_id = offer.provider.id if offer.provider else None

        async def work(tx: Tx) -> None:
            sought = await seeking.seek(tx, person, provider_id, offer.service.id)
            shown = waiting.dates(sought, None, self.now)
            first, last = shown[dates % len(shown)]
            await waiting.join(tx, person, sought, first, last, part, self.now)

        self.attempt(work)

    async def deal(self, tx: Tx) -> None:
        for service_id in await tx.waitlist.waited_for():
            await dealing.deal(tx, service_id, self.now)

    def _ask(self, which: int) -> None:
        self.book(which % 4, _CALL, 1 + which % 3, 1 + which % 6)

    def _book_and_let_go(self, which: int) -> None:
        """A time that somebody else has waited for meanwhile."""
        self.book(which % 4, _VISIT, which % 3, 4 + which % 3)
        booked = self.pick(0, Status.CONFIRMED)
        self.join_line((which + 1) % 4, _VISIT, 0, Part.ALL)
        self.act(keeping.cancel, booked, Side.PROVIDER, Who.OWN, Side.PROVIDER, "")
        self.attempt(self.deal)

    def _ahead(self, status: Status) -> list[Kept]:
        return [each for each in self.facts.live if each.status is status and self.now < each.start]

    def _promised(self) -> list[Kept]:
        on = self._ahead(Status.CONFIRMED)
        movable = (
            each
            for each in on
            if each.policy.can_reschedule(each.start, each.times_moved, self.now)
        )
        return [each for each in movable if each.policy.approval]

    def _proposed(self) -> list[Kept]:
        return [each for each in self._unanswered() if each.moves_id is not None]

    def _offered(self) -> list[Kept]:
        return [each for each in self._unanswered() if each.offered]

    def _unanswered(self) -> list[Kept]:
        held = (each for each in self.facts.live if each.status is Status.HELD)
        return [each for each in held if each.hold_until and self.now < each.hold_until]

    def _held(self) -> list[Kept]:
        kept = (each for each in self._unanswered() if each.moves_id is None)
        return [each for each in kept if not each.offered]

    def _completed(self) -> list[Kept]:
        every = self.facts.bookings.values()
        completed = (each for each in every if each.status is Status.COMPLETED)
        return [each for each in completed if self.now < each.during.end + 5 * DAY]

    def _asked_together(self) -> list[Kept]:
        repeated = {booking_id for _, booking_id in self.facts.series}
        return [each for each in self._ahead(Status.PENDING) if each.id in repeated]

    def _suggested(self) -> list[Kept]:
        return [each for each in self.facts.bookings.values() if each.suggested]


async def suggest(tx: Tx, keeper: Person, booking_id: int, count: int, now: datetime) -> None:
    """Decline, and name some of the times that are shown."""
    seen = await suggesting.nearest(tx, keeper, booking_id, now)
    start, others = seen.booking.start, seen.others[:count]
    await suggesting.suggest(tx, keeper, booking_id, start, others, now)


def repeat(
    every: Every, count: int, ticks: int
) -> Callable[[Tx, Person, int, datetime], Awaitable[None]]:
    """Book what is ticked of a series that starts with a booking, as it is shown."""

    async def work(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
        plan = await series.plan(tx, person, booking_id, every, count, now)
        shown = [each.bookable for each in plan.occurrences]
        chosen = [each for at, each in enumerate(shown) if each and ticks >> at & 1]
        await series.book(tx, person, booking_id, every, chosen, now)

    return work


_repeat_weekly = repeat(Every.WEEK, 3, 0b11)
