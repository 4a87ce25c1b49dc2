"""What stands on the screen now: the answer to an out-of-date button and to a refusal."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from bot.telegram.handlers import (
    answering,
    busy,
    finding,
    followups,
    hours,
    mine,
    newservice,
    numbers,
    onbehalf,
    outcomes,
    provider,
    reviews,
    rooms,
    services,
    settings,
    steps,
    timeoff,
)
from bot.telegram.handlers.front import front, leave_all
from bot.telegram.scope import current as scope
from bot.telegram.turn import FLOW, State, Turn
from bot.usecases import keeping
from bot.views import cards, refusals, taps
from bot.views.screens import Answer, Reply, Screen
from domain.refusals import Refused

_ASKED: dict[State, Callable[[Turn], Awaitable[Screen]]] = {
    State.CALL_NUMBER: numbers.show,
    State.CANCEL_REASON: mine.show_reason,
    State.DECLINE_REASON: provider.show_reason,
    State.DECLINE_ALL_REASON: answering.show_reason,
    State.FOR_WHOM: onbehalf.show,
    State.NEW_SERVICE: newservice.show,
    State.OWN_SERVICE: services.show,
    State.HOURS: hours.show,
    State.TIME_OFF: timeoff.show,
    State.OFF_REASON: timeoff.show_reason,
    State.BUSY_ADDRESS: busy.show,
    State.ZONE: settings.show_zones,
    State.OUTCOME_NOTE: outcomes.show_writing,
    State.REVIEW_WORDS: reviews.show_words,
    State.FOLLOW_UP: followups.show,
    State.ROOM: rooms.show,
    State.WRITING: rooms.show_writing,
}


async def stale(turn: Turn) -> Answer:
    """A tap that fits nothing current: say so and draw what is current in its place."""
    return replace(await screen(turn), toast=turn.words.label("out-of-date"))


async def written(text: str, turn: Turn) -> Answer:
    """Words that no step waits for: the reference of a booking, or nothing we know."""
    return await finding.named(text, turn) or await not_understood(turn)


async def not_understood(turn: Turn) -> Answer:
    """Something written or sent that no step waits for."""
    page = await screen(turn)
    return Reply(Screen(f"{turn.words.say('not-understood')}\n\n{page.text}", page.rows))


async def explain(refusal: Refused, turn: Turn) -> Answer:
    """Why not: after a tap as an alert, the message drawn anew; after a text above the screen."""
    sentence = refusals.explain(refusal, turn.words)
    if turn.is_tap:
        return replace(await _drawn_anew(turn), toast=sentence, alert=True)
    page = await screen(turn)
    return Reply(Screen(f"{turn.words.plain(sentence)}\n\n{page.text}", page.rows))


async def screen(turn: Turn) -> Screen:
    """The screen of the state the person is in; the start page if that can no longer be drawn."""
    try:
        return await _of(turn.state, turn)
    except Refused:
        await leave_all(turn)
        return await front(turn)


async def _drawn_anew(turn: Turn) -> Screen:
    """What belongs in the tapped message: the booking it is about, else the current screen."""
    about = taps.about(scope.get().button)
    if about is not None:
        with suppress(Refused):
            seen = await keeping.card(turn.tx, turn.person, *about)
            return cards.card(seen, turn.now, turn.words)
    return await screen(turn)


async def _of(state: State | None, turn: Turn) -> Screen:
    if state in FLOW:
        return await steps.show(state, turn)
    show = front if state is None else _ASKED.get(state, front)
    return await show(turn)
