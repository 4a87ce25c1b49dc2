"""Buttons of a provider's days."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Today(Button):
    """The provider's bookings of one day, in the provider's zone."""

    tag: ClassVar[str] = "td"
    on: date


@dataclass(frozen=True, slots=True)
class Week(Button):
    """The provider's bookings of the seven days from this one."""

    tag: ClassVar[str] = "wk"
    first: date


@dataclass(frozen=True, slots=True)
class Requests(Button):
    tag: ClassVar[str] = "rq"
