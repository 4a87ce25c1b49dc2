"""By whose clock a booking is told, and to whom the other one is told too."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.views import checkout, clocks
from bot.views.words import Words
from domain.notices import Side
from domain.services import Format
from tests.views.test_calendar import SERVICE
from tests.views.test_ics import AYU, SITI, START, booking

PARIS = Words("en", ZoneInfo("Europe/Paris"))
CALL = booking(format=Format.VIDEO)


def test_a_visit_is_told_on_the_clock_of_the_place_and_then_on_the_reader_s() -> None:
    assert clocks.beginning(booking(), AYU, None, PARIS) == (
        "Tuesday 1 December 2026, 10:00 (Jakarta time)\nFor you: Tue 1 Dec, 04:00 (Paris time)"
    )


def test_a_call_is_told_on_the_reader_s_clock_and_then_on_the_provider_s() -> None:
    assert clocks.beginning(CALL, AYU, None, PARIS) == (
        "Tuesday 1 December 2026, 04:00 (Paris time)\nFor Ayu: Tue 1 Dec, 10:00 (Jakarta time)"
    )


def test_the_provider_is_told_when_a_call_is_for_the_customer() -> None:
    siti = replace(SITI, zone=ZoneInfo("Europe/Paris"))

    assert clocks.beginning(CALL, AYU, siti, Words()) == (
        "Tuesday 1 December 2026, 10:00 (Jakarta time)\n"
        "For Siti Aminah: Tue 1 Dec, 04:00 (Paris time)"
    )
    assert "Siti" not in clocks.beginning(booking(), AYU, siti, Words()), "she comes to Jakarta"


def test_one_clock_is_told_once() -> None:
    assert clocks.beginning(CALL, AYU, SITI, Words("en", ZoneInfo("Asia/Jakarta"))) == (
        "Tuesday 1 December 2026, 10:00 (Jakarta time)"
    )


def test_what_is_booked_shows_the_time_that_was_tapped() -> None:
    screen = checkout.done(Card(CALL, Side.CUSTOMER, AYU, SITI), START, PARIS)

    assert "Tuesday 1 December 2026, 04:00" in screen.text


def test_an_address_is_for_those_who_go_there() -> None:
    visit, call = (
        checkout.review(each, AYU, SERVICE.meetings, (), Said(), 1, START, PARIS).text
        for each in (booking(), CALL)
    )

    assert "Bandung" in visit
    assert "Bandung" not in call
