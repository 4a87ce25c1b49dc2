"""Writing a reason in one's own words: for cancelling, and for declining requests."""

from bot.telegram.handlers import answering, mine, provider
from bot.telegram.on import other, tap, text
from bot.telegram.shared import Handler, SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def cancelling() -> SharedConversation:
    begin = tap(taps.CancelInWords, mine.cancel_in_words)
    awaited = [text(mine.cancel_reason_written), other(mine.cancel_reason_again)]
    return _asking("cancelling", begin, State.CANCEL_REASON, awaited)


def declining() -> SharedConversation:
    begin = tap(taps.DeclineInWords, provider.decline_in_words)
    awaited = [text(provider.decline_reason_written), other(provider.decline_reason_again)]
    return _asking("declining", begin, State.DECLINE_REASON, awaited)


def declining_all() -> SharedConversation:
    begin = tap(taps.DeclineAllInWords, answering.decline_all_in_words)
    awaited = [text(answering.reason_written), other(answering.reason_again)]
    return _asking("declining_all", begin, State.DECLINE_ALL_REASON, awaited)


def _asking(name: str, begin: Handler, state: State, awaited: list[Handler]) -> SharedConversation:
    return SharedConversation(
        name=name, entry_points=[begin], states={state: awaited}, fallbacks=[]
    )
