"""How sessions ended, and what was written down after them."""

from sqlalchemy import bindparam, delete, insert, select, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.attachments import Attachment
from domain.outcomes import Outcome
from storage.attachment_rows import file, file_row
from storage.connection import Connection
from storage.live_cards import touch
from storage.tables import outcome_files

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
        await touch(self._connection, outcome.booking_id)


async def files_of(connection: Connection, booking_id: int) -> tuple[Attachment, ...]:
    """What the provider has attached to the notes, in order."""
    found = await connection.read(_FILES, of_booking=booking_id)
    return tuple(map(file, found))
