"""Callback queries: each can be answered once, and not for long."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass

from bot.sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person saw after a tap. All empty: the spinner merely stopped."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    chat_id: int
    expires: float  # monotonic seconds
    answer: asyncio.Future[Answer]


class Queries:
    """`lifetime` is in seconds of real time, wherever the product's clock stands."""

    def __init__(self, lifetime: float) -> None:
        self.lifetime = lifetime
        self._open: dict[str, Query] = {}

    def ask(self, chat_id: int) -> Query:
        self._forget_old()
        query = Query(
            id=str(secrets.randbits(63)),
            chat_id=chat_id,
            expires=time.monotonic() + self.lifetime,
            answer=asyncio.get_running_loop().create_future(),
        )
        self._open[query.id] = query
        return query

    def answered(self, query_id: str, answer: Answer) -> Query:
        """Close a query with its answer, or raise that it is too old, answered or unknown."""
        query = self._open.pop(query_id, None)
        if query is None or time.monotonic() >= query.expires:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if not query.answer.done():
            query.answer.set_result(answer)
        return query

    def _forget_old(self) -> None:
        now = time.monotonic()
        for query in list(self._open.values()):
            if query.expires > now:
                break  # they are in order of age
            del self._open[query.id]
