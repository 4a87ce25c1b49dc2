"""References that can be said aloud."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from domain.references import ALPHABET, read, reference


def test_a_reference_names_the_date_of_the_session() -> None:
    assert reference(date(2026, 12, 3), "7KQM") == "BK-20261203-7KQM"


@pytest.mark.parametrize("draw", ["7KQ", "7KQ0", "7kqm", "7KQMM", ""])
def test_four_letters_of_the_alphabet_end_it(draw: str) -> None:
    with pytest.raises(ValueError, match="four letters"):
        reference(date(2026, 12, 3), draw)


def test_the_alphabet_has_no_letters_that_look_or_sound_alike() -> None:
    assert not set(ALPHABET) & set("0O1IL5S2Z8BUV")
    assert len(set(ALPHABET)) == len(ALPHABET)


@pytest.mark.parametrize(
    "text",
    [
        "BK-20261203-7KQM",
        "bk-20261203-7kqm",
        " bk20261203 7kqm ",
        "BK – 2026 12 03 – 7KQM.",
        "8K-2O26I2O3-7KQM",
        "BK-٢٠٢٦١٢٠٣-7KQM",
    ],
)
def test_a_reference_is_read_however_it_is_written(text: str) -> None:
    assert read(text) == "BK-20261203-7KQM"


@pytest.mark.parametrize(
    "text",
    ["", "hello", "BK", "BK-2026123-7KQM", "XX-20261203-7KQM", "BK-20261203-7KQM or so", "²"],
)
def test_what_cannot_be_meant_as_a_reference_is_none(text: str) -> None:
    assert read(text) is None


def test_letters_that_no_reference_ends_in_are_read_all_the_same() -> None:
    assert read("bk-20261201-ab3x") == "BK-20261201-AB3X"


@given(st.text(max_size=60))
def test_any_words_can_be_looked_at(text: str) -> None:
    assert read(text) is None or len(text) <= 40
