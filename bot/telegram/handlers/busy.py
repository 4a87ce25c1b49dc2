"""Calendars elsewhere that block the provider: see, add, read now, remove."""

from dataclasses import replace

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import busy as usecases
from bot.views import busy as views, taps
from bot.views.screens import Answer, Reply, Screen
from domain.refusals import NotFound


async def show_feeds(tap: taps.BusyFeeds, turn: Turn) -> Answer:
    turn.stop_asking()
    return await _all(tap.provider_id, turn)


async def show_feed(tap: taps.ShowBusyFeed, turn: Turn) -> Answer:
    turn.stop_asking()
    return await _one(tap.feed_id, turn)


async def ask_address(tap: taps.AddBusyFeed, turn: Turn) -> Answer:
    await leave_all(turn)
    turn.draft = replace(turn.draft, provider_id=tap.provider_id)
    turn.state = State.BUSY_ADDRESS
    return await show(turn)


async def address_pasted(text: str, turn: Turn) -> Answer:
    added = await usecases.add(turn.tx, turn.person, _provider_id(turn), text, turn.now)
    turn.leave()
    return Reply(views.feed(added, turn.words))


async def address_is_not_text(turn: Turn) -> Answer:
    screen = await show(turn)
    return Reply(Screen(f"{turn.words.say('busy-not-text')}\n\n{screen.text}", screen.rows))


async def show(turn: Turn) -> Screen:
    seen = await usecases.of_provider(turn.tx, turn.person, _provider_id(turn), turn.now)
    return views.asking(seen.provider.id, turn.words)


async def ask_now(tap: taps.AskBusyFeed, turn: Turn) -> Answer:
    asked = await usecases.ask_now(turn.tx, turn.person, tap.feed_id, turn.now)
    toast = turn.words.label("busy-asked" if asked else "busy-just-read")
    return await _one(tap.feed_id, turn, toast)


async def ask_drop(tap: taps.AskDropBusyFeed, turn: Turn) -> Answer:
    seen = await usecases.one(turn.tx, turn.person, tap.feed_id, turn.now)
    return views.ask_drop(seen, turn.words)


async def drop(tap: taps.DropBusyFeed, turn: Turn) -> Answer:
    provider = await usecases.drop(turn.tx, turn.person, tap.feed_id, turn.now)
    return await _all(provider.id, turn, turn.words.label("busy-dropped"))


async def _all(provider_id: int, turn: Turn, toast: str = "") -> Screen:
    seen = await usecases.of_provider(turn.tx, turn.person, provider_id, turn.now)
    return views.feeds(seen, turn.words, toast)


async def _one(feed_id: int, turn: Turn, toast: str = "") -> Screen:
    seen = await usecases.one(turn.tx, turn.person, feed_id, turn.now)
    return views.feed(seen, turn.words, toast)


def _provider_id(turn: Turn) -> int:
    if turn.draft.provider_id is None:
        raise NotFound
    return turn.draft.provider_id
