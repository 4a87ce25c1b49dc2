"""What a person did, matched to the handler for it: the words of the routing table.

Each function makes a python-telegram-bot handler of one of ours. Ours get what was said or tapped
and the turn, and return the answer. What they write is undone when they refuse.
"""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar, cast

from telegram import Message, Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.telegram.parcels import attachment
from bot.telegram.relaying import said_in
from bot.telegram.scope import current
from bot.telegram.shared import Handler
from bot.telegram.turn import Turn
from bot.usecases.relaying import Said
from bot.views.buttons import Button
from bot.views.screens import Answer
from bot.views.taps import FlowButton
from domain.attachments import Attachment
from domain.refusals import Refused

B = TypeVar("B", bound=Button)
Work = Callable[[Turn], Awaitable[Answer]]
Context = ContextTypes.DEFAULT_TYPE

_SAID = filters.UpdateType.MESSAGE  # edited messages are no news
_PLAIN_TEXT = _SAID & filters.TEXT & ~filters.COMMAND
_OTHER = _SAID & ~filters.TEXT
_FILE = _SAID & (filters.PHOTO | filters.Document.ALL)
_NO_COMMAND = _SAID & ~filters.COMMAND


def tap(kind: type[B], handler: Callable[[B, Turn], Awaitable[Answer]]) -> Handler:
    """A tap on this button; one of the booking flow must belong to the present run of it."""

    def fits(_data: object) -> bool:
        scope = current.get()
        button = scope.button  # read once for all rows of the table
        if isinstance(button, FlowButton) and button.flow != scope.turn.draft.flow:
            return False
        return type(button) is kind

    async def tapped(_update: Update, _context: Context) -> None:
        button = cast("B", current.get().button)
        await _carry_out(lambda turn: handler(button, turn))

    return CallbackQueryHandler(tapped, pattern=fits)


def command(name: str, handler: Callable[[str, Turn], Awaitable[Answer]]) -> Handler:
    """`/name`; the handler gets what stands behind it, often nothing."""

    async def commanded(update: Update, _context: Context) -> None:
        args = _text(update).partition(" ")[2].strip()
        await _carry_out(lambda turn: handler(args, turn))

    return CommandHandler(name, commanded, filters=_SAID)


def text(handler: Callable[[str, Turn], Awaitable[Answer]]) -> Handler:
    """A message of words that is no command."""

    async def said(update: Update, _context: Context) -> None:
        words = _text(update)
        await _carry_out(lambda turn: handler(words, turn))

    return MessageHandler(_PLAIN_TEXT, said)


def other(handler: Work) -> Handler:
    """A message that is not text: a photo, a contact, a place."""
    return MessageHandler(_OTHER, _plainly(handler))


def file(handler: Callable[[Attachment, str, Turn], Awaitable[Answer]]) -> Handler:
    """A photo or a document; the handler also gets the id of its album, empty for one by itself."""

    async def sent(update: Update, _context: Context) -> None:
        message = cast("Message", update.message)
        album = message.media_group_id or ""
        await _carry_out(lambda turn: handler(attachment(message), album, turn))

    return MessageHandler(_FILE, sent)


def said(handler: Callable[[Said, Turn], Awaitable[Answer]]) -> Handler:
    """Whatever is said, in words or otherwise, but for commands."""
    return MessageHandler(_NO_COMMAND, _saying(handler))


def replied(handler: Callable[[Said, Turn], Awaitable[Answer]]) -> Handler:
    """As `said`, of what replies to a message that came through a room."""
    return MessageHandler(_NO_COMMAND & _Replies(), _saying(handler))


def edited(handler: Callable[[Said, Turn], Awaitable[Answer]]) -> Handler:
    """A message that its author has changed."""
    return MessageHandler(filters.UpdateType.EDITED_MESSAGE, _saying(handler))


class _Replies(filters.MessageFilter):
    def filter(self, message: Message) -> bool:  # noqa: ARG002  # the library's signature
        return current.get().turn.replies_to is not None


def _saying(
    handler: Callable[[Said, Turn], Awaitable[Answer]],
) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def spoken(update: Update, _context: Context) -> None:
        message = said_in(cast("Message", update.effective_message))
        await _carry_out(lambda turn: handler(message, turn))

    return spoken


def stale(handler: Work) -> Handler:
    """Any tap: the last row for buttons that no row above takes."""
    return CallbackQueryHandler(_plainly(handler))


def anything(handler: Work) -> Handler:
    """Whatever it is, but for changes to what was said: the last row of all."""
    return _News(Update, _plainly(handler))


class _News(TypeHandler[Update, Context, None]):
    def check_update(self, update: object) -> bool:
        return super().check_update(update) and getattr(update, "edited_message", None) is None


def _plainly(handler: Work) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def happened(_update: Update, _context: Context) -> None:
        await _carry_out(handler)

    return happened


async def _carry_out(work: Work) -> None:
    # Conversations learn the new state from the turn, so nothing is returned to them.
    scope = current.get()
    turn = scope.turn
    state, draft = turn.state, turn.draft
    try:
        async with turn.tx.attempt():
            scope.answer = await work(turn)
    except Refused as refusal:
        turn.state, turn.draft = state, draft
        scope.answer = await scope.explain(refusal, turn)


def _text(update: Update) -> str:
    message = update.message
    return (message.text or "") if message else ""
