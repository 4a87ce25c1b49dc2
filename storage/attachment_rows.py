"""Files as rows and as values, whoever sent them along with a booking."""

from typing import Any

from sqlalchemy import Row

from domain.attachments import Attachment, Sort


def file_row(booking_id: int, position: int, attached: Attachment) -> dict[str, Any]:
    """The columns of a file that goes with a booking."""
    return {
        "booking_id": booking_id,
        "position": position,
        "sort": attached.sort.value,
        "file_id": attached.file_id,
        "unique_id": attached.unique_id,
        "name": attached.name,
        "mime": attached.mime,
        "size": attached.size,
        "caption": attached.caption,
    }


def file(row: Row[Any]) -> Attachment:
    return Attachment(
        Sort(row.sort), row.file_id, row.unique_id, row.name, row.mime, row.size, row.caption
    )
