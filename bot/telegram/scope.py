"""The update in work, as seen from inside python-telegram-bot's dispatch.

Its `process_update` passes nothing of ours on to conversations and handlers, so what dispatch,
`shared` and `on` have in common travels in a context variable, set for the time of one update.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from bot.telegram.envelopes import Envelope
from bot.telegram.spots import Spot
from bot.telegram.turn import Turn
from bot.views.buttons import Button
from bot.views.screens import Answer
from domain.refusals import Refused

Explain = Callable[[Refused, Turn], Awaitable[Answer]]


@dataclass(slots=True)
class Scope:
    """What came, the turn once it is loaded, and what became of it.

    `button` is what a tap means, None for a text or for stale or forged callback data. `failed`
    keeps what a handler raised: python-telegram-bot swallows it, dispatch must not. `spot` is where
    the answer is shown, once the turn is over.
    """

    letter: Envelope
    explain: Explain
    button: Button | None = None
    answer: Answer | None = None
    failed: Exception | None = None
    screen_id: int | None = None
    duplicate: bool = False
    spot: Spot | None = None
    _turn: Turn | None = field(default=None, repr=False)

    @property
    def turn(self) -> Turn:
        if self._turn is None:
            raise ValueError("this update has no turn")
        return self._turn

    @turn.setter
    def turn(self, turn: Turn) -> None:
        self._turn = turn


current: ContextVar[Scope] = ContextVar("scope")


@contextmanager
def entered(scope: Scope) -> Iterator[Scope]:
    token = current.set(scope)
    try:
        yield scope
    finally:
        current.reset(token)
