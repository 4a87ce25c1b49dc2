"""Asking for a calendar at an address that somebody has pasted, and trusting neither.

The address may lead into our own network, the answer may never end or swell when unpacked. So each
address is looked at in the moment of connecting to it, whatever name or redirect has led there, and
everything together has a limit in time and in size.
"""

import asyncio
import hashlib
import socket
import zlib
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from aiohttp import (
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from aiohttp.connector import AddrInfoType

from bot.calendars.networks import is_public
from domain.busy import Marks, Trouble, Unreadable, pasted
from domain.refusals import BadAddress

_MOST_REDIRECTS = 3
_PIECE = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TROUBLES = {
    401: Trouble.LOCKED,
    403: Trouble.LOCKED,
    404: Trouble.GONE,
    410: Trouble.GONE,
}
_PACKINGS = frozenset({"identity", "gzip", "x-gzip", "deflate"})
_ANY_HEADER = zlib.MAX_WBITS | 32  # of gzip or of zlib
_HEADERS = {
    "Accept": "text/calendar, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "User-Agent": "Randevu",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at an address; None in place of a text that has not changed."""

    text: bytes | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class Fetcher:
    """`private` allows addresses inside our own network; `most` is a size in bytes, unpacked."""

    private: bool = False
    seconds: float = 10.0
    most: int = 2_000_000

    async def fetch(self, address: str, known: Marks) -> Page:
        """The page, in the time and the size that are allowed; or raise Unreadable."""
        connector = TCPConnector(
            force_close=True,
            use_dns_cache=False,
            happy_eyeballs_delay=None,  # else a refusal would be taken for one of many failures
            socket_factory=None if self.private else _public_socket,
        )
        try:
            async with (
                asyncio.timeout(self.seconds),
                ClientSession(
                    connector=connector,
                    cookie_jar=DummyCookieJar(),
                    auto_decompress=False,  # it would unpack whatever comes
                    timeout=ClientTimeout(total=None),
                ) as session,
            ):
                return await self._followed(session, address, known)
        except TimeoutError as error:
            raise Unreadable(Trouble.SLOW) from error
        except zlib.error as error:
            raise Unreadable(Trouble.STRANGE) from error
        except (ClientError, OSError, ValueError) as error:
            raise Unreadable(Trouble.UNREACHABLE) from error

    async def _followed(self, session: ClientSession, address: str, known: Marks) -> Page:
        headers = _HEADERS | _conditions(known)
        for _ in range(_MOST_REDIRECTS + 1):
            async with session.get(address, headers=headers, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await self._page(response, known)
                address = _next(address, response)
        raise Unreadable(Trouble.LOST)

    async def _page(self, response: ClientResponse, known: Marks) -> Page:
        if response.status == HTTPStatus.NOT_MODIFIED and known != Marks():
            return Page(None, known)
        if response.status != HTTPStatus.OK:
            raise Unreadable(_TROUBLES.get(response.status, Trouble.SICK))
        text = await self._text(response)
        marks = Marks(
            response.headers.get("ETag", ""),
            response.headers.get("Last-Modified", ""),
            hashlib.sha256(text).hexdigest(),
        )
        return Page(None if marks.digest == known.digest else text, marks)

    async def _text(self, response: ClientResponse) -> bytes:
        packing = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in _PACKINGS:
            raise Unreadable(Trouble.STRANGE)
        unpack = zlib.decompressobj(_ANY_HEADER) if packing != "identity" else None
        text, came = bytearray(), 0
        async for piece in response.content.iter_chunked(_PIECE):
            came += len(piece)
            text += unpack.decompress(piece, self.most + 1 - len(text)) if unpack else piece
            if max(len(text), came) > self.most:
                raise Unreadable(Trouble.HUGE)
        if unpack and not unpack.eof:
            raise Unreadable(Trouble.STRANGE)
        return bytes(text)


def _conditions(known: Marks) -> dict[str, str]:
    """What makes a server say that nothing has changed, in place of saying it all again."""
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value}


def _next(address: str, response: ClientResponse) -> str:
    try:
        return pasted(urljoin(address, response.headers.get("Location", "")))
    except (BadAddress, ValueError) as error:
        raise Unreadable(Trouble.LOST) from error


def _public_socket(found: AddrInfoType) -> socket.socket:
    """A socket for an address that a connection is about to be made to, unless it is private."""
    family, kind, protocol, _, where = found
    if not is_public(str(where[0])):
        raise Unreadable(Trouble.PRIVATE)
    return socket.socket(family, kind, protocol)
