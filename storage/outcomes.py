"""How sessions ended, and what was written down after them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.outcomes import Heading, Outcome
from storage.connection import Connection
from storage.live_cards import touch
from storage.tables import outcomes

_GET = select(outcomes).where(outcomes.c.booking_id == bindparam("of_booking"))
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

    async def get(self, booking_id: int) -> Outcome | None:
        """How the session of a booking ended, if that was said."""
        row = (await self._connection.read(_GET, of_booking=booking_id)).one_or_none()
        return None if row is None else _outcome(row)

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


def outcome_notes(stored: Mapping[str, str]) -> dict[Heading, str]:
    return {Heading(heading): note for heading, note in stored.items()}


def _outcome(row: Row[Any]) -> Outcome:
    return Outcome(row.booking_id, row.ended_at, outcome_notes(row.notes), row.shared_at)
