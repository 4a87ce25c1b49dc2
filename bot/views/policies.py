"""What applies to bookings: one sentence for customers, all clauses for who lays them down."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.usecases.policies import LaidDown
from bot.views import taps
from bot.views.clocks import clock
from bot.views.layout import column, grid, home, key, marked, reading
from bot.views.screens import Key, Rows, Screen
from bot.views.words import Words
from domain.bookings import Booking
from domain.policies import Clause, Level, Policy, number, said_by
from domain.services import Organization, Provider

_MINUTE = timedelta(minutes=1)
_HOUR, _DAY = 60, 1440
_WINDOWS = (0, 30, _HOUR, 2 * _HOUR, 4 * _HOUR, 6 * _HOUR, 12 * _HOUR)
_DAYS = (_DAY, 2 * _DAY, 3 * _DAY, 7 * _DAY, 14 * _DAY)
_CHOICES: Mapping[Clause, tuple[int, ...]] = {
    Clause.APPROVAL: (1, 0),
    Clause.CANCEL: (*_WINDOWS, *_DAYS),
    Clause.MOVE: (*_WINDOWS, *_DAYS),
    Clause.MOVES: (*range(6), 7, 10),
    Clause.ACTIVE: (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 50, 100),
    Clause.HOLD: (2, 3, 5, 7, 10, 15, 20, 30),
    Clause.GRACE: (5, 10, 15, 20, 30, 45, 60, 90),
    Clause.READY: (0, 2, 5, 10, 15, 20, 30, 60),
    Clause.OPENS: (0, 5, 10, 15, 20, 30, 60, 120),
    Clause.CLOSES: (0, 10, 15, 30, 60, 120, 240, _DAY),
    Clause.KEEPS: tuple(days * _DAY for days in (1, 7, 14, 30, 60, 90, 180, 365, 1095, 3650)),
}
_A_ROW = 4
NAME = 20  # characters of a name that fit onto a key


def before_booking(
    booking: Booking,
    clashing: Sequence[tuple[Booking, Provider]],
    now: datetime,
    words: Words,
) -> tuple[str, str]:
    """What a customer ought to know before they book: what they have then, and what applies."""
    applies = in_a_sentence(booking.policy, booking.start, clock(booking, words), now, words)
    return clashes(clashing, words), f"\n{applies}"


def clashes(clashing: Sequence[tuple[Booking, Provider]], words: Words) -> str:
    """A warning of the customer's own bookings at the same time; empty if there are none."""
    if not clashing:
        return ""
    each = (
        words.say(
            "own-clash-booking",
            when=words.day_and_time(booking.start, clock(booking, words)),
            until=words.time(booking.during.end, clock(booking, words)),
            city=words.city(clock(booking, words)),
            title=booking.title.into(words.language),
            provider=provider.name,
        )
        for booking, provider in clashing
    )
    return "\n".join(["\n" + words.say("own-clash", count=len(clashing)), *each])


def in_a_sentence(
    policy: Policy, start: datetime, zone: ZoneInfo, now: datetime, words: Words
) -> str:
    """Until when a booking of this start can be cancelled and moved, were it made now."""
    cancel, move = _cancel(policy, start, zone, now, words), _move(policy, start, now, words)
    return words.say("policy-sentence", cancel=cancel, move=move)


def choice(organizations: Sequence[Organization], words: Words) -> Screen:
    rows = column(
        key(each.name, taps.Policies(Level.ORGANIZATION, each.id)) for each in organizations
    )
    return Screen(words.say("policies-whose"), (*rows, (home(words),)))


def policies(seen: LaidDown, words: Words, toast: str = "") -> Screen:
    """All clauses as they apply, each a tap away from another number."""
    own = [clause for clause in Clause if number(seen.clauses, clause) is not None]
    lines = [words.say("policies-title", name=seen.name), words.say("policies-note"), ""]
    for clause in Clause:
        line = _line(seen.policy, clause, words)
        lines.append(words.say("clause-own") + line if clause in own else f"• {line}")
        if seen.level is Level.SERVICE:
            lines[-1] += f" {_whence(seen, clause, words)}"
    if seen.level is Level.SERVICE:
        lines += ["", words.say("policies-of-service", provider=seen.above)]
    elif seen.above:
        lines += ["", words.say("policies-own", above=seen.above)]
    keys = [
        key(_labelled(seen.policy, clause, words), _to(taps.ChooseClause, seen, clause))
        for clause in Clause
    ]
    return Screen("\n".join(lines), (*_pairs(keys, words), _foot(seen, words)), toast)


