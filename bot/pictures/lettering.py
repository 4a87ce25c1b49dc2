"""Words on a picture, in every script that this machine has letters for."""

from functools import cache

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

# The first one comes along with matplotlib: Latin, Greek, Cyrillic, Arabic and more. The others
# stand in for what it has not, where they are installed.
_FAMILIES = (
    "DejaVu Sans",
    "Noto Sans",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
    "WenQuanYi Zen Hei",
)
_VARIANT = "\ufe0f"  # asks for the colours of an emoji, which there are none of here
_POINTS_A_PIXEL = 0.72  # at a hundred dots an inch


class Lettering:
    """Sizes are in pixels."""

    def __init__(self, axes: Axes, renderer: RendererAgg) -> None:
        self._axes = axes
        self._renderer = renderer

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        ink: str,
        align: str,
        weight: str,
        room: float,
    ) -> None:
        """The text on one line around `y`, cut short where it needs more than `room`."""
        fitting = self._fitting(_shown(text), size, weight, room)
        if fitting:
            self._axes.text(
                x,
                y,
                fitting,
                color=ink,
                fontproperties=_font(size, weight),
                ha=align,
                va="center_baseline",
                parse_math=False,
            )

    def lines(self, text: str, size: int, room: float, most: int) -> list[str]:
        """The words on `most` lines; where they need more, the last one is too long."""
        words = _shown(text).split()
        lines: list[str] = []
        while words and len(lines) < most - 1:
            count = 1
            while count < len(words) and self.width(" ".join(words[: count + 1]), size) <= room:
                count += 1
            lines.append(" ".join(words[:count]))
            words = words[count:]
        return [*lines, " ".join(words)] if words else lines

    def width(self, text: str, size: int, weight: str = "normal") -> float:
        if not text:
            return 0
        font = _font(size, weight)
        measure = self._renderer.get_text_width_height_descent
        return float(measure(text, font, ismath=False)[0])  # type: ignore[no-untyped-call]  # it has no types

    def _fitting(self, text: str, size: int, weight: str, room: float) -> str:
        """The text, or as much of its beginning as fits with an ellipsis."""
        if self.width(text, size, weight) <= room:
            return text
        low, high = 0, len(text)
        while low + 1 < high:
            middle = (low + high) // 2
            if self.width(text[:middle].rstrip() + "…", size, weight) <= room:
                low = middle
            else:
                high = middle
        return text[:low].rstrip() + "…" if low else ""


def _shown(text: str) -> str:
    return " ".join(text.replace(_VARIANT, "").split())


@cache
def _font(size: int, weight: str) -> FontProperties:
    return FontProperties(family=_families(), size=size * _POINTS_A_PIXEL, weight=weight)


@cache
def _families() -> list[str]:
    known = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in _FAMILIES if name in known]
