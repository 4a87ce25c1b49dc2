"""Typed buttons and the one codec between them and Telegram's callback data.

Callback data is 1 to 64 bytes, may be forged, and may come from a message that is years old. So
each button is a frozen dataclass of numbers, dates, instants and short words, written as
`<version><tag>:<field>:<field>...`; what does not read back exactly is Stale. Whether the
person may do what the button says is checked afresh at every tap, never here.
"""

import string
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import ClassVar, Self, get_type_hints
from zoneinfo import ZoneInfo, available_timezones

VERSION = "1"
LIMIT = 64  # bytes of callback data, Bot API
_DIGITS = string.digits + string.ascii_letters
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_BIGGEST = 2**63
_LATEST = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp()) // 60


class Stale(Exception):  # noqa: N818  # an old or forged button, not a mistake of ours
    """The data does not belong to any button of this version."""


def base62(number: int) -> str:
    """Digits 0-9 a-z A-Z; for numbers from 0 on."""
    text = ""
    while number >= 62:
        number, rest = divmod(number, 62)
        text = _DIGITS[rest] + text
    return _DIGITS[number] + text


def from_base62(text: str) -> int:
    """The number, or raise Stale for what base62 does not write."""
    number = 0
    if not 0 < len(text) <= 11 or (text[0] == "0" and text != "0"):
        raise Stale
    for digit in text:
        if digit not in _VALUES:
            raise Stale
        number = number * 62 + _VALUES[digit]
    if number >= _BIGGEST:
        raise Stale
    return number


@dataclass(frozen=True, slots=True)
class Button:
    """A key's meaning. Subclasses set `tag`, two characters that are never used again.

    An empty tag marks what is only a base of other buttons: it is never sent, and never read back.
    """

    tag: ClassVar[str]
    registry: ClassVar[dict[str, type["Button"]]] = {}

    def __init_subclass__(cls) -> None:
        tag = cls.__dict__.get("tag")
        if tag == "":
            return
        known = Button.registry.get(tag or "")
        # A slotted dataclass is made twice; the second one takes the first one's place.
        if tag is None or (known is not None and known.__qualname__ != cls.__qualname__):
            raise ValueError(f"{cls.__name__} needs a tag of its own")
        Button.registry[tag] = cls

    def pack(self) -> str:
        """Callback data; raises ValueError when it would not fit into 64 bytes."""
        parts = [_packed(getattr(self, name)) for name, _ in _fields(self.tag)]
        data = ":".join([VERSION + self.tag, *parts])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"{type(self).__name__} does not fit: {data}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        """The button, or raise Stale."""
        button = unpack(data)
        if not isinstance(button, cls):
            raise Stale
        return button


def unpack(data: str) -> Button:
    """The button that this callback data means, or raise Stale."""
    head, *parts = data.split(":")
    kind = Button.registry.get(head[1:]) if head[:1] == VERSION else None
    if kind is None or len(parts) != len(_fields(kind.tag)):
        raise Stale
    return kind(
        *(_unpacked(type_, part) for (_, type_), part in zip(_fields(kind.tag), parts, strict=True))
    )


@cache
def _fields(tag: str) -> tuple[tuple[str, type], ...]:
    """Names and types of what the button carries, in the order they are written."""
    kind = Button.registry[tag]
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name]) for each in fields(kind))


def _packed(value: object) -> str:
    match value:
        case Enum():
            return str(value.value)
        case ZoneInfo():
            return value.key
        case int():
            return base62(value)
        case datetime():
            return base62(int(value.timestamp()) // 60)
        case date():
            return base62(value.toordinal())
        case _:
            raise TypeError(f"a button cannot carry {value!r}")


def _unpacked(kind: type, text: str) -> object:
    try:
        if issubclass(kind, Enum):
            return kind(text)
        if issubclass(kind, ZoneInfo):
            return _zone(text)
        number = from_base62(text)
        if issubclass(kind, datetime):
            if number > _LATEST:
                raise Stale
            return datetime.fromtimestamp(number * 60, UTC)
        if issubclass(kind, date):
            return date.fromordinal(number)
    except (ValueError, OverflowError) as error:
        raise Stale from error
    return number


def _zone(text: str) -> ZoneInfo:
    if text not in _zones():
        raise Stale
    return ZoneInfo(text)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
