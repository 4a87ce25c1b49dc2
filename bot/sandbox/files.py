"""Files in messages: where their bytes are and how messages speak of them."""

from __future__ import annotations

import hashlib
import mimetypes
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.images import dimensions
from bot.sandbox.objects import Json, without_nothing
from bot.sandbox.params import Params, Upload

Kind = Literal["photo", "document", "voice", "audio", "video", "video_note", "animation", "sticker"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_MEBIBYTE = 1024 * 1024
_MOST_BYTES = {"photo": 10 * _MEBIBYTE, "sticker": 512 * 1024}
_MOST_BYTES_OTHERWISE = 50 * _MEBIBYTE
_MOST_BYTES_TO_DOWNLOAD = 20 * _MEBIBYTE
_MOST_PHOTO_PIXELS = 10_000  # width and height together
_STEEPEST_PHOTO = 20
_TYPES = mimetypes.MimeTypes()  # not the machine's own table, which differs from place to place
_TYPES.add_type("text/calendar", ".ics")
_EXTENSIONS = {
    "photo": ".jpg",
    "voice": ".oga",
    "audio": ".mp3",
    "video": ".mp4",
    "video_note": ".mp4",
    "animation": ".mp4",
    "sticker": ".webp",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`unique_id` is the same for the same bytes; `id` is what messages are sent again with."""

    id: str
    unique_id: str
    kind: Kind
    name: str
    mime_type: str
    size: int
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """The path in a download link."""
        suffix = Path(self.name).suffix or _EXTENSIONS.get(self.kind, "")
        return f"{self.kind}s/{self.id}{suffix}"

    @property
    def identity(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """Bytes are kept in `folder`, or in memory where there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, StoredFile] = {}
        self._contents: dict[str, bytes] = {}

    def sent(self, params: Params, kind: Kind) -> StoredFile:
        """The file of a call: uploaded, or named by the id of one that is here already."""
        given = params.text(kind)
        name = given.removeprefix("attach://") if given.startswith("attach://") else kind
        if name in params.uploads:
            return self.store(params.uploads[name], kind)
        if not given or given.startswith("attach://"):
            raise bad_request(f"there is no {kind} in the request")
        if given.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")  # the sandbox has no internet
        stored = self.known(given)
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def store(self, upload: Upload, kind: Kind) -> StoredFile:
        """Keep an uploaded file, or raise why Telegram would not take it."""
        if len(upload.content) > _MOST_BYTES.get(kind, _MOST_BYTES_OTHERWISE):
            raise ApiError(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        width, height = _checked_size(upload.content, kind)
        digest = hashlib.sha256(upload.content).hexdigest()
        guessed, _ = _TYPES.guess_type(upload.name)
        stored = StoredFile(
            id=f"{kind}-{secrets.token_urlsafe(24)}",
            unique_id=f"AQ{digest[:14]}",
            kind=kind,
            name=upload.name,
            mime_type=guessed or upload.mime_type or "application/octet-stream",
            size=len(upload.content),
            width=width,
            height=height,
        )
        self._known[stored.id] = stored
        self._write(stored.id, upload.content)
        return stored

    def known(self, file_id: str) -> StoredFile:
        if file_id not in self._known:
            raise bad_request("wrong remote file identifier specified: can't unserialize it")
        return self._known[file_id]

    def downloadable(self, file_id: str) -> Json:
        """The File object with a link, as getFile answers."""
        if file_id not in self._known:
            raise bad_request("invalid file_id")
        stored = self._known[file_id]
        if stored.size > _MOST_BYTES_TO_DOWNLOAD:
            raise bad_request("file is too big")
        return stored.identity | {"file_path": stored.path}

    def at(self, path: str) -> StoredFile | None:
        """The file a download link leads to."""
        stored = self._known.get(Path(path).stem)
        return stored if stored and stored.path == path else None

    def content(self, stored: StoredFile) -> bytes:
        if self._folder is None:
            return self._contents[stored.id]
        return (self._folder / stored.id).read_bytes()

    def to_json(self) -> list[Json]:
        return [asdict(stored) for stored in self._known.values()]

    def restore(self, saved: list[Json]) -> None:
        """Know again the files whose bytes are still there."""
        found = [StoredFile(**fields) for fields in saved]
        self._known = {f.id: f for f in found if self._folder and (self._folder / f.id).exists()}

    def _write(self, file_id: str, content: bytes) -> None:
        if self._folder is None:
            self._contents[file_id] = content
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / file_id).write_bytes(content)


def in_message(stored: StoredFile, params: Params | None = None) -> Json:
    """The field of a message that shows the file."""
    shown: Json = {stored.kind: _SHOWN[stored.kind](stored, params)}
    if stored.kind == "animation":  # so that who does not know animations shows a document
        shown["document"] = _document(stored, params)
    return shown


def _checked_size(content: bytes, kind: Kind) -> tuple[int, int]:
    size = dimensions(content)
    if kind != "photo":
        return size or (0, 0)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    too_steep = max(size) > _STEEPEST_PHOTO * max(min(size), 1)
    if width + height > _MOST_PHOTO_PIXELS or too_steep or 0 in size:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def _photo(stored: StoredFile, _params: Params | None) -> list[Json]:
    """Telegram offers a photo in several sizes, the original last."""
    full = stored.identity | {"width": stored.width, "height": stored.height}
    longest = max(stored.width, stored.height)
    if longest <= 320:
        return [full]
    scale = 320 / longest
    small = {
        "file_unique_id": f"{stored.unique_id}s",
        "width": max(1, round(stored.width * scale)),
        "height": max(1, round(stored.height * scale)),
    }
    return [full | small, full]


def _document(stored: StoredFile, _params: Params | None) -> Json:
    return stored.identity | {"file_name": stored.name, "mime_type": stored.mime_type}


def _voice(stored: StoredFile, params: Params | None) -> Json:
    return stored.identity | {"duration": _whole(params, "duration"), "mime_type": "audio/ogg"}


def _video(stored: StoredFile, params: Params | None) -> Json:
    sizes = {name: _whole(params, name) for name in ("width", "height", "duration")}
    return stored.identity | sizes | {"file_name": stored.name, "mime_type": "video/mp4"}


def _audio(stored: StoredFile, params: Params | None) -> Json:
    tune = {"duration": _whole(params, "duration"), "mime_type": "audio/mpeg"}
    return stored.identity | tune | {"file_name": stored.name}


def _video_note(stored: StoredFile, params: Params | None) -> Json:
    length = _whole(params, "length") or 240
    return stored.identity | {"length": length, "duration": _whole(params, "duration")}


def _sticker(stored: StoredFile, params: Params | None) -> Json:
    return stored.identity | without_nothing(
        type="regular",
        width=stored.width or 512,
        height=stored.height or 512,
        is_animated=False,
        is_video=False,
        emoji=(params.text("emoji") if params else "") or None,
    )


def _whole(params: Params | None, name: str) -> int:
    return params.integer(name) if params else 0


_SHOWN: dict[Kind, Callable[[StoredFile, Params | None], Json | list[Json]]] = {
    "photo": _photo,
    "document": _document,
    "voice": _voice,
    "audio": _audio,
    "video": _video,
    "video_note": _video_note,
    "animation": _video,
    "sticker": _sticker,
}
