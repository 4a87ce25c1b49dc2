"""Where an answer is shown, so that live cards keep standing.

A booking's card stays in the chat when its reader goes on from it: what comes next is a message of
its own at the bottom. Only steps about that very booking take the card's place for a while. The
card opened anew is a new message, or the one that was tapped, and the former one goes.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.telegram.scope import Scope
from bot.telegram.spots import Opened, Spot
from bot.telegram.turn import Turn
from bot.views import taps
from bot.views.buttons import Button
from bot.views.screens import Answer, InPlace, Reply, Screen
from bot.views.taps import FlowButton
from storage.live_cards import Standing
from storage.store import Tx

LEASE = timedelta(seconds=60)  # more than twice the longest time an answer may take
_LEADS_ON = (taps.AgainAt, taps.TakeSuggested)  # from this booking to another one


async def placed(scope: Scope) -> Spot:
    """Where the turn's answer belongs; what that means for cards is kept in its transaction."""
    source, _ = scope.letter.talk
    screen = _screen(scope.answer)
    if screen is None:
        return Spot(source, scope.screen_id)
    around = await _around(scope)
    tapped = next((each for each in around if each.message_id == source.message_id), None)
    if tapped is not None and not _is_about(tapped, screen, scope):
        source, tapped = replace(source, message_id=None), None

    opened = await _taken(tapped, screen, scope)
    await _bring_back((each for each in around if each is not tapped), screen, scope.turn)
    stands = scope.screen_id in {each.message_id for each in around}
    is_left = stands and scope.screen_id != source.message_id
    return Spot(source, None if is_left else scope.screen_id, opened)


async def settle(tx: Tx, spot: Spot, shown_id: int | None, now: datetime) -> int | None:
    """Keep where the card stands now; the message in which it stood until now, if that can go."""
    if spot.opened is None:
        return None
    claimed, due = spot.opened.claimed, spot.opened.due
    is_lost = shown_id is None or shown_id == spot.screen_id != spot.source.message_id
    if shown_id is not None and not is_lost:
        await tx.cards.settle(claimed, shown_id, due)
        return claimed.message_id if claimed.message_id != shown_id else None
    if claimed.message_id is None:
        await tx.cards.drop(claimed)
    else:
        await tx.cards.settle(claimed, claimed.message_id, now)
    return None


def _screen(answer: Answer | None) -> Screen | None:
    match answer:
        case Screen():
            return answer
        case Reply(screen) | InPlace(screen):
            return screen
        case _:
            return None


def _is(card: Standing, screen: Screen) -> bool:
    return screen.live is not None and screen.live.booking_id == card.booking_id


def _is_about(card: Standing, screen: Screen, scope: Scope) -> bool:
    """Whether the screen may take the place of this card: it is the card, or a step about it."""
    if isinstance(scope.answer, Reply):
        return False
    if screen.live is not None:
        return _is(card, screen)
    button = scope.button
    if isinstance(button, FlowButton):
        return scope.turn.draft.moving_id == card.booking_id
    return _booking_of(button) == card.booking_id


def _booking_of(button: Button | None) -> int | None:
    about = None if isinstance(button, _LEADS_ON) else taps.about(button)
    return None if about is None else about[0]


async def _around(scope: Scope) -> list[Standing]:
    """The cards that this turn may concern."""
    source, _ = scope.letter.talk
    messages = {each for each in (source.message_id, scope.screen_id) if each is not None}
    return await scope.turn.tx.cards.around(source.chat_id, scope.turn.person.id, messages)


async def _taken(tapped: Standing | None, screen: Screen, scope: Scope) -> Opened | None:
    """The card that the screen is; a step takes the place of the one that was tapped."""
    turn, (source, _) = scope.turn, scope.letter.talk
    if screen.live is None:
        if tapped is not None and not tapped.away:
            await turn.tx.cards.leave(tapped.booking_id, turn.person.id)
        return None
    live = screen.live
    claimed = await turn.tx.cards.open(
        live.booking_id, turn.person.id, live.side, source.chat_id, turn.now, LEASE
    )
    return Opened(claimed, live.due)


async def _bring_back(cards: Iterable[Standing], screen: Screen, turn: Turn) -> None:
    """Whoever is elsewhere now has left the steps that took the place of these cards."""
    for each in cards:
        if each.away and not _is(each, screen):
            await turn.tx.cards.come_back(each.booking_id, turn.person.id)
