"""When people are reminded of a session, and when a late reminder is better not sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.spans import utc

DEFAULT_LEADS = (timedelta(hours=24), timedelta(hours=1), timedelta(minutes=15))
SHORTEST_LEAD = timedelta(minutes=5)
LONGEST_LEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: `lead` is the elapsed time from `due` to the start of the session."""

    lead: timedelta
    due: datetime

    def __post_init__(self) -> None:
        if not is_lead(self.lead):
            raise ValueError("a reminder is due between 5 minutes and 30 days before the start")


def is_lead(lead: timedelta) -> bool:
    """Whether people may be reminded this long before."""
    return SHORTEST_LEAD <= lead <= LONGEST_LEAD


def plan(
    start: datetime, now: datetime, leads: Iterable[timedelta] = DEFAULT_LEADS
) -> tuple[Reminder, ...]:
    """The reminders of a session that still lie ahead, the first one due first.

    A lead named twice counts once. Due times are in UTC. Raises ValueError for a lead that
    `is_lead` does not allow.
    """
    begins = utc(start)
    planned = [Reminder(lead, begins - lead) for lead in sorted(set(leads), reverse=True)]
    return tuple(reminder for reminder in planned if reminder.due > now)


def still_useful(
    lead: timedelta, start: datetime, now: datetime, leads: Iterable[timedelta]
) -> bool:
    """Whether a reminder that is due, perhaps late, is still worth sending.

    It is not once the session has started, nor once a shorter one of the same person's `leads`
    is due too: that one says the same, and nearer the truth.
    """
    begins = utc(start)
    overtaken = any(shorter < lead and begins - shorter <= now for shorter in leads)
    return now < begins and not overtaken
