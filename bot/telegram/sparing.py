"""Sentences that nobody should read twice in a row."""

from datetime import datetime, timedelta


class Sparing:
    """Something that is said to each chat once in a while at most."""

    def __init__(self, every: timedelta = timedelta(minutes=1)) -> None:
        self._every = every
        self._said: dict[int, datetime] = {}

    def may(self, chat_id: int, now: datetime) -> bool:
        """Whether it may be said now; the answer yes counts as having said it."""
        self._said = {chat: at for chat, at in self._said.items() if now - at < self._every}
        if chat_id in self._said:
            return False
        self._said[chat_id] = now
        return True
