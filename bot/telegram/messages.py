"""A screen as a message: of text, or a photo with its words below."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog

from bot.pictures.easel import CannotDraw
from bot.telegram.calls import ApiError, Meaning, meaning
from bot.telegram.gallery import Gallery
from bot.telegram.keyboards import body, media, photo
from bot.telegram.transport import File
from bot.views.screens import Screen
from bot.views.sketches import Sketch

Fields = dict[str, Any]
Files = Mapping[str, File]
Call = Callable[[str, Fields, Files], Awaitable[Any]]

_UPLOAD = "picture"
_log = structlog.get_logger()


class Messages:
    """`call(method, fields, files)` makes a call of the Bot API, with an upload if files are given.

    All that is done here raises ApiError, NotSent or PerhapsSent.
    """

    def __init__(self, call: Call, gallery: Gallery) -> None:
        self._call = call
        self._gallery = gallery

    async def send(self, chat_id: int, screen: Screen, **options: object) -> int:
        """The id of the new message."""
        chat: Fields = {"chat_id": chat_id, **options}
        sent = await self._shown("sendPhoto", screen, lambda file: chat | photo(screen, file))
        if sent is None:
            sent = await self._call("sendMessage", chat | body(screen), {})
        return int(sent["message_id"])

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """Make the message into this screen; a text can become a photo, but not the reverse."""
        which: Fields = {"chat_id": chat_id, "message_id": message_id}
        made = await self._shown(
            "editMessageMedia", screen, lambda file: which | media(screen, file)
        )
        if made is None:
            await self._call("editMessageText", which | body(screen), {})

    async def _shown(
        self, method: str, screen: Screen, fields: Callable[[str], Fields]
    ) -> Fields | None:
        """The message with the picture; None where there is none, or it cannot be drawn."""
        if screen.picture is None:
            return None
        try:
            return await self._exhibited(method, screen.picture, fields)
        except CannotDraw as error:
            _log.error("a picture was not drawn", error=str(error))
            return None

    async def _exhibited(
        self, method: str, sketch: Sketch, fields: Callable[[str], Fields]
    ) -> Fields:
        """By its file id if it was sent before; uploaded if it was not, or Telegram forgot it."""
        known = self._gallery.id_of(sketch)
        if known is not None:
            try:
                return dict(await self._call(method, fields(known), {}))
            except ApiError as error:
                if meaning(error) is not Meaning.STRANGE_FILE:
                    raise
                self._gallery.forget(sketch)
        png = await self._gallery.paint(sketch)
        files = {_UPLOAD: (f"{_UPLOAD}.png", png, "image/png")}
        message: Fields = await self._call(method, fields(f"attach://{_UPLOAD}"), files)
        self._gallery.sent(sketch, message)
        return message
