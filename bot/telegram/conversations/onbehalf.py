"""Naming the person for whom a provider books."""

from bot.telegram.handlers import onbehalf
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="for_whom",
        entry_points=[
            tap(taps.BookFor, onbehalf.book_for),
            tap(taps.BookForKnown, onbehalf.for_known),
        ],
        states={State.FOR_WHOM: [text(onbehalf.name_written), other(onbehalf.name_is_not_text)]},
        fallbacks=[],
    )
