"""Booking references that can be said aloud: BK-20261203-7KQM."""

import re
import unicodedata
from datetime import date

# Neither 0 O, 1 I L, 5 S, 2 Z, 8 B nor U V: what sounds or looks alike is left out.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
_SHAPE = re.compile(rf"BK-\d{{8}}-[{ALPHABET}]{{4}}")
# As people write it, blanks and dashes left out; letters that look like digits count as those
# where digits are expected.
_WRITTEN = re.compile(r"[B8]K([0-9OQDILSZB]{8})([0-9A-Z]{4})")
_AS_DIGITS = str.maketrans("OQDILSZB", "00011528")
_MOST = 40  # characters of a reference, however it is written


def reference(on: date, draw: str) -> str:
    """The reference for a session on this provider-local date, ending in four drawn letters."""
    text = f"BK-{on:%Y%m%d}-{draw}"
    if not _SHAPE.fullmatch(text):
        raise ValueError("a reference ends in four letters of its alphabet")
    return text


def read(text: str) -> str | None:
    """The reference that somebody has written, as it is stored; None if it cannot be meant as one.

    In capitals or not, with dashes, blanks or nothing between its parts, digits of any script.
    """
    squeezed = "".join(filter(str.isalnum, text[:_MOST])).upper()
    found = _WRITTEN.fullmatch("".join(map(_plain, squeezed)))
    if found is None or len(text) > _MOST:
        return None
    return f"BK-{found[1].translate(_AS_DIGITS)}-{found[2]}"


def _plain(letter: str) -> str:
    digit = unicodedata.digit(letter, None)
    return letter if digit is None else str(digit)
