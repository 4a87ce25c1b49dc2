"""The start page, help, and the links that open the bot."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.telegram.handlers import booking, waitlist
from bot.telegram.handlers.front import front, front_below, leave_all
from bot.telegram.turn import Turn
from bot.usecases import arriving
from bot.views import agenda, home, taps
from bot.views.buttons import Stale, from_base62
from bot.views.refusals import explain
from bot.views.screens import Answer, Toast
from domain.bookings import Source
from domain.refusals import Refused


async def start(args: str, turn: Turn) -> Answer:
    """/start, with or without what a link has brought along."""
    await leave_all(turn)
    prefix, _, rest = args.partition("_")
    match prefix:
        case "p" if rest:
            return await _by_link(booking.begin_at_provider, rest, turn)
        case "s" if rest:
            return await _by_link(booking.begin_with, rest, turn)
        case "w" if rest:
            return await _by_link(waitlist.offer_by_link, rest, turn)
        case "i" if rest:
            provider = await arriving.join_as_provider(turn.tx, turn.person, rest, turn.now)
            return await front_below(agenda.joined(provider, turn.words), turn)
        case "claim" if rest:
            await arriving.claim(turn.tx, turn.person, rest, turn.now)
            return await front_below(turn.words.say("joined-owner"), turn)
    return await front(turn)


async def show_home(tap: taps.Home, turn: Turn) -> Answer:
    await leave_all(turn)
    return await front(turn)


async def show_help(tap: taps.Help, turn: Turn) -> Answer:
    return await help_command("", turn)


async def help_command(args: str, turn: Turn) -> Answer:
    mine = await turn.tx.providers.of_person(turn.person.id)
    return home.help_page(bool(mine), turn.words)


async def cancel_command(args: str, turn: Turn) -> Answer:
    """/cancel leaves whatever is going on."""
    was_busy = turn.state is not None
    await leave_all(turn)
    head = turn.words.say("left" if was_busy else "nothing-to-leave")
    return await front_below(head, turn)


async def _by_link(
    begin: Callable[[int, Turn], Awaitable[Answer]], text: str, turn: Turn
) -> Answer:
    """Where a link leads; one that leads nowhere shows the start page and says so."""
    try:
        answer = await begin(from_base62(text), turn)
    except Stale:
        return await front(turn)
    except Refused as refusal:
        await leave_all(turn)
        return await front_below(turn.words.plain(explain(refusal, turn.words)), turn)
    turn.draft = replace(turn.draft, source=Source.LINK.value)
    return answer


async def blank(tap: taps.Blank, turn: Turn) -> Answer:
    """A cell that only fills the grid: answered, so that nothing seems to hang."""
    return Toast()
