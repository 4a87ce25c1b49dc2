"""The session room: who is in it, and what the two sides have said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Row, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.bookings import UPCOMING
from domain.notices import Side
from domain.rooms import Content, Mark, Message, Sort, Visit
from storage.columns import listed
from storage.connection import Connection
from storage.tables import room_messages, room_visits
from storage.wakes import News

_INSTANT = TIMESTAMP(timezone=True)
_WHERE = ("latitude", "longitude", "address")
_FILE = ("file_id", "unique_id", "name", "size", "seconds")

_ENTER = text(
    """
    INSERT INTO room_visits (person_id, booking_id, side, until_at)
    VALUES (:person_id, :booking_id, :side, :until)
    ON CONFLICT (person_id) DO UPDATE SET
        booking_id = excluded.booking_id, side = excluded.side, until_at = excluded.until_at
    """
).bindparams(bindparam("until", type_=_INSTANT))
_LEAVE = text("DELETE FROM room_visits WHERE person_id = :person_id RETURNING *")
_VISIT = select(room_visits).where(room_visits.c.person_id == bindparam("of_person"))
_OVER = (
    select(room_visits)
    .where(room_visits.c.until_at <= bindparam("now", type_=_INSTANT))
    .order_by(room_visits.c.person_id)
    .limit(bindparam("most"))
)
_NEXT_OVER = text("SELECT min(until_at) FROM room_visits")
_SHUT = text(
    f"""
    WITH shut AS (
        UPDATE room_visits SET until_at = least(until_at, :at)
        WHERE booking_id = ANY(:booking_ids)
        RETURNING 1
    )
    SELECT pg_notify('{News.DUE}', '') FROM (SELECT count(*) FROM shut) AS those
    """  # noqa: S608  # the channel is ours
).bindparams(bindparam("at", type_=_INSTANT), bindparam("booking_ids", type_=ARRAY(BigInteger)))
_CALLED_OFF = text(
    f"""
    WITH session AS (
        SELECT beside.id, beside.status FROM bookings AS this
        JOIN bookings AS beside ON beside.session_id = this.session_id
        WHERE this.id = :booking_id
    ), shut AS (
        UPDATE room_visits SET until_at = least(until_at, :at)
        WHERE booking_id = :booking_id AND side = 'customer'
            OR side = 'provider' AND booking_id IN (SELECT id FROM session)
            AND NOT EXISTS (SELECT FROM session WHERE status IN ({listed(UPCOMING)}))
        RETURNING 1
    )
    SELECT pg_notify('{News.DUE}', '') FROM (SELECT count(*) FROM shut) AS those
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("at", type_=_INSTANT))
_BETWEEN = text(
    """
    SELECT id FROM bookings WHERE provider_id = :provider_id AND customer_id = :customer_id
        AND id IN (SELECT booking_id FROM room_visits)
    """
)
_TOGETHER = text(
    """
    SELECT id, customer_id FROM bookings
    WHERE (id = :booking_id OR capacity > 1 AND session_id = (
            SELECT session_id FROM bookings WHERE id = :booking_id
        ))
        AND status IN ('pending', 'confirmed', 'in_progress', 'completed', 'no_show')
    ORDER BY id
    """
)
_ADD = text(
    """
    INSERT INTO room_messages
        (booking_id, side, author_id, source_id, sort, text, marks, what, reply_to, in_room,
         sent_at, erase_at)
    VALUES
        (:booking_id, :side, :author_id, :source_id, :sort, :text, :marks, :what, :reply_to,
         :in_room, :sent, :erased)
    RETURNING id
    """
).bindparams(
    bindparam("marks", type_=JSONB),
    bindparam("what", type_=JSONB(none_as_null=True)),
    bindparam("reply_to", type_=BigInteger),
    bindparam("sent", type_=_INSTANT),
    bindparam("erased", type_=_INSTANT),
)
_EDIT = text(
    "UPDATE room_messages SET text = :text, marks = :marks, what = :what, edited_at = :now"
    " WHERE id = :message_id"
).bindparams(
    bindparam("marks", type_=JSONB),
    bindparam("what", type_=JSONB(none_as_null=True)),
    bindparam("now", type_=_INSTANT),
)
_GET = select(room_messages).where(room_messages.c.id == bindparam("message_id"))
_OF_AUTHOR = select(room_messages).where(
    room_messages.c.author_id == bindparam("of_author"),
    room_messages.c.source_id == bindparam("source"),
)
_OF_BOOKINGS = text(
    """
    id IN (
        SELECT id FROM room_messages WHERE booking_id = ANY(:booking_ids)
        UNION ALL
        SELECT message_id FROM room_posts WHERE booking_id = ANY(:booking_ids) AND kind = 'message'
    )
    """
).bindparams(bindparam("booking_ids", type_=ARRAY(BigInteger)))
_TRANSCRIPT = select(room_messages).where(_OF_BOOKINGS).order_by(room_messages.c.id)
_LAST = select(room_messages).where(_OF_BOOKINGS).order_by(room_messages.c.id.desc())
_SINCE = text(
    """
    SELECT count(*) FROM room_messages
    WHERE booking_id = :booking_id AND author_id = :author_id AND in_room AND sent_at > :since
    """
).bindparams(bindparam("since", type_=_INSTANT))
_UNANSWERED = text(
    """
    SELECT count(*) FROM room_messages
    WHERE booking_id = :booking_id AND author_id = :author_id AND NOT in_room AND sent_at > :since
        AND id > coalesce((
            SELECT max(id) FROM room_messages
            WHERE booking_id = :booking_id AND author_id <> :author_id
        ), 0)
    """
).bindparams(bindparam("since", type_=_INSTANT))
_ERASE = text("DELETE FROM room_messages WHERE erase_at <= :now")
_ERASE_LINES = text(
    "DELETE FROM room_posts WHERE message_id IS NULL"
    " AND state NOT IN ('pending', 'sending') AND due_at <= :before"
)


