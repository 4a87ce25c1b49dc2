"""What stands on the screen now: the answer to an out-of-date button and to a refusal."""

from contextlib import suppress
from dataclasses import replace

from bot.telegram.handlers import (
    hours,
    mine,
    newservice,
    onbehalf,
    provider,
    services,
    busy,
    hours,
    mine,
    onbehalf,
    provider,
    settings,
    steps,
    timeoff,
)
from bot.telegram.handlers.front import front, leave_all
from bot.telegram.scope import current as scope
from bot.telegram.turn import State, Turn
from bot.usecases import keeping
from bot.views import cards, refusals, taps
from bot.views.screens import Answer, Reply, Screen
from domain.refusals import Refused

_FLOW = {
    State.PROVIDER,
    State.SERVICE,
    State.DAY,
    State.TIME,
    State.WEEK,
    State.NEARBY,
    State.REVIEW,
    State.NOTE,
}


async def stale(turn: Turn) -> Answer:
    """A tap that fits nothing current: say so and draw what is current in its place."""
    return replace(await screen(turn), toast=turn.words.label("out-of-date"))


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
    if state in _FLOW:
        return await steps.show(state, turn)
    match state:
        case State.CANCEL_REASON:
            return await mine.show_reason(turn)
        case State.DECLINE_REASON:
            return await provider.show_reason(turn)
        case State.FOR_WHOM:
            return await onbehalf.show(turn)
        case State.NEW_SERVICE:
            return await newservice.show(turn)
        case State.OWN_SERVICE:
            return await services.show(turn)
        case State.HOURS:
            return await hours.show(turn)
        case State.TIME_OFF:
            return await timeoff.show(turn)
        case State.BUSY_ADDRESS:
            return await busy.show(turn)
        case State.ZONE:
            return await settings.show_zones(turn)
        case _:
            return await front(turn)
