"""The sandbox's memory between two runs: one JSON file, written whole or not at all."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import asdict
from pathlib import Path

import orjson

from bot.sandbox.chats import Chat
from bot.sandbox.objects import Json
from bot.sandbox.persons import Person, Persona
from bot.sandbox.updates import Pending
from bot.sandbox.world import World

_VERSION = 1
_PAUSE = 1.0  # seconds in which further changes are collected
_KEPT_SECONDS = 24 * 3600.0


class Memory:
    """Saves a world a moment after it changed. Without a path nothing is saved."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._world: World | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None

    @property
    def files(self) -> Path | None:
        """The folder for the bytes of files, beside the state file."""
        return self._path and self._path.with_name(f"{self._path.stem}-files")

    def open(self, world: World) -> None:
        """Restore what was saved. A file nobody can read is set aside, not overwritten."""
        self._world = world
        if self._path is None or not self._path.exists():
            return
        try:
            _restore(world, orjson.loads(self._path.read_bytes()))
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            self._path.replace(self._path.with_suffix(".unreadable"))

    def changed(self) -> None:
        if self._path and self._world and self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(_PAUSE, self._save_soon)

    async def close(self) -> None:
        """Write what has not been written yet."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._writing:
            await self._writing
        if self._path and self._world:
            _write(self._path, _snapshot(self._world))

    def _save_soon(self) -> None:
        self._timer = None
        if self._path is None or self._world is None:
            return
        if self._writing and not self._writing.done():
            self.changed()  # the disk is slower than the chat: try again
            return
        content = _snapshot(self._world)
        self._writing = asyncio.create_task(asyncio.to_thread(_write, self._path, content))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _snapshot(world: World) -> bytes:
    return orjson.dumps(
        {
            "version": _VERSION,
            "last_update_id": world.updates.last_id,
            "pending": [[p.queue, p.update] for p in world.updates.pending() if _survives(p)],
            "commands": [[*key, commands] for key, commands in world.commands.lists.items()],
            "texts": [[*key, text] for key, text in world.profile.texts.items()],
            "menu_buttons": list(world.profile.menu_buttons.items()),
            "files": world.files.to_json(),
            "chats": [_chat(chat) for chat in world.chats.values()],
        }
    )


def _survives(pending: Pending) -> bool:
    """A tap is over when the process is: nobody waits for its answer any more."""
    return "callback_query" not in pending.update


def _chat(chat: Chat) -> Json:
    return {
        "persona": asdict(chat.person.persona),
        "started": chat.person.started,
        "blocked": chat.person.blocked,
        "messages": list(chat.messages.values()),
        "last_id": chat.last_id,
        "reply_keyboard": chat.reply_keyboard,
        "unread": chat.unread,
        "pinned": chat.pinned,
        "uneditable": sorted(chat.uneditable),
        "reactions": list(chat.reactions.items()),
    }


def _restore(world: World, saved: Json) -> None:
    if saved["version"] != _VERSION:
        raise ValueError(f"state of version {saved['version']}")
    chats = [_restored_chat(fields) for fields in saved["chats"]]
    for chat in chats:
        world.chats[chat.id] = chat
    world.commands.lists = {(scope, lang): cs for scope, lang, cs in saved["commands"]}
    world.profile.texts = {(name, lang): text for name, lang, text in saved["texts"]}
    world.profile.menu_buttons = dict(saved["menu_buttons"])
    world.files.restore(saved["files"])
    world.updates.last_id = max(world.updates.last_id, saved["last_update_id"])
    expires = time.monotonic() + _KEPT_SECONDS
    for queue, update in saved["pending"]:
        world.updates.keep(Pending(update, queue, expires))


def _restored_chat(saved: Json) -> Chat:
    person = Person(Persona(**saved["persona"]), saved["started"], saved["blocked"])
    return Chat(
        person=person,
        messages={message["message_id"]: message for message in saved["messages"]},
        last_id=saved["last_id"],
        reply_keyboard=saved["reply_keyboard"],
        unread=saved["unread"],
        pinned=saved["pinned"],
        uneditable=set(saved["uneditable"]),
        reactions=dict(saved["reactions"]),
    )