def choose(seen: LaidDown, clause: Clause, words: Words) -> Screen:
    """The numbers that a clause can have, and the way to leave it to the level above."""
    own = number(seen.clauses, clause)
    keys = [
        key(
            marked(_short(value, clause, words), value == own, words),
            taps.SetClause(seen.level, seen.whose, clause, value),
        )
        for value in _CHOICES[clause]
    ]
    rows = (reading(words, row) for row in grid(keys, _A_ROW))
    base = _short(number(seen.base, clause) or 0, clause, words)
    label = _inherited(seen, base, words)
    inherit = key(marked(label, own is None, words), _to(taps.LeaveClause, seen, clause))
    back = key(words.label("back"), taps.Policies(seen.level, seen.whose))
    text = words.joined(
        words.say("policies-title", name=seen.name),
        "\n" + _line(seen.policy, clause, words),
        "\n" + words.say("policies-choose"),
    )
    return Screen(text, (*rows, (inherit,), (back,)))


def _inherited(seen: LaidDown, value: str, words: Words) -> str:
    """What applies where this level says nothing."""
    if seen.level is Level.SERVICE:
        return words.label("clause-as-provider", value=value)
    if seen.above:
        return words.label("clause-inherit", above=seen.above[:NAME], value=value)
    return words.label("clause-usual", value=value)


def _cancel(policy: Policy, start: datetime, zone: ZoneInfo, now: datetime, words: Words) -> str:
    if not policy.cancel_window:
        return words.label("policy-cancel-start")
    if policy.cancels_late(start, now):
        return words.label("policy-cancel-late")
    until = start - policy.cancel_window
    return words.label(
        "policy-cancel-until", when=words.day_and_time(until, zone), city=words.city(zone)
    )


def _move(policy: Policy, start: datetime, now: datetime, words: Words) -> str:
    if not policy.reschedules:
        return words.label("policy-move-never")
    if not policy.can_reschedule(start, 0, now):
        return words.label("policy-move-over")
    if not policy.reschedule_window:
        return words.label("policy-move-start", count=policy.reschedules)
    length = words.length(policy.reschedule_window)
    return words.label("policy-move-until", count=policy.reschedules, length=length)


def _line(policy: Policy, clause: Clause, words: Words) -> str:
    value = number(policy, clause) or 0
    name = f"clause-{clause.name.lower()}"
    if not value:
        return words.say(f"{name}-none")
    if clause.is_yes_or_no:
        return words.say(f"{name}-is")
    if clause.is_count:
        return words.say(f"{name}-is", count=value)
    return words.say(f"{name}-is", length=words.length(value * _MINUTE))


def _whence(seen: LaidDown, clause: Clause, words: Words) -> str:
    """Who lays it down, in the end."""
    if number(seen.clauses, clause) is not None:
        return words.say("clause-from-service")
    who = said_by(clause, seen.levels)
    return words.say("clause-from", who=who) if who else words.say("clause-from-usual")


def _labelled(policy: Policy, clause: Clause, words: Words) -> str:
    value = _short(number(policy, clause) or 0, clause, words)
    what = words.label(f"clause-{clause.name.lower()}")
    return words.label("clause-key", what=what, value=value)


def _short(value: int, clause: Clause, words: Words) -> str:
    if clause.is_yes_or_no:
        return words.label("approval-by_hand" if value else "approval-at_once")
    if clause.is_count:
        return str(value)
    return words.short_length(value * _MINUTE) or words.label("short-minutes", count=0)


def _to(
    button: type[taps.ChooseClause] | type[taps.LeaveClause], seen: LaidDown, clause: Clause
) -> taps.ChooseClause | taps.LeaveClause:
    return button(seen.level, seen.whose, clause)


def _pairs(keys: Sequence[Key], words: Words) -> Rows:
    return tuple(reading(words, row) for row in grid(keys, 2))


def _foot(seen: LaidDown, words: Words) -> tuple[Key, ...]:
    if seen.level is Level.ORGANIZATION:
        other = key(words.label("holidays-other"), taps.PoliciesOfHouses())
        return (other, home(words)) if seen.others else (home(words),)
    if seen.level is Level.SERVICE:
        return (key(words.label("back"), taps.ShowRules(seen.provider_id, seen.whose)), home(words))
    return (key(words.label("policies-back"), taps.ProviderSettings(seen.whose)), home(words))
