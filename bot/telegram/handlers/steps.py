"""The steps of the booking flow as they look now: what the draft says, drawn afresh.

Every answer of the flow ends here, and so does an out-of-date button.
"""

from dataclasses import replace
from datetime import date, datetime

from bot.telegram.turn import State, Turn
from bot.usecases import (
    ahead,
    availability,
    browsing,
    details as usecases,
    keeping,
    moving,
    onbehalf,
)
from bot.usecases.booking import release
from bot.usecases.details import Said
from bot.usecases.nearby import nearby
from bot.usecases.seeking import Sought, at_once, seek
from bot.views import (
    browsing as people,
    calendar,
    checkout,
    details,
    intake,
    meeting,
    moves,
    onbehalf as onbehalf_views,
    times,
)
from bot.views.screens import Reply, Screen
from domain.attachments import Attachment, Sort
from domain.bookings import Booking, Source
from domain.dayparts import Part
from domain.notices import Side
from domain.people import Person
from domain.refusals import (
    NotFound,
)
from domain.services import Format, Meetings, Provider
from storage.conversations import Draft

FLOWS = 62 * 62
# What is said about a hold, each a step away from its review.
BESIDE_REVIEW = {
    State.NOTE,
    State.TOPIC,
    State.FILES,
    State.OTHER_TIME,
    State.QUESTION,
    State.HOW,
    State.NUMBER,
}
_HELD = BESIDE_REVIEW | {State.REVIEW}


async def new_flow(
    turn: Turn, provider_id: int | None = None, service_id: int | None = None
) -> None:
    """Begin anew; what the person held is given back."""
    await release(turn.tx, turn.person, turn.now)
    flow = (turn.draft.flow + 1) % FLOWS
    turn.draft = Draft(flow=flow, provider_id=provider_id, service_id=service_id)


async def show(state: State, turn: Turn) -> Screen:
    """The step of the flow as it looks now."""
    if turn.draft.moving_id is not None:
        return moves.under_way(await _show(state, turn), turn.words)
    return await _show(state, turn)


async def _show(state: State, turn: Turn) -> Screen:
    flow, words = turn.draft.flow, turn.words
    if state is State.FOR_WHOM:
        return await _for_whom(turn)
    if state is State.PROVIDER:
        return await _providers(turn)
    if state is State.SERVICE:
        offer = await browsing.offer(turn.tx, _provider_id(turn.draft))
        return people.services(offer, turn.draft.services_page, flow, words)
    if state in _HELD:
        return await _held(state, turn)
    if state in {State.MOVING, State.MOVE_REASON}:
        return await _moving(state, turn)
    sought = await what_is_sought(turn)
    match state:
        case State.TIME:
            return await _times(sought, turn)
        case State.WEEK:
            found = await availability.coming(turn.tx, sought, words.first_weekday, turn.now)
            return times.week(sought, found, turn.draft.page, flow, words)
        case State.NEARBY:
            return await _nearby(sought, turn)
        case _:
            month = await availability.month(turn.tx, sought, turn.draft.month, turn.now)
            return calendar.month(sought, month, flow, words)


async def at(state: State, turn: Turn) -> Screen:
    turn.state = state
    return await show(state, turn)


def above(line: str, screen: Screen) -> Reply:
    """The same step again below what was written, with a word on top."""
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))


async def what_is_sought(turn: Turn) -> Sought:
    """What has been chosen; without a provider any will do. Raises NotFound or NotOffered."""
    draft = turn.draft
    part = Part(draft.part) if draft.part in set(Part) else Part.ALL
    if draft.moving_id is not None:
        return replace(await _to_move(turn), part=part)
    if draft.service_id is None:
        raise NotFound
    viewer = await customer_of(turn)
    way = Format(draft.way) if draft.way in set(Format) else None
    sought = await seek(turn.tx, viewer, draft.provider_id, draft.service_id, part, way)
    sought = replace(sought, source=Source(draft.source or Source.CHAT))
    return sought if draft.customer_id is None else at_once(sought)


async def customer_of(turn: Turn) -> Person:
    """For whom it is: the person, unless a provider books for somebody."""
    if turn.draft.customer_id is None:
        return turn.person
    return await turn.tx.people.get(turn.draft.customer_id)


async def _to_move(turn: Turn) -> Sought:
    seen = await keeping.card(turn.tx, turn.person, turn.draft.moving_id or 0, mover(turn.draft))
    return await moving.what_is_sought(turn.tx, seen)


async def _moving(state: State, turn: Turn) -> Screen:
    """Confirming another time, or saying why."""
    draft, side = turn.draft, mover(turn.draft)
    if draft.start is None:
        raise NotFound
    plan = await moving.plan(turn.tx, turn.person, draft.moving_id or 0, side, turn.now)
    if state is State.MOVE_REASON:
        return moves.ask_reason(plan, draft.start, draft.flow, turn.words)
    is_own = side is Side.CUSTOMER
    clashing = await ahead.clashing_at(turn.tx, plan.seen.booking, draft.start) if is_own else ()
    return moves.confirm(plan, draft.start, draft.note, clashing, draft.flow, turn.words)


