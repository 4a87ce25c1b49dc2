"""Links that open the bot: claim the place, take a provider's seat."""

from datetime import datetime

from domain.people import Person
from domain.services import Provider
from storage.store import Tx


async def claim(tx: Tx, person: Person, token: str, now: datetime) -> None:
    """Become the owner by the code printed at the first start; raises BadInvite."""
    await tx.invites.redeem_ownership(token, person.id, now)


async def join_as_provider(tx: Tx, person: Person, token: str, now: datetime) -> Provider:
    """Take the provider that a one-time invite was made for; raises BadInvite."""
    provider_id = await tx.invites.redeem_provider(token, person.id, now)
    return await tx.providers.get(provider_id)
