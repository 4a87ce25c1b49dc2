"""Bookings as iCalendar (RFC 5545), for calendars that subscribe to a feed."""

from datetime import timedelta

from icalendar import Calendar, Event

from bot.usecases.feeds import Contents
from bot.views.words import Words
from domain.bookings import Status
from domain.feeds import Entry

REFRESH = timedelta(minutes=15)
_PRODUCT = "-//Randevu//Randevu//EN"
_TENTATIVE = {Status.PENDING, Status.PENDING_PAYMENT}
_OFF = {Status.CANCELLED, Status.DECLINED, Status.EXPIRED}


def calendar(contents: Contents) -> bytes:
    """The feed's text; the same contents give the same bytes.

    What is called off stays in it as cancelled, so that calendars take it out. UID is the
    reference, SEQUENCE grows with each change, times are in the provider's zone.
    """
    words = Words(contents.owner.language, contents.owner.zone)
    made = Calendar.new(
        prodid=_PRODUCT,
        uid=f"feed-{contents.feed.id}@randevu",
        name=words.label("feed-name"),
        refresh_interval=REFRESH,
        subcomponents=[_event(each, contents, words) for each in contents.entries],
    )
    made.add("X-PUBLISHED-TTL", REFRESH)
    if contents.entries:
        starts = [each.booking.start.date() for each in contents.entries]
        week = timedelta(days=7)
        made.add_missing_timezones(min(starts) - week, max(starts) + week)
    return bytes(made.to_ical())


def _event(entry: Entry, contents: Contents, words: Words) -> Event:
    booking, provider = entry.booking, entry.provider
    is_customer = contents.feed.provider_id is None
    title = booking.title.into(words.language)
    other = provider.name if is_customer else entry.customer.name
    parts = [booking.place] if booking.format.is_remote else [provider.address, booking.place]
    place = words.several([each for each in parts if each] or [""])
    return Event.new(
        uid=f"{booking.reference}@randevu",
        sequence=booking.version,
        stamp=entry.changed,
        last_modified=entry.changed,
        start=booking.start.astimezone(booking.zone),
        end=booking.during.end.astimezone(booking.zone),
        summary=words.label("feed-summary", title=title, other=other),
        description=_description(entry, words),
        location=place if is_customer and place else None,
        status=_status(booking.status),  # type: ignore[arg-type]  # its enum is one of strings
        transparency="TRANSPARENT" if booking.status in _OFF else "OPAQUE",  # type: ignore[arg-type]
    )


def _status(status: Status) -> str:
    if status in _OFF:
        return "CANCELLED"
    return "TENTATIVE" if status in _TENTATIVE else "CONFIRMED"


def _description(entry: Entry, words: Words) -> str:
    booking = entry.booking
    return words.joined(
        words.label(f"status-{booking.status.value}"),
        words.label(f"format-{booking.format}"),
        words.label("feed-reference", reference=booking.reference),
        words.label("review-note", note=booking.note) if booking.note else "",
    )
