"""Where each person is in their talk with the bot: states, and a draft of what they are about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import BigInteger, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB

from domain.people import Person
from storage.connection import Connection

LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has chosen so far; `flow` tells the buttons of one attempt from another's.

    `customer_id` is for whom a provider books. `hours` are weekly ones as they are being changed:
    weekday, start and end in minutes since midnight. `off` is time to be closed and the like: what,
    first and last date, start and end; `fates` are what becomes of bookings in it, by their ids.
    `moving_id` is a booking that is to take another time, `moving_as` who chooses it and what for;
    `way` is the format in which the two sides are to meet, where it was chosen;
    `starts` are times that were chosen, in epoch seconds.
    `title` and `minutes` are those of a service that is being made, `language` is the one that a
    text is written in. `source` is from where the attempt to book came, empty for the chat. `files`
    are the fields of attachments, `album` the one that came last; `answers` are sealed, `question`
    is the place of the one that is being answered.
    """

    flow: int = 0
    business: str = ""
    page: int = 0
    services_page: int = 0
    provider_id: int | None = None
    service_id: int | None = None
    month: date | None = None
    day: date | None = None
    part: str = ""
    start: datetime | None = None
    note: str = ""
    booking_id: int | None = None
    screen_id: int | None = None
    customer_id: int | None = None
    hours: tuple[tuple[int, int, int], ...] | None = None
    off: tuple[str, int, int, int, int] | None = None
    fates: tuple[tuple[int, str], ...] = ()
    closure_id: int | None = None
    title: str = ""
    minutes: int = 0
    language: str = ""
    source: str = ""
    moving_id: int | None = None
    moving_as: str = ""
    starts: tuple[int, ...] = ()
    topic: str = ""
    other_start: datetime | None = None
    files: tuple[tuple[str, str, str, str, str, int, str], ...] = ()
    album: str = ""
    answers: str = ""
    question: int = 0
    way: str = ""

    def to_json(self) -> dict[str, Any]:
        """What is set, by name."""
        values = ((name, getattr(self, name)) for name in _DEFAULTS)
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in values
            if value != _DEFAULTS[name]
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Read what any version of the program has written: names it does not know are skipped."""
        known = {name: stored[name] for name in _DEFAULTS if name in stored}
        for name, read in _READ.items():
            if known.get(name) is not None:
                known[name] = read(known[name])
        return cls(**known)


_DEFAULTS = {field.name: field.default for field in fields(Draft)}
_READ: dict[str, Callable[[Any], object]] = {
    "month": date.fromisoformat,
    "day": date.fromisoformat,
    "start": datetime.fromisoformat,
    "other_start": datetime.fromisoformat,
    "files": lambda stored: tuple(map(tuple, stored)),
    "hours": lambda stored: tuple(map(tuple, stored)),
    "off": tuple,
    "starts": tuple,
    "fates": lambda stored: tuple(map(tuple, stored)),
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came, and where their talk with the bot stands; `is_new`: they never wrote before."""

    person: Person
    states: dict[str, str]
    draft: Draft
    screen_id: int | None
    is_new: bool


_SAVE = text(
    """
    INSERT INTO conversations
        (chat_id, person_id, states, draft, screen_id, touched_at, expires_at)
    VALUES (:chat_id, :person_id, :states, :draft, :screen_id, :now, :expires_at)
    ON CONFLICT (chat_id, person_id) DO UPDATE SET
        states = excluded.states, draft = excluded.draft, screen_id = excluded.screen_id,
        touched_at = excluded.touched_at, expires_at = excluded.expires_at
    """
).bindparams(bindparam("states", type_=JSONB), bindparam("draft", type_=JSONB))

_SHOWING = text(
    "UPDATE conversations SET screen_id = :screen_id"
    " WHERE chat_id = :chat_id AND person_id = :person_id"
).bindparams(bindparam("screen_id", type_=BigInteger))
_LOCK = text(
    "SELECT FROM conversations WHERE chat_id = :chat_id AND person_id = :person_id FOR UPDATE"
)
_END = text(
    """
    UPDATE conversations SET states = '{}', draft = jsonb_strip_nulls(
        jsonb_build_object('flow', draft -> 'flow')
    )
    WHERE chat_id = :chat_id AND person_id = :person_id
    """
)


class Conversations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def save(
        self,
        chat_id: int,
        person_id: int,
        states: Mapping[str, str],
        draft: Draft,
        screen_id: int | None,
        now: datetime,
        lasts: timedelta = LASTS,
    ) -> None:
        """Keep where the talk stands; after `lasts` it counts as ended."""
        await self._connection.write(
            _SAVE,
            chat_id=chat_id,
            person_id=person_id,
            states=dict(states),
            draft=draft.to_json(),
            screen_id=screen_id,
            now=now,
            expires_at=now + lasts,
        )

    async def lock(self, chat_id: int, person_id: int) -> None:
        """Keep the person's next update waiting until the transaction ends."""
        await self._connection.read(_LOCK, chat_id=chat_id, person_id=person_id)

    async def end(self, chat_id: int, person_id: int) -> None:
        """The talk ends without the person's doing; only its number is remembered."""
        await self._connection.write(_END, chat_id=chat_id, person_id=person_id)

    async def showing(self, chat_id: int, person_id: int, screen_id: int) -> None:
        """Remember which message is the current screen."""
        await self._connection.write(
            _SHOWING, chat_id=chat_id, person_id=person_id, screen_id=screen_id
        )
