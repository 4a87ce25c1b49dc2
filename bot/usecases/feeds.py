"""Calendar feeds: a person's addresses, and what a calendar finds there."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from domain.feeds import REACH_BACK, Entry, Feed
from domain.people import Person
from domain.refusals import NotFound
from domain.services import Provider
from storage.store import Tx

_SECRET = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Owned:
    """A feed of a person; of one of the providers they run, or of their own bookings."""

    feed: Feed
    provider: Provider | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a calendar that asks at the address is told, in the owner's language."""

    feed: Feed
    owner: Person
    entries: tuple[Entry, ...]


async def mine(tx: Tx, person: Person, now: datetime) -> tuple[Owned, ...]:
    """The person's feeds, made on the first look: as a customer, and for each provider."""
    providers = await tx.providers.of_person(person.id)
    return tuple(
        [
            Owned(
                await tx.feeds.open(person.id, provider.id if provider else None, _secret(), now),
                provider,
            )
            for provider in (None, *providers)
        ]
    )


async def renew(tx: Tx, person: Person, feed_id: int, now: datetime) -> None:
    """The old address works no longer; raises NotFound if the feed is not theirs."""
    await tx.feeds.renew(feed_id, person.id, _secret(), now)


async def contents(tx: Tx, secret: str, now: datetime) -> Contents:
    """What is in the feed at this address.

    Raises NotFound where there is none, and once its owner runs the provider no longer.
    """
    if not _SECRET.fullmatch(secret):
        raise NotFound
    feed = await tx.feeds.by_secret(secret)
    owner = await tx.people.get(feed.person_id)
    if feed.provider_id is not None:
        provider = await tx.providers.get(feed.provider_id)
        if provider.person_id != owner.id:
            raise NotFound
    found = await tx.feeds.entries(feed, now - REACH_BACK)
    providers = {
        each: await tx.providers.get(each) for each in {each.provider_id for each, _, _ in found}
    }
    entries = (
        Entry(booking, providers[booking.provider_id], customer, changed)
        for booking, customer, changed in found
    )
    return Contents(feed, owner, tuple(entries))


def _secret() -> str:
    return secrets.token_urlsafe(24)
