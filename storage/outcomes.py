"""How sessions ended, and what was written down after them."""

from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.attachments import Attachment
from domain.outcomes import Heading, Outcome
from storage.attachment_rows import file, file_row
from storage.connection import Connection
from storage.tables import outcome_files, outcomes

_GET = select(outcomes).where(outcomes.c.booking_id == bindparam("of_booking"))
_FILES = (
    select(outcome_files)
    .where(outcome_files.c.booking_id == bindparam("of_booking"))
    .order_by(outcome_files.c.position)
)
_FORGET_FILES = delete(outcome_files).where(outcome_files.c.booking_id == bindparam("of_booking"))
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
        if row is None:
            return None
        files = await self._connection.read(_FILES, of_booking=booking_id)
        return _outcome(row, tuple(map(file, files)))

    async def save(self, outcome: Outcome) -> None:
        """Keep it; two who change one booking's at once hold its row first."""
        await self._connection.write(
            _SAVE,
            booking_id=outcome.booking_id,
            ended_at=outcome.ended,
            notes={heading.value: note for heading, note in outcome.notes.items()},
            shared_at=outcome.shared,
        )
        await self._connection.write(_FORGET_FILES, of_booking=outcome.booking_id)
        if outcome.files:
            rows = [file_row(outcome.booking_id, *each) for each in enumerate(outcome.files)]
            await self._connection.write(insert(outcome_files).values(rows))


def _outcome(row: Row[Any], files: tuple[Attachment, ...]) -> Outcome:
    notes = {Heading(heading): note for heading, note in row.notes.items()}
    return Outcome(row.booking_id, row.ended_at, notes, row.shared_at, files)
