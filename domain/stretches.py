"""Stretches of time as plain numbers, for the slot engine: (start, end) in epoch seconds.

They are half-open, like spans.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Stretch: TypeAlias = tuple[int, int]


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same time in as few stretches as possible, sorted; empty ones are dropped."""
    whole: list[Stretch] = []
    reach = None
    for start, end in sorted(stretches):
        if end <= start:
            continue
        if reach is None or start > reach:
            whole.append((start, end))
            reach = end
        elif end > reach:
            whole[-1] = (whole[-1][0], end)
            reach = end
    return whole


def without(stretches: Iterable[Stretch], gone: Sequence[Stretch]) -> list[Stretch]:
    """What is left of the stretches when `gone` is cut out of them; both joined."""
    left: list[Stretch] = []
    passed = 0
    for start, end in stretches:
        while passed < len(gone) and gone[passed][1] <= start:
            passed += 1
        left.extend(_pieces(start, end, gone, passed))
    return left


def _pieces(start: int, end: int, gone: Sequence[Stretch], at: int) -> Iterable[Stretch]:
    while at < len(gone) and gone[at][0] < end:
        if start < gone[at][0]:
            yield start, gone[at][0]
        start = gone[at][1]
        at += 1
    if start < end:
        yield start, end


def common(stretches: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """The time that lies in both; both joined, and so is what comes out."""
    shared: list[Stretch] = []
    passed = 0
    for start, end in stretches:
        while passed < len(others) and others[passed][1] <= start:
            passed += 1
        at = passed
        while at < len(others) and others[at][0] < end:
            shared.append((max(start, others[at][0]), min(end, others[at][1])))
            at += 1
    return shared
