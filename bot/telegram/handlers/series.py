"""Repeating a booking, and calling off all that follow."""

from bot.telegram.turn import Turn
from bot.usecases import series as usecases
from bot.views import cards, series as views, taps
from bot.views.screens import Answer
from domain.refusals import DayFull, NoSeats, OutsideHours, SlotTaken, TooLate, TooSoon


async def repeat(tap: taps.Repeat, turn: Turn) -> Answer:
    found = await usecases.repeatable(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.ask_every(found, turn.words)


async def choose_count(tap: taps.RepeatEvery, turn: Turn) -> Answer:
    found = await usecases.repeatable(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.ask_count(found, tap.every, turn.words)


async def show_plan(tap: taps.RepeatPlan, turn: Turn) -> Answer:
    return views.plan(await _plan(tap, turn), tap.left_out, turn.words)


async def book(tap: taps.RepeatBook, turn: Turn) -> Answer:
    """All or none: if anything has changed meanwhile, the dates are shown once more."""
    found = await _plan(tap, turn)
    wanted = views.chosen(found, tap.left_out)
    if wanted and views.shown(found) == tap.shown:
        try:
            async with turn.tx.attempt():
                made = await usecases.book(
                    turn.tx, turn.person, tap.booking_id, tap.every, wanted, turn.now
                )
                return views.booked(made, turn.person, turn.words)
        except (SlotTaken, NoSeats, DayFull, OutsideHours, TooSoon, TooLate):
            found = await _plan(tap, turn)
    return views.plan(found, tap.left_out, turn.words, turn.words.label("repeat-changed"))


async def cancel_following(tap: taps.CancelFollowing, turn: Turn) -> Answer:
    seen, count = await usecases.cancel_following(
        turn.tx, turn.person, tap.booking_id, tap.side, "", turn.now
    )
    turn.leave()
    toast = turn.words.label("series-cancelled", count=count)
    return cards.card(seen, turn.now, turn.words, toast=toast)


async def _plan(tap: taps.RepeatPlan | taps.RepeatBook, turn: Turn) -> usecases.Plan:
    return await usecases.plan(turn.tx, turn.person, tap.booking_id, tap.every, tap.count, turn.now)
