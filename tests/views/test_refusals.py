"""Every refusal has a sentence of its own, in every language."""

from datetime import UTC, date, datetime

import pytest

from bot.views.refusals import explain
from bot.views.words import Words, languages
from domain import refusals
from domain.bookings import Status
from domain.refusals import Refused

FACTS: dict[type[Refused], tuple[object, ...]] = {
    refusals.TooSoon: (datetime(2026, 12, 3, 9, tzinfo=UTC),),
    refusals.TooLate: (date(2026, 12, 3),),
    refusals.DayFull: (date(2026, 12, 3),),
    refusals.DatesOver: (date(2026, 12, 3),),
    refusals.NotStarted: (datetime(2026, 12, 3, 9, tzinfo=UTC),),
    refusals.AnotherTime: (datetime(2026, 12, 3, 9, tzinfo=UTC),),
    refusals.WrongStatus: (Status.CANCELLED,),
    refusals.HoursNotUnderstood: ("noonish",),
    refusals.TooManyWindows: (8,),
    refusals.TextTooLong: (300, 400),
    refusals.UnknownZone: ("Atlantis",),
    refusals.BadLead: ("yesterday",),
    refusals.TooManyLeads: (5,),
    refusals.BadPrice: ("a chicken",),
    refusals.TooManyServices: (200,),
    refusals.TooManyFeeds: (5,),
    refusals.ReviewFixed: (7,),
    refusals.TooManyWaits: (8,),
    refusals.TooManyBookings: (5,),
    refusals.UnknownReference: ("BK-20261203-7KQM",),
    refusals.MoveTooLate: (datetime(2026, 12, 3, 9, tzinfo=UTC),),
    refusals.MovedTooOften: (3,),
    refusals.WrongFileType: ("setup.exe",),
    refusals.FileTooLarge: ("scan.pdf", 6),
    refusals.TooManyFiles: (10,),
    refusals.UnknownBlank: ("{name}",),
    refusals.AnswersMissing: (2,),
    refusals.NumberOutOfRange: ("1", "10"),
    refusals.NumberTooSmall: ("1",),
    refusals.NumberTooLarge: ("10",),
    refusals.RoomNotOpen: (datetime(2026, 12, 3, 9, tzinfo=UTC),),
    refusals.CannotBeReached: ("Ayu",),
    refusals.BlockedByYou: ("Ayu",),
    refusals.TakesNoMessages: ("Ayu",),
    refusals.TooManyMessages: (3,),
}
OURS = [
    kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, Refused) and kind is not Refused
]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", OURS)
def test_every_refusal_is_told_in_words_of_its_own(kind: type[Refused], language: str) -> None:
    words = Words(language)
    not_found = explain(refusals.NotFound(), words)

    told = explain(kind(*FACTS.get(kind, ())), words)

    assert told
    assert (told == not_found) is (kind is refusals.NotFound)


def test_a_full_day_is_named() -> None:
    assert explain(refusals.DayFull(date(2026, 12, 3)), Words("en")) == (
        "Thursday 3 December 2026 is fully booked. Please choose another day."
    )
