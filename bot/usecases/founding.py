"""A place that begins: its first catalogue, its owners, the links that let people in."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.catalogues import OrganizationEntry
from domain.services import Provider
from storage.store import Tx

INVITE_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Invite:
    """A link's payload that lets one person in, once."""

    payload: str
    provider: Provider


async def seed(tx: Tx, entries: Sequence[OrganizationEntry], now: datetime) -> bool:
    """Apply the catalogue if there is nobody to book yet; whether it was applied.

    Of several who try at once exactly one applies it.
    """
    await tx.catalogue.alone()
    if await tx.providers.types():
        return False
    await tx.catalogue.apply(entries, now)
    return True


async def appoint(tx: Tx, telegram_ids: Iterable[int]) -> None:
    """Make these accounts owners, also those that have never written to us."""
    for telegram_id in telegram_ids:
        await tx.people.make_owner(await tx.people.expect(telegram_id))


async def claim_payload(tx: Tx) -> str | None:
    """A link's payload for whoever comes first to own the place; None if somebody does."""
    if not await tx.invites.unclaimed_owner():
        return None
    token = secrets.token_urlsafe(12)
    await tx.invites.create_ownership(token, None)
    return f"claim_{token}"


async def invites(tx: Tx, providers: Iterable[Provider], now: datetime) -> tuple[Invite, ...]:
    """A link for each provider that nobody answers for yet."""
    made = []
    for provider in providers:
        if provider.person_id is None:
            token = secrets.token_urlsafe(12)
            await tx.invites.create_provider(provider.id, token, now + INVITE_LASTS)
            made.append(Invite(f"i_{token}", provider))
    return tuple(made)
