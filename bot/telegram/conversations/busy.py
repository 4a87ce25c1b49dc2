"""Pasting the address of a calendar elsewhere."""

from bot.telegram.handlers import busy
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="busy_address",
        entry_points=[tap(taps.AddBusyFeed, busy.ask_address)],
        states={State.BUSY_ADDRESS: [text(busy.address_pasted), other(busy.address_is_not_text)]},
        fallbacks=[],
    )
