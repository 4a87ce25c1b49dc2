"""Words after a session: the customer's review, what the provider still has to do."""

from bot.telegram.handlers import followups, reviews
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def reviewing() -> SharedConversation:
    return SharedConversation(
        name="review_words",
        entry_points=[tap(taps.WriteReview, reviews.write)],
        states={State.REVIEW_WORDS: [text(reviews.written), other(reviews.not_text)]},
    )


def following_up() -> SharedConversation:
    return SharedConversation(
        name="follow_up",
        entry_points=[tap(taps.FollowUpFor, followups.choose_due)],
        states={State.FOLLOW_UP: [text(followups.written), other(followups.not_text)]},
    )
