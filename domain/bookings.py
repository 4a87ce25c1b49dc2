"""The life of a booking: its statuses, who may change them, and what each change is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.money import Money
from domain.policies import DEFAULT, Policy
from domain.refusals import AlreadyStarted, NotStarted, TextTooLong, WrongStatus
from domain.services import Format, Titles
from domain.spans import Span

HOLD = DEFAULT.hold
NOTE_LIMIT = 1000
REASON_LIMIT = 300


class Status(StrEnum):
    """Where a booking stands."""

    HELD = "held"
    PENDING_PAYMENT = "pending_payment"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    EXPIRED = "expired"

    @property
    def is_live(self) -> bool:
        """A live booking keeps its time from everybody else."""
        return self in LIVE


LIVE = frozenset(
    {
        Status.HELD,
        Status.PENDING_PAYMENT,
        Status.PENDING,
        Status.CONFIRMED,
        Status.IN_PROGRESS,
    }
)
UPCOMING = frozenset({Status.PENDING_PAYMENT, Status.PENDING, Status.CONFIRMED, Status.IN_PROGRESS})
# What has its place in a provider's days, those that are over included.
STANDING = UPCOMING | {Status.COMPLETED, Status.NO_SHOW}


class Role(StrEnum):
    """In which part somebody acts on a booking."""

    CUSTOMER = "customer"
    PROVIDER = "provider"
    ADMIN = "admin"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it; the system has no person."""

    role: Role
    person_id: int | None = None


SYSTEM = Actor(Role.SYSTEM)


class Source(StrEnum):
    """From where a change came."""

    CHAT = "chat"
    LINK = "link"  # the talk began with a link that somebody shared
    JOB = "job"  # nobody did it: the clock
    IMPORT = "import"


_CUSTOMER = frozenset({Role.CUSTOMER, Role.ADMIN})
_PROVIDER = frozenset({Role.PROVIDER, Role.ADMIN})
_EITHER = _CUSTOMER | _PROVIDER
_CLOCK = frozenset({Role.SYSTEM})

MOVES: Mapping[Status, Mapping[Status, frozenset[Role]]] = {
    Status.HELD: {
        Status.PENDING_PAYMENT: _CUSTOMER,
        Status.PENDING: _CUSTOMER,
        Status.CONFIRMED: _EITHER,  # a provider books for somebody
        Status.EXPIRED: _EITHER | _CLOCK,
    },
    Status.PENDING_PAYMENT: {
        Status.PENDING: _CLOCK,
        Status.CONFIRMED: _CLOCK,
        Status.CANCELLED: _EITHER,
        Status.EXPIRED: _CLOCK,
    },
    Status.PENDING: {
        Status.CONFIRMED: _PROVIDER,
        Status.DECLINED: _PROVIDER,
        Status.CANCELLED: _CUSTOMER,
        Status.EXPIRED: _CLOCK,
    },
    Status.CONFIRMED: {
        Status.IN_PROGRESS: _EITHER | _CLOCK,
        Status.CANCELLED: _EITHER,
        Status.COMPLETED: _PROVIDER,
        Status.NO_SHOW: _PROVIDER | _CLOCK,
    },
    Status.IN_PROGRESS: {
        Status.COMPLETED: _PROVIDER | _CLOCK,
        Status.NO_SHOW: _PROVIDER | _CLOCK,
    },
    Status.COMPLETED: {},
    Status.NO_SHOW: {},
    Status.CANCELLED: {},
    Status.DECLINED: {},
    Status.EXPIRED: {},
}

_BEFORE_THE_START = frozenset({Status.CONFIRMED, Status.DECLINED, Status.CANCELLED})
_AFTER_THE_START = frozenset({Status.IN_PROGRESS, Status.COMPLETED, Status.NO_SHOW})


