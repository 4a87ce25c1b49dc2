"""Naming one's time zone, by tapping or by writing a city."""

from bot.telegram.handlers import settings
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="zone",
        entry_points=[tap(taps.Zones, settings.choose_zone)],
        states={State.ZONE: [text(settings.zone_written), other(settings.zone_is_not_text)]},
        fallbacks=[],
    )
