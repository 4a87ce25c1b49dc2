"""At the session: I am here; it took place; they did not come; ask me later."""

from bot.telegram.handlers.rooms import into_room
from bot.telegram.turn import Turn
from bot.usecases import keeping, sessions as usecases
from bot.views import outcomes as outcome_views, sessions as views, taps
from bot.views.screens import Answer
from domain import rooms
from domain.notices import Side
from domain.services import Format


async def join(tap: taps.Join, turn: Turn) -> Answer:
    """Where the session is a talk in the chat, that is where one goes from here."""
    seen = await usecases.join(turn.tx, turn.person, tap.booking_id, tap.side, turn.now)
    if seen.booking.format is Format.CHAT and rooms.is_open(seen.booking, turn.now):
        return await into_room(tap.booking_id, tap.side, turn)
    return views.joined(seen, turn.now, turn.words)


async def complete(tap: taps.Complete, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.complete(turn.tx, turn.person, tap.booking_id, tap.end, turn.now)
    return outcome_views.writing(seen, turn.words, turn.words.label("completed-toast"))


async def ask_no_show(tap: taps.AskNoShow, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    usecases.check_can_be_marked(seen, turn.now)
    return views.ask_no_show(seen, turn.words)


async def no_show(tap: taps.NoShow, turn: Turn) -> Answer:
    seen = await usecases.did_not_come(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.did_not_come(seen, turn.now, turn.words)


async def ask_later(tap: taps.AskLater, turn: Turn) -> Answer:
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.PROVIDER)
    usecases.check_can_be_marked(seen, turn.now)
    return views.later(seen, turn.now, turn.words)
