"""What is on its way through the session room: one line after the other into each chat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Integer, Row, Text, bindparam, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.notices import Side
from storage.connection import Connection
from storage.wakes import News

_INSTANT = TIMESTAMP(timezone=True)
_ADD = text(
    f"""
    WITH added AS (
        INSERT INTO room_posts (
            kind, recipient_id, booking_id, side, message_id, report_id, version,
            state, due_at, attempts, perhaps_sent, headed
        )
        SELECT
            kind, recipient_id, booking_id, side, message_id, report_id, version,
            'pending', :due, 0, false, false
        FROM unnest(
            :kinds, :recipient_ids, :booking_ids, :sides, :message_ids, :report_ids, :versions
        ) AS new (kind, recipient_id, booking_id, side, message_id, report_id, version)
        ON CONFLICT DO NOTHING
        RETURNING id
    )
    SELECT pg_notify('{News.ROOM}', '') FROM (SELECT count(*) FROM added) AS any_of_them
    """  # noqa: S608  # the channel is ours
).bindparams(
    bindparam("kinds", type_=ARRAY(Text)),
    bindparam("recipient_ids", type_=ARRAY(BigInteger)),
    bindparam("booking_ids", type_=ARRAY(BigInteger)),
    bindparam("sides", type_=ARRAY(Text)),
    bindparam("message_ids", type_=ARRAY(BigInteger)),
    bindparam("report_ids", type_=ARRAY(BigInteger)),
    bindparam("versions", type_=ARRAY(Integer)),
    bindparam("due", type_=_INSTANT),
)
# Of each recipient's line only its head: what waits behind a failure waits with it, so that nothing
# overtakes. A head that somebody else has under a lease is not ours, and nothing behind it is.
_CLAIM = text(
    """
    WITH due AS (
        SELECT id, state = 'sending' AS was_claimed FROM room_posts AS post
        WHERE state IN ('pending', 'sending')
            AND CASE state WHEN 'pending' THEN due_at ELSE lease_until END <= :now
            AND NOT EXISTS (
                SELECT FROM room_posts AS before
                WHERE before.recipient_id = post.recipient_id AND before.id < post.id
                    AND before.state IN ('pending', 'sending')
            )
        ORDER BY id
        LIMIT :most
        FOR UPDATE SKIP LOCKED
    )
    UPDATE room_posts SET
        state = 'sending', lease_until = :until,
        attempts = attempts + CASE WHEN due.was_claimed THEN 0 ELSE 1 END,
        perhaps_sent = perhaps_sent OR due.was_claimed
    FROM due
    WHERE room_posts.id = due.id
    RETURNING room_posts.*
    """
).bindparams(
    bindparam("now", type_=_INSTANT),
    bindparam("until", type_=_INSTANT),
    bindparam("most", type_=Integer),
)
_SETTLE = text(
    """
    UPDATE room_posts SET
        state = :state, lease_until = NULL, due_at = coalesce(:due, due_at), error = :error,
        shown_id = coalesce(:shown_id, shown_id), sent_at = :sent_at, headed = :headed,
        perhaps_sent = perhaps_sent OR :perhaps
    WHERE id = :post_id AND state = 'sending'
    """
).bindparams(
    bindparam("due", type_=_INSTANT),
    bindparam("sent_at", type_=_INSTANT),
    bindparam("shown_id", type_=BigInteger),
)
_NEXT_DUE = text(
    """
    SELECT min(coalesce(lease_until, due_at)) FROM room_posts AS post
    WHERE state IN ('pending', 'sending') AND NOT EXISTS (
        SELECT FROM room_posts AS before
        WHERE before.recipient_id = post.recipient_id AND before.id < post.id
            AND before.state IN ('pending', 'sending')
    )
    """
)
_SHOWN = text(
    """
    SELECT booking_id, side, message_id, shown_id, headed FROM room_posts
    WHERE kind = 'message' AND shown_id > 0
        AND recipient_id = :recipient_id AND (shown_id = :shown_id OR message_id = :message_id)
    """
)
_RECIPIENTS = text(
    """
    SELECT DISTINCT recipient_id, booking_id, side FROM room_posts
    WHERE message_id = :message_id AND kind = 'message' AND state <> 'failed'
    ORDER BY recipient_id
    """
)
_EDITS = text(
    "SELECT coalesce(max(version), 0) FROM room_posts"
    " WHERE message_id = :message_id AND kind = 'edit'"
)


class Post(StrEnum):
    """What is sent into a chat on account of a room."""

    MESSAGE = "message"
    EDIT = "edit"
    LEFT = "left"  # to whoever left the room
    CLOSED = "closed"  # to whoever was in a room that is closed now
    UNDELIVERED = "undelivered"  # to the author of a message
    REPORT = "report"  # to an admin


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One line to one person, who reads it as this side of the booking.

    `version` counts the edits of one message.
    """

    kind: Post
    recipient_id: int
    booking_id: int
    side: Side
    message_id: int | None = None
    report_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """Ours to send until the lease runs out; see `storage.notices.Claimed`."""

    id: int
    post: Outgoing
    attempts: int
    perhaps_sent: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in the chat of who got it; `headed`: with a line that says who it is from."""

    booking_id: int
    side: Side
    message_id: int
    shown_id: int
    headed: bool


class RoomPosts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, posts: Iterable[Outgoing], now: datetime) -> None:
        """Have these sent at once, in this order."""
        new = list(posts)
        if not new:
            return
        await self._connection.write(
            _ADD,
            kinds=[each.kind for each in new],
            recipient_ids=[each.recipient_id for each in new],
            booking_ids=[each.booking_id for each in new],
            sides=[each.side for each in new],
            message_ids=[each.message_id for each in new],
            report_ids=[each.report_id for each in new],
            versions=[each.version for each in new],
            due=now,
        )

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> list[Claimed]:
        """What is due, one of each recipient's, ours until the lease runs out."""
        found = await self._connection.write(_CLAIM, now=now, until=now + lease, most=limit)
        rows = sorted(found, key=lambda row: row.id)
        return [Claimed(row.id, _post(row), row.attempts, row.perhaps_sent) for row in rows]

    async def sent(
        self, post_id: int, shown_id: int | None, now: datetime, *, headed: bool
    ) -> None:
        await self._settle(post_id, "sent", shown_id=shown_id, sent_at=now, headed=headed)

    async def retry(self, post_id: int, due: datetime, error: str) -> None:
        """It was not sent; try again at `due`, and let what is behind it wait."""
        await self._settle(post_id, "pending", due=due, error=error)

    async def failed(self, post_id: int, error: str) -> None:
        await self._settle(post_id, "failed", error=error)

    async def uncertain(self, post_id: int, retry_due: datetime | None, error: str) -> None:
        """It may have been sent; try again at `retry_due`, or leave it at that."""
        state = "uncertain" if retry_due is None else "pending"
        await self._settle(post_id, state, due=retry_due, error=error, perhaps=True)

    async def next_due(self) -> datetime | None:
        """When there is something to claim, or was already."""
        found: datetime | None = (await self._connection.read(_NEXT_DUE)).scalar_one()
        return found

    async def shown(self, recipient_id: int, shown_id: int) -> Shown | None:
        """What a message in somebody's chat is, if it came through a room."""
        return await self._shown(recipient_id, shown_id, 0)

    async def shown_as(self, recipient_id: int, message_id: int) -> Shown | None:
        """Where in somebody's chat a message of a room is, if it got there."""
        return await self._shown(recipient_id, 0, message_id)

    async def recipients(self, message_id: int) -> list[tuple[int, int, Side]]:
        """Who gets a message: person, booking and side."""
        found = await self._connection.read(_RECIPIENTS, message_id=message_id)
        return [(row.recipient_id, row.booking_id, Side(row.side)) for row in found]

    async def edits(self, message_id: int) -> int:
        """How often a message was changed."""
        found = await self._connection.read(_EDITS, message_id=message_id)
        return int(found.scalar_one())

    async def _shown(self, recipient_id: int, shown_id: int, message_id: int) -> Shown | None:
        found = await self._connection.read(
            _SHOWN, recipient_id=recipient_id, shown_id=shown_id, message_id=message_id
        )
        row = found.first()
        if row is None:
            return None
        return Shown(row.booking_id, Side(row.side), row.message_id, row.shown_id, row.headed)

    async def _settle(
        self,
        post_id: int,
        state: str,
        *,
        due: datetime | None = None,
        error: str = "",
        shown_id: int | None = None,
        sent_at: datetime | None = None,
        headed: bool = False,
        perhaps: bool = False,
    ) -> None:
        await self._connection.write(
            _SETTLE,
            post_id=post_id,
            state=state,
            due=due,
            error=error,
            shown_id=shown_id,
            sent_at=sent_at,
            headed=headed,
            perhaps=perhaps,
        )


def _post(row: Row[Any]) -> Outgoing:
    return Outgoing(
        Post(row.kind),
        row.recipient_id,
        row.booking_id,
        Side(row.side),
        row.message_id,
        row.report_id,
        row.version,
    )
