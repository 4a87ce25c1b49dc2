"""A booking by its reference, and what has become of it step by step."""

from dataclasses import dataclass

from bot.usecases import keeping
from bot.usecases.keeping import Card
from domain.bookings import Change
from domain.notices import Side
from domain.people import Person
from domain.refusals import UnknownReference
from storage.store import Tx

STEPS = 10  # on one page of a timeline


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of what has become of a booking, in order; pages are counted from 0.

    `others` are the names of those who did something and are on neither side.
    """

    seen: Card
    steps: tuple[Change, ...]
    others: dict[int, str]
    page: int
    pages: int


async def by_reference(tx: Tx, person: Person, reference: str) -> Card:
    """The booking as the person sees it, as its customer if they stand on both sides.

    Raises UnknownReference where there is none, or none of theirs.
    """
    found = await tx.own.by_reference(reference, person.id)
    if found is None:
        raise UnknownReference(reference)
    booking, side = found
    return await keeping.card(tx, person, booking.id, side)


async def timeline(tx: Tx, person: Person, booking_id: int, page: int) -> Timeline:
    """Who did what and when; raises NotFound unless it is a booking of the person's provider."""
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    steps = await tx.bookings.events(booking_id)
    pages = max(1, -(-len(steps) // STEPS))
    page = min(page, pages - 1)
    shown = tuple(steps[page * STEPS : (page + 1) * STEPS])
    return Timeline(seen, shown, await _others(tx, seen, shown), page, pages)


async def _others(tx: Tx, seen: Card, steps: tuple[Change, ...]) -> dict[int, str]:
    sides = {seen.customer.id, seen.provider.person_id, None}
    ids = {each.actor.person_id for each in steps} - sides
    return {each: (await tx.people.get(each)).name for each in ids if each is not None}
