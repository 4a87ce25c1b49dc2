"""The last steps of a booking: review, note, done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.views import cards, details, meeting, taps
from bot.views.cards import facts
from bot.views.clocks import clock
from bot.views.layout import flow_foot, key
from bot.views.policies import before_booking
from bot.views.screens import Key, Screen, Style
from bot.views.words import Words
from domain.bookings import NOTE_LIMIT, Booking, Status
from domain.notices import Side
from domain.people import Person
from domain.services import Meetings, Provider


def review(
    booking: Booking,
    provider: Provider,
    meetings: Meetings,
    clashing: Sequence[tuple[Booking, Provider]],
    said: Said,
    flow: int,
    now: datetime,
    words: Words,
) -> Screen:
    """Everything once more before it is binding: what applies, and how long the time is kept.

    `clashing` are the customer's own bookings at this time: a warning, no obstacle.
    """
    where = meeting.review_line(booking, provider, said, words)
    return Screen(
        _text(booking, provider, where, clashing, said, now, words),
        (
            (_onwards(booking, said, flow, words),),
            *meeting.how_key(booking, meetings, flow, words),
            *meeting.number_key(booking, said, flow, words),
            _note_keys(said.note, flow, words),
            *details.review_keys(said, booking, flow, words),
            flow_foot(words, flow),
        ),
    )


def review_for(
    customer: Person,
    booking: Booking,
    provider: Provider,
    meetings: Meetings,
    note: str,
    flow: int,
    now: datetime,
    words: Words,
) -> Screen:
    """As `review`, where a provider books for somebody, and need not tell or ask themselves."""
    booking = replace(booking, policy=replace(booking.policy, approval=False))
    where = meeting.whereabouts(booking, provider, customer, Side.PROVIDER, words)
    text = _text(booking, provider, where, (), Said(note), now, words)
    return Screen(
        f"{words.say('review-for', customer=customer.name)}\n{text}",
        (
            (_confirm(booking, words),),
            *meeting.how_key(booking, meetings, flow, words),
            _note_keys(note, flow, words),
            flow_foot(words, flow),
        ),
    )


def note(provider: Provider, flow: int, words: Words) -> Screen:
    text = words.say("note-ask", provider=provider.name, limit=NOTE_LIMIT)
    return Screen(text, (flow_foot(words, flow),))


def done(seen: Card, now: datetime, words: Words) -> Screen:
    """The flow's last word: the booking's card under a heading of its own."""
    card = cards.card(seen, now, words)
    if seen.booking.status is Status.CONFIRMED:
        return replace(card, text=cards.headed(words.say("notice-confirmed"), seen, now, words))
    head = words.say("notice-sent", provider=seen.provider.name)
    return replace(card, text=f"{head}\n{words.say('notice-sent-more')}\n\n{card.text}")


def _text(
    booking: Booking,
    provider: Provider,
    where: str,
    clashing: Sequence[tuple[Booking, Provider]],
    said: Said,
    now: datetime,
    words: Words,
) -> str:
    return words.joined(
        words.say("review-title"),
        "",
        facts(booking, provider, words),
        where,
        *details.review_lines(said, booking, words),
        *before_booking(booking, clashing, now, words),
        kept_until(booking, words),
        words.say("review-approval", provider=provider.name) if booking.policy.approval else "",
    )


def kept_until(booking: Booking, words: Words) -> str:
    """How long what is held is kept; empty for what is not held any more."""
    if booking.hold_until is None:
        return ""
    until = words.time(booking.hold_until, clock(booking, words))
    return words.say("review-held", time=until, city=words.city(clock(booking, words)))


def _onwards(booking: Booking, said: Said, flow: int, words: Words) -> Key:
    """Confirm; or first to what has to be said before: a number to be called on, answers."""
    if booking.provider_calls and not said.number:
        return key(words.label("key-number"), taps.GiveNumber(flow), Style.PRIMARY)
    if not said.missing:
        return _confirm(booking, words)
    label = words.label("key-questions-first", count=said.missing)
    return key(label, taps.AskQuestions(flow), Style.PRIMARY)


def _confirm(booking: Booking, words: Words) -> Key:
    when = words.day_and_time(booking.start, clock(booking, words))
    label = words.label("key-request" if booking.policy.approval else "key-confirm", when=when)
    return key(label, taps.Confirm(booking.id), Style.SUCCESS)


def _note_keys(note: str, flow: int, words: Words) -> tuple[Key, ...]:
    if not note:
        return (key(words.label("key-note"), taps.WriteNote(flow)),)
    return (
        key(words.label("key-change-note"), taps.WriteNote(flow)),
        key(words.label("key-drop-note"), taps.DropNote(flow)),
    )
