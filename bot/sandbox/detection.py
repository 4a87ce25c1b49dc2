"""Entities Telegram finds by itself: commands, mentions, hashtags, addresses, phone numbers."""

from __future__ import annotations

import re

from bot.sandbox import utf16
from bot.sandbox.objects import Json

_FOUND = re.compile(
    r"""
    (?P<url>https?://[^\s<>"]+[^\s<>".,;:!?()'\]]
        | (?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|me|io|dev|app|info|test)(?:/[^\s<>"]*)?\b)
    | (?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})
    | (?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))
    | (?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)
    | (?P<hashtag>(?<!\w)\#\w*[^\W\d]\w*)
    | (?P<phone_number>(?<![\w+])\+[0-9][0-9 ()-]{6,18}[0-9](?!\w))
    """,
    re.VERBOSE,
)
_HINTS = re.compile(r"[/@#+.]")
_EXCLUSIVE = frozenset({"code", "pre", "text_link", "text_mention"})


def detected(text: str, given: list[Json]) -> list[Json]:
    """What is found outside code, links and mentions that are there already."""
    if not _HINTS.search(text):
        return []
    taken = [entity for entity in given if entity["type"] in _EXCLUSIVE]
    found = [_entity(text, match) for match in _FOUND.finditer(text)]
    return [entity for entity in found if not any(_overlap(entity, other) for other in taken)]


def _entity(text: str, match: re.Match[str]) -> Json:
    return {
        "type": match.lastgroup,
        "offset": utf16.units(text[: match.start()]),
        "length": utf16.units(match[0]),
    }


def _overlap(one: Json, other: Json) -> bool:
    one_end, other_end = one["offset"] + one["length"], other["offset"] + other["length"]
    return bool(one["offset"] < other_end and other["offset"] < one_end)
