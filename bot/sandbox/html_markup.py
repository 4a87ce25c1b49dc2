"""HTML as Telegram reads it: a dozen tags, four named characters, and its own error messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox import html_characters, links, utf16
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.objects import Json

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_TAGS = frozenset(_SIMPLE) | {"a", "tg-emoji", "tg-time"}

_TEXT = re.compile(r"[^<&]+")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_SPACE = re.compile(r"\s*")
_TOKEN = re.compile(r"[0-9a-zA-Z.-]*")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")

PersonById = Callable[[int], Json | None]


@dataclass(slots=True)
class _Open:
    """A start tag whose end is still to come."""

    tag: str
    attributes: dict[str, str]
    offset: int
    piece: int  # where its text begins in the pieces read so far


@dataclass(slots=True)
class _Reader:
    source: str
    person: PersonById
    at: int = 0
    offset: int = 0
    pieces: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise _cannot(f"Can't find end tag corresponding to start tag {self.open[-1].tag}")
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return _without_lone_surrogates("".join(self.pieces)), self.entities

    def _step(self) -> None:
        plain = _TEXT.match(self.source, self.at)
        if plain:
            self._take(plain[0], plain.end())
        elif self.source[self.at] == "&":
            character, end = html_characters.read(self.source, self.at)
            self._take(character, end)
        elif self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _take(self, text: str, end: int) -> None:
        self.pieces.append(text)
        self.offset += utf16.units(text)
        self.at = end

    def _start_tag(self) -> None:
        begin = self.at
        self.at = self._matched(_TAG_NAME, begin + 1)
        if self._ended():
            raise self._wrong("Unclosed start tag", begin)
        tag = self.source[begin + 1 : self.at].lower()
        if tag not in _TAGS:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, attributes, self.offset, len(self.pieces)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self.at = self._matched(_SPACE, self.at)
            if self.source.startswith(">", self.at):
                self.at += 1
                return found
            name, value = self._attribute(tag, begin)
            found[name] = value
            if self._ended():
                raise self._wrong("Unclosed start tag", begin)

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        end = self._matched(_ATTRIBUTE, self.at)
        name = self.source[self.at : end]
        if not name:
            raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
        self.at = self._matched(_SPACE, end)
        if self._ended():
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)
        if self.source[self.at] != "=":
            if (tag, name) == ("blockquote", "expandable"):
                return name, name
            raise self._wrong(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin
            )
        self.at = self._matched(_SPACE, self.at + 1)
        if self._ended():
            raise self._wrong(f'Unclosed start tag "{tag}"', begin)
        return name, self._value()

    def _value(self) -> str:
        quote = self.source[self.at]
        if quote in "'\"":
            end = self.source.find(quote, self.at + 1)
            raw = self.source[self.at + 1 : end if end >= 0 else None]
            self.at = end + 1 if end >= 0 else len(self.source)
            return html_characters.decoded(raw)
        begin, self.at = self.at, self._matched(_TOKEN, self.at)
        if not self._ended() and not self.source[self.at].isspace() and self.source[self.at] != ">":
            raise self._wrong("Unexpected end of name token", begin)
        return self.source[begin : self.at].lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        end = self._matched(_TAG_NAME, begin + 2)
        tag = self.source[begin + 2 : end].lower()
        self.at = self._matched(_SPACE, end)
        if self._ended() or self.source[self.at] != ">":
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            place = (
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{opened.tag}>"'
            )
            raise _cannot(f'{place}, found "</{tag}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "type": _SIMPLE.get(opened.tag, opened.tag),
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        if opened.tag == "a":
            self._close_link(opened, entity)
        elif opened.tag in {"pre", "code"}:
            self._close_code(opened, entity)
        else:
            self.entities.append(_special(opened, entity))

    def _close_link(self, opened: _Open, entity: Json) -> None:
        url = opened.attributes.get("href") or "".join(self.pieces[opened.piece :])
        person_id = links.mentioned_person(url)
        if person_id is not None:
            user = self.person(person_id)
            if user:
                self.entities.append(entity | {"type": "text_mention", "user": user})
            return
        try:
            address = links.checked(url)
        except links.WrongLink:
            return  # Telegram shows the words and forgets the link
        self.entities.append(entity | {"type": "text_link", "url": address})

    def _close_code(self, opened: _Open, entity: Json) -> None:
        """A <pre> and a <code> with a language around the same text are one block."""
        css = opened.attributes.get("class", "")
        if opened.tag == "code" and css.startswith("language-") and css != "language-":
            entity["language"] = css.removeprefix("language-")
        last = self.entities[-1] if self.entities else {}
        language = entity.get("language") or last.get("language")
        twins = {last.get("type"), entity["type"]} == {"pre", "code"} and language
        if twins and all(last[key] == entity[key] for key in ("offset", "length")):
            self.entities[-1] = entity | {"type": "pre", "language": language}
        else:
            self.entities.append(entity)

    def _matched(self, pattern: re.Pattern[str], at: int) -> int:
        """Where a pattern that may match nothing stops."""
        found = pattern.match(self.source, at)
        return found.end() if found else at

    def _ended(self) -> bool:
        return self.at >= len(self.source)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _wrong(self, what: str, at: int) -> ApiError:
        return _cannot(f"{what} at byte offset {self._bytes(at)}")


def read_html(source: str, person: PersonById) -> tuple[str, list[Json]]:
    """The text and its entities, or raise what Telegram would say about the markup."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source, person).read()


def _special(opened: _Open, entity: Json) -> Json:
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        return entity | {"type": "expandable_blockquote"}
    if opened.tag == "tg-emoji":
        emoji = opened.attributes.get("emoji-id", "")
        if not emoji.isdigit() or int(emoji) == 0:
            raise _cannot("Invalid custom emoji identifier specified")
        return entity | {"type": "custom_emoji", "custom_emoji_id": emoji}
    if opened.tag == "tg-time":
        return entity | _moment(opened.attributes)
    return entity


def _moment(attributes: dict[str, str]) -> Json:
    unix = attributes.get("unix", "")
    shape = attributes.get("format", "")
    if not unix.isdigit():
        raise _cannot("Invalid unix time specified")
    if not _TIME_FORMAT.fullmatch(shape):
        raise _cannot("Invalid date-time format specified")
    return {"type": "date_time", "unix_time": int(unix), "date_time_format": shape}


def _without_lone_surrogates(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _cannot(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return text


def _cannot(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")
