"""The chat page: its files, its events, and what people do on it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import orjson
from aiohttp import web

from bot.sandbox import acts, buttons
from bot.sandbox.chats import Chat
from bot.sandbox.errors import ApiError, Impossible
from bot.sandbox.files import KINDS
from bot.sandbox.objects import Json
from bot.sandbox.params import Params, read_params
from bot.sandbox.persons import ROLES, Persona
from bot.sandbox.traffic import Traffic
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
_NO_CACHE = {"Cache-Control": "no-cache"}
_CLOCK_EVERY = 30.0  # seconds
_SETTLES = 0.3  # seconds after which what follows from a tap is done, as a rule
_FURTHEST = timedelta(days=3660)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageApi:
    def __init__(self, world: World, traffic: Traffic) -> None:
        self._world = world
        self._traffic = traffic

    def add_routes(self, app: web.Application) -> None:
        router = app.router
        router.add_get("/", _index)
        router.add_get("/page/{path:.+}", _page_file)
        router.add_get("/sandbox/files/{file_id}", self._guarded(self._file))
        router.add_get("/sandbox/events", self._guarded(self._events))
        router.add_get("/sandbox/state", self._guarded(self._state))
        router.add_get("/sandbox/traffic", self._guarded(self._recent_traffic))
        router.add_post("/sandbox/people", self._guarded(self._add_person))
        router.add_post("/sandbox/people/{id:\\d+}/block", self._guarded(self._block))
        router.add_post("/sandbox/people/{id:\\d+}/send", self._guarded(self._send))
        router.add_post("/sandbox/people/{id:\\d+}/tap", self._guarded(self._tap))
        router.add_post("/sandbox/clock", self._guarded(self._move_clock))

    async def tick(self) -> None:
        """Tell pages the time and what comes next, also soon after that may have changed."""
        known = None
        while True:
            await self._world.events.news(_CLOCK_EVERY)
            await asyncio.sleep(_SETTLES)
            clock = await self._clock()
            changing = clock["offset_seconds"], clock["next_event"]
            if changing != known:
                self._world.events.publish("clock", clock=clock)
                known = changing

    def _guarded(self, handler: Handler) -> Handler:
        """Refusals become sentences, and pages of other sites are kept out."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            origin = request.headers.get("Origin")
            if origin and urlsplit(origin).netloc != request.host:
                return _problem(403, "another site may not use the sandbox")
            try:
                return await handler(request)
            except Impossible as error:
                return _problem(error.status, error.sentence)
            except ApiError as error:
                return _problem(error.code, error.description)

        return guarded

    def _hello(self, clock: Json) -> Json:
        world = self._world
        return {
            "type": "hello",
            "bot": {name: world.bot[name] for name in ("id", "first_name", "username")},
            "people": [chat.person.to_json() for chat in world.chats.values()],
            "chats": {str(chat.id): world.chat_json(chat) for chat in world.chats.values()},
            "clock": clock,
        }

    async def _state(self, _request: web.Request) -> web.StreamResponse:
        return _json(self._hello(await self._clock()))

    async def _recent_traffic(self, _request: web.Request) -> web.StreamResponse:
        return _json({"entries": self._traffic.entries()})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        clock = await self._clock()
        # Nothing may happen between the picture and the events that follow it.
        hello, listener = self._hello(clock), self._world.events.listen()
        reader = asyncio.create_task(_read_to_the_end(socket, self._world, listener))
        try:
            await socket.send_str(orjson.dumps(hello).decode())
            async for event in self._world.events.follow(listener):
                await socket.send_str(event)
        except ConnectionError:
            pass  # the page was closed while something was on its way to it
        finally:
            reader.cancel()
            await socket.close()
        return socket

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self._world.files.known(request.match_info["file_id"])
        content = await asyncio.to_thread(self._world.files.content, stored)
        # A document of a person is shown by no browser as a page of ours.
        safe = _NO_CACHE | {
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=content, content_type=stored.mime_type, headers=safe)

    async def _add_person(self, request: web.Request) -> web.StreamResponse:
        fields = (await read_params(request)).values
        first_name = str(fields.get("first_name") or "").strip()
        role = next((r for r in ROLES if r == (fields.get("role") or "customer")), None)
        if not first_name or role is None:
            raise Impossible("a person needs a first name and a role", status=400)
        chat = self._world.add(
            Persona(
                id=max([1000, *self._world.chats]) + 1,
                first_name=first_name,
                last_name=fields.get("last_name") or None,
                username=fields.get("username") or None,
                language_code=fields.get("language_code") or "en",
                role=role,
            )
        )
        self._world.tell_person(chat)
        self._world.tell_menu(chat)
        return _json(chat.person.to_json())

    async def _block(self, request: web.Request) -> web.StreamResponse:
        chat, params = await self._asked(request)
        act = acts.block if params.flag("blocked") else acts.unblock
        act(self._world, chat)
        return _json(chat.person.to_json())

    async def _send(self, request: web.Request) -> web.StreamResponse:
        chat, params = await self._asked(request)
        world, place = self._world, params.nested("location", "location")
        if params.uploads:
            return _json(self._send_file(chat, params))
        if params.flag("contact"):
            return _json(acts.share_contact(world, chat))
        if isinstance(place, dict):
            where = Params(place, {})
            latitude, longitude = where.number("latitude"), where.number("longitude")
            if latitude is None or longitude is None:
                raise Impossible("a location needs a latitude and a longitude", status=400)
            return _json(acts.share_location(world, chat, latitude, longitude))
        reply_to = params.integer("reply_to_message_id") or None
        return _json(acts.write(world, chat, params.text("text"), reply_to))

    def _send_file(self, chat: Chat, params: Params) -> Json:
        kind = next((kind for kind in KINDS if kind == params.text("kind")), None)
        if kind is None or "file" not in params.uploads:
            raise Impossible(f"a file needs a kind: {', '.join(KINDS)}", status=400)
        stored = self._world.files.store(params.uploads["file"], kind)
        reply_to = params.integer("reply_to_message_id") or None
        caption = params.text("caption")
        return acts.send_file(self._world, chat, stored, caption, reply_to=reply_to)

    async def _tap(self, request: web.Request) -> web.StreamResponse:
        chat, params = await self._asked(request)
        message_id = params.integer("message_id")
        data = params.values.get("data")
        if data is None:
            message = chat.messages.get(message_id)
            if message is None:
                raise Impossible("that message is gone", status=404)
            place = params.integer("row", -1), params.integer("column", -1)
            data = buttons.inline_at(message, *place).get("callback_data")
        if not data:
            raise Impossible("that button tells the bot nothing", status=400)
        query = acts.tap(self._world, chat, message_id, str(data))
        return _json({"callback_query_id": query.id})

    async def _move_clock(self, request: web.Request) -> web.StreamResponse:
        params = await read_params(request)
        clock, target = self._world.clock, params.text("to")
        if target == "now":
            await clock.reset()
        elif target == "next":
            await self._to_next_event()
        else:
            await clock.advance(_span(params.number("advance_seconds")))
        return _json(await self._tell_clock())

    async def _to_next_event(self) -> None:
        clock = self._world.clock
        event = await clock.next_event()
        if event is None:
            raise Impossible("nothing is planned")
        await clock.advance(max(event - clock.now(), timedelta()))

    async def _tell_clock(self) -> Json:
        clock = await self._clock()
        self._world.events.publish("clock", clock=clock)
        return clock

    async def _clock(self) -> Json:
        now = self._world.clock.now()
        event = await self._world.clock.next_event()
        return {
            "now": now.isoformat(),
            "offset_seconds": round((now - datetime.now(UTC)).total_seconds()),
            "next_event": event.astimezone(UTC).isoformat() if event else None,
        }

    async def _asked(self, request: web.Request) -> tuple[Chat, Params]:
        chat = self._world.chat(int(request.match_info["id"]))
        return chat, await read_params(request)


