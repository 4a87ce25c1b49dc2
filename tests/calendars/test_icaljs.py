"""Our feed as a parser of another language reads it: ical.js, fetched with npm where that is."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.usecases.feeds import Contents
from bot.views import ics
from domain.bookings import Booking, Status
from domain.feeds import Entry, Feed
from domain.spans import Span, to_epoch
from tests.views.test_ics import AYU, SITI, START, booking

FOLDER = Path(__file__).parents[1] / "icaljs"
IS_THERE = shutil.which("node") is not None and (FOLDER / "node_modules").is_dir()

pytestmark = pytest.mark.skipif(
    not IS_THERE and "REQUIRE_ICAL_JS" not in os.environ,
    reason="needs node and `npm ci --prefix tests/icaljs`",
)


def read(*bookings: Booking) -> list[dict[str, Any]]:
    """The events that ical.js finds in a provider's feed."""
    entries = tuple(Entry(each, AYU, SITI, START - timedelta(days=1)) for each in bookings)
    text = ics.calendar(Contents(Feed(1, 9, AYU.id, "secret"), SITI, entries))
    run = subprocess.run(
        ["node", "read.mjs"],  # noqa: S607  # whichever node there is
        cwd=FOLDER,
        input=text,
        capture_output=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Europe/Berlin", "Asia/Kathmandu", "UTC"])
def test_times_are_the_same_instants_in_every_zone(zone: str) -> None:
    winter = booking(reference="BK-1", zone=ZoneInfo(zone))
    summer = replace(
        winter,
        reference="BK-2",
        during=Span.lasting(START + timedelta(days=200), timedelta(hours=2)),
    )

    events = read(winter, summer)

    assert [(each["uid"], each["start"], each["end"]) for each in events] == [
        (f"{each.reference}@randevu", to_epoch(each.start), to_epoch(each.during.end))
        for each in (winter, summer)
    ]


def test_names_come_through_whole() -> None:
    (event,) = read(booking())

    assert event["summary"] == "Haircut; wash, cut · Siti Aminah"


def test_a_move_and_a_cancellation_are_updates_of_the_same_event() -> None:
    booked = booking()
    moved = replace(
        booked,
        version=booked.version + 1,
        during=Span.lasting(START + timedelta(days=1), timedelta(minutes=45)),
    )
    cancelled = replace(moved, version=moved.version + 1, status=Status.CANCELLED)

    first, second, third = [read(each)[0] for each in (booked, moved, cancelled)]

    assert first["uid"] == second["uid"] == third["uid"]
    assert first["sequence"] < second["sequence"] < third["sequence"]
    assert second["start"] == to_epoch(moved.start)
    assert (first["status"], third["status"]) == ("CONFIRMED", "CANCELLED")
