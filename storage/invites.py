"""Invite links: secrets that work once. Only their hashes are kept."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import BigInteger, TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.refusals import BadInvite
from storage.connection import Connection

_CREATE = text(
    """
    INSERT INTO invites (token_hash, kind, provider_id, expires_at)
    VALUES (:token_hash, :kind, :provider_id, :expires)
    """
).bindparams(
    bindparam("provider_id", type_=BigInteger),
    bindparam("expires", type_=TIMESTAMP(timezone=True)),
)
_USE = """
    UPDATE invites SET used_at = :now, used_by = :person_id
    WHERE token_hash = :token_hash AND kind = '{kind}' AND used_at IS NULL
        AND (expires_at IS NULL OR expires_at > :now)
        AND NOT {unless}
    RETURNING id, provider_id
"""
_INSTANT = bindparam("now", type_=TIMESTAMP(timezone=True))
_REDEEM_OWNERSHIP = text(
    f"""
    WITH used AS ({_USE.format(kind="ownership", unless="EXISTS (SELECT FROM admins WHERE owner)")})
    INSERT INTO admins (organization_id, person_id, owner, permissions)
    SELECT NULL, :person_id, true, '{{}}' FROM used
    ON CONFLICT (organization_id, person_id) DO UPDATE SET owner = true
    RETURNING id
    """  # noqa: S608  # the kind is ours
).bindparams(_INSTANT, bindparam("person_id", type_=BigInteger))
_REDEEM_PROVIDER = text(
    f"""
    WITH used AS ({_USE.format(kind="provider", unless="false")})
    UPDATE providers SET person_id = :person_id FROM used
    WHERE providers.id = used.provider_id
    RETURNING providers.id
    """  # noqa: S608  # the kind is ours
).bindparams(_INSTANT, bindparam("person_id", type_=BigInteger))
_UNCLAIMED = text("SELECT NOT EXISTS (SELECT FROM admins WHERE owner)")


class Invites:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def create_ownership(self, token: str, expires: datetime | None) -> None:
        """Whoever comes with this token first becomes owner, as long as nobody is."""
        await self._create("ownership", None, token, expires)

    async def create_provider(self, provider_id: int, token: str, expires: datetime | None) -> None:
        """Whoever comes with this token first runs the provider from then on."""
        await self._create("provider", provider_id, token, expires)

    async def redeem_ownership(self, token: str, person_id: int, now: datetime) -> None:
        """Make the person the owner, or raise BadInvite."""
        await self._redeem(_REDEEM_OWNERSHIP, token, person_id, now)

    async def redeem_provider(self, token: str, person_id: int, now: datetime) -> int:
        """Make the person run the provider whose id is returned, or raise BadInvite."""
        return await self._redeem(_REDEEM_PROVIDER, token, person_id, now)

    async def unclaimed_owner(self) -> bool:
        """Whether nobody is owner yet."""
        return bool((await self._connection.read(_UNCLAIMED)).scalar_one())

    async def _create(
        self, kind: str, provider_id: int | None, token: str, expires: datetime | None
    ) -> None:
        await self._connection.write(
            _CREATE,
            token_hash=_hashed(token),
            kind=kind,
            provider_id=provider_id,
            expires=expires,
        )

    async def _redeem(
        self, statement: TextClause, token: str, person_id: int, now: datetime
    ) -> int:
        found = await self._connection.write(
            statement, token_hash=_hashed(token), person_id=person_id, now=now
        )
        row = found.one_or_none()
        if row is None:
            raise BadInvite
        return int(row.id)


def _hashed(token: str) -> bytes:
    return sha256(token.encode()).digest()
