"""A provider's services: made with three answers, changed field by field, paused, put in order."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from babel.numbers import get_currency_precision

from bot.usecases.hours import lose, session_key
from bot.usecases.workspace import own
from domain import limits, prices
from domain.bookings import fitting
from domain.catalogues import House, KeptService, ServiceEntry
from domain.clashes import clashes_of_service
from domain.hours import Hours
from domain.money import Money
from domain.people import Person
from domain.policies import NOTHING_LAID_DOWN, Policy, Said, applying
from domain.refusals import NotFound, NoTitle, SharedService, TooManyServices
from domain.services import Format, Meetings, Provider, Titles
from domain.spans import to_epoch
from domain.terms import Approval, Term, Wording, usual, with_term
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Shelf:
    """All services of a provider in their order."""

    provider: Provider
    services: tuple[KeptService, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One service; `others` offer it too, by name; `is_used`: booked before, not to be deleted.

    `levels` are what the organization lays down and the provider does.
    """

    provider: Provider
    house: House
    kept: KeptService
    others: tuple[str, ...]
    is_used: bool
    levels: tuple[Said, ...] = ()

    @property
    def is_shared(self) -> bool:
        return bool(self.others)

    @property
    def entry(self) -> ServiceEntry:
        return self.kept.entry

    @property
    def policy(self) -> Policy:
        """What applies to bookings of the service."""
        return applying(self.provider.policy, self.entry.clauses or NOTHING_LAID_DOWN)


async def shelf(tx: Tx, person: Person, provider_id: int) -> Shelf:
    """Raises NotFound unless the person runs the provider; so does everything here."""
    provider = await own(tx, person, provider_id)
    return Shelf(provider, tuple(await tx.services.of(provider_id)))


async def look(tx: Tx, person: Person, provider_id: int, service_id: int) -> Look:
    """Raises NotFound also unless it is the provider's service; so do all changes of one."""
    provider = await own(tx, person, provider_id)
    kept = await tx.services.one(provider_id, service_id)
    others = await tx.services.others(provider_id, service_id)
    is_used = await tx.services.is_used(provider_id, service_id)
    house = await tx.services.house(provider_id)
    levels = await tx.policies.levels(provider_id)
    return Look(provider, house, kept, tuple(others), is_used, levels)


async def add(
    tx: Tx,
    person: Person,
    provider_id: int,
    title: str,
    length: timedelta,
    price: Money,
    now: datetime,
) -> int:
    """A new service by what cannot be guessed; it can be booked at once. Its id.

    Raises NoTitle, TextTooLong or TooManyServices.
    """
    await own(tx, person, provider_id)
    house = await tx.services.house(provider_id)
    titles = Titles({house.languages[0]: checked(Wording.TITLE, title)})
    return await _added(tx, provider_id, ServiceEntry(_slug(), titles, usual(length), price), now)


async def set_term(
    tx: Tx, person: Person, provider_id: int, service_id: int, term: Term, value: int
) -> None:
    """Raises SharedService where others offer it too; so do all changes but that of the order."""
    kept = await _mine(tx, person, provider_id, service_id)
    rules = with_term(kept.entry.rules, term, value)
    await tx.services.save(replace(kept, entry=replace(kept.entry, rules=rules)))


async def set_hours(
    tx: Tx,
    person: Person,
    provider_id: int,
    service_id: int,
    hours: Hours | None,
    now: datetime,
) -> int:
    """Offer it at these hours alone, or (None) whenever the provider is open.

    How many bookings to come lie outside then; they stay. What is only held there is lost, and
    nobody books there meanwhile.
    """
    kept = await _mine(tx, person, provider_id, service_id)
    await tx.hours.alone(provider_id)
    held = await tx.bookings.held_with(provider_id)  # waits for those that are being checked out
    before = kept.entry.rules
    rules = replace(before, hours=hours)
    await tx.services.save(replace(kept, entry=replace(kept.entry, rules=rules)))
    week, today = await tx.hours.week(provider_id), now.date()
    diary = await tx.schedules.around(provider_id, today, today + limits.AHEAD, now, None)
    ahead = [each for each in diary.sessions if each.start > to_epoch(now)]
    clashes = clashes_of_service(week, service_id, before.hours, hours, ahead)
    closed = {(service_id, each.start) for each in clashes}
    await lose(tx, held, lambda each: session_key(each) in closed, now)
    entries = await tx.bookings.of_provider([provider_id], now, now + limits.AHEAD)
    return sum(session_key(each) in closed for each, _ in entries)


