"""Buttons of busy times from elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class BusyFeeds(Button):
    tag: ClassVar[str] = "ef"
    provider_id: int


@dataclass(frozen=True, slots=True)
class ShowBusyFeed(Button):
    tag: ClassVar[str] = "es"
    feed_id: int


@dataclass(frozen=True, slots=True)
class AddBusyFeed(Button):
    """An address is asked for."""

    tag: ClassVar[str] = "ea"
    provider_id: int


@dataclass(frozen=True, slots=True)
class AskBusyFeed(Button):
    """Have the calendar read now."""

    tag: ClassVar[str] = "en"
    feed_id: int


@dataclass(frozen=True, slots=True)
class AskDropBusyFeed(Button):
    tag: ClassVar[str] = "eq"
    feed_id: int


@dataclass(frozen=True, slots=True)
class DropBusyFeed(Button):
    tag: ClassVar[str] = "ed"
    feed_id: int
