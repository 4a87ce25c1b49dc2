"""Another time for a booking: confirming it, what both sides are told, and suggesting times."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.usecases.keeping import Card
from bot.usecases.moving import Plan
from bot.views import taps
from bot.views.cards import details, facts, move_and_cancel, other_side, proposal_keys
from bot.views.clocks import clock
from bot.views.layout import column, flow_foot, home, key, marked
from bot.views.policies import clashes
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.taps import MoveReason
from bot.views.words import Words
from domain.bookings import REASON_LIMIT, Booking
from domain.moves import MOST_SUGGESTED
from domain.notices import Kind, Notice, Side
from domain.services import Provider

NOTICES = frozenset({Kind.MOVED, Kind.MOVE_ASKED, Kind.MOVE_AGREED, Kind.MOVE_REFUSED})


Clashing = Sequence[tuple[Booking, Provider]]


def confirm(
    plan: Plan,
    start: datetime,
    reason: str,
    clashing: Clashing,
    flow: int,
    words: Words,
) -> Screen:
    """From when to when; a ready-made reason, if there is one, is the same tap.

    `reason` was written before. `clashing` are the customer's own bookings at the new time: a
    warning, no obstacle.
    """
    seen = plan.seen
    booking = seen.booking
    lines = [
        words.say("move-ask") + "\n",
        facts(booking, seen.provider, words) + "\n",
        words.say("move-to", when=words.moment(start, clock(booking, words))),
        clashes(clashing, words),
        words.say("move-approval", provider=seen.provider.name) if plan.asks else "",
        words.say("reason", reason=reason) if reason else "",
        words.say("move-why", other=other_side(seen)),
    ]
    when = words.day_and_time(start, clock(booking, words))
    label = words.label("key-ask-move" if plan.asks else "key-move-to", when=when)
    done = taps.MoveFor(booking.id, seen.side, start, MoveReason.NONE)
    reasons = (
        key(
            words.label(f"move-{reason.name.lower()}"),
            taps.MoveFor(booking.id, seen.side, start, reason),
        )
        for reason in MoveReason
        if reason is not MoveReason.NONE
    )
    own = key(words.label("key-own-words"), taps.MoveInWords(flow))
    rows = ((key(label, done, Style.SUCCESS),), *column(reasons), (own,), flow_foot(words, flow))
    return Screen(words.joined(*lines), rows)


def ask_reason(plan: Plan, start: datetime, flow: int, words: Words) -> Screen:
    """Why, in their own words; with these it moves."""
    lines = [
        words.say("move-to", when=words.moment(start, clock(plan.seen.booking, words))),
        words.say("reason-ask", other=other_side(plan.seen), limit=REASON_LIMIT),
    ]
    return Screen("\n".join(lines), (flow_foot(words, flow),))


def warn_of_move(seen: Card, start: datetime, clashing: Clashing, words: Words) -> Screen:
    """The customer takes another time, as was asked for, over a booking of their own."""
    button = taps.MoveFor(seen.booking.id, Side.CUSTOMER, start, MoveReason.NONE)
    return _warning(seen, start, clashing, key(words.label("key-all-the-same"), button), words)


def warn_of_suggested(seen: Card, start: datetime, clashing: Clashing, words: Words) -> Screen:
    """The customer takes what was suggested, over a booking of their own."""
    button = taps.TakeAllTheSame(seen.booking.id, start)
    return _warning(seen, start, clashing, key(words.label("key-all-the-same"), button), words)


def _warning(seen: Card, start: datetime, clashing: Clashing, anyway: Key, words: Words) -> Screen:
    booking = seen.booking
    title = booking.title.into(words.language)
    lines = [
        words.say("booking-of", title=title, provider=seen.provider.name),
        words.say("move-to", when=words.moment(start, clock(booking, words))),
        clashes(clashing, words),
    ]
    back = key(words.label("back"), taps.ShowBooking(booking.id, Side.CUSTOMER))
    return Screen("\n".join(lines), ((anyway,), (back, home(words))))


def under_way(screen: Screen, words: Words) -> Screen:
    """A step of the flow while a booking moves: leaving it keeps the booking as it is."""
    rows = tuple(tuple(_relabelled(each, words) for each in row) for row in screen.rows)
    return replace(screen, rows=rows)


def message(notice: Notice, seen: Card, words: Words) -> Screen:
    """What one side is told of the other's move, or wish to."""
    names = {"provider": seen.provider.name, "customer": seen.customer.name}
    name = notice.kind.value.replace("_", "-")
    title = f"notice-moved-{notice.side}" if notice.kind is Kind.MOVED else f"notice-{name}"
    lines = [words.say(title, **names), *_was(seen, words), details(seen, words)]
    if notice.kind is Kind.MOVE_REFUSED:
        lines = [words.say(title, **names), details(replace(seen, proposal=None), words)]
    return Screen("\n".join(lines), _keys(notice, seen, words))


