"""Who is there at a session, on its card: lines, and the keys that make sense around its time."""

from datetime import datetime
from urllib.parse import urlsplit

from bot.usecases.keeping import Card
from bot.views import meeting, taps
from bot.views.clocks import clock
from bot.views.layout import key
from bot.views.screens import Key, Rows, Style
from bot.views.words import Words
from domain import sessions
from domain.bookings import Booking, Role, Status
from domain.notices import Side
from domain.outcomes import Outcome
from domain.sessions import End


def status(booking: Booking, now: datetime, words: Words) -> str:
    """How things stand; what is over is not called going on because nobody has said so."""
    if booking.status in {Status.CONFIRMED, Status.IN_PROGRESS} and booking.during.end <= now:
        return words.say("status-unmarked")
    return words.say(f"status-{booking.status}")


def lines(seen: Card, other: str, words: Words) -> list[str]:
    """Where a session that is not in person takes place, who is there, when it ended."""
    booking, own = seen.booking, Role(seen.side.value)
    city, found = words.city(clock(booking, words)), []
    where = meeting.line(seen, words)
    if where and booking.status.is_live:
        found.append(where)
    for role in sorted(booking.joined, key=lambda each: each is not own):
        time = words.time(booking.joined[role], clock(booking, words))
        line = "joined-self" if role is own else "joined-other"
        found.append(words.say(line, other=other, time=time, city=city))
    if seen.outcome is not None:
        found.append(ended(booking, seen.outcome, words))
    return found


def ended(booking: Booking, outcome: Outcome, words: Words) -> str:
    time, city = words.time(outcome.ended, clock(booking, words)), words.city(clock(booking, words))
    return words.say("session-ended", time=time, city=city)


def rows(seen: Card, now: datetime, words: Words) -> Rows:
    """To be there, to say what became of it, to read or write what was written down."""
    booking = seen.booking
    found: list[tuple[Key, ...]] = []
    if sessions.is_open(booking, now):
        found += arrival(booking, seen.side, words)
    if seen.side is Side.PROVIDER and sessions.is_unmarked(booking, now):
        found += answers(booking, now, words)
    if seen.outcome is not None and (seen.side is Side.PROVIDER or not seen.outcome.is_empty):
        found.append((notes(booking, seen.side, words),))
    return tuple(found)


def arrival(booking: Booking, side: Side, words: Words) -> Rows:
    """I am here, unless that was said already; and the way there, if it has an address."""
    found: list[tuple[Key, ...]] = []
    if Role(side.value) not in booking.joined:
        label = words.label("key-join")
        found.append((key(label, taps.Join(booking.id, side), Style.SUCCESS),))
    if address := _address(booking):
        found.append((Key(words.label("key-session-link"), url=address),))
    return tuple(found)


def answers(booking: Booking, now: datetime, words: Words) -> Rows:
    """What became of it: it took place, perhaps until just now, or the customer did not come."""
    end = End.PLANNED if booking.during.end <= now else End.NOW
    first = (
        key(words.label("key-completed"), taps.Complete(booking.id, end), Style.SUCCESS),
        key(words.label("key-no-show"), taps.AskNoShow(booking.id)),
    )
    if not sessions.is_just_over(booking, now):
        return (first,)
    return first, (key(words.label("key-completed-now"), taps.Complete(booking.id, End.NOW)),)


def notes(booking: Booking, side: Side, words: Words) -> Key:
    return key(words.label("key-notes"), taps.ShowNotes(booking.id, side))


def _address(booking: Booking) -> str:
    """The place of a session that is not in person, if it is a web address."""
    place = booking.place.strip()
    if not booking.format.is_remote or any(map(str.isspace, place)):
        return ""
    try:
        parts = urlsplit(place)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    return place if is_web else ""
