"""A provider's own days: the week as a picture or in words, the month, the agenda, one day."""

from bot.telegram.turn import Turn
from bot.usecases import diary as usecases
from bot.views import diary as views, taps
from bot.views.screens import Answer, Screen


async def show_week_picture(tap: taps.WeekPicture, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.week(turn.tx, turn.person, tap.provider_id, tap.first, turn.now)
    return views.week_picture(seen, tap.look, turn.words)


async def show_week_in_words(tap: taps.WeekInWords, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.week(turn.tx, turn.person, tap.provider_id, tap.first, turn.now)
    return views.week_in_words(seen, turn.words)


async def show_month(tap: taps.MonthOf, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.month(turn.tx, turn.person, tap.provider_id, tap.on, turn.now)
    return views.month(seen, turn.words)


async def show_agenda(tap: taps.AgendaOf, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.agenda(turn.tx, turn.person, tap.provider_id, tap.page, turn.now)
    return views.agenda(seen, turn.words)


async def show_day(tap: taps.DayOf, turn: Turn) -> Answer:
    turn.stop_asking()
    return await day(tap, turn)


async def day(tap: taps.DayOf, turn: Turn) -> Screen:
    """The page of a day that a button names."""
    seen = await usecases.day(turn.tx, turn.person, tap.provider_id, tap.on, tap.page, turn.now)
    return views.day(seen, tap.whence, turn.words)
