"""The days on which a whole organization is closed, chosen by its admins from public holidays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import holidays as public
from babel.core import get_global

from bot.usecases.hours import lose
from domain.people import Person
from domain.refusals import NotFound
from domain.services import Organization
from storage.store import Tx

_AHEAD = timedelta(days=365)
_LETTERS = 26
# The library names holidays in these where they are not translated into the reader's language.
_ENGLISH = "en_US"


@dataclass(frozen=True, slots=True)
class Closed:
    """The days ahead on which an organization is closed; `country` is where its zone lies."""

    organization: Organization
    others: tuple[Organization, ...]
    days: dict[date, str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Offered:
    """The public holidays of a country in the year ahead, and which of them are chosen."""

    organization: Organization
    country: str
    days: dict[date, str]
    chosen: frozenset[date]


async def administered(tx: Tx, person: Person) -> list[Organization]:
    """The person's organizations; raises NotFound for who is no admin."""
    found = await tx.holidays.administered(person.id)
    if not found:
        raise NotFound
    return found


async def closed(tx: Tx, person: Person, organization_id: int, now: datetime) -> Closed:
    """Raises NotFound unless the person is an admin there, as all that follows here."""
    organization, others = await _own(tx, person, organization_id)
    today = now.astimezone(organization.zone).date()
    days = await tx.holidays.ahead(organization_id, today)
    country = get_global("zone_territories").get(organization.zone.key)
    return Closed(organization, others, days, country if country in countries() else None)


async def offered(
    tx: Tx, person: Person, organization_id: int, country: str, now: datetime
) -> Offered:
    organization, _ = await _own(tx, person, organization_id)
    today = now.astimezone(organization.zone).date()
    days = _public(country, person.language, today)
    chosen = await tx.holidays.ahead(organization_id, today)
    return Offered(organization, country, days, frozenset(chosen))


async def toggle(
    tx: Tx, person: Person, organization_id: int, country: str, on: date, now: datetime
) -> int | None:
    """Close on a public holiday, or open again.

    How many bookings lie on a day that is closed now, which stay; None if it is open again.
    """
    seen = await offered(tx, person, organization_id, country, now)
    if on in seen.chosen:
        await tx.holidays.drop(organization_id, on)
        return None
    if on not in seen.days:
        raise NotFound
    return await _close(tx, organization_id, {on: seen.days[on]}, now)


async def choose_all(
    tx: Tx, person: Person, organization_id: int, country: str, now: datetime
) -> int:
    """Close on all public holidays of the year ahead; how many bookings lie on them and stay."""
    seen = await offered(tx, person, organization_id, country, now)
    new = {on: name for on, name in seen.days.items() if on not in seen.chosen}
    return await _close(tx, organization_id, new, now)


async def reopen(tx: Tx, person: Person, organization_id: int, on: date) -> None:
    await _own(tx, person, organization_id)
    await tx.holidays.drop(organization_id, on)


def countries() -> list[str]:
    """ISO 3166 codes of the countries whose holidays are known, ascending."""
    return sorted(public.list_supported_countries(include_aliases=False))


def number_of(country: str) -> int:
    """A country code as a number, for a button."""
    first, second = (ord(letter) - ord("A") for letter in country)
    return first * _LETTERS + second


def country_of(number: int) -> str:
    """The country code of a number; raises NotFound for one without known holidays."""
    first, second = divmod(number, _LETTERS)
    code = chr(ord("A") + first) + chr(ord("A") + second) if first < _LETTERS else ""
    if code not in countries():
        raise NotFound
    return code


async def _close(tx: Tx, organization_id: int, days: Mapping[date, str], now: datetime) -> int:
    """Close on these days; how many bookings lie on them and stay.

    What is only held there is lost, and nobody books there meanwhile.
    """
    await tx.hours.all_alone(organization_id)
    held = await tx.holidays.held(organization_id)
    await tx.holidays.add(organization_id, days)
    await lose(tx, held, lambda each: not days.keys().isdisjoint(each.dates), now)
    return sum([await tx.holidays.booked(organization_id, on) for on in days])


def _public(country: str, language: str, today: date) -> dict[date, str]:
    """The holidays from a date on for a year, named in the language if the library can."""
    years = [today.year, today.year + 1]
    spoken = public.country_holidays(country).supported_languages
    known = (each for each in (language, _ENGLISH) if each in spoken)
    found = public.country_holidays(country, years=years, language=next(known, None))
    return {on: name for on, name in sorted(found.items()) if today <= on < today + _AHEAD}


async def _own(
    tx: Tx, person: Person, organization_id: int
) -> tuple[Organization, tuple[Organization, ...]]:
    mine = await administered(tx, person)
    for each in mine:
        if each.id == organization_id:
            return each, tuple(other for other in mine if other.id != organization_id)
    raise NotFound
