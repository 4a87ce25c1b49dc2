"""All that the database says of the bookings of a run: read at once, to be judged in `truths`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import text

from domain.bookings import LIVE, UPCOMING, Role, Status
from domain.notices import Kind, Side
from domain.policies import Policy
from domain.spans import Span
from domain.waitlist import State
from storage.connection import Connection
from storage.policy_rows import policy

# One statement, for it is asked after every step.
_ALL = text(
    """
    SELECT json_build_object(
        'sessions', (SELECT json_agg(each) FROM (
            SELECT id, provider_id, service_id, starts_at, ends_at, capacity, live,
                coalesce(beside, id) AS family,
                lower(blocked) AS blocked_from, upper(blocked) AS blocked_until
            FROM sessions ORDER BY id
        ) AS each),
        'bookings', (SELECT json_agg(each) FROM (
            SELECT id, reference, session_id, seat, provider_id, service_id, customer_id, status,
                starts_at, ends_at, title, price_amount, currency, format, policy, version,
                hold_until, offered, late, times_moved, moves_id, joined,
                cardinality(suggested) AS suggested, created_at,
                EXISTS (SELECT FROM outcomes WHERE booking_id = bookings.id) AS has_outcome
            FROM bookings ORDER BY id
        ) AS each),
        'events', (SELECT json_agg(each) FROM (
            SELECT booking_id, before, after, role, person_id, at,
                lower(moved_from) AS from_start, upper(moved_from) AS from_end,
                lower(moved_to) AS to_start, upper(moved_to) AS to_end
            FROM booking_events ORDER BY id
        ) AS each),
        'notices', (SELECT json_agg(each) FROM (
            SELECT booking_id, kind, side, recipient_id, version, lead_minutes, due_at, state
            FROM notifications WHERE state = 'pending' OR kind = 'ready' ORDER BY id
        ) AS each),
        'waits', (SELECT json_agg(each) FROM (
            SELECT id, customer_id, service_id, state, booking_id, offered_until
            FROM waitlist_entries ORDER BY id
        ) AS each),
        'series', (SELECT json_agg(each) FROM (
            SELECT series_id, booking_id FROM series_bookings ORDER BY series_id, booking_id
        ) AS each),
        'reviews', (SELECT json_agg(each) FROM (
            SELECT booking_id, provider_id, stars FROM reviews ORDER BY booking_id
        ) AS each),
        'afterwards', (SELECT json_agg(booking_id) FROM (
            SELECT booking_id FROM follow_ups UNION ALL SELECT booking_id FROM participations
        ) AS each),
        'providers', (SELECT json_agg(each) FROM (
            SELECT id, person_id, most_a_day, own_stars, own_count FROM providers ORDER BY id
        ) AS each),
        'walk_ins', (SELECT json_agg(id) FROM people WHERE telegram_id IS NULL)
    )::text
    """
)


@dataclass(frozen=True, slots=True)
class Session:
    """`family` is shared by the times of one booking that moves: they alone may overlap."""

    id: int
    provider_id: int
    service_id: int
    during: Span
    blocked: Span
    capacity: int
    live: bool
    family: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A booking as it is stored; `agreed` is what must not change once it is made."""

    id: int
    session_id: int
    seat: int
    provider_id: int
    service_id: int
    customer_id: int
    status: Status
    during: Span
    policy: Policy
    version: int
    hold_until: datetime | None
    offered: bool
    late: bool
    times_moved: int
    moves_id: int | None
    joined: frozenset[Role]
    suggested: int
    has_outcome: bool
    meeting: str
    agreed: tuple[object, ...]

    @property
    def start(self) -> datetime:
        return self.during.start

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    @property
    def is_upcoming(self) -> bool:
        return self.status in UPCOMING

    def __str__(self) -> str:
        return f"booking {self.id} ({self.status}, {self.start:%d %b %H:%M}, v{self.version})"


