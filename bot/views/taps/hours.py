"""Buttons of the hours editor. `days` are weekdays as bits, Monday is 1; times are minutes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button


class Edit(StrEnum):
    """What becomes of the chosen days' hours."""

    SET = "s"  # this window in place of all others
    ADD = "a"  # one more window
    BREAK = "b"  # cut out
    COPY = "c"  # those of a day, which is given as the start


@dataclass(frozen=True, slots=True)
class Hours(Button):
    """The weekly hours as they are now; an edit under way goes on."""

    tag: ClassVar[str] = "ho"
    provider_id: int


@dataclass(frozen=True, slots=True)
class HoursDays(Button):
    """Choose days for an edit."""

    tag: ClassVar[str] = "hd"
    provider_id: int
    edit: Edit
    days: int
    start: int


@dataclass(frozen=True, slots=True)
class HoursDay(Button):
    """What can be done with one day or several."""

    tag: ClassVar[str] = "hy"
    provider_id: int
    days: int


@dataclass(frozen=True, slots=True)
class HoursFrom(Button):
    """Choose when it begins; `offset` are the minutes after the full hours on offer."""

    tag: ClassVar[str] = "hf"
    provider_id: int
    edit: Edit
    days: int
    offset: int


@dataclass(frozen=True, slots=True)
class HoursTo(Button):
    """Choose when it ends."""

    tag: ClassVar[str] = "ht"
    provider_id: int
    edit: Edit
    days: int
    start: int
    offset: int


@dataclass(frozen=True, slots=True)
class HoursSet(Button):
    tag: ClassVar[str] = "hs"
    provider_id: int
    edit: Edit
    days: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HoursClosed(Button):
    tag: ClassVar[str] = "hc"
    provider_id: int
    days: int


@dataclass(frozen=True, slots=True)
class HoursSave(Button):
    tag: ClassVar[str] = "hv"
    provider_id: int


@dataclass(frozen=True, slots=True)
class HoursSaveAnyway(Button):
    """Bookings that would lie in closed time have been seen, and stay."""

    tag: ClassVar[str] = "hw"
    provider_id: int


@dataclass(frozen=True, slots=True)
class HoursDiscard(Button):
    tag: ClassVar[str] = "hx"
    provider_id: int


@dataclass(frozen=True, slots=True)
class HoursPreview(Button):
    """Next week as it can be booked."""

    tag: ClassVar[str] = "hp"
    provider_id: int


@dataclass(frozen=True, slots=True)
class HoursRepeat(Button):
    """Next week as this one, exceptions included."""

    tag: ClassVar[str] = "hr"
    provider_id: int
