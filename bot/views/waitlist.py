"""The waitlist: choosing what to wait for, standing in line, being offered a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.usecases.keeping import Card
from bot.usecases.seeking import Sought
from bot.usecases.waiting import Dates, Joined, Waiting
from bot.views import taps
from bot.views.cards import facts
from bot.views.clocks import clock
from bot.views.layout import column, flow_foot, grid, home, key, marked, reading
from bot.views.looking import heading
from bot.views.policies import before_booking
from bot.views.screens import Key, Screen, Style
from bot.views.words import Words
from domain.dayparts import Part
from domain.waitlist import OFFER, State


def ask(sought: Sought, part: Part, choices: Sequence[Dates], flow: int, words: Words) -> Screen:
    """For which days, and which part of them?"""
    text = words.joined(
        f"{heading(sought, words)}\n",
        words.say("wait-ask", length=words.length(OFFER)),
        words.say("wait-ask-days"),
    )
    parts = [
        key(marked(_part(each, words), each is part, words), taps.AskWait(flow, each))
        for each in Part
    ]
    days = (
        key(_choice(first, last, choices, words), taps.WaitFor(flow, first, last, part))
        for first, last in choices
    )
    rows = (reading(words, row) for row in grid(parts, 2))
    return Screen(text, (*rows, *column(days), _to_days(flow, words)))


def joined(sought: Sought, done: Joined, flow: int, words: Words) -> Screen:
    """In line from now on; such times that are free already are a tap away."""
    lines = [
        words.say("wait-joined"),
        "",
        _described(done.waiting, words),
        "",
        words.say("wait-joined-how", length=words.length(OFFER)),
        words.say("wait-free-now") if done.free else "",
    ]
    free = (
        key(
            words.label("key-soonest", when=words.day_and_time(start, sought.zone)),
            taps.PickTime(flow, start),
        )
        for start in done.free
    )
    to_list = key(words.label("key-my-waitlist"), taps.MyWaitlist())
    rows = (*column(free), (to_list,), (*_to_days(flow, words)[:1], home(words)))
    return Screen("\n".join(lines).rstrip(), rows)


def mine(found: Sequence[Waiting], words: Words, toast: str = "") -> Screen:
    """What somebody waits for, each a tap away."""
    texts = [f"{_described(each, words)}\n{_kept(each, words)}".rstrip() for each in found]
    text = "\n\n".join([words.say("waitlist-title"), *(texts or [words.say("waitlist-none")])])
    rows = column(key(_short(each, words), taps.ShowWait(each.entry.id)) for each in found)
    back = key(words.label("key-all-bookings"), taps.MyBookings(0))
    return Screen(text, (*rows, (back, home(words))), toast)


def one(waiting: Waiting, words: Words) -> Screen:
    """One of them, to be left or answered."""
    text = words.joined(
        words.say("waitlist-title"), "\n" + _described(waiting, words), _kept(waiting, words)
    )
    leave = key(words.label("key-wait-leave"), taps.LeaveWaitlist(waiting.entry.id), Style.DANGER)
    back = key(words.label("back"), taps.MyWaitlist())
    return Screen(text, (*_to_offer(waiting, words), (leave,), (back, home(words))))


def offer(seen: Card, now: datetime, words: Words) -> Screen:
    """A time that is kept for whoever waited for it; `seen` is the hold, the customer's."""
    booking, provider = seen.booking, seen.provider
    until = words.time(booking.hold_until or booking.start, clock(booking, words))
    text = words.joined(
        words.say("offer-title"),
        "\n" + facts(booking, provider, words),
        words.say("address", address=provider.address) if provider.address else "",
        *before_booking(booking, seen.clashing, now, words),
        words.say("offer-until", time=until, city=words.city(clock(booking, words))),
    )
    if seen.clashing:
        all_the_same = taps.TakeOfferAllTheSame(booking.id)
        take = key(words.label("key-all-the-same"), all_the_same, Style.SUCCESS)
    else:
        take = key(words.label("key-offer-take"), taps.TakeOffer(booking.id), Style.SUCCESS)
    others = (
        key(words.label("key-offer-pass"), taps.PassOffer(booking.id)),
        key(words.label("key-offer-leave"), taps.LeaveOffer(booking.id)),
    )
    return Screen(text, ((take,), others))


def passed(words: Words) -> Screen:
    return Screen(words.say("offer-passed"), (_foot(words),))


def left(words: Words) -> Screen:
    return Screen(words.say("wait-left"), (_foot(words),))


def over(provider_id: int, service_id: int, words: Words) -> Screen:
    """An offer that was answered too late, or before."""
    look = key(words.label("key-again"), taps.BookAgain(provider_id, service_id), Style.PRIMARY)
    return Screen(words.say("offer-over"), ((look,), _foot(words)))


def with_toast(screen: Screen, toast: str) -> Screen:
    return replace(screen, toast=toast, alert=True)


def _foot(words: Words) -> tuple[Key, ...]:
    return key(words.label("key-my-waitlist"), taps.MyWaitlist()), home(words)


def _to_days(flow: int, words: Words) -> tuple[Key, ...]:
    return key(words.label("back"), taps.ShowDays(flow)), flow_foot(words, flow)[1]


def _to_offer(waiting: Waiting, words: Words) -> tuple[tuple[Key, ...], ...]:
    if waiting.entry.state is not State.OFFERED or waiting.booking_id is None:
        return ()
    button = taps.ShowOffer(waiting.booking_id)
    return ((key(words.label("key-offer-show"), button, Style.SUCCESS),),)


def _choice(first: date, last: date, choices: Sequence[Dates], words: Words) -> str:
    """All but a month ahead begin today."""
    if first > min(start for start, _ in choices):
        return words.label("key-wait-month", month=words.month(first))
    return words.label("key-wait-until", day=words.day(last))


def _described(waiting: Waiting, words: Words) -> str:
    title = waiting.title.into(words.language)
    if waiting.provider is None:
        what = words.say("booking-with-anyone", title=title)
    else:
        what = words.say("booking-of", title=title, provider=waiting.provider)
    return f"{what}\n🗓 {words.plain(_when(waiting, words))}"


def _short(waiting: Waiting, words: Words) -> str:
    title = waiting.title.into(words.language)
    return words.label("key-wait-entry", title=title, when=_dates(waiting, words))


def _when(waiting: Waiting, words: Words) -> str:
    part = waiting.entry.part
    if part is Part.ALL:
        return _dates(waiting, words)
    return words.label("wait-when", dates=_dates(waiting, words), part=_part(part, words))


def _dates(waiting: Waiting, words: Words) -> str:
    entry = waiting.entry
    if entry.first == entry.last:
        return words.day(entry.first)
    return words.label("wait-dates", first=words.day(entry.first), last=words.day(entry.last))


def _part(part: Part, words: Words) -> str:
    return words.label("part-any") if part is Part.ALL else words.label(f"wait-{part}")


def _kept(waiting: Waiting, words: Words) -> str:
    """What is offered at present."""
    offered, zone = waiting.entry.offer, waiting.entry.zone
    if offered is None:
        return ""
    when = words.day_and_time(offered.slot.start, zone)
    return words.say("wait-kept", when=when, until=words.time(offered.until, zone))
