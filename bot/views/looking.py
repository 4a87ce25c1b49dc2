"""What all pages of the calendar share: what is looked for, parts of the day, clocks."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.usecases.seeking import Sought
from bot.views import taps
from bot.views.clocks import clock
from bot.views.layout import key, marked
from bot.views.screens import Key, Rows
from bot.views.words import Words, same_clock
from domain.dayparts import Part


def heading(sought: Sought, words: Words) -> str:
    service = sought.service
    title = service.title.into(words.language)
    if sought.provider is None:
        what = words.say("booking-with-anyone", title=title)
    else:
        what = words.say("booking-of", title=title, provider=sought.provider.name)
    length = words.length(service.rules.duration)
    price = words.money(service.price)
    lines = [what, words.say("length-and-price", length=length, price=price)]
    if sought.moving is not None:
        when = words.moment(sought.moving.start, clock(sought.moving, words))
        lines.append(words.say("moving-from", when=when))
    return "\n".join(lines)


def own_clock(at: datetime, zone: ZoneInfo, words: Words) -> str:
    """What a time there is on the reader's own clock, where the two differ."""
    if words.zone is None or same_clock(words.zone, zone, at):
        return ""
    return words.say(
        "times-here",
        there=words.time(at, zone),
        here=words.day_and_time(at, words.zone),
        city=words.city(words.zone),
    )


def part_keys(counts: Mapping[Part, int], sought: Sought, flow: int, words: Words) -> list[Key]:
    """A key for each part of the day that has any free starts, with how many."""
    return [
        key(
            marked(words.label(f"part-{part}", count=counts[part]), part is sought.part, words),
            taps.PickPart(flow, part),
        )
        for part in (Part.MORNING, Part.AFTERNOON, Part.EVENING)
        if counts.get(part)
    ]


def wait_keys(sought: Sought, flow: int, words: Words) -> Rows:
    """To the waitlist, where nothing suits; a provider who books for somebody does not wait."""
    if sought.for_other or sought.moving:
        return ()
    return ((key(words.label("key-wait"), taps.AskWait(flow, sought.part)),),)


def wait_keys_for(sought: Sought, on: date, part: Part, flow: int, words: Words) -> Rows:
    """As `wait_keys`, straight into the line for one day."""
    if sought.for_other or sought.moving:
        return ()
    label = words.label("key-wait-day", day=words.day(on))
    return ((key(label, taps.WaitFor(flow, on, on, part)),),)
