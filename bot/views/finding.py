"""What has become of a booking, step by step, as its provider sees it."""

from functools import partial

from bot.usecases.finding import Timeline
from bot.views import taps
from bot.views.layout import home, key, pager
from bot.views.screens import Screen
from bot.views.words import Words
from domain.bookings import Change, Role, Source, Status
from domain.notices import Side


def timeline(seen: Timeline, words: Words) -> Screen:
    """Who did what and when, by the clock of the provider."""
    booking, zone = seen.seen.booking, seen.seen.provider.zone
    lines = [
        words.say("timeline-title", reference=booking.reference),
        words.say("all-times", city=words.city(zone)),
        "",
        *(_step(seen, each, words) for each in seen.steps),
    ]
    turning = pager(seen.page, seen.pages, partial(taps.Timeline, booking.id), words)
    back = key(words.label("back"), taps.ShowBooking(booking.id, Side.PROVIDER))
    return Screen("\n".join(lines), (*turning, (back, home(words))))


def _step(seen: Timeline, step: Change, words: Words) -> str:
    line = words.say(
        "timeline-step",
        when=words.day_and_time(step.at, seen.seen.provider.zone),
        who=_who(seen, step, words),
        what=_what(seen, step, words),
    )
    if step.source is Source.LINK:
        line += " " + words.say("timeline-link")
    return line + ("\n" + words.say("reason", reason=step.reason) if step.reason else "")


def _what(seen: Timeline, step: Change, words: Words) -> str:
    if step.moved_from and step.moved_to:
        before, after = (
            words.day_and_time(each.start, seen.seen.provider.zone)
            for each in (step.moved_from, step.moved_to)
        )
        return words.label("timeline-moved", before=before, after=after)
    if step.before is step.after:
        return words.label("timeline-changed")
    if (step.before, step.after) == (Status.HELD, Status.EXPIRED):
        return words.label("timeline-given-back")
    return words.label(f"timeline-{step.after}")


def _who(seen: Timeline, step: Change, words: Words) -> str:
    match step.actor.role:
        case Role.CUSTOMER:
            return seen.seen.customer.name
        case Role.PROVIDER:
            return seen.seen.provider.name
        case Role.ADMIN:
            known = seen.others.get(step.actor.person_id or 0)
            return known or words.label("timeline-admin")
        case Role.SYSTEM:
            return words.label("timeline-system")
