"""From a notice or a card that is due to the message that one person reads, if it is true."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import (
    ahead,
    answering,
    busy,
    followups,
    keeping,
    moving,
    reviewing,
    sessions,
)
from bot.usecases.keeping import Card
from bot.views import busy as busy_views, cards, followups as followup_views, notices as views
from bot.views.screens import Screen
from bot.views.words import Words
from domain import livecards, notices, reminders
from domain.notices import AnyNotice, FeedNotice, Kind, Notice, Side
from domain.people import Person
from domain.refusals import NotFound
from storage.live_cards import ClaimedCard
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


async def card(tx: Tx, claimed: ClaimedCard, now: datetime) -> Screen | None:
    """A live card as its reader sees it now; None if there is nobody, or nothing, to show it."""
    person = await tx.people.get(claimed.person_id)
    if not person.reachable:
        return None
    try:
        seen = await keeping.card(tx, person, claimed.booking_id, claimed.side)
    except NotFound:  # theirs no longer
        return None
    if livecards.is_over(seen.booking, now):
        return None
    return cards.card(seen, now, Words(person.language, person.zone))


async def _of_feed(
    tx: Tx, person: Person, notice: FeedNotice, now: datetime, words: Words
) -> Screen | None:
    seen = await busy.broken(tx, person, notice, now)
    return None if seen is None else busy_views.broken(seen, words)


async def _of_booking(
    tx: Tx, person: Person, notice: Notice, now: datetime, words: Words
) -> Screen | None:
    seen = await keeping.card(tx, person, notice.booking_id, notice.side)
    about = seen.booking
    if about.id != notice.booking_id:  # a time that is, or was, kept for this booking
        about = await tx.bookings.get(notice.booking_id)
        seen = replace(seen, proposal=about)
        if not seen.booking.status.is_live:
            return None
    if notices.outdated(notice, about, now) or await _is_seen(tx, notice):
        return None
    if notice.lead and not reminders.still_useful(
        notice.lead, seen.booking.start, now, person.leads
    ):
        return None
    if notice.kind is Kind.FOLLOW_UP:
        planned = await followups.reminded_of(tx, notice, seen, now)
        return None if planned is None else followup_views.reminder(planned, words)
    if not reviewing.is_news(notice, seen) or not await sessions.speaks(tx, seen, notice):
        return None
    if seen.series is not None and not await answering.speaks(tx, notice):
        return None
    seen = await _with_all_it_tells(tx, notice, seen, now)
    screen = views.message(notice, seen, now, words)
    if notice.kind in _WITH_FILES and seen.details.files:
        return replace(screen, files=await tx.details.files(seen.booking.id))
    if notice.kind is Kind.NOTES and seen.outcome is not None:
        return replace(screen, files=seen.outcome.files)
    return screen


async def _is_seen(tx: Tx, notice: Notice) -> bool:
    """Whether it tells what the booking's card has told already."""
    return notice.kind in notices.ANSWERS and await tx.cards.stands(
        notice.booking_id, notice.recipient_id
    )


async def _with_all_it_tells(tx: Tx, notice: Notice, seen: Card, now: datetime) -> Card:
    """The card with what only this kind of notice tells: times to choose from, a move, a clash."""
    if notice.kind is Kind.OFFER:
        seen = await ahead.with_clashing(tx, seen)
    if notice.kind is Kind.MOVE or (notice.kind is Kind.EXPIRED and seen.side is Side.CUSTOMER):
        seen = await moving.with_others(tx, seen, now)
    if notice.kind in {Kind.MOVED, Kind.MOVE_AGREED}:
        seen = replace(seen, move=await tx.bookings.last_move(notice.booking_id))
    return seen
