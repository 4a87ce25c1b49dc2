"""Buttons of an organization's holidays. A `country` is its ISO code as a number."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Organizations(Button):
    """Whose holidays? At once those of the only one."""

    tag: ClassVar[str] = "go"


@dataclass(frozen=True, slots=True)
class Holidays(Button):
    """The days on which an organization is closed."""

    tag: ClassVar[str] = "gh"
    organization_id: int


@dataclass(frozen=True, slots=True)
class Countries(Button):
    tag: ClassVar[str] = "gc"
    organization_id: int
    page: int


@dataclass(frozen=True, slots=True)
class HolidaysOf(Button):
    """The public holidays of a country, to choose from."""

    tag: ClassVar[str] = "gp"
    organization_id: int
    country: int
    page: int


@dataclass(frozen=True, slots=True)
class ToggleHoliday(Button):
    tag: ClassVar[str] = "gt"
    organization_id: int
    country: int
    on: date
    page: int


@dataclass(frozen=True, slots=True)
class AllHolidays(Button):
    tag: ClassVar[str] = "ga"
    organization_id: int
    country: int


@dataclass(frozen=True, slots=True)
class Reopen(Button):
    """No holiday any more."""

    tag: ClassVar[str] = "gr"
    organization_id: int
    on: date
