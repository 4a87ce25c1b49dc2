"""The pages of the waitlist: within Telegram's limits, in words that say which days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.usecases.waiting import MOST, Joined, Waiting, dates
from bot.views import taps, waitlist as views
from bot.views.screens import Screen
from bot.views.words import Words
from domain.dayparts import Part
from domain.services import Titles
from domain.waitlist import Entry, Offer, Opened, State
from tests.views.test_calendar import ARABIC, ENGLISH, FLOW, JAKARTA, SOUGHT

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)
LONG = Titles({"en": "A very long title of a service that nobody would ever read aloud"})


def a_wait(**changes: object) -> Waiting:
    first = date(2026, 12, 1)
    entry = Entry(1, 3, 2, 1, first, first + timedelta(days=6), Part.MORNING, JAKARTA, NOW)
    return Waiting(replace(entry, **changes), LONG, "Dr. Ayu")  # type: ignore[arg-type]


def labels(screen: Screen) -> list[str]:
    return [key.label for row in screen.rows for key in row]


def test_the_dates_on_offer_end_at_the_horizon_and_none_comes_twice() -> None:
    rules = replace(SOUGHT.service.rules, horizon=9)
    near = replace(SOUGHT, service=replace(SOUGHT.service, rules=rules))
    today = date(2026, 12, 1)

    found = dates(near, None, NOW)

    assert found == [(today, date(2026, 12, 7)), (today, date(2026, 12, 10))]


def test_a_month_ahead_is_offered_first_where_it_is_looked_at() -> None:
    choices = dates(SOUGHT, date(2027, 1, 1), NOW)

    screen = views.ask(SOUGHT, Part.EVENING, choices, FLOW, ENGLISH)

    assert labels(screen)[:6] == [
        "Any time of day",
        "Mornings",
        "Afternoons",
        "• Evenings",
        "🔔 January 2027",
        "🔔 Until Mon 7 Dec",
    ]
    assert screen.rows[2][0].button == taps.WaitFor(
        FLOW, date(2027, 1, 1), date(2027, 1, 30), Part.EVENING
    )


@pytest.mark.parametrize("words", [ENGLISH, ARABIC])
def test_a_full_list_fits_into_a_message(words: Words) -> None:
    slot = Opened(1, 2, NOW + timedelta(hours=2))
    kept = a_wait(state=State.OFFERED, offer=Offer(slot, NOW + timedelta(minutes=15)))

    screen = views.mine([kept] * MOST, words)

    assert len(screen.text) < 4096
    assert sum(map(len, screen.rows)) <= 100


def test_what_is_kept_can_be_seen_again() -> None:
    slot = Opened(1, 2, NOW + timedelta(hours=2))
    offer = Offer(slot, NOW + timedelta(minutes=15))
    kept = replace(a_wait(state=State.OFFERED, offer=offer), booking_id=9)

    screen = views.one(kept, ENGLISH)

    assert "Tue 1 Dec, 12:00 is kept for you until 10:15" in screen.text
    assert screen.rows[0][0].button == taps.ShowOffer(9)


def test_one_day_is_named_once_and_a_time_of_any_provider_told_so() -> None:
    on = date(2026, 12, 3)
    waiting = replace(a_wait(first=on, last=on, part=Part.ALL), provider=None)

    screen = views.joined(SOUGHT, Joined(waiting, ()), FLOW, ENGLISH)

    assert "with whoever is free\n🗓 Thu 3 Dec\n" in screen.text
