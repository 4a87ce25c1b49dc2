"""What calendars say, as other programs write them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendars.reading import read
from bot.usecases.feeds import Contents
from bot.views import ics
from domain.bookings import Status
from domain.busy import Trouble, Unreadable
from domain.feeds import Entry, Feed
from domain.spans import Span, from_epoch, to_epoch
from tests.elsewhere import appointment, calendar
from tests.views.test_ics import AYU, SITI, booking

BERLIN, JAKARTA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Jakarta")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DECEMBER = Span(datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
NOON = datetime(2026, 12, 10, 12, tzinfo=UTC)
OUTLOOK = """
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
OWN_ZONE = """
BEGIN:VTIMEZONE
TZID:Our Office
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0545
TZOFFSETTO:+0545
END:STANDARD
END:VTIMEZONE
"""


def spans(
    *events: Iterable[str],
    zone: ZoneInfo = JAKARTA,
    within: Span = DECEMBER,
    zones: str = "",
) -> list[tuple[datetime, datetime]]:
    found = read(calendar(*events, zones=zones).encode(), zone, within)
    return [(from_epoch(start), from_epoch(end)) for start, end in found.busy]


def test_an_event_is_busy_from_its_start_to_its_end() -> None:
    assert spans(appointment(NOON)) == [(NOON, NOON + HOUR)]


def test_an_event_may_tell_how_long_it_lasts() -> None:
    assert spans(["DTSTART:20261210T120000Z", "DURATION:PT90M"]) == [(NOON, NOON + 1.5 * HOUR)]


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "status:cancelled"])
def test_what_is_free_or_cancelled_blocks_nothing(line: str) -> None:
    assert spans([*appointment(NOON), line]) == []


@pytest.mark.parametrize("line", ["TRANSP:OPAQUE", "STATUS:TENTATIVE", "STATUS:CONFIRMED"])
def test_what_is_not_free_blocks(line: str) -> None:
    assert spans([*appointment(NOON), line]) == [(NOON, NOON + HOUR)]


def test_events_that_touch_are_one_busy_time() -> None:
    assert spans(appointment(NOON), appointment(NOON + HOUR), appointment(NOON)) == [
        (NOON, NOON + 2 * HOUR)
    ]


def test_an_event_without_length_blocks_nothing() -> None:
    assert spans(["DTSTART:20261210T120000Z"]) == []


def test_an_event_that_ends_before_it_starts_blocks_what_lies_between() -> None:
    assert spans(["DTSTART:20261210T130000Z", "DTEND:20261210T120000Z"]) == [(NOON, NOON + HOUR)]


def test_a_whole_day_is_one_of_the_providers_zone() -> None:
    start = datetime(2026, 12, 10, tzinfo=JAKARTA)

    assert spans(["DTSTART;VALUE=DATE:20261210"]) == [(start, start + DAY)]


def test_whole_days_end_before_their_last_date() -> None:
    start = datetime(2026, 12, 10, tzinfo=JAKARTA)

    assert spans(["DTSTART;VALUE=DATE:20261210", "DTEND;VALUE=DATE:20261213"]) == [
        (start, start + 3 * DAY)
    ]


def test_a_day_on_which_the_clock_is_changed_is_blocked_from_midnight_to_midnight() -> None:
    october = Span(datetime(2026, 10, 20, tzinfo=UTC), datetime(2026, 10, 30, tzinfo=UTC))

    ((start, end),) = spans(["DTSTART;VALUE=DATE:20261025"], zone=BERLIN, within=october)

    assert end - start == 25 * HOUR
    assert start.astimezone(BERLIN) == datetime(2026, 10, 25, tzinfo=BERLIN)


def test_a_time_without_a_zone_is_the_providers() -> None:
    start = datetime(2026, 12, 10, 9, tzinfo=JAKARTA)

    assert spans(["DTSTART:20261210T090000", "DTEND:20261210T100000"]) == [(start, start + HOUR)]


def test_a_time_is_that_of_its_zone() -> None:
    start = datetime(2026, 12, 10, 9, tzinfo=BERLIN)
    lines = [
        "DTSTART;TZID=Europe/Berlin:20261210T090000",
        "DTEND;TZID=Europe/Berlin:20261210T100000",
    ]

    assert spans(lines) == [(start, start + HOUR)]


def test_zones_may_go_by_the_names_that_outlook_gives_them() -> None:
    zone = "W. Europe Standard Time"
    lines = [f"DTSTART;TZID={zone}:20261210T090000", f"DTEND;TZID={zone}:20261210T100000"]
    start = datetime(2026, 12, 10, 9, tzinfo=BERLIN)

    assert spans(lines, zones=OUTLOOK) == [(start, start + HOUR)]
    assert spans(lines) == [(start, start + HOUR)]


