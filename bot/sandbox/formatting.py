"""Texts with their entities, as a message ends up with them: parsed, cleaned, trimmed, checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox import links, utf16
from bot.sandbox.detection import detected
from bot.sandbox.errors import bad_request
from bot.sandbox.html_markup import PersonById, read_html
from bot.sandbox.objects import Json
from bot.sandbox.params import Params

TEXT_LIMIT = 4096  # characters after parsing, not bytes and not UTF-16 units
CAPTION_LIMIT = 1024

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_BLANK = " \n"
_GIVEN = frozenset(
    [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_FOUND_ANYWAY = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bank_card_number",
    ]
)
_EXTRAS = ("url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format")
_SOLID = frozenset({"code", "pre"})  # nothing else can be inside them


@dataclass(frozen=True, slots=True)
class Formatted:
    text: str
    entities: list[Json]


def formatted(params: Params, field: str, entities_field: str, person: PersonById) -> Formatted:
    """The text in a parameter, formatted by parse_mode or by a list of entities."""
    text, mode = params.text(field), params.text("parse_mode").lower()
    if mode == "html":
        text, entities = read_html(text, person)
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        entities = _given(params.nested(entities_field, "entities"), person)
    return _finished(text, entities)


def plain(text: str, entities: Sequence[Json] = ()) -> Formatted:
    """What a person typed, and how they formatted it."""
    return _finished(text, list(entities))


def _finished(text: str, entities: list[Json]) -> Formatted:
    if _CONTROL.search(text):
        text, entities = _cleaned(text, entities)
    text, entities = _trimmed(text, entities)
    entities = entities + detected(text, entities)
    return Formatted(text, _sorted(entities) if entities else entities)


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Control characters become spaces; carriage returns vanish, and what follows moves up."""
    returns = [utf16.units(text[: m.start()]) for m in re.finditer("\r", text)]
    text = _CONTROL.sub(" ", text.replace("\r", ""))
    if not returns:
        return text, entities
    return text, [
        _moved(e, _left(e["offset"], returns), _left(e["offset"] + e["length"], returns))
        for e in entities
    ]


def _left(at: int, removed: list[int]) -> int:
    return at - sum(position < at for position in removed)


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space goes at the end, and at the start as far as the first entity."""
    short = text.rstrip(_BLANK)
    blank = len(short) - len(short.lstrip(_BLANK))
    if entities:
        blank = min(blank, *(entity["offset"] for entity in entities))
    if not blank and len(short) == len(text):
        return text, entities
    end = utf16.units(short)
    kept = [
        _moved(e, e["offset"] - blank, min(e["offset"] + e["length"], end) - blank)
        for e in entities
        if e["offset"] < end
    ]
    return short[blank:], kept


def _moved(entity: Json, start: int, end: int) -> Json:
    return entity | {"offset": start, "length": end - start}


def _sorted(entities: list[Json]) -> list[Json]:
    solid = [entity for entity in entities if entity["type"] in _SOLID]
    kept = [
        e for e in entities if e["length"] > 0 and not any(_inside(e, block) for block in solid)
    ]
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _inside(entity: Json, block: Json) -> bool:
    if entity is block:
        return False
    ends = entity["offset"] + entity["length"], block["offset"] + block["length"]
    return bool(entity["offset"] >= block["offset"] and ends[0] <= ends[1])


def _given(entities: object, person: PersonById) -> list[Json]:
    if not entities:
        return []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    checked = [_checked(entity, person) for entity in entities]
    return [entity for entity in checked if entity]


def _checked(entity: object, person: PersonById) -> Json | None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = (entity.get(key) for key in ("type", "offset", "length"))
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
        raise bad_request("can't parse MessageEntity: offset and length must be Numbers")
    if kind in _FOUND_ANYWAY:
        return None
    if kind not in _GIVEN:
        raise bad_request("can't parse MessageEntity: unsupported type specified")
    if kind == "text_link":
        return _link(entity)
    if kind == "text_mention":
        mentioned = entity.get("user")
        user = person(mentioned.get("id", 0)) if isinstance(mentioned, dict) else None
        return _only_known(entity) | {"user": user} if user else None
    return _only_known(entity)


def _link(entity: Json) -> Json:
    url = str(entity.get("url", ""))
    try:
        return _only_known(entity) | {"url": links.checked(url)}
    except links.WrongLink as error:
        raise bad_request(f"entity URL '{url}' is invalid: {error}") from error


def _only_known(entity: Json) -> Json:
    kept = {key: entity[key] for key in ("type", "offset", "length")}
    return kept | {key: entity[key] for key in _EXTRAS if key in entity}
