"""Calendar feeds under their secret addresses."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.usecases import feeds
from bot.views import ics
from domain.refusals import NotFound
from storage.store import StorageAway, Store

_RETRY_SECONDS = 60


def route(store: Store, clock: Callable[[], datetime]) -> Route:
    """`clock` tells the present instant, aware and in UTC."""

    async def calendar(request: Request) -> Response:
        try:
            async with store.transaction() as tx:
                found = await feeds.contents(tx, request.path_params["secret"], clock())
        except NotFound:
            return Response("There is no calendar here.", 404)
        except StorageAway:
            return Response(status_code=503, headers={"Retry-After": str(_RETRY_SECONDS)})
        text = ics.calendar(found)
        headers = {"ETag": f'"{sha256(text).hexdigest()[:32]}"', "Cache-Control": "private"}
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return Response(text, media_type="text/calendar", headers=headers)

    return Route("/calendar/{secret}.ics", calendar)
