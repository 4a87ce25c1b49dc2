"""Busy times from elsewhere: calendars that a provider keeps in other places, and what they say.

A feed is asked again and again. What it said last counts until it says something else: trouble
with it changes nothing but what the provider is told, and that once for each time it breaks.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import urlsplit

from domain.refusals import BadAddress
from domain.stretches import Stretch

EVERY = timedelta(minutes=15)
AGAIN = timedelta(minutes=1)  # so often can a feed be asked for at will
PATIENCE = timedelta(minutes=30)  # for trouble that may pass by itself
STALE = timedelta(days=1)  # the horizon moves on, so even an unchanged calendar is read again
MOST_FEEDS = 10  # of one provider
ADDRESS_LIMIT = 2000
NAME_LIMIT = 60

_ADDRESS = re.compile(r"(?:https?|webcals?)://\S+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?/\S+")
_ENDS = ".,;)>]»”\"'"


class Trouble(StrEnum):
    """Why a calendar could not be read."""

    UNREACHABLE = "unreachable"  # no such host, or nobody answers there
    SLOW = "slow"
    SICK = "sick"  # the server has trouble of its own
    HUGE = "huge"
    LOCKED = "locked"  # it wants a password
    GONE = "gone"
    LOST = "lost"  # sent on and on
    PRIVATE = "private"  # an address inside a network, which we do not ask
    STRANGE = "strange"  # something came, but no calendar


PASSING = frozenset({Trouble.UNREACHABLE, Trouble.SLOW, Trouble.SICK})


class Unreadable(Exception):  # noqa: N818  # a state of the world
    """A calendar cannot be read at present."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Marks:
    """By what we recognize what we have read already; `digest` is that of the text itself."""

    etag: str = ""
    last_modified: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class BusyFeed:
    """A calendar elsewhere whose events block a provider.

    `due` is when it is asked next, `checked_at` when it was last. It was well at `read_at`, and
    its text was gone through at `parsed_at`. `breaks` counts how often the provider was told.
    """

    id: int
    provider_id: int
    address: str
    name: str
    marks: Marks
    added_at: datetime
    due: datetime
    checked_at: datetime | None = None
    read_at: datetime | None = None
    parsed_at: datetime | None = None
    failing_since: datetime | None = None
    told_at: datetime | None = None
    trouble: Trouble | None = None
    breaks: int = 0

    @property
    def host(self) -> str:
        """All of the address that may be shown: the rest of it is often a secret."""
        return urlsplit(self.address).hostname or ""

    @property
    def title(self) -> str:
        return self.name or self.host

    def known(self, now: datetime) -> Marks:
        """What may be left unread if it has not changed; nothing once it is to be read anew."""
        fresh = self.parsed_at is not None and now - self.parsed_at < STALE
        return self.marks if fresh else Marks()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The calendar says what it said before; it may have other marks now."""

    marks: Marks


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar says: when it is busy, joined and sorted, in epoch seconds."""

    name: str
    busy: tuple[Stretch, ...]
    marks: Marks = Marks()


Answer: TypeAlias = Reading | Unchanged | Trouble


def pasted(text: str) -> str:
    """The address in what somebody wrote; raises BadAddress if there is none.

    `webcal` means that a calendar is meant, and is asked for as any page is.
    """
    found = _ADDRESS.search(text) or _BARE.fullmatch(text.strip())
    if found is None:
        raise BadAddress
    address = found[0].rstrip(_ENDS)
    scheme, separator, rest = address.partition("://")
    if not separator:
        return _checked(f"https://{address}")
    return _checked(f"{'http' if scheme.lower() == 'http' else 'https'}://{rest}")


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port  # found to be wrong only when asked for
    except ValueError as error:
        raise BadAddress from error
    if not parts.hostname or len(address) > ADDRESS_LIMIT:
        raise BadAddress
    return address


def soonest(feed: BusyFeed, now: datetime) -> datetime:
    """When it may be asked for at will: now, but not again within a minute."""
    return now if feed.checked_at is None else max(now, feed.checked_at + AGAIN)


def answered(feed: BusyFeed, answer: Answer, now: datetime) -> BusyFeed:
    """The feed after it has been asked; one `break` more if the provider is to be told."""
    asked = replace(feed, checked_at=now)
    if isinstance(answer, Trouble):
        return _failed(asked, answer, now)
    well = replace(
        asked, marks=answer.marks, read_at=now, failing_since=None, told_at=None, trouble=None
    )
    if isinstance(answer, Unchanged):
        return well
    return replace(well, name=answer.name[:NAME_LIMIT], parsed_at=now)


def _failed(feed: BusyFeed, trouble: Trouble, now: datetime) -> BusyFeed:
    failing = replace(feed, trouble=trouble, failing_since=feed.failing_since or now)
    if not is_news(failing, now):
        return failing
    return replace(failing, told_at=now, breaks=feed.breaks + 1)


def is_news(failing: BusyFeed, now: datetime) -> bool:
    """Whether the provider is to be told of the trouble: once, and not of what may pass at once.

    Trouble with a feed that was never well is told at once, for somebody has just added it.
    """
    if failing.told_at is not None or failing.failing_since is None:
        return False
    may_pass = failing.trouble in PASSING and failing.read_at is not None
    return not may_pass or now - failing.failing_since >= PATIENCE
