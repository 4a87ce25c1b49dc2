"""Waiting for a time: join the line, take what is offered or pass it on, leave."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.usecases import announcing, booking, dealing
from bot.usecases.seeking import Sought
from domain import bookings, waitlist
from domain.bookings import Actor, Booking, Role, Status
from domain.dayparts import Part
from domain.people import Person
from domain.refusals import DatesOver, NotFound, NotWaiting, TooManyWaits
from domain.services import Titles
from domain.waitlist import Entry, Opened
from storage.store import Tx
from storage.waitlist import Named

MOST = 8  # lines that one person stands in
_MOST_SEEN = 500  # slots, the soonest ones, that are remembered as no news
_SOON = 3  # of the times that are free already
_WEEK = timedelta(days=7)

Dates = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody waits for; without a provider's name any of the service's will do.

    `booking_id` is what they were offered last.
    """

    entry: Entry
    title: Titles
    provider: str | None
    booking_id: int | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who has just joined; `free` are such times that are free already, soonest first."""

    waiting: Waiting
    free: tuple[datetime, ...]


def dates(sought: Sought, month: date | None, now: datetime) -> list[Dates]:
    """The dates that somebody may want to wait for: a month ahead, a week, two, four, all."""
    today = now.astimezone(sought.zone).date()
    latest = _latest(sought, now)
    wanted = [(today, today + weeks * _WEEK - timedelta(days=1)) for weeks in (1, 2, 4)]
    if month is not None and today < month <= latest:
        wanted.insert(0, (month, (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)))
    shorter = [(first, min(last, latest)) for first, last in wanted]
    return list(dict.fromkeys([*shorter, (today, latest)]))


async def join(
    tx: Tx, person: Person, sought: Sought, first: date, last: date, part: Part, now: datetime
) -> Joined:
    """Stand in line for what becomes free from now on, on the dates first..last.

    What is free already, and so was seen, is no news and will not be offered.

    Raises:
        DatesOver: the dates are over.
        TooManyWaits: the person stands in MOST lines already.
        NotFound: they look for somebody else, or the dates make no sense.
    """
    today = now.astimezone(sought.zone).date()
    if last < today:
        raise DatesOver(last)
    first, last = max(first, today), min(last, _latest(sought, now))
    if sought.for_other or last < first:
        raise NotFound
    if await tx.waitlist.count_of_customer(person.id) >= MOST:
        raise TooManyWaits(MOST)
    wish = waitlist.joined(_entry(person, sought, first, last, part, now))

    found = await dealing.free(
        tx, sought.providers, sought.service, waitlist.ends(wish), now, person.id
    )
    seen = dealing.fitting(wish, found, now)
    entry = await tx.waitlist.join(replace(wish, refused=frozenset(seen[:_MOST_SEEN])))

    starts = dict.fromkeys(slot.start for slot in seen)
    provider = sought.provider.name if sought.provider else None
    return Joined(Waiting(entry, sought.service.title, provider), tuple(starts)[:_SOON])


async def mine(tx: Tx, person: Person, now: datetime) -> tuple[Waiting, ...]:
    """What the person waits for, in the order in which they joined."""
    named = [_waiting(each, now) for each in await tx.waitlist.of_customer(person.id)]
    return tuple(each for each in named if each.entry.state.is_open)


async def one(tx: Tx, person: Person, entry_id: int, now: datetime) -> Waiting:
    """This entry of the person's own, or raise NotWaiting."""
    for each in await mine(tx, person, now):
        if each.entry.id == entry_id:
            return each
    raise NotWaiting


async def take(tx: Tx, person: Person, booking_id: int, now: datetime, note: str = "") -> Booking:
    """Accept an offer: it becomes a booking, or a request where approval is needed.

    Raises:
        NotFound, OfferOver, NotWaiting: it is not, or no longer, offered to this person.
        NotOffered: the provider or the service has been paused.
    """
    entry = await _offered_to(tx, person, booking_id)
    held = await tx.bookings.lock(booking_id)
    after = waitlist.taken(entry, _slot(held), now)

    await announcing.offer_over(tx, held)
    booked = await booking.check_out(tx, person, held, note, now)
    await tx.waitlist.save(after)
    return booked


async def turn_down(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
    """Pass an offer on to the next in line, and wait for another; raises as `take`."""
    entry = await _offered_to(tx, person, booking_id)
    held = await tx.bookings.lock(booking_id)
    await tx.waitlist.save(waitlist.passed(entry, _slot(held)))
    await _give_back(tx, held, now)


async def leave(tx: Tx, person: Person, entry_id: int, now: datetime) -> None:
    """Wait no longer; what was offered goes to the next in line.

    Raises NotFound for what is not the person's own, NotWaiting if it is over already.
    """
    await _leave(tx, _own(person, await tx.waitlist.lock(entry_id)), now)


async def leave_offered(tx: Tx, person: Person, booking_id: int, now: datetime) -> None:
    """As `leave`, by what was offered last; raises OfferOver if it was another one."""
    await _leave(tx, await _offered_to(tx, person, booking_id), now)


async def offered(tx: Tx, person: Person, booking_id: int, now: datetime) -> Booking:
    """What is offered to the person at present, or raise OfferOver or NotWaiting."""
    entry = await _offered_to(tx, person, booking_id)
    held = await tx.bookings.get(booking_id)
    waitlist.taken(entry, _slot(held), now)
    return held


async def _leave(tx: Tx, entry: Entry, now: datetime) -> None:
    await tx.waitlist.save(waitlist.left(entry))
    if entry.offer is not None:
        booking_id = await tx.waitlist.booking_of(entry.id)
        await _give_back(tx, await tx.bookings.lock(booking_id), now)


async def _give_back(tx: Tx, held: Booking, now: datetime) -> None:
    if held.status is Status.HELD:
        by = Actor(Role.CUSTOMER, held.customer_id)
        await tx.bookings.save(*bookings.moved(held, Status.EXPIRED, by=by, at=now))
        await announcing.offer_over(tx, held)


async def _offered_to(tx: Tx, person: Person, booking_id: int) -> Entry:
    return _own(person, await tx.waitlist.lock_offered(booking_id))


def _own(person: Person, entry: Entry) -> Entry:
    if entry.customer_id != person.id:
        raise NotFound
    return entry


def _entry(
    person: Person, sought: Sought, first: date, last: date, part: Part, now: datetime
) -> Entry:
    provider_id = sought.provider.id if sought.provider else None
    return Entry(0, person.id, sought.service.id, provider_id, first, last, part, sought.zone, now)


def _waiting(named: Named, now: datetime) -> Waiting:
    entry, title, provider, booking_id = named
    return Waiting(waitlist.at(entry, now), title, provider, booking_id)


def _slot(held: Booking) -> Opened:
    return Opened(held.provider_id, held.service_id, held.start)


def _latest(sought: Sought, now: datetime) -> date:
    return max(sought.service.rules.latest(now, each.zone) for each in sought.providers)
