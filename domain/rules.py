"""How a service may be booked, as its provider sets it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.hours import Hours
from domain.spans import to_epoch, utc
from domain.wallclock import date_at

_ZERO = timedelta(0)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a service may be booked.

    Starts are `interval` apart; `before` and `after` are the buffers. `notice` is elapsed time,
    `horizon` the number of provider-local dates after today's that may be booked. `most_a_day`
    caps the sessions that start on one provider-local date; `capacity` is the seats of each.
    The service's own weekly `hours` narrow its provider's; None where it has none.
    """

    duration: timedelta
    interval: timedelta
    before: timedelta
    after: timedelta
    notice: timedelta
    horizon: int
    most_a_day: int | None = None
    capacity: int = 1
    hours: Hours | None = None

    def __post_init__(self) -> None:
        if self.duration <= _ZERO or self.interval <= _ZERO:
            raise ValueError("duration and interval must be positive")
        if min(self.before, self.after, self.notice) < _ZERO or self.horizon < 0:
            raise ValueError("buffers, notice and horizon must not be negative")
        if any(each % _MINUTE for each in (self.duration, self.interval, self.before, self.after)):
            raise ValueError("duration, interval and buffers must be whole minutes")
        if self.capacity < 1 or (self.most_a_day is not None and self.most_a_day < 1):
            raise ValueError("a session has a seat, and a day a session, at the least")
        if any(each.service_id is not None for each in self.hours or ()):
            raise ValueError("a service's own hours name no service")

    def earliest(self, now: datetime) -> datetime:
        """The first instant that leaves the notice, in UTC."""
        return utc(now) + self.notice

    def latest(self, now: datetime, zone: ZoneInfo) -> date:
        """The last date within the horizon, for a provider in this zone."""
        return date_at(zone, to_epoch(now)) + timedelta(days=self.horizon)
