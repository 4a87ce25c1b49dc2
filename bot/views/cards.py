"""A booking as its customer or its provider sees it, lists of bookings, and calling one off."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from bot.usecases.keeping import Card
from bot.usecases.listing import Bookings
from bot.usecases.series import following
from bot.views import attendance, feedback, meeting, taps, together
from bot.views.clocks import beginning, brief, clock
from bot.views.details import card_keys, card_lines
from bot.views.layout import column, home, key, pager
from bot.views.rooms import door
from bot.views.screens import Key, Live, Rows, Screen, Style
from bot.views.taps import CancelReason
from bot.views.words import Words
from domain import livecards
from domain.bookings import REASON_LIMIT, Booking, Role, Status, cancels_late
from domain.notices import Side
from domain.people import Person
from domain.services import Format, Provider

SIGNS = {
    Status.HELD: "🔁",  # only what is kept for a booking that may move is ever listed
    Status.PENDING: "⏳",
    Status.CONFIRMED: "✅",
    Status.IN_PROGRESS: "▶️",
    Status.COMPLETED: "✔️",
    Status.EXPIRED: "⌛",
}
_OFF = "❌"
_REPEATABLE = frozenset({Status.PENDING, Status.CONFIRMED})
_MAP = "https://www.google.com/maps/search/?api=1&query="  # opens the map on any phone
_MOST_PARTICIPANTS = 90  # a keyboard has a hundred keys


def sign(booking: Booking) -> str:
    return SIGNS.get(booking.status, _OFF)


def facts(
    booking: Booking, provider: Provider, words: Words, customer: Person | None = None
) -> str:
    """What, with whom, when, how long, how much: the lines that stand on every card.

    The customer is named to the provider, whose clock may show another time.
    """
    title = booking.title.into(words.language)
    length = words.length(booking.during.end - booking.during.start)
    return words.joined(
        words.say("booking-of", title=title, provider=provider.name),
        f"🗓 {beginning(booking, provider, customer, words)}",
        words.say("length-and-price", length=length, price=words.money(booking.price)),
        words.say(f"format-{booking.format}"),
    )


def card(seen: Card, now: datetime, words: Words, *, toast: str = "") -> Screen:
    """The booking with the keys that make sense now."""
    return _live(body(seen, now, words), seen, now, words, toast)


def _live(text: str, seen: Card, now: datetime, words: Words, toast: str) -> Screen:
    booking = seen.booking
    due = livecards.next_due(booking, now, clock(booking, words))
    live = Live(booking.id, seen.side, due)
    return Screen(text, keys(seen, now, words), toast, live=live)


def body(seen: Card, now: datetime, words: Words) -> str:
    return headed(attendance.status(seen.booking, now, words), seen, now, words)


def headed(status: str, seen: Card, now: datetime, words: Words) -> str:
    """All there is to know, below how things stand and how far ahead it is."""
    if seen.booking.start > now and seen.booking.status.is_live:
        status += f" · {words.ahead(seen.booking.start, now, clock(seen.booking, words))}"
    return words.joined(status, details(seen, words), suggested(seen, now, words))


def suggested(seen: Card, now: datetime, words: Words) -> str:
    """That the provider has suggested other times in place of a request, which can be had still."""
    booking = seen.booking
    ahead = [start for start in seen.others if start > now]
    if booking.status is not Status.DECLINED or not ahead:
        return ""
    zone = clock(booking, words)
    if seen.side is Side.CUSTOMER:
        return "\n" + words.say("suggested", provider=seen.provider.name, city=words.city(zone))
    times = (f"🗓 {words.day_and_time(start, zone)}" for start in ahead)
    return "\n".join(("", words.say("suggested-by-you", city=words.city(zone)), *times))


def details(seen: Card, words: Words) -> str:
    """All there is to know but how things stand."""
    booking, provider = seen.booking, seen.provider
    lines = [words.say("reference", reference=booking.reference), ""]
    if seen.side is Side.CUSTOMER:
        lines += [facts(booking, provider, words), *_where(seen, words)]
    else:
        lines += [_who(seen, words), facts(booking, provider, words, seen.customer)]
        if booking.capacity > 1:
            lines.append(words.say("seats-taken", taken=seen.taken, seats=booking.capacity))
    if seen.series is not None:
        lines.append(together.place(seen.series, booking, words))
    lines += card_lines(seen, words)
    if booking.note:
        lines.append(words.say("review-note", note=booking.note))
    if booking.reason:
        lines.append(words.say("reason", reason=booking.reason))
    if booking.late:
        lines.append(words.say("cancelled-late"))
    if seen.proposal:
        lines += _proposed(seen.proposal, words)
    if booking.status.is_live:
        lines += _coming(seen, words)
    lines += attendance.lines(seen, other_side(seen), words)
    lines += feedback.lines(seen, words)
    return "\n".join(lines)


def keys(seen: Card, now: datetime, words: Words) -> Rows:
    booking = seen.booking
    ahead = booking.start > now
    rows: list[tuple[Key, ...]] = []
    if booking.status is Status.PENDING and ahead and seen.side is Side.PROVIDER:
        rows.append(answers(booking, words))
    rows += together.answers(seen, now, words)
    if seen.proposal and ahead:
        rows += proposal_keys(seen, seen.proposal, words)
    rows += suggested_keys(seen, now, words)
    rows += meeting.missing_number(booking, seen.customer, seen.side, words)
    rows += attendance.rows(seen, now, words)
    rows += room_door(seen, now, words)
    if booking.capacity > 1 and seen.side is Side.PROVIDER and booking.status.is_live:
        label = words.label("key-participants", count=seen.taken)
        rows.append((key(label, taps.Participants(booking.id)),))
    place = meeting.place(booking, seen.provider)
    if seen.side is Side.CUSTOMER and booking.status.is_live and place:
        rows.append((Key(words.label("key-map"), url=f"{_MAP}{quote(place)}"),))
    rows += card_keys(seen, words)
    if ahead and _can_cancel(booking, seen.side):  # who can cancel can move
        rows.append(move_and_cancel(booking, seen.side, words))
    if booking.status is Status.COMPLETED:
        rows += feedback.keys(seen, now, words)
    if seen.side is Side.CUSTOMER:
        if ahead and booking.status in _REPEATABLE and seen.series is None:
            rows.append((key(words.label("key-repeat"), taps.Repeat(booking.id)),))
        if not booking.status.is_live or booking.during.end <= now:
            rows.append((feedback.once_more(booking, words),))
        rows.append((key(words.label("key-all-bookings"), taps.MyBookings(0)), home(words)))
    else:
        rows.append((key(words.label("key-timeline"), taps.Timeline(booking.id, 0)),))
        on = booking.start.astimezone(seen.provider.zone).date()
        day = taps.DayOf(seen.provider.id, on, 0, taps.Whence.MONTH)
        rows.append((key(words.label("key-day-before", day=words.day(on)), day), home(words)))
    return tuple(rows)


def room_door(seen: Card, now: datetime, words: Words) -> Rows:
    """Into the session room, or a message to the other side, where somebody is at that end."""
    own = seen.provider.person_id == seen.customer.id
    if own or seen.customer.is_walk_in or seen.provider.person_id is None:
        return ()
    return door(seen.booking, seen.side, now, words)


def answers(booking: Booking, words: Words) -> tuple[Key, ...]:
    """Confirm and decline, under a request."""
    return (
        key(words.label("key-accept"), taps.Accept(booking.id, booking.start), Style.SUCCESS),
        key(words.label("key-decline"), taps.AskDecline(booking.id), Style.DANGER),
    )


def move_and_cancel(booking: Booking, side: Side, words: Words) -> tuple[Key, ...]:
    return (
        key(words.label("key-move"), taps.AskMove(booking.id, side)),
        key(words.label("key-cancel"), taps.AskCancel(booking.id, side)),
    )


def proposal_keys(seen: Card, proposal: Booking, words: Words) -> Rows:
    """The provider answers a wish for another time; the customer may take it back."""
    if seen.side is Side.CUSTOMER:
        return ((key(words.label("key-keep-time"), taps.KeepTime(seen.booking.id)),),)
    when = words.day_and_time(proposal.start, clock(proposal, words))
    label = words.label("key-accept-move", when=when)
    return (
        (key(label, taps.AcceptMove(proposal.id), Style.SUCCESS),),
        (key(words.label("key-refuse-move"), taps.RefuseMove(proposal.id), Style.DANGER),),
    )


def suggested_keys(seen: Card, now: datetime, words: Words) -> Rows:
    """The times that the provider has suggested in place of a request, to be taken with a tap."""
    booking = seen.booking
    if booking.status is not Status.DECLINED or seen.side is Side.PROVIDER:
        return ()
    return column(
        key(
            words.label("key-take", when=words.day_and_time(start, clock(booking, words))),
            taps.TakeSuggested(booking.id, start),
            Style.SUCCESS,
        )
        for start in seen.others
        if start > now
    )


def again(booking: Booking, words: Words) -> Key:
    button = taps.BookAgain(booking.provider_id, booking.service_id)
    return key(words.label("key-again"), button, Style.PRIMARY)


def upcoming(found: Bookings, words: Words) -> Screen:
    text = _list(words.say("bookings-title"), found, words.say("bookings-none"), words)
    rows = list(_listed(found, words, taps.MyBookings))
    if not found.bookings:
        rows.append((key(words.label("key-book"), taps.Book(), Style.PRIMARY),))
    rows.append((key(words.label("key-calendar"), taps.CalendarFeeds()),))
    if found.waiting:
        label = words.label("key-waitlist", count=found.waiting)
        rows.append((key(label, taps.MyWaitlist()),))
    if found.past:
        rows.append((key(words.label("key-past", count=found.past), taps.PastBookings(0)),))
    return Screen(text, (*rows, (home(words),)))


def past(found: Bookings, words: Words) -> Screen:
    text = _list(words.say("past-title"), found, words.say("past-none"), words)
    rows = list(_listed(found, words, taps.PastBookings))
    rows.append((key(words.label("key-upcoming", count=found.upcoming), taps.MyBookings(0)),))
    return Screen(text, (*rows, (home(words),)))


def ask_cancel(seen: Card, now: datetime, words: Words) -> Screen:
    """Why? Ready-made reasons, own words, or keep the booking after all."""
    booking = seen.booking
    is_late = cancels_late(booking, Role(seen.side.value), now)
    text = words.joined(
        words.say("cancel-ask", other=other_side(seen)),
        late(seen, words) if is_late else "",
        "",
        facts(booking, seen.provider, words),
    )
    reasons = (
        key(
            words.label(f"cancel-{reason.name.lower()}"),
            taps.CancelFor(booking.id, seen.side, reason),
        )
        for reason in CancelReason
        if seen.side is Side.CUSTOMER or reason is not CancelReason.MISTAKE
    )
    own = key(words.label("key-own-words"), taps.CancelInWords(booking.id, seen.side))
    return Screen(
        text, (*column(reasons), (own,), *_series_key(seen, words), (_keep(seen, words),))
    )


def _series_key(seen: Card, words: Words) -> Rows:
    """To call off all that follow, too."""
    count = len(following(seen))
    if not count:
        return ()
    label = words.label("series-cancel", count=count)
    return ((key(label, taps.CancelFollowing(seen.booking.id, seen.side), Style.DANGER),),)


def late(seen: Card, words: Words) -> str:
    """Until when it would not have been late."""
    booking = seen.booking
    until = booking.start - booking.policy.cancel_window
    return words.say(
        "cancel-is-late",
        when=words.day_and_time(until, clock(booking, words)),
        city=words.city(clock(booking, words)),
        other=other_side(seen),
    )


def ask_reason(seen: Card, words: Words) -> Screen:
    text = words.say("reason-ask", other=other_side(seen), limit=REASON_LIMIT)
    return Screen(text, ((_keep(seen, words),),))


def cancelled(seen: Card, now: datetime, words: Words) -> Screen:
    told = (
        not seen.customer.is_walk_in
        if seen.side is Side.PROVIDER
        else seen.provider.person_id is not None
    )
    head = "cancelled-done" if told else "cancelled-done-alone"
    toast = words.label("cancelled-toast")
    head_text = words.say(head, other=other_side(seen)) if told else words.say(head)
    return _live(f"{head_text}\n{details(seen, words)}", seen, now, words, toast)


def participants(seen: Card, everybody: Sequence[tuple[Booking, Person]], words: Words) -> Screen:
    """Who is in a group session, each a tap away from their booking."""
    lines = [
        words.say("participants-title"),
        facts(seen.booking, seen.provider, words),
        words.say("seats-taken", taken=len(everybody), seats=seen.booking.capacity),
    ]
    rows = column(
        key(f"{sign(booking)} {customer.name}", taps.ShowBooking(booking.id, Side.PROVIDER))
        for booking, customer in everybody[:_MOST_PARTICIPANTS]
    )
    to_card = key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.PROVIDER))
    return Screen("\n".join(lines), (*rows, (to_card, home(words))))


def other_side(seen: Card) -> str:
    return seen.provider.name if seen.side is Side.CUSTOMER else seen.customer.name


def _keep(seen: Card, words: Words) -> Key:
    return key(words.label("keep-it"), taps.ShowBooking(seen.booking.id, seen.side))


def _where(seen: Card, words: Words) -> list[str]:
    """Place and phone: the phone only once the booking is confirmed."""
    provider, lines = seen.provider, []
    if address := meeting.address(seen.booking, provider, words):
        lines.append(address)
    is_on = seen.booking.status in {Status.CONFIRMED, Status.IN_PROGRESS}
    if provider.phone and is_on and seen.booking.format is not Format.PHONE:
        lines.append(words.say("phone", phone=provider.phone))
    return lines


def _who(seen: Card, words: Words) -> str:
    known = words.say("before-some", count=seen.before) if seen.before else words.say("before-none")
    line = f"👤 <b>{words.say('booking-customer', customer=seen.customer.name)}</b> · {known}"
    if seen.customer.is_walk_in and seen.customer.phone:
        line += "\n" + words.say("phone", phone=seen.customer.phone)
    return line


def _proposed(proposal: Booking, words: Words) -> list[str]:
    lines = [words.say("move-wanted", when=words.moment(proposal.start, clock(proposal, words)))]
    if proposal.hold_until:
        until = words.day_and_time(proposal.hold_until, clock(proposal, words))
        city = words.city(clock(proposal, words))
        lines.append(words.say("move-wanted-until", when=until, city=city))
    if proposal.note:
        lines.append(words.say("reason", reason=proposal.note))
    return lines


def _coming(seen: Card, words: Words) -> list[str]:
    """Which of the two have said that they will be there; the reader first."""
    own = Role(seen.side.value)
    other = Role.PROVIDER if own is Role.CUSTOMER else Role.CUSTOMER
    coming = seen.booking.coming - set(seen.booking.joined)
    lines = [words.say("coming-self")] if own in coming else []
    if other in coming:
        lines.append(words.say("coming-other", other=other_side(seen)))
    return lines


def _can_cancel(booking: Booking, side: Side) -> bool:
    if booking.status is Status.CONFIRMED:
        return True
    return booking.status is Status.PENDING and side is Side.CUSTOMER


def _list(title: str, found: Bookings, none: str, words: Words) -> str:
    """In the text as well as on the keys, which go when another screen takes over."""
    lines = [words.plain(_line(each, brief(each, words), words)) for each in found.bookings]
    return "\n".join([title, "", *(lines or [none])])


def _listed(
    found: Bookings, words: Words, turn: type[taps.MyBookings] | type[taps.PastBookings]
) -> Rows:
    rows = column(
        key(_line(each, _when(each, words), words), taps.ShowBooking(each.id, Side.CUSTOMER))
        for each in found.bookings
    )
    return (*rows, *pager(found.page, found.pages, turn, words))


def _when(booking: Booking, words: Words) -> str:
    return words.day_and_time(booking.start, clock(booking, words))


def _line(booking: Booking, when: str, words: Words) -> str:
    title = booking.title.into(words.language)
    return words.label("key-booking", sign=sign(booking), when=when, title=title)
