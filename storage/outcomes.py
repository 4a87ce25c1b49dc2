"""How sessions ended, and what was written down after them."""

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.outcomes import Outcome
from storage.connection import Connection
from storage.live_cards import touch

_SAVE = text(
    """
    INSERT INTO outcomes (booking_id, ended_at, notes, shared_at)
    VALUES (:booking_id, :ended_at, :notes, :shared_at)
    ON CONFLICT (booking_id) DO UPDATE SET
        ended_at = excluded.ended_at, notes = excluded.notes, shared_at = excluded.shared_at
    """
).bindparams(
    bindparam("ended_at", type_=TIMESTAMP(timezone=True)),
    bindparam("notes", type_=JSONB),
    bindparam("shared_at", type_=TIMESTAMP(timezone=True)),
)


class Outcomes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def save(self, outcome: Outcome) -> None:
        """Keep it; two who change one booking's at once hold its row first."""
        await self._connection.write(
            _SAVE,
            booking_id=outcome.booking_id,
            ended_at=outcome.ended,
            notes={heading.value: note for heading, note in outcome.notes.items()},
            shared_at=outcome.shared,
        )
        await touch(self._connection, outcome.booking_id)
