"""A provider's days on screens, up to the fullest: within what Telegram takes, and no dead ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape

import pytest

from bot.usecases.diary import PAGE, MonthInNumbers, Page, SevenDays
from bot.views import diary, taps
from bot.views.screens import Screen
from bot.views.sketches import Look
from bot.views.taps import Whence
from bot.views.weekpicture import Entry
from bot.views.words import Words
from domain.bookings import Status
from domain.diaries import Diary
from domain.hours import Week
from domain.people import Person
from domain.services import BusinessType, Provider, Titles
from tests.views.test_weekpicture import JAKARTA, LUNCH, MONDAY, NOON, at, booking

BIG = 2**62
TODAY = date(2026, 11, 18)
LONGEST = Person(3, 30, "م" * 64, "x" * 64)
WHERE = Provider(BIG, "Studio", "A" * 200, BusinessType.STUDIO, JAKARTA)
ENGLISH = Words("en")


def full_days(days: int) -> Iterator[Entry]:
    """Sixty bookings a day, with names as long as they may be."""
    for number in range(days * 60):
        start = at(8) + timedelta(days=number // 60, minutes=8 * (number % 60))
        title = Titles({"en": "T" * 200})
        yield booking(start, Status.PENDING, id=BIG + number, title=title), LONGEST


def fullest(words: Words) -> Iterator[Screen]:
    entries = tuple(full_days(7))
    seen = SevenDays(WHERE, MONDAY, NOON, Diary(Week(JAKARTA, LUNCH)), entries)
    yield from (diary.week_picture(seen, look, words) for look in Look)
    yield diary.week_in_words(seen, words)
    days = {date(2026, 11, day): 60 for day in range(1, 31)}
    yield diary.month(MonthInNumbers(WHERE, date(2026, 11, 1), TODAY, days, frozenset(days)), words)
    page = Page(WHERE, TODAY, TODAY, TODAY, days, entries[:PAGE], 3, 150, 99)
    yield diary.agenda(page, words)
    yield from (diary.day(page, whence, words) for whence in Whence)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_fullest_days_fit_into_a_message(language: str) -> None:
    for screen in fullest(Words(language)):
        plain = unescape(re.sub(r"<[^>]+>", "", screen.text))
        keys = [key for row in screen.rows for key in row]

        assert len(plain) <= (1024 if screen.picture else 4096)
        assert len(keys) <= 100
        assert max(map(len, screen.rows)) <= 8
        assert all(key.button is None or len(key.button.pack()) <= 64 for key in keys)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_screen_leads_back(language: str) -> None:
    back = (taps.WorkspaceOf, taps.Home)

    for screen in fullest(Words(language)):
        assert any(isinstance(key.button, back) for key in screen.rows[-1])


@pytest.mark.parametrize(
    ("whence", "back"),
    [
        (Whence.WORKSPACE, taps.WorkspaceOf(BIG)),
        (Whence.MONTH, taps.MonthOf(BIG, TODAY)),
        (Whence.AGENDA, taps.AgendaOf(BIG, 0)),
        (Whence.WORDS, taps.WeekInWords(BIG, MONDAY)),
        (Whence.LIGHT, taps.WeekPicture(BIG, MONDAY, Look.LIGHT)),
        (Whence.DARK, taps.WeekPicture(BIG, MONDAY, Look.DARK)),
    ],
)
def test_a_day_leads_back_to_where_it_was_opened(whence: Whence, back: object) -> None:
    page = Page(WHERE, TODAY, TODAY, TODAY, {}, (), 0, 1, 0)

    screen = diary.day(page, whence, ENGLISH)

    assert screen.rows[-1][0].button == back


def test_the_month_shows_counts_closed_days_and_today() -> None:
    november = MonthInNumbers(
        WHERE,
        date(2026, 11, 1),
        TODAY,
        {date(2026, 11, 18): 5, date(2026, 11, 19): 60},
        frozenset(date(2026, 11, day) for day in range(18, 31)),
    )

    keys = [key for row in diary.month(november, ENGLISH).rows for key in row]

    labels = {key.button.on.day: key.label for key in keys if isinstance(key.button, taps.DayOf)}
    assert (labels[17], labels[18], labels[19], labels[20]) == ("17 –", "•18·5", "19·60", "20")
    assert len(labels) == 30
