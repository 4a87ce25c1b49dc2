"""A provider books for somebody else: for whom, and then as any booking."""

from dataclasses import replace

from bot.telegram.handlers import booking
from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import onbehalf
from bot.views import onbehalf as views, taps
from bot.views.screens import Answer, Reply, Screen
from domain.refusals import NotFound


async def book_for(tap: taps.BookFor, turn: Turn) -> Answer:
    await leave_all(turn)
    turn.draft = replace(turn.draft, provider_id=tap.provider_id)
    turn.state = State.FOR_WHOM
    return await show(turn)


async def for_known(tap: taps.BookForKnown, turn: Turn) -> Answer:
    customer = await onbehalf.known(turn.tx, turn.person, tap.provider_id, tap.customer_id)
    return await booking.begin_for(tap.provider_id, customer.id, turn)


async def name_written(text: str, turn: Turn) -> Answer:
    provider_id = _provider_id(turn)
    customer = await onbehalf.walk_in(turn.tx, turn.person, provider_id, text)
    return await booking.begin_for(provider_id, customer.id, turn)


async def name_is_not_text(turn: Turn) -> Answer:
    screen = await show(turn)
    return Reply(Screen(f"{turn.words.say('for-whom-not-text')}\n\n{screen.text}", screen.rows))


async def show(turn: Turn) -> Screen:
    provider_id = _provider_id(turn)
    provider, known = await onbehalf.customers(turn.tx, turn.person, provider_id)
    return views.for_whom(provider, known, turn.words)


def _provider_id(turn: Turn) -> int:
    if turn.draft.provider_id is None:
        raise NotFound
    return turn.draft.provider_id
