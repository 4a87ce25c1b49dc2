"""Calls of the Bot API with plain dictionaries, and the one place that reads its errors.

The short way for everything that is called all the time. python-telegram-bot's own methods build
objects of every parameter and of every message that comes back, which nobody here looks at; its
`do_api_request` warns of every method it knows better.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum, auto
from typing import Any

import orjson
from telegram.error import NetworkError

from bot.telegram.transport import File, NotSent, Transport


class ApiError(Exception):
    """Telegram refused a call; `description` is its sentence."""

    def __init__(
        self,
        code: int,
        description: str,
        retry_after: timedelta | None = None,
        moved_to: int | None = None,
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to


class Meaning(Enum):
    """What a failed call means for whoever made it."""

    FINE = auto()  # the message is already what it should become
    TOO_LATE = auto()  # the tap can no longer be answered
    GONE = auto()  # the message can no longer be edited
    KEPT = auto()  # the message can no longer be deleted
    OTHER_SORT = auto()  # the message is of a sort that cannot become this one
    STRANGE_FILE = auto()  # Telegram does not know the file (any more)
    UNREACHABLE = auto()  # the person blocked the bot, or is no more
    MOVED = auto()  # the chat has a new id
    SLOWLY = auto()  # too many calls: after `retry_after`
    NOT_NOW = auto()  # certainly not done, and may be tried again
    PERHAPS = auto()  # may have been done
    REFUSED = auto()  # wrong in itself


# In order of precedence. Wordings change their case from version to version.
_SENTENCES = (
    ("message is not modified", Meaning.FINE),
    ("query is too old", Meaning.TOO_LATE),
    ("query id is invalid", Meaning.TOO_LATE),
    ("query_id_invalid", Meaning.TOO_LATE),
    ("message to edit not found", Meaning.GONE),
    ("message can't be edited", Meaning.GONE),
    ("message_id_invalid", Meaning.GONE),
    ("message can't be deleted", Meaning.KEPT),
    ("message to delete not found", Meaning.GONE),
    ("there is no text in the message to edit", Meaning.OTHER_SORT),
    ("there is no media in the message to edit", Meaning.OTHER_SORT),
    ("wrong remote file identifier", Meaning.STRANGE_FILE),
    ("wrong file identifier", Meaning.STRANGE_FILE),
    ("file_reference", Meaning.STRANGE_FILE),
    ("chat not found", Meaning.UNREACHABLE),
    ("user not found", Meaning.UNREACHABLE),
    ("peer_id_invalid", Meaning.UNREACHABLE),
)


def meaning(error: ApiError | NetworkError) -> Meaning:
    if isinstance(error, NotSent):
        return Meaning.NOT_NOW
    if isinstance(error, NetworkError):
        return Meaning.PERHAPS
    if error.moved_to is not None:
        return Meaning.MOVED
    if error.code == 429:
        return Meaning.SLOWLY
    if error.code == 403:
        return Meaning.UNREACHABLE
    if error.code >= 500:
        return Meaning.NOT_NOW
    said = error.description.lower()
    return next((what for words, what in _SENTENCES if words in said), Meaning.REFUSED)


class Calls:
    """`await calls("sendMessage", {...})`: the bare result."""

    def __init__(self, base_url: str, transport: Transport) -> None:
        """`base_url` ends in the token."""
        self._base_url = base_url
        self._transport = transport

    async def __call__(
        self, method: str, fields: Mapping[str, Any], read_timeout: float | None = None
    ) -> Any:  # noqa: ANN401  # whatever JSON the method answers with
        """The result; raises ApiError, NotSent or PerhapsSent. `read_timeout` in seconds."""
        return _result(
            *await self._transport.post_json(
                f"{self._base_url}/{method}", orjson.dumps(fields), read_timeout
            )
        )

    async def upload(
        self, method: str, fields: Mapping[str, Any], files: Mapping[str, File]
    ) -> Any:  # noqa: ANN401  # whatever JSON the method answers with
        """As a call, with files that the fields name as `attach://<name>`."""
        texts = {name: _text(value) for name, value in fields.items()}
        return _result(*await self._transport.post_form(f"{self._base_url}/{method}", texts, files))


def _text(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _result(status: int, payload: bytes) -> Any:  # noqa: ANN401  # JSON
    reply = _reply(status, payload)
    if reply.get("ok"):
        return reply.get("result")
    raise _error(status, reply)


def _reply(status: int, payload: bytes) -> dict[str, Any]:
    try:
        reply = orjson.loads(payload)
    except orjson.JSONDecodeError:
        reply = None  # a gateway's page instead of Telegram's answer
    if isinstance(reply, dict):
        return reply
    return {"error_code": status if status >= 400 else 502, "description": "not an API answer"}


def _error(status: int, reply: dict[str, Any]) -> ApiError:
    parameters = reply.get("parameters") or {}
    seconds = parameters.get("retry_after")
    return ApiError(
        int(reply.get("error_code", status)),
        str(reply.get("description", "")),
        timedelta(seconds=seconds) if seconds is not None else None,
        parameters.get("migrate_to_chat_id"),
    )
