"""The booking flow: provider, service, day, time, note, review, booked.

The draft remembers what was chosen; `show` draws the step the person is at, which is also what an
out-of-date button is answered with.
"""

from dataclasses import replace

from bot.telegram.handlers import finding, moving, steps, waitlist
from bot.telegram.handlers.front import front, leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import (
    again,
    availability,
    booking as bookings,
    browsing,
    details as usecases,
    keeping,
)
from bot.usecases.availability import DayState
from bot.usecases.details import Said
from bot.views import again as again_views, calendar, cards, taps
from bot.views.screens import Answer
from domain.bookings import NOTE_LIMIT, Status, fitting
from domain.notices import Side
from domain.refusals import (
    DayFull,
    FormatGone,
    HoldLost,
    NoSeats,
    NotWaiting,
    OfferOver,
    OutsideHours,
    SlotTaken,
    TooLate,
    TooSoon,
    WrongStatus,
)


async def begin(tap: taps.Book, turn: Turn) -> Answer:
    return await begin_command("", turn)


async def begin_command(args: str, turn: Turn) -> Answer:
    await steps.new_flow(turn)
    return await steps.at(State.PROVIDER, turn)


async def begin_again(tap: taps.BookAgain, turn: Turn) -> Answer:
    return await begin_at_service(tap.provider_id, tap.service_id, turn)


