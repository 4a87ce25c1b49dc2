"""The entries of a catalogue as rows of our tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from domain.catalogues import OrganizationEntry, ProviderEntry, ServiceEntry
from domain.hours import regular
from domain.policies import Clauses
from domain.services import Meetings, Titles
from storage import hour_rows
from storage.people import MINUTE
from storage.policy_rows import stored
from storage.question_rows import stored_form


def organization(entry: OrganizationEntry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "zone": entry.zone.key,
        "currency": entry.currency,
        "languages": list(entry.languages),
        **_policy(entry.clauses),
    }


def service(entry: ServiceEntry) -> dict[str, Any]:
    rules = entry.rules
    return {
        "title": _titles(entry.title),
        "description": _titles(entry.description),
        "duration_minutes": rules.duration // MINUTE,
        "interval_minutes": rules.interval // MINUTE,
        "before_minutes": rules.before // MINUTE,
        "after_minutes": rules.after // MINUTE,
        "notice_minutes": rules.notice // MINUTE,
        "horizon_days": rules.horizon,
        "most_a_day": rules.most_a_day,
        "capacity": rules.capacity,
        "hours": hour_rows.stored_own_hours(rules.hours),
        "price_amount": entry.price.amount,
        "currency": entry.price.currency,
        **_meetings(entry.meetings),
        "active": entry.active,
        **_policy(entry.clauses),
        **_approval(entry.clauses),
        "questions": stored_form(entry.questions),
    }


def provider(entry: ProviderEntry, position: int) -> dict[str, Any]:
    return {
        "name": entry.name,
        "business_type": entry.business_type.value,
        "zone": entry.zone.key,
        "bio": _titles(entry.bio),
        "address": entry.address,
        "phone": entry.phone,
        "rating_mean": entry.rating.mean,
        "rating_count": entry.rating.count,
        "most_a_day": entry.most_a_day,
        "active": entry.active,
        "position": position,
        **_policy(entry.clauses),
    }


def windows(entry: ProviderEntry) -> Iterator[dict[str, Any]]:
    return map(hour_rows.weekly_row, regular(entry.weekly))


def overrides(entry: ProviderEntry) -> Iterator[dict[str, Any]]:
    return map(hour_rows.override_row, entry.overrides)


def offers(entry: ProviderEntry, service_ids: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for position, slug in enumerate(entry.services):
        yield {"service_id": service_ids[slug], "position": position}


def stranger(telegram_id: int, name: str) -> dict[str, Any]:
    """Somebody who has not written to us yet; whether we may write to them, Telegram will tell."""
    return {
        "telegram_id": telegram_id,
        "first_name": name,
        "last_name": "",
        "language": "en",
        "reachable": True,
    }


def _policy(clauses: Clauses | None) -> dict[str, Any]:
    """Nothing where an entry says nothing, so that what was laid down in the chat stays."""
    return {} if clauses is None else {"policy": stored(clauses)}


def _approval(clauses: Clauses | None) -> dict[str, Any]:
    """As the version before this one reads it, which may still be running beside."""
    return {} if clauses is None else {"approval": bool(clauses.approval)}


def _meetings(meetings: Meetings) -> dict[str, Any]:
    usual, *others = meetings.ways
    return {
        "format": usual.format.value,
        "place": usual.place,
        "other_formats": {each.format.value: each.place for each in others},
    }


def _titles(titles: Titles | None) -> dict[str, str] | None:
    return dict(titles.by_language) if titles else None
