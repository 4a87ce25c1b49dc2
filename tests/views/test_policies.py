"""Policies in words: one true sentence for customers, and pages within Telegram's limits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.usecases.policies import LaidDown
from bot.views.policies import choose, in_a_sentence, policies
from bot.views.words import Words, languages
from domain.policies import BOUNDS, DEFAULT, Clause, Clauses, Level, Policy, with_clause
from tests.build import JAKARTA

NOW = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
NONE = timedelta(0)
SEEN = LaidDown(Level.PROVIDER, 2**40, "Ayu", Clauses(), DEFAULT, "Salon")


@pytest.mark.parametrize(
    ("policy", "ahead", "sentence"),
    [
        (
            DEFAULT,
            48 * HOUR,
            (
                "Free to cancel until Wed 2 Dec, 15:30 (Jakarta time); "
                "can be moved up to 3 times until 2 hours before."
            ),
        ),
        (
            replace(DEFAULT, reschedules=1),
            3 * HOUR,
            "Cancelling it would already be late; can be moved once until 2 hours before.",
        ),
        (DEFAULT, HOUR, "Cancelling it would already be late; can no longer be moved."),
        (
            replace(DEFAULT, cancel_window=NONE, reschedule_window=NONE),
            HOUR,
            "Free to cancel until it starts; can be moved up to 3 times until it starts.",
        ),
        (
            replace(DEFAULT, cancel_window=NONE, reschedules=0),
            HOUR,
            "Free to cancel until it starts; cannot be moved.",
        ),
    ],
)
def test_a_policy_is_told_in_one_sentence(policy: Policy, ahead: timedelta, sentence: str) -> None:
    assert in_a_sentence(policy, NOW + ahead, JAKARTA, NOW, Words("en")) == f"ℹ️ {sentence}"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("bound", ["least", "most"])
def test_every_clause_has_a_page_and_a_key_that_fits(language: str, bound: str) -> None:
    words = Words(language)
    clauses = Clauses()
    for clause in Clause:
        clauses = with_clause(clauses, clause, getattr(BOUNDS[clause], bound))
    seen = replace(SEEN, clauses=clauses)

    screens = [policies(seen, words), *(choose(seen, clause, words) for clause in Clause)]

    keys = [key for screen in screens for row in screen.rows for key in row]
    assert max(len(key.label) for key in keys) <= 32
    assert all(len(key.button.pack()) <= 64 for key in keys if key.button)
    assert len(screens[0].rows) == (len(Clause) + 1) // 2 + 1


def test_what_is_one_s_own_is_marked_and_can_be_chosen_again() -> None:
    own = replace(SEEN, clauses=Clauses(reschedules=1))

    page, choices = policies(own, Words("en")), choose(own, Clause.MOVES, Words("en"))

    assert "✏️ Customers can move a booking <b>once</b>." in page.text
    assert "• A customer can have <b>5</b> bookings ahead." in page.text
    labels = [key.label for row in choices.rows for key in row]
    assert "• 1" in labels
    assert "As Salon: 3" in labels
