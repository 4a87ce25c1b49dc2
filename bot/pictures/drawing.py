"""A week as a picture, made to be read on a phone. Slow: never call it where people wait.

Drawn without pyplot, which keeps figures for ever. Matplotlib is heavy, so nothing but the process
that draws imports this module.
"""

import warnings
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from bot.pictures.lettering import Lettering
from bot.pictures.palette import PALETTES
from bot.views.sketches import Column, Fill, Patch, Sketch

WIDTH, HEIGHT = 1080, 1350  # pixels; what a phone shows of a photo without cutting it

_DPI = 100
_GUTTER = 100  # where the hours stand
_MARGIN = 16
_TOP, _BOTTOM = 222, 1224  # of the days
_LINE = 30  # of the words on a patch
_ROUND = 9
_LEGEND_ROW = 46
_SWATCH = 34
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
        self._write(_MARGIN + 12, 58, sketch.heading, 46, palette.ink, weight="bold")
        self._write(_MARGIN + 12, 108, sketch.subheading, 30, palette.faint)
        days = [(_GUTTER + n * self._width, each) for n, each in enumerate(sketch.columns)]
        for left, column in days:
            self._head(left, column)
            self._ground(left, column)
        self._hours()
        for left, column in days:
            self._blocks(left, column)
        self._legend()

    def _head(self, left: float, column: Column) -> None:
        palette, middle = self._palette, left + self._width / 2
        if column.is_today:
            self._box(left + 3, 138, self._width - 6, 78, palette.today, palette.today)
        ink = palette.on_today if column.is_today else palette.ink
        room = self._width - 14
        self._write(middle, 158, column.weekday, 27, ink, align="center", room=room)
        numbers = [column.number, column.count] if column.count else [column.number]
        if self._sketch.is_right_to_left:  # with nothing but digits in it, it is read from the left
            numbers.reverse()
        number = " · ".join(numbers)
        self._write(middle, 194, number, 30, ink, align="center", weight="bold", room=room)

    def _ground(self, left: float, column: Column) -> None:
        left, width = left + 2, self._width - 4
        self._plain(left, _TOP, width, _BOTTOM - _TOP, self._palette.closed)
        for patch in column.patches:
            top, bottom = self._at(patch.start), self._at(patch.end)
            if patch.fill in _UNDER and bottom > top:
                paint = self._palette.paints[patch.fill]
                self._plain(left, top, width, bottom - top, paint.face, paint.edge, paint.hatch)

    def _blocks(self, left: float, column: Column) -> None:
        for patch in column.patches:
            if patch.fill not in _UNDER:
                self._block(left, patch)
        if column.is_today and self._sketch.now is not None:
            self._now(left, self._sketch.now)

    def _block(self, left: float, patch: Patch) -> None:
        top, bottom = self._at(patch.start), self._at(patch.end)
        paint = self._palette.paints[patch.fill]
        height = max(bottom - top - 2, 3)
        style = (0, (4, 2)) if paint.is_broken else "solid"
        self._box(left + 5, top + 1, self._width - 10, height, paint.face, paint.edge, edging=style)
        self._words(left + 13, top + 1, height, patch, paint.ink)

    def _words(self, left: float, top: float, height: float, patch: Patch, ink: str) -> None:
        """The time with the title below it, or what of it fits."""
        room = self._width - 24
        if height < _LINE - 6:
            return
        rows = max(1, int(height // _LINE))
        title = self._lettering.lines(patch.title, 25, room, max(1, rows - 1))
        lines = [(patch.time, "bold"), *((line, "normal") for line in title)]
        if rows == 1 and title:
            lines = lines[1:]
        spare = max(0.0, min(10, (height - len(lines) * _LINE) / 2))
        for number, (text, weight) in enumerate(lines):
            middle = top + spare + (number + 0.5) * min(_LINE, height / len(lines))
            self._write(left, middle, text, 25, ink, weight=weight, room=room)

    def _now(self, left: float, minute: int) -> None:
        y = self._at(minute)
        if _TOP < y < _BOTTOM:
            self._plain(left, y - 2, self._width, 4, self._palette.now)

    def _hours(self) -> None:
        palette = self._palette
        for minute, label in self._sketch.hours:
            y = self._at(minute)
            self._plain(_GUTTER - 6, y - 0.5, WIDTH - _GUTTER - _MARGIN + 6, 1, palette.line)
            self._write(_GUTTER - 14, y, label, 25, palette.faint, align="end")

    def _legend(self) -> None:
        """Entry after entry, in as many rows as they need."""
        left, y = float(_MARGIN + 12), _BOTTOM + 48.0
        for fill, label in self._sketch.legend:
            long = self._lettering.width(label, 26) + _SWATCH + 36
            if left + long > WIDTH:
                left, y = float(_MARGIN + 12), y + _LEGEND_ROW
            paint = self._palette.paints[fill]
            if paint.hatch:
                self._plain(left, y - 13, _SWATCH, 26, paint.face, paint.edge, paint.hatch)
            else:
                self._box(left, y - 13, _SWATCH, 26, paint.face, paint.edge)
            self._write(left + _SWATCH + 10, y, label, 26, self._palette.ink)
            left += long

    def _at(self, minute: int) -> float:
        first, last = self._sketch.hours[0][0], self._sketch.hours[-1][0]
        part = (min(max(minute, first), last) - first) / (last - first)
        return _TOP + part * (_BOTTOM - _TOP)

    def _left(self, start: float, width: float) -> float:
        return WIDTH - start - width if self._sketch.is_right_to_left else start

    def _plain(
        self,
        start: float,
        top: float,
        width: float,
        height: float,
        face: str,
        edge: str = "none",
        hatch: str = "",
    ) -> None:
        corner = (self._left(start, width), top)
        self._axes.add_patch(
            Rectangle(
                corner,
                width,
                height,
                facecolor=face,
                edgecolor=edge,
                hatch=hatch or None,
                linewidth=0,
            )
        )

    def _box(
        self,
        start: float,
        top: float,
        width: float,
        height: float,
        face: str,
        edge: str,
        edging: str | tuple[int, tuple[int, int]] = "solid",
    ) -> None:
        rounding = min(_ROUND, height / 2)
        self._axes.add_patch(
            FancyBboxPatch(
                (self._left(start, width), top),
                width,
                height,
                boxstyle=f"round,pad=0,rounding_size={rounding}",
                facecolor=face,
                edgecolor=edge,
                linestyle=edging,
                linewidth=1.5 if height > 12 else 0.8,
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
        room: float = float(WIDTH),
    ) -> None:
        sides = {"start": "left", "end": "right", "center": "center"}
        if self._sketch.is_right_to_left:
            sides |= {"start": "right", "end": "left"}
        self._lettering.write(
            self._left(start, 0), middle, text, size, ink, sides[align], weight, room
        )
