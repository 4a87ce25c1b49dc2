"""Writing a reason in one's own words: for cancelling, and for declining a request."""

from bot.telegram.handlers import answering, mine, provider
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def cancelling() -> SharedConversation:
    return SharedConversation(
        name="cancelling",
        entry_points=[tap(taps.CancelInWords, mine.cancel_in_words)],
        states={
            State.CANCEL_REASON: [
                text(mine.cancel_reason_written),
                other(mine.cancel_reason_again),
            ]
        },
        fallbacks=[],
    )


def declining() -> SharedConversation:
    return SharedConversation(
        name="declining",
        entry_points=[tap(taps.DeclineInWords, provider.decline_in_words)],
        states={
            State.DECLINE_REASON: [
                text(provider.decline_reason_written),
                other(provider.decline_reason_again),
            ]
        },
        fallbacks=[],
    )


def declining_all() -> SharedConversation:
    return SharedConversation(
        name="declining_all",
        entry_points=[tap(taps.DeclineAllInWords, answering.decline_all_in_words)],
        states={
            State.DECLINE_ALL_REASON: [
                text(answering.reason_written),
                other(answering.reason_again),
            ]
        },
        fallbacks=[],
    )
