"""What the two sides say of a session that is over."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.usecases import announcing, keeping
from bot.usecases.keeping import Card
from bot.usecases.workspace import own
from domain import reviews
from domain.notices import Kind, Notice, Side
from domain.people import Person
from domain.refusals import NotFound, ReviewFixed
from domain.reviews import CHANGEABLE, Review
from domain.services import Provider, Rating
from storage.reviews import Given
from storage.store import Tx

PAGE = 5


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a provider's reviews, newest first; `own` is what all that were given here make."""

    provider: Provider
    own: Rating
    reviews: tuple[Given, ...]
    page: int
    pages: int


async def give(tx: Tx, person: Person, booking_id: int, stars: int, now: datetime) -> Card:
    """The customer's stars, once a booking; the provider is told after some time for words.

    Raises:
        NotFound: not a booking of this customer, or no number of stars.
        WrongStatus: it was not completed.
        ReviewFixed: it was given too long ago to be changed.
    """
    seen = await _alone(tx, person, booking_id)
    review = reviews.given(seen.booking, seen.feedback.review, stars, now)
    return await _kept(tx, seen, review, now + reviews.TIME_FOR_WORDS)


async def comment(tx: Tx, person: Person, booking_id: int, text: str, now: datetime) -> Card:
    """The customer's words, empty to take them away; the provider is told at once.

    Raises:
        NotFound: not a booking of this customer, or without stars.
        ReviewFixed, TextTooLong: as `reviews.commented`.
    """
    seen = await _alone(tx, person, booking_id)
    review = reviews.commented(seen.feedback.review, text, now)
    return await _kept(tx, seen, review, now)


async def mine(tx: Tx, person: Person, booking_id: int, now: datetime) -> Card:
    """The booking whose review the customer wants to give or change.

    Raises:
        NotFound: not a booking of this customer.
        WrongStatus, ReviewFixed: as `give`.
    """
    seen = await keeping.card(tx, person, booking_id, Side.CUSTOMER)
    reviews.check_stars(seen.booking, reviews.MOST_STARS)
    if not reviews.can_change(seen.feedback.review, now):
        raise ReviewFixed(CHANGEABLE.days)
    return seen


async def took_part(tx: Tx, person: Person, booking_id: int, stars: int, now: datetime) -> Card:
    """How the customer took part, as the provider sees it; the customer is not told.

    Raises:
        NotFound: not a booking of this provider, or no number of stars.
        WrongStatus: it was not completed.
    """
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    reviews.check_stars(seen.booking, stars)
    await tx.reviews.took_part(seen.booking, stars, now)
    return await keeping.card(tx, person, booking_id, Side.PROVIDER)


async def of_provider(tx: Tx, person: Person, provider_id: int, page: int) -> Page:
    """A page of the reviews; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    rating = await tx.reviews.own(provider.id)
    pages = max(1, -(-rating.count // PAGE))
    page = min(page, pages - 1)
    found = await tx.reviews.page(provider.id, PAGE, page * PAGE)
    return Page(provider, rating, tuple(found), page, pages)


def is_news(notice: Notice, seen: Card) -> bool:
    """Whether a notice about a review is still worth sending; others are."""
    review = seen.feedback.review
    match notice.kind:
        case Kind.FEEDBACK:
            return review is None
        case Kind.REVIEWED:
            return review is not None and review.version == notice.version
        case _:
            return True


async def _alone(tx: Tx, person: Person, booking_id: int) -> Card:
    """The customer's card as it is once nobody else is reviewing the provider."""
    booking = await tx.bookings.get(booking_id)
    if booking.customer_id != person.id:
        raise NotFound
    await tx.reviews.alone(booking.provider_id)
    return await keeping.card(tx, person, booking_id, Side.CUSTOMER)


async def _kept(tx: Tx, seen: Card, review: Review, due: datetime) -> Card:
    if review != seen.feedback.review:
        await tx.reviews.save(seen.booking, review)
        await announcing.reviewed(tx, seen.booking, seen.provider, review, due)
    return replace(seen, feedback=replace(seen.feedback, review=review))
