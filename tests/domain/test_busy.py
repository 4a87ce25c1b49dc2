"""Addresses that people paste, and what becomes of a feed that answers or does not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.busy import (
    ADDRESS_LIMIT,
    AGAIN,
    PATIENCE,
    STALE,
    BusyFeed,
    Marks,
    Reading,
    Trouble,
    Unchanged,
    answered,
    pasted,
    soonest,
)
from domain.refusals import BadAddress

NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
MARKS = Marks('"1"', "", "digest")
NEW = BusyFeed(1, 2, "https://example.org/secret.ics", "", Marks(), NOW, NOW)
WELL = replace(NEW, marks=MARKS, checked_at=NOW, read_at=NOW, parsed_at=NOW)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a.ics", "https://example.org/a.ics"),
        ("HTTPS://example.org/a.ics", "https://example.org/a.ics"),
        ("http://example.org:8080/a?b=c", "http://example.org:8080/a?b=c"),
        ("webcal://p01.icloud.com/published/2/x", "https://p01.icloud.com/published/2/x"),
        ("webcals://example.org/x", "https://example.org/x"),
        ("Here it is: <https://example.org/a.ics>.", "https://example.org/a.ics"),
        (
            "calendar.google.com/calendar/ical/x/basic.ics",
            "https://calendar.google.com/calendar/ical/x/basic.ics",
        ),
    ],
)
def test_an_address_is_found_in_what_is_pasted(text: str, address: str) -> None:
    assert pasted(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "my calendar",
        "example.org",
        "ftp://example.org/a.ics",
        "file:///etc/passwd",
        "https://",
        "https://:80/a",
        "https://[::1/a",
        "https://example.org:port/a",
        "https://example.org/" + "a" * ADDRESS_LIMIT,
    ],
)
def test_what_has_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        pasted(text)


def test_only_the_host_of_an_address_is_shown() -> None:
    assert NEW.title == "example.org"
    assert replace(NEW, name="Praxis").title == "Praxis"


def test_a_feed_that_was_read_is_well() -> None:
    broken = answered(WELL, Trouble.GONE, NOW + HOUR)

    well = answered(broken, Reading("Praxis", ((1, 2),), MARKS), NOW + 2 * HOUR)

    assert (well.name, well.marks, well.read_at) == ("Praxis", MARKS, NOW + 2 * HOUR)
    assert (well.trouble, well.failing_since, well.told_at) == (None, None, None)


def test_trouble_leaves_what_was_read_last() -> None:
    broken = answered(WELL, Trouble.GONE, NOW + HOUR)

    assert (broken.read_at, broken.marks, broken.parsed_at) == (NOW, MARKS, NOW)
    assert (broken.trouble, broken.failing_since) == (Trouble.GONE, NOW + HOUR)


def test_the_provider_is_told_once_until_it_has_been_well_again() -> None:
    told = answered(WELL, Trouble.GONE, NOW + HOUR)
    still = answered(told, Trouble.STRANGE, NOW + 2 * HOUR)
    well = answered(still, Unchanged(MARKS), NOW + 3 * HOUR)
    again = answered(well, Trouble.GONE, NOW + 4 * HOUR)

    assert [each.breaks for each in (told, still, well, again)] == [1, 1, 1, 2]
    assert still.failing_since == NOW + HOUR


def test_trouble_that_may_pass_is_told_when_it_has_lasted() -> None:
    first = answered(WELL, Trouble.SLOW, NOW)
    almost = answered(first, Trouble.SICK, NOW + PATIENCE - MINUTE)
    at_last = answered(almost, Trouble.SLOW, NOW + PATIENCE)

    assert [each.breaks for each in (first, almost, at_last)] == [0, 0, 1]


def test_trouble_with_a_new_feed_is_told_at_once() -> None:
    assert answered(NEW, Trouble.SLOW, NOW).breaks == 1


def test_an_unchanged_calendar_is_read_anew_after_a_day() -> None:
    assert WELL.known(NOW + STALE - MINUTE) == MARKS
    assert WELL.known(NOW + STALE) == Marks()
    assert NEW.known(NOW) == Marks()


def test_not_changing_is_no_reading() -> None:
    later = answered(WELL, Unchanged(MARKS), NOW + HOUR)

    assert (later.read_at, later.parsed_at) == (NOW + HOUR, NOW)


def test_it_is_asked_at_will_once_a_minute() -> None:
    assert soonest(NEW, NOW) == NOW
    assert soonest(WELL, NOW + MINUTE / 2) == NOW + AGAIN
    assert soonest(WELL, NOW + HOUR) == NOW + HOUR
