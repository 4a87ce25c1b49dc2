"""A provider's own place in the bot: what is on, and whose it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.usecases import listing
from domain.bookings import Booking
from domain.people import Person
from domain.refusals import NotAProvider, NotFound
from domain.services import Provider
from storage.store import Tx

MOST_A_DAY = 30  # the largest bound that is offered
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a provider has to do; `others` are those that the same person runs too.

    `next` is the next of the bookings of today that has not begun, with the customer's name.
    """

    provider: Provider
    others: tuple[Provider, ...]
    today: int
    coming: int
    waiting: int
    has_hours: bool
    has_services: bool
    next: tuple[Booking, str] | None
    follow_ups: int = 0


async def own(tx: Tx, person: Person, provider_id: int) -> Provider:
    """This provider, or raise NotFound unless the person runs it."""
    provider = await tx.providers.get(provider_id)
    if provider.person_id != person.id:
        raise NotFound
    return provider


async def mine(tx: Tx, person: Person) -> tuple[Provider, ...]:
    """The providers that the person runs; raises NotAProvider if there is none."""
    found = await tx.providers.of_person(person.id)
    if not found:
        raise NotAProvider
    return tuple(found)


async def pause(tx: Tx, person: Person, provider_id: int, paused: bool) -> Provider:  # a state
    """Take no new bookings, or take them again; what is booked stays."""
    await own(tx, person, provider_id)
    await tx.providers.pause(provider_id, paused)
    return await own(tx, person, provider_id)


async def limit(tx: Tx, person: Person, provider_id: int, most: int) -> Provider:
    """At most so many sessions a day, 0 for no bound; raises NotFound beyond MOST_A_DAY."""
    await own(tx, person, provider_id)
    if most > MOST_A_DAY:
        raise NotFound
    await tx.providers.limit(provider_id, most or None)
    return await own(tx, person, provider_id)


async def workspace(tx: Tx, person: Person, provider_id: int, now: datetime) -> Workspace:
    """What is on with this provider; raises NotFound unless the person runs it."""
    provider = await own(tx, person, provider_id)
    today = now.astimezone(provider.zone).date()
    start = listing.midnight(today, provider.zone)
    tomorrow = listing.midnight(today + timedelta(days=1), provider.zone)
    end = listing.midnight(today + timedelta(days=_WEEK), provider.zone)
    entries = await tx.bookings.of_provider([provider.id], start, end)
    waiting = await tx.bookings.waiting([provider.id], now)
    others = [each for each in await mine(tx, person) if each.id != provider.id]

    on_today = [each for each in entries if each[0].start < tomorrow]
    ahead = [(booking, customer.name) for booking, customer in on_today if booking.start > now]
    return Workspace(
        provider,
        tuple(others),
        len(on_today),
        len(entries),
        len(waiting),
        bool((await tx.hours.week(provider.id)).regular),
        bool(await tx.services.of(provider.id)),
        ahead[0] if ahead else None,
        await tx.follow_ups.count(provider.id),
    )
