"""References that can be said aloud."""

from datetime import date

import pytest

from domain.references import ALPHABET, reference


def test_a_reference_names_the_date_of_the_session() -> None:
    assert reference(date(2026, 12, 3), "7KQM") == "BK-20261203-7KQM"


@pytest.mark.parametrize("draw", ["7KQ", "7KQ0", "7kqm", "7KQMM", ""])
def test_four_letters_of_the_alphabet_end_it(draw: str) -> None:
    with pytest.raises(ValueError, match="four letters"):
        reference(date(2026, 12, 3), draw)


def test_the_alphabet_has_no_letters_that_look_or_sound_alike() -> None:
    assert not set(ALPHABET) & set("0O1IL5S2Z8BUV")
    assert len(set(ALPHABET)) == len(ALPHABET)
