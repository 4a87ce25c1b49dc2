"""Reviews of sessions that are over: who may give stars, change them, and what they come to."""

from datetime import timedelta

import pytest

from domain.bookings import Status
from domain.notices import AFTERWARDS, Kind, outdated
from domain.refusals import NotFound, ReviewFixed, TextTooLong, WrongStatus
from domain.reviews import CHANGEABLE, COMMENT_LIMIT, Review, commented, given
from domain.services import Rating
from tests.domain.test_bookings import START, a_booking
from tests.domain.test_notices import a_notice

DONE = a_booking(Status.COMPLETED)
AFTER = START + timedelta(hours=2)
LATE = AFTER + CHANGEABLE


def test_the_first_stars_make_a_review() -> None:
    assert given(DONE, None, 4, AFTER) == Review(4, AFTER)


def test_other_stars_keep_the_comment_and_make_a_new_version() -> None:
    known = Review(4, AFTER, "Kind")

    assert given(DONE, known, 5, AFTER) == Review(5, AFTER, "Kind", version=2)


def test_the_same_stars_change_nothing() -> None:
    known = Review(4, AFTER, "Kind")

    assert given(DONE, known, 4, AFTER) is known


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.COMPLETED])
def test_only_what_was_completed_is_reviewed(status: Status) -> None:
    with pytest.raises(WrongStatus):
        given(a_booking(status), None, 5, AFTER)


@pytest.mark.parametrize("stars", [0, 6, 10**9])
def test_stars_are_one_to_five(stars: int) -> None:
    with pytest.raises(NotFound):
        given(DONE, None, stars, AFTER)


def test_a_review_is_fixed_after_seven_days() -> None:
    known = Review(4, AFTER)

    assert given(DONE, known, 5, LATE - timedelta(seconds=1)).stars == 5
    with pytest.raises(ReviewFixed):
        given(DONE, known, 5, LATE)
    with pytest.raises(ReviewFixed):
        commented(known, "Late", LATE)


def test_words_go_with_stars() -> None:
    assert commented(Review(4, AFTER), "  Kind ", AFTER) == Review(4, AFTER, "Kind", version=2)
    with pytest.raises(NotFound):
        commented(None, "Kind", AFTER)


def test_words_have_a_limit() -> None:
    with pytest.raises(TextTooLong):
        commented(Review(4, AFTER), "x" * (COMMENT_LIMIT + 1), AFTER)


def test_own_stars_add_to_what_was_imported() -> None:
    assert Rating(4.0, 2).joined(stars=5, count=1) == Rating(13 / 3, 3)


def test_without_any_stars_there_is_no_rating() -> None:
    assert Rating().joined(0, 0) == Rating()


@pytest.mark.parametrize("kind", sorted(AFTERWARDS))
def test_what_comes_afterwards_has_versions_of_its_own(kind: Kind) -> None:
    assert not outdated(a_notice(kind, version=7), DONE, AFTER)
    assert outdated(a_notice(kind), a_booking(), AFTER)
