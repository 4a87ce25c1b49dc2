"""Customers who book by themselves: each reads what is on the screen and taps what leads on."""

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json

PROVIDERS = ("Ayu", "Budi", "Citra", "Dewi")
AT_ONCE = 20  # people who walk at the same time
_LONGEST = 120.0  # seconds until all must be there
_SCREEN = re.compile(
    "I book appointments|Who would you like|Which service|Choose a day|a moment faster|"
    "Please check|Your booking is confirmed|✅ Confirmed"
)
# A card that has changed since says the latter.
BOOKED = ("Your booking is confirmed", "✅ Confirmed")
_LEADS_ON = {
    "I book appointments": "Book an appointment",
    "Which service": "Haircut",
    "Choose a day": "⚡",
    "Please check": "✅ Book",
}


@dataclass(slots=True)
class Tally:
    """What happened on the way, of all who walked."""

    taps: int = 0
    unanswered: int = 0
    overtaken: int = 0
    finished: int = 0

    async def reaches(self, finished: int) -> None:
        """Return when so many people have booked."""
        while self.finished < finished:  # noqa: ASYNC110  # they are many, and none knows of us
            await asyncio.sleep(0.01)


async def everybody_books(people: Iterable[ScriptedPerson], tally: Tally, patience: float) -> None:
    """Return when all have booked, some at a time; a tap is given up after `patience` seconds."""
    places = asyncio.Semaphore(AT_ONCE)

    async def walk(person: ScriptedPerson) -> None:
        async with places:
            await books(person, tally, patience)

    async with asyncio.timeout(_LONGEST), asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(walk(person))


async def books(person: ScriptedPerson, tally: Tally, patience: float) -> None:
    """From /start to the booking, every button tapped twice; the soonest time that is left."""
    screen = await _begin(person, tally, patience)
    while (step := _step(screen)) not in BOOKED:
        tally.overtaken += step == "a moment faster"
        await _taps_twice(person, _key(person, screen, step), screen, tally, patience)
        screen = await _next_screen(person, screen, patience) or screen
    tally.finished += 1


async def _begin(person: ScriptedPerson, tally: Tally, patience: float) -> Json:
    await person.sends("/start")
    while (screen := await _next_screen(person, None, patience)) is None:
        tally.unanswered += 1
        await person.sends("/start")
    return screen


async def _taps_twice(
    person: ScriptedPerson, data: str, screen: Json, tally: Tally, patience: float
) -> None:
    async def tap() -> None:
        tally.taps += 1
        try:
            await person.taps_data(data, screen, timeout=patience)
        except AssertionError:
            tally.unanswered += 1

    await asyncio.gather(tap(), tap())


async def _next_screen(person: ScriptedPerson, before: Json | None, patience: float) -> Json | None:
    """What has become of the screen, or None if nothing does."""
    try:
        async with asyncio.timeout(patience):
            while (screen := _screen(person)) in (None, before):  # noqa: ASYNC110  # a person looks
                await asyncio.sleep(0.01)
    except TimeoutError:
        return None
    return screen


def _screen(person: ScriptedPerson) -> Json | None:
    """The newest message with buttons that lead on."""
    shown = (each for each in reversed(person.messages) if "reply_markup" in each)
    return next((each for each in shown if _SCREEN.search(each["text"])), None)


def _step(screen: Json) -> str:
    found = _SCREEN.search(screen["text"])
    assert found
    return found[0]


def _key(person: ScriptedPerson, screen: Json, step: str) -> str:
    """What the button says to the bot that leads on from here."""
    label = PROVIDERS[person.id % len(PROVIDERS)] if "Who" in step else _LEADS_ON.get(step, "")
    keys = (key for row in screen["reply_markup"]["inline_keyboard"] for key in row)
    return str(next(key["callback_data"] for key in keys if label in key["text"]))
