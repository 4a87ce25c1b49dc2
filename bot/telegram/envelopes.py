"""What Telegram sent, before anybody looks at what it says: who, where, and what sort of thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from telegram import Chat, Message, Update, User
from telegram.ext import filters

from bot.views.words import spoken
from domain.people import Sender

Json = Mapping[str, Any]

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class Kind(Enum):
    """What is done with an update."""

    TALK = auto()  # a person says or taps something in the private chat
    LEFT = auto()  # the person blocked the bot
    CAME_BACK = auto()
    GROUP = auto()  # a command in a group
    IGNORED = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an answer goes: `message_id` is the tapped message, `query_id` waits to be answered."""

    chat_id: int
    message_id: int | None = None
    query_id: str = ""

    @property
    def is_tap(self) -> bool:
        return bool(self.query_id)


@dataclass(frozen=True, slots=True)
class Envelope:
    """`content` names the update's field; `sender.language` is one that we speak.

    `reply_to` is the message of this chat that a new message replies to.
    """

    update_id: int
    kind: Kind
    content: str = "unreadable"
    source: Source | None = None
    sender: Sender | None = None
    reply_to: int | None = None

    @property
    def is_talk(self) -> bool:
        return self.kind is Kind.TALK

    @property
    def talk(self) -> tuple[Source, Sender]:
        """Where and who, for the kinds that have both."""
        if self.source is None or self.sender is None:
            raise ValueError(f"nobody to answer: {self.kind}")
        return self.source, self.sender


def slim(update: Json) -> Json:
    """The update with no more of the tapped message than its address; for both edges.

    A tap brings the whole message along, with its keyboard of fifty buttons. Nobody reads it, and
    building the objects for it costs more than all the rest of the dispatch. What is left has the
    form in which Telegram itself sends messages that the bot can no longer read.
    """
    query = update.get("callback_query") or {}
    tapped = query.get("message")
    if not tapped:
        return update
    address = {"chat": tapped["chat"], "message_id": tapped["message_id"], "date": 0}
    return {**update, "callback_query": {**query, "message": address}}


def lane_of(update: Json) -> int:
    """Whose update this is: those of one person are worked off in their order.

    Updates without a person wait for nobody: their own id, as a negative number, is the lane.
    """
    for name in ALLOWED_UPDATES:
        match update.get(name):
            case {"from": {"id": int(person)}}:
                return person
    return -int(update["update_id"])


def unreadable(update: Json) -> Envelope:
    return Envelope(int(update["update_id"]), Kind.IGNORED)


def envelope(update: Update) -> Envelope:
    user, chat = update.effective_user, update.effective_chat
    return Envelope(
        update.update_id,
        _kind(update, chat, user),
        next((name for name in ALLOWED_UPDATES if getattr(update, name)), "other"),
        _source(update, chat),
        _sender(user),
        _reply_to(update.message),
    )


def _kind(update: Update, chat: Chat | None, user: User | None) -> Kind:
    if chat is None or user is None or user.is_bot:
        return Kind.IGNORED
    private = chat.type == Chat.PRIVATE
    if update.my_chat_member and private:
        status = update.my_chat_member.new_chat_member.status
        return Kind.LEFT if status == "kicked" else Kind.CAME_BACK
    if update.callback_query and private:
        return Kind.TALK
    if update.edited_message and private:
        return Kind.TALK
    if update.message and private:
        return Kind.IGNORED if filters.StatusUpdate.ALL.check_update(update) else Kind.TALK
    if update.message and _is_command(update.message):
        return Kind.GROUP
    return Kind.IGNORED


def _is_command(message: Message) -> bool:
    return bool(message.text and message.text.startswith("/"))


def _source(update: Update, chat: Chat | None) -> Source | None:
    query = update.callback_query
    if query is None:
        return Source(chat.id) if chat else None
    if query.message is None:
        return None
    return Source(query.message.chat.id, query.message.message_id, query.id)


def _reply_to(message: Message | None) -> int | None:
    replied = message.reply_to_message if message else None
    return replied.message_id if replied else None


def _sender(user: User | None) -> Sender | None:
    if user is None:
        return None
    language = spoken(user.language_code or "")
    return Sender(user.id, user.first_name, user.last_name or "", language)
