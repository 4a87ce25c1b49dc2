"""People who follow a script, for tests and demos: ann.sends("/start"), ann.taps("Book")."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.sandbox import acts, buttons
from bot.sandbox.buttons import Wanted, matches
from bot.sandbox.chats import Chat
from bot.sandbox.files import KINDS, Kind
from bot.sandbox.objects import Json
from bot.sandbox.params import Upload
from bot.sandbox.queries import Answer
from bot.sandbox.world import World

_BERLIN = (52.52, 13.405)
_STICKER = (
    b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88"
)

Found = TypeVar("Found")


class ScriptedPerson:
    """One person and their chat with the bot.

    What cannot be found in time raises AssertionError, with the chat as the person sees it.
    All times are in seconds.
    """

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat
        self.place = _BERLIN  # latitude and longitude, sent by a button that asks for the location

    @property
    def id(self) -> int:
        return self._chat.id

    @property
    def messages(self) -> list[Json]:
        """The chat, oldest first."""
        return list(self._chat.messages.values())

    @property
    def last(self) -> Json | None:
        """The newest message of the bot."""
        return next(self._chat.of_the_bot(), None)

    @property
    def unread(self) -> int:
        """Messages of the bot since the person last did something."""
        return self._chat.unread

    def buttons(self, message: Json | None = None) -> list[str]:
        """The labels under a message, by default the bot's newest."""
        shown = message or self.last or {}
        return [button["text"] for button in buttons.inline(shown)]

    def reply_buttons(self) -> list[str]:
        """The labels in place of the letters."""
        rows = (self._chat.reply_keyboard or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    async def sends(
        self, text: str, reply_to: Json | None = None, entities: Sequence[Json] = ()
    ) -> Json:
        return acts.write(self._world, self._chat, text, _id_of(reply_to), entities)

    async def forwards(self, text: str, name: str) -> Json:
        """Pass on what somebody hidden, of this name, has said."""
        return acts.forward(self._world, self._chat, text, name)

    async def sends_contact(self, contact: Json | None = None) -> Json:
        """Send one's own contact, or somebody else's."""
        return acts.share_contact(self._world, self._chat, contact)

    async def sends_location(self, latitude: float, longitude: float) -> Json:
        return acts.share_location(self._world, self._chat, latitude, longitude)

    async def sends_photo(
        self, content: bytes, caption: str = "", album: str = "", reply_to: Json | None = None
    ) -> Json:
        """Photos of one `album` are sent together, each a message of its own."""
        upload = Upload("photo.jpg", "image/jpeg", content)
        return self._sends_file("photo", upload, caption, album, reply_to)

    async def sends_document(self, content: bytes, name: str, caption: str = "") -> Json:
        return self._sends_file("document", Upload(name, "", content), caption)

    async def sends_voice(self, content: bytes) -> Json:
        return self._sends_file("voice", Upload("voice.oga", "audio/ogg", content))

    async def sends_audio(self, content: bytes, caption: str = "") -> Json:
        return self._sends_file("audio", Upload("song.mp3", "audio/mpeg", content), caption)

    async def sends_video(self, content: bytes, caption: str = "") -> Json:
        return self._sends_file("video", Upload("video.mp4", "video/mp4", content), caption)

    async def sends_video_note(self, content: bytes) -> Json:
        return self._sends_file("video_note", Upload("note.mp4", "video/mp4", content))

    async def sends_animation(self, content: bytes, caption: str = "") -> Json:
        return self._sends_file("animation", Upload("cat.mp4", "video/mp4", content), caption)

    async def sends_sticker(self, content: bytes = _STICKER) -> Json:
        return self._sends_file("sticker", Upload("sticker.webp", "image/webp", content))

    async def edits(self, message_id: int, text: str) -> Json:
        return acts.edit(self._world, self._chat, message_id, text)

    async def blocks(self) -> None:
        acts.block(self._world, self._chat)

    async def unblocks(self) -> None:
        acts.unblock(self._world, self._chat)

    async def taps(
        self,
        label: Wanted,
        message: Json | None = None,
        timeout: float = 5,  # noqa: ASYNC109 - part of what a failure tells
    ) -> Answer | None:
        """Tap a button when it appears; give the bot's answer, or None from a reply keyboard.

        A button that opens a link gives that link as `url`.
        """
        message_id = message["message_id"] if message else None

        def anywhere() -> tuple[Json | None, Json] | None:
            below = None if message else buttons.find_reply(self._chat, label)
            return buttons.find_inline(self._chat, label, message_id) or (
                (None, below) if below else None
            )

        shown, button = await self._until(anywhere, f"a button {_words(label)}", timeout)
        if shown is None:
            self._press_reply(button)
            return None
        if "callback_data" not in button:
            return Answer(url=button.get("url"))
        return await self._tap(shown["message_id"], button["callback_data"], timeout)

    async def finds(
        self,
        label: Wanted,
        timeout: float = 5,  # noqa: ASYNC109 - part of what a failure tells
    ) -> Json:
        """Wait until there is such a button in the chat; give its message."""

        def anywhere() -> tuple[Json, Json] | None:
            return buttons.find_inline(self._chat, label, None)

        return (await self._until(anywhere, f"a button {_words(label)}", timeout))[0]

    async def taps_data(
        self,
        data: str,
        message: Json | int | None = None,
        timeout: float = 5,  # noqa: ASYNC109 - part of what a failure tells
    ) -> Answer:
        """Tap with data of one's own, as a forged client can; also under a message that is gone."""
        if message is None:
            message = self.last or 0
        message_id = message if isinstance(message, int) else message["message_id"]
        return await self._tap(message_id, data, timeout)

    async def sees(
        self,
        wanted: Wanted,
        timeout: float = 5,  # noqa: ASYNC109 - part of what a failure tells
        after: Json | None = None,
        message: Json | None = None,
    ) -> Json:
        """Wait until a message of the bot shows this; give the newest that does.

        `after` leaves out messages up to that one, `message` all others than that one.
        """
        first = after["message_id"] + 1 if after else 0
        only = message["message_id"] if message else None

        def shown() -> Json | None:
            fitting = (m for m in self._chat.of_the_bot() if matches(wanted, _text(m)))
            return next(
                (
                    m
                    for m in fitting
                    if m["message_id"] >= first and only in {None, m["message_id"]}
                ),
                None,
            )

        return await self._until(shown, f"a message {_words(wanted)}", timeout)

    async def gets(
        self,
        field: str,
        timeout: float = 5,  # noqa: ASYNC109 - part of what a failure tells
        after: Json | None = None,
    ) -> Json:
        """Wait for a message of the bot that carries this: photo, voice, location ..."""
        first = after["message_id"] + 1 if after else 0

        def carried() -> Json | None:
            found = (each for each in self._chat.of_the_bot() if field in each)
            return next((each for each in found if each["message_id"] >= first), None)

        return await self._until(carried, f"a message with {field}", timeout)

    def screen(self) -> str:
        """The chat as text, oldest message first."""
        lines = [_line(message) for message in self._chat.messages.values()]
        if self.reply_buttons():
            lines.append("keyboard: " + " ".join(f"[{label}]" for label in self.reply_buttons()))
        return "\n".join(lines) or "(an empty chat)"

    def _sends_file(
        self,
        kind: Kind,
        upload: Upload,
        caption: str = "",
        album: str = "",
        reply_to: Json | None = None,
    ) -> Json:
        stored = self._world.files.store(upload, kind)
        replied = _id_of(reply_to)
        return acts.send_file(self._world, self._chat, stored, caption, album, replied)

    def _press_reply(self, button: Json) -> None:
        if button.get("request_contact"):
            acts.share_contact(self._world, self._chat)
        elif button.get("request_location"):
            acts.share_location(self._world, self._chat, *self.place)
        else:
            acts.write(self._world, self._chat, button["text"])

    async def _tap(self, message_id: int, data: str, seconds: float) -> Answer:
        query = acts.tap(self._world, self._chat, message_id, data)
        try:
            async with asyncio.timeout(seconds):
                return await query.answer
        except TimeoutError:
            problem = f"the tap {data!r} was not answered within {seconds} s"
        raise AssertionError(f"{problem}\n{self.screen()}")

    async def _until(self, look: Callable[[], Found | None], what: str, seconds: float) -> Found:
        try:
            async with asyncio.timeout(seconds):
                while (found := look()) is None:
                    await self._chat.change()
                return found
        except TimeoutError:
            problem = f"{self._chat.person.persona.first_name} did not see {what} in {seconds} s"
        raise AssertionError(f"{problem}\n{self.screen()}")


def _id_of(message: Json | None) -> int | None:
    return message["message_id"] if message else None


def _text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _words(wanted: Wanted) -> str:
    return repr(wanted) if isinstance(wanted, str) else f"like {wanted.pattern!r}"


def _line(message: Json) -> str:
    who = "bot" if message["from"]["is_bot"] else message["from"]["first_name"]
    kinds = (*KINDS, "venue", "location", "contact")
    kind = next((f"({name}) " for name in kinds if name in message), "")
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    keys = "".join("\n    " + " ".join(f"[{b['text']}]" for b in row) for row in rows)
    return f"#{message['message_id']} {who}: {kind}{_text(message)}{keys}"
