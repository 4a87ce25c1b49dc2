"""What organizations and providers lay down of their policies."""

from datetime import datetime

from sqlalchemy import BigInteger, Table, bindparam, select, text, update

from domain.bookings import UPCOMING
from domain.policies import Clauses
from domain.refusals import NotFound
from storage.columns import listed
from storage.connection import Connection
from storage.policy_rows import clauses, stored
from storage.tables import organizations, providers

_WHOSE = bindparam("whose", type_=BigInteger)
_OF_HOUSE = (
    select(organizations.c.name, organizations.c.policy)
    .join(providers, providers.c.organization_id == organizations.c.id)
    .where(providers.c.id == _WHOSE)
)
_ACTIVE = text(
    f"""
    SELECT count(*) FROM bookings JOIN providers ON providers.id = provider_id
    WHERE customer_id = :customer_id AND bookings.status IN ({listed(UPCOMING)})
        AND ends_at > :now AND organization_id = (
            SELECT organization_id FROM providers WHERE id = :provider_id
        )
    """  # noqa: S608  # the statuses are ours
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
        row = (await self._connection.read(_OF_HOUSE, whose=provider_id)).one_or_none()
        if row is None:
            raise NotFound
        return row.name, clauses(row.policy)

    async def lay_down_for_all(self, organization_id: int, said: Clauses) -> None:
        await self._lay_down(organizations, organization_id, said)

    async def lay_down(self, provider_id: int, said: Clauses) -> None:
        await self._lay_down(providers, provider_id, said)

    async def active(self, customer_id: int, provider_id: int, now: datetime) -> int:
        """How many bookings that are not over the customer has with the provider's organization."""
        found = await self._connection.read(
            _ACTIVE, customer_id=customer_id, provider_id=provider_id, now=now
        )
        return int(found.scalar_one())

    async def _of(self, table: Table, row_id: int) -> Clauses:
        one = select(table.c.policy).where(table.c.id == _WHOSE).with_for_update(key_share=True)
        row = (await self._connection.read(one, whose=row_id)).one_or_none()
        if row is None:
            raise NotFound
        return clauses(row.policy)

    async def _lay_down(self, table: Table, row_id: int, said: Clauses) -> None:
        changed = update(table).where(table.c.id == _WHOSE).values(policy=stored(said))
        await self._connection.write(changed, whose=row_id)
