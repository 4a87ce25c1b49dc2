"""What customers say about a booking: its topic, files, answers to what the service asks."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from domain.attachments import Sort
from storage.columns import flag, identity, instant, metadata, number, one_of, ref, words

booking_details = Table(
    "booking_details",
    metadata,
    ref("booking_id", "bookings", key=True),
    words("topic"),
    instant("other_start", nullable=True),
)


def _files(name: str) -> Table:
    """Files that go with a booking, in their order; Telegram keeps what is in them."""
    return Table(
        name,
        metadata,
        identity(),
        ref("booking_id", "bookings"),
        number("position"),
        words("sort"),
        words("file_id"),
        words("unique_id"),
        words("name"),
        words("mime"),
        number("size"),
        words("caption"),
        one_of("sort", Sort),
        UniqueConstraint("booking_id", "position"),
        UniqueConstraint("booking_id", "unique_id"),
        CheckConstraint("position BETWEEN 0 AND 9", name="position"),
        CheckConstraint("size BETWEEN 0 AND 5242880", name="size"),
    )


booking_attachments = _files("booking_attachments")
outcome_files = _files("outcome_files")  # from the provider, after the session

booking_answers = Table(
    "booking_answers",
    metadata,
    identity(),
    ref("booking_id", "bookings"),
    number("position"),
    words("slug"),
    Column("question", JSON, nullable=False),  # as it was asked
    flag("sensitive"),
    Column("answer", Text),
    Column("sealed", LargeBinary),  # in place of a sensitive answer
    Column("sealed_by", Text),  # the name of the key, not the key
    UniqueConstraint("booking_id", "slug"),
    CheckConstraint("(answer IS NULL) = sensitive", name="answer"),
    CheckConstraint("(sealed IS NOT NULL) = sensitive", name="sealed"),
    CheckConstraint("(sealed_by IS NOT NULL) = sensitive", name="sealed_by"),
    Index(None, "sealed_by", postgresql_where=text("sealed_by IS NOT NULL")),
)
