"""Which notices are still true in the moment of sending."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.bookings import Status
from domain.notices import STILL_TRUE, Kind, Notice, Side, outdated, reminders_for
from tests.domain.test_bookings import BEFORE, START, a_booking


def a_notice(kind: Kind = Kind.REMINDER, version: int = 1) -> Notice:
    return Notice(kind, Side.CUSTOMER, 1, 1, version, BEFORE)


def test_a_reminder_of_a_confirmed_booking_ahead_is_true() -> None:
    assert not outdated(a_notice(), a_booking(), BEFORE)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CONFIRMED])
def test_nobody_is_reminded_of_what_is_not_on(status: Status) -> None:
    assert outdated(a_notice(), a_booking(status), BEFORE)


def test_a_reminder_of_an_earlier_version_is_outdated() -> None:
    assert outdated(a_notice(), replace(a_booking(), version=2), BEFORE)


def test_a_reminder_comes_before_the_start_or_never() -> None:
    assert outdated(a_notice(), a_booking(), START)


def test_a_cancellation_is_worth_telling_even_late() -> None:
    assert not outdated(a_notice(Kind.CANCELLED), a_booking(Status.CANCELLED), START)


def test_an_offer_is_worth_telling_while_the_time_is_kept() -> None:
    held = replace(a_booking(Status.HELD), hold_until=START)

    assert not outdated(a_notice(Kind.OFFER), held, BEFORE)
    assert outdated(a_notice(Kind.OFFER), held, START)


def test_every_kind_knows_when_it_is_true() -> None:
    assert set(STILL_TRUE) == set(Kind) - {Kind.FEED_BROKEN}


def test_reminders_carry_their_lead_and_the_version() -> None:
    leads = [timedelta(hours=1), timedelta(days=2)]

    made = list(reminders_for(a_booking(), Side.PROVIDER, 7, leads, BEFORE))

    assert [(each.lead, each.due, each.version, each.recipient_id) for each in made] == [
        (timedelta(hours=1), START - timedelta(hours=1), 1, 7)
    ]
