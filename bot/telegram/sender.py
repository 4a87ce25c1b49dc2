"""After the commit: answers become Telegram calls. Nothing here knows of transactions."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

import structlog
from telegram.error import NetworkError

from bot.telegram.calls import ApiError, Calls, Meaning, meaning
from bot.telegram.delivery import Delivery, Fate
from bot.telegram.envelopes import Source
from bot.telegram.gallery import Gallery
from bot.telegram.messages import Fields, Files, Messages
from bot.telegram.parcels import parcels
from bot.telegram.relaying import action, call
from bot.telegram.transport import NotSent
from bot.views.relayed import Relayed
from bot.views.screens import Answer, InPlace, Paper, Photo, Reply, Screen, Toast
from domain.attachments import Attachment

MOST_TOAST = 200  # characters of an answer to a tap, Bot API
PATIENCE = timedelta(
    seconds=3
)  # what a person at the screen is made to wait when told to slow down

Failure = ApiError | NetworkError
_FATES = {
    Meaning.FINE: Fate.SENT,
    Meaning.GONE: Fate.GONE,
    Meaning.OTHER_SORT: Fate.GONE,
    Meaning.UNREACHABLE: Fate.UNREACHABLE,
    Meaning.MOVED: Fate.MOVED,
    Meaning.SLOWLY: Fate.LATER,
    Meaning.NOT_NOW: Fate.LATER,
    Meaning.PERHAPS: Fate.PERHAPS,
}
_WANTS_NEW = {Meaning.GONE, Meaning.OTHER_SORT}
_ANSWERS = {Meaning.FINE, Meaning.KEPT, *_WANTS_NEW}  # nothing is lost; somebody acts on them
_log = structlog.get_logger()


class Unreachable(Exception):  # noqa: N818  # a fact about a person, not an error
    """The person does not want or cannot get messages from this bot."""


class Sender:
    """`pause` waits so many seconds; tests need not."""

    def __init__(
        self,
        calls: Calls,
        gallery: Gallery,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._calls = calls
        self._pause = pause
        self._messages = Messages(self._call, gallery)
        self._once = Messages(self._call_once, gallery)

    async def show(self, answer: Answer, source: Source, screen_id: int | None) -> int | None:
        """Give the answer; the id of the message that is now the current screen, if any.

        `screen_id` is the one until now. A tap is answered at the same time, so that its spinner
        never waits for the edit. Errors of single calls are logged and survived, for the next tap
        draws everything anew; raises Unreachable.
        """
        match answer:
            case Toast(text, alert):
                return await self._say(text, alert, source, screen_id)
            case Reply(screen) as reply:
                shown = self._leave_and_go_on(reply, source, screen_id)
            case InPlace(screen):
                shown = self._draw(screen, replace(source, message_id=screen_id), screen_id)
            case Screen() as screen:
                shown = self._draw(screen, source, screen_id)
        acknowledged = self.acknowledge(source, screen.toast, alert=screen.alert)
        _, shown_id = await asyncio.gather(acknowledged, shown, return_exceptions=True)
        if isinstance(shown_id, BaseException):
            raise shown_id
        return shown_id

    async def acknowledge(self, source: Source, text: str = "", *, alert: bool = False) -> None:
        """Answer the tap, if it was one; its spinner stops."""
        if not source.is_tap:
            return
        fields: dict[str, Any] = {"callback_query_id": source.query_id}
        if text:
            fields |= {"text": text[:MOST_TOAST], "show_alert": alert}
        try:
            await self._call("answerCallbackQuery", fields)
        except (ApiError, NetworkError) as error:
            if meaning(error) is not Meaning.TOO_LATE:
                _log.warning("a tap was not answered", error=str(error))

    async def deliver(self, chat_id: int, screen: Screen, *, silent: bool = False) -> Delivery:
        """Send a new message, once, and say what became of it; raises nothing."""
        try:
            message_id = await self._once.send(chat_id, screen, disable_notification=silent)
        except (ApiError, NetworkError) as error:
            return _delivery(error)
        try:
            await self._send_files(chat_id, screen.files)
        except Unreachable:
            _log.warning("files were not sent: the person is gone", chat_id=chat_id)
        return Delivery(Fate.SENT, message_id)

    async def take_back(self, chat_id: int, message_id: int) -> None:
        """Delete a message; it may fail, and then it stays."""
        try:
            await self.remove(chat_id, message_id)
        except Unreachable:
            _log.warning("a message was not taken back: the person is gone", chat_id=chat_id)

    async def amend(self, chat_id: int, message_id: int, screen: Screen) -> Delivery:
        """Make a message into this screen, once, and say what became of it; raises nothing."""
        try:
            await self._once.edit(chat_id, message_id, screen)
        except (ApiError, NetworkError) as error:
            return _delivery(error)
        return Delivery(Fate.SENT, message_id)

    async def remove(self, chat_id: int, message_id: int) -> None:
        """Delete a message that another one replaces; one too old for that only loses its keys.

        Raises Unreachable.
        """
        call = self._call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
        if await self._lenient("deleteMessage", call) is Meaning.KEPT:
            await self._disarm(chat_id, message_id)

    async def relay(self, chat_id: int, relayed: Relayed) -> Delivery:
        """Pass a message on, or a change to one, once; what became of it. Raises nothing.

        A file that takes its time is announced, as far as a bot can show that somebody writes.
        """
        method, fields = call(relayed)
        announced = action(relayed)
        try:
            if announced:
                typing = {"chat_id": chat_id, "action": announced}
                await self._lenient("sendChatAction", self._call_once("sendChatAction", typing))
            sent = await self._call_once(method, {"chat_id": chat_id, **fields})
        except Unreachable as error:
            return Delivery(Fate.UNREACHABLE, error=str(error))
        except (ApiError, NetworkError) as error:
            if relayed.edits and meaning(error) in _ANSWERS:  # it is so already, or gone
                return Delivery(Fate.SENT, relayed.edits)
            return _delivery(error)
        return Delivery(Fate.SENT, int(sent["message_id"]))

    async def _say(
        self,
        text: str,
        alert: bool,
        source: Source,
        screen_id: int | None,
    ) -> int | None:
        if source.is_tap:
            await self.acknowledge(source, text, alert=alert)
        elif text:  # there is no tap that could show it
            await self._send_new(source.chat_id, Screen(escape(text, quote=False)))
        return screen_id

    async def _draw(self, screen: Screen, source: Source, screen_id: int | None) -> int | None:
        tapped, edited = source.message_id, Meaning.GONE
        if tapped is not None:
            edited = await self._edit(source.chat_id, tapped, screen)
        if edited in _WANTS_NEW:
            shown_id = await self._send_new(source.chat_id, screen)
        else:
            shown_id = tapped
        if shown_id is None:
            return screen_id
        if tapped is not None and edited is Meaning.OTHER_SORT:
            await self.remove(source.chat_id, tapped)
        if screen_id is not None and screen_id not in {shown_id, tapped}:
            await self._disarm(source.chat_id, screen_id)
        return shown_id

    async def _leave_and_go_on(
        self, reply: Reply, source: Source, screen_id: int | None
    ) -> int | None:
        left = source.message_id if source.is_tap else screen_id
        if left is not None:
            await self._leave(source.chat_id, left, reply.last)
        if reply.photo is not None:
            await self._send_photo(source.chat_id, reply.photo)
        if reply.paper is not None:
            await self._send_paper(source.chat_id, reply.paper)
        await self._send_files(source.chat_id, reply.files)
        shown_id = await self._send_new(source.chat_id, reply.screen)
        if shown_id is None:
            return screen_id
        if screen_id is not None and screen_id != left:
            await self._disarm(source.chat_id, screen_id)
        return shown_id

    async def _leave(self, chat_id: int, message_id: int, last: Screen | None) -> None:
        if last is None or await self._edit(chat_id, message_id, last) is Meaning.OTHER_SORT:
            await self._disarm(chat_id, message_id)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> Meaning:
        """What became of it; GONE and OTHER_SORT want a new message."""
        edit = self._messages.edit(chat_id, message_id, screen)
        return await self._lenient("an edit", edit)

    async def _disarm(self, chat_id: int, message_id: int) -> None:
        """Take the keys off a message that is no longer the current screen."""
        fields = {"chat_id": chat_id, "message_id": message_id}
        call = self._call("editMessageReplyMarkup", fields)
        await self._lenient("editMessageReplyMarkup", call)

    async def _lenient(self, what: str, call: Awaitable[object]) -> Meaning:
        """Make a call that may be lost, and say what became of it; raises Unreachable."""
        try:
            await call
        except (ApiError, NetworkError) as error:
            return _survived(what, error)
        return Meaning.FINE

    async def _send_new(self, chat_id: int, screen: Screen) -> int | None:
        try:
            return await self._messages.send(chat_id, screen)
        except (ApiError, NetworkError) as error:
            _survived("a new message", error)
            return None

    async def _send_photo(self, chat_id: int, photo: Photo) -> None:
        """Once, and it may be lost: the key that asks for it is still there. Raises Unreachable."""
        fields = {
            "chat_id": chat_id,
            "photo": "attach://picture",
            "caption": photo.caption,
            "parse_mode": "HTML",
        }
        files = {"picture": (photo.name, photo.content, "image/png")}
        try:
            await self._calls.upload("sendPhoto", fields, files)
        except (ApiError, NetworkError) as error:
            _survived("sendPhoto", error)

    async def _send_paper(self, chat_id: int, paper: Paper) -> None:
        """As `_send_photo`."""
        fields = {
            "chat_id": chat_id,
            "document": "attach://paper",
            "caption": paper.caption,
            "parse_mode": "HTML",
        }
        files = {"paper": (paper.name, paper.content, paper.mime)}
        await self._lenient("sendDocument", self._calls.upload("sendDocument", fields, files))

    async def _send_files(self, chat_id: int, files: Sequence[Attachment]) -> None:
        """Once, and they may be lost: the key that asks for them is still there.

        Raises Unreachable.
        """
        for method, fields in parcels(files):
            call = self._call_once(method, {"chat_id": chat_id, **fields})
            await self._lenient(method, call)

    async def _call(self, method: str, fields: Fields, files: Files | None = None) -> Any:  # noqa: ANN401  # JSON
        """Once more where that cannot do it twice and nobody is kept waiting for long."""
        try:
            return await self._call_once(method, fields, files)
        except NotSent:
            return await self._call_once(method, fields, files)
        except ApiError as error:
            if error.retry_after is None or error.retry_after > PATIENCE:
                raise
            await self._pause(error.retry_after.total_seconds())
        return await self._call_once(method, fields, files)

    async def _call_once(self, method: str, fields: Fields, files: Files | None = None) -> Any:  # noqa: ANN401  # JSON
        if files:
            return await self._calls.upload(method, fields, files)
        return await self._calls(method, fields)


def _survived(tried: str, error: Failure) -> Meaning:
    what = meaning(error)
    if what is Meaning.UNREACHABLE:
        raise Unreachable from error
    if what is Meaning.REFUSED:
        _log.error("Telegram refuses what we send", tried=tried, error=str(error))
    elif what not in _ANSWERS:
        _log.warning("a screen was lost", tried=tried, error=str(error))
    return what


def _delivery(error: Failure) -> Delivery:
    fate = _FATES.get(meaning(error), Fate.FAILED)
    if isinstance(error, ApiError):
        return Delivery(
            fate, moved_to=error.moved_to, retry_after=error.retry_after, error=str(error)
        )
    return Delivery(fate, error=str(error))
