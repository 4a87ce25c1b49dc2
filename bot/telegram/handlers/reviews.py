"""What the two sides say of a session that is over."""

from bot.telegram.turn import State, Turn
from bot.usecases import keeping, reviewing
from bot.views import cards, reviews as views, taps
from bot.views.screens import Answer, Reply, Screen
from domain.notices import Side
from domain.refusals import NotFound
from domain.reviews import MOST_STARS, check_stars
from storage.conversations import Draft


async def give_stars(tap: taps.GiveStars, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await reviewing.give(turn.tx, turn.person, tap.booking_id, tap.stars, turn.now)
    return views.mine(seen, turn.words, turn.words.label("review-toast"))


async def my_review(tap: taps.MyReview, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await reviewing.mine(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.mine(seen, turn.words)


async def write(tap: taps.WriteReview, turn: Turn) -> Answer:
    seen = await reviewing.mine(turn.tx, turn.person, tap.booking_id, turn.now)
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id)
    turn.state = State.REVIEW_WORDS
    return views.ask_words(seen, turn.words)


async def written(text: str, turn: Turn) -> Answer:
    booking_id = turn.draft.booking_id or 0
    seen = await reviewing.comment(turn.tx, turn.person, booking_id, text, turn.now)
    turn.leave()
    return Reply(views.mine(seen, turn.words))


async def not_text(turn: Turn) -> Answer:
    screen = await show_words(turn)
    return Reply(Screen(f"{turn.words.say('review-not-text')}\n\n{screen.text}", screen.rows))


async def show_words(turn: Turn) -> Screen:
    """The words that are being waited for."""
    if turn.draft.booking_id is None:
        raise NotFound
    seen = await reviewing.mine(turn.tx, turn.person, turn.draft.booking_id, turn.now)
    return views.ask_words(seen, turn.words)


async def drop_words(tap: taps.DropReviewWords, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await reviewing.comment(turn.tx, turn.person, tap.booking_id, "", turn.now)
    return views.mine(seen, turn.words, turn.words.label("saved"))


async def show_reviews(tap: taps.Reviews, turn: Turn) -> Answer:
    turn.stop_asking()
    found = await reviewing.of_provider(turn.tx, turn.person, tap.provider_id, tap.page)
    return views.listed(found, turn.words)


async def ask_participation(tap: taps.AskParticipation, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    check_stars(seen.booking, MOST_STARS)
    return views.participation(seen, turn.words)


async def rate_participation(tap: taps.RateParticipation, turn: Turn) -> Answer:
    seen = await reviewing.took_part(turn.tx, turn.person, tap.booking_id, tap.stars, turn.now)
    return cards.card(seen, turn.now, turn.words, toast=turn.words.label("saved"))
