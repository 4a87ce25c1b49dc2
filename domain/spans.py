"""Stretches of time.

A span is half-open, [start, end), and kept in UTC: arithmetic on datetimes of
a named zone moves the wall clock, which is wrong twice a year.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """An unbroken stretch of time from `start` (part of it) to `end` (not part of it)."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", utc(self.start))
        object.__setattr__(self, "end", utc(self.end))
        if self.end <= self.start:
            raise ValueError("a span must not be empty")

    @classmethod
    def lasting(cls, start: datetime, length: timedelta) -> Self:
        """The span of this elapsed length from `start` on."""
        return cls(start, utc(start) + length)

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: Self) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end


def utc(moment: datetime) -> datetime:
    """The same instant in UTC.

    Raises ValueError for a naive datetime, which would be read by the process's own clock.
    """
    if moment.tzinfo is None:
        raise ValueError("an instant needs an aware datetime")
    return moment.astimezone(UTC)


def to_epoch(moment: datetime) -> int:
    """Whole seconds since 1970 in UTC, rounded down. Raises ValueError for a naive datetime."""
    return (utc(moment) - EPOCH) // SECOND


def from_epoch(seconds: int) -> datetime:
    """The instant, in UTC. Raises OverflowError beyond the years that datetime knows."""
    return EPOCH + timedelta(seconds=seconds)
