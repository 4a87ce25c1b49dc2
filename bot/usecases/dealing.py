"""Offering what becomes free to those who wait: each time to the first in line whom it fits.

An offer is a hold that its customer did not ask for. Whatever happens at once, the database grants
each time to one person; who deals for a service does so alone.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.usecases import announcing, booking
from domain import loads, slots, waitlist
from domain.bookings import Booking
from domain.refusals import Refused
from domain.services import Provider, Service
from domain.spans import from_epoch, to_epoch
from domain.waitlist import Entry, Opened, State
from storage.store import Tx

_DAY = timedelta(days=1)
_MOST_ROUNDS = 50  # the rest has its turn at the next look


async def deal(tx: Tx, service_id: int, now: datetime) -> int:
    """Offer all that is free of a service to who waits for it; how many offers were made."""
    await tx.waitlist.alone(service_id)
    line = await _line(tx, service_id, now)
    offering = await tx.providers.offering(service_id)
    if not offering:
        return 0
    service = offering[0][1]
    providers = {provider.id: provider for provider, _ in offering}
    count = 0
    for _ in range(_MOST_ROUNDS):
        offers = await _round(tx, line, providers, service, now)
        if not offers:
            break
        line |= offers
        count += len(offers)
    return count


async def free(
    tx: Tx,
    providers: Iterable[Provider],
    service: Service,
    until: datetime,
    now: datetime,
    viewer_id: int | None = None,
) -> list[Opened]:
    """The free slots before an instant, by start; one with several seats as often as it has any."""
    first, last = now.date() - _DAY, until.date() + _DAY
    ids = [each.id for each in providers]
    around = await tx.schedules.around_many(ids, first, last, now, viewer_id)
    begin, end = to_epoch(now), to_epoch(until)
    found = []
    for provider_id, diary in around.items():
        seats = loads.seats(diary, service)
        for start in slots.free_between(diary, service, begin, end, now):
            slot = Opened(provider_id, service.id, from_epoch(start))
            found += [slot] * seats.get(start, service.rules.capacity)
    return sorted(found, key=lambda each: (each.start, each.provider_id))


def fitting(entry: Entry, found: Sequence[Opened], now: datetime) -> list[Opened]:
    """Those of the slots, which are ascending, that an entry waits for."""
    # Dates are a day and more, so this leaves out what is far off before each one is looked at.
    low = datetime.combine(entry.first, datetime.min.time(), entry.zone) - _DAY
    begin = bisect_left(found, low, key=lambda each: each.start)
    end = bisect_left(found, waitlist.ends(entry), key=lambda each: each.start)
    unseen = (slot for slot in found[begin:end] if slot not in entry.refused)  # the usual case
    return [slot for slot in unseen if waitlist.fits(entry, slot, now)]


async def _line(tx: Tx, service_id: int, now: datetime) -> dict[int, Entry]:
    """Who stands in line and can be told, by id; what the clock has changed is kept."""
    silent = await tx.waitlist.out_of_reach(service_id)
    line = {}
    for entry in await tx.waitlist.line(service_id):
        current = waitlist.at(entry, now)
        if current is not entry:
            await tx.waitlist.save(current)
        if current.state.is_open and current.customer_id not in silent:
            line[current.id] = current
    return line


async def _round(
    tx: Tx,
    line: dict[int, Entry],
    providers: dict[int, Provider],
    service: Service,
    now: datetime,
) -> dict[int, Entry]:
    """Deal what is free at present, one offer a person; the entries that were offered something.

    Where a slot cannot be kept, for it overlaps with one just given, all after it are dealt anew:
    else somebody would be overtaken.
    """
    busy = {each.customer_id for each in line.values() if each.state is State.OFFERED}
    waiting = [each for each in line.values() if each.customer_id not in busy]
    if not waiting:
        return {}
    until = max(map(waitlist.ends, waiting))
    found = await free(tx, providers.values(), service, until, now)
    wanted = {slot for entry in waiting for slot in fitting(entry, found, now)}
    offers: dict[int, Entry] = {}
    for entry in waitlist.dealt(waiting, (slot for slot in found if slot in wanted), now):
        if entry.customer_id in busy or not await _offered(tx, entry, providers, service, now):
            break
        offers[entry.id] = entry
        busy.add(entry.customer_id)
    return offers


async def _offered(
    tx: Tx, entry: Entry, providers: dict[int, Provider], service: Service, now: datetime
) -> bool:
    """Keep the time for who is to be offered it, and tell them; whether it could be had."""
    if entry.offer is None:
        return False
    try:
        async with tx.attempt():
            held = await _held(
                tx, entry, entry.offer, providers[entry.offer.slot.provider_id], service, now
            )
            await tx.waitlist.save(entry, held.id)
            await announcing.offered(tx, held, now)
    except Refused:  # somebody was faster, or it overlaps with what was just offered
        return False
    return True


async def _held(
    tx: Tx,
    entry: Entry,
    offer: waitlist.Offer,
    provider: Provider,
    service: Service,
    now: datetime,
) -> Booking:
    start = offer.slot.start
    on = start.astimezone(provider.zone).date()
    diary = await tx.schedules.around(provider.id, on, on, now, None)
    return await tx.bookings.hold(
        provider,
        service,
        entry.customer_id,
        slots.check(diary, service, start, now),
        offer.until,
        now,
        offered=True,
        draw=booking.draw,
    )
