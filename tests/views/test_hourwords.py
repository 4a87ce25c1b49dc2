"""Hours in words: what people write is understood, and what we write can be read back."""

from collections.abc import Mapping

import pytest
from hypothesis import given, strategies as st

from bot.views.hourreading import understood
from bot.views.hourwords import said
from bot.views.words import Words, languages
from domain.editing import tidied
from domain.hours import Window
from domain.refusals import HoursNotUnderstood

NINE_TO_FIVE = Window(540, 1020)
WEEKDAYS = range(5)

minutes = st.integers(0, 1439)
windows = st.builds(Window, minutes, st.integers(0, 1440)).filter(lambda each: not each.is_empty)
weeks = st.dictionaries(st.integers(0, 6), st.lists(windows, max_size=3).map(tidied), min_size=1)


def of(days: Mapping[int, tuple[Window, ...]], *numbers: int) -> list[tuple[Window, ...]]:
    return [days[number] for number in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri 9-17",
        "mon – fri: 09:00–17:00",
        "weekdays 9am to 5pm",
        "Monday to Friday from 9 until 17:00",
        "Mon, Tue, Wed, Thu and Fri 9.00-17.00",
        "workdays 9-5pm",
    ],
)
def test_one_thing_is_understood_however_it_is_said(text: str) -> None:
    assert understood(text, "en") == dict.fromkeys(WEEKDAYS, (NINE_TO_FIVE,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sat 10:00-14:00", {5: (Window(600, 840),)}),
        ("Fri 20-02", {4: (Window(1200, 120),)}),
        ("Sun closed", {6: ()}),
        ("daily 10-24", dict.fromkeys(range(7), (Window(600, 1440),))),
        ("Wed 9-12 and 13-17", {2: (Window(540, 720), Window(780, 1020))}),
        ("Tue 9-12, Tue 13-17", {1: (Window(540, 720), Window(780, 1020))}),
        ("Sat-Mon 1pm-6pm", dict.fromkeys((5, 6, 0), (Window(780, 1080),))),
        ("Mon 12am-12pm", {0: (Window(0, 720),)}),
        ("Thu 1-5pm", {3: (Window(780, 1020),)}),
    ],
)
def test_days_and_times_of_many_kinds(
    text: str, expected: Mapping[int, tuple[Window, ...]]
) -> None:
    assert understood(text, "en") == expected


def test_groups_of_days_each_have_their_hours() -> None:
    found = understood("Mon-Fri 9-17, Sat 10:00-14:00, Sun off", "en")

    assert of(found, 0, 4, 5, 6) == [(NINE_TO_FIVE,), (NINE_TO_FIVE,), (Window(600, 840),), ()]


@pytest.mark.parametrize(
    "text",
    ["الأحد-الخميس 9-17", "من الأحد إلى الخميس من ٩ إلى ١٧", "الأحد إلى الخميس ٩ ص - ٥ م"],
)
def test_arabic_is_understood(text: str) -> None:
    assert understood(text, "ar") == dict.fromkeys((6, 0, 1, 2, 3), (NINE_TO_FIVE,))


def test_the_arabic_and_may_be_written_onto_the_next_word() -> None:
    found = understood("السبت والأحد ١٠-١٤", "ar")

    assert found == dict.fromkeys((5, 6), (Window(600, 840),))


def test_english_is_understood_in_every_language() -> None:
    for language in languages():
        assert understood("Mon-Fri 9-17", language) == dict.fromkeys(WEEKDAYS, (NINE_TO_FIVE,))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mon-Fri nine to five", "nine"),
        ("Mon 9-25", "25"),
        ("9-17", "9 - 17"),
        ("Mon", "mon"),
        ("Mon 9", "mon 9"),
        ("Mon 9-9", "9 - 9"),
        ("hello", "hello"),
        ("", ""),
    ],
)
def test_what_is_not_clear_is_named(text: str, part: str) -> None:
    with pytest.raises(HoursNotUnderstood) as refusal:
        understood(text, "en")

    assert refusal.value.part == part


@given(weeks, st.sampled_from(sorted(languages())))
def test_what_we_write_is_understood(week: dict[int, tuple[Window, ...]], language: str) -> None:
    text = ", ".join(said(week, Words(language)))

    assert understood(text, language) == week


@given(st.text(max_size=60))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    try:
        understood(text, "ar")
    except HoursNotUnderstood as refusal:
        assert isinstance(refusal.part, str)  # noqa: PT017  # anything else would be an error
