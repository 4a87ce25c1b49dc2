"""Photos and documents that a customer sends along with a booking.

Telegram keeps the files; we keep what they are called there. Everything is judged by what Telegram
says about a file, for nobody opens it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.refusals import FileTooLarge, TooManyFiles, WrongFileType

MOST = 10
_MEBIBYTE = 1024 * 1024
LARGEST = 5 * _MEBIBYTE  # bytes
CAPTION_LIMIT = 1024
_NAME_LIMIT = 200
_IMAGES = frozenset({"jpg", "jpeg", "png", "webp", "gif", "heic", "heif", "bmp", "tif", "tiff"})
_OFFICE = frozenset({"doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf"})
_TEXT = frozenset({"txt", "md", "csv"})
_ENDINGS = _IMAGES | _OFFICE | _TEXT | {"pdf"}
_OFFICE_TYPES = ("officedocument", "opendocument", "msword", "ms-excel", "ms-powerpoint", "/rtf")
_TEXT_TYPES = frozenset({"text/plain", "text/csv", "text/markdown", "text/x-markdown"})
_SAYS_NOTHING = frozenset({"", "application/octet-stream"})


class Sort(StrEnum):
    """How Telegram keeps and shows a file; one sort cannot be sent as the other."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """`unique_id` is the same for the same file, `file_id` is what it is sent again by.

    `size` is in bytes, 0 where Telegram does not say; so are `name` and `mime` empty for photos.
    """

    sort: Sort
    file_id: str
    unique_id: str
    name: str = ""
    mime: str = ""
    size: int = 0
    caption: str = ""


def attached(
    kept: Sequence[Attachment], new: Attachment, most: int = MOST
) -> tuple[Attachment, ...]:
    """The files with one more; one that is there already is not kept twice.

    Raises:
        WrongFileType: it is no image, PDF, office document or text.
        FileTooLarge: it has more than LARGEST bytes.
        TooManyFiles: there are as many as are allowed.
    """
    if any(each.unique_id == new.unique_id for each in kept):
        return tuple(kept)
    if not is_fitting_type(new):
        raise WrongFileType(new.name)
    if new.size > LARGEST:
        raise FileTooLarge(new.name, -(-new.size // _MEBIBYTE))
    if len(kept) >= most:
        raise TooManyFiles(most)
    return (*kept, new)


def is_fitting_type(file: Attachment) -> bool:
    """Neither its type nor its name may say that it is something else."""
    if file.sort is Sort.PHOTO:
        return True
    ending = _ending(file.name)
    if file.mime.lower() in _SAYS_NOTHING:
        return ending in _ENDINGS
    return ending in {*_ENDINGS, ""} and _is_fitting_mime(file.mime.lower())


def shortened(name: str) -> str:
    """A file's name without line breaks, and no longer than what is kept; its ending stays."""
    name = " ".join(name.split())
    return name if len(name) <= _NAME_LIMIT else f"{name[: _NAME_LIMIT - 21]}…{name[-20:]}"


def _is_fitting_mime(mime: str) -> bool:
    if mime.startswith("image/"):
        return "svg" not in mime  # it can carry programs
    is_office = any(part in mime for part in _OFFICE_TYPES)
    return mime == "application/pdf" or mime in _TEXT_TYPES or is_office


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""
