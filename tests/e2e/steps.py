"""What customers do in many tests."""

import re

from bot.sandbox import ScriptedPerson

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
