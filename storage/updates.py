"""Updates from Telegram: each is taken in once, and one person's come one after another."""

from datetime import datetime

from sqlalchemy import text

from domain.people import Sender
from storage.connection import Connection
from storage.conversations import Arrival, Draft
from storage.people import COLUMNS, person

# The row locks of person and conversation, held to the end of the transaction, put one person's
# updates in order; an upsert also sees what the one before it has just committed. A row has no
# xmax if it was inserted, not updated; the query for `is_new` sees the row as it was before.
_ADMIT = text(
    """
    WITH seen AS (
        INSERT INTO updates (update_id, received_at) VALUES (:update_id, :now)
        ON CONFLICT DO NOTHING
        RETURNING update_id
    ), person AS (
        INSERT INTO people AS known
            (telegram_id, first_name, last_name, language, reachable, met_at)
        SELECT :telegram_id, :first_name, :last_name, :language, true, :now FROM seen
        ON CONFLICT (telegram_id) DO UPDATE SET
            first_name = excluded.first_name,
            last_name = excluded.last_name,
            language = CASE
                WHEN known.met_at IS NULL THEN excluded.language ELSE known.language END,
            reachable = true,
            unreachable_since = NULL,
            met_at = coalesce(known.met_at, excluded.met_at)
        RETURNING
            id, telegram_id, first_name, last_name, language, zone, leads, reachable, phone,
            xmax = 0 OR EXISTS (
                SELECT FROM people WHERE telegram_id = :telegram_id AND met_at IS NULL
            ) AS is_new
    ), conversation AS (
        INSERT INTO conversations (chat_id, person_id, states, draft, touched_at, expires_at)
        SELECT :chat_id, person.id, '{}', '{}', :now, :now FROM person
        ON CONFLICT (chat_id, person_id) DO UPDATE SET touched_at = excluded.touched_at
        RETURNING states, draft, screen_id, expires_at
    )
    SELECT
        id, telegram_id, first_name, last_name, language, zone, leads, reachable, phone,
        is_new, states, draft, screen_id, expires_at
    FROM person, conversation
    """
)
_ADMIT_BARE = text(
    """
    INSERT INTO updates (update_id, received_at) VALUES (:update_id, :now)
    ON CONFLICT DO NOTHING
    RETURNING update_id
    """
)
_FAILED = text(
    """
    INSERT INTO failed_updates AS known (update_id, attempts, failed_at)
    VALUES (:update_id, 1, :now)
    ON CONFLICT (update_id) DO UPDATE SET attempts = known.attempts + 1, failed_at = :now
    RETURNING attempts
    """
)
_BURY = text(
    """
    WITH seen AS (
        INSERT INTO updates (update_id, received_at) VALUES (:update_id, :now)
        ON CONFLICT DO NOTHING
    ), settled AS (
        DELETE FROM failed_updates WHERE update_id = :update_id
    )
    INSERT INTO dead_letters (update_id, reference, error, payload_kind, buried_at)
    VALUES (:update_id, :reference, :error, :payload_kind, :now)
    """
)
_FORGET = text("DELETE FROM updates WHERE received_at < :before")
_FORGET_FAILED = text("DELETE FROM failed_updates WHERE failed_at < :before")


class Updates:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def admit(
        self, update_id: int, sender: Sender, chat_id: int, now: datetime
    ) -> Arrival | None:
        """Take an update in, once: None if it was before.

        Waits for the transaction that works on another update of the same person, and holds the
        next one up in the same way.
        """
        found = await self._connection.write(
            _ADMIT,
            update_id=update_id,
            telegram_id=sender.telegram_id,
            first_name=sender.first_name,
            last_name=sender.last_name,
            language=sender.language or "en",
            chat_id=chat_id,
            now=now,
        )
        row = found.one_or_none()
        if row is None:
            return None
        who = person(row[: len(COLUMNS)])
        if row.expires_at <= now:
            return Arrival(who, {}, Draft(), row.screen_id, row.is_new)
        return Arrival(who, row.states, Draft.from_json(row.draft), row.screen_id, row.is_new)

    async def admit_bare(self, update_id: int, now: datetime) -> bool:
        """Take an update in that is nobody's; whether it is the first time."""
        found = await self._connection.write(_ADMIT_BARE, update_id=update_id, now=now)
        return found.one_or_none() is not None

    async def failed(self, update_id: int, now: datetime) -> int:
        """Count one more failure of this update; how many there are by now."""
        found = await self._connection.write(_FAILED, update_id=update_id, now=now)
        return int(found.scalar_one())

    async def bury(
        self, update_id: int, reference: str, error: str, payload_kind: str, now: datetime
    ) -> None:
        """Give up on an update: it counts as taken in, and is found under its reference."""
        await self._connection.write(
            _BURY,
            update_id=update_id,
            reference=reference,
            error=error,
            payload_kind=payload_kind,
            now=now,
        )

    async def forget(self, before: datetime) -> int:
        """Forget which updates were taken in before this instant; how many they were."""
        await self._connection.write(_FORGET_FAILED, before=before)
        return (await self._connection.write(_FORGET, before=before)).rowcount
