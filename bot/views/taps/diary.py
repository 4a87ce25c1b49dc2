"""Buttons of a provider's own days: the week as a picture, the month, the agenda, a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.sketches import Look


class Whence(StrEnum):
    """From where a day was opened, and so where its Back leads."""

    WORKSPACE = "w"
    MONTH = "m"
    AGENDA = "a"
    WORDS = "t"
    LIGHT = "l"
    DARK = "d"


@dataclass(frozen=True, slots=True)
class WeekPicture(Button):
    """The seven days from `first`, drawn; the button remembers how."""

    tag: ClassVar[str] = "wi"
    provider_id: int
    first: date
    look: Look


@dataclass(frozen=True, slots=True)
class WeekInWords(Button):
    tag: ClassVar[str] = "wt"
    provider_id: int
    first: date


@dataclass(frozen=True, slots=True)
class MonthOf(Button):
    """The month of this date."""

    tag: ClassVar[str] = "mo"
    provider_id: int
    on: date


@dataclass(frozen=True, slots=True)
class AgendaOf(Button):
    """The next thirty days, a page at a time."""

    tag: ClassVar[str] = "ag"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class DayOf(Button):
    tag: ClassVar[str] = "do"
    provider_id: int
    on: date
    page: int
    whence: Whence