class Rooms:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def enter(self, visit: Visit) -> None:
        """They are in this room, and in no other one any more."""
        await self._connection.write(
            _ENTER,
            person_id=visit.person_id,
            booking_id=visit.booking_id,
            side=visit.side,
            until=visit.until,
        )

    async def leave(self, person_id: int) -> Visit | None:
        """They are in no room; in which they were."""
        row = (await self._connection.write(_LEAVE, person_id=person_id)).one_or_none()
        return _visit(row) if row else None

    async def visit_of(self, person_id: int) -> Visit | None:
        row = (await self._connection.read(_VISIT, of_person=person_id)).one_or_none()
        return _visit(row) if row else None

    async def over(self, now: datetime, limit: int) -> list[Visit]:
        """Visits whose time is over."""
        found = await self._connection.read(_OVER, now=now, most=limit)
        return [_visit(row) for row in found]

    async def next_over(self) -> datetime | None:
        found: datetime | None = (await self._connection.read(_NEXT_OVER)).scalar_one()
        return found

    async def shut(self, booking_ids: Sequence[int], at: datetime) -> None:
        """Whoever is in one of these rooms is asked to leave at this instant."""
        if booking_ids:
            await self._connection.write(_SHUT, booking_ids=list(booking_ids), at=at)

    async def called_off(self, booking_id: int, at: datetime) -> None:
        """As `shut`, of a booking that is called off; its provider stays with others of a group."""
        await self._connection.write(_CALLED_OFF, booking_id=booking_id, at=at)

    async def shut_between(self, provider_id: int, customer_id: int, at: datetime) -> None:
        """As `shut`, for all rooms of these two."""
        found = await self._connection.read(
            _BETWEEN, provider_id=provider_id, customer_id=customer_id
        )
        await self.shut([row.id for row in found], at)

    async def together(self, booking_id: int) -> dict[int, int]:
        """The bookings of a session that are on or were held, by id, with their customers' ids."""
        found = await self._connection.read(_TOGETHER, booking_id=booking_id)
        return {row.id: row.customer_id for row in found}

    async def add(self, said: Message) -> Message:
        """Keep what was said; the message gets its id."""
        added = await self._connection.write(
            _ADD,
            booking_id=said.booking_id,
            side=said.side,
            author_id=said.author_id,
            source_id=said.source_id,
            sort=said.content.sort,
            reply_to=said.reply_to,
            in_room=said.in_room,
            sent=said.sent,
            erased=said.erased,
            **_columns(said.content),
        )
        return await self.get(int(added.scalar_one()))

    async def edit(self, message_id: int, content: Content, now: datetime) -> None:
        values = _columns(content)
        await self._connection.write(_EDIT, message_id=message_id, now=now, **values)

    async def get(self, message_id: int) -> Message:
        return _message((await self._connection.read(_GET, message_id=message_id)).one())

    async def of_author(self, author_id: int, source_id: int) -> Message | None:
        """What this message in the author's own chat has become."""
        found = await self._connection.read(_OF_AUTHOR, of_author=author_id, source=source_id)
        row = found.one_or_none()
        return _message(row) if row else None

    async def transcript(self, booking_ids: Sequence[int]) -> list[Message]:
        """What was said about these bookings, oldest first."""
        found = await self._connection.read(_TRANSCRIPT, booking_ids=list(booking_ids))
        return [_message(row) for row in found]

    async def last(self, booking_ids: Sequence[int], limit: int) -> list[Message]:
        """The newest of `transcript`, oldest first."""
        found = await self._connection.read(_LAST.limit(limit), booking_ids=list(booking_ids))
        return [_message(row) for row in found][::-1]

    async def said_since(self, booking_id: int, author_id: int, since: datetime) -> int:
        """How much somebody has said in the room."""
        found = await self._connection.read(
            _SINCE, booking_id=booking_id, author_id=author_id, since=since
        )
        return int(found.scalar_one())

    async def unanswered(self, booking_id: int, author_id: int, since: datetime) -> int:
        """How much somebody has written outside the room since then, with no answer yet."""
        found = await self._connection.read(
            _UNANSWERED, booking_id=booking_id, author_id=author_id, since=since
        )
        return int(found.scalar_one())

    async def erase(self, now: datetime, lines_before: datetime) -> int:
        """Forget what is no longer to be kept; how many messages that were.

        `lines_before`: what the bot itself has said in rooms until then is forgotten, too.
        """
        await self._connection.write(_ERASE_LINES, before=lines_before)
        return (await self._connection.write(_ERASE, now=now)).rowcount


def _columns(content: Content) -> dict[str, Any]:
    marks = [[m.kind, m.offset, m.length, m.url, m.language] for m in content.marks]
    names = _WHERE if content.sort in {Sort.LOCATION, Sort.VENUE} else _FILE
    names = (*names, "name") if content.sort is Sort.VENUE else names
    what = {name: getattr(content, name) for name in names}
    is_text = content.sort is Sort.TEXT
    return {"text": content.text, "marks": marks, "what": None if is_text else what}


def _message(row: Row[Any]) -> Message:
    marks = tuple(Mark(*each) for each in row.marks)
    content = Content(Sort(row.sort), row.text, marks, **(row.what or {}))
    return Message(
        row.id,
        row.booking_id,
        Side(row.side),
        row.author_id,
        row.source_id,
        content,
        row.sent_at,
        row.in_room,
        row.erase_at,
        row.edited_at,
        row.reply_to,
    )


def _visit(row: Row[Any]) -> Visit:
    return Visit(row.person_id, row.booking_id, Side(row.side), row.until_at)
