"""Dates, times, lengths and money as people of a language read them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.views.words import Words, is_repeated, languages, spoken
from domain.money import Money

JAKARTA, LONDON, NEW_YORK = map(ZoneInfo, ("Asia/Jakarta", "Europe/London", "America/New_York"))
AT = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)


def test_a_moment_names_weekday_date_time_and_zone() -> None:
    assert Words("en").moment(AT, JAKARTA) == "Tuesday 24 November 2026, 09:30 (Jakarta time)"


def test_a_reader_elsewhere_sees_the_own_time_too() -> None:
    text = Words("en", LONDON).moment(AT, JAKARTA)

    assert text.splitlines() == [
        "Tuesday 24 November 2026, 09:30 (Jakarta time)",
        "For you: Tue 24 Nov, 02:30 (London time)",
    ]


def test_a_reader_on_the_same_clock_sees_one_time() -> None:
    assert "\n" not in Words("en", ZoneInfo("Asia/Bangkok")).moment(AT, JAKARTA)


def test_both_passes_of_a_repeated_hour_are_told_apart() -> None:
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # 01:30, summer time
    second = first + timedelta(hours=1)  # 01:30 again, standard time

    words = Words("en")

    assert words.time(first, NEW_YORK) == "01:30 EDT"
    assert words.time(second, NEW_YORK) == "01:30 EST"
    assert words.time(second + timedelta(hours=1), NEW_YORK) == "02:30"


def test_an_hour_that_is_skipped_is_not_a_repeated_one() -> None:
    after_the_gap = datetime(2026, 3, 8, 7, 30, tzinfo=UTC)  # 03:30; 02:30 did not exist

    assert not is_repeated(after_the_gap, NEW_YORK)


@pytest.mark.parametrize(
    ("length", "english", "arabic"),
    [
        (timedelta(minutes=15), "15 minutes", "15 دقيقة"),
        (timedelta(hours=1), "1 hour", "ساعة"),
        (timedelta(minutes=90), "1 hour 30 minutes", "ساعة 30 دقيقة"),
        (timedelta(days=2), "2 days", "يومان"),
        (timedelta(days=1, hours=3), "1 day 3 hours", "يوم 3 ساعات"),
    ],
)
def test_lengths_of_time(length: timedelta, english: str, arabic: str) -> None:
    assert Words("en").length(length) == english
    assert Words("ar").length(length) == arabic


@pytest.mark.parametrize(
    ("ahead", "english", "arabic"),
    [
        (timedelta(minutes=14, seconds=59.9), "in 15 minutes", "خلال 15 دقيقة"),
        (timedelta(hours=1, seconds=-1), "in 1 hour", "خلال ساعة واحدة"),
        (timedelta(minutes=90), "in 90 minutes", "خلال 90 دقيقة"),
        (timedelta(hours=2, minutes=10), "in 2 hours", "خلال ساعتين"),
        (timedelta(hours=24, seconds=-1), "in 1 day", "خلال يوم واحد"),
        (timedelta(days=2), "in 2 days", "خلال يومين"),
        (timedelta(days=3, hours=5), "in 3 days", "خلال 3 أيام"),
        (timedelta(seconds=5), "in 1 minute", "خلال دقيقة واحدة"),
    ],
)
def test_how_long_until(ahead: timedelta, english: str, arabic: str) -> None:
    assert Words("en").until(AT, AT - ahead) == english
    assert Words("ar").until(AT, AT - ahead) == arabic


def test_money_has_the_decimals_it_needs() -> None:
    words = Words("en")

    assert words.money(Money(4550, "GBP")) == "£\u00a045.50"
    assert words.money(Money(4500, "GBP")) == "£\u00a045"
    assert words.money(Money(1500, "JPY")).endswith("\u00a01,500")
    assert words.money(Money(0, "GBP")) == "Free of charge"


def test_names_are_escaped_in_messages_and_not_on_keys() -> None:
    words = Words("en")

    assert words.say("hello", name="<b>&") == "👋 <b>Hello &lt;b&gt;&amp;!</b>"
    assert words.label("key-provider-full", name="<b>&") == "<b>&"


def test_a_right_to_left_name_is_isolated_in_an_english_sentence() -> None:
    assert "\u2068ليلى\u2069" in Words("en").say("hello", name="ليلى")
    assert "\u2068" not in Words("en").say("hello", name="Maya")


def test_a_date_and_a_time_run_from_right_to_left_in_arabic() -> None:
    cairo = ZoneInfo("Africa/Cairo")
    arabic = Words("ar")

    assert arabic.day_and_time(datetime(2026, 11, 24, 8, tzinfo=UTC), cairo)[0] == "\u200f"
    assert arabic.label("key-book")[0] != "\u200f"  # its own words say so already
    assert arabic.label("cell-free", day="24") == "\u206824\u2069"


def test_several_things_are_listed_as_the_language_does() -> None:
    assert Words("en").several(["1 day", "1 hour", "15 minutes"]) == "1 day, 1 hour, 15 minutes"
    assert "،" in Words("ar").several(["يوم", "ساعة"])


def test_the_week_begins_where_it_does_for_the_reader() -> None:
    assert Words("en").first_weekday == 0
    assert Words("ar").first_weekday == 6


@pytest.mark.parametrize(
    ("hint", "language"),
    [("ar", "ar"), ("en-GB", "en"), ("AR-sa", "ar"), ("xx", "en"), ("", "en"), ("pt_br", "en")],
)
def test_the_language_to_greet_in(hint: str, language: str) -> None:
    assert spoken(hint) == language


def test_languages_are_known_by_their_own_names() -> None:
    assert dict(languages()) == {"en": "English", "ar": "العربية"}
