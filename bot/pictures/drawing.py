"""A week as a picture, made to be read on a phone. Slow: never call it where people wait.

Drawn without pyplot, which keeps figures for ever. Matplotlib is heavy, so nothing but the process
that draws imports this module.
"""

import warnings
from io import BytesIO
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from bot.pictures.lettering import Lettering
from bot.pictures.palette import PALETTES, Paint
from bot.views.sketches import Column, Fill, Patch, Sketch

WIDTH, HEIGHT = 1080, 1350  # pixels; what a phone shows of a photo without cutting it

_DPI = 100
_GUTTER = 100  # where the hours stand
_MARGIN = 16
_INDENT = 28  # of the heading and the legend
_TOP, _BOTTOM = 222, 1224  # of the days
_WORDS = 25  # size of the words on a block
_LINE = 30
_ROUND = 9
_LEGEND_ROW = 46
_SWATCH = 34
_BROKEN = (0, (4, 2))
_UNDER = {Fill.FREE, Fill.OFF}  # as wide as the day; all others lie on them


def draw(sketch: Sketch) -> bytes:
    """The picture as a PNG of WIDTH by HEIGHT pixels."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+")  # it has a box in its place
        return _drawn(sketch)


def _drawn(sketch: Sketch) -> bytes:
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # it has no types
    _Picture(sketch, figure, axes, Lettering(axes, renderer)).draw()
    out = BytesIO()
    figure.savefig(out, format="png", facecolor=figure.get_facecolor())
    return out.getvalue()


class _Area(NamedTuple):
    """In pixels, `start` from the edge at which reading starts."""

    start: float
    top: float
    width: float
    height: float


class _Picture:
    """Places are in pixels from the edge at which reading starts, and from the top."""

    def __init__(self, sketch: Sketch, figure: Figure, axes: Axes, lettering: Lettering) -> None:
        self._sketch = sketch
        self._axes = axes
        self._lettering = lettering
        self._palette = PALETTES[sketch.look]
        self._width = (WIDTH - _GUTTER - _MARGIN) / len(sketch.columns)
        figure.set_facecolor(self._palette.page)

    def draw(self) -> None:
        sketch, palette = self._sketch, self._palette
        self._write(_INDENT, 58, sketch.heading, 46, palette.ink, weight="bold")
        self._write(_INDENT, 108, sketch.subheading, 30, palette.faint)
        days = [(_GUTTER + n * self._width, each) for n, each in enumerate(sketch.columns)]
        for start, column in days:
            self._head(start, column)
            self._ground(start, column)
        self._hours()
        for start, column in days:
            self._blocks(start, column)
        self._legend()

    def _head(self, start: float, column: Column) -> None:
        palette, middle, room = self._palette, start + self._width / 2, self._width - 14
        if column.is_today:
            paint = Paint(palette.today, palette.today, palette.on_today)
            self._box(_Area(start + 3, 138, self._width - 6, 78), paint)
        ink = palette.on_today if column.is_today else palette.ink
        self._write(middle, 158, column.weekday, 27, ink, align="center", room=room)
        numbers = [column.number, column.count] if column.count else [column.number]
        if self._sketch.is_right_to_left:  # with nothing but digits in it, it is read from the left
            numbers.reverse()
        number = " · ".join(numbers)
        self._write(middle, 194, number, 30, ink, align="center", weight="bold", room=room)

    def _ground(self, start: float, column: Column) -> None:
        start, width = start + 2, self._width - 4
        self._plain(_Area(start, _TOP, width, _BOTTOM - _TOP), self._palette.closed)
        for patch in column.patches:
            top, bottom = self._at(patch.start), self._at(patch.end)
            if patch.fill in _UNDER and bottom > top:
                paint = self._palette.paints[patch.fill]
                area = _Area(start, top, width, bottom - top)
                self._plain(area, paint.face, paint.edge, paint.hatch)

    def _blocks(self, start: float, column: Column) -> None:
        for patch in column.patches:
            if patch.fill not in _UNDER:
                self._block(start, patch)
        if column.is_today and self._sketch.now is not None:
            self._now(start, self._sketch.now)

    def _block(self, start: float, patch: Patch) -> None:
        top, bottom = self._at(patch.start), self._at(patch.end)
        area = _Area(start + 5, top + 1, self._width - 10, max(bottom - top - 2, 3))
        paint = self._palette.paints[patch.fill]
        self._box(area, paint)
        self._words(area, patch, paint.ink)

    def _words(self, area: _Area, patch: Patch, ink: str) -> None:
        """The time with the title below it, or what of it fits."""
        start, room = area.start + 8, area.width - 14
        rows = int(area.height // _LINE)
        if area.height < _WORDS - 1:
            return
        title = self._lettering.lines(patch.title, _WORDS, room, max(1, rows - 1))
        lines = [(patch.time, "bold"), *((line, "normal") for line in title)]
        if rows <= 1 and title:
            lines = lines[1:]
        spare = max(0.0, min(10, (area.height - len(lines) * _LINE) / 2))
        height = min(_LINE, area.height / len(lines))
        for number, (text, weight) in enumerate(lines):
            middle = area.top + spare + (number + 0.5) * height
            self._write(start, middle, text, _WORDS, ink, weight=weight, room=room)

    def _now(self, start: float, minute: int) -> None:
        y = self._at(minute)
        if _TOP < y < _BOTTOM:
            self._plain(_Area(start, y - 2, self._width, 4), self._palette.now)

    def _hours(self) -> None:
        palette = self._palette
        for minute, label in self._sketch.hours:
            y = self._at(minute)
            line = _Area(_GUTTER - 6, y - 0.5, WIDTH - _GUTTER - _MARGIN + 6, 1)
            self._plain(line, palette.line)
            self._write(_GUTTER - 14, y, label, 25, palette.faint, align="end")

    def _legend(self) -> None:
        """Entry after entry, in as many rows as they need."""
        start, y = float(_INDENT), _BOTTOM + 48.0
        for fill, label in self._sketch.legend:
            long = self._lettering.width(label, 26) + _SWATCH + 36
            if start + long > WIDTH:
                start, y = float(_INDENT), y + _LEGEND_ROW
            paint = self._palette.paints[fill]
            area = _Area(start, y - 13, _SWATCH, 26)
            if paint.hatch:
                self._plain(area, paint.face, paint.edge, paint.hatch)
            else:
                self._box(area, paint)
            self._write(start + _SWATCH + 10, y, label, 26, self._palette.ink)
            start += long

    def _at(self, minute: int) -> float:
        """How far down a minute of the day is; at an edge, if it is not on the picture."""
        first, last = self._sketch.hours[0][0], self._sketch.hours[-1][0]
        part = (min(max(minute, first), last) - first) / (last - first)
        return _TOP + part * (_BOTTOM - _TOP)

    def _left(self, start: float, width: float = 0) -> float:
        return WIDTH - start - width if self._sketch.is_right_to_left else start

    def _plain(self, area: _Area, face: str, edge: str = "none", hatch: str = "") -> None:
        self._axes.add_patch(
            Rectangle(
                (self._left(area.start, area.width), area.top),
                area.width,
                area.height,
                facecolor=face,
                edgecolor=edge,
                hatch=hatch or None,
                linewidth=0,
            )
        )

    def _box(self, area: _Area, paint: Paint) -> None:
        """With round corners."""
        rounding = min(_ROUND, area.height / 2)
        self._axes.add_patch(
            FancyBboxPatch(
                (self._left(area.start, area.width), area.top),
                area.width,
                area.height,
                boxstyle=f"round,pad=0,rounding_size={rounding}",
                facecolor=paint.face,
                edgecolor=paint.edge,
                linestyle=_BROKEN if paint.is_broken else "solid",
                linewidth=1.5 if area.height > 12 else 0.8,
            )
        )

    def _write(
        self,
        start: float,
        middle: float,
        text: str,
        size: int,
        ink: str,
        *,
        align: str = "start",
        weight: str = "normal",
        room: float = WIDTH - 2 * _INDENT,
    ) -> None:
        sides = {"start": "left", "end": "right", "center": "center"}
        if self._sketch.is_right_to_left:
            sides |= {"start": "right", "end": "left"}
        x = self._left(start)
        self._lettering.write(x, middle, text, size, ink, sides[align], weight, room)
