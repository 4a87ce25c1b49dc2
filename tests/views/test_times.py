"""The times of a day and of a week, as keys."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.usecases.availability import Coming, Slot, Times
from bot.views import calendar, looking, taps, times as views
from bot.views.screens import Screen
from bot.views.words import Words
from domain.dayparts import Part
from tests.views.test_calendar import ENGLISH, FLOW, JAKARTA, PROVIDER, SOUGHT


def starts(count: int) -> list[datetime]:
    nine = datetime(2026, 12, 3, 2, tzinfo=UTC)  # 09:00 in Jakarta
    return [nine + timedelta(minutes=30 * each) for each in range(count)]


def times(count: int, part: Part = Part.ALL, page: int = 0) -> Screen:
    found = Times(date(2026, 12, 3), tuple(map(Slot, starts(count))))
    return views.times(replace(SOUGHT, part=part), found, page, FLOW, ENGLISH)


def picks(screen: Screen) -> list[str]:
    return [
        key.label for row in screen.rows for key in row if isinstance(key.button, taps.PickTime)
    ]


def test_a_few_times_fit_on_one_page() -> None:
    assert picks(times(4)) == ["09:00", "09:30", "10:00", "10:30"]


def test_many_times_are_paged() -> None:
    assert len(picks(times(20))) == views.MANY
    assert picks(times(20, page=1))[0] == "15:00"
    assert picks(times(20, page=99)) == picks(times(20, page=1))


def test_many_times_are_grouped_by_part_of_the_day() -> None:
    afternoon = picks(times(20, Part.AFTERNOON))

    assert (afternoon[0], afternoon[-1]) == ("12:00", "16:30")


def test_a_reader_elsewhere_is_told_the_difference() -> None:
    london = Words("en", ZoneInfo("Europe/London"))

    note = looking.own_clock(starts(1)[0], JAKARTA, london)

    assert note == "09:00 there is Thu 3 Dec, 02:00 for you (London time)."


def test_the_days_around_that_have_free_times_are_a_tap_away() -> None:
    found = Times(
        date(2026, 12, 3), tuple(map(Slot, starts(1))), date(2026, 12, 1), date(2026, 12, 7)
    )

    screen = views.times(SOUGHT, found, 0, FLOW, ENGLISH)

    assert [(key.label, key.button) for key in screen.rows[-2]] == [
        ("‹ Tue 1 Dec", taps.PickDay(FLOW, date(2026, 12, 1))),
        ("Mon 7 Dec ›", taps.PickDay(FLOW, date(2026, 12, 7))),
    ]


def test_seats_that_are_left_stand_beside_the_time() -> None:
    slots = tuple(Slot(start, seats) for start, seats in zip(starts(2), (1, 5), strict=True))

    screen = views.times(SOUGHT, Times(date(2026, 12, 3), slots), 0, FLOW, ENGLISH)

    assert picks(screen) == ["09:00 · 1 seat", "09:30 · 5 seats"]


def test_a_list_of_the_week_names_the_days() -> None:
    screen = views.week(SOUGHT, Coming(tuple(map(Slot, starts(2))), True), 0, FLOW, ENGLISH)

    assert "<b>This week:</b> 2 times are free." in screen.text
    assert picks(screen) == ["Thu 3 Dec, 09:00", "Thu 3 Dec, 09:30"]


def test_a_week_without_free_times_says_so_and_shows_the_next_ones() -> None:
    screen = views.week(SOUGHT, Coming(tuple(map(Slot, starts(1))), False), 0, FLOW, ENGLISH)

    assert "nothing is free any more. The next free times:" in screen.text
    assert picks(screen) == ["Thu 3 Dec, 09:00"]


def test_a_part_of_the_day_is_offered_with_how_many_times_it_has() -> None:
    counts = {Part.MORNING: 3, Part.EVENING: 1}

    screen = calendar.narrow(replace(SOUGHT, part=Part.EVENING), counts, 1, FLOW, ENGLISH)

    labels = [row[0].label for row in screen.rows[:-1]]
    assert labels == ["Any time of day", "Morning (3)", "• Evening (1)"]


def test_who_looks_for_whoever_is_free_is_not_asked_for_a_name() -> None:
    both = replace(SOUGHT, providers=(PROVIDER, PROVIDER))

    assert "with whoever is free" in looking.heading(both, ENGLISH)
