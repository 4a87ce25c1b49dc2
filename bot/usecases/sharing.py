"""Links that lead customers to a provider, or to one of its services."""

from dataclasses import dataclass

from bot.usecases.workspace import own
from domain.catalogues import KeptService
from domain.people import Person
from domain.services import Provider
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Shared:
    """What a link leads to: one service, or without one all that the provider offers."""

    provider: Provider
    kept: KeptService | None = None

    @property
    def is_open(self) -> bool:
        """Whether whoever follows the link can book."""
        return self.kept is None or self.kept.entry.active


async def shared(tx: Tx, person: Person, provider_id: int) -> Shared:
    """Raises NotFound unless the person runs the provider."""
    return Shared(await own(tx, person, provider_id))


async def shared_service(tx: Tx, person: Person, provider_id: int, service_id: int) -> Shared:
    """Raises NotFound unless it is a service of a provider that the person runs."""
    provider = await own(tx, person, provider_id)
    return Shared(provider, await tx.services.one(provider_id, service_id))
