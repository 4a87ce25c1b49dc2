"""Characters written as `&lt;` or `&#65;`: four names and any number, as Telegram has them."""

from __future__ import annotations

import re

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))|([a-zA-Z]+));?")


def read(source: str, at: int) -> tuple[str, int]:
    """The character an `&...;` stands for, and where it ends; a bare `&` when it is none."""
    found = _CHARACTER.match(source, at)
    if not found:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (_NAMED[name], found.end()) if name in _NAMED else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF:
        return "&", at + 1
    return chr(code), found.end()


def decoded(raw: str) -> str:
    """A text with all its characters in place, as in the value of an attribute."""
    return _CHARACTER.sub(lambda found: read(raw, found.start())[0] + _rest(found), raw)


def _rest(found: re.Match[str]) -> str:
    """What follows a bare `&` that stood for nothing."""
    _, end = read(found.string, found.start())
    return found.string[end : found.end()]
