"""The formats of a service: which it has, in which order, and where one meets in each."""

from bot.usecases.services import Look
from bot.views import meeting, taps
from bot.views.layout import key, reading
from bot.views.screens import Key, Rows, Screen
from bot.views.services import title_of, to_service
from bot.views.words import Words
from domain import limits
from domain.services import REFERENCE, Format

_COPIED = 256  # characters; as much as Telegram copies


def formats(seen: Look, words: Words, toast: str = "") -> Screen:
    """Each switched on or off by a tap; the first one is what customers get unless they choose."""
    meetings = seen.entry.meetings
    text = words.joined(
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say("formats-explain" if meetings.is_choice else "formats-one"),
        "",
        *(f"{place}. {meeting.kept(each, words)}" for place, each in enumerate(meetings.ways, 1)),
    )
    rows = (_row(seen, each, words) for each in Format)
    return Screen(text, (*rows, *_places(seen, words), (to_service(seen, words),)), toast)


def ask_place(seen: Look, way: Format, words: Words) -> Screen:
    """Write it, please; what is there can be copied, or dropped."""
    ids, now = (seen.provider.id, seen.kept.id), seen.entry.meetings.place_in(way)
    text = words.joined(
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say(f"format-{way}"),
        words.say(f"place-{way}", limit=limits.LINE, blank=REFERENCE),
        words.say("wording-now", text=now) if now else "",
    )
    rows: list[tuple[Key, ...]] = []
    if 0 < len(now) <= _COPIED:
        rows.append((Key(words.label("wording-copy"), copy=now),))
    if now:
        rows.append((key(words.label("wording-drop"), taps.DropPlace(*ids, way)),))
    back = key(words.label("back"), taps.ChooseFormats(*ids))
    return Screen(text, (*rows, (back,)))


def _row(seen: Look, way: Format, words: Words) -> tuple[Key, ...]:
    """Its switch, and what makes it the first one."""
    ids, meetings = (seen.provider.id, seen.kept.id), seen.entry.meetings
    name, is_on = words.label(f"format-{way}"), way in meetings.formats
    label = words.label("ticked", what=name) if is_on else name
    switch = key(label, taps.ToggleFormat(*ids, way))
    if not is_on or way is meetings.usual.format:
        return (switch,)
    first = key(words.label("format-first"), taps.LeadWithFormat(*ids, way))
    return reading(words, (switch, first))


def _places(seen: Look, words: Words) -> Rows:
    """To the place of each format that has one."""
    ids = (seen.provider.id, seen.kept.id)
    return tuple(
        (key(words.label(f"key-place-{way}"), taps.WritePlace(*ids, way)),)
        for way in seen.entry.meetings.formats
        if way is not Format.CHAT
    )
