"""Buttons survive the way to Telegram and back, fit into 64 bytes, and forged ones are Stale."""

from contextlib import suppress
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, strategies as st

from bot.views import taps
from bot.views.buttons import LIMIT, Button, Stale, base62, from_base62, unpack
from bot.views.taps.about import SIDED
from domain.notices import Side

KINDS = sorted(Button.registry.values(), key=lambda kind: kind.tag)
# An offered place is a hold, which has no card; and a booking in the way of time off is settled on
# the screen of that time off.
CARDLESS = {
    taps.ShowOffer,
    taps.TakeOffer,
    taps.TakeOfferAllTheSame,
    taps.PassOffer,
    taps.LeaveOffer,
    taps.OffFate,
}
MINUTES = st.integers(0, int(datetime(2100, 1, 1, tzinfo=UTC).timestamp()) // 60)


def values(kind: type) -> st.SearchStrategy[Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if issubclass(kind, datetime):
        return MINUTES.map(lambda minute: datetime.fromtimestamp(minute * 60, UTC))
    if issubclass(kind, date):
        return st.dates()
    if issubclass(kind, ZoneInfo):
        return st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
    return st.integers(0, 2**63 - 1)


@st.composite
def buttons(draw: st.DrawFn) -> Button:
    kind = draw(st.sampled_from(KINDS))
    hints = get_type_hints(kind)
    return kind(*(draw(values(hints[each.name])) for each in fields(kind)))


@given(buttons())
def test_every_button_fits_and_comes_back(button: Button) -> None:
    data = button.pack()

    assert 1 <= len(data.encode()) <= LIMIT
    assert unpack(data) == button


@given(st.text(max_size=64) | st.binary(max_size=64).map(lambda raw: raw.decode("latin-1")))
def test_forged_data_is_a_button_or_stale(data: str) -> None:
    try:
        button = unpack(data)
    except Stale:
        return

    assert button.pack() == data


@given(buttons(), st.data())
def test_a_button_that_lost_or_gained_a_byte_never_breaks_anything(
    button: Button, data: st.DataObject
) -> None:
    packed = button.pack()
    at = data.draw(st.integers(0, len(packed)))
    torn = packed[:at] + data.draw(st.sampled_from(["", ":", "zz", "\u0663"])) + packed[at + 1 :]

    with suppress(Stale):
        unpack(torn)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "1",
        "1zz",
        "2hm",
        "1hm:",
        "1bk:1:nobody",
        "1bk:1",
        "1td:0",
        "1td:zzzzzzzz",
        "1ft:1:zzzzzzzzzz",
        "1zs:Mars/Phobos",
        "1zs:../../etc/passwd",
        "1bk:-1:customer",
        "1bk:01:customer",
        "1bk:zzzzzzzzzzz:customer",
    ],
)
def test_what_no_button_writes_is_stale(data: str) -> None:
    with pytest.raises(Stale):
        unpack(data)


@given(st.integers(0, 2**63 - 1))
def test_base62_comes_back(number: int) -> None:
    assert from_base62(base62(number)) == number


def test_every_tag_is_two_characters() -> None:
    assert {len(kind.tag) for kind in KINDS} == {2}


def test_unpacking_as_another_button_is_stale() -> None:
    with pytest.raises(Stale):
        taps.Confirm.unpack(taps.Home().pack())


def test_every_button_with_a_booking_says_from_which_side_it_is_about_it() -> None:
    of_bookings = {kind for kind in KINDS if "booking_id" in {each.name for each in fields(kind)}}

    assert {kind for kind in of_bookings if not issubclass(kind, SIDED)} == CARDLESS


def test_a_button_for_one_side_knows_that_side_without_carrying_it() -> None:
    assert taps.about(taps.Timeline(7, 0)) == (7, Side.PROVIDER)
    assert taps.about(taps.Again(7)) == (7, Side.CUSTOMER)
    assert taps.about(taps.ShowBooking(7, Side.PROVIDER)) == (7, Side.PROVIDER)
    assert taps.about(taps.Home()) is None


def test_what_is_only_a_base_of_buttons_is_never_read_back() -> None:
    assert [kind for kind in KINDS if kind in SIDED] == []

    with pytest.raises(Stale):
        unpack("1:5")
