"""Where Telegram brings updates: 200 only once an update is settled."""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.telegram.outcomes import Outcome

PATH = "/telegram"
_MOST = 1024 * 1024  # bytes of an update
_STATUS = {Outcome.RETRY: 500, Outcome.AWAY: 503}
_log = structlog.get_logger()

Receive = Callable[[Mapping[str, Any]], Awaitable[Outcome]]


def route(receive: Receive, secret: str, heard: Callable[[], None]) -> Route:
    """`heard` is called for every update with the right secret."""

    async def telegram(request: Request) -> Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        heard()
        update = _update(body)
        if update is None:
            _log.warning("what came to the webhook is no update")
            return Response()  # it would not get better by coming again
        return Response(status_code=_STATUS.get(await receive(update), 200))

    return Route(PATH, telegram, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """None if it is too large; no more than that is read."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST:
            return None
    return bytes(body)


def _update(body: bytes) -> Mapping[str, Any] | None:
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return update if isinstance(update, dict) and _has_id(update) else None


def _has_id(update: Mapping[str, Any]) -> bool:
    found = update.get("update_id")
    return isinstance(found, int) and 0 <= found < 2**63
