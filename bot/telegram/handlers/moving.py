"""Another time for a booking: choosing it in the booking flow, answering, suggesting."""

from dataclasses import replace
from datetime import datetime

from bot.telegram.handlers import steps
from bot.telegram.turn import State, Turn
from bot.usecases import ahead, keeping, moving, proposals, suggesting
from bot.usecases.keeping import Card
from bot.views import cards, moves, taps
from bot.views.screens import Answer, Screen
from bot.views.taps import MoveReason
from domain.bookings import REASON_LIMIT, fitting
from domain.moves import MOST_SUGGESTED
from domain.notices import Side
from domain.refusals import (
    DayFull,
    NoSeats,
    NotFound,
    NotOffered,
    OutsideHours,
    SlotTaken,
    TooLate,
    TooSoon,
)
from domain.spans import from_epoch, to_epoch
from storage.conversations import Draft

_SUGGEST = "suggest"
_GONE = (SlotTaken, NoSeats, DayFull, OutsideHours, TooSoon, TooLate)


async def ask_move(tap: taps.AskMove, turn: Turn) -> Answer:
    """The picker of the same service and provider, with the soonest times on top."""
    await moving.plan(turn.tx, turn.person, tap.booking_id, tap.side, turn.now)
    await _begin(tap.booking_id, tap.side.value, turn)
    return await steps.at(State.DAY, turn)


async def pick_time(start: datetime, turn: Turn) -> Answer:
    if turn.draft.moving_as == _SUGGEST:
        turn.draft = replace(turn.draft, starts=_with(turn.draft.starts, start))
        return await _suggestions(turn)
    return await steps.at(State.MOVING, turn)


async def back(turn: Turn) -> Answer:
    match turn.state:
        case State.DAY:
            return await leave(turn)
        case State.MOVE_REASON:
            return await steps.at(State.MOVING, turn)
        case State.MOVING if turn.draft.day is not None:
            return await steps.at(State.TIME, turn)
        case _:
            return await steps.at(State.DAY, turn)


async def leave(turn: Turn) -> Answer:
    """The booking stays as it is."""
    if turn.draft.moving_as == _SUGGEST:
        return await _suggestions(turn)
    booking_id, side = turn.draft.moving_id or 0, steps.mover(turn.draft)
    turn.leave()
    seen = await keeping.card(turn.tx, turn.person, booking_id, side)
    return cards.card(seen, turn.now, turn.words)


async def move_for(tap: taps.MoveFor, turn: Turn) -> Answer:
    """Moved, or asked for, for the reason that is tapped or was written before."""
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, tap.side)
    reason = turn.draft.note if turn.draft.moving_id == tap.booking_id else ""
    if tap.reason is not MoveReason.NONE:
        theirs = replace(turn.words, language=keeping.reader(seen, turn.person).language)
        reason = theirs.label(f"move-{tap.reason.name.lower()}")
    return await _moved(tap.booking_id, tap.side, tap.start, reason, turn)


async def ask_reason(tap: taps.MoveInWords, turn: Turn) -> Answer:
    return await steps.at(State.MOVE_REASON, turn)


async def reason_written(text: str, turn: Turn) -> Answer:
    draft, reason = turn.draft, fitting(text, REASON_LIMIT)
    if draft.moving_id is None or draft.start is None:
        raise NotFound
    return await _moved(draft.moving_id, steps.mover(draft), draft.start, reason, turn)


async def reason_again(turn: Turn) -> Answer:
    """Not words: the question once more."""
    return steps.above(turn.words.say("reason-not-text"), await steps.show(State.MOVE_REASON, turn))


async def move_to(tap: taps.MoveTo, turn: Turn) -> Answer:
    """The provider has asked for another time: this one. If it is gone, those that are left."""
    asked = await moving.asked(turn.tx, turn.person, tap.booking_id, turn.now)
    if clashing := await ahead.clashing_at(turn.tx, asked.booking, tap.start):
        return moves.warn_of_move(asked, tap.start, clashing, turn.words)
    try:
        async with turn.tx.attempt():
            seen = await moving.move(
                turn.tx, turn.person, tap.booking_id, Side.CUSTOMER, tap.start, "", turn.now
            )
    except _GONE:
        left = await moving.asked(turn.tx, turn.person, tap.booking_id, turn.now)
        return moves.choose(left, turn.words, turn.words.label("slot-gone-toast"))
    return cards.card(seen, turn.now, turn.words, toast=turn.words.label("moved-toast"))


async def keep_time(tap: taps.KeepTime, turn: Turn) -> Answer:
    seen = await moving.keep(turn.tx, turn.person, tap.booking_id, turn.now)
    return cards.card(seen, turn.now, turn.words, toast=turn.words.label("kept-toast"))


async def accept_move(tap: taps.AcceptMove, turn: Turn) -> Answer:
    booking = await proposals.accept(turn.tx, turn.person, tap.booking_id, turn.now)
    return await _answered(booking.id, "move-accepted-toast", turn)


async def refuse_move(tap: taps.RefuseMove, turn: Turn) -> Answer:
    booking = await proposals.refuse(turn.tx, turn.person, tap.booking_id, turn.now)
    return await _answered(booking.id, "move-refused-toast", turn)


