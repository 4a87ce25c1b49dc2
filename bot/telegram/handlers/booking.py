"""The booking flow: provider, service, day, time, note, review, booked.

The draft remembers what was chosen; `show` draws the step the person is at, which is also what an
out-of-date button is answered with.
"""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.telegram.handlers.front import front, leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import availability, browsing
from bot.usecases import booking as bookings
from bot.views import browsing as people
from bot.views import calendar, checkout, taps
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import Part
from domain.bookings import NOTE_LIMIT, Status, fitting
from domain.refusals import (
    DayFull,
    HoldLost,
    NoSeats,
    NotFound,
    OutsideHours,
    SlotTaken,
    TooLate,
    TooSoon,
    WrongStatus,
)
from domain.services import Provider, Service
from storage.conversations import Draft

FLOWS = 62 * 62


async def begin(tap: taps.Book, turn: Turn) -> Answer:
    return await begin_command("", turn)


async def begin_command(args: str, turn: Turn) -> Answer:
    await _new_flow(turn)
    return await _at(State.PROVIDER, turn)


async def begin_again(tap: taps.BookAgain, turn: Turn) -> Answer:
    return await begin_at_service(tap.provider_id, tap.service_id, turn)


async def begin_at_provider(provider_id: int, turn: Turn) -> Answer:
    await _new_flow(turn, provider_id=provider_id)
    return await _at(State.SERVICE, turn)


async def begin_at_service(provider_id: int, service_id: int, turn: Turn) -> Answer:
    await _new_flow(turn, provider_id=provider_id, service_id=service_id)
    return await _at(State.DAY, turn)


async def begin_with(service_id: int, turn: Turn) -> Answer:
    """At a service whose provider is still to be chosen, unless there is only one."""
    choice = await browsing.offering(turn.tx, service_id, turn.person.id, turn.now)
    if len(choice.listings) == 1:
        return await begin_at_service(choice.listings[0].provider.id, service_id, turn)
    await _new_flow(turn, service_id=service_id)
    return await _at(State.PROVIDER, turn)


async def all_businesses(tap: taps.AllBusinesses, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, business="", page=0)
    return await _at(State.PROVIDER, turn)


async def pick_business(tap: taps.PickBusiness, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, business=tap.business.value, page=0)
    return await _at(State.PROVIDER, turn)


async def turn_providers(tap: taps.TurnProviders, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, page=tap.page)
    return await _at(State.PROVIDER, turn)


async def pick_provider(tap: taps.PickProvider, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, provider_id=tap.provider_id)
    return await _at(State.SERVICE if turn.draft.service_id is None else State.DAY, turn)


async def pick_service(tap: taps.PickService, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, service_id=tap.service_id, month=None)
    return await _at(State.DAY, turn)


async def turn_month(tap: taps.TurnMonth, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, month=tap.first.replace(day=1))
    return await _at(State.DAY, turn)


async def pick_day(tap: taps.PickDay, turn: Turn) -> Answer:
    """A day that cannot be had is answered with the reason; the grid stays."""
    provider, service, zone = await _chosen(turn)
    month = await availability.month(
        turn.tx, provider, service, zone, tap.on.replace(day=1), turn.person.id, turn.now
    )
    day = next((day for day in month.days if day.on == tap.on), None)
    if day is None or not day.state.can_be_had:
        why = day or availability.Day(tap.on, availability.outside(tap.on, month))
        return calendar.why_not(provider, why, month.latest, turn.words)
    turn.draft = replace(turn.draft, day=tap.on, part=Part.ALL.value, page=0)
    turn.state = State.TIME
    return await _times(provider, service, zone, turn)


async def pick_part(tap: taps.PickPart, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, part=tap.part.value, page=0)
    return await _at(State.TIME, turn)


async def turn_times(tap: taps.TurnTimes, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, page=tap.page)
    return await _at(State.TIME, turn)


async def pick_time(tap: taps.PickTime, turn: Turn) -> Answer:
    """The time is held; or, if somebody was faster, the nearest ones are offered."""
    provider, service, zone = await _chosen(turn)
    turn.draft = replace(turn.draft, start=tap.start, day=tap.start.astimezone(zone).date())
    try:
        async with turn.tx.attempt():
            held = await bookings.hold(
                turn.tx, turn.person, provider.id, service.id, tap.start, turn.now
            )
    except (SlotTaken, NoSeats, DayFull, OutsideHours, TooSoon, TooLate):
        return await _at(State.NEARBY, turn)
    turn.draft = replace(turn.draft, booking_id=held.id)
    turn.state = State.REVIEW
    return checkout.review(held, provider, service, turn.draft.note, turn.draft.flow, turn.words)


async def write_note(tap: taps.WriteNote, turn: Turn) -> Answer:
    return await _at(State.NOTE, turn)


async def drop_note(tap: taps.DropNote, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, note="")
    return await _at(State.REVIEW, turn)


async def note_written(text: str, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, note=fitting(text, NOTE_LIMIT))
    return await _at(State.REVIEW, turn)


async def note_is_not_text(turn: Turn) -> Answer:
    return _above(turn.words.say("note-not-text"), await show(State.NOTE, turn))


