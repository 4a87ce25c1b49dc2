"""Conversations whose state is the turn's: the one private attribute that we touch."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from telegram import Update
from telegram.ext import ConversationHandler

from bot.telegram.envelopes import Envelope, Kind
from bot.telegram.on import tap
from bot.telegram.scope import Scope, current, entered
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State, Turn
from bot.views.buttons import Button
from bot.views.screens import Answer, Toast
from bot.views.words import Words
from domain.people import Person
from storage.store import Tx
from tests.telegram.toy import NOW, AskName, Begin, Count, Finish, explain

PRIVATE = {"id": 7, "type": "private"}
QUERY = {
    "id": "9",
    "from": {"id": 7, "is_bot": False, "first_name": "Ann"},
    "chat_instance": "1",
    "data": "x",
    "message": {"message_id": 3, "date": 1, "chat": PRIVATE},
}
TAP = Update.de_json({"update_id": 1, "callback_query": QUERY}, None)


async def nothing(_button: Button, _turn: Turn) -> Answer:
    return Toast()


def conversation() -> SharedConversation:
    return SharedConversation(
        "counting",
        entry_points=[tap(Begin, nothing)],
        states={State.DAY: [tap(Count, nothing)], State.NOTE: [tap(AskName, nothing)]},
        fallbacks=[tap(Finish, nothing)],
    )


@pytest.fixture
def scope() -> Iterator[Scope]:
    # Nothing here reaches the database: the conversation asks for the state and nothing else.
    no_transaction = Tx.__new__(Tx)
    scope = Scope(Envelope(1, Kind.TALK), explain)
    scope.turn = Turn(no_transaction, Person(1, 7, "Ann"), NOW, Words())
    with entered(scope):
        yield scope


def takes(scope: Scope, button: Button, state: State | None) -> bool:
    scope.button, scope.turn.state = button, state
    return conversation().check_update(TAP) is not None


def test_the_library_keeps_its_states_where_we_put_ours() -> None:
    stock: Any = ConversationHandler([], {}, [])

    assert stock._conversations == {}
    assert "_conversations" in ConversationHandler.__slots__


def test_the_state_of_the_turn_decides_which_buttons_count(scope: Scope) -> None:
    assert takes(scope, Count(), State.DAY)
    assert not takes(scope, Count(), State.NOTE)
    assert takes(scope, AskName(), State.NOTE)
    assert not takes(scope, Count(), None)


def test_ways_in_count_always_and_ways_out_only_inside(scope: Scope) -> None:
    assert takes(scope, Begin(), None)
    assert takes(scope, Begin(), State.NOTE)
    assert takes(scope, Finish(), State.NOTE)
    assert not takes(scope, Finish(), None)


def test_a_state_of_another_conversation_is_none_of_ours(scope: Scope) -> None:
    assert not takes(scope, Count(), State.ZONE)
    assert not takes(scope, Finish(), State.ZONE)
    assert takes(scope, Begin(), State.ZONE)


def test_a_state_set_by_the_library_reaches_the_turn(scope: Scope) -> None:
    handler: Any = conversation()

    handler._update_state(State.DAY, (7, 7))

    assert scope.turn.state is State.DAY


def test_a_conversation_ended_by_the_library_ends_in_the_turn(scope: Scope) -> None:
    handler: Any = conversation()
    scope.turn.state = State.DAY

    handler._update_state(ConversationHandler.END, (7, 7))

    assert scope.turn.state is None


def test_ending_one_conversation_leaves_another_alone(scope: Scope) -> None:
    handler: Any = conversation()
    scope.turn.state = State.ZONE

    handler._update_state(ConversationHandler.END, (7, 7))

    assert scope.turn.state is State.ZONE


async def test_updates_at_the_same_time_see_their_own_scopes(scope: Scope) -> None:
    async def state_seen(state: State) -> State | None:
        own = Scope(Envelope(1, Kind.TALK), explain)
        own.turn = Turn(scope.turn.tx, scope.turn.person, NOW, Words(), state=state)
        with entered(own):
            await asyncio.sleep(0)
            return current.get().turn.state

    states = [State.DAY, State.NOTE]
    assert await asyncio.gather(*map(state_seen, states)) == states


def test_it_waits_for_nobody_and_keeps_nothing() -> None:
    handler = conversation()

    assert handler.allow_reentry
    assert not handler.persistent
    assert handler.conversation_timeout is None
