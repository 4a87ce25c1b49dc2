"""What a provider writes down after a session, and what its customer gets of that."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import announcing, keeping
from bot.usecases.keeping import Card
from domain import outcomes
from domain.attachments import Attachment
from domain.notices import Side
from domain.outcomes import Heading, Outcome
from domain.people import Person
from domain.refusals import NotFound, NothingToSend
from storage.store import Tx


async def notes(tx: Tx, person: Person, booking_id: int, side: Side) -> Card:
    """The booking with its outcome, as this side may read it.

    Raises NotFound where there is nothing to read, or for the booking of somebody else.
    """
    seen = await keeping.card(tx, person, booking_id, side)
    outcome = _outcome(seen)
    if side is Side.CUSTOMER and outcome.is_empty:
        raise NotFound
    return seen


async def write(tx: Tx, keeper: Person, booking_id: int, heading: Heading, text: str) -> Card:
    """Write something under a heading in place of what stood there; nothing, to take it away.

    Raises TextTooLong, or NotFound unless it is a session of this provider that took place.
    """
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    return await _kept(tx, seen, outcomes.noted(_outcome(seen), heading, text))


async def attach(tx: Tx, keeper: Person, booking_id: int, file: Attachment) -> Card:
    """One more file for the customer.

    Raises as `attachments.attached`, and NotFound as `write`.
    """
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    return await _kept(tx, seen, outcomes.with_file(_outcome(seen), file))


async def detach(tx: Tx, keeper: Person, booking_id: int, place: int) -> Card:
    """Take away the file at this place, from 0 on; raises NotFound as `write`."""
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    return await _kept(tx, seen, outcomes.without_file(_outcome(seen), place))


async def send(tx: Tx, keeper: Person, booking_id: int, now: datetime) -> Card:
    """Send the customer what is meant for them, as one message; again, if it was sent before.

    Raises NothingToSend, also for a customer we cannot write to, and NotFound as `write`.
    """
    seen = await keeping.locked(tx, keeper, booking_id, Side.PROVIDER)
    outcome = outcomes.sent(_outcome(seen), now)
    if seen.customer.is_walk_in:
        raise NothingToSend
    await tx.outcomes.save(outcome)
    await announcing.written_down(tx, seen.booking, seen.customer, now)
    return replace(seen, outcome=outcome)


async def _kept(tx: Tx, seen: Card, outcome: Outcome) -> Card:
    await tx.outcomes.save(outcome)
    return replace(seen, outcome=outcome)


def _outcome(seen: Card) -> Outcome:
    if seen.outcome is None:
        raise NotFound
    return seen.outcome