async def confirm(tap: taps.Confirm, turn: Turn) -> Answer:
    """The last tap. A second one, or an old one, finds the booking as it is."""
    note = turn.draft.note if turn.draft.booking_id == tap.booking_id else ""
    try:
        async with turn.tx.attempt():
            booking = await bookings.confirm(turn.tx, turn.person, tap.booking_id, note, turn.now)
    except WrongStatus:
        return await _done_before(tap.booking_id, turn)
    except (HoldLost, OutsideHours, TooSoon, TooLate):
        return await _lost(tap.booking_id, turn)
    turn.leave()
    return checkout.done(booking, turn.words)


async def back(tap: taps.Back, turn: Turn) -> Answer:
    """One step back; leaving the review gives the hold back."""
    match turn.state:
        case State.SERVICE:
            turn.draft = replace(turn.draft, service_id=None)
            return await _at(State.PROVIDER, turn)
        case State.DAY:
            return await _at(State.SERVICE, turn)
        case State.NOTE:
            return await _at(State.REVIEW, turn)
        case State.REVIEW:
            await bookings.release(turn.tx, turn.person, turn.now)
            turn.draft = replace(turn.draft, booking_id=None)
            return await _at(State.TIME, turn)
        case _:
            return await _at(State.DAY, turn)


async def leave(tap: taps.LeaveFlow, turn: Turn) -> Answer:
    await leave_all(turn)
    return await front(turn, turn.words.label("left-toast"))


async def please_tap(turn: Turn) -> Answer:
    """Something was written where only taps are expected: the step is shown again."""
    state = turn.state or State.PROVIDER
    return _above(turn.words.say("please-tap"), await show(state, turn))


async def show(state: State, turn: Turn) -> Screen:
    """The step of the flow as it looks now."""
    flow, words = turn.draft.flow, turn.words
    if state is State.PROVIDER:
        return await _providers(turn)
    if state is State.SERVICE:
        offer = await browsing.offer(turn.tx, _provider_id(turn.draft))
        return people.services(offer, flow, words)
    provider, service, zone = await _chosen(turn)
    match state:
        case State.TIME:
            return await _times(provider, service, zone, turn)
        case State.NEARBY:
            return await _nearby(provider, service, zone, turn)
        case State.REVIEW:
            return await _review(provider, service, turn)
        case State.NOTE:
            return checkout.note(provider, flow, words)
        case _:
            return await _days(provider, service, zone, turn)


async def _at(state: State, turn: Turn) -> Screen:
    turn.state = state
    return await show(state, turn)


async def _new_flow(
    turn: Turn, provider_id: int | None = None, service_id: int | None = None
) -> None:
    await bookings.release(turn.tx, turn.person, turn.now)
    flow = (turn.draft.flow + 1) % FLOWS
    turn.draft = Draft(flow=flow, provider_id=provider_id, service_id=service_id)


async def _chosen(turn: Turn) -> tuple[Provider, Service, ZoneInfo]:
    """Provider, service and the zone their times are shown in; raises NotFound or NotOffered."""
    provider_id = _provider_id(turn.draft)
    if turn.draft.service_id is None:
        raise NotFound
    provider, service = await turn.tx.providers.offer(provider_id, turn.draft.service_id)
    return provider, service, availability.shown_in(service, provider, turn.person.zone)


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


async def _days(provider: Provider, service: Service, zone: ZoneInfo, turn: Turn) -> Screen:
    month = await availability.month(
        turn.tx, provider, service, zone, turn.draft.month, turn.person.id, turn.now
    )
    return calendar.month(provider, service, month, turn.draft.flow, turn.words)


async def _times(provider: Provider, service: Service, zone: ZoneInfo, turn: Turn) -> Screen:
    draft = turn.draft
    on: date = draft.day or turn.now.astimezone(zone).date()
    starts = await availability.times(
        turn.tx, provider, service, zone, on, turn.person.id, turn.now
    )
    part = Part(draft.part) if draft.part else Part.ALL
    return calendar.times(
        provider, service, on, zone, starts, part, draft.page, draft.flow, turn.words
    )


async def _nearby(provider: Provider, service: Service, zone: ZoneInfo, turn: Turn) -> Screen:
    wanted: datetime = turn.draft.start or turn.now
    starts = await availability.alternatives(
        turn.tx, provider, service, wanted, turn.person.id, turn.now
    )
    return calendar.alternatives(
        provider, service, zone, starts, turn.draft.note, turn.draft.flow, turn.words
    )


async def _review(provider: Provider, service: Service, turn: Turn) -> Screen:
    if turn.draft.booking_id is None:
        raise NotFound
    booking = await turn.tx.bookings.get(turn.draft.booking_id)
    return checkout.review(booking, provider, service, turn.draft.note, turn.draft.flow, turn.words)


async def _done_before(booking_id: int, turn: Turn) -> Answer:
    booking = await turn.tx.bookings.get(booking_id)
    if booking.status in {Status.PENDING, Status.CONFIRMED}:
        done = checkout.done(booking, turn.words)
        return replace(done, toast=turn.words.label("already-booked"))
    raise WrongStatus(booking.status)


async def _lost(booking_id: int, turn: Turn) -> Answer:
    """The hold ran out and the time is gone: nearby times, with the note kept."""
    lost = await turn.tx.bookings.get(booking_id)
    if turn.draft.booking_id != booking_id:
        await _new_flow(turn, lost.provider_id, lost.service_id)
    turn.draft = replace(turn.draft, start=lost.start, booking_id=None)
    return await _at(State.NEARBY, turn)


def _above(line: str, screen: Screen) -> Reply:
    """The same step again below what was written, with a word on top."""
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))