async def ask_suggest(tap: taps.AskSuggest, turn: Turn) -> Answer:
    _open_suggestions(tap.booking_id, turn)
    return await _suggestions(turn)


async def toggle_suggestion(tap: taps.ToggleSuggestion, turn: Turn) -> Answer:
    """Put it in, or take it out; one too many takes the place of the first."""
    _open_suggestions(tap.booking_id, turn)
    chosen, start = turn.draft.starts, to_epoch(tap.start)
    without = tuple(each for each in chosen if each != start)
    starts = without if start in chosen else _with(chosen, tap.start)
    turn.draft = replace(turn.draft, starts=starts)
    return await _suggestions(turn)


async def suggest_other(tap: taps.SuggestOther, turn: Turn) -> Answer:
    _open_suggestions(tap.booking_id, turn)
    starts = turn.draft.starts
    await suggesting.nearest(turn.tx, turn.person, tap.booking_id, turn.now)
    await _begin(tap.booking_id, _SUGGEST, turn)
    turn.draft = replace(turn.draft, starts=starts)
    return await steps.at(State.DAY, turn)


async def suggest(tap: taps.Suggest, turn: Turn) -> Answer:
    """Decline with what was chosen; with nothing chosen the question stands."""
    _open_suggestions(tap.booking_id, turn)
    if not turn.draft.starts:
        return await _suggestions(turn)
    others = map(from_epoch, turn.draft.starts)
    seen = await suggesting.suggest(
        turn.tx, turn.person, tap.booking_id, tap.start, others, turn.now
    )
    turn.leave()
    return _told("suggested-toast", seen, turn)


async def take_suggested(tap: taps.TakeSuggested, turn: Turn) -> Answer:
    """Booked at once, unless it is over a booking of their own, of which they are warned first."""
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.CUSTOMER)
    clashing = await ahead.clashing_at(turn.tx, seen.booking, tap.start)
    if clashing and tap.start in seen.others:
        return moves.warn_of_suggested(seen, tap.start, clashing, turn.words)
    return await take_all_the_same(tap, turn)


async def take_all_the_same(tap: taps.TakeSuggested, turn: Turn) -> Answer:
    """Booked at once; if it is gone, the nearest times in the booking flow."""
    try:
        async with turn.tx.attempt():
            booking = await suggesting.take(
                turn.tx, turn.person, tap.booking_id, tap.start, turn.now
            )
    except (*_GONE, NotOffered):
        declined = await turn.tx.bookings.get(tap.booking_id)
        await steps.new_flow(turn, declined.provider_id, declined.service_id)
        turn.draft = replace(turn.draft, start=tap.start, note=declined.note)
        return await steps.at(State.NEARBY, turn)
    turn.leave()
    seen = await keeping.card(turn.tx, turn.person, booking.id, Side.CUSTOMER)
    return cards.card(seen, turn.now, turn.words, toast=turn.words.label("taken-toast"))


async def _moved(booking_id: int, side: Side, start: datetime, reason: str, turn: Turn) -> Answer:
    """If somebody was faster, the nearest times are offered, and the reason is kept."""
    try:
        async with turn.tx.attempt():
            seen = await moving.move(
                turn.tx, turn.person, booking_id, side, start, reason, turn.now
            )
    except _GONE:
        await _begin(booking_id, side.value, turn)
        turn.draft = replace(turn.draft, start=start, note=reason)
        return await steps.at(State.NEARBY, turn)
    turn.leave()
    if side is Side.PROVIDER:
        return _told("move-accepted-toast", seen, turn)
    toast = turn.words.label("move-asked-toast" if seen.proposal else "moved-toast")
    return cards.card(seen, turn.now, turn.words, toast=toast)


async def _begin(booking_id: int, moving_as: str, turn: Turn) -> None:
    await steps.new_flow(turn)
    turn.draft = replace(turn.draft, moving_id=booking_id, moving_as=moving_as)


async def _answered(booking_id: int, toast: str, turn: Turn) -> Answer:
    return _told(toast, await keeping.card(turn.tx, turn.person, booking_id, Side.PROVIDER), turn)


def _told(toast: str, seen: Card, turn: Turn) -> Screen:
    """The provider's card, and that the customer hears of it."""
    label = turn.words.label(toast, customer=seen.customer.name)
    return cards.card(seen, turn.now, turn.words, toast=label)


def _open_suggestions(booking_id: int, turn: Turn) -> None:
    """Those chosen for this request so far; of another one they are forgotten."""
    turn.state = None
    if (turn.draft.moving_id, turn.draft.moving_as) != (booking_id, _SUGGEST):
        turn.draft = Draft(flow=turn.draft.flow, moving_id=booking_id, moving_as=_SUGGEST)


async def _suggestions(turn: Turn) -> Answer:
    turn.state = None
    booking_id = turn.draft.moving_id or 0
    seen = await suggesting.nearest(turn.tx, turn.person, booking_id, turn.now)
    chosen = [from_epoch(each) for each in turn.draft.starts]
    return moves.suggesting(seen, chosen, turn.words)


def _with(starts: tuple[int, ...], start: datetime) -> tuple[int, ...]:
    kept = tuple(each for each in starts if each != to_epoch(start))
    return (*kept, to_epoch(start))[-MOST_SUGGESTED:]
