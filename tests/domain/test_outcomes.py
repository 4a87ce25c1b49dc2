"""Notes after a session: what the customer may read of them, and when."""

from datetime import UTC, datetime

import pytest

from domain.attachments import MOST, Attachment, Sort
from domain.outcomes import (
    NOTE_LIMIT,
    Heading,
    Outcome,
    noted,
    sent,
    with_file,
    without_file,
)
from domain.refusals import NotFound, NothingToSend, TextTooLong, TooManyFiles

ENDED = datetime(2026, 12, 3, 10, tzinfo=UTC)
NOTES = {Heading.PRIVATE: "Talks a lot", Heading.NEXT: "In March", Heading.TOPICS: "Hair"}


def test_the_customer_reads_nothing_before_it_is_sent() -> None:
    assert not Outcome(1, ENDED, NOTES).as_told().notes


def test_the_customer_never_reads_private_notes() -> None:
    told = sent(Outcome(1, ENDED, NOTES), ENDED).as_told()

    assert list(told.notes) == [Heading.TOPICS, Heading.NEXT]


@pytest.mark.parametrize("notes", [{}, {Heading.PRIVATE: "Talks a lot"}])
def test_nothing_is_sent_where_nothing_is_for_the_customer(notes: dict[Heading, str]) -> None:
    with pytest.raises(NothingToSend):
        sent(Outcome(1, ENDED, notes), ENDED)


def test_a_text_takes_the_place_of_what_stood_there() -> None:
    outcome = noted(Outcome(1, ENDED, NOTES), Heading.TOPICS, "  Layers\n")

    assert outcome.notes == {**NOTES, Heading.TOPICS: "Layers"}


def test_an_empty_text_takes_the_note_away() -> None:
    outcome = noted(Outcome(1, ENDED, NOTES), Heading.TOPICS, " ")

    assert set(outcome.notes) == {Heading.PRIVATE, Heading.NEXT}


def test_a_note_has_a_limit() -> None:
    with pytest.raises(TextTooLong):
        noted(Outcome(1, ENDED), Heading.NEXT, "x" * (NOTE_LIMIT + 1))


def test_a_file_alone_is_worth_sending() -> None:
    outcome = with_file(Outcome(1, ENDED), photo(1))

    assert not outcome.as_told().files
    assert sent(outcome, ENDED).as_told().files == (photo(1),)


def test_there_are_as_many_files_as_a_customer_may_attach() -> None:
    outcome = Outcome(1, ENDED, files=tuple(map(photo, range(MOST))))

    with pytest.raises(TooManyFiles):
        with_file(outcome, photo(MOST))


def test_a_file_is_taken_away_by_its_place() -> None:
    outcome = Outcome(1, ENDED, files=(photo(1), photo(2)))

    assert without_file(outcome, 0).files == (photo(2),)
    with pytest.raises(NotFound):
        without_file(outcome, 2)


def photo(number: int) -> Attachment:
    return Attachment(Sort.PHOTO, f"file-{number}", f"unique-{number}")