async def set_price(
    tx: Tx, person: Person, provider_id: int, service_id: int, price: Money
) -> None:
    kept = await _mine(tx, person, provider_id, service_id)
    await tx.services.save(replace(kept, entry=replace(kept.entry, price=price)))


async def toggle_format(
    tx: Tx, person: Person, provider_id: int, service_id: int, way: Format
) -> None:
    """Offer it in this format too, or no longer; raises LastFormat where it is the only one."""
    kept = await _mine(tx, person, provider_id, service_id)
    await _meet(tx, kept, kept.entry.meetings.toggled(way))


async def lead_with(tx: Tx, person: Person, provider_id: int, service_id: int, way: Format) -> None:
    """Make this format the usual one; raises FormatGone if it is not offered."""
    kept = await _mine(tx, person, provider_id, service_id)
    await _meet(tx, kept, kept.entry.meetings.led_by(way))


async def set_place(
    tx: Tx, person: Person, provider_id: int, service_id: int, way: Format, said: str
) -> None:
    """Say where one meets in this format; no words: drop it.

    Raises TextTooLong, UnknownBlank, or FormatGone if it is not offered.
    """
    kept = await _mine(tx, person, provider_id, service_id)
    place = fitting(" ".join(said.split()), limits.LINE)
    await _meet(tx, kept, kept.entry.meetings.at(way, place))


async def set_approval(
    tx: Tx, person: Person, provider_id: int, service_id: int, approval: Approval
) -> None:
    kept = await _mine(tx, person, provider_id, service_id)
    clauses = replace(kept.entry.clauses or NOTHING_LAID_DOWN, approval=approval.clause)
    await tx.services.save(replace(kept, entry=replace(kept.entry, clauses=clauses)))


async def pause(tx: Tx, person: Person, provider_id: int, service_id: int) -> None:
    """From now on it cannot be booked; what is booked stays."""
    kept = await _mine(tx, person, provider_id, service_id)
    await tx.services.save(replace(kept, entry=replace(kept.entry, active=False)))


async def resume(tx: Tx, person: Person, provider_id: int, service_id: int) -> None:
    kept = await _mine(tx, person, provider_id, service_id)
    await tx.services.save(replace(kept, entry=replace(kept.entry, active=True)))


async def set_text(
    tx: Tx,
    person: Person,
    provider_id: int,
    service_id: int,
    what: Wording,
    language: str,
    said: str,
) -> None:
    """Write a title or description in this language; no words: drop it.

    Raises NoTitle or TextTooLong.
    """
    kept = await _mine(tx, person, provider_id, service_id)
    house = await tx.services.house(provider_id)
    words = checked(what, said) if said else ""
    match what:
        case Wording.DESCRIPTION:
            titles = _written(kept.entry.description, house, language, words)
            entry = replace(kept.entry, description=titles)
        case Wording.TITLE:
            title = _written(kept.entry.title, house, language, words)
            if title is None:
                raise NoTitle
            entry = replace(kept.entry, title=title)
    await tx.services.save(replace(kept, entry=entry))


async def move(tx: Tx, person: Person, provider_id: int, service_id: int, places: int) -> int:
    """Further down by so many places, up if it is negative; its place then, from 1 on."""
    ids = [each.id for each in (await shelf(tx, person, provider_id)).services]
    if service_id not in ids:
        raise NotFound
    at = ids.index(service_id)
    to = min(max(at + places, 0), len(ids) - 1)
    ids.insert(to, ids.pop(at))
    await tx.services.order(provider_id, ids)
    return to + 1


async def duplicate(
    tx: Tx, person: Person, provider_id: int, service_id: int, now: datetime
) -> int:
    """A copy below it, paused until it is as wanted; its id. Raises TooManyServices."""
    mine = await shelf(tx, person, provider_id)
    kept = await tx.services.one(provider_id, service_id)
    titles = Titles(_numbered(kept.entry.title, [each.entry.title for each in mine.services]))
    copy = replace(kept.entry, slug=_slug(), title=titles, active=False)
    copy_id = await _added(tx, provider_id, copy, now)
    await _put(tx, provider_id, copy_id, [each.id for each in mine.services], below=service_id)
    return copy_id