def test_a_calendar_may_define_a_zone_of_its_own() -> None:
    lines = ["DTSTART;TZID=Our Office:20261210T090000", "DTEND;TZID=Our Office:20261210T100000"]
    start = datetime(2026, 12, 10, 3, 15, tzinfo=UTC)

    assert spans(lines, zones=OWN_ZONE) == [(start, start + HOUR)]


def test_a_series_comes_again_at_the_same_time_on_the_clock() -> None:
    lines = [
        "DTSTART;TZID=Europe/Berlin:20261019T090000",
        "DTEND;TZID=Europe/Berlin:20261019T100000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
    ]
    autumn = Span(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC))

    starts = [start.astimezone(BERLIN) for start, _ in spans(lines, within=autumn)]

    assert starts == [datetime(2026, 10, day, 9, tzinfo=BERLIN) for day in (19, 26)] + [
        datetime(2026, 11, 2, 9, tzinfo=BERLIN)
    ]


def test_a_series_leaves_out_its_exceptions() -> None:
    lines = [*appointment(NOON), "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261211T120000Z"]

    assert [start for start, _ in spans(lines)] == [NOON, NOON + 2 * DAY]


def test_a_series_without_end_is_read_as_far_as_asked() -> None:
    lines = ["DTSTART:20200101T120000Z", "DTEND:20200101T130000Z", "RRULE:FREQ=DAILY"]

    found = spans(lines)

    assert len(found) == 31
    assert found[0][0] == datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (appointment(NOON + DAY + 2 * HOUR), [NOON, NOON + DAY + 2 * HOUR]),
        ([*appointment(NOON + DAY), "STATUS:CANCELLED"], [NOON]),
        ([*appointment(NOON + DAY), "TRANSP:TRANSPARENT"], [NOON]),
    ],
    ids=["moved", "cancelled", "free"],
)
def test_one_of_a_series_may_be_changed(change: list[str], left: list[datetime]) -> None:
    series = [*appointment(NOON), "RRULE:FREQ=DAILY;COUNT=2"]
    text = calendar(series, ["RECURRENCE-ID:20261211T120000Z", *change])
    text = text.replace("UID:1@elsewhere", "UID:0@elsewhere")

    found = read(text.encode(), JAKARTA, DECEMBER).busy

    assert [from_epoch(start) for start, _ in found] == left


def test_what_reaches_out_of_the_asked_time_is_cut() -> None:
    before = appointment(DECEMBER.start - HOUR, 2 * HOUR)
    after = appointment(DECEMBER.end - HOUR, 2 * HOUR)
    outside = appointment(DECEMBER.end + HOUR)

    assert spans(before, after, outside) == [
        (DECEMBER.start, DECEMBER.start + HOUR),
        (DECEMBER.end - HOUR, DECEMBER.end),
    ]


def test_an_event_that_makes_no_sense_is_left_out() -> None:
    assert spans(
        appointment(NOON),
        ["DTSTART:yesterday", "DTEND:tomorrow"],
        ["SUMMARY:no start"],
        ["DTSTART:99991231T230000Z", "DTEND:99991231T235959Z"],
        ["DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=YEARLY"],
        [*appointment(NOON + DAY), "RRULE:FREQ=SOMETIMES"],
    ) == [(NOON, NOON + HOUR)]


def test_the_calendar_s_name_is_read() -> None:
    text = calendar(name="Praxis  Dr. Müller")

    assert read(text.encode(), JAKARTA, DECEMBER).name == "Praxis Dr. Müller"


def test_a_byte_order_mark_is_no_harm() -> None:
    text = b"\xef\xbb\xbf" + calendar(appointment(NOON)).encode()

    assert len(read(text, JAKARTA, DECEMBER).busy) == 1


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<!doctype html><html>Please sign in</html>",
        b"END:VCALENDAR",
        b"BEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR",
        b"\x00\xff" * 500,
        calendar(appointment(NOON)).encode()[:-40],
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
    ids=["nothing", "html", "an end", "an event", "bytes", "cut off", "crossed"],
)
def test_what_is_no_whole_calendar_is_strange(text: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text, JAKARTA, DECEMBER)

    assert refused.value.trouble is Trouble.STRANGE


def test_our_own_feed_comes_back_as_it_was_booked() -> None:
    states = [Status.CONFIRMED, Status.PENDING, Status.CANCELLED, Status.COMPLETED]
    booked = [
        booking(
            reference=f"BK-20261210-AAA{number}",
            status=status,
            during=Span.lasting(NOON + number * DAY, HOUR),
        )
        for number, status in enumerate(states)
    ]
    entries = tuple(Entry(each, AYU, SITI, NOON) for each in booked)
    text = ics.calendar(Contents(Feed(1, 9, AYU.id, "secret"), SITI, entries))

    found = read(text, BERLIN, DECEMBER)

    assert found.name == "Randevu"
    assert found.busy == tuple(
        (to_epoch(each.start), to_epoch(each.during.end))
        for each in booked
        if each.status is not Status.CANCELLED
    )
