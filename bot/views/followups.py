"""Follow-ups: what to do, until when, and the list of what is open."""

from collections.abc import Callable
from datetime import date
from functools import partial

from bot.usecases.followups import Followed, Page
from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.buttons import Button
from bot.views.layout import column, grid, key, pager, reading
from bot.views.monthgrid import grid_of, shifted, turns
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from bot.views.workspace import back
from domain.followups import FURTHEST, TEXT_LIMIT, FollowUp, State, Task, shortcuts
from domain.notices import Side
from domain.wallclock import DAY

_ON_A_KEY = 22  # characters of what is to be done


def what(task: Task, text: str, words: Words) -> str:
    """Send the report; or the provider's own words."""
    return text if task is Task.OWN else words.label(f"follow-up-{task.name.lower()}")


def tasks(seen: Card, words: Words) -> Screen:
    """What is to be done for this customer?"""
    booking_id = seen.booking.id
    rows = column(
        key(words.label(f"key-follow-up-{each.name.lower()}"), taps.FollowUpFor(booking_id, each))
        for each in Task
    )
    return Screen(_heading(seen, "follow-up-ask", words), (*rows, (_card(booking_id, words),)))


def ask_words(seen: Card, words: Words) -> Screen:
    text = words.say("follow-up-words-ask", limit=TEXT_LIMIT)
    leave = key(words.label("back"), taps.AskFollowUp(seen.booking.id))
    return Screen(text, ((leave,),))


def due(seen: Card, task: Task, text: str, today: date, words: Words) -> Screen:
    """Until when?"""
    booking_id = seen.booking.id
    lines = [f"📌 <b>{words.plain(what(task, text, words))}</b>", words.say("follow-up-when")]
    rows = _choices(
        today,
        lambda on: taps.PlanFollowUp(booking_id, task, on),
        taps.FollowUpDates(booking_id, task, today.replace(day=1)),
        words,
    )
    leave = key(words.label("back"), taps.AskFollowUp(booking_id))
    return Screen("\n".join(lines), (*rows, (leave,)))


def move(known: Followed, words: Words) -> Screen:
    """Another date for what is open."""
    follow_up = known.follow_up
    rows = _choices(
        known.today,
        lambda on: taps.MoveFollowUp(follow_up.id, on),
        taps.MoveFollowUpDates(follow_up.id, known.today.replace(day=1)),
        words,
    )
    leave = key(words.label("back"), taps.ShowFollowUp(follow_up.id))
    return Screen(f"{_facts(known, words)}\n\n{words.say('follow-up-when')}", (*rows, (leave,)))


def dates(button: taps.FollowUpDates | taps.MoveFollowUpDates, today: date, words: Words) -> Screen:
    """A month to choose the date from; one out of reach becomes the nearest that is offered."""
    last_month = (today + FURTHEST).replace(day=1)
    first = min(max(button.first.replace(day=1), today.replace(day=1)), last_month)

    def cell(on: date) -> Key:
        if not today < on <= today + FURTHEST:
            return key(words.label("cell-out", day=str(on.day)), taps.Blank(on.day + 50))
        return key(str(on.day), _chosen(button, on))

    def turned(other: date) -> Button | None:
        return _turned(button, other) if today.replace(day=1) <= other <= last_month else None

    rows = (
        *turns(turned(shifted(first, -1)), words.month(first), turned(shifted(first, 1)), words),
        *grid_of(first, today + DAY, cell, words),
        (key(words.label("back"), _undated(button)),),
    )
    return Screen(words.say("follow-up-when"), rows)


def one(known: Followed, words: Words, toast: str = "") -> Screen:
    """A follow-up, with what can become of it while it is open."""
    follow_up, seen = known.follow_up, known.seen
    rows: list[tuple[Key, ...]] = []
    if follow_up.state is State.OPEN:
        rows += _open(known, words)
    rows.append((key(words.label("key-details"), _show(seen.booking.id)),))
    every = key(words.label("key-all-follow-ups"), taps.FollowUps(seen.provider.id, 0))
    return Screen(_facts(known, words), (*rows, (every,)), toast)


def reminder(known: Followed, words: Words) -> Screen:
    """What comes in the morning of the due date."""
    screen = one(known, words)
    return Screen(f"{words.say('follow-up-reminder')}\n{screen.text}", screen.rows)


