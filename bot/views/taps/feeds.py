"""Buttons of calendars elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button


class CalendarApp(StrEnum):
    """Calendars that we explain how to subscribe with."""

    GOOGLE = "g"
    APPLE = "a"
    OUTLOOK = "o"


@dataclass(frozen=True, slots=True)
class CalendarFeeds(Button):
    tag: ClassVar[str] = "kf"


@dataclass(frozen=True, slots=True)
class CalendarHelp(Button):
    tag: ClassVar[str] = "kh"
    app: CalendarApp


@dataclass(frozen=True, slots=True)
class AskRenewFeed(Button):
    tag: ClassVar[str] = "ka"
    feed_id: int


@dataclass(frozen=True, slots=True)
class RenewFeed(Button):
    tag: ClassVar[str] = "kr"
    feed_id: int
