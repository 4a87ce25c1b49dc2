"""A conversation that any replica can go on with.

python-telegram-bot keeps the states of a ConversationHandler in the memory of one process. Here
the state is the one of the turn, which dispatch loads under the person's row lock and stores with
everything else. A person is in one conversation at most: a state belongs to the conversation that
names it, so whoever sets `turn.state` starts, moves or (with None) ends a conversation.
"""

import warnings
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from telegram.ext import BaseHandler, ContextTypes, ConversationHandler
from telegram.warnings import PTBUserWarning

from bot.telegram.scope import current
from bot.telegram.turn import State

Handler = BaseHandler[Any, ContextTypes.DEFAULT_TYPE, Any]
_Key = tuple[int | str, ...]


class _States(MutableMapping[_Key, object]):
    """The states of one conversation, of which the scope holds the one of the present person.

    The key (chat, person) says nothing that the scope does not know, so it is not looked at.
    """

    def __init__(self, owned: Collection[State]) -> None:
        self._owned = frozenset(owned)

    def __getitem__(self, key: _Key) -> object:
        state = current.get().turn.state
        if state not in self._owned:
            raise KeyError(key)
        return state

    def __setitem__(self, key: _Key, state: object) -> None:
        current.get().turn.state = State(str(state))

    def __delitem__(self, key: _Key) -> None:
        current.get().turn.state = None

    def __iter__(self) -> Iterator[_Key]:
        return iter(())

    def __len__(self) -> int:
        return 0


class SharedConversation(ConversationHandler[ContextTypes.DEFAULT_TYPE]):
    """Entry points work at any time, also in the middle of this or another conversation."""

    def __init__(
        self,
        name: str,
        *,
        entry_points: Sequence[Handler],
        states: Mapping[State, Sequence[Handler]],
        fallbacks: Sequence[Handler] = (),
    ) -> None:
        with warnings.catch_warnings():
            # It warns of taps in conversations that are not kept per message. Ours are kept per
            # person on purpose, and every button says which flow it belongs to.
            warnings.filterwarnings("ignore", "If 'per_message=False'", PTBUserWarning)
            super().__init__(
                entry_points=list(entry_points),
                states={state: list(handlers) for state, handlers in states.items()},
                fallbacks=list(fallbacks),
                name=name,
                allow_reentry=True,
                persistent=False,
                block=True,
            )
        self._conversations = _States(states.keys())
