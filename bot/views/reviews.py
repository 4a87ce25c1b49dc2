"""Reviews: asked for, given, told of and listed; and how the customer took part."""

from functools import partial

from bot.usecases.keeping import Card
from bot.usecases.reviewing import Page
from bot.views import feedback, taps
from bot.views.cards import facts
from bot.views.clocks import clock
from bot.views.layout import column, key, pager
from bot.views.screens import Key, Screen
from bot.views.words import Words
from bot.views.workspace import back
from domain.notices import Side
from domain.reviews import COMMENT_LIMIT
from storage.reviews import Given


def ask(seen: Card, words: Words) -> Screen:
    """How was it? A tap is an answer."""
    lines = [
        words.say("feedback-ask", provider=seen.provider.name),
        facts(seen.booking, seen.provider, words),
        "",
        words.say("feedback-how", provider=seen.provider.name),
    ]
    return Screen(
        "\n".join(lines), (_stars(seen, words), (feedback.once_more(seen.booking, words),))
    )


def mine(seen: Card, words: Words, toast: str = "") -> Screen:
    """The customer's review, with what can be changed about it."""
    booking, review = seen.booking, seen.feedback.review
    if review is None:
        return ask(seen, words)
    until = words.day_and_time(review.fixed_at, clock(booking, words))
    lines = [
        f"{words.say('review-yours')} {feedback.said(review, words)}",
        "",
        facts(booking, seen.provider, words),
        "",
        words.say("review-who-sees", provider=seen.provider.name),
        words.say("review-until", when=until, city=words.city(clock(booking, words))),
    ]
    label = words.label("key-change-words" if review.comment else "key-add-words")
    row: list[Key] = [key(label, taps.WriteReview(booking.id))]
    if review.comment:
        row.append(key(words.label("key-drop-words"), taps.DropReviewWords(booking.id)))
    card = key(words.label("key-to-card"), taps.ShowBooking(booking.id, Side.CUSTOMER))
    rows = (_stars(seen, words), tuple(row), (feedback.once_more(booking, words),), (card,))
    return Screen("\n".join(lines), rows, toast)


def ask_words(seen: Card, words: Words) -> Screen:
    text = words.say("review-words-ask", provider=seen.provider.name, limit=COMMENT_LIMIT)
    return Screen(text, ((key(words.label("back"), taps.MyReview(seen.booking.id)),),))


def told(seen: Card, words: Words) -> Screen:
    """What the provider is told of a review."""
    booking, review = seen.booking, seen.feedback.review
    if review is None:
        raise ValueError("there is nothing to tell")
    names = {"stars": feedback.stars(review.stars), "customer": seen.customer.name}
    if review.comment:
        line = words.say("review-told-words", comment=review.comment, **names)
    else:
        line = words.say("review-told", **names)
    card = key(words.label("key-details"), taps.ShowBooking(booking.id, Side.PROVIDER))
    every = key(words.label("key-reviews"), taps.Reviews(seen.provider.id, 0))
    return Screen(f"{line}\n\n{facts(booking, seen.provider, words)}", ((card, every),))


def listed(found: Page, words: Words) -> Screen:
    """A page of a provider's reviews under what they come to."""
    provider, own = found.provider, found.own
    total = provider.rating
    lines = [words.say("reviews-title", provider=provider.name)]
    if total.count:
        lines.append(words.say("reviews-mean", mean=f"{total.mean:.1f}", count=total.count))
    if total.count and total.count != own.count:
        lines.append(words.say("reviews-imported", count=total.count - own.count))
    if not total.is_telling:
        lines.append(words.say("reviews-hidden"))
    lines += ["", *(_entry(each, found, words) for each in found.reviews)]
    if not found.reviews:
        lines.append(words.say("reviews-none"))
    rows = (
        *column(_key(each, words) for each in found.reviews),
        *pager(found.page, found.pages, partial(taps.Reviews, provider.id), words),
        (back(provider.id, words),),
    )
    return Screen("\n".join(lines), rows)


def participation(seen: Card, words: Words) -> Screen:
    """How did the customer take part? Told to the organization's providers alone."""
    names = {"customer": seen.customer.name, "organization": seen.provider.organization}
    booking_id, chosen = seen.booking.id, seen.feedback.participation or 0
    stars = feedback.star_keys(
        lambda count: taps.RateParticipation(booking_id, count), chosen, words
    )
    card = key(words.label("back"), taps.ShowBooking(booking_id, Side.PROVIDER))
    return Screen(words.say("participation-ask", **names), (stars, (card,)))


def _stars(seen: Card, words: Words) -> tuple[Key, ...]:
    review, booking_id = seen.feedback.review, seen.booking.id
    chosen = review.stars if review else 0
    return feedback.star_keys(lambda count: taps.GiveStars(booking_id, count), chosen, words)


def _entry(given: Given, found: Page, words: Words) -> str:
    on = given.review.given_at.astimezone(found.provider.zone).date()
    line = words.say("reviews-entry", customer=given.customer, day=words.day(on))
    return f"{line} · {feedback.said(given.review, words)}"


def _key(given: Given, words: Words) -> Key:
    stars = feedback.stars(given.review.stars)
    label = words.label("key-reviewed", stars=stars, customer=given.customer)
    return key(label, taps.ShowBooking(given.booking_id, Side.PROVIDER))
