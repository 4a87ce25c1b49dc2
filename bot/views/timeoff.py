"""Time off and hours for single dates: what is said already, and saying more with a tap or two."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from bot.usecases.timeoff import FURTHEST, REASON_LIMIT, Dates, OneDate, Overview
from bot.views import clockgrid, taps
from bot.views.hourwords import stretches_said
from bot.views.layout import column, key, paged, pager, reading
from bot.views.monthgrid import grid_of, shifted, turns
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.taps import OffReason, Plan
from bot.views.words import Words
from bot.views.workspace import back
from domain.hours import Closure
from domain.services import Provider
from domain.wallclock import DAY, MINUTES_A_DAY

_NOON, _EVENING = 12 * 60, 18 * 60
_PAGE = 8
_REASON_SHOWN = 20  # characters of it, on a key


def overview(seen: Overview, page: int, words: Words, toast: str = "") -> Screen:
    """All that is said of dates from today on, and the shortcuts to say more."""
    provider = seen.provider
    entries = _entries(seen, words)
    shown, page, pages = paged(entries, page, _PAGE)
    lines = [
        words.say("off-title", provider=provider.name),
        words.say("hours-zone", city=words.city(provider.zone)),
        "",
        words.say("off-none" if not entries else "off-tap"),
    ]
    listed = (entry for _, entry in shown)
    turning = pager(page, pages, partial(taps.TimeOff, provider.id), words)
    rows = (*_shortcuts(seen, words), *column(listed), *turning, (back(provider.id, words),))
    return Screen("\n".join(lines), rows, toast)


def entry(
    provider_id: int, closure_id: int, closure: Closure, words: Words, toast: str = ""
) -> Screen:
    """One time off, and what it is for, which is chosen or written."""
    reasons = [
        key(
            words.label(f"off-for-{each.name.lower()}"),
            taps.OffFor(provider_id, closure_id, each),
        )
        for each in OffReason
        if each is not OffReason.NONE or closure.reason
    ]
    again = key(words.label("off-open"), taps.OpenAgain(provider_id, closure_id), Style.PRIMARY)
    text = words.joined(
        words.say("off-entry", what=said(closure, words)),
        words.say("off-reason", reason=closure.reason) if closure.reason else "",
        "\n" + words.say("off-reason-ask", limit=REASON_LIMIT),
    )
    rows = ((again,), *_pairs(reasons, words), (_to_list(provider_id, words),))
    return Screen(text, rows, toast)


def month(seen: Dates, until: date | None, words: Words) -> Screen:
    """Dates to choose from; `until`: it begins there, and the last date is asked for."""
    provider_id, today = seen.provider.id, seen.today

    def cell(on: date) -> Key:
        if on < (until or today):
            return key(words.label("cell-out", day=str(on.day)), taps.Blank(on.day + 50))
        label = str(on.day)
        if on in seen.special:
            label = words.label("cell-special", day=label)
        elif on in seen.closed:
            label = words.label("cell-closed", day=label)
        if until:
            return key(label, taps.OffPlan(provider_id, Plan.OFF, until, on, 0, MINUTES_A_DAY))
        return key(label, taps.OffDate(provider_id, on))

    def turned(first: date) -> taps.OffDates | taps.OffUntil | None:
        if not (until or today).replace(day=1) <= first <= (today + FURTHEST).replace(day=1):
            return None
        if until:
            return taps.OffUntil(provider_id, until, first)
        return taps.OffDates(provider_id, first)

    text = words.say("off-which") if until is None else words.say("off-until", day=words.day(until))
    leave = taps.OffDate(provider_id, until) if until else taps.TimeOff(provider_id, 0)
    rows = (
        *turns(
            turned(shifted(seen.first, -1)),
            words.month(seen.first),
            turned(shifted(seen.first, 1)),
            words,
        ),
        *grid_of(seen.first, until or today, cell, words),
        (key(words.label("back"), leave),),
    )
    return Screen(text, rows)


def one_date(seen: OneDate, words: Words) -> Screen:
    """A date as it is planned, and what can be said of it."""
    provider_id, on, zone = seen.provider.id, seen.on, seen.provider.zone
    times = stretches_said(seen.windows, zone, words)
    lines = [
        words.say("off-date", day=words.full_day(on)),
        words.say("off-open-at", times=times),
        words.say("off-booked", count=seen.booked),
    ]
    rows: list[tuple[Key, ...]] = []
    if seen.windows:
        rows += [
            (_off(seen, words.label("off-day"), on, 0, MINUTES_A_DAY),),
            reading(
                words,
                (
                    _off(seen, words.label("off-morning"), on, 0, _NOON),
                    _off(seen, words.label("off-afternoon"), on, _NOON, MINUTES_A_DAY),
                ),
            ),
            (key(words.label("off-some"), taps.OffFrom(provider_id, Plan.OFF, on, 0)),),
        ]
    rows.append((key(words.label("off-more-days"), taps.OffUntil(provider_id, on, on)),))
    special = key(words.label("off-special"), taps.OffFrom(provider_id, Plan.SPECIAL, on, 0))
    more = key(words.label("off-more"), taps.OffFrom(provider_id, Plan.MORE, on, 0))
    rows.append(reading(words, (special, more)))
    if seen.is_special:
        usual = taps.OffPlan(provider_id, Plan.USUAL, on, on, 0, 0)
        rows.append((key(words.label("off-usual"), usual),))
    month_key = key(words.label("back"), taps.OffDates(provider_id, on.replace(day=1)))
    return Screen("\n".join(lines), (*rows, (month_key, _to_list(provider_id, words))))


def start(provider: Provider, button: taps.OffFrom, words: Words) -> Screen:
    """When it begins on a date."""
    provider_id, plan, on = provider.id, button.plan, button.on
    rows = clockgrid.starts(
        0,
        MINUTES_A_DAY,
        button.offset,
        lambda minute: taps.OffTo(provider_id, plan, on, minute, button.offset),
        lambda other: taps.OffFrom(provider_id, plan, on, other),
        words,
    )
    text = words.say(f"off-from-{plan.name.lower()}", day=words.full_day(on))
    leave = key(words.label("back"), taps.OffDate(provider_id, on))
    return Screen(text, (*rows, (leave,)))


def end(provider: Provider, button: taps.OffTo, words: Words) -> Screen:
    """When it ends: time off by the end of the date, hours up to a day later."""
    provider_id, plan, on = provider.id, button.plan, button.on
    rows = clockgrid.ends(
        button.start,
        MINUTES_A_DAY if plan is Plan.OFF else button.start + MINUTES_A_DAY - 1,
        button.offset,
        lambda minute: taps.OffPlan(provider_id, plan, on, on, button.start, minute),
        lambda other: taps.OffTo(provider_id, plan, on, button.start, other),
        words,
    )
    text = words.say("hours-to", days=words.full_day(on), start=words.clock(button.start))
    offset = clockgrid.quarter(button.start)
    leave = key(words.label("back"), taps.OffFrom(provider_id, plan, on, offset))
    return Screen(text, (*rows, (leave,)))


def said(closure: Closure, words: Words) -> str:
    """Mon 7 Dec – Fri 11 Dec; of part of a day with its times."""
    first, last = words.day(closure.first), words.day(closure.last)
    if (closure.start, closure.end) == (0, MINUTES_A_DAY):
        if closure.first == closure.last:
            return first
        return words.label("off-days", first=first, last=last)
    times = {"start": words.clock(closure.start), "end": words.clock(closure.end)}
    if closure.first == closure.last:
        return words.label("off-part", day=first, **times)
    return words.label("off-span", first=first, last=last, **times)


def _entries(seen: Overview, words: Words) -> list[tuple[date, Key]]:
    provider_id = seen.provider.id
    entries = [
        (
            closure.first,
            key(
                _label(closure, words),
                taps.TimeOffEntry(provider_id, closure_id),
            ),
        )
        for closure_id, closure in seen.closures
    ]
    entries += [
        (on, key(_special(on, on in seen.off, words), taps.OffDate(provider_id, on)))
        for on in seen.special
    ]
    return sorted(entries, key=lambda each: each[0])


def _label(closure: Closure, words: Words) -> str:
    what = said(closure, words)
    if not closure.reason:
        return words.label("off-key", what=what)
    return words.label("off-key-for", what=what, reason=closure.reason[:_REASON_SHOWN])


def _special(on: date, is_off: bool, words: Words) -> str:
    if is_off:
        return words.label("off-key", what=words.day(on))
    return words.label("off-special-key", day=words.day(on))


def _shortcuts(seen: Overview, words: Words) -> Rows:
    today, provider_id = seen.today, seen.provider.id
    end_of_week = today + DAY * (6 - (today.weekday() - words.first_weekday) % 7)
    whole = (0, MINUTES_A_DAY)
    plans: list[tuple[str, date, date, int, int]] = []
    if seen.minute < _EVENING:
        plans.append(("off-this-afternoon", today, today, _NOON, MINUTES_A_DAY))
    plans.append(("off-today", today, today, *whole))
    plans.append(("off-tomorrow", today + DAY, today + DAY, *whole))
    plans.append(("off-next-week", end_of_week + DAY, end_of_week + timedelta(days=7), *whole))
    keys = [
        key(words.label(name), taps.OffPlan(provider_id, Plan.OFF, first, last, start, end))
        for name, first, last, start, end in plans
    ]
    dates = key(words.label("off-dates"), taps.OffDates(provider_id, today.replace(day=1)))
    return (*_pairs(keys, words), (dates,))


def _pairs(keys: list[Key], words: Words) -> Iterable[tuple[Key, ...]]:
    return (reading(words, keys[at : at + 2]) for at in range(0, len(keys), 2))


def _off(seen: OneDate, label: str, on: date, start: int, end: int) -> Key:
    return key(label, taps.OffPlan(seen.provider.id, Plan.OFF, on, on, start, end))


def _to_list(provider_id: int, words: Words) -> Key:
    return key(words.label("off-back"), taps.TimeOff(provider_id, 0))