@dataclass(frozen=True, slots=True)
class Booking:
    """One customer's place in one session.

    `title`, `price` and `format` are snapshots of the service at the moment of booking.
    `version` grows with every change that makes earlier notices outdated.
    `coming` are the sides that said they will be there. `hold_until` is when what waits runs out:
    the hold while the status is held, the request while it is pending. `capacity` is the seats of
    its session. `offered`: it began as an offer from the waitlist, not as its customer's choice.
    `policy` is what applied when it was made. `late`: its customer cancelled it late.
    `times_moved` counts the moves that its policy limits. `moves_id`: this is no booking but a time
    that is kept for that one, which may move to it.
    `joined` are the sides that said they are there, and when they did.
    """

    id: int
    reference: str
    provider_id: int
    service_id: int
    customer_id: int
    status: Status
    during: Span
    zone: ZoneInfo
    title: Titles
    price: Money
    format: Format = Format.IN_PERSON
    place: str = ""
    note: str = ""
    reason: str = ""
    version: int = 1
    coming: frozenset[Role] = frozenset()
    hold_until: datetime | None = None
    capacity: int = 1
    offered: bool = False
    policy: Policy = DEFAULT
    late: bool = False
    times_moved: int = 0
    moves_id: int | None = None
    joined: Mapping[Role, datetime] = field(default_factory=dict)

    @property
    def start(self) -> datetime:
        return self.during.start

    @property
    def dates(self) -> frozenset[date]:
        """The dates of its zone on which it lies."""
        ends = self.during.end - timedelta(microseconds=1)
        return frozenset(each.astimezone(self.zone).date() for each in (self.start, ends))

    @property
    def provider_calls(self) -> bool:
        """Whether the provider calls the customer, on the customer's own number."""
        return self.format is Format.PHONE and not self.place


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a booking's life, as the audit trail keeps it; a move has both its times."""

    before: Status | None
    after: Status
    actor: Actor
    at: datetime
    reason: str = ""
    source: Source = Source.CHAT
    moved_from: Span | None = None
    moved_to: Span | None = None


def moved(
    booking: Booking,
    to: Status,
    *,
    by: Actor,
    at: datetime,
    reason: str = "",
    until: datetime | None = None,
) -> tuple[Booking, Change]:
    """The booking in its next status and the change to record; `until` limits a pending one.

    Raises:
        WrongStatus: the machine has no such step for this actor.
        AlreadyStarted: the step makes sense only before the session starts.
        NotStarted: the step makes sense only from then on.
        TextTooLong: the reason is longer than REASON_LIMIT characters.
    """
    if by.role not in MOVES[booking.status].get(to, frozenset()):
        raise WrongStatus(booking.status)
    if to in _BEFORE_THE_START and booking.start <= at:
        raise AlreadyStarted
    if to in _AFTER_THE_START and at < booking.start:
        raise NotStarted(booking.start)
    reason = fitting(reason, REASON_LIMIT)

    after = replace(
        booking, status=to, reason=reason, version=booking.version + 1, hold_until=until
    )
    source = Source.JOB if by.role is Role.SYSTEM else Source.CHAT
    return after, Change(booking.status, to, by, at, reason, source)


def cancels_late(booking: Booking, by: Role, now: datetime) -> bool:
    """Whether who cancels now does so late: customers do, once they rely on each other."""
    is_theirs = by is Role.CUSTOMER and booking.status is Status.CONFIRMED
    return is_theirs and booking.policy.cancels_late(booking.start, now)


def has_run_out(booking: Booking, now: datetime) -> bool:
    """Whether a hold or a request has lapsed, though nobody may have looked after it yet."""
    return booking.hold_until is not None and booking.hold_until <= now


def checked_out(held: Booking) -> Status:
    """What a held booking becomes when its customer confirms it."""
    return Status.PENDING if held.policy.approval else Status.CONFIRMED


def request_lapses(made: datetime, start: datetime, notice: timedelta) -> datetime:
    """When an unanswered request lapses: at the start less the service's minimum notice.

    A request made shortly before that leaves the provider half of the time to the start.
    """
    return max(start - notice, made + (start - made) / 2)


def nudge_due(made: datetime, lapses: datetime) -> datetime:
    """When the provider is reminded of a request: after 24 hours or half of its time."""
    return made + min(timedelta(hours=24), (lapses - made) / 2)


def fitting(text: str, limit: int) -> str:
    """The text without surrounding blanks; raises TextTooLong beyond `limit` characters."""
    text = text.strip()
    if len(text) > limit:
        raise TextTooLong(limit, len(text))
    return text
