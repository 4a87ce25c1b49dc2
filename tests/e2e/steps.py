"""What people do and see in many tests."""

import re

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json
from domain.bookings import Booking
from tests.e2e.conftest import World

BOOK = re.compile("^(✅ Book|📨 Request)")


async def reviews(person: ScriptedPerson, service: str = "Haircut", time: str = "⚡") -> None:
    """Up to the review of a time, the soonest one if nothing else is said."""
    await person.sends("/start")
    await person.taps("Book an appointment")
    await person.taps("Ayu")
    await person.taps(service)
    await person.taps(time)
    await person.sees("Please check")


async def books(person: ScriptedPerson, service: str = "Haircut") -> None:
    """The soonest time, in five taps after /start."""
    await reviews(person, service)
    await person.taps(BOOK)


async def books_tomorrow(
    person: ScriptedPerson, service: str = "Haircut", time: str = "09:00"
) -> None:
    """Wednesday at nine: late enough to be moved."""
    await person.sends("/start")
    await follows(person, "Book an appointment", "Ayu", service, "2", time, BOOK)


async def follows(person: ScriptedPerson, *labels: str | re.Pattern[str]) -> None:
    """One key after the other, each when it appears."""
    for label in labels:
        await person.taps(label)


async def booking_of(world: World, person: ScriptedPerson) -> Booking:
    """The person's next one."""
    async with world.store.transaction() as tx:
        known = await tx.people.by_telegram(person.id)
        assert known is not None
        (booking,) = await tx.bookings.upcoming(known.id, world.clock.now(), 1, 0)
        return booking


def labels(message: Json) -> list[str]:
    """What the keys under a message say."""
    return [key["text"] for key in _keys(message)]


def callback(message: Json, label: str) -> str:
    """What the first key with these words brings back."""
    return next(str(key["callback_data"]) for key in _keys(message) if label in key["text"])


def _keys(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [key for row in rows for key in row]
