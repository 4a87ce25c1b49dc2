"""Writing on which number a provider may call, after booking."""

from bot.telegram.handlers import numbers
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="calling",
        entry_points=[tap(taps.NumberFor, numbers.ask)],
        states={State.CALL_NUMBER: [text(numbers.written), other(numbers.again)]},
        fallbacks=[],
    )
