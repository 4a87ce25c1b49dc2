"""The ways to meet that a service offers: one at least, the usual one first."""

import pytest

from domain.people import phone_in
from domain.refusals import FormatGone, LastFormat, NotAPhone, UnknownBlank
from domain.services import Format, Meeting, Meetings

ROOM, LINK = Meeting(Format.IN_PERSON, "Room 2"), Meeting(Format.VIDEO, "https://meet/{reference}")
BOTH = Meetings((ROOM, LINK))


def test_there_is_one_way_at_least_and_none_twice() -> None:
    with pytest.raises(ValueError, match="one way"):
        Meetings(())
    with pytest.raises(ValueError, match="twice"):
        Meetings((ROOM, Meeting(Format.IN_PERSON)))


def test_one_that_is_switched_on_comes_last_and_keeps_the_others_places() -> None:
    assert BOTH.toggled(Format.CHAT) == Meetings((ROOM, LINK, Meeting(Format.CHAT)))


def test_the_last_one_is_not_switched_off() -> None:
    alone = BOTH.toggled(Format.IN_PERSON)

    assert alone == Meetings((LINK,))
    with pytest.raises(LastFormat):
        alone.toggled(Format.VIDEO)


def test_any_of_them_can_be_the_usual_one() -> None:
    assert BOTH.led_by(Format.VIDEO) == Meetings((LINK, ROOM))
    with pytest.raises(FormatGone):
        BOTH.led_by(Format.PHONE)


def test_each_has_a_place_but_for_a_chat() -> None:
    moved = BOTH.at(Format.IN_PERSON, "Room 3")

    assert moved == Meetings((Meeting(Format.IN_PERSON, "Room 3"), LINK))
    with pytest.raises(FormatGone):
        BOTH.toggled(Format.CHAT).at(Format.CHAT, "here")


def test_only_the_reference_is_filled_in() -> None:
    assert LINK.place_of("BK-1") == "https://meet/BK-1"
    with pytest.raises(UnknownBlank) as refused:
        BOTH.at(Format.VIDEO, "https://meet/{name}/{reference}")
    assert refused.value.blank == "{name}"


@pytest.mark.parametrize("text", ["+62 812 0000 0001", "(021) 555-0101", " ٠٨١٢٠٠٠٠٠٠٠١ "])
def test_a_phone_number_is_kept_as_it_was_written(text: str) -> None:
    assert phone_in(text) == text.strip()


@pytest.mark.parametrize("text", ["", "12", "call me", "+62 812 0000 0001 after six", "1" * 40])
def test_what_is_no_phone_number_is_refused(text: str) -> None:
    with pytest.raises(NotAPhone):
        phone_in(text)
