"""What was said of a session, on the cards of the two sides, and the keys to say it."""

from collections.abc import Callable
from datetime import datetime

from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.buttons import Button
from bot.views.layout import key, reading
from bot.views.screens import Key, Rows, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.notices import Side
from domain.reviews import MOST_STARS, Review, can_change


def stars(count: int) -> str:
    """★★★★☆."""
    return "★" * count + "☆" * (MOST_STARS - count)


def said(review: Review, words: Words) -> str:
    """★★★★☆ “Very good”, escaped."""
    if not review.comment:
        return stars(review.stars)
    return words.say("review-said", stars=stars(review.stars), comment=review.comment)


def lines(seen: Card, words: Words) -> list[str]:
    """The customer's review; for the provider also how the customer took part, here and before."""
    feedback, found = seen.feedback, []
    if feedback.review:
        name = "review-mine" if seen.side is Side.CUSTOMER else "review-theirs"
        found.append(words.say(name) + " " + said(feedback.review, words))
    if seen.side is Side.CUSTOMER:
        return found
    if feedback.participation:
        found.append(words.say("participation-given", stars=stars(feedback.participation)))
    if feedback.standing.count:
        mean = f"{feedback.standing.mean:.1f}"
        found.append(words.say("participation-mean", mean=mean, count=feedback.standing.count))
    return found


def keys(seen: Card, now: datetime, words: Words) -> Rows:
    """Under the card of a session that is completed."""
    booking_id, review = seen.booking.id, seen.feedback.review
    if seen.side is Side.PROVIDER:
        return (
            (
                key(words.label("key-participation"), taps.AskParticipation(booking_id)),
                key(words.label("key-follow-up"), taps.AskFollowUp(booking_id)),
            ),
        )
    if review is None:
        return (star_keys(lambda count: taps.GiveStars(booking_id, count), 0, words),)
    if can_change(review, now):
        return ((key(words.label("key-review"), taps.MyReview(booking_id)),),)
    return ()


def star_keys(button: Callable[[int], Button], chosen: int, words: Words) -> tuple[Key, ...]:
    """One to five stars in a row; `chosen` of them are marked, 0 for none."""
    row = [
        key(
            words.label("key-stars", count=count),
            button(count),
            Style.PRIMARY if count == chosen else Style.PLAIN,
        )
        for count in range(1, MOST_STARS + 1)
    ]
    return reading(words, row)


def once_more(booking: Booking, words: Words) -> Key:
    """To times like that of the booking."""
    return key(words.label("key-once-more"), taps.Again(booking.id))
