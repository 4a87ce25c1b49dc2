"""A new service: its title is written, its length and price are tapped, and it is there."""

from dataclasses import replace
from datetime import timedelta

from bot.telegram.handlers import services as kept
from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import services as usecases
from bot.usecases.workspace import own
from bot.views import servicegrids as views, taps
from bot.views.screens import Answer, Reply, Screen
from domain import limits
from domain.money import Money
from domain.refusals import NotFound
from domain.terms import Wording


async def begin(tap: taps.NewService, turn: Turn) -> Answer:
    await own(turn.tx, turn.person, tap.provider_id)
    await leave_all(turn)
    turn.draft = replace(turn.draft, provider_id=tap.provider_id)
    turn.state = State.NEW_SERVICE
    return await show(turn)


async def written(text: str, turn: Turn) -> Answer:
    """The title, or an amount where the price is asked for; elsewhere taps are expected."""
    if not turn.draft.title:
        title = usecases.checked(Wording.TITLE, text)
        turn.draft = replace(turn.draft, title=title)
        return Reply(await show(turn))
    if turn.draft.minutes:
        price = await usecases.price_written(turn.tx, _provider_id(turn), text)
        return Reply(await _made(price, turn))
    return await not_written(turn)


async def not_written(turn: Turn) -> Answer:
    """What is awaited is asked for again."""
    page = await show(turn)
    hint = "new-service-not-text" if not turn.draft.title else "please-tap"
    return Reply(Screen(f"{turn.words.say(hint)}\n\n{page.text}", page.rows))


async def show_lengths(tap: taps.NewLengths, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, minutes=0, page=tap.page % 2)
    return await show(turn)


async def pick_length(tap: taps.NewLength, turn: Turn) -> Answer:
    if tap.minutes not in limits.STEP:
        raise NotFound
    turn.draft = replace(turn.draft, minutes=tap.minutes)
    return await show(turn)


async def pick_price(tap: taps.NewPrice, turn: Turn) -> Answer:
    price = await usecases.price_tapped(turn.tx, _provider_id(turn), tap.amount)
    if not turn.draft.title or not turn.draft.minutes:
        return await show(turn)
    return await _made(price, turn)


async def show(turn: Turn) -> Screen:
    """The question that is to be answered now."""
    draft, provider_id = turn.draft, _provider_id(turn)
    if not draft.title:
        return views.ask_title(provider_id, turn.words)
    if not draft.minutes:
        return views.ask_length(provider_id, draft.title, draft.page, turn.words)
    prices = await usecases.suggested(turn.tx, provider_id)
    return views.ask_price(draft.title, draft.minutes, prices, turn.words)


async def _made(price: Money, turn: Turn) -> Screen:
    draft, provider_id = turn.draft, _provider_id(turn)
    length = timedelta(minutes=draft.minutes)
    service_id = await usecases.add(
        turn.tx, turn.person, provider_id, draft.title, length, price, turn.now
    )
    return await kept.page(provider_id, service_id, turn, turn.words.label("service-made"))


def _provider_id(turn: Turn) -> int:
    if turn.draft.provider_id is None:
        raise NotFound
    return turn.draft.provider_id
