"""What is to be told to people: the ledger of notifications, written once, sent by whoever claims.

A notification is pending, being sent under a lease, or settled: sent, failed, cancelled, or
uncertain, which means that Telegram may or may not have delivered it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Integer, Row, Text, bindparam, select, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.notices import STILL_TRUE, AnyNotice, FeedNotice, Kind, Notice, Side
from storage.connection import Connection
from storage.people import MINUTE
from storage.tables import notifications
from storage.wakes import News

_INSTANT = TIMESTAMP(timezone=True)
# Tells the listeners only of what is due before everything that they know of, so that a burst of
# bookings notifies once; a transaction that notifies makes others wait at its commit.
_ADD = text(
    f"""
    WITH known AS (
        SELECT min(due_at) AS due_at FROM notifications WHERE state = 'pending'
    ), added AS (
        INSERT INTO notifications (
            booking_id, feed_id, kind, side, recipient_id, version, lead_minutes, due_at,
            channel, state, attempts, perhaps_sent, error
        )
        SELECT
            booking_id, feed_id, kind, side, recipient_id, version, lead_minutes, due_at,
            'chat', 'pending', 0, false, ''
        FROM unnest(
            :booking_ids, :feed_ids, :kinds, :sides, :recipient_ids, :versions, :lead_minutes,
            :due_ats
        ) AS new (
            booking_id, feed_id, kind, side, recipient_id, version, lead_minutes, due_at
        )
        ON CONFLICT ON CONSTRAINT notifications_once DO NOTHING
        RETURNING due_at
    )
    SELECT pg_notify('{News.DUE}', '')
    FROM known, (SELECT min(due_at) AS due_at FROM added) AS soonest
    WHERE soonest.due_at < coalesce(known.due_at, 'infinity')
    """  # noqa: S608  # the channel is ours
).bindparams(
    bindparam("booking_ids", type_=ARRAY(BigInteger)),
    bindparam("feed_ids", type_=ARRAY(BigInteger)),
    bindparam("kinds", type_=ARRAY(Text)),
    bindparam("sides", type_=ARRAY(Text)),
    bindparam("recipient_ids", type_=ARRAY(BigInteger)),
    bindparam("versions", type_=ARRAY(Integer)),
    bindparam("lead_minutes", type_=ARRAY(Integer)),
    bindparam("due_ats", type_=ARRAY(_INSTANT)),
)
# Dying over a notice is no attempt: however many processes did, it is not the notice's fault.
_CLAIM = text(
    """
    WITH due AS (
        SELECT id, state = 'sending' AS was_claimed FROM notifications
        WHERE (state = 'pending' AND due_at <= :now) OR (state = 'sending' AND lease_until <= :now)
        ORDER BY due_at, id
        LIMIT :most
        FOR UPDATE SKIP LOCKED
    )
    UPDATE notifications SET
        state = 'sending', lease_until = :until,
        attempts = attempts + CASE WHEN due.was_claimed THEN 0 ELSE 1 END,
        perhaps_sent = perhaps_sent OR due.was_claimed
    FROM due
    WHERE notifications.id = due.id
    RETURNING notifications.*
    """
).bindparams(bindparam("now", type_=_INSTANT), bindparam("most", type_=Integer))
_SETTLE = text(
    """
    UPDATE notifications SET
        state = :state, lease_until = NULL, due_at = coalesce(:due, due_at), error = :error,
        message_id = :message_id, sent_at = :sent_at, perhaps_sent = perhaps_sent OR :perhaps
    WHERE id = :notice_id AND state = 'sending'
    """
).bindparams(
    bindparam("due", type_=_INSTANT),
    bindparam("sent_at", type_=_INSTANT),
    bindparam("message_id", type_=BigInteger),
)
_DROP = text(
    "UPDATE notifications SET state = 'cancelled'"
    " WHERE booking_id = :booking_id AND state = 'pending'"
)
# Deleted, so that the same reminder may be written again.
_DROP_REMINDERS = text(
    "DELETE FROM notifications"
    " WHERE recipient_id = :person_id AND kind = 'reminder' AND state = 'pending'"
)
# Deleted as well, but what is being sent at this moment.
_FORGET = text(
    "DELETE FROM notifications"
    " WHERE booking_id = :booking_id AND kind = :kind AND state <> 'sending'"
)
_NEXT_DUE = text(
    """
    SELECT least(
        (SELECT min(due_at) FROM notifications WHERE state = 'pending'),
        (SELECT min(lease_until) FROM notifications WHERE state = 'sending')
    )
    """
)
# Of notices of one kind that bookings of one series had at one instant, the one that is sent: about
# the first by start for which it is still true.
_SPEAKER = text(
    """
    SELECT bookings.id FROM notifications
    JOIN bookings ON bookings.id = notifications.booking_id
    JOIN series_bookings ON series_bookings.booking_id = bookings.id
    WHERE series_id = (SELECT series_id FROM series_bookings WHERE booking_id = :of_booking)
        AND kind = :kind AND side = :side AND recipient_id = :recipient_id AND due_at = :due
        AND bookings.status = :still AND bookings.version = notifications.version
    ORDER BY bookings.starts_at, bookings.id
    LIMIT 1
    """
).bindparams(bindparam("due", type_=_INSTANT), bindparam("still", type_=Text))
_LEDGER = (
    select(notifications)
    .where(notifications.c.booking_id == bindparam("of_booking"))
    .order_by(notifications.c.due_at, notifications.c.id)
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notification that is ours to send until the lease runs out.

    `attempts` counts this one, but none that a dead process left unsettled.
    `perhaps_sent`: an earlier attempt ended without an answer, so it may have been delivered.
    """

    id: int
    notice: AnyNotice
    attempts: int
    perhaps_sent: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger, for whoever looks into what became of a notification."""

    notice: Notice
    state: str
    attempts: int
    error: str
    message_id: int | None


class Notices:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, notices: Iterable[AnyNotice]) -> None:
        """Have these sent when they are due; what was written before is not written again."""
        new = list(notices)
        if not new:
            return
        await self._connection.write(
            _ADD,
            booking_ids=[each.booking_id if isinstance(each, Notice) else None for each in new],
            feed_ids=[each.feed_id if isinstance(each, FeedNotice) else None for each in new],
            kinds=[each.kind for each in new],
            sides=[each.side for each in new],
            recipient_ids=[each.recipient_id for each in new],
            versions=[each.version for each in new],
            lead_minutes=[_lead(each) for each in new],
            due_ats=[each.due for each in new],
        )

    async def drop(self, booking_id: int) -> None:
        """Do not send what is still pending about this booking."""
        await self._connection.write(_DROP, booking_id=booking_id)

    async def drop_reminders(self, person_id: int) -> None:
        """Forget this person's reminders to come; they may be added anew."""
        await self._connection.write(_DROP_REMINDERS, person_id=person_id)

    async def forget(self, booking_id: int, kind: Kind) -> None:
        """Forget what was told of this kind about a booking; it may be told anew."""
        await self._connection.write(_FORGET, booking_id=booking_id, kind=kind)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> list[Claimed]:
        """What is due, oldest first, ours until the lease runs out; others get what is left.

        Comes again if it was claimed and not settled within its lease.
        """
        found = await self._connection.write(_CLAIM, now=now, until=now + lease, most=limit)
        rows = sorted(found, key=lambda row: (row.due_at, row.id))
        return [Claimed(row.id, _any_notice(row), row.attempts, row.perhaps_sent) for row in rows]

    async def sent(self, notice_id: int, message_id: int, now: datetime) -> None:
        await self._settle(notice_id, "sent", message_id=message_id, sent_at=now)

    async def retry(self, notice_id: int, due: datetime, error: str) -> None:
        """It was not delivered; try again at `due`."""
        await self._settle(notice_id, "pending", due=due, error=error)

    async def failed(self, notice_id: int, error: str) -> None:
        """It cannot be delivered, ever."""
        await self._settle(notice_id, "failed", error=error)

    async def uncertain(self, notice_id: int, retry_due: datetime | None, error: str) -> None:
        """It may have been delivered; try again at `retry_due`, or leave it at that."""
        state = "uncertain" if retry_due is None else "pending"
        await self._settle(notice_id, state, due=retry_due, error=error, perhaps=True)

    async def cancelled(self, notice_id: int, why: str) -> None:
        """It is no longer true or useful."""
        await self._settle(notice_id, "cancelled", error=why)

    async def next_due(self) -> datetime | None:
        """When there is something to claim, or was already."""
        found: datetime | None = (await self._connection.read(_NEXT_DUE)).scalar_one()
        return found

    async def ledger(self, booking_id: int) -> list[Entry]:
        """All notifications about a booking, by when they are due."""
        found = await self._connection.read(_LEDGER, of_booking=booking_id)
        return [
            Entry(_notice(row), row.state, row.attempts, row.error, row.message_id) for row in found
        ]

    async def speaker(self, told: Notice) -> int:
        """The booking whose notice is sent in place of all like it in one series; else its own."""
        found = await self._connection.read(
            _SPEAKER,
            of_booking=told.booking_id,
            kind=told.kind,
            side=told.side,
            recipient_id=told.recipient_id,
            due=told.due,
            still=STILL_TRUE[told.kind],
        )
        booking_id: int | None = found.scalar_one_or_none()
        return told.booking_id if booking_id is None else booking_id

    async def _settle(
        self,
        notice_id: int,
        state: str,
        *,
        due: datetime | None = None,
        error: str = "",
        message_id: int | None = None,
        sent_at: datetime | None = None,
        perhaps: bool = False,
    ) -> None:
        await self._connection.write(
            _SETTLE,
            notice_id=notice_id,
            state=state,
            due=due,
            error=error,
            message_id=message_id,
            sent_at=sent_at,
            perhaps=perhaps,
        )


def _lead(notice: AnyNotice) -> int | None:
    lead = notice.lead if isinstance(notice, Notice) else None
    return None if lead is None else lead // MINUTE


def _any_notice(row: Row[Any]) -> AnyNotice:
    if row.feed_id is not None:
        return FeedNotice(row.recipient_id, row.feed_id, row.version, row.due_at)
    return _notice(row)


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        Kind(row.kind),
        Side(row.side),
        row.recipient_id,
        row.booking_id,
        row.version,
        row.due_at,
        None if row.lead_minutes is None else MINUTE * row.lead_minutes,
    )
