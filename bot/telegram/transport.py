"""HTTP to the Bot API over aiohttp, and what the time-outs mean.

The stock backend gets slower with every request under way; this one does not. It also keeps apart
what decides whether a message may be sent again: an error before anything was sent (NotSent), and
one after which nobody knows (PerhapsSent).
"""

from collections.abc import Mapping
from typing import IO, Any
from urllib.request import getproxies

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

File = tuple[str, bytes | IO[bytes], str]
Timeout = Any  # seconds, None for none, or python-telegram-bot's private mark for "not given"

_KEEP_ALIVE = 50.0  # seconds; below the 60 or more after which servers hang up
_JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):  # noqa: N818  # what is known, more than what went wrong
    """There was no connection, or none in time: the call was certainly not made."""


class PerhapsSent(TimedOut):
    """The connection broke, or no answer came in time: the call may have been made."""


class Transport(BaseRequest):
    """A pool of connections; all time-outs in seconds.

    `connect_timeout` is for one connection, `pool_timeout` is what one may wait for a free place in
    the pool on top of that. `write_timeout` is added to `read_timeout`, since aiohttp
    sends and waits at once; calls that upload files get `upload_timeout` instead.
    """

    def __init__(
        self,
        connections: int = 256,
        *,
        connect_timeout: float = 5.0,
        pool_timeout: float = 5.0,
        read_timeout: float = 10.0,
        write_timeout: float = 5.0,
        upload_timeout: float = 30.0,
    ) -> None:
        self._connections = connections
        self._connect, self._pool = connect_timeout, pool_timeout
        self._read, self._write, self._upload = read_timeout, write_timeout, upload_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=_KEEP_ALIVE, ttl_dns_cache=300
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                # Each request would look for proxies anew, in two other threads.
                trust_env=bool(getproxies().keys() - {"no"}),
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            parsed: dict[str, Any] = orjson.loads(payload)
        except orjson.JSONDecodeError as error:
            raise TelegramError("Invalid server response") from error
        return parsed

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the response; raises NotSent or PerhapsSent."""
        uploads = request_data is not None and request_data.contains_files
        limits = _limits(
            _given(connect_timeout, self._connect),
            _given(pool_timeout, self._pool),
            _given(read_timeout, self._read),
            _given(write_timeout, self._upload if uploads else self._write),
        )
        if request_data is None:
            return await self._exchange(method, url, None, {}, limits)
        if uploads:
            return await self._exchange(method, url, _form(request_data), {}, limits)
        return await self._exchange(
            method, url, orjson.dumps(request_data.parameters), _JSON, limits
        )

    async def post_json(
        self, url: str, body: bytes, read_timeout: float | None = None
    ) -> tuple[int, bytes]:
        """Status and body of the response; raises NotSent or PerhapsSent.

        The short way, past python-telegram-bot's objects for parameters.
        """
        limits = _limits(self._connect, self._pool, read_timeout or self._read, self._write)
        return await self._exchange("POST", url, body, _JSON, limits)

    async def post_form(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, File]
    ) -> tuple[int, bytes]:
        """As `post_json`, with files: each a name, its content and the type of that."""
        limits = _limits(self._connect, self._pool, self._read, self._upload)
        return await self._exchange("POST", url, _filled(fields, files), {}, limits)

    async def _exchange(
        self,
        method: str,
        url: str,
        body: bytes | aiohttp.FormData | None,
        headers: dict[str, str],
        limits: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the transport is not initialized")
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(_said(error)) from error
        except aiohttp.InvalidURL as error:
            raise NotSent("the address of the Bot API is wrong") from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise PerhapsSent(_said(error)) from error


def _said(error: Exception) -> str:
    # Never the URL, which aiohttp's own sentences may bear: it has the token in it.
    return type(error).__name__


def _given(timeout: Timeout, default: float) -> float | None:
    if timeout is BaseRequest.DEFAULT_NONE:
        return default
    return None if timeout is None else float(timeout)


def _limits(
    connect: float | None, pool: float | None, read: float | None, write: float | None
) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=_sum(pool, connect), sock_connect=connect, sock_read=_sum(read, write)
    )


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _form(data: RequestData) -> aiohttp.FormData:
    return _filled(data.json_parameters, data.multipart_data)


def _filled(fields: Mapping[str, str], files: Mapping[str, File]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in files.items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form
