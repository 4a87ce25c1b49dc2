"""Waiting for a time: joining the line, answering offers, leaving."""

from dataclasses import replace

from bot.telegram.handlers import steps
from bot.telegram.turn import State, Turn
from bot.usecases import ahead, details, keeping, waiting
from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.views import taps, waitlist as views
from bot.views.screens import Answer, Screen
from domain.bookings import Status
from domain.notices import Side
from domain.refusals import AnswersMissing, FormatGone, NotFound, NotWaiting, OfferOver


async def ask_wait(tap: taps.AskWait, turn: Turn) -> Answer:
    turn.state = State.DAY
    sought = await steps.what_is_sought(turn)
    choices = waiting.dates(sought, turn.draft.month, turn.now)
    return views.ask(sought, tap.part, choices, turn.draft.flow, turn.words)


async def wait_for(tap: taps.WaitFor, turn: Turn) -> Answer:
    turn.state = State.DAY
    sought = await steps.what_is_sought(turn)
    done = await waiting.join(turn.tx, turn.person, sought, tap.first, tap.last, tap.part, turn.now)
    return views.joined(sought, done, turn.draft.flow, turn.words)


async def my_waitlist(tap: taps.MyWaitlist, turn: Turn) -> Answer:
    return await _mine(turn)


async def show_wait(tap: taps.ShowWait, turn: Turn) -> Answer:
    """One that is over already leads to those that are not."""
    try:
        return views.one(
            await waiting.one(turn.tx, turn.person, tap.entry_id, turn.now), turn.words
        )
    except NotWaiting:
        return await _mine(turn, turn.words.label("refused-not-waiting"))


async def leave_waitlist(tap: taps.LeaveWaitlist, turn: Turn) -> Answer:
    toast = "wait-left"
    try:
        await waiting.leave(turn.tx, turn.person, tap.entry_id, turn.now)
    except NotWaiting:
        toast = "refused-not-waiting"
    return await _mine(turn, turn.words.label(toast))


async def show_offer(tap: taps.ShowOffer, turn: Turn) -> Answer:
    return await offer_by_link(tap.booking_id, turn)


async def offer_by_link(booking_id: int, turn: Turn) -> Answer:
    try:
        seen = await _offered(booking_id, turn)
    except (OfferOver, NotWaiting):
        return await _over(booking_id, turn)
    return views.offer(seen, turn.now, turn.words)


async def take_offer(tap: taps.TakeOffer, turn: Turn) -> Answer:
    """Booked at once, unless it is over a booking of their own, of which they are warned first."""
    try:
        seen = await _offered(tap.booking_id, turn)
    except (OfferOver, NotWaiting):
        return await _over(tap.booking_id, turn)
    if seen.clashing:
        return views.offer(seen, turn.now, turn.words)
    return await take_all_the_same(tap, turn)


async def take_all_the_same(tap: taps.TakeOffer, turn: Turn) -> Answer:
    """Booked at once; or, where something has to be said first, the question for that.

    What is offered is kept for as long as it was.
    """
    try:
        async with turn.tx.attempt():
            booking = await details.confirm(turn.tx, turn.person, tap.booking_id, Said(), turn.now)
    except (OfferOver, NotWaiting):
        return await _over(tap.booking_id, turn)
    except AnswersMissing:
        return await _in_flow(State.QUESTION, tap.booking_id, turn)
    except FormatGone:
        return await _in_flow(State.HOW, tap.booking_id, turn)
    return await steps.done(booking.id, turn)


async def pass_offer(tap: taps.PassOffer, turn: Turn) -> Answer:
    try:
        await waiting.turn_down(turn.tx, turn.person, tap.booking_id, turn.now)
    except (OfferOver, NotWaiting):
        return await _over(tap.booking_id, turn)
    return views.passed(turn.words)


async def leave_offer(tap: taps.LeaveOffer, turn: Turn) -> Answer:
    try:
        await waiting.leave_offered(turn.tx, turn.person, tap.booking_id, turn.now)
    except (OfferOver, NotWaiting):
        return await _over(tap.booking_id, turn)
    return views.left(turn.words)


async def _offered(booking_id: int, turn: Turn) -> Card:
    """What is offered to the person, with what they have at that time."""
    await waiting.offered(turn.tx, turn.person, booking_id, turn.now)
    seen = await keeping.card(turn.tx, turn.person, booking_id, Side.CUSTOMER)
    return await ahead.with_clashing(turn.tx, seen)


async def _in_flow(state: State, booking_id: int, turn: Turn) -> Screen:
    """The booking flow with what is offered in place of a hold of the person's own."""
    offered = await waiting.offered(turn.tx, turn.person, booking_id, turn.now)
    await steps.new_flow(turn, offered.provider_id, offered.service_id)
    turn.draft = replace(turn.draft, booking_id=booking_id)
    return await steps.at(state, turn)


async def _mine(turn: Turn, toast: str = "") -> Screen:
    turn.stop_asking()
    found = await waiting.mine(turn.tx, turn.person, turn.now)
    return views.mine(found, turn.words, toast)


async def _over(booking_id: int, turn: Turn) -> Screen:
    """What became of an offer that is answered too late, or once more."""
    booking = await turn.tx.bookings.get(booking_id)
    if booking.customer_id != turn.person.id or not booking.offered:
        raise NotFound
    if booking.status in {Status.PENDING, Status.CONFIRMED}:
        toast = turn.words.label("already-booked")
        return views.with_toast(await steps.done(booking_id, turn), toast)
    screen = views.over(booking.provider_id, booking.service_id, turn.words)
    return views.with_toast(screen, turn.words.label("refused-offer-over"))
