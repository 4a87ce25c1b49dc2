"""Calendars elsewhere that block providers: what to ask when, and what they said last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, BigInteger, Integer, Row, Text, bindparam, delete, select, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.busy import BusyFeed, Marks, Trouble
from domain.refusals import KnownAddress, NotFound
from domain.stretches import Stretch
from storage.connection import Connection
from storage.tables import busy_feeds, busy_spans, notifications
from storage.waitlist import TELL_OF_FREED
from storage.wakes import News

_INSTANT = TIMESTAMP(timezone=True)
_OURS = bindparam("feed_id", type_=BigInteger)
_ADD = text(
    """
    INSERT INTO busy_feeds (
        provider_id, address, name, etag, last_modified, digest, added_at, due_at, breaks
    )
    VALUES (:provider_id, :address, '', '', '', '', :now, :now, 0)
    ON CONFLICT (provider_id, address) DO NOTHING
    RETURNING *
    """
).bindparams(bindparam("now", type_=_INSTANT))
_OF_PROVIDER = text(
    """
    SELECT busy_feeds.*, (
        SELECT count(*) FROM busy_spans WHERE feed_id = busy_feeds.id AND ends_at > :now
    ) AS ahead
    FROM busy_feeds
    WHERE provider_id = :provider_id
    ORDER BY id
    """
).bindparams(bindparam("now", type_=_INSTANT))
_GET = select(busy_feeds).where(busy_feeds.c.id == _OURS)
_LOCK = _GET.with_for_update()
# Whoever claims puts the next time off, so that nobody else asks meanwhile, nor at once again if
# the process dies.
_CLAIM = text(
    """
    WITH due AS (
        SELECT id FROM busy_feeds WHERE due_at <= :now
        ORDER BY due_at, id LIMIT :most FOR UPDATE SKIP LOCKED
    ), claimed AS (
        UPDATE busy_feeds SET due_at = :next FROM due WHERE busy_feeds.id = due.id
        RETURNING busy_feeds.*
    )
    SELECT claimed.*, providers.zone, (
        SELECT coalesce(max(horizon_days), 0)
        FROM provider_services JOIN services ON services.id = service_id
        WHERE provider_id = providers.id
    ) AS horizon
    FROM claimed JOIN providers ON providers.id = provider_id
    ORDER BY claimed.id
    """
).bindparams(
    bindparam("now", type_=_INSTANT),
    bindparam("next", type_=_INSTANT),
    bindparam("most", type_=Integer),
)
_SAVE = text(
    """
    UPDATE busy_feeds SET
        name = :name, etag = :etag, last_modified = :last_modified, digest = :digest,
        checked_at = :checked_at, read_at = :read_at, parsed_at = :parsed_at,
        failing_since = :failing_since, told_at = :told_at, trouble = :trouble, breaks = :breaks
    WHERE id = :feed_id
    """
).bindparams(
    bindparam("trouble", type_=Text),
    *(
        bindparam(name, type_=_INSTANT)
        for name in ("checked_at", "read_at", "parsed_at", "failing_since", "told_at")
    ),
)
_ASK_AT = text(
    f"""
    WITH asked AS (UPDATE busy_feeds SET due_at = :at WHERE id = :feed_id)
    SELECT pg_notify('{News.DUE}', '')
    """  # noqa: S608  # the channel is ours
).bindparams(bindparam("at", type_=_INSTANT))
_FORGET = delete(busy_spans).where(busy_spans.c.feed_id == _OURS)
_KEEP = text(
    """
    INSERT INTO busy_spans (feed_id, starts_at, ends_at)
    SELECT :feed_id, to_timestamp(begins), to_timestamp(ends)
    FROM unnest(:starts, :ends) AS new (begins, ends)
    """
).bindparams(
    bindparam("starts", type_=ARRAY(BigInteger)), bindparam("ends", type_=ARRAY(BigInteger))
)
_DROP_NOTICES = delete(notifications).where(notifications.c.feed_id == _OURS)
_DROP = delete(busy_feeds).where(busy_feeds.c.id == _OURS)


@dataclass(frozen=True, slots=True)
class Due:
    """A feed that is ours to ask now; `horizon` is how many days ahead the provider is booked."""

    feed: BusyFeed
    zone: ZoneInfo
    horizon: int


class BusyFeeds:
    """That a feed is the person's own is checked by the caller."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, provider_id: int, address: str, now: datetime) -> BusyFeed:
        """A new feed, to be asked at once; raises KnownAddress if the provider has it already."""
        added = await self._connection.write(
            _ADD, provider_id=provider_id, address=address, now=now
        )
        row = added.one_or_none()
        if row is None:
            raise KnownAddress
        await self.ask(row.id, now)
        return _feed(row)

    async def of_provider(self, provider_id: int, now: datetime) -> list[tuple[BusyFeed, int]]:
        """The provider's feeds, oldest first: with how many busy times of each are not over."""
        found = await self._connection.read(_OF_PROVIDER, provider_id=provider_id, now=now)
        return [(_feed(row), row.ahead) for row in found]

    async def get(self, feed_id: int) -> BusyFeed:
        """The feed, or raise NotFound."""
        return _found(await self._one(_GET, feed_id))

    async def lock(self, feed_id: int) -> BusyFeed:
        """As `get`; nobody else changes or drops it until the transaction ends."""
        return _found(await self._one(_LOCK, feed_id))

    async def claim(self, now: datetime, following: datetime, limit: int) -> list[Due]:
        """Feeds that are due, longest overdue first taken; others get what is left.

        They are due again at `following`, whatever becomes of them.
        """
        found = await self._connection.write(_CLAIM, now=now, next=following, most=limit)
        return [Due(_feed(row), ZoneInfo(row.zone), row.horizon) for row in found]

    async def ask(self, feed_id: int, at: datetime) -> None:
        """Have it asked then; whoever sleeps until something is due is woken."""
        await self._connection.write(_ASK_AT, feed_id=feed_id, at=at)

    async def save(self, feed: BusyFeed) -> None:
        """What is known of the feed, but for when it is due, which others may have changed."""
        await self._connection.write(
            _SAVE,
            feed_id=feed.id,
            name=feed.name,
            etag=feed.marks.etag,
            last_modified=feed.marks.last_modified,
            digest=feed.marks.digest,
            checked_at=feed.checked_at,
            read_at=feed.read_at,
            parsed_at=feed.parsed_at,
            failing_since=feed.failing_since,
            told_at=feed.told_at,
            trouble=feed.trouble,
            breaks=feed.breaks,
        )

    async def keep(self, feed_id: int, busy: Sequence[Stretch]) -> None:
        """These times, joined, in place of what the feed said before."""
        await self._connection.write(_FORGET, feed_id=feed_id)
        if busy:
            await self._connection.write(
                _KEEP,
                feed_id=feed_id,
                starts=[start for start, _ in busy],
                ends=[end for _, end in busy],
            )
        await self._tell_of_freed(feed_id)

    async def drop(self, feed_id: int) -> None:
        """Forget the feed, its times and what was told of it; what it blocked is free."""
        await self._tell_of_freed(feed_id)
        for statement in (_FORGET, _DROP_NOTICES, _DROP):
            await self._connection.write(statement, feed_id=feed_id)

    async def _tell_of_freed(self, feed_id: int) -> None:
        """Some of what it blocked may be free from now on."""
        feed = await self.get(feed_id)
        await self._connection.read(TELL_OF_FREED, freed_provider=feed.provider_id)

    async def _one(self, statement: Any, feed_id: int) -> Row[Any] | None:  # noqa: ANN401  # select or lock
        found: Row[Any] | None = (
            await self._connection.read(statement, feed_id=feed_id)
        ).one_or_none()
        return found


def _found(row: Row[Any] | None) -> BusyFeed:
    if row is None:
        raise NotFound
    return _feed(row)


def _feed(row: Row[Any]) -> BusyFeed:
    return BusyFeed(
        row.id,
        row.provider_id,
        row.address,
        row.name,
        Marks(row.etag, row.last_modified, row.digest),
        row.added_at,
        row.due_at,
        row.checked_at,
        row.read_at,
        row.parsed_at,
        row.failing_since,
        row.told_at,
        Trouble(row.trouble) if row.trouble else None,
        row.breaks,
    )
