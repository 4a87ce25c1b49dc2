"""Time off and hours for single dates; bookings in the way are asked about first."""

from dataclasses import replace
from datetime import date

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import timeoff as usecases
from bot.usecases.timeoff import Entry
from bot.usecases.workspace import own
from bot.views import clockgrid, fates, taps, timeoff as views
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import OffReason, Plan
from domain.clashes import Fate
from domain.dated import AsUsual, Dated
from domain.hours import Closure, Opening, Override, Window
from domain.refusals import NotFound
from domain.services import Provider

Stored = tuple[str, int, int, int, int]


async def show_time_off(tap: taps.TimeOff, turn: Turn) -> Answer:
    await leave_all(turn)
    return await _overview(tap.provider_id, turn, page=tap.page)


async def show_entry(tap: taps.TimeOffEntry, turn: Turn) -> Answer:
    await leave_all(turn)
    turn.state = State.OFF_REASON
    turn.draft = replace(turn.draft, provider_id=tap.provider_id, closure_id=tap.closure_id)
    return await show_reason(turn)


async def off_for(tap: taps.OffFor, turn: Turn) -> Answer:
    """A ready-made reason, in the provider's own words; none takes it away."""
    reason = ""
    if tap.reason is not OffReason.NONE:
        reason = turn.words.label(f"off-for-{tap.reason.name.lower()}")
    ids = tap.provider_id, tap.closure_id
    await usecases.set_reason(turn.tx, turn.person, *ids, reason)
    closure = await usecases.entry(turn.tx, turn.person, *ids)
    return views.entry(*ids, closure, turn.words, turn.words.label("saved"))


async def reason_written(text: str, turn: Turn) -> Answer:
    await usecases.set_reason(turn.tx, turn.person, *_written_for(turn), text)
    return Reply(await show_reason(turn))


async def reason_is_not_text(turn: Turn) -> Answer:
    return Reply(await show_reason(turn))


async def show_reason(turn: Turn) -> Screen:
    """The time off whose reason may be written."""
    ids = _written_for(turn)
    return views.entry(*ids, await usecases.entry(turn.tx, turn.person, *ids), turn.words)


async def open_again(tap: taps.OpenAgain, turn: Turn) -> Answer:
    await usecases.open_again(turn.tx, turn.person, tap.provider_id, tap.closure_id)
    turn.leave()
    return await _overview(tap.provider_id, turn, turn.words.label("off-opened"))


async def choose_date(tap: taps.OffDates, turn: Turn) -> Answer:
    seen = await usecases.month(turn.tx, turn.person, tap.provider_id, tap.month, turn.now)
    return views.month(seen, None, turn.words)


async def choose_last(tap: taps.OffUntil, turn: Turn) -> Answer:
    seen = await usecases.month(turn.tx, turn.person, tap.provider_id, tap.month, turn.now)
    return views.month(seen, max(tap.first, seen.today), turn.words)


async def show_date(tap: taps.OffDate, turn: Turn) -> Answer:
    seen = await usecases.one_date(turn.tx, turn.person, tap.provider_id, tap.on, turn.now)
    return views.one_date(seen, turn.words)


async def choose_start(tap: taps.OffFrom, turn: Turn) -> Answer:
    provider = await _timed(tap, turn)
    button = replace(tap, offset=clockgrid.quarter(tap.offset))
    return views.start(provider, button, turn.words)


async def choose_end(tap: taps.OffTo, turn: Turn) -> Answer:
    provider = await _timed(tap, turn)
    button = replace(tap, offset=clockgrid.quarter(tap.offset))
    return views.end(provider, button, turn.words)


async def plan(tap: taps.OffPlan, turn: Turn) -> Answer:
    """At once if nothing is in the way."""
    stored = (tap.plan.value, tap.first.toordinal(), tap.last.toordinal(), tap.start, tap.end)
    said = _said(stored)
    found = await usecases.in_the_way(turn.tx, turn.person, tap.provider_id, said, turn.now)
    await leave_all(turn)
    if not found:
        await usecases.say(turn.tx, tap.provider_id, said, turn.now)
        toast = turn.words.label(f"off-done-{tap.plan.name.lower()}", what=_what(said, turn))
        return await _overview(tap.provider_id, turn, toast)

    turn.state = State.TIME_OFF
    chosen = tuple((booking.id, Fate.KEEP.value) for booking, _ in found)
    turn.draft = replace(turn.draft, provider_id=tap.provider_id, off=stored, fates=chosen)
    return _in_the_way(found, turn)


