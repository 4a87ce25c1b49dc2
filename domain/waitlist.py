"""Waiting until something opens: who stands in line, whose turn it is, and what becomes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.dayparts import Part
from domain.refusals import DatesOver, NotWaiting, OfferOver
from domain.spans import from_epoch, to_epoch, utc
from domain.wallclock import date_at, dates

OFFER = timedelta(minutes=15)


class State(StrEnum):
    """Where somebody who waits stands."""

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    LEFT = "left"
    EXPIRED = "expired"

    @property
    def is_open(self) -> bool:
        """Still in line, or with an offer to answer."""
        return self in {State.WAITING, State.OFFERED}


@dataclass(frozen=True, slots=True)
class Opened:
    """A slot that has become free, with its start in UTC."""

    provider_id: int
    service_id: int
    start: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", utc(self.start))


@dataclass(frozen=True, slots=True)
class Offer:
    """A slot kept for one who waits, until an instant (not included)."""

    slot: Opened
    until: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who waits for a service on the dates first..last, by the clock of `zone`.

    Without a provider any of the service's will do. `refused` are the slots that the person was
    offered and did not take: they are not offered again.
    """

    id: int
    customer_id: int
    service_id: int
    provider_id: int | None
    first: date
    last: date
    part: Part
    zone: ZoneInfo
    joined_at: datetime
    state: State = State.WAITING
    offer: Offer | None = None
    refused: frozenset[Opened] = frozenset()

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the dates waited for must not end before they begin")
        if (self.state is State.OFFERED) != (self.offer is not None):
            raise ValueError("who is offered something has an offer, and nobody else")


def joined(entry: Entry) -> Entry:
    """The entry as it may be put in line.

    Raises:
        DatesOver: the dates it names were over, on its own clock, when it was made.
    """
    if is_over(entry, entry.joined_at):
        raise DatesOver(entry.last)
    return entry


def fits(entry: Entry, slot: Opened, now: datetime) -> bool:
    """Whether a slot is what somebody in line waits for, and still ahead."""
    start = to_epoch(slot.start)
    return (
        entry.state is State.WAITING
        and entry.service_id == slot.service_id
        and entry.provider_id in {None, slot.provider_id}
        and entry.first <= date_at(entry.zone, start) <= entry.last
        and entry.part.has(start, entry.zone)
        and slot not in entry.refused
        and now < slot.start
    )


def first_in_line(entries: Iterable[Entry], slot: Opened, now: datetime) -> Entry | None:
    """Whose turn it is for a slot: of those it fits, who joined first; nobody, if it fits none."""
    fitting = (entry for entry in entries if fits(entry, slot, now))
    return min(fitting, key=lambda entry: (entry.joined_at, entry.id), default=None)


def dealt(entries: Iterable[Entry], slots: Iterable[Opened], now: datetime) -> list[Entry]:
    """Each slot offered to the first in line who has none of the others: the entries after that.

    Slots are dealt in the order of their start. A slot with several seats comes several times.
    """
    line = {entry.id: entry for entry in entries}
    given: list[Entry] = []
    for slot in sorted(slots, key=lambda each: (each.start, each.provider_id)):
        chosen = first_in_line(line.values(), slot, now)
        if chosen is not None:
            line[chosen.id] = offered(chosen, slot, now)
            given.append(line[chosen.id])
    return given


def offered(entry: Entry, slot: Opened, now: datetime) -> Entry:
    """The entry with an offer of OFFER from now on, which ends by the start at the latest.

    Raises:
        NotWaiting: it is no longer in line, or has another offer open.
    """
    if entry.state is not State.WAITING:
        raise NotWaiting
    until = min(utc(now) + OFFER, slot.start)
    return replace(entry, state=State.OFFERED, offer=Offer(slot, until))


def taken(entry: Entry, slot: Opened, now: datetime) -> Entry:
    """The entry served: its customer takes the slot that is kept.

    Raises:
        NotWaiting: it was served, left or expired before.
        OfferOver: this slot is not, or no longer, offered to it.
    """
    if not entry.state.is_open:
        raise NotWaiting
    if entry.offer is None or entry.offer.slot != slot or entry.offer.until <= now:
        raise OfferOver
    return replace(entry, state=State.TAKEN, offer=None)


def passed(entry: Entry, slot: Opened) -> Entry:
    """The entry back in line, in its old place: its customer does not want this slot.

    Raises:
        NotWaiting: it was served, left or expired before.
        OfferOver: this slot is not offered to it.
    """
    if not entry.state.is_open:
        raise NotWaiting
    if entry.offer is None or entry.offer.slot != slot:
        raise OfferOver
    return _back_in_line(entry, entry.offer)


def withdrawn(entry: Entry) -> Entry:
    """The entry back in line, in its old place: what was offered is not to be had any more."""
    return replace(entry, state=State.WAITING, offer=None) if entry.offer else entry


def left(entry: Entry) -> Entry:
    """The entry of somebody who no longer wants to wait; what was offered is free again.

    Raises:
        NotWaiting: it was served, left or expired before.
    """
    if not entry.state.is_open:
        raise NotWaiting
    return replace(entry, state=State.LEFT, offer=None)


def at(entry: Entry, now: datetime) -> Entry:
    """The entry as time has made it; itself where nothing was due.

    An offer that was let lapse puts it back in line; once its dates are over, it expires.
    """
    if entry.offer is not None and entry.offer.until <= now:
        entry = _back_in_line(entry, entry.offer)
    if entry.state is State.WAITING and is_over(entry, now):
        return replace(entry, state=State.EXPIRED)
    return entry


def is_over(entry: Entry, now: datetime) -> bool:
    """Whether the last of its dates is over for good, by its own clock."""
    return ends(entry) <= now


def ends(entry: Entry) -> datetime:
    """The instant at which the last of its dates is over, in UTC."""
    lasting = dates(entry.zone, entry.first, entry.last)
    if not lasting:  # the clock skipped all of them
        return utc(entry.joined_at)
    return from_epoch(lasting[-1][1])


def _back_in_line(entry: Entry, offer: Offer) -> Entry:
    return replace(entry, state=State.WAITING, offer=None, refused=entry.refused | {offer.slot})
