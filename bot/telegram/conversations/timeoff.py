"""Saying what a time off is for, by a key or in words."""

from bot.telegram.handlers import timeoff
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="time_off",
        entry_points=[tap(taps.TimeOffEntry, timeoff.show_entry)],
        states={
            State.OFF_REASON: [text(timeoff.reason_written), other(timeoff.reason_is_not_text)]
        },
    )
