"""A customer's bookings, and what either side does with one: look, call off, say that one comes."""

from dataclasses import replace

from bot.telegram.turn import State, Turn
from bot.usecases import keeping, listing
from bot.views import cards, taps
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import CancelReason
from domain.bookings import REASON_LIMIT, fitting
from domain.notices import Side
from domain.refusals import NotFound
from storage.conversations import Draft


async def my_bookings(tap: taps.MyBookings, turn: Turn) -> Answer:
    turn.stop_asking()
    found = await listing.upcoming(turn.tx, turn.person, tap.page, turn.now)
    return cards.upcoming(found, turn.words)


async def my_bookings_command(args: str, turn: Turn) -> Answer:
    return await my_bookings(taps.MyBookings(0), turn)


async def past_bookings(tap: taps.PastBookings, turn: Turn) -> Answer:
    found = await listing.gone(turn.tx, turn.person, tap.page, turn.now)
    return cards.past(found, turn.words)


async def show_booking(tap: taps.ShowBooking, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, tap.side)
    return cards.card(seen, turn.now, turn.words)


async def ask_cancel(tap: taps.AskCancel, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, tap.side)
    keeping.check_can_cancel(seen, turn.now)
    return cards.ask_cancel(seen, turn.now, turn.words)


async def cancel_for(tap: taps.CancelFor, turn: Turn) -> Answer:
    """A ready-made reason is kept in the words of the one who will read it."""
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, tap.side)
    reason = ""
    if tap.reason is not CancelReason.NONE:
        theirs = replace(turn.words, language=keeping.reader(seen, turn.person).language)
        reason = theirs.label(f"cancel-{tap.reason.name.lower()}")
    return await _cancelled(tap.booking_id, tap.side, reason, turn)


async def cancel_in_words(tap: taps.CancelInWords, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, tap.side)
    keeping.check_can_cancel(seen, turn.now)
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id, part=tap.side.value)
    turn.state = State.CANCEL_REASON
    return cards.ask_reason(seen, turn.words)


async def cancel_reason_written(text: str, turn: Turn) -> Answer:
    booking_id, side = asked_about(turn)
    reason = fitting(text, REASON_LIMIT)
    return await _cancelled(booking_id, side, reason, turn)


async def cancel_reason_again(turn: Turn) -> Answer:
    """Not words: the question once more."""
    screen = await show_reason(turn)
    line = turn.words.say("reason-not-text")
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))


async def show_reason(turn: Turn) -> Screen:
    booking_id, side = asked_about(turn)
    seen = await keeping.card(turn.tx, turn.person, booking_id, side)
    return cards.ask_reason(seen, turn.words)


async def will_come(tap: taps.WillCome, turn: Turn) -> Answer:
    seen = await keeping.will_come(turn.tx, turn.person, tap.booking_id, tap.side, turn.now)
    toast = turn.words.label("will-come-toast")
    return cards.card(seen, turn.now, turn.words, toast=toast)


def asked_about(turn: Turn) -> tuple[int, Side]:
    """The booking whose reason is being written, and on which side."""
    if turn.draft.booking_id is None or turn.draft.part not in set(Side):
        raise NotFound
    return turn.draft.booking_id, Side(turn.draft.part)


async def _cancelled(booking_id: int, side: Side, reason: str, turn: Turn) -> Screen:
    seen = await keeping.cancel(turn.tx, turn.person, booking_id, side, reason, turn.now)
    turn.leave()
    return cards.cancelled(seen, turn.now, turn.words)