def choose(seen: Card, words: Words, toast: str = "") -> Screen:
    """Choose another time, for the provider asks for it; the booking stays meanwhile."""
    booking = seen.booking
    lines = [words.say("notice-move", provider=seen.provider.name), details(seen, words), ""]
    lines.append(words.say("move-choose" if seen.others else "move-nothing"))
    times = (
        key(words.day_and_time(start, clock(booking, words)), taps.MoveTo(booking.id, start))
        for start in seen.others
    )
    other = key(words.label("key-other-day"), taps.AskMove(booking.id, Side.CUSTOMER))
    look = (
        key(words.label("key-details"), taps.ShowBooking(booking.id, Side.CUSTOMER)),
        key(words.label("key-cancel"), taps.AskCancel(booking.id, Side.CUSTOMER)),
    )
    rows = (*column(times), (other,), look)
    return Screen("\n".join(lines), rows, toast, alert=bool(toast))


def suggesting(seen: Card, chosen: Sequence[datetime], words: Words, toast: str = "") -> Screen:
    """Up to a few times to be suggested in place of a request: the nearest, and those chosen."""
    booking = seen.booking
    text = words.joined(
        words.say("suggest-ask", customer=seen.customer.name, limit=MOST_SUGGESTED) + "\n",
        facts(booking, seen.provider, words),
    )
    times = (
        key(
            marked(words.day_and_time(start, clock(booking, words)), start in chosen, words),
            taps.ToggleSuggestion(booking.id, start),
        )
        for start in sorted({*seen.others, *chosen})
    )
    other = key(words.label("key-other-day"), taps.SuggestOther(booking.id))
    suggest = taps.Suggest(booking.id, booking.start)
    send = key(words.label("key-suggest-send", count=len(chosen)), suggest, Style.PRIMARY)
    back = key(words.label("back"), taps.AskDecline(booking.id))
    return Screen(text, (*column(times), (other,), *(((send,),) if chosen else ()), (back,)), toast)


def _relabelled(each: Key, words: Words) -> Key:
    if isinstance(each.button, taps.LeaveFlow):
        return replace(each, label=words.label("move-leave"))
    return each


def _was(seen: Card, words: Words) -> list[str]:
    if seen.move is None or seen.move.moved_from is None:
        return []
    before = words.moment(seen.move.moved_from.start, clock(seen.booking, words))
    lines = [words.say("move-was", when=before)]
    if seen.move.reason:
        lines.append(words.say("reason", reason=seen.move.reason))
    return lines


def _keys(notice: Notice, seen: Card, words: Words) -> Rows:
    booking, side = seen.booking, notice.side
    if notice.kind is Kind.MOVE_ASKED and seen.proposal:
        return proposal_keys(seen, seen.proposal, words)
    if notice.kind is Kind.MOVED and side is Side.CUSTOMER:
        return (
            (key(words.label("key-fine"), taps.WillCome(booking.id, side), Style.SUCCESS),),
            (key(words.label("key-another-time"), taps.AskMove(booking.id, side)),),
            (key(words.label("key-cancel"), taps.AskCancel(booking.id, side)),),
        )
    look = key(words.label("key-details"), taps.ShowBooking(booking.id, side))
    return ((look,), move_and_cancel(booking, side, words))