async def make_own(tx: Tx, person: Person, provider_id: int, service_id: int, now: datetime) -> int:
    """A copy in the place of a service that others offer too; its id. What is booked stays."""
    seen = await look(tx, person, provider_id, service_id)
    if not seen.is_shared:
        return service_id
    ids = [each.id for each in await tx.services.of(provider_id)]
    copy_id = await tx.services.add(provider_id, replace(seen.entry, slug=_slug()), now)
    await tx.services.leave_to_others(provider_id, service_id, copy_id)
    await _put(tx, provider_id, copy_id, ids, below=service_id)
    return copy_id


async def delete(tx: Tx, person: Person, provider_id: int, service_id: int) -> None:
    """Raises ServiceInUse if it was ever booked."""
    kept = await _mine(tx, person, provider_id, service_id)
    await tx.services.delete(kept.id)


async def price_written(tx: Tx, provider_id: int, text: str) -> Money:
    """The price in the currency of the provider's organization; raises BadPrice."""
    house = await tx.services.house(provider_id)
    return prices.price_in(text, house.currency, get_currency_precision(house.currency))


async def price_tapped(tx: Tx, provider_id: int, amount: int) -> Money:
    """The amount, in smallest units, in the organization's currency; or raise NotFound."""
    if amount not in limits.PRICE:
        raise NotFound
    return Money(amount, (await tx.services.house(provider_id)).currency)


async def suggested(tx: Tx, provider_id: int) -> tuple[Money, ...]:
    """Round prices to choose from."""
    currency = (await tx.services.house(provider_id)).currency
    return prices.round_prices(currency, get_currency_precision(currency))


def checked(what: Wording, said: str) -> str:
    """The words as they are kept; raises NoTitle or TextTooLong. Only descriptions have lines."""
    words = said if what is Wording.DESCRIPTION else " ".join(said.split())
    words = fitting(words, what.limit)
    if not words:
        raise NoTitle
    return words


async def _mine(tx: Tx, person: Person, provider_id: int, service_id: int) -> KeptService:
    """A service that is this provider's own to change."""
    await own(tx, person, provider_id)
    kept = await tx.services.one(provider_id, service_id)
    if await tx.services.others(provider_id, service_id):
        raise SharedService
    return kept


async def _meet(tx: Tx, kept: KeptService, meetings: Meetings) -> None:
    await tx.services.save(replace(kept, entry=replace(kept.entry, meetings=meetings)))


async def _added(tx: Tx, provider_id: int, entry: ServiceEntry, now: datetime) -> int:
    if len(await tx.services.of(provider_id)) >= limits.SERVICES:
        raise TooManyServices(limits.SERVICES)
    return await tx.services.add(provider_id, entry, now)


async def _put(tx: Tx, provider_id: int, new_id: int, ids: Sequence[int], *, below: int) -> None:
    order = list(ids)
    order.insert(order.index(below) + 1, new_id)
    await tx.services.order(provider_id, order)


def _written(titles: Titles | None, house: House, language: str, words: str) -> Titles | None:
    """With the words in this language, the organization's main language first; None if none."""
    if language not in house.languages:
        raise NotFound
    texts = {**(titles.by_language if titles else {}), language: words}
    order = [*house.languages, *(each for each in texts if each not in house.languages)]
    kept = {each: texts[each] for each in order if texts.get(each)}
    return Titles(kept) if kept else None


def _numbered(title: Titles, taken: Sequence[Titles]) -> dict[str, str]:
    """The title with the first free number behind it: `Haircut (2)`."""
    known = {text for each in taken for text in each.by_language.values()}
    number = 2
    while True:
        texts = {language: _with(text, number) for language, text in title.by_language.items()}
        if known.isdisjoint(texts.values()):
            return texts
        number += 1


def _with(text: str, number: int) -> str:
    suffix = f" ({number})"
    return text[: limits.TITLE - len(suffix)] + suffix


def _slug() -> str:
    """A name that no catalogue file can say, since it has a full stop."""
    return f"chat.{secrets.token_hex(8)}"
