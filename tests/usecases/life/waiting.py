"""People wait for times: they join lines, take what they are offered or pass it on, and leave."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.usecases import dealing, seeking, waiting
from domain.bookings import Status
from domain.dayparts import Part
from domain.notices import Side
from storage.store import Tx
from tests.usecases.life.facts import Kept
from tests.usecases.life.stage import CUSTOMER, OFFER, WHICH, WHO, Stage, Who


class Waiting(Stage):
    @rule(
        customer=CUSTOMER,
        what=OFFER,
        dates=st.integers(0, 3),
        part=st.sampled_from([Part.ALL, Part.ALL, Part.MORNING, Part.EVENING]),
    )
    def join_a_line(self, customer: int, what: int, dates: int, part: Part) -> None:
        person, offer = self.salon.customers[customer], self.offer(what)
        provider_id = offer.provider.id if offer.provider else None

        async def work(tx: Tx) -> None:
            sought = await seeking.seek(tx, person, provider_id, offer.service.id)
            shown = waiting.dates(sought, None, self.now)
            first, last = shown[dates % len(shown)]
            await waiting.join(tx, person, sought, first, last, part, self.now)

        self.attempt(work)

    @precondition(lambda self: self.offered())
    @rule(which=WHICH, who=WHO)
    def take_what_is_offered(self, which: int, who: Who) -> None:
        if self.act(waiting.take, self._waited_for(which), Side.CUSTOMER, who):
            self.check_limit()

    @precondition(lambda self: self.offered())
    @rule(which=WHICH, who=WHO)
    def pass_it_on(self, which: int, who: Who) -> None:
        self.act(waiting.turn_down, self._waited_for(which), Side.CUSTOMER, who)

    @precondition(lambda self: self.offered())
    @rule(which=WHICH, who=WHO)
    def want_no_more_offers(self, which: int, who: Who) -> None:
        self.act(waiting.leave_offered, self._waited_for(which), Side.CUSTOMER, who)

    @precondition(lambda self: self.facts.waits)
    @rule(which=WHICH, is_stranger=st.integers(0, 7).map(lambda number: number == 0))
    def leave_a_line(self, which: int, is_stranger: bool) -> None:
        waits = list(self.facts.waits.values())
        if not waits:
            return
        entry = waits[-1 - which % len(waits)]

        async def work(tx: Tx) -> None:
            own = await tx.people.get(entry.customer_id)
            person = self.salon.stranger if is_stranger else own
            await waiting.leave(tx, person, entry.id, self.now)
            assert not is_stranger, f"a stranger has left the line for entry {entry.id}"

        self.attempt(work)

    @precondition(lambda self: self.facts.waits)
    @rule()
    def somebody_deals(self) -> None:
        self.attempt(self.deal)

    async def deal(self, tx: Tx) -> None:
        for service_id in await tx.waitlist.waited_for():
            await dealing.deal(tx, service_id, self.now)

    def offered(self) -> list[Kept]:
        """What is offered from the waitlist; what was, if nothing is."""
        every = [each for each in self.facts.bookings.values() if each.offered]
        return [each for each in every if each.status is Status.HELD] or every

    def _waited_for(self, which: int) -> Kept | None:
        return self.one_of(self.offered(), which)
