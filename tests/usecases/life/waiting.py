"""People wait for times: they join lines, take what they are offered or pass it on, and leave."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from bot.usecases import waiting
from domain.dayparts import Part
from domain.notices import Side
from storage.store import Tx
from tests.usecases.life.givens import Given
from tests.usecases.life.stage import CUSTOMER, OFFER, WHICH, WHO, Who, step

_MOST = 4  # who wait at a time: each of them is looked at whenever the clock strikes


class Waiting(Given):
    @precondition(lambda self: self.waiting() < _MOST)
    @step(
        customer=CUSTOMER,
        what=OFFER,
        dates=st.integers(0, 3),
        part=st.sampled_from([Part.ALL, Part.ALL, Part.MORNING, Part.EVENING]),
    )
    def join_a_line(self, customer: int, what: int, dates: int, part: Part) -> None:
        self.join_line(customer, what, dates, part)

    @step(which=WHICH, who=WHO)
    def take_what_is_offered(self, which: int, who: Who) -> None:
        self.act(waiting.take, self.an_offer(which), Side.CUSTOMER, who)
        self.check_limit()

    @step(which=WHICH, who=WHO)
    def pass_it_on(self, which: int, who: Who) -> None:
        self.act(waiting.turn_down, self.an_offer(which), Side.CUSTOMER, who)

    @step(which=WHICH, who=WHO)
    def want_no_more_offers(self, which: int, who: Who) -> None:
        self.act(waiting.leave_offered, self.an_offer(which), Side.CUSTOMER, who)

    @precondition(lambda self: self.facts.waits)
    @step(which=WHICH, is_stranger=st.integers(0, 7).map(lambda number: number == 0))
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
    @step()
    def somebody_deals(self) -> None:
        self.attempt(self.deal)

    def waiting(self) -> int:
        return sum(each.state.is_open for each in self.facts.waits.values())
