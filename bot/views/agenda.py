"""A provider's side: requests to answer, the days' bookings as a list."""

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.usecases.keeping import Card
from bot.usecases.listing import Agenda
from bot.views import taps
from bot.views.buttons import Button
from bot.views.cards import facts, sign
from bot.views.layout import column, home, key, reading
from bot.views.screens import Key, Rows, Screen
from bot.views.sketches import Look
from bot.views.taps import DeclineReason
from bot.views.words import Words
from domain.bookings import REASON_LIMIT, Booking
from domain.notices import Side
from domain.people import Person
from domain.services import Provider

MOST = 30  # bookings on one screen: a message holds 4,096 characters, a keyboard 100 keys

_BRIEF = 32  # characters of each name and title in a list of so many


def day(found: Agenda, words: Words) -> Screen:
    name = words.full_day(found.first)
    title = "agenda-today" if found.first == found.today else "agenda-day"
    lines = [words.say(title, day=name), words.say("agenda-zone", city=words.city(found.zone)), ""]
    lines += _entries(found, words)
    step = timedelta(days=1)
    rows = (
        *column(entry_key(*each, words) for each in found.entries[:MOST]),
        *_whole_days(found, words),
        _turn(taps.Today(found.first - step), taps.Today(found.first + step), words),
        *_foot(found, key(words.label("key-week"), taps.Week(found.first)), words),
    )
    return Screen("\n".join(lines), rows)


def week(found: Agenda, words: Words) -> Screen:
    last = found.first + timedelta(days=found.days - 1)
    lines = [words.say("agenda-week", first=words.day(found.first), last=words.day(last))]
    lines += [words.say("agenda-zone", city=words.city(found.zone))]
    lines += _by_day(found, words)
    step = timedelta(days=7)
    rows = (
        *_days(found, words),
        _turn(taps.Week(found.first - step), taps.Week(found.first + step), words),
        *_pictures(found, words),
        *_foot(found, key(words.label("key-today"), taps.Today(found.today)), words),
    )
    return Screen("\n".join(lines), rows)


def requests(found: tuple[tuple[Booking, Person], ...], words: Words) -> Screen:
    text = words.say("requests-title")
    if not found:
        text += "\n\n" + words.say("requests-none")
    rows = column(entry_key(*each, words) for each in found[:MOST])
    workspace = key(words.label("workspace-back"), taps.Workspace())
    return Screen(text, (*rows, (workspace, home(words))))


def ask_decline(seen: Card, words: Words) -> Screen:
    customer = seen.customer.name
    text = words.joined(
        words.say("decline-ask", customer=customer), "", facts(seen.booking, seen.provider, words)
    )
    asked = seen.booking.id, seen.booking.start
    reasons = decline_reasons(lambda reason: taps.DeclineFor(*asked, reason), words)
    own = key(words.label("key-own-words"), taps.DeclineInWords(*asked))
    other = key(words.label("key-suggest"), taps.AskSuggest(seen.booking.id))
    return Screen(text, (*reasons, (own,), (other,), (_keep(seen, words),)))


def decline_reasons(button: Callable[[DeclineReason], Button], words: Words) -> Rows:
    """The ready-made reasons, each with the button that declines for it."""
    return column(
        key(words.label(f"decline-{reason.name.lower()}"), button(reason))
        for reason in DeclineReason
    )


def ask_reason(seen: Card, words: Words) -> Screen:
    ask = words.say("reason-ask", other=seen.customer.name, limit=REASON_LIMIT)
    text = words.joined(ask, "", facts(seen.booking, seen.provider, words))
    return Screen(text, ((_keep(seen, words),),))


def joined(provider: Provider, words: Words) -> str:
    return words.say("joined-provider", provider=provider.name)


def _keep(seen: Card, words: Words) -> Key:
    return key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.PROVIDER))


def _by_day(found: Agenda, words: Words) -> list[str]:
    lines: list[str] = []
    shown: date | None = None
    for booking, customer in found.entries[:MOST]:
        on = booking.start.astimezone(found.zone).date()
        if on != shown:
            lines += ["", words.say("agenda-day", day=words.day(on))]
            shown = on
        lines.append(_entry(found, booking, customer, words))
    if not found.entries:
        lines += ["", words.say("agenda-none")]
    return [*lines, *_rest(found, words)]


def _entries(found: Agenda, words: Words) -> list[str]:
    lines = [_entry(found, *each, words) for each in found.entries[:MOST]]
    return [*(lines or [words.say("agenda-none")]), *_rest(found, words)]


def entry(booking: Booking, customer: Person, zone: ZoneInfo, words: Words) -> str:
    """One line of a list of a single provider's bookings."""
    return words.say(
        "agenda-entry",
        sign=sign(booking),
        time=words.time(booking.start, zone),
        title=_brief(booking.title.into(words.language)),
        customer=_brief(customer.name),
    )


def _entry(found: Agenda, booking: Booking, customer: Person, words: Words) -> str:
    names = {provider.id: provider.name for provider in found.providers}
    if len(names) == 1:
        return entry(booking, customer, found.zone, words)
    return words.say(
        "agenda-entry-of",
        sign=sign(booking),
        time=words.time(booking.start, found.zone),
        title=_brief(booking.title.into(words.language)),
        customer=_brief(customer.name),
        provider=_brief(names[booking.provider_id]),
    )


def _rest(found: Agenda, words: Words) -> list[str]:
    more = len(found.entries) - MOST
    lines = ["", words.say("agenda-more", count=more)] if more > 0 else []
    return (
        [*lines, "", words.say("agenda-waiting", count=found.waiting)] if found.waiting else lines
    )


def entry_key(booking: Booking, customer: Person, words: Words) -> Key:
    when = words.day_and_time(booking.start, booking.zone)
    label = words.label("key-booking", sign=sign(booking), when=when, title=_brief(customer.name))
    return key(label, taps.ShowBooking(booking.id, Side.PROVIDER))


def _brief(text: str) -> str:
    return text if len(text) <= _BRIEF else f"{text[: _BRIEF - 1]}…"


def _days(found: Agenda, words: Words) -> Rows:
    """A key for each day that has bookings."""
    dates = sorted({booking.start.astimezone(found.zone).date() for booking, _ in found.entries})
    return column(key(words.day(on), taps.Today(on)) for on in dates)


def _whole_days(found: Agenda, words: Words) -> Rows:
    """Where not all are on the screen: the day of each provider, page by page."""
    if len(found.entries) <= MOST:
        return ()
    return column(
        key(
            words.label("key-day-of", provider=each.name),
            taps.DayOf(each.id, found.first, 0, taps.Whence.WORKSPACE),
        )
        for each in found.providers
    )


def _pictures(found: Agenda, words: Words) -> Rows:
    """The week drawn; of several providers each has a workspace of its own for that."""
    if len(found.providers) > 1:
        return ()
    drawn = taps.WeekPicture(found.providers[0].id, words.week_start(found.first), Look.LIGHT)
    return ((key(words.label("key-picture"), drawn),),)


def _turn(
    before: taps.Today | taps.Week, after: taps.Today | taps.Week, words: Words
) -> tuple[Key, ...]:
    row = [key(words.label("previous"), before), key(words.label("next"), after)]
    return reading(words, row)


def _foot(found: Agenda, other: Key, words: Words) -> Rows:
    waiting = key(words.label("key-requests", count=found.waiting), taps.Requests())
    requests_row = ((waiting,),) if found.waiting else ()
    return (*requests_row, (other, home(words)))
