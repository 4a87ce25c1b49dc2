"""Live cards: the one message per booking and person that is edited as things change.

Who shows or edits a card claims it first, under a lease, so that two never edit it at once. What
changes meanwhile makes it due again: `least` keeps that when the claim is settled.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ARRAY, BigInteger, Integer, bindparam, text
from sqlalchemy.dialects.postgresql import TIMESTAMP

from domain.notices import Side
from storage.connection import Connection
from storage.tables import IS_LIVE
from storage.wakes import News

_INSTANT = TIMESTAMP(timezone=True)
_NUMBER = BigInteger()
_THIS = "booking_id = :of_booking AND person_id = :of_person"
_MINE = f"{_THIS} AND claims = :claims"
# The provider's card of a group session counts its seats, so it follows the others' bookings too.
_TOUCH = text(
    f"""
    WITH changed AS (
        SELECT booking_id, person_id FROM live_cards
        WHERE (booking_id = ANY(:changed) OR side = 'provider') AND booking_id IN (
            SELECT unnest(:changed)
            UNION ALL
            SELECT id FROM bookings
            WHERE {IS_LIVE} AND session_id = ANY(ARRAY(
                SELECT session_id FROM bookings WHERE id = ANY(:changed) AND capacity > 1
            ))
        )
        ORDER BY booking_id, person_id
        FOR UPDATE
    ), touched AS (
        UPDATE live_cards AS card SET due_at = 'epoch' FROM changed
        WHERE (card.booking_id, card.person_id) = (changed.booking_id, changed.person_id)
        RETURNING away
    )
    SELECT pg_notify('{News.DUE}', '') WHERE EXISTS (SELECT FROM touched WHERE NOT away)
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("changed", type_=ARRAY(BigInteger)))
_TOUCH_ALL_OF = text(
    f"""
    WITH touched AS (
        UPDATE live_cards SET due_at = 'epoch' WHERE person_id = :of_person RETURNING away
    )
    SELECT pg_notify('{News.DUE}', '') WHERE EXISTS (SELECT FROM touched WHERE NOT away)
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("of_person", type_=_NUMBER))
_ALL_OF = f"""
    WITH changed AS (
        SELECT booking_id, person_id FROM live_cards
        WHERE booking_id IN (SELECT id FROM bookings WHERE {{whose}} AND {IS_LIVE})
        ORDER BY booking_id, person_id
        FOR UPDATE
    ), touched AS (
        UPDATE live_cards AS card SET due_at = 'epoch' FROM changed
        WHERE (card.booking_id, card.person_id) = (changed.booking_id, changed.person_id)
        RETURNING away
    )
    SELECT pg_notify('{News.DUE}', '') WHERE EXISTS (SELECT FROM touched WHERE NOT away)
    """  # noqa: S608  # the names are ours
_TOUCH_CUSTOMER = text(_ALL_OF.format(whose="customer_id = :whose")).bindparams(
    bindparam("whose", type_=_NUMBER)
)
_TOUCH_PROVIDER = text(_ALL_OF.format(whose="provider_id = :whose")).bindparams(
    bindparam("whose", type_=_NUMBER)
)
_AROUND = text(
    """
    SELECT booking_id, message_id, away FROM live_cards
    WHERE chat_id = :of_chat AND person_id = :of_person AND (message_id = ANY(:messages) OR away)
    ORDER BY booking_id
    """
).bindparams(
    bindparam("of_chat", type_=_NUMBER),
    bindparam("of_person", type_=_NUMBER),
    bindparam("messages", type_=ARRAY(BigInteger)),
)
# If somebody edits it at this moment, nobody knows whose edit comes last: once more after that.
_OPEN = text(
    """
    INSERT INTO live_cards AS card
        (booking_id, person_id, side, chat_id, away, due_at, lease_until, claims)
    VALUES (:of_booking, :of_person, :side, :of_chat, false, 'infinity', :until, 1)
    ON CONFLICT (booking_id, person_id) DO UPDATE SET
        side = excluded.side, away = false, lease_until = excluded.lease_until,
        claims = card.claims + 1,
        due_at = CASE WHEN card.lease_until > :now THEN 'epoch'::timestamptz ELSE 'infinity' END
    RETURNING message_id, claims
    """
).bindparams(bindparam("until", type_=_INSTANT), bindparam("now", type_=_INSTANT))
_LEAVE = text(f"UPDATE live_cards SET away = true WHERE {_THIS}")  # noqa: S608  # ours
_COME_BACK = text(
    f"""
    WITH back AS (
        UPDATE live_cards SET away = false, due_at = 'epoch' WHERE {_THIS} RETURNING booking_id
    )
    SELECT pg_notify('{News.DUE}', '') FROM back
    """  # noqa: S608  # the names are ours
)
_CLAIM = text(
    """
    WITH due AS (
        SELECT booking_id, person_id FROM live_cards
        WHERE NOT away AND (
            (lease_until IS NULL AND due_at <= :now)
            OR (lease_until IS NOT NULL AND lease_until <= :now)
        )
        ORDER BY due_at, booking_id, person_id
        LIMIT :most
        FOR UPDATE SKIP LOCKED
    )
    UPDATE live_cards AS card SET
        lease_until = :until, due_at = 'infinity', claims = card.claims + 1
    FROM due
    WHERE (card.booking_id, card.person_id) = (due.booking_id, due.person_id)
    RETURNING card.booking_id, card.person_id, side, chat_id, message_id, claims
    """
).bindparams(
    bindparam("now", type_=_INSTANT),
    bindparam("until", type_=_INSTANT),
    bindparam("most", type_=Integer),
)
_SETTLE = text(
    f"""
    UPDATE live_cards SET
        message_id = :message_id, due_at = least(due_at, :due), lease_until = NULL
    WHERE {_MINE}
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("message_id", type_=_NUMBER), bindparam("due", type_=_INSTANT))
_DROP = text(f"DELETE FROM live_cards WHERE {_MINE}")  # noqa: S608  # the names are ours
_STANDS = text(
    f"SELECT EXISTS (SELECT FROM live_cards WHERE {_THIS} AND message_id IS NOT NULL)"  # noqa: S608  # the names are ours
)
_NEXT_DUE = text(
    """
    SELECT least(
        (SELECT min(due_at) FROM live_cards WHERE lease_until IS NULL AND NOT away),
        (SELECT min(lease_until) FROM live_cards WHERE lease_until IS NOT NULL AND NOT away)
    )
    """
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A card in a chat; `away`: its message shows a step of something instead at present."""

    booking_id: int
    message_id: int
    away: bool


@dataclass(frozen=True, slots=True)
class ClaimedCard:
    """A card that is ours to show or edit until the lease runs out.

    `message_id` is where it stands; None if it was never sent.
    """

    booking_id: int
    person_id: int
    side: Side
    chat_id: int
    message_id: int | None
    claims: int


async def touch(connection: Connection, *booking_ids: int) -> None:
    """What the cards of these bookings say has changed: they are due at once, by everybody."""
    await connection.write(_TOUCH, changed=list(booking_ids))


async def touch_provider(connection: Connection, provider_id: int) -> None:
    """As `touch`, of all that anybody has ahead with a provider."""
    await connection.write(_TOUCH_PROVIDER, whose=provider_id)


class LiveCards:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def touch_all_of(self, person_id: int) -> None:
        """All cards of a person are due at once, for they read them otherwise from now on."""
        await self._connection.write(_TOUCH_ALL_OF, of_person=person_id)

    async def touch_customer(self, customer_id: int) -> None:
        """The cards of all that the customer has ahead, the providers' too, are due at once."""
        await self._connection.write(_TOUCH_CUSTOMER, whose=customer_id)

    async def around(
        self, chat_id: int, person_id: int, message_ids: Collection[int]
    ) -> list[Standing]:
        """The cards in these messages of a chat, and all that are away."""
        found = await self._connection.read(
            _AROUND, of_chat=chat_id, of_person=person_id, messages=list(message_ids)
        )
        return [
            Standing(row.booking_id, row.message_id, row.away)
            for row in found
            if row.message_id is not None
        ]

    async def stands(self, booking_id: int, person_id: int) -> bool:
        """Whether the person has been shown the card and it is there still."""
        found = await self._connection.read(_STANDS, of_booking=booking_id, of_person=person_id)
        return bool(found.scalar_one())

    async def open(
        self,
        booking_id: int,
        person_id: int,
        side: Side,
        chat_id: int,
        now: datetime,
        lease: timedelta,
    ) -> ClaimedCard:
        """Claim the card that is going to be shown, whoever has it at present; settle it after."""
        found = await self._connection.write(
            _OPEN,
            of_booking=booking_id,
            of_person=person_id,
            side=side,
            of_chat=chat_id,
            now=now,
            until=now + lease,
        )
        row = found.one()
        return ClaimedCard(booking_id, person_id, side, chat_id, row.message_id, row.claims)

    async def leave(self, booking_id: int, person_id: int) -> None:
        """A step of something takes the card's place: it is not edited until it comes back."""
        await self._connection.write(_LEAVE, of_booking=booking_id, of_person=person_id)

    async def come_back(self, booking_id: int, person_id: int) -> None:
        """The person is elsewhere, so the message becomes the card again."""
        await self._connection.write(_COME_BACK, of_booking=booking_id, of_person=person_id)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> list[ClaimedCard]:
        """What is due, ours until the lease runs out; others get what is left."""
        found = await self._connection.write(_CLAIM, now=now, until=now + lease, most=limit)
        return [
            ClaimedCard(
                row.booking_id,
                row.person_id,
                Side(row.side),
                row.chat_id,
                row.message_id,
                row.claims,
            )
            for row in found
        ]

    async def settle(self, card: ClaimedCard, message_id: int | None, due: datetime) -> None:
        """It stands in this message, and is due again at `due` if not before.

        Nothing happens, here as in `drop`, if somebody else has claimed it since.
        """
        await self._connection.write(_SETTLE, **_mine(card), message_id=message_id, due=due)

    async def drop(self, card: ClaimedCard) -> None:
        """The message is gone, or no card any more."""
        await self._connection.write(_DROP, **_mine(card))

    async def next_due(self) -> datetime | None:
        """When there is something to claim, or was already."""
        found: datetime | None = (await self._connection.read(_NEXT_DUE)).scalar_one()
        return found


def _mine(card: ClaimedCard) -> dict[str, object]:
    return {
        "of_booking": card.booking_id,
        "of_person": card.person_id,
        "claims": card.claims,
    }
