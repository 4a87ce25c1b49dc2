"""Which notices are still true in the moment of sending."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.bookings import Role, Status
from domain.notices import STILL_TRUE, Kind, Notice, Side, of_session, outdated, reminders_for
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


def test_who_is_there_is_not_asked_to_come() -> None:
    call = a_booking()
    there = replace(call, joined={Role.CUSTOMER: BEFORE})

    assert not outdated(a_notice(Kind.READY), call, START)
    assert outdated(a_notice(Kind.READY), there, START)
    assert outdated(a_notice(Kind.READY), call, call.during.end)


@pytest.mark.parametrize("status", Status)
def test_the_outcome_is_asked_of_what_is_still_open(status: Status) -> None:
    is_open = status in {Status.CONFIRMED, Status.IN_PROGRESS}

    for kind in (Kind.ASK_OUTCOME, Kind.ASK_AGAIN):
        assert (
            outdated(a_notice(kind), a_booking(status), START + timedelta(hours=2)) is not is_open
        )


def test_who_is_asked_again_anyway_is_not_asked_twice_at_once() -> None:
    late = START + timedelta(days=2)

    assert outdated(a_notice(Kind.ASK_OUTCOME), a_booking(), late)
    assert not outdated(a_notice(Kind.ASK_AGAIN), a_booking(), late)


def test_only_the_provider_is_asked_what_became_of_a_session() -> None:
    told = {side: [each.kind for each in of_session(a_booking(), side, 7)] for side in Side}

    assert told[Side.CUSTOMER] == [Kind.READY]
    assert told[Side.PROVIDER] == [Kind.READY, Kind.ASK_OUTCOME, Kind.ASK_AGAIN]
