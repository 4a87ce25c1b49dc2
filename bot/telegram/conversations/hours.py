"""Changing one's weekly hours, by taps or in words."""

from bot.telegram.handlers import hours
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    return SharedConversation(
        name="hours",
        entry_points=[
            tap(taps.Hours, hours.show_hours),
            tap(taps.HoursDays, hours.choose_days),
            tap(taps.HoursDay, hours.show_day),
            tap(taps.HoursFrom, hours.choose_start),
            tap(taps.HoursTo, hours.choose_end),
            tap(taps.HoursSet, hours.set_hours),
            tap(taps.HoursClosed, hours.close_days),
            tap(taps.HoursSave, hours.save),
            tap(taps.HoursSaveAnyway, hours.save_anyway),
            tap(taps.HoursDiscard, hours.discard),
            tap(taps.HoursPreview, hours.preview),
            tap(taps.HoursRepeat, hours.repeat_week),
        ],
        states={State.HOURS: [text(hours.hours_written), other(hours.hours_are_not_text)]},
    )
