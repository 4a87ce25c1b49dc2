"""Buttons of the settings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.views.buttons import Button


class Unit(StrEnum):
    """In what a reminder's lead time is counted."""

    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"


@dataclass(frozen=True, slots=True)
class Settings(Button):
    tag: ClassVar[str] = "se"


@dataclass(frozen=True, slots=True)
class Languages(Button):
    tag: ClassVar[str] = "la"


@dataclass(frozen=True, slots=True)
class SetLanguage(Button):
    """`place` in the list of languages that we speak."""

    tag: ClassVar[str] = "ls"
    place: int


@dataclass(frozen=True, slots=True)
class Zones(Button):
    tag: ClassVar[str] = "zo"


@dataclass(frozen=True, slots=True)
class ZonesOf(Button):
    """A page of the zones of a part of the world; `region` is its place in the list."""

    tag: ClassVar[str] = "zr"
    region: int
    page: int


@dataclass(frozen=True, slots=True)
class SetZone(Button):
    tag: ClassVar[str] = "zs"
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class ForgetZone(Button):
    tag: ClassVar[str] = "zf"


@dataclass(frozen=True, slots=True)
class Leads(Button):
    tag: ClassVar[str] = "le"


@dataclass(frozen=True, slots=True)
class ToggleLead(Button):
    tag: ClassVar[str] = "lt"
    minutes: int


@dataclass(frozen=True, slots=True)
class MoreLeads(Button):
    """Choose another lead time, counted in this unit."""

    tag: ClassVar[str] = "lm"
    unit: Unit
