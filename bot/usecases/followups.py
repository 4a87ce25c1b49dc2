"""A provider's follow-ups: what is still to be done after a session, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.usecases import announcing, keeping
from bot.usecases.keeping import Card
from bot.usecases.workspace import own
from domain import followups
from domain.followups import FollowUp, State, Task
from domain.notices import Notice, Side
from domain.people import Person
from domain.refusals import NotFound
from domain.services import Provider
from storage.followups import ForWhom
from storage.store import Tx

PAGE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the open follow-ups, by due date; `today` is the provider's."""

    provider: Provider
    today: date
    entries: tuple[ForWhom, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up with the booking it is for, as its provider sees it."""

    follow_up: FollowUp
    seen: Card
    today: date


async def plan(
    tx: Tx, person: Person, booking_id: int, task: Task, text: str, due: date, now: datetime
) -> Followed:
    """A new follow-up, of which the provider is reminded on its morning.

    Raises:
        NotFound: not a booking of this provider, or not a date to choose.
        WrongStatus, NoWords, TextTooLong: as `followups.check`.
    """
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    text = followups.check(seen.booking, task, text)
    today = _today(seen.provider, now)
    followups.check_due(due, today)

    added = await tx.follow_ups.add(booking_id, seen.provider.id, task, text, due, now)
    await announcing.follow_up(tx, seen.booking, seen.provider, added)
    return Followed(added, seen, today)


async def about(tx: Tx, person: Person, booking_id: int, now: datetime) -> tuple[Card, date]:
    """A completed booking of this provider, and today.

    Raises:
        NotFound: not a booking of this provider.
        WrongStatus: it was not completed.
    """
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    followups.check(seen.booking, Task.REPORT, "")
    return seen, _today(seen.provider, now)


async def one(tx: Tx, person: Person, follow_up_id: int, now: datetime) -> Followed:
    """This follow-up, or raise NotFound unless the person runs its provider."""
    found = await tx.follow_ups.get(follow_up_id)
    seen = await keeping.card(tx, person, found.booking_id, Side.PROVIDER)
    return Followed(found, seen, _today(seen.provider, now))


async def move(tx: Tx, person: Person, follow_up_id: int, due: date, now: datetime) -> Followed:
    """Another date, with a reminder on its morning.

    Raises NotFound: not the person's, not open any more, or not a date to choose.
    """
    known = await one(tx, person, follow_up_id, now)
    if known.follow_up.state is not State.OPEN:
        raise NotFound
    followups.check_due(due, known.today)
    if known.follow_up.due == due:
        return known
    moved = await tx.follow_ups.move(known.follow_up, due)
    await announcing.follow_up(tx, known.seen.booking, known.seen.provider, moved)
    return Followed(moved, known.seen, known.today)


async def close(tx: Tx, person: Person, follow_up_id: int, state: State, now: datetime) -> Followed:
    """It is done, or dropped; raises NotFound unless it is the person's."""
    known = await one(tx, person, follow_up_id, now)
    if known.follow_up.state is State.OPEN:
        await tx.follow_ups.close(known.follow_up, state)
    return known


async def of_provider(tx: Tx, person: Person, provider_id: int, page: int, now: datetime) -> Page:
    """A page of what is open; raises NotFound unless the person runs the provider."""
    provider = await own(tx, person, provider_id)
    count = await tx.follow_ups.count(provider.id)
    pages = max(1, -(-count // PAGE))
    page = min(page, pages - 1)
    found = await tx.follow_ups.page(provider.id, PAGE, page * PAGE)
    return Page(provider, _today(provider, now), tuple(found), count, page, pages)


async def reminded_of(tx: Tx, notice: Notice, seen: Card, now: datetime) -> Followed | None:
    """What a reminder is for; None if it is closed, or planned for another day."""
    found = await tx.follow_ups.planned(notice.booking_id, notice.version)
    if found is None or found.state is not State.OPEN:
        return None
    return Followed(found, seen, _today(seen.provider, now))


def _today(provider: Provider, now: datetime) -> date:
    return now.astimezone(provider.zone).date()
