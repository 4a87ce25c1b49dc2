"""When a session room is open, and how much is written outside of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain import rooms
from domain.bookings import Booking, Status
from domain.notices import Side
from domain.refusals import RoomClosed, RoomNotOpen, TooManyMessages
from domain.rooms import Content, Message, Sort
from domain.spans import Span
from tests.domain.test_bookings import a_booking

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def booked(status: Status = Status.CONFIRMED) -> Booking:
    """From nine to half past nine; the room is open from a quarter to nine to ten."""
    return replace(a_booking(status), during=Span.lasting(START, 30 * MINUTE))


def test_the_room_is_open_from_before_the_start_to_after_the_end() -> None:
    opens, closes = START - 15 * MINUTE, START + 60 * MINUTE

    assert not rooms.is_open(booked(), opens - SECOND)
    assert rooms.is_open(booked(), opens)
    assert rooms.is_open(booked(), closes - SECOND)
    assert not rooms.is_open(booked(), closes)


@pytest.mark.parametrize("status", Status)
def test_only_where_there_is_a_session_there_is_a_room(status: Status) -> None:
    meets = {Status.CONFIRMED, Status.IN_PROGRESS, Status.COMPLETED, Status.NO_SHOW}

    assert rooms.is_open(booked(status), START) is (status in meets)


def test_who_is_too_early_learns_when_it_opens_and_who_is_too_late_that_it_is_closed() -> None:
    with pytest.raises(RoomNotOpen) as early:
        rooms.check_open(booked(), START - timedelta(hours=1))
    with pytest.raises(RoomClosed):
        rooms.check_open(booked(), START + timedelta(hours=2))
    with pytest.raises(RoomClosed):
        rooms.check_open(booked(Status.CANCELLED), START)

    assert early.value.opens == START - 15 * MINUTE


def test_single_messages_go_until_a_month_after_and_not_more_than_three_in_a_row() -> None:
    rooms.check_write(booked(Status.PENDING), 2, START - timedelta(days=9))

    with pytest.raises(TooManyMessages):
        rooms.check_write(booked(), 3, START)
    with pytest.raises(RoomClosed):
        rooms.check_write(booked(), 0, START + timedelta(days=31))
    with pytest.raises(RoomClosed):
        rooms.check_write(booked(Status.DECLINED), 0, START)


def test_messages_are_looked_at_until_they_are_erased() -> None:
    erased = rooms.is_erased(booked())

    assert rooms.was_talk(booked(Status.CANCELLED), erased - SECOND)
    assert not rooms.was_talk(booked(Status.COMPLETED), erased)
    assert not rooms.was_talk(booked(Status.DECLINED), START)


def test_a_change_is_passed_on_while_the_room_is_open_and_for_an_hour() -> None:
    sent = START - timedelta(days=1)
    content = Content(Sort.TEXT, "Hello")
    said = Message(1, 1, Side.CUSTOMER, 1, 1, content, sent, False, START + timedelta(days=90))

    assert rooms.can_edit(said, booked(), sent + 59 * MINUTE)
    assert not rooms.can_edit(said, booked(), sent + 61 * MINUTE)
    assert rooms.can_edit(said, booked(), START)


def test_what_was_said_is_kept_as_long_as_the_policy_says() -> None:
    policy = replace(booked().policy, transcripts=timedelta(days=7))

    erased = rooms.is_erased(replace(booked(), policy=policy))

    assert erased == START + 30 * MINUTE + timedelta(days=7)
