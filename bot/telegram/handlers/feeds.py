"""Calendar feeds: their addresses, how to use them, new ones."""

from bot.telegram.turn import Turn
from bot.usecases import feeds
from bot.views import feeds as views, taps
from bot.views.screens import Answer, Screen


async def calendar_command(args: str, turn: Turn) -> Answer:
    turn.stop_asking()
    return await _overview(turn)


async def show_feeds(tap: taps.CalendarFeeds, turn: Turn) -> Answer:
    return await _overview(turn)


async def how_to(tap: taps.CalendarHelp, turn: Turn) -> Answer:
    return views.how_to(tap.app, turn.words)


async def ask_renew(tap: taps.AskRenewFeed, turn: Turn) -> Answer:
    return views.ask_renew(tap.feed_id, turn.words)


async def renew(tap: taps.RenewFeed, turn: Turn) -> Answer:
    await feeds.renew(turn.tx, turn.person, tap.feed_id, turn.now)
    screen = await _overview(turn)
    return Screen(screen.text, screen.rows, turn.words.label("feed-renewed"))


async def _overview(turn: Turn) -> Screen:
    mine = await feeds.mine(turn.tx, turn.person, turn.now) if turn.web_address else ()
    return views.overview(mine, turn.web_address, turn.words)
