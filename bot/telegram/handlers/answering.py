"""A provider answers a series that is asked for, all of it at once."""

from dataclasses import replace

from bot.telegram.turn import State, Turn
from bot.usecases import answering as usecases
from bot.usecases.keeping import Card
from bot.views import cards, series as views, taps
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import DeclineReason
from domain.bookings import REASON_LIMIT, fitting
from domain.refusals import NotFound
from storage.conversations import Draft


async def show_dates(tap: taps.RequestedDates, turn: Turn) -> Answer:
    turn.stop_asking()
    return views.one_by_one(await _requests(tap.booking_id, turn), turn.now, turn.words)


async def accept_all(tap: taps.AcceptAll, turn: Turn) -> Answer:
    seen, count = await usecases.accept_all(turn.tx, turn.person, tap.booking_id, turn.now)
    return _told("accepted-all-toast", seen, count, turn)


async def ask_decline_all(tap: taps.AskDeclineAll, turn: Turn) -> Answer:
    turn.stop_asking()
    return views.ask_decline_all(await _requests(tap.booking_id, turn), turn.now, turn.words)


async def decline_all_for(tap: taps.DeclineAllFor, turn: Turn) -> Answer:
    """A ready-made reason is kept in the customer's language."""
    seen = await _requests(tap.booking_id, turn)
    reason = ""
    if tap.reason is not DeclineReason.NONE:
        theirs = replace(turn.words, language=seen.customer.language)
        reason = theirs.label(f"decline-{tap.reason.name.lower()}")
    return await _declined(tap.booking_id, reason, turn)


async def decline_all_in_words(tap: taps.DeclineAllInWords, turn: Turn) -> Answer:
    seen = await _requests(tap.booking_id, turn)
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id)
    turn.state = State.DECLINE_ALL_REASON
    return views.ask_reason(seen, turn.words)


async def reason_written(text: str, turn: Turn) -> Answer:
    return await _declined(_asked_about(turn), fitting(text, REASON_LIMIT), turn)


async def reason_again(turn: Turn) -> Answer:
    """Not words: the question once more."""
    screen = await show_reason(turn)
    line = turn.words.say("reason-not-text")
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))


async def show_reason(turn: Turn) -> Screen:
    return views.ask_reason(await _requests(_asked_about(turn), turn), turn.words)


async def _declined(booking_id: int, reason: str, turn: Turn) -> Screen:
    seen, count = await usecases.decline_all(turn.tx, turn.person, booking_id, reason, turn.now)
    turn.leave()
    return _told("declined-all-toast", seen, count, turn)


async def _requests(booking_id: int, turn: Turn) -> Card:
    return await usecases.requests(turn.tx, turn.person, booking_id, turn.now)


def _asked_about(turn: Turn) -> int:
    if turn.draft.booking_id is None:
        raise NotFound
    return turn.draft.booking_id


def _told(toast: str, seen: Card, count: int, turn: Turn) -> Screen:
    label = turn.words.label(toast, count=count, customer=seen.customer.name)
    return cards.card(seen, turn.now, turn.words, toast=label)
