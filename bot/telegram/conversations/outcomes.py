"""Writing something down after a session, in one's own words."""

from bot.telegram.handlers import outcomes
from bot.telegram.on import file, other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="outcomes",
        entry_points=[
            tap(taps.WriteOutcome, outcomes.ask_note),
            tap(taps.DropMaterial, outcomes.drop_file),
        ],
        states={
            State.OUTCOME_NOTE: [
                text(outcomes.note_written),
                file(outcomes.file_sent),
                other(outcomes.note_is_not_text),
            ]
        },
        fallbacks=[],
    )
