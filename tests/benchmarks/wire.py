"""As little HTTP as the benchmarks need: connections kept open, bodies with their lengths."""

import asyncio
from typing import NamedTuple, Self

_END = b"\r\n\r\n"


class Head(NamedTuple):
    """The first line's middle word (a request's path, a response's status), and what follows."""

    word: str
    length: int
    is_json: bool


async def read_head(reader: asyncio.StreamReader) -> Head | None:
    """The head of the next message; None when the other side has hung up."""
    try:
        head = (await reader.readuntil(_END)).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.lower().split("\r\n")
    fields = dict(line.partition(": ")[::2] for line in lines)
    # Bot tokens and methods have capitals, so the path is taken from the original.
    word = head[: len(first)].split(" ")[1]
    is_json = "json" in fields.get("content-type", "")
    return Head(word, int(fields.get("content-length", 0)), is_json)


def response(body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Line:
    """A client's connection to a server of this machine, one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def to(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def post(self, path: str, body: bytes, headers: str = "") -> bytes:
        """The body of the response; raises RuntimeError if it is not a good one."""
        head = (
            f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
            f"{headers}content-length: {len(body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + body)
        answer = await read_head(self._reader)
        if answer is None or answer.word != "200":
            raise RuntimeError(f"{path}: {answer}")
        return await self._reader.readexactly(answer.length)

    def close(self) -> None:
        self._writer.close()
