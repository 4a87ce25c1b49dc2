"""Bookings as rows and as values."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.dialects.postgresql import Range

from domain.bookings import Actor, Booking, Change, Role, Source, Status
from domain.money import Money
from domain.services import Format, Provider, Service, Titles
from domain.spans import Span
from storage.engine import dumped
from storage.policy_rows import policy, snapshot


def new_hold(
    provider: Provider,
    service: Service,
    customer_id: int,
    during: Span,
    until: datetime,
    note: str,
    offered: bool,
    moves_id: int | None,
) -> dict[str, object]:
    """The columns of a hold, as the service is now; but for its reference and its place."""
    blocked = blocked_by(service, during)
    return {
        "provider_id": provider.id,
        "service_id": service.id,
        "customer_id": customer_id,
        "start": during.start,
        "end": during.end,
        "blocked_from": blocked.start,
        "blocked_until": blocked.end,
        "zone": provider.zone.key,
        "title": dumped(dict(service.title.by_language)),
        "price_amount": service.price.amount,
        "currency": service.price.currency,
        "format": service.meetings.usual.format,
        "note": note,
        "hold_until": until,
        "capacity": service.rules.capacity,
        "offered": offered,
        "policy": snapshot(provider.policy_for(service)),
        "moves_id": moves_id,
    }


def held(
    booking_id: int,
    reference: str,
    provider: Provider,
    service: Service,
    customer_id: int,
    during: Span,
    until: datetime,
    note: str,
    offered: bool,
    moves_id: int | None,
) -> Booking:
    """A hold as it has just been written."""
    return Booking(
        booking_id,
        reference,
        provider.id,
        service.id,
        customer_id,
        Status.HELD,
        during,
        provider.zone,
        service.title,
        service.price,
        service.meetings.usual.format,
        service.meetings.usual.place_of(reference),
        note,
        hold_until=until,
        capacity=service.rules.capacity,
        offered=offered,
        policy=provider.policy_for(service),
        moves_id=moves_id,
    )


def blocked_by(service: Service, during: Span) -> Span:
    """The time with the buffers on both sides."""
    return Span(during.start - service.rules.before, during.end + service.rules.after)


def booking(row: Row[Any]) -> Booking:
    return Booking(
        row.id,
        row.reference,
        row.provider_id,
        row.service_id,
        row.customer_id,
        Status(row.status),
        Span(row.starts_at, row.ends_at),
        ZoneInfo(row.zone),
        Titles(row.title),
        Money(row.price_amount, row.currency),
        Format(row.format),
        row.place,
        row.note,
        row.reason,
        row.version,
        frozenset(map(Role, row.coming)),
        row.hold_until,
        row.capacity,
        row.offered,
        policy(row.policy),
        row.late,
        times_moved=row.times_moved,
        moves_id=row.moves_id,
        joined={Role(side): datetime.fromisoformat(at) for side, at in row.joined.items()},
    )


def change(row: Row[Any]) -> Change:
    return Change(
        Status(row.before) if row.before else None,
        Status(row.after),
        Actor(Role(row.role), row.person_id),
        row.at,
        row.reason,
        Source(row.source),
        _span(row.moved_from),
        _span(row.moved_to),
    )


def _span(stored: Range[datetime] | None) -> Span | None:
    if stored is None or stored.lower is None or stored.upper is None:
        return None
    return Span(stored.lower, stored.upper)
