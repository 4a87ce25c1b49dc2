"""What organizations and providers lay down of their policies."""

from sqlalchemy import BigInteger, Table, bindparam, select, update

from domain.policies import Clauses, Said
from domain.refusals import NotFound
from storage.connection import Connection
from storage.policy_rows import clauses, stored
from storage.tables import organizations, providers

_WHOSE = bindparam("whose", type_=BigInteger)
_OF_HOUSE = (
    select(
        organizations.c.name,
        organizations.c.policy,
        providers.c.name.label("provider"),
        providers.c.policy.label("own_policy"),
    )
    .join(providers, providers.c.organization_id == organizations.c.id)
    .where(providers.c.id == _WHOSE)
)


class Policies:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of_organization(self, organization_id: int) -> Clauses:
        """What the organization lays down; raises NotFound. Locked, so that it can be changed."""
        return await self._of(organizations, organization_id)

    async def of_provider(self, provider_id: int) -> Clauses:
        """What the provider changes of it, as `of_organization`."""
        return await self._of(providers, provider_id)

    async def above(self, provider_id: int) -> tuple[str, Clauses]:
        """The name of a provider's organization and what that lays down; raises NotFound."""
        house, _ = await self.levels(provider_id)
        return house.name, house.clauses

    async def levels(self, provider_id: int) -> tuple[Said, Said]:
        """What a provider's organization lays down, and what the provider does; or NotFound."""
        row = (await self._connection.read(_OF_HOUSE, whose=provider_id)).one_or_none()
        if row is None:
            raise NotFound
        return Said(row.name, clauses(row.policy)), Said(row.provider, clauses(row.own_policy))

    async def lay_down_for_all(self, organization_id: int, said: Clauses) -> None:
        await self._lay_down(organizations, organization_id, said)

    async def lay_down(self, provider_id: int, said: Clauses) -> None:
        await self._lay_down(providers, provider_id, said)

    async def _of(self, table: Table, row_id: int) -> Clauses:
        one = select(table.c.policy).where(table.c.id == _WHOSE).with_for_update(key_share=True)
        row = (await self._connection.read(one, whose=row_id)).one_or_none()
        if row is None:
            raise NotFound
        return clauses(row.policy)

    async def _lay_down(self, table: Table, row_id: int, said: Clauses) -> None:
        changed = update(table).where(table.c.id == _WHOSE).values(policy=stored(said))
        await self._connection.write(changed, whose=row_id)