def listed(found: Page, words: Words, toast: str = "") -> Screen:
    """What is open, by due date, overdue marked."""
    lines = [words.say("follow-ups-title", provider=found.provider.name), ""]
    if not found.entries:
        lines.append(words.say("follow-ups-none"))
    keys = []
    for each in found.entries:
        follow_up = each.follow_up
        todo = what(follow_up.task, follow_up.text, words)
        names = {"sign": _sign(follow_up, found.today), "customer": each.customer}
        day = words.day(follow_up.due)
        lines.append(words.say("follow-ups-entry", what=todo, day=day, **names))
        label = words.label("key-follow-up-entry", what=_short(todo), **names)
        keys.append(key(label, taps.ShowFollowUp(follow_up.id)))
    provider_id = found.provider.id
    rows = (
        *column(keys),
        *pager(found.page, found.pages, partial(taps.FollowUps, provider_id), words),
        (back(provider_id, words),),
    )
    return Screen("\n".join(lines), rows, toast)


def _open(known: Followed, words: Words) -> list[tuple[Key, ...]]:
    follow_up, seen = known.follow_up, known.seen
    rows: list[tuple[Key, ...]] = []
    if follow_up.task is Task.SCHEDULE:
        book = taps.BookForKnown(seen.provider.id, seen.customer.id)
        rows.append((key(words.label("key-book-next", customer=seen.customer.name), book),))
    done = key(words.label("key-follow-up-done"), taps.FollowUpDone(follow_up.id), Style.SUCCESS)
    later = key(words.label("key-follow-up-move"), taps.AskMoveFollowUp(follow_up.id))
    drop = key(words.label("key-follow-up-drop"), taps.DropFollowUp(follow_up.id))
    return [(done,), *rows, reading(words, (later, drop))]


def _choices(today: date, button: Callable[[date], Button], other: Button, words: Words) -> Rows:
    names = ("follow-up-tomorrow", "follow-up-three", "follow-up-week")
    keys = [
        key(words.label(name, day=words.day(on)), button(on))
        for name, on in zip(names, shortcuts(today), strict=True)
    ]
    return grid([*keys, key(words.label("key-pick-date"), other)], 1)


def _chosen(button: taps.FollowUpDates | taps.MoveFollowUpDates, on: date) -> Button:
    if isinstance(button, taps.FollowUpDates):
        return taps.PlanFollowUp(button.booking_id, button.task, on)
    return taps.MoveFollowUp(button.follow_up_id, on)


def _turned(button: taps.FollowUpDates | taps.MoveFollowUpDates, first: date) -> Button:
    if isinstance(button, taps.FollowUpDates):
        return taps.FollowUpDates(button.booking_id, button.task, first)
    return taps.MoveFollowUpDates(button.follow_up_id, first)


def _undated(button: taps.FollowUpDates | taps.MoveFollowUpDates) -> Button:
    if isinstance(button, taps.FollowUpDates):
        return taps.FollowUpFor(button.booking_id, button.task)
    return taps.AskMoveFollowUp(button.follow_up_id)


def _facts(known: Followed, words: Words) -> str:
    follow_up, seen = known.follow_up, known.seen
    todo = what(follow_up.task, follow_up.text, words)
    day = words.full_day(follow_up.due)
    if follow_up.state is not State.OPEN:
        stand = words.say(f"follow-up-{follow_up.state}")
    elif follow_up.is_overdue(known.today):
        stand = words.say("follow-up-overdue", day=day)
    elif follow_up.due == known.today:
        stand = words.say("follow-up-today", day=day)
    else:
        city = words.city(seen.provider.zone)
        stand = words.say("follow-up-due", day=day, city=city)
    return f"📌 <b>{words.plain(todo)}</b>\n{_heading(seen, 'follow-up-for', words)}\n{stand}"


def _heading(seen: Card, name: str, words: Words) -> str:
    booking = seen.booking
    return words.say(
        name,
        customer=seen.customer.name,
        title=booking.title.into(words.language),
        when=words.day_and_time(booking.start, booking.zone),
    )


def _sign(follow_up: FollowUp, today: date) -> str:
    if follow_up.is_overdue(today):
        return "⚠️"
    return "🔔" if follow_up.due == today else "📌"


def _short(todo: str) -> str:
    return todo if len(todo) <= _ON_A_KEY else f"{todo[: _ON_A_KEY - 1]}…"


def _card(booking_id: int, words: Words) -> Key:
    return key(words.label("back"), _show(booking_id))


def _show(booking_id: int) -> taps.ShowBooking:
    return taps.ShowBooking(booking_id, Side.PROVIDER)
