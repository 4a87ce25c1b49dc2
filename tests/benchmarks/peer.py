"""The Telegram of the benchmarks, a process of its own: it answers calls and brings updates.

It checks nothing and keeps one message a chat, so that the bots are what is measured. What
`POST /walk` asks for, a Walk as JSON, is walked at once; all other requests are calls of the Bot
API, whatever stands in their paths before the method.
"""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl

import orjson
import uvloop

from tests.benchmarks.walking import Walk, chat, everybody_walks
from tests.benchmarks.wire import Head, read_head, response

Json = Mapping[str, Any]

_BOT = {"id": 42, "is_bot": True, "first_name": "Randevu", "username": "randevu_bot"}
_SCREENS = frozenset({"sendMessage", "editMessageText"})


class Messages:
    """The last message of each chat, and whoever waits for it to change."""

    def __init__(self) -> None:
        self._shown: dict[int, Json] = {}
        self._versions: Counter[int] = Counter()
        self._waiting: dict[int, asyncio.Event] = {}
        self._last_id = 1000

    def screen(self, chat_id: int) -> Json:
        return self._shown[chat_id]

    def version(self, chat_id: int) -> int:
        return self._versions[chat_id]

    async def changed(self, chat_id: int, since: int) -> None:
        while self._versions[chat_id] == since:
            changed = self._waiting[chat_id] = asyncio.Event()
            await changed.wait()

    def show(self, chat_id: int, fields: Json) -> Json:
        """The message that these fields of sendMessage or editMessageText make."""
        is_new = "message_id" not in fields
        self._last_id += is_new
        message = {
            "message_id": self._last_id if is_new else int(fields["message_id"]),
            "from": _BOT,
            "chat": chat(chat_id),
            "date": int(time.time()),
            "text": fields["text"],
            "reply_markup": _decoded(fields.get("reply_markup", {"inline_keyboard": []})),
        }
        self._shown[chat_id] = message
        self._versions[chat_id] += 1
        if waiting := self._waiting.pop(chat_id, None):
            waiting.set()
        return message


class Peer:
    def __init__(self) -> None:
        self._messages = Messages()
        self._latency = 0.0
        self._calls: Counter[str] = Counter()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, kept open; its requests come one after another."""
        try:
            while (head := await read_head(reader)) is not None:
                body = await reader.readexactly(head.length)
                writer.write(response(orjson.dumps(await self._answer(head, body))))
        except ConnectionError:
            return
        finally:
            writer.close()

    async def _answer(self, head: Head, body: bytes) -> Json:
        if head.word == "/walk":
            return await self._walk(Walk(**orjson.loads(body)))
        method = head.word.rpartition("/")[2]
        self._calls[method] += 1
        result = self._result(method, _fields(head, body))
        if self._latency:
            await asyncio.sleep(self._latency)
        return {"ok": True, "result": result}

    def _result(self, method: str, fields: Json) -> object:
        if method == "getMe":
            return _BOT
        return self._messages.show(int(fields["chat_id"]), fields) if method in _SCREENS else True

    async def _walk(self, walk: Walk) -> Json:
        self._latency = walk.latency
        self._calls.clear()
        begun = time.process_time()
        walked = await everybody_walks(walk, self._messages)
        self._latency = 0.0
        return {
            **asdict(walked),
            "calls": self._calls.total(),
            "cpu": time.process_time() - begun,
        }


def _fields(head: Head, body: bytes) -> Json:
    """The parameters of a call: JSON, or a form with some of its fields in JSON."""
    if head.is_json:
        parsed: Json = orjson.loads(body)
        return parsed
    return dict(parse_qsl(body.decode()))


def _decoded(field: Any) -> Any:  # noqa: ANN401  # JSON, perhaps once more encoded
    return orjson.loads(field) if isinstance(field, str) else field


async def main(port: int) -> None:
    server = await asyncio.start_server(Peer().serve, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
