"""An automatic walk over all buttons: no dead end, no silence, nothing too long.

Each kind of button is tapped in several of its shapes, wherever the walk finds them; what a bound
step refuses is refused politely. The sandbox turns away what Telegram would: texts, keyboards and
callback data that are too long.
"""

from collections import Counter, deque
from dataclasses import replace
from datetime import datetime, timedelta

from bot.sandbox import ScriptedPerson
from bot.usecases import booking
from bot.views import taps
from bot.views.buttons import Button, unpack
from domain.hours import Window
from domain.services import Titles
from storage.store import Store
from tests import build
from tests.e2e.afterwards import meets
from tests.e2e.conftest import AYU, World
from tests.e2e.watching import Watch

SERVICES, A_DAY = 200, 60
SHAPES = 5  # of each kind of button


async def test_every_button_of_a_full_workspace_leads_on(world: World) -> None:
    await fill(world)
    walk = Walk(world, world.ayu)

    await walk.over("/start", "/provider", "/today", "/week", "/settings", "/calendar")

    assert len(walk.kinds) > 60, f"only {sorted(walk.kinds)} were found"
    assert taps.HoursSave in {type(each) for each in walk.tapped}
    assert taps.OffPlan in {type(each) for each in walk.tapped}


async def test_every_button_of_a_customer_leads_on(world: World) -> None:
    await fill(world)
    walk = Walk(world, world.maya)

    await walk.over("/start", "/mybookings", "/settings")

    assert len(walk.kinds) > 20, f"only {sorted(walk.kinds)} were found"


async def test_every_button_of_an_admin_leads_on(world: World) -> None:
    walk = Walk(world, world.sam)

    await walk.over("/start", "/help", "/calendar")

    assert {"gh", "gc", "gp", "gt"} <= walk.kinds


async def test_every_button_after_a_session_leads_on(world: World) -> None:
    await meets(world, world.maya)
    world.clock.advance(timedelta(minutes=10))
    await world.maya.sees("How was it")
    asked, told = Walk(world, world.maya), Walk(world, world.ayu)

    await asked.over("/mybookings")
    await told.over("/provider", "/today")

    assert {taps.GiveStars, taps.MyReview, taps.Again, taps.AgainAt} <= set(map(type, asked.tapped))
    assert {taps.PlanFollowUp, taps.MoveFollowUp, taps.Reviews} <= set(map(type, told.tapped))


class Walk:
    """Taps whatever the messages show, until nothing new is left."""

    def __init__(self, world: World, person: ScriptedPerson) -> None:
        self._person = person
        self._watch = Watch(world, person)
        self._found: deque[str] = deque()
        self._known: set[str] = set()
        self._shapes: Counter[str] = Counter()
        self.tapped: list[Button] = []

    @property
    def kinds(self) -> set[str]:
        return set(self._shapes)

    async def over(self, *commands: str) -> None:
        for command in commands:
            await self._person.sends(command)
            self._note(await self._watch.look(command))
        while self._found:
            button = unpack(data := self._found.popleft())
            self.tapped.append(button)
            await self._person.taps_data(data)
            self._note(await self._watch.look(button))

    def _note(self, found: list[str]) -> None:
        for each in found:
            kind = each[1:3]
            if each not in self._known and self._shapes[kind] < SHAPES:
                self._known.add(each)
                self._shapes[kind] += 1
                self._found.append(each)


async def fill(world: World) -> None:
    """Many services, and a day on which the provider has no free minute."""
    short = replace(build.RULES, duration=timedelta(minutes=15), interval=timedelta(minutes=15))
    services = tuple(
        build.service_entry(f"s{n}", title=Titles({"en": f"Service number {n}"}), rules=short)
        for n in range(SERVICES)
    )
    slugs = tuple(each.slug for each in services)
    day = (Window(480, 1380),)
    ayu = build.provider_entry(telegram_id=AYU, services=slugs, weekly=(day,) * 7)
    entry = build.organization_entry(services=services, providers=(ayu,))
    now = world.clock.now()
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([entry], now)
    await book_out(world.store, now, A_DAY)


async def book_out(store: Store, now: datetime, count: int) -> None:
    """So many bookings of tomorrow, every quarter of an hour."""
    async with store.transaction() as tx:
        keeper = await tx.people.by_telegram(AYU)
        assert keeper is not None
        (provider,) = await tx.providers.of_person(keeper.id)
        service = (await tx.providers.services(provider.id))[-1]
    tomorrow = (now + timedelta(days=1)).astimezone(provider.zone)
    first = tomorrow.replace(hour=8, minute=0, second=0, microsecond=0)
    for number in range(count):
        async with store.transaction() as tx:
            customer = await tx.people.walk_in(f"Customer {number} of a long name", "", "en")
            start = first + number * timedelta(minutes=15)
            held = await booking.hold(tx, customer, provider.id, service.id, start, now)
            await booking.confirm_for(tx, keeper, held.id, "A note", now)
