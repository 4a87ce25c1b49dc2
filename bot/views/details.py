"""What goes with a booking: its topic, its files, another time that would suit."""

from collections.abc import Iterator

from bot.usecases.availability import Day, DayState, Month, Times
from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.usecases.seeking import Sought
from bot.views import taps
from bot.views.clocks import clock
from bot.views.layout import column, flow_foot, grid, key, reading
from bot.views.monthgrid import grid_of, shifted, turns
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain import attachments
from domain.attachments import Attachment, Sort
from domain.bookings import Booking
from domain.details import TOPIC_LIMIT
from domain.notices import Side

_NAME_SHOWN = 24  # characters, on a key
_MANY_TIMES = 48
_KIBIBYTE = 1024


def review_lines(said: Said, booking: Booking, words: Words) -> Iterator[str]:
    """What the customer has said so far, a line each."""
    if said.topic:
        yield words.say("details-topic", topic=said.topic)
    if said.note:
        yield words.say("review-note", note=said.note)
    if said.files:
        yield words.say("details-files", count=len(said.files))
    if said.other_start:
        when = words.day_and_time(said.other_start, clock(booking, words))
        yield words.say("details-other", when=when)
    if said.form:
        answered = sum(each.slug in said.answers for each in said.form)
        yield words.say("details-answered", answered=answered, count=len(said.form))
    if said.missing:
        yield words.say("details-missing", count=said.missing)


def review_keys(said: Said, booking: Booking, flow: int, words: Words) -> Rows:
    """The ways to say more; none of them has to be gone."""
    topic = "key-change-topic" if said.topic else "key-topic"
    files = (
        words.label("key-files", count=len(said.files)) if said.files else words.label("key-attach")
    )
    more = [
        key(words.label(topic), taps.WriteTopic(flow)),
        key(files, taps.AddFiles(flow)),
    ]
    if said.form and not said.missing:
        more.append(key(words.label("key-questions"), taps.AskQuestions(flow)))
    other = "key-change-other-time" if said.other_start else "key-other-time"
    first = (said.other_start or booking.start).astimezone(booking.zone).date().replace(day=1)
    return (
        *(reading(words, row) for row in grid(more, 2)),
        (key(words.label(other), taps.OtherDays(flow, first)),),
    )


def card_lines(seen: Card, words: Words) -> Iterator[str]:
    """What stands of it on the booking's card, on either side."""
    said = seen.details
    if said.topic:
        yield words.say("details-topic", topic=said.topic)
    if said.other_start:
        when = words.day_and_time(said.other_start, clock(seen.booking, words))
        own = "details-other" if seen.side is Side.CUSTOMER else "details-other-theirs"
        yield words.say(own, when=when)
    if said.files:
        yield words.say("details-files", count=said.files)


def card_keys(seen: Card, words: Words) -> Rows:
    """To what was sent along; for the provider."""
    if seen.side is not Side.PROVIDER:
        return ()
    said, keys = seen.details, []
    if said.files:
        label = words.label("key-files", count=said.files)
        keys.append(key(label, taps.ShowFiles(seen.booking.id)))
    if said.answers:
        label = words.label("key-answers", count=said.answers)
        keys.append(key(label, taps.ShowAnswers(seen.booking.id, 0)))
    return (tuple(keys),) if keys else ()


def topic(said: Said, flow: int, words: Words) -> Screen:
    lines = [words.say("topic-ask", limit=TOPIC_LIMIT)]
    if not said.topic:
        return Screen(lines[0], (flow_foot(words, flow),))
    lines += ["", words.say("details-topic", topic=said.topic)]
    drop = key(words.label("key-drop-topic"), taps.DropTopic(flow))
    return Screen("\n".join(lines), ((drop,), flow_foot(words, flow)))


def files(said: Said, flow: int, words: Words) -> Screen:
    """What is attached, each with a key to take it off again."""
    most, largest = attachments.MOST, attachments.LARGEST // _KIBIBYTE**2
    names = [named(at, each, words) for at, each in enumerate(said.files)]
    lines = [words.say("files-ask", most=most, largest=largest), ""]
    lines += [words.plain(name) for name in names] or [words.say("files-none")]
    drops = column(
        key(words.label("key-drop-file", name=short(name)), taps.DropFile(flow, at))
        for at, name in enumerate(names)
    )
    if not names:
        return Screen("\n".join(lines), (flow_foot(words, flow),))
    done = key(words.label("key-done"), taps.Back(flow), Style.PRIMARY)
    return Screen("\n".join(lines), (*drops, (done,), flow_foot(words, flow)))


def other_days(sought: Sought, shown: Month, said: Said, flow: int, words: Words) -> Screen:
    """The days that have free times."""

    def cell(on: Day) -> Key:
        label = str(on.on.day)
        if not on.state.can_be_had:
            return key(words.label("cell-out", day=label), taps.Blank(on.on.day + 50))
        label = words.label("cell-free", day=label)
        return key(label, taps.OtherDay(flow, on.on), Style.SUCCESS)

    by_date = {day.on: day for day in shown.days}
    since = next((day.on for day in shown.days if day.state is not DayState.PAST), shown.first)
    before, after = shifted(shown.first, -1), shifted(shown.first, 1)
    rows = [
        *turns(
            taps.OtherDays(flow, before) if before >= shown.first_month else None,
            words.month(shown.first),
            taps.OtherDays(flow, after) if after <= shown.last_month else None,
            words,
        ),
        *grid_of(shown.first, since, lambda on: cell(by_date[on]), words),
    ]
    lines = [words.say("other-ask", provider=sought.providers[0].name)]
    if said.other_start:
        when = words.day_and_time(said.other_start, sought.zone)
        lines += ["", words.say("details-other", when=when)]
        rows.append((key(words.label("key-drop-other-time"), taps.DropOtherTime(flow)),))
    return Screen("\n".join(lines), (*rows, flow_foot(words, flow)))


def other_times(sought: Sought, found: Times, held: Booking, flow: int, words: Words) -> Screen:
    """The free times of a day, but for the one that is kept already."""
    starts = [slot.start for slot in found.slots if slot.start != held.start]
    keys = [
        key(words.time(start, sought.zone), taps.OtherTime(flow, start))
        for start in starts[:_MANY_TIMES]
    ]
    lines = [words.say("times-title", day=words.full_day(found.on))]
    lines.append(words.say("times-zone", city=words.city(sought.zone)))
    days = taps.OtherDays(flow, found.on.replace(day=1))
    foot = (key(words.label("back"), days), flow_foot(words, flow)[1])
    rows = tuple(reading(words, row) for row in grid(keys, 4))
    return Screen("\n".join(lines), (*rows, foot))


def named(at: int, file: Attachment, words: Words) -> str:
    """A line of a list of files; plain, nothing escaped."""
    name = words.label("file-photo") if file.sort is Sort.PHOTO else file.name
    kibibytes = max(1, round(file.size / _KIBIBYTE))
    return words.label("file-line", number=at + 1, name=name, size=kibibytes)


def short(name: str) -> str:
    """As much of it as a key holds."""
    return name if len(name) <= _NAME_SHOWN else f"{name[: _NAME_SHOWN - 1]}…"
