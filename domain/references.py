"""Booking references that can be said aloud: BK-20261203-7KQM."""

import re
from datetime import date

# Neither 0 O, 1 I L, 5 S, 2 Z, 8 B nor U V: what sounds or looks alike is left out.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
_SHAPE = re.compile(rf"BK-\d{{8}}-[{ALPHABET}]{{4}}")


def reference(on: date, draw: str) -> str:
    """The reference for a session on this provider-local date, ending in four drawn letters."""
    text = f"BK-{on:%Y%m%d}-{draw}"
    if not _SHAPE.fullmatch(text):
        raise ValueError("a reference ends in four letters of its alphabet")
    return text
