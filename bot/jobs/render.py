"""From a notice that is due to the message that one person reads, if it is still true."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import ahead, busy, keeping, moving
from bot.views import busy as busy_views
from bot.views import notices as views
from bot.views.screens import Screen
from bot.views.words import Words
from domain import notices, reminders
from domain.notices import AnyNotice, FeedNotice, Kind, Notice
from domain.people import Person
from storage.store import Tx

_WITH_FILES = {Kind.REQUESTED, Kind.BOOKED}  # how a provider learns of a booking


async def render(tx: Tx, notice: AnyNotice, now: datetime) -> tuple[int, Screen, bool] | None:
    """Chat id, message, and whether to send it silently; None if it is no longer true or useful."""
    person = await tx.people.get(notice.recipient_id)
    if person.telegram_id is None or not person.reachable:
        return None
    words = Words(person.language, person.zone)
    if isinstance(notice, FeedNotice):
        screen = await _of_feed(tx, person, notice, now, words)
    else:
        screen = await _of_booking(tx, person, notice, now, words)
    return None if screen is None else (person.telegram_id, screen, False)


async def _of_feed(
    tx: Tx, person: Person, notice: FeedNotice, now: datetime, words: Words
) -> Screen | None:
    seen = await busy.broken(tx, person, notice, now)
    return None if seen is None else busy_views.broken(seen, words)


async def _of_booking(
    tx: Tx, person: Person, notice: Notice, now: datetime, words: Words
) -> Screen | None:
    seen = await keeping.card(tx, person, notice.booking_id, notice.side)
    if notices.outdated(notice, seen.booking, now):
        return None
    if notice.lead and not reminders.still_useful(
        notice.lead, seen.booking.start, now, person.leads
    ):
        return None
    if notice.kind is Kind.OFFER:
        seen = await ahead.with_clashing(tx, seen)
    if notice.kind is Kind.MOVE:
        seen = await moving.with_others(tx, seen, person, now)
    screen = views.message(notice, seen, now, words)
    if notice.kind in _WITH_FILES and seen.details.files:
        return replace(screen, files=await tx.details.files(seen.booking.id))
    return screen
