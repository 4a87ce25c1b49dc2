"""The demo catalogue: four businesses in which something can soon be booked at any time."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import bot
from bot.catalogue import read
from domain import slots
from domain.catalogues import OrganizationEntry, ProviderEntry, ServiceEntry
from domain.diaries import Diary
from domain.hours import Week, regular
from domain.policies import DEFAULT, NOTHING_LAID_DOWN, applying
from domain.services import BusinessType, Service, Titles

DEMO = read(Path(bot.__file__).parent / "demo.yaml")
PROVIDERS = [(entry, provider) for entry in DEMO for provider in entry.providers]
SERVICES = [service for entry in DEMO for service in entry.services]
LANGUAGES = {"en", "ar", "id", "tr"}
# A fortnight without holidays, one with them, and two in which a clock changes.
FORTNIGHTS = [date(2027, 1, 11), date(2026, 12, 19), date(2027, 3, 22), date(2027, 10, 25)]


def diary_of(provider: ProviderEntry) -> Diary:
    """An empty one."""
    return Diary(Week(provider.zone, regular(provider.weekly), provider.overrides))


def offered(entry: ServiceEntry) -> Service:
    return Service(1, entry.title, entry.rules, entry.price)


def next_start(entry: OrganizationEntry, provider: ProviderEntry, now: datetime) -> datetime | None:
    """The first free start within three days, of any service of an empty calendar."""
    diary = diary_of(provider)
    day = now.astimezone(provider.zone).date()
    found = [
        start
        for service in entry.services
        if service.slug in provider.services
        for start in slots.free(diary, offered(service), day, day + timedelta(days=3), now)[:1]
    ]
    return datetime.fromtimestamp(min(found), UTC) if found else None


def waits(providers: list[tuple[OrganizationEntry, ProviderEntry]], now: datetime) -> timedelta:
    """How long until the first of these providers is free."""
    starts = [next_start(entry, provider, now) for entry, provider in providers]
    return min((start - now for start in starts if start), default=timedelta.max)


def hours_of(first: date, step: int) -> list[datetime]:
    midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return [midnight + timedelta(hours=hour) for hour in range(0, 14 * 24, step)]


def test_four_businesses_of_four_kinds_in_four_zones() -> None:
    zones = {str(entry.zone): entry.currency for entry in DEMO}
    kinds = [{provider.business_type for provider in entry.providers} for entry in DEMO]

    assert zones == {
        "Asia/Jakarta": "IDR",
        "Europe/Istanbul": "TRY",
        "Europe/London": "GBP",
        "Asia/Riyadh": "SAR",
    }
    assert kinds == [
        {BusinessType.DOCTOR},
        {BusinessType.SALON},
        {BusinessType.TUTOR},
        {BusinessType.STUDIO},
    ]
    assert [len(entry.providers) for entry in DEMO] == [3, 3, 3, 2]


def test_the_providers_are_the_people_of_the_sandbox() -> None:
    assert sorted(provider.telegram_id or 0 for _, provider in PROVIDERS) == [*range(2001, 2012)]


def test_one_provider_is_new_and_still_has_everything_to_set_up() -> None:
    new = [provider for _, provider in PROVIDERS if not provider.services]

    assert [each.slug for each in new] == ["nadia-clarke"]
    assert not any(new[0].weekly)


def test_every_text_is_in_every_language() -> None:
    texts: list[Titles | None] = [service.title for service in SERVICES]
    texts += [service.description for service in SERVICES]
    texts += [provider.bio for _, provider in PROVIDERS]
    texts += [
        each
        for service in SERVICES
        for asked in service.questions
        for each in (asked.title, *asked.options)
    ]

    assert [text for text in texts if text is None or set(text.by_language) != LANGUAGES] == []


def by_hand(service: ServiceEntry) -> bool:
    return applying(DEFAULT, service.clauses or NOTHING_LAID_DOWN).approval


def test_some_services_are_approved_by_hand_and_most_are_not() -> None:
    slugs = {service.slug for service in SERVICES if by_hand(service)}

    assert "general-consultation" in slugs
    assert 3 <= len(slugs) < len(SERVICES) / 2


def test_every_business_has_something_to_book_without_approval() -> None:
    assert all(any(not by_hand(service) for service in entry.services) for entry in DEMO)


def test_every_service_is_offered_by_somebody() -> None:
    for entry in DEMO:
        offered = {slug for provider in entry.providers for slug in provider.services}
        assert offered == {service.slug for service in entry.services}


def test_every_provider_is_rated_and_can_be_called() -> None:
    assert all(each.rating.is_telling for _, each in PROVIDERS if each.services)
    assert len({provider.phone for _, provider in PROVIDERS}) == len(PROVIDERS)


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
def test_every_service_fits_into_the_hours_of_its_providers(service: ServiceEntry) -> None:
    now = datetime(2027, 1, 11, tzinfo=UTC)
    for entry, provider in PROVIDERS:
        if service not in entry.services or service.slug not in provider.services:
            continue
        diary = diary_of(provider)
        starts = slots.free(diary, offered(service), now.date(), date(2027, 1, 18), now)
        assert len(starts) >= 3


@pytest.mark.parametrize("first", FORTNIGHTS, ids=str)
def test_at_any_hour_somebody_is_free_within_the_next_twelve(first: date) -> None:
    late = [now for now in hours_of(first, 3) if waits(PROVIDERS, now) > timedelta(hours=12)]

    assert late == []


@pytest.mark.parametrize("kind", [BusinessType.DOCTOR, BusinessType.SALON, BusinessType.TUTOR])
def test_at_any_hour_a_doctor_a_salon_and_a_tutor_are_free_within_two_days(
    kind: BusinessType,
) -> None:
    providers = [each for each in PROVIDERS if each[1].business_type is kind]
    late = [now for now in hours_of(FORTNIGHTS[0], 6) if waits(providers, now) > timedelta(days=2)]

    assert late == []


def test_the_studio_keeps_the_week_of_riyadh() -> None:
    studio = next(entry for entry in DEMO if entry.zone == ZoneInfo("Asia/Riyadh"))

    for provider in studio.providers:
        assert [bool(windows) for windows in provider.weekly] == [*[True] * 4, False, False, True]
