"""A pocket Telegram, for the demo and for end-to-end tests."""

from bot.sandbox.clocks import Clock
from bot.sandbox.errors import Impossible
from bot.sandbox.limits import Limits, Rate
from bot.sandbox.people import ScriptedPerson
from bot.sandbox.persons import Persona
from bot.sandbox.queries import Answer
from bot.sandbox.server import Sandbox

__all__ = [
    "Answer",
    "Clock",
    "Impossible",
    "Limits",
    "Persona",
    "Rate",
    "Sandbox",
    "ScriptedPerson",
]
