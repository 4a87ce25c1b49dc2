"""A booking found by its reference, and its timeline."""

from bot.telegram.turn import Turn
from bot.usecases import finding as usecases
from bot.views import cards, finding as views, taps
from bot.views.screens import Answer, Reply
from domain import references


async def named(text: str, turn: Turn) -> Reply | None:
    """The card of the booking whose reference somebody wrote; None for what is no reference.

    Raises UnknownReference unless it is a booking of theirs.
    """
    reference = references.read(text)
    if reference is None:
        return None
    seen = await usecases.by_reference(turn.tx, turn.person, reference)
    return Reply(cards.card(seen, turn.now, turn.words))


async def show_timeline(tap: taps.Timeline, turn: Turn) -> Answer:
    seen = await usecases.timeline(turn.tx, turn.person, tap.booking_id, tap.page)
    return views.timeline(seen, turn.words)
