"""The start page as it is now, and the way back to it."""

from bot.telegram.turn import Turn
from bot.usecases import booking, browsing
from bot.views import home
from bot.views.screens import Screen


async def front(turn: Turn, toast: str = "") -> Screen:
    page = await browsing.start(turn.tx, turn.person, turn.now)
    return home.start(page, turn.person, turn.now, turn.words, toast=toast)


async def front_below(line: str, turn: Turn) -> Screen:
    """The start page with a word on top."""
    page = await front(turn)
    return Screen(f"{line}\n\n{page.text}", page.rows)


async def leave_all(turn: Turn) -> None:
    """Back to nothing: the hold is given back, the draft forgotten."""
    await booking.release(turn.tx, turn.person, turn.now)
    if turn.draft.customer_id is not None:
        customer = await turn.tx.people.get(turn.draft.customer_id)
        await booking.release(turn.tx, customer, turn.now)
    turn.leave()
