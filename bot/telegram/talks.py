"""A person's conversation: loaded into a turn, and stored again if the turn has changed it."""

from dataclasses import dataclass
from datetime import datetime

from bot.telegram.envelopes import Envelope
from bot.telegram.turn import State, Turn
from bot.usecases import relaying, rooms
from bot.views.words import Words
from storage.conversations import Draft
from storage.store import Tx

_STATE = "state"  # people are in one conversation at most, so one key is all there is


@dataclass(frozen=True, slots=True)
class Talk:
    """`state` and `draft` are as they were loaded; `screen_id` is the current screen's message."""

    turn: Turn
    chat_id: int
    state: State | None
    draft: Draft
    screen_id: int | None


async def load(
    tx: Tx, letter: Envelope, now: datetime, web_address: str, bot_link: str
) -> Talk | None:
    """The turn of this update, or None if the update was worked off before.

    Holds the person's row until the transaction ends, so that nobody else can be at it.
    """
    source, sender = letter.talk
    arrival = await tx.updates.admit(letter.update_id, sender, source.chat_id, now)
    if arrival is None:
        return None
    person, draft = arrival.person, arrival.draft
    state = known(arrival.states.get(_STATE))
    words = Words(person.language, person.zone)
    turn = Turn(tx, person, now, words, draft, state, source.is_tap, web_address, bot_link)
    if letter.reply_to is not None:
        turn.replies_to = await relaying.behind(tx, person, letter.reply_to)
    return Talk(turn, source.chat_id, state, draft, arrival.screen_id)


async def store(tx: Tx, talk: Talk) -> None:
    turn = talk.turn
    if (turn.state, turn.draft) == (talk.state, talk.draft):
        return
    if talk.state is State.ROOM and turn.state is not State.ROOM:
        await rooms.left(turn.tx, turn.person, turn.now)
    states = {_STATE: turn.state.value} if turn.state else {}
    await tx.conversations.save(
        talk.chat_id, turn.person.id, states, turn.draft, talk.screen_id, turn.now
    )


def known(state: str | None) -> State | None:
    """None also for a state that an earlier version stored and this one no longer has."""
    return State(state) if state in set(State) else None