async def show_again(tap: taps.Again, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await again.times(turn.tx, turn.person, tap.booking_id, turn.now)
    return again_views.again(seen, turn.words)


async def again_at(tap: taps.AgainAt, turn: Turn) -> Answer:
    """Straight to the review; if the time is gone, those nearby."""
    seen = await keeping.card(turn.tx, turn.person, tap.booking_id, Side.CUSTOMER)
    await steps.new_flow(turn, seen.booking.provider_id, seen.booking.service_id)
    turn.draft = replace(turn.draft, way=seen.booking.format.value)
    return await pick_time(taps.PickTime(turn.draft.flow, tap.start), turn)


async def begin_at_provider(provider_id: int, turn: Turn) -> Answer:
    await steps.new_flow(turn, provider_id=provider_id)
    return await steps.at(State.SERVICE, turn)


async def begin_for(provider_id: int, customer_id: int, turn: Turn) -> Answer:
    """The provider books for this customer."""
    await steps.new_flow(turn, provider_id=provider_id)
    turn.draft = replace(turn.draft, customer_id=customer_id)
    return await steps.at(State.SERVICE, turn)


async def begin_at_service(provider_id: int, service_id: int, turn: Turn) -> Answer:
    await steps.new_flow(turn, provider_id=provider_id, service_id=service_id)
    return await steps.at(State.DAY, turn)


async def begin_with(service_id: int, turn: Turn) -> Answer:
    """At a service whose provider is still to be chosen, unless there is only one."""
    choice = await browsing.offering(turn.tx, service_id, turn.person.id, turn.now)
    if len(choice.listings) == 1:
        return await begin_at_service(choice.listings[0].provider.id, service_id, turn)
    await steps.new_flow(turn, service_id=service_id)
    return await steps.at(State.PROVIDER, turn)


async def all_businesses(tap: taps.AllBusinesses, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, business="", page=0)
    return await steps.at(State.PROVIDER, turn)


async def pick_business(tap: taps.PickBusiness, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, business=tap.business.value, page=0)
    return await steps.at(State.PROVIDER, turn)


async def turn_providers(tap: taps.TurnProviders, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, page=tap.page)
    return await steps.at(State.PROVIDER, turn)


async def pick_provider(tap: taps.PickProvider, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, provider_id=tap.provider_id, services_page=0, other_start=None)
    return await steps.at(State.SERVICE if turn.draft.service_id is None else State.DAY, turn)


async def pick_service(tap: taps.PickService, turn: Turn) -> Answer:
    turn.draft = replace(
        turn.draft, service_id=tap.service_id, month=None, other_start=None, answers="", way=""
    )
    return await steps.at(State.DAY, turn)


async def turn_services(tap: taps.TurnServices, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, services_page=tap.page)
    return await steps.at(State.SERVICE, turn)


async def turn_month(tap: taps.TurnMonth, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, month=tap.first.replace(day=1))
    return await steps.at(State.DAY, turn)


async def pick_day(tap: taps.PickDay, turn: Turn) -> Answer:
    """A day that cannot be had is answered with the reason; the grid stays.

    But for a full one somebody may want to wait.
    """
    sought = await steps.what_is_sought(turn)
    month = await availability.month(turn.tx, sought, tap.on.replace(day=1), turn.now)
    day = next((day for day in month.days if day.on == tap.on), None)
    if day is None or not (day.state.can_be_had or day.state is DayState.FULL):
        why = day or availability.Day(tap.on, availability.outside(tap.on, month))
        return calendar.why_not(sought, why, month.latest, turn.words)
    turn.draft = replace(turn.draft, day=tap.on, page=0)
    return await steps.at(State.TIME, turn)


async def show_days(tap: taps.ShowDays, turn: Turn) -> Answer:
    return await steps.at(State.DAY, turn)


async def narrow(tap: taps.Narrow, turn: Turn) -> Answer:
    sought = await steps.what_is_sought(turn)
    counts = await availability.parts(turn.tx, sought, turn.now)
    offering = await turn.tx.providers.offering(sought.service.id)
    return calendar.narrow(sought, counts, len(offering), turn.draft.flow, turn.words)


async def with_anyone(tap: taps.WithAnyone, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, provider_id=None, month=None)
    return await steps.at(State.DAY, turn)


async def show_months(tap: taps.Months, turn: Turn) -> Answer:
    sought = await steps.what_is_sought(turn)
    counts = await availability.months(turn.tx, sought, turn.now)
    return calendar.months(sought, counts, turn.draft.flow, turn.words)


async def show_week(tap: taps.ThisWeek, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, page=0)
    return await steps.at(State.WEEK, turn)


async def pick_part(tap: taps.PickPart, turn: Turn) -> Answer:
    """At the days, the month is counted anew; at the times, those of the day are shown."""
    turn.draft = replace(turn.draft, part=tap.part.value, page=0, month=None)
    return await steps.at(State.DAY if turn.state is State.DAY else State.TIME, turn)


async def turn_times(tap: taps.TurnTimes, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, page=tap.page)
    return await steps.at(State.WEEK if turn.state is State.WEEK else State.TIME, turn)


async def pick_time(tap: taps.PickTime, turn: Turn) -> Answer:
    """The time is held; or, if somebody was faster, the nearest ones are offered."""
    sought = await steps.what_is_sought(turn)
    turn.draft = replace(turn.draft, start=tap.start, day=tap.start.astimezone(sought.zone).date())
    if turn.draft.moving_id is not None:
        return await moving.pick_time(tap.start, turn)
    try:
        async with turn.tx.attempt():
            held = await bookings.hold_sought(
                turn.tx, await steps.customer_of(turn), sought, tap.start, turn.now
            )
    except (SlotTaken, NoSeats, DayFull, OutsideHours, TooSoon, TooLate):
        return await steps.at(State.NEARBY, turn)
    turn.draft = replace(turn.draft, booking_id=held.id)
    turn.state = State.REVIEW
    provider = next(each for each in sought.providers if each.id == held.provider_id)
    return await steps.review(held, provider, sought.service.meetings, turn)


async def write_note(tap: taps.WriteNote, turn: Turn) -> Answer:
    return await steps.at(State.NOTE, turn)


async def drop_note(tap: taps.DropNote, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, note="")
    return await steps.at(State.REVIEW, turn)


async def note_written(text: str, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, note=fitting(text, NOTE_LIMIT))
    return await steps.at(State.REVIEW, turn)


async def note_is_not_text(turn: Turn) -> Answer:
    return steps.above(turn.words.say("note-not-text"), await steps.show(State.NOTE, turn))


async def confirm(tap: taps.Confirm, turn: Turn) -> Answer:
    """The last tap. A second one, or an old one, finds the booking as it is."""
    is_drafted = turn.draft.booking_id == tap.booking_id
    if is_drafted and turn.draft.customer_id is not None:
        return await _confirm_for(tap.booking_id, turn.draft.note, turn)
    said = await steps.said(await steps.held(turn), turn) if is_drafted else Said()
    try:
        async with turn.tx.attempt():
            booking = await usecases.confirm(turn.tx, turn.person, tap.booking_id, said, turn.now)
    except (WrongStatus, NotWaiting):
        return await _done_before(tap.booking_id, turn)
    except (HoldLost, OfferOver, OutsideHours, TooSoon, TooLate):
        return await _lost(tap.booking_id, turn)
    except FormatGone:
        if not is_drafted:
            raise
        return await steps.at(State.HOW, turn)
    turn.leave()
    return await steps.done(booking.id, turn)


async def back(tap: taps.Back, turn: Turn) -> Answer:
    """One step back; leaving the review gives the hold back."""
    if turn.draft.moving_id is not None:
        return await moving.back(turn)
    match turn.state:
        case State.SERVICE if turn.draft.customer_id is not None:
            turn.draft = replace(turn.draft, service_id=None, customer_id=None)
            return await steps.at(State.FOR_WHOM, turn)
        case State.SERVICE:
            turn.draft = replace(turn.draft, service_id=None)
            return await steps.at(State.PROVIDER, turn)
        case State.DAY:
            return await steps.at(State.SERVICE if turn.draft.provider_id else State.PROVIDER, turn)
        case State.QUESTION if turn.draft.question:
            turn.draft = replace(turn.draft, question=turn.draft.question - 1)
            return await steps.at(State.QUESTION, turn)
        case state if state in steps.BESIDE_REVIEW:
            return await steps.at(State.REVIEW, turn)
        case State.REVIEW if (await steps.held(turn)).offered:
            booking_id = turn.draft.booking_id or 0
            turn.leave()
            return await waitlist.offer_by_link(booking_id, turn)
        case State.REVIEW:
            await bookings.release(turn.tx, await steps.customer_of(turn), turn.now)
            turn.draft = replace(turn.draft, booking_id=None)
            return await steps.at(State.TIME, turn)
        case _:
            return await steps.at(State.DAY, turn)


async def leave(tap: taps.LeaveFlow, turn: Turn) -> Answer:
    if turn.draft.moving_id is not None:
        return await moving.leave(turn)
    await leave_all(turn)
    return await front(turn, turn.words.label("left-toast"))


async def written(text: str, turn: Turn) -> Answer:
    """Words where only taps are expected; the reference of a booking is understood all the same."""
    return await finding.named(text, turn) or await please_tap(turn)


async def please_tap(turn: Turn) -> Answer:
    """Something was written where only taps are expected: the step is shown again."""
    state = turn.state or State.PROVIDER
    return steps.above(turn.words.say("please-tap"), await steps.show(state, turn))


async def _confirm_for(booking_id: int, note: str, turn: Turn) -> Answer:
    try:
        async with turn.tx.attempt():
            await bookings.confirm_for(turn.tx, turn.person, booking_id, note, turn.now)
    except HoldLost:
        turn.draft = replace(turn.draft, booking_id=None)
        return await steps.at(State.NEARBY, turn)
    except FormatGone:
        return await steps.at(State.HOW, turn)
    turn.leave()
    seen = await keeping.card(turn.tx, turn.person, booking_id, Side.PROVIDER)
    toast = "booked-for-alone" if seen.customer.is_walk_in else "booked-for"
    return cards.card(
        seen, turn.now, turn.words, toast=turn.words.label(toast, customer=seen.customer.name)
    )


async def _done_before(booking_id: int, turn: Turn) -> Answer:
    booking = await turn.tx.bookings.get(booking_id)
    if booking.status in {Status.PENDING, Status.CONFIRMED}:
        return replace(await steps.done(booking_id, turn), toast=turn.words.label("already-booked"))
    raise WrongStatus(booking.status)


async def _lost(booking_id: int, turn: Turn) -> Answer:
    """The hold ran out and the time is gone: nearby times, with the note kept."""
    lost = await turn.tx.bookings.get(booking_id)
    if turn.draft.booking_id != booking_id:
        await steps.new_flow(turn, lost.provider_id, lost.service_id)
    turn.draft = replace(turn.draft, start=lost.start, booking_id=None)
    return await steps.at(State.NEARBY, turn)
