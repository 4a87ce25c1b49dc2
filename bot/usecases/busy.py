"""Busy times from elsewhere: the calendars of a provider that block times here."""

from dataclasses import dataclass
from datetime import datetime

from bot.usecases.workspace import own
from domain import busy
from domain.busy import MOST_FEEDS, Answer, BusyFeed, Reading
from domain.notices import FeedNotice
from domain.people import Person
from domain.refusals import NotFound, TooManyFeeds
from domain.services import Provider
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its provider; `ahead` counts the busy times from it that are not over."""

    feed: BusyFeed
    provider: Provider
    ahead: int


@dataclass(frozen=True, slots=True)
class Feeds:
    """All feeds of a provider, oldest first."""

    provider: Provider
    feeds: tuple[Feed, ...]

    @property
    def is_full(self) -> bool:
        return len(self.feeds) >= MOST_FEEDS


async def of_provider(tx: Tx, person: Person, provider_id: int, now: datetime) -> Feeds:
    """The provider's feeds; raises NotFound unless the person runs it."""
    provider = await own(tx, person, provider_id)
    found = await tx.busy.of_provider(provider.id, now)
    return Feeds(provider, tuple(Feed(feed, provider, ahead) for feed, ahead in found))


async def one(tx: Tx, person: Person, feed_id: int, now: datetime) -> Feed:
    """A feed of a provider that the person runs; NotFound for any other."""
    feed = await tx.busy.get(feed_id)
    seen = await of_provider(tx, person, feed.provider_id, now)
    return next(each for each in seen.feeds if each.feed.id == feed_id)


async def add(tx: Tx, person: Person, provider_id: int, text: str, now: datetime) -> Feed:
    """Block what the calendar at the address in this text blocks; it is read in a moment.

    Raises:
        NotFound: the person does not run the provider.
        BadAddress: there is no address in the text.
        TooManyFeeds, KnownAddress: the provider has enough of them, or this very one.
    """
    seen = await of_provider(tx, person, provider_id, now)
    address = busy.pasted(text)
    if seen.is_full:
        raise TooManyFeeds(MOST_FEEDS)
    return Feed(await tx.busy.add(provider_id, address, now), seen.provider, 0)


async def ask_now(tx: Tx, person: Person, feed_id: int, now: datetime) -> bool:
    """Have the feed read in a moment, unless that has just been done; raises NotFound."""
    seen = await one(tx, person, feed_id, now)
    is_time = busy.soonest(seen.feed, now) <= now
    if is_time:
        await tx.busy.ask(feed_id, now)
    return is_time


async def drop(tx: Tx, person: Person, feed_id: int, now: datetime) -> Provider:
    """Block nothing on account of this feed any more; raises NotFound unless it is theirs."""
    seen = await one(tx, person, feed_id, now)
    await tx.busy.lock(feed_id)
    await tx.busy.drop(feed_id)
    return seen.provider


async def answered(tx: Tx, feed_id: int, answer: Answer, now: datetime) -> BusyFeed:
    """Keep what a feed has answered, and tell the provider if it has just broken.

    Raises NotFound if it was dropped meanwhile.
    """
    before = await tx.busy.lock(feed_id)
    after = busy.answered(before, answer, now)

    if isinstance(answer, Reading):
        await tx.busy.keep(feed_id, answer.busy)
    await tx.busy.save(after)
    if after.breaks > before.breaks:
        await _tell(tx, after, now)
    return after


async def broken(tx: Tx, person: Person, notice: FeedNotice, now: datetime) -> Feed | None:
    """The feed that the notice is about; None if it is well again or the person's no longer."""
    try:
        seen = await one(tx, person, notice.feed_id, now)
    except NotFound:
        return None
    is_still_so = seen.feed.failing_since is not None and seen.feed.breaks == notice.version
    return seen if is_still_so else None


async def _tell(tx: Tx, feed: BusyFeed, now: datetime) -> None:
    provider = await tx.providers.get(feed.provider_id)
    if provider.person_id is not None:
        await tx.notices.add([FeedNotice(provider.person_id, feed.id, feed.breaks, now)])
