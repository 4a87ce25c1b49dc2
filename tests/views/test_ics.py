"""Feeds as another program reads them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from bot.usecases.feeds import Contents
from bot.views import ics
from domain.bookings import Booking, Status
from domain.feeds import Entry, Feed
from domain.money import Money
from domain.people import Person
from domain.services import BusinessType, Format, Provider, Titles
from domain.spans import Span

START = datetime(2026, 12, 1, 3, tzinfo=UTC)
JAKARTA = ZoneInfo("Asia/Jakarta")
SITI = Person(7, 1007, "Siti", "Aminah")
AYU = Provider(
    3, "Salon Melati", "Ayu", BusinessType.SALON, JAKARTA, address="Jl. Melati 1, Bandung"
)
MINE = Feed(1, SITI.id, None, "secret")
AYUS = Feed(2, 9, AYU.id, "other-secret")


def booking(**changes: object) -> Booking:
    made = Booking(
        1,
        "BK-20261201-ABCD",
        AYU.id,
        5,
        SITI.id,
        Status.CONFIRMED,
        Span.lasting(START, timedelta(minutes=45)),
        JAKARTA,
        Titles({"en": "Haircut; wash, cut", "ar": "قص شعر"}),
        Money(15_000_000, "IDR"),
        Format("in_person"),
        version=2,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of a booking


def read(feed: Feed, *bookings: Booking, owner: Person = SITI) -> list[Event]:
    entries = tuple(Entry(each, AYU, SITI, START - timedelta(days=1)) for each in bookings)
    parsed = Calendar.from_ical(ics.calendar(Contents(feed, owner, entries)))
    assert isinstance(parsed, Calendar)
    return parsed.events


def test_a_booking_is_an_event_at_the_providers_time() -> None:
    (event,) = read(MINE, booking())

    assert event.start == datetime(2026, 12, 1, 10, tzinfo=JAKARTA)
    assert event.end == datetime(2026, 12, 1, 10, 45, tzinfo=JAKARTA)
    assert event["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert str(event["SUMMARY"]) == "Haircut; wash, cut · Ayu"
    assert str(event["LOCATION"]) == "Jl. Melati 1, Bandung"
    assert str(event["UID"]) == "BK-20261201-ABCD@randevu"
    assert event["SEQUENCE"] == 2


def test_the_provider_reads_who_comes_and_not_where_they_are_themselves() -> None:
    (event,) = read(AYUS, booking())

    assert str(event["SUMMARY"]) == "Haircut; wash, cut · Siti Aminah"
    assert "LOCATION" not in event


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.CONFIRMED, "CONFIRMED"),
        (Status.COMPLETED, "CONFIRMED"),
        (Status.PENDING, "TENTATIVE"),
        (Status.CANCELLED, "CANCELLED"),
        (Status.DECLINED, "CANCELLED"),
        (Status.EXPIRED, "CANCELLED"),
    ],
)
def test_what_a_status_is_in_a_calendar(status: Status, said: str) -> None:
    (event,) = read(MINE, booking(status=status))

    assert str(event["STATUS"]) == said


def test_a_change_keeps_the_uid_and_counts_up() -> None:
    before = read(MINE, booking())[0]
    after = read(MINE, booking(status=Status.CANCELLED, version=3))[0]

    assert before.uid == after.uid
    assert (before.sequence, after.sequence) == (2, 3)


def test_nothing_of_a_note_gets_out_of_its_line() -> None:
    note = "line one\r\nEND:VEVENT\nATTACH:file:///etc/passwd; , \\ ملاحظة"
    (event,) = read(MINE, booking(note=note))

    assert "ATTACH" not in event
    assert note.replace("\r\n", "\n") in str(event["DESCRIPTION"]).replace("\u2068", "").replace(
        "\u2069", ""
    )


def test_the_zone_is_told_with_its_daylight_saving_time() -> None:
    london = ZoneInfo("Europe/London")
    summer = Span.lasting(datetime(2027, 7, 1, 9, tzinfo=UTC), timedelta(hours=1))
    text = ics.calendar(
        Contents(MINE, SITI, (Entry(booking(zone=london, during=summer), AYU, SITI, START),))
    )

    assert b"BEGIN:VTIMEZONE" in text
    assert b"TZID:Europe/London" in text
    parsed = Calendar.from_ical(text)
    assert isinstance(parsed, Calendar)
    assert parsed.events[0].start == summer.start


def test_the_same_contents_are_the_same_bytes() -> None:
    contents = Contents(MINE, SITI, (Entry(booking(), AYU, SITI, START),))

    assert ics.calendar(contents) == ics.calendar(contents)


def test_an_empty_feed_is_a_calendar_too() -> None:
    assert read(MINE) == []


def test_the_owners_language_is_spoken() -> None:
    (event,) = read(MINE, booking(), owner=replace(SITI, language="ar"))

    assert "قص شعر" in str(event["SUMMARY"])
