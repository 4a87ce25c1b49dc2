"""Rows and constraints: one map of the data.

Instants are `timestamptz`, lengths of time whole minutes, texts in several languages JSON by
language. Every rule that two people can break at once is a constraint with a name.
"""

from storage.tables.afterwards import follow_ups, participations, reviews
from storage.tables.bookings import (
    IS_LIVE,
    NO_OVERLAP,
    ONE_HOLD,
    booking_events,
    bookings,
    notifications,
    outcomes,
    sessions,
)
from storage.tables.calendars import busy_feeds, busy_spans, calendar_feeds
from storage.tables.cards import live_cards
from storage.tables.details import (
    booking_answers,
    booking_attachments,
    booking_details,
    outcome_files,
)
from storage.tables.hours import closures, date_openings, date_overrides, holidays, weekly_windows
from storage.tables.offers import (
    admins,
    organizations,
    people,
    provider_services,
    providers,
    services,
)
from storage.tables.rooms import (
    room_blocks,
    room_messages,
    room_posts,
    room_reports,
    room_visits,
)
from storage.tables.series import series, series_bookings
from storage.tables.talks import conversations, dead_letters, failed_updates, invites, updates
from storage.tables.waitlists import WAITS, waitlist_entries

__all__ = [
    "IS_LIVE",
    "NO_OVERLAP",
    "ONE_HOLD",
    "WAITS",
    "admins",
    "booking_answers",
    "booking_attachments",
    "booking_details",
    "booking_events",
    "bookings",
    "busy_feeds",
    "busy_spans",
    "calendar_feeds",
    "closures",
    "conversations",
    "date_openings",
    "date_overrides",
    "dead_letters",
    "failed_updates",
    "follow_ups",
    "holidays",
    "invites",
    "live_cards",
    "notifications",
    "organizations",
    "outcome_files",
    "outcomes",
    "participations",
    "people",
    "provider_services",
    "providers",
    "reviews",
    "room_blocks",
    "room_messages",
    "room_posts",
    "room_reports",
    "room_visits",
    "series",
    "series_bookings",
    "services",
    "sessions",
    "updates",
    "waitlist_entries",
    "weekly_windows",
]
