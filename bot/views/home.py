"""The start page and the help page."""

from collections.abc import Sequence
from datetime import datetime

from bot.usecases.browsing import Start
from bot.views import taps
from bot.views.clocks import clock
from bot.views.layout import home, key
from bot.views.screens import Key, Screen, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.notices import Side
from domain.people import Person
from domain.services import Provider


def start(page: Start, person: Person, now: datetime, words: Words, *, toast: str = "") -> Screen:
    lines = [words.say("hello", name=person.first_name), words.say("hello-what")]
    if page.providers:
        names = words.several([provider.name for provider in page.providers])
        lines += ["", words.say("hello-provider", providers=names)]
    if page.is_admin:
        lines += ["", words.say("hello-admin")]
    rows: list[tuple[Key, ...]] = []
    if page.next:
        rows.append((_next(page.next, words),))
    rows.append((key(words.label("key-book"), taps.Book(), Style.PRIMARY),))
    if page.again:
        rows.append((_again(*page.again, words),))
    rows.append((_bookings(page.bookings, words),))
    if page.providers:
        rows += _provider(page.providers, page.waiting, now, words)
    if page.is_admin:
        policies = key(words.label("key-policies"), taps.PoliciesOfHouses())
        rows.append((key(words.label("key-holidays"), taps.Organizations()), policies))
    rows.append(
        (
            key(words.label("key-settings"), taps.Settings()),
            key(words.label("key-help"), taps.Help()),
        )
    )
    return Screen("\n".join(lines), tuple(rows), toast)


def help_page(is_provider: bool, words: Words) -> Screen:  # a fact about the reader
    text = words.say("help")
    if is_provider:
        text += "\n\n" + words.say("help-provider")
    return Screen(text, ((home(words),),))


def _next(booking: Booking, words: Words) -> Key:
    title = booking.title.into(words.language)
    when = words.day_and_time(booking.start, clock(booking, words))
    button = taps.ShowBooking(booking.id, Side.CUSTOMER)
    return key(words.label("key-next", title=title, when=when), button)


def _again(booking: Booking, provider: Provider, words: Words) -> Key:
    title = booking.title.into(words.language)
    label = words.label("key-once-more-of", title=title, provider=provider.name)
    return key(label, taps.Again(booking.id))


def _bookings(count: int, words: Words) -> Key:
    label = words.label("key-bookings", count=count) if count else words.label("key-no-bookings")
    return key(label, taps.MyBookings(0))


def _provider(
    providers: Sequence[Provider], waiting: int, now: datetime, words: Words
) -> list[tuple[Key, ...]]:
    today = now.astimezone(providers[0].zone).date()
    rows: list[tuple[Key, ...]] = [
        (
            key(words.label("key-today"), taps.Today(today)),
            key(words.label("key-week"), taps.Week(today)),
        ),
        (key(words.label("key-workspace"), taps.Workspace()),),
    ]
    if waiting:
        rows.append((key(words.label("key-requests", count=waiting), taps.Requests()),))
    return rows
