"""Buttons of every screen: home, help, cells that only fill a grid."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class Home(Button):
    tag: ClassVar[str] = "hm"


@dataclass(frozen=True, slots=True)
class Help(Button):
    tag: ClassVar[str] = "he"


@dataclass(frozen=True, slots=True)
class Blank(Button):
    """A cell that only fills the grid; the place keeps the keyboard's cells distinct."""

    tag: ClassVar[str] = "bl"
    place: int