async def next_fate(tap: taps.OffFate, turn: Turn) -> Answer:
    """The next of what could become of one booking."""
    _, found = await _planned(tap.provider_id, turn)
    fates = _fates(turn)
    for booking, customer in found:
        if booking.id == tap.booking_id:
            choices = usecases.choices(booking, customer)
            at = choices.index(fates.get(booking.id, Fate.KEEP))
            fates[booking.id] = choices[(at + 1) % len(choices)]
    return _kept(fates, found, turn)


async def same_fate(tap: taps.OffFates, turn: Turn) -> Answer:
    """The same for all; those that cannot be asked to move are kept."""
    _, found = await _planned(tap.provider_id, turn)
    fates = {
        booking.id: tap.fate if tap.fate in usecases.choices(booking, customer) else Fate.KEEP
        for booking, customer in found
    }
    return _kept(fates, found, turn)


async def settle(tap: taps.OffSettle, turn: Turn) -> Answer:
    said, found = await _planned(tap.provider_id, turn)
    fates = _fates(turn)
    if any(booking.id not in fates for booking, _ in found):  # booked while this was looked at
        more = {booking.id: fates.get(booking.id, Fate.KEEP) for booking, _ in found}
        return _kept(more, found, turn, turn.words.label("fate-came"))

    def apology(language: str) -> str:
        return replace(turn.words, language=language).label("fate-apology")

    await usecases.settle(turn.tx, turn.person, found, fates, apology, turn.now)
    await usecases.say(turn.tx, tap.provider_id, said, turn.now)
    turn.leave()
    return await _overview(tap.provider_id, turn, turn.words.label("fate-done"))


async def show(turn: Turn) -> Screen:
    """The bookings in the way, as they are now."""
    if turn.draft.provider_id is None:
        raise NotFound
    _, found = await _planned(turn.draft.provider_id, turn)
    return _in_the_way(found, turn)


async def _timed(tap: taps.OffFrom | taps.OffTo, turn: Turn) -> Provider:
    """The provider of a plan that has a beginning and an end; a date as usual has none."""
    if tap.plan is Plan.USUAL:
        raise NotFound
    return await own(turn.tx, turn.person, tap.provider_id)


def _written_for(turn: Turn) -> tuple[int, int]:
    if turn.draft.provider_id is None or turn.draft.closure_id is None:
        raise NotFound
    return turn.draft.provider_id, turn.draft.closure_id


async def _planned(provider_id: int, turn: Turn) -> tuple[Dated, list[Entry]]:
    """What is to be said, as the draft has it, and what is in the way of it now."""
    stored = turn.draft.off
    if turn.state is not State.TIME_OFF or turn.draft.provider_id != provider_id or stored is None:
        raise NotFound
    said = _said(stored)
    found = await usecases.in_the_way(turn.tx, turn.person, provider_id, said, turn.now)
    return said, found


def _fates(turn: Turn) -> dict[int, Fate]:
    return {booking_id: Fate(fate) for booking_id, fate in turn.draft.fates}


def _kept(fates: dict[int, Fate], found: list[Entry], turn: Turn, toast: str = "") -> Screen:
    chosen = tuple((booking_id, fate.value) for booking_id, fate in fates.items())
    turn.draft = replace(turn.draft, fates=chosen)
    return _in_the_way(found, turn, toast)


def _in_the_way(found: list[Entry], turn: Turn, toast: str = "") -> Screen:
    stored, provider_id = turn.draft.off, turn.draft.provider_id
    if stored is None or provider_id is None:
        raise NotFound
    what = _what(_said(stored), turn)
    return fates.in_the_way(provider_id, what, found, _fates(turn), turn.words, toast)


def _said(stored: Stored) -> Dated:
    """Raises NotFound for what no button of ours says."""
    plan, first, last, start, end = stored
    try:
        on = date.fromordinal(first)
        match Plan(plan):
            case Plan.OFF:
                return Closure(on, date.fromordinal(last), start, end)
            case Plan.SPECIAL:
                return Override(on, (Window(start, end),))
            case Plan.MORE:
                return Opening(on, Window(start, end))
            case Plan.USUAL:
                return AsUsual(on)
    except (ValueError, OverflowError) as error:
        raise NotFound from error


def _what(said: Dated, turn: Turn) -> str:
    return views.said(said, turn.words) if isinstance(said, Closure) else turn.words.day(said.on)


async def _overview(provider_id: int, turn: Turn, toast: str = "", page: int = 0) -> Screen:
    seen = await usecases.overview(turn.tx, turn.person, provider_id, turn.now)
    return views.overview(seen, page, turn.words, toast)