def mover(draft: Draft) -> Side:
    """On which side the person chooses another time."""
    return Side.CUSTOMER if draft.moving_as == Side.CUSTOMER else Side.PROVIDER


def _provider_id(draft: Draft) -> int:
    if draft.provider_id is None:
        raise NotFound
    return draft.provider_id


async def _providers(turn: Turn) -> Screen:
    if turn.draft.service_id is not None:
        choice = await browsing.offering(turn.tx, turn.draft.service_id, turn.person.id, turn.now)
        return people.offering(choice, turn.draft.flow, turn.words)
    found = await browsing.providers(
        turn.tx, browsing.business(turn.draft.business), turn.draft.page, turn.person.id, turn.now
    )
    return people.providers(found, turn.draft.flow, turn.words)


async def _times(sought: Sought, turn: Turn) -> Screen:
    draft = turn.draft
    on: date = draft.day or turn.now.astimezone(sought.zone).date()
    found = await availability.times(turn.tx, sought, on, turn.now)
    return times.times(sought, found, draft.page, draft.flow, turn.words)


async def _nearby(sought: Sought, turn: Turn) -> Screen:
    draft = turn.draft
    wanted: datetime = draft.start or turn.now
    found = await nearby(turn.tx, sought, wanted, turn.now)
    return times.alternatives(sought, found, draft.note, draft.flow, turn.words)


async def _held(state: State, turn: Turn) -> Screen:
    """What is held, to be looked over, or something that goes with it."""
    draft = turn.draft
    booking = await held(turn)
    provider, service = await turn.tx.providers.offer(booking.provider_id, booking.service_id)
    match state:
        case State.HOW:
            return meeting.choose(booking, provider, service.meetings, draft.flow, turn.words)
        case State.NUMBER:
            return meeting.ask_number(provider, draft.flow, turn.words)
        case State.NOTE:
            return checkout.note(provider, draft.flow, turn.words)
        case State.TOPIC:
            return details.topic(await said(booking, turn), draft.flow, turn.words)
        case State.FILES:
            return details.files(await said(booking, turn), draft.flow, turn.words)
        case State.OTHER_TIME:
            return await other_days(booking, None, turn)
        case State.QUESTION:
            return await question(booking, provider, None, turn)
        case _:
            return await review(booking, provider, service.meetings, turn)


async def held(turn: Turn) -> Booking:
    """The hold that the draft is about, or raise NotFound."""
    if turn.draft.booking_id is None:
        raise NotFound
    return await turn.tx.bookings.get(turn.draft.booking_id)


async def said(booking: Booking, turn: Turn) -> Said:
    """What the draft says about what is held."""
    draft = turn.draft
    form = await turn.tx.details.form(booking.service_id)
    answers = turn.tx.details.drafted(form, draft.answers)
    number = turn.person.phone
    return Said(draft.note, draft.topic, draft.other_start, files(turn), form, answers, number)


def files(turn: Turn) -> tuple[Attachment, ...]:
    return tuple(Attachment(Sort(each[0]), *each[1:]) for each in turn.draft.files)


async def other_days(booking: Booking, first: date | None, turn: Turn) -> Screen:
    sought, month = await usecases.other_days(turn.tx, turn.person, booking, first, turn.now)
    known = await said(booking, turn)
    return details.other_days(sought, month, known, turn.draft.flow, turn.words)


async def question(booking: Booking, provider: Provider, month: date | None, turn: Turn) -> Screen:
    """The question that is being answered; a date is looked for in `month`, if one is given."""
    known = await said(booking, turn)
    if not known.form:
        raise NotFound
    at = min(turn.draft.question, len(known.form) - 1)
    last = {}
    if at == 0:
        last = await usecases.last_answers(turn.tx, turn.person, booking.service_id, known.form)
    shown = month or intake.start_month(known.form[at], known, turn.now)
    screen = intake.question(
        known, at, provider, shown, turn.draft.flow, turn.words, has_last=bool(last)
    )
    kept = checkout.kept_until(booking, turn.words)
    return replace(screen, text=f"{screen.text}\n\n{kept}" if kept else screen.text)


async def review(booking: Booking, provider: Provider, meetings: Meetings, turn: Turn) -> Screen:
    draft = turn.draft
    if draft.customer_id is None:
        clashing = await ahead.clashing(turn.tx, booking)
        known = await said(booking, turn)
        return checkout.review(
            booking, provider, meetings, clashing, known, draft.flow, turn.now, turn.words
        )
    customer = await customer_of(turn)
    return checkout.review_for(
        customer, booking, provider, meetings, draft.note, draft.flow, turn.now, turn.words
    )


async def _for_whom(turn: Turn) -> Screen:
    provider, known = await onbehalf.customers(turn.tx, turn.person, _provider_id(turn.draft))
    return onbehalf_views.for_whom(provider, known, turn.words)


async def done(booking_id: int, turn: Turn) -> Screen:
    """The card of what has just been booked."""
    seen = await keeping.card(turn.tx, turn.person, booking_id, Side.CUSTOMER)
    return checkout.done(seen, turn.now, turn.words)