@dataclass(frozen=True, slots=True)
class Event:
    booking_id: int
    before: Status | None
    after: Status
    role: Role
    person_id: int | None
    at: datetime
    moved_from: Span | None
    moved_to: Span | None


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that is pending, or of the kind READY in whatever state."""

    booking_id: int
    kind: Kind
    side: Side
    recipient_id: int
    version: int
    lead_minutes: int | None
    due: datetime
    is_pending: bool

    def __str__(self) -> str:
        return f"{self.kind} (v{self.version}) for the {self.side} of booking {self.booking_id}"


@dataclass(frozen=True, slots=True)
class Wait:
    id: int
    customer_id: int
    service_id: int
    state: State
    booking_id: int | None
    offered_until: datetime | None


@dataclass(frozen=True, slots=True)
class Keeper:
    """A provider: who runs it, its cap, and its stars as they were added up."""

    id: int
    person_id: int | None
    most_a_day: int | None
    stars: int
    count: int


@dataclass(frozen=True)
class Facts:
    """Everything by id; `reviews` are (booking, provider, stars)."""

    sessions: Mapping[int, Session] = field(default_factory=dict)
    bookings: Mapping[int, Kept] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    notices: tuple[Told, ...] = ()
    waits: Mapping[int, Wait] = field(default_factory=dict)
    series: tuple[tuple[int, int], ...] = ()
    reviews: tuple[tuple[int, int, int], ...] = ()
    afterwards: frozenset[int] = frozenset()
    providers: Mapping[int, Keeper] = field(default_factory=dict)
    walk_ins: frozenset[int] = frozenset()

    @cached_property
    def live(self) -> tuple[Kept, ...]:
        return tuple(each for each in self.bookings.values() if each.is_live)

    @cached_property
    def steps(self) -> Mapping[int, tuple[Event, ...]]:
        """The events of each booking, in order."""
        found: dict[int, list[Event]] = {each: [] for each in self.bookings}
        for event in self.events:
            found[event.booking_id].append(event)
        return {booking_id: tuple(events) for booking_id, events in found.items()}


async def read(connection: Connection) -> Facts:
    stored = orjson.loads((await connection.read(_ALL)).scalar_one())
    rows: Mapping[str, Any] = {name: found or () for name, found in stored.items()}
    return Facts(
        {row["id"]: _session(row) for row in rows["sessions"]},
        {row["id"]: _kept(row) for row in rows["bookings"]},
        tuple(map(_event, rows["events"])),
        tuple(_told(row) for row in rows["notices"] if row["booking_id"]),
        {row["id"]: _wait(row) for row in rows["waits"]},
        tuple((row["series_id"], row["booking_id"]) for row in rows["series"]),
        tuple((row["booking_id"], row["provider_id"], row["stars"]) for row in rows["reviews"]),
        frozenset(rows["afterwards"]),
        {row["id"]: Keeper(*row.values()) for row in rows["providers"]},
        frozenset(rows["walk_ins"]),
    )


def _session(row: Mapping[str, Any]) -> Session:
    return Session(
        row["id"],
        row["provider_id"],
        row["service_id"],
        _span(row["starts_at"], row["ends_at"]),
        _span(row["blocked_from"], row["blocked_until"]),
        row["capacity"],
        row["live"],
        row["family"],
    )


def _kept(row: Mapping[str, Any]) -> Kept:
    agreed = ("reference", "provider_id", "service_id", "customer_id", "price_amount", "currency")
    laid_down = policy(row["policy"])
    return Kept(
        row["id"],
        row["session_id"],
        row["seat"],
        row["provider_id"],
        row["service_id"],
        row["customer_id"],
        Status(row["status"]),
        _span(row["starts_at"], row["ends_at"]),
        laid_down,
        row["version"],
        _instant(row["hold_until"]),
        row["offered"],
        row["late"],
        row["times_moved"],
        row["moves_id"],
        frozenset(map(Role, row["joined"])),
        row["suggested"],
        row["has_outcome"],
        row["format"],
        (*(row[name] for name in agreed), str(row["title"]), laid_down),
    )


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        row["booking_id"],
        Status(row["before"]) if row["before"] else None,
        Status(row["after"]),
        Role(row["role"]),
        row["person_id"],
        datetime.fromisoformat(row["at"]),
        _span(row["from_start"], row["from_end"]) if row["from_start"] else None,
        _span(row["to_start"], row["to_end"]) if row["to_start"] else None,
    )


def _told(row: Mapping[str, Any]) -> Told:
    return Told(
        row["booking_id"],
        Kind(row["kind"]),
        Side(row["side"]),
        row["recipient_id"],
        row["version"],
        row["lead_minutes"],
        datetime.fromisoformat(row["due_at"]),
        row["state"] == "pending",
    )


def _wait(row: Mapping[str, Any]) -> Wait:
    return Wait(
        row["id"],
        row["customer_id"],
        row["service_id"],
        State(row["state"]),
        row["booking_id"],
        _instant(row["offered_until"]),
    )


def _span(start: str, end: str) -> Span:
    return Span(datetime.fromisoformat(start), datetime.fromisoformat(end))


def _instant(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored)
