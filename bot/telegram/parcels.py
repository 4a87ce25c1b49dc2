"""Files that Telegram keeps already, on their way in and out."""

from collections.abc import Iterator, Sequence
from typing import Any

from telegram import Message

from domain.attachments import CAPTION_LIMIT, Attachment, Sort, shortened

_MOST_IN_ALBUM = 10  # Bot API
_METHODS = {Sort.PHOTO: "sendPhoto", Sort.DOCUMENT: "sendDocument"}


def attachment(message: Message) -> Attachment:
    """The photo, in its best size, or the document of a message that has one."""
    caption = (message.caption or "")[:CAPTION_LIMIT]
    if message.photo:
        best = message.photo[-1]
        size = best.file_size or 0
        return Attachment(Sort.PHOTO, best.file_id, best.file_unique_id, size=size, caption=caption)
    file = message.document
    if file is None:
        raise ValueError("a message without a file")
    return Attachment(
        Sort.DOCUMENT,
        file.file_id,
        file.file_unique_id,
        shortened(file.file_name or ""),
        file.mime_type or "",
        file.file_size or 0,
        caption,
    )


def parcels(files: Sequence[Attachment]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls that send them, without the chat: an album of each sort where there are several."""
    for sort in Sort:
        these = [each for each in files if each.sort is sort]
        for at in range(0, len(these), _MOST_IN_ALBUM):
            yield _call(sort, these[at : at + _MOST_IN_ALBUM])


def _call(sort: Sort, files: Sequence[Attachment]) -> tuple[str, dict[str, Any]]:
    if len(files) == 1:
        return _METHODS[sort], {sort.value: files[0].file_id, "caption": files[0].caption}
    media = [{"type": sort.value, "media": each.file_id, "caption": each.caption} for each in files]
    return "sendMediaGroup", {"media": media}
