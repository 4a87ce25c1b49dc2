"""The picture itself: its size, every script and status, and colours that can be told apart."""

from dataclasses import replace

import pytest

from bot.pictures.drawing import HEIGHT, WIDTH, draw
from bot.pictures.palette import PALETTES
from bot.sandbox.images import dimensions
from bot.views.sketches import Column, Fill, Look, Patch, Sketch


def sketch(*patches: Patch, look: Look = Look.LIGHT, names: str = "Maya") -> Sketch:
    """A week that is open from 9 to 17, with these patches on its first day."""
    free = Patch(540, 1020, Fill.FREE)
    first = Column("Mon", "16", str(len(patches)), (free, *patches), is_today=True)
    others = tuple(Column("Tue", str(day), "", (free,)) for day in range(17, 23))
    hours = tuple((hour * 60, f"{hour}:00") for hour in range(9, 18))
    legend = tuple((fill, fill.name) for fill in Fill)
    return Sketch("16 – 22 Nov", names, (first, *others), hours, legend, look, now=600)


def patches(count: int, title: str = "Maya") -> list[Patch]:
    fills = [fill for fill in Fill if fill not in {Fill.FREE, Fill.OFF}]
    length = 480 // count
    return [
        Patch(start, start + length, fills[number % len(fills)], title, "09:00")
        for number, start in enumerate(range(540, 540 + length * count, length))
    ]


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("count", [1, 5, 60])
def test_a_picture_has_the_size_of_a_phone(look: Look, count: int) -> None:
    picture = draw(sketch(*patches(count), look=look))

    assert dimensions(picture) == (WIDTH, HEIGHT)
    assert len(picture) < 1024 * 1024


@pytest.mark.parametrize("title", ["", "$x^2$ \\frac", "漢字 🧿", "محمد عبد الرحمن", "x" * 300])
def test_a_name_may_be_anything(title: str) -> None:
    named = sketch(*patches(3, title))

    picture = draw(named)

    assert dimensions(picture) == (WIDTH, HEIGHT)
    if title:
        assert picture != draw(sketch(*patches(3, "Maya")))


def test_the_same_sketch_gives_the_same_picture() -> None:
    assert draw(sketch(*patches(5))) == draw(sketch(*patches(5)))


def test_what_is_read_from_the_right_is_mirrored() -> None:
    week = sketch(*patches(5))

    assert draw(replace(week, is_right_to_left=True)) != draw(week)


@pytest.mark.parametrize("look", Look)
def test_all_words_can_be_read(look: Look) -> None:
    palette = PALETTES[look]
    pairs = [(paint.ink, paint.face) for paint in palette.paints.values()]
    pairs += [
        (palette.ink, palette.page),
        (palette.faint, palette.page),
        (palette.on_today, palette.today),
    ]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """By WCAG 2.2, of two colours written #rrggbb."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
