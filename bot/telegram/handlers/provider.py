"""A provider's side: requests, today, the week."""

from dataclasses import replace
from datetime import date, datetime

from bot.telegram.handlers import diary
from bot.telegram.turn import State, Turn
from bot.usecases import keeping, listing, workspace
from bot.views import agenda, cards, taps
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import DeclineReason
from domain.bookings import REASON_LIMIT, fitting
from domain.notices import Side
from domain.refusals import NotFound
from storage.conversations import Draft

DAYS_OF_A_WEEK = 7


async def today_command(args: str, turn: Turn) -> Answer:
    return await _day(None, turn)


async def week_command(args: str, turn: Turn) -> Answer:
    return await _week(None, turn)


async def show_day(tap: taps.Today, turn: Turn) -> Answer:
    return await _day(tap.on, turn)


async def show_week(tap: taps.Week, turn: Turn) -> Answer:
    return await _week(tap.first, turn)


async def show_requests(tap: taps.Requests, turn: Turn) -> Answer:
    found = await listing.requests(turn.tx, turn.person, turn.now)
    return agenda.requests(found, turn.words)


async def show_participants(tap: taps.Participants, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    others = await keeping.participants(turn.tx, seen)
    return cards.participants(seen, others, turn.words)


async def accept(tap: taps.Accept, turn: Turn) -> Answer:
    seen = await keeping.accept_at(turn.tx, turn.person, tap.booking_id, tap.start, turn.now)
    toast = turn.words.label("accepted-toast", customer=seen.customer.name)
    return cards.card(seen, turn.now, turn.words, toast=toast)


async def ask_decline(tap: taps.AskDecline, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    keeping.check_is_request(seen, turn.now)
    return agenda.ask_decline(seen, turn.words)


async def decline_for(tap: taps.DeclineFor, turn: Turn) -> Answer:
    """A ready-made reason is kept in the customer's language."""
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    reason = ""
    if tap.reason is not DeclineReason.NONE:
        theirs = replace(turn.words, language=seen.customer.language)
        reason = theirs.label(f"decline-{tap.reason.name.lower()}")
    return await _declined(tap.booking_id, tap.start, reason, turn)


async def decline_in_words(tap: taps.DeclineInWords, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    keeping.check_is_request(seen, turn.now)
    turn.draft = Draft(
        flow=turn.draft.flow,
        booking_id=tap.booking_id,
        part=Side.PROVIDER.value,
        start=seen.booking.start,
    )
    turn.state = State.DECLINE_REASON
    return agenda.ask_reason(seen, turn.words)


async def decline_reason_written(text: str, turn: Turn) -> Answer:
    reason = fitting(text, REASON_LIMIT)
    if turn.draft.start is None:
        raise NotFound
    return await _declined(turn.draft.booking_id or 0, turn.draft.start, reason, turn)


async def decline_reason_again(turn: Turn) -> Answer:
    """Not words: the question once more."""
    screen = await show_reason(turn)
    line = turn.words.say("reason-not-text")
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))


async def show_reason(turn: Turn) -> Screen:
    """The question as the request is now: what is written next is about the time it shows."""
    booking_id = turn.draft.booking_id or 0
    seen = await keeping.card(turn.tx, turn.person, booking_id, Side.PROVIDER)
    turn.draft = replace(turn.draft, start=seen.booking.start)
    return agenda.ask_reason(seen, turn.words)


async def _declined(booking_id: int, start: datetime, reason: str, turn: Turn) -> Screen:
    seen = await keeping.decline_at(turn.tx, turn.person, booking_id, start, reason, turn.now)
    turn.leave()
    toast = turn.words.label("declined-toast", customer=seen.customer.name)
    return cards.card(seen, turn.now, turn.words, toast=toast)


async def _day(on: date | None, turn: Turn) -> Screen:
    """Of a single provider page by page, of several all in one list."""
    mine = await workspace.mine(turn.tx, turn.person)
    if len(mine) == 1:
        on = on or turn.now.astimezone(mine[0].zone).date()
        return await diary.day(taps.DayOf(mine[0].id, on, 0, taps.Whence.WORKSPACE), turn)
    found = await listing.agenda(turn.tx, turn.person, on, 1, turn.now)
    return agenda.day(found, turn.words)


async def _week(first: date | None, turn: Turn) -> Screen:
    found = await listing.agenda(turn.tx, turn.person, first, DAYS_OF_A_WEEK, turn.now)
    return agenda.week(found, turn.words)
