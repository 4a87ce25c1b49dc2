"""What applies changes underway: policies, caps, prices, hours, time off, holidays, pauses."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from bot.usecases import holidays, policies, preferences, services, timeoff, workspace
from domain.clashes import Fate
from domain.dated import AsUsual, Dated
from domain.hours import Closure, Opening, Override, Window
from domain.money import Money
from domain.people import Person
from domain.policies import Clause, Level
from domain.terms import Approval, Term
from storage.store import Tx
from tests.usecases.life.stage import CUSTOMER, DAY, OFFER, WHO, Stage, Who, step

_KEEPER = st.integers(0, 1)
_LAID_DOWN = st.sampled_from(
    [
        *((Clause.CANCEL, value) for value in (0, 60, 1440)),
        *((Clause.MOVE, value) for value in (0, 120)),
        *((Clause.MOVES, value) for value in (0, 1, 3)),
        *((Clause.ACTIVE, value) for value in (1, 3, 20)),
        *((Clause.HOLD, value) for value in (1, 60)),
        *((Clause.APPROVAL, value) for value in (0, 1)),
        (Clause.GRACE, 5),
        *((Clause.READY, value) for value in (0, 60)),
    ]
)
_CHANGED = st.sampled_from(
    [(Term.LENGTH, 30), (Term.LENGTH, 45), (Term.NOTICE, 60), (Term.SEATS, 3), (Term.MOST, 1)]
)


_MOST = 6  # of these steps in a run: people do more of the rest
sometimes = precondition(lambda self: self.ruled < _MOST)


class Ruling(Stage):
    ruled = 0

    @sometimes
    @step(number=_KEEPER, who=WHO, level=st.sampled_from(Level), laid_down=_LAID_DOWN)
    def lay_down(self, number: int, who: Who, level: Level, laid_down: tuple[Clause, int]) -> None:
        clause, value = laid_down
        whose = self._whose(number, level)
        self._rule(
            number,
            who,
            level,
            lambda tx, person: policies.set_clause(tx, person, level, whose, clause, value),
        )

    @sometimes
    @step(number=_KEEPER, who=WHO, level=st.sampled_from(Level), laid_down=_LAID_DOWN)
    def take_back(self, number: int, who: Who, level: Level, laid_down: tuple[Clause, int]) -> None:
        whose = self._whose(number, level)
        self._rule(
            number,
            who,
            level,
            lambda tx, person: policies.leave_clause(tx, person, level, whose, laid_down[0]),
        )

    @sometimes
    @step(number=_KEEPER, who=WHO, paused=st.sampled_from([True, False, False]))
    def pause(self, number: int, who: Who, paused: bool) -> None:
        whose = self.salon.providers[number].id
        self._provider(number, who, lambda tx, person: workspace.pause(tx, person, whose, paused))

    @sometimes
    @step(number=_KEEPER, who=WHO, most=st.sampled_from([0, 1, 2, 3]))
    def cap_the_days(self, number: int, who: Who, most: int) -> None:
        whose = self.salon.providers[number].id
        self._provider(number, who, lambda tx, person: workspace.limit(tx, person, whose, most))

    @sometimes
    @step(what=OFFER, who=WHO, is_on=st.sampled_from([True, True, False]))
    def pause_a_service(self, what: int, who: Who, is_on: bool) -> None:
        step = services.resume if is_on else services.pause
        self._service(what, who, step)

    @sometimes
    @step(what=OFFER, who=WHO, approval=st.sampled_from(Approval))
    def approve_by_hand(self, what: int, who: Who, approval: Approval) -> None:
        self._service(what, who, services.set_approval, approval)

    @sometimes
    @step(what=OFFER, who=WHO, amount=st.integers(1, 3))
    def charge(self, what: int, who: Who, amount: int) -> None:
        self._service(what, who, services.set_price, Money(1_000_000 * amount, "IDR"))

    @sometimes
    @step(
        what=OFFER,
        who=WHO,
        changed=_CHANGED,
    )
    def change_a_service(self, what: int, who: Who, changed: tuple[Term, int]) -> None:
        self._service(what, who, services.set_term, *changed)

    @sometimes
    @step(
        number=_KEEPER,
        who=WHO,
        days=st.integers(-1, 8),
        kind=st.integers(0, 4),
        fates=st.lists(st.sampled_from(Fate), min_size=4, max_size=4),
    )
    def say_of_a_date(self, number: int, who: Who, days: int, kind: int, fates: list[Fate]) -> None:
        """Time off, other hours, more or the usual ones; of what is in the way its own fate."""
        provider = self.salon.providers[number]
        on = (self.now + days * DAY).astimezone(provider.zone).date()
        said: Dated = (
            Closure(on, on + DAY),
            Closure(on, on, 600, 660),
            Override(on, (Window(540, 600),)),
            Opening(on, Window(720, 900)),
            AsUsual(on),
        )[kind]

        async def work(tx: Tx, person: Person) -> None:
            found = await timeoff.in_the_way(tx, person, provider.id, said, self.now)
            chosen = {
                booking.id: fate if fate in timeoff.choices(booking, customer) else Fate.KEEP
                for (booking, customer), fate in zip(found, fates * len(found), strict=False)
            }
            await timeoff.settle(tx, person, found, chosen, lambda _: "Sorry", self.now)
            await timeoff.say(tx, provider.id, said, self.now)

        self._provider(number, who, work)

    @sometimes
    @step(number=_KEEPER, who=WHO)
    def open_again(self, number: int, who: Who) -> None:
        provider = self.salon.providers[number]

        async def work(tx: Tx, person: Person) -> None:
            today = self.now.astimezone(provider.zone).date()
            known = await tx.hours.closures(provider.id, today)
            await timeoff.open_again(tx, person, provider.id, known[0][0] if known else 0)

        self._provider(number, who, work)

    @sometimes
    @step(who=WHO, country=st.sampled_from(["DE", "US"]), number=st.integers(0, 2))
    def keep_a_holiday(self, who: Who, country: str, number: int) -> None:
        """One of the next ones, or no longer."""
        whose = self.salon.organization_id

        async def work(tx: Tx, person: Person) -> None:
            seen = await holidays.offered(tx, person, whose, country, self.now)
            on = list(seen.days)[number]
            await holidays.toggle(tx, person, whose, country, on, self.now)

        self._rule(0, who, Level.ORGANIZATION, work)

    @sometimes
    @step(customer=CUSTOMER, minutes=st.sampled_from([4, 30, 60, 1440]))
    def be_reminded_otherwise(self, customer: int, minutes: int) -> None:
        async def work(tx: Tx) -> None:
            person = await tx.people.get(self.salon.customers[customer].id)
            await preferences.toggle_lead(tx, person, timedelta(minutes=minutes), self.now)

        self.attempt(work)

    def _whose(self, number: int, level: Level) -> int:
        if level is Level.ORGANIZATION:
            return self.salon.organization_id
        provider = self.salon.providers[number]
        if level is Level.SERVICE:
            return self.salon.only_of(provider).id
        return provider.id

    def _provider(
        self, number: int, who: Who, work: Callable[[Tx, Person], Awaitable[object]]
    ) -> None:
        self._rule(number, who, Level.PROVIDER, work)

    def _rule(
        self, number: int, who: Who, level: Level, work: Callable[[Tx, Person], Awaitable[object]]
    ) -> None:
        """The keeper does it, or somebody else who may not; the organization is Ayu's."""
        whose = self.salon.providers[0 if level is Level.ORGANIZATION else number].id
        person = self.keeper_of(whose, who)

        self.ruled += 1

        async def done(tx: Tx) -> None:
            await work(tx, person)
            assert who is Who.OWN, f"{person.first_name} has changed what is not theirs"

        self.attempt(done)

    def _service(
        self, what: int, who: Who, step: Callable[..., Awaitable[object]], *more: object
    ) -> None:
        offer = self.offer(what)
        if offer.provider is None:
            return
        number, whose = self.salon.providers.index(offer.provider), offer.provider.id
        self._provider(
            number, who, lambda tx, person: step(tx, person, whose, offer.service.id, *more)
        )
