"""The colours of a picture, light and dark. Words on each have a contrast of 4.5 to 1 or more."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.views.sketches import Fill, Look


@dataclass(frozen=True, slots=True)
class Paint:
    """How a patch is filled and edged, and the ink of the words on it.

    Hatching and broken edges tell patches apart for those who do not see the colours.
    """

    face: str
    edge: str
    ink: str
    hatch: str = ""
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    page: str
    closed: str
    line: str
    ink: str
    faint: str
    today: str
    on_today: str
    now: str
    paints: Mapping[Fill, Paint]


_LIGHT = Palette(
    page="#ffffff",
    closed="#eef0f3",
    line="#d3d9df",
    ink="#17212b",
    faint="#5a6673",
    today="#1c63c7",
    on_today="#ffffff",
    now="#d0342c",
    paints={
        Fill.FREE: Paint("#d8f3dc", "#d8f3dc", "#17212b"),
        Fill.OFF: Paint("#e2e5e9", "#a9b1ba", "#17212b", hatch="//"),
        Fill.PENDING: Paint("#ffe08a", "#9a6700", "#3d2c00", is_broken=True),
        Fill.CONFIRMED: Paint("#2867c4", "#1b4f9c", "#ffffff"),
        Fill.IN_PROGRESS: Paint("#0f766e", "#084f49", "#ffffff"),
        Fill.COMPLETED: Paint("#66717d", "#4a535d", "#ffffff"),
        Fill.NO_SHOW: Paint("#f6c9c6", "#b3261e", "#5c0f0a", is_broken=True),
        Fill.HELD: Paint("#f3ead2", "#9a8a5a", "#3d3517", is_broken=True),
        Fill.BUSY: Paint("#d9cdf0", "#6b4fa8", "#35215f"),
    },
)
_DARK = Palette(
    page="#17212b",
    closed="#1f2b37",
    line="#36454f",
    ink="#f2f5f8",
    faint="#a3b1bf",
    today="#6ab3f3",
    on_today="#0d1722",
    now="#ff6b61",
    paints={
        Fill.FREE: Paint("#20503a", "#20503a", "#f2f5f8"),
        Fill.OFF: Paint("#2a3643", "#556575", "#f2f5f8", hatch="//"),
        Fill.PENDING: Paint("#f0c24b", "#fff0c2", "#2b1f00", is_broken=True),
        Fill.CONFIRMED: Paint("#6aa9f7", "#a9cffb", "#0a1a2e"),
        Fill.IN_PROGRESS: Paint("#3fd0bf", "#a5efe6", "#03201d"),
        Fill.COMPLETED: Paint("#8693a1", "#b4bec8", "#0e151c"),
        Fill.NO_SHOW: Paint("#6b2a28", "#ff8a80", "#ffe4e1", is_broken=True),
        Fill.HELD: Paint("#4d4733", "#c9b97c", "#f7efd3", is_broken=True),
        Fill.BUSY: Paint("#4c3d73", "#b59cf0", "#efe8ff"),
    },
)
PALETTES: Mapping[Look, Palette] = {Look.LIGHT: _LIGHT, Look.DARK: _DARK}
