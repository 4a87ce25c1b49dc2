"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import asyncio
import hmac
import re
import time
from dataclasses import dataclass

import orjson
from aiohttp import web

from bot.sandbox.errors import ApiError, not_found, unauthorized
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.methods import METHODS, receiving
from bot.sandbox.objects import Json
from bot.sandbox.params import Params, read_params
from bot.sandbox.traffic import Traffic
from bot.sandbox.webhooks import Deliveries
from bot.sandbox.world import World

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: Json


class BotApi:
    def __init__(
        self, world: World, deliveries: Deliveries, faults: Faults, traffic: Traffic, token: str
    ) -> None:
        self._world = world
        self._deliveries = deliveries
        self._faults = faults
        self._traffic = traffic
        self._token = token

    def add_routes(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token}/{method}", self._call_over_http)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)

    async def call(self, method: str, values: Json) -> Reply:
        """Run a method that did not come over HTTP: one from the response of a webhook."""
        return await self._logged(method, Params(values, {}))

    async def _call_over_http(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            self._check(request.match_info["token"])
            params = await read_params(request)
        except ApiError as error:
            return _response(_refusal(error))
        fault = self._faults.take(method.lower(), _chat(params)) if self._faults else None
        if fault:
            return await self._with_trouble(request, method, params, fault)
        return _response(await self._logged(method, params))

    async def _with_trouble(
        self, request: web.Request, method: str, params: Params, fault: Fault
    ) -> web.StreamResponse:
        if fault.trouble is Trouble.REFUSED and fault.error:
            reply = _refusal(fault.error)
            self._log(method, params, reply, 0.0)
            return _response(reply)
        if fault.trouble is Trouble.DROPPED:
            return _broken(request)
        if fault.trouble is Trouble.DELAYED:
            await asyncio.sleep(fault.seconds)
        reply = await self._logged(method, params)
        if fault.trouble is Trouble.DELIVERED_BUT_DROPPED:
            return _broken(request)
        return _response(reply)

    async def _logged(self, method: str, params: Params) -> Reply:
        began = time.perf_counter()
        try:
            reply = await self._run(method.lower(), params)
        except ApiError as error:
            reply = _refusal(error)
        self._log(method, params, reply, (time.perf_counter() - began) * 1000)
        return reply

    async def _run(self, name: str, params: Params) -> Reply:
        known = METHODS.get(name)
        if known:
            return Reply(200, {"ok": True, "result": known(self._world, params)})
        return await self._receive(name, params)

    async def _receive(self, name: str, params: Params) -> Reply:
        updates, deliveries = self._world.updates, self._deliveries
        match name:
            case "getupdates":
                found = await receiving.get_updates(updates, deliveries, self._traffic, params)
                return Reply(200, {"ok": True, "result": found})
            case "getwebhookinfo":
                return Reply(200, {"ok": True, "result": deliveries.info()})
            case "setwebhook":
                done = await receiving.set_webhook(updates, deliveries, params)
            case "deletewebhook":
                done = await receiving.delete_webhook(updates, deliveries, params)
            case _:
                raise not_found()
        return Reply(200, {"ok": True, "result": True, "description": done})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check(request.match_info["token"])
        except ApiError as error:
            return _response(_refusal(error))
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            return _response(_refusal(not_found()))
        content = await asyncio.to_thread(self._world.files.content, stored)
        return web.Response(body=content, content_type="application/octet-stream")

    def _check(self, token: str) -> None:
        """Telegram says 404 to what cannot be a token, and 401 to one it does not know."""
        if not _TOKEN.fullmatch(token):
            raise not_found()
        if not hmac.compare_digest(token, self._token):
            raise unauthorized()

    def _log(self, method: str, params: Params, reply: Reply, ms: float) -> None:
        if not self._traffic.on or method.lower() == "getupdates":
            return
        request = params.values
        if params.uploads:
            request = request | {name: f"({u.name})" for name, u in params.uploads.items()}
        self._traffic.call(request, reply.body, method=method, status=reply.status, ms=ms)


def _refusal(error: ApiError) -> Reply:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after is not None:
        body["parameters"] = {"retry_after": error.retry_after}
    return Reply(error.code, body)


def _response(reply: Reply) -> web.Response:
    headers = {}
    if "parameters" in reply.body:
        headers["Retry-After"] = str(reply.body["parameters"]["retry_after"])
    return web.Response(
        status=reply.status,
        body=orjson.dumps(reply.body),
        content_type="application/json",
        headers=headers,
    )


def _broken(request: web.Request) -> web.Response:
    """The connection is reset, so this response reaches nobody."""
    if request.transport:
        request.transport.abort()
    return web.Response()


def _chat(params: Params) -> int | None:
    return params.integer("chat_id") or None
