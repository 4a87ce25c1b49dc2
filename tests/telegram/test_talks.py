"""What is stored of a conversation."""

from bot.telegram.talks import known
from bot.telegram.turn import State


def test_a_stored_state_is_found_again() -> None:
    assert known(State.NOTE.value) is State.NOTE


def test_a_state_that_is_no_more_counts_as_none() -> None:
    assert known("removed_since") is None
    assert known(None) is None