async def _index(_request: web.Request) -> web.StreamResponse:
    return _served(PAGE / "index.html")


async def _page_file(request: web.Request) -> web.StreamResponse:
    path = (PAGE / request.match_info["path"]).resolve()
    if not path.is_relative_to(PAGE.resolve()):
        return _problem(404, "there is no such file")
    return _served(path)


def _served(path: Path) -> web.StreamResponse:
    if not path.is_file():
        return _problem(404, "there is no such file")
    return web.FileResponse(path, headers=_NO_CACHE)


async def _read_to_the_end(
    socket: web.WebSocketResponse, world: World, listener: asyncio.Queue[str]
) -> None:
    """Pages say nothing; reading is how one learns that they are gone."""
    async for _ in socket:
        pass
    world.events.dismiss(listener)


def _span(seconds: float | None) -> timedelta:
    if seconds is None or not 0 <= seconds <= _FURTHEST.total_seconds():
        raise Impossible("the clock moves ahead, by ten years at most", status=400)
    return timedelta(seconds=seconds)


def _json(value: object) -> web.Response:
    return web.Response(
        body=orjson.dumps(value), content_type="application/json", headers=_NO_CACHE
    )


def _problem(status: int, sentence: str) -> web.Response:
    return web.Response(
        status=status, body=orjson.dumps({"error": sentence}), content_type="application/json"
    )
