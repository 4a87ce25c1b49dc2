"""A message of one side as the other side gets it, and what the bot says about messages."""

from dataclasses import dataclass

from bot.usecases.rooms import Room, Transcript
from bot.views import rooms as places, taps
from bot.views.layout import key
from bot.views.screens import Rows, Screen, Style
from bot.views.words import Words
from domain.rooms import Content, Message, Sort

_QUOTED = 60  # characters of a message that is named by its beginning
_REPORTED = 150  # of one in a report


@dataclass(frozen=True, slots=True)
class Relayed:
    """Something said, with a line above that says who it is from where that is not plain.

    `reply_to` and `edits` are messages in the chat of whoever gets it; `head` is no HTML.
    """

    content: Content
    head: str = ""
    rows: Rows = ()
    reply_to: int | None = None
    edits: int | None = None

    @property
    def is_headed(self) -> bool:
        """Whether it says where it comes from, for somebody who is elsewhere."""
        return bool(self.rows)


def inside(room: Room, message: Message, words: Words) -> Relayed:
    """For whoever is in that room: plain; a provider of a group is told who it is from."""
    head = words.label("room-from", name=room.other_name) if room.is_group else ""
    return Relayed(message.content, head)


def outside(room: Room, message: Message, words: Words) -> Relayed:
    """For whoever is elsewhere: from whom, about what, and the way to answer."""
    booking, side = room.booking, room.side
    title, when = booking.title.into(words.language), places.when(room, words)
    text = "room-message-head" if message.in_room else "room-single-head"
    head = words.label(text, name=room.other_name, title=title, when=when)
    if message.in_room:
        open_room = taps.OpenRoom(booking.id, side)
        rows: Rows = ((key(words.label("key-open-room"), open_room, Style.PRIMARY),),)
    else:
        answer = key(words.label("key-answer"), taps.WriteOnce(booking.id, side), Style.PRIMARY)
        rows = ((answer, key(words.label("key-details"), taps.ShowBooking(booking.id, side))),)
    return Relayed(message.content, head, rows)


def undelivered(room: Room, message: Message, words: Words) -> Screen:
    """To the author: it did not get there."""
    text = words.say("room-undelivered", what=brief(message, words), name=room.other_name)
    card = key(words.label("key-details"), taps.ShowBooking(room.booking.id, room.side))
    return Screen(text, ((card,),))


def report(told: Transcript, words: Words) -> Screen:
    """To an admin: who reports whom and why, and the last of what was said."""
    room, made = told.room, told.report
    if made is None:
        raise ValueError("a transcript without a report")
    by, about = (room.customer.name, room.provider.name)
    if room.side is not room.side.CUSTOMER:
        by, about = about, by
    lines = [
        words.say("report-title", by=by, about=about),
        words.say("report-why", why=words.label(f"report-{made.reason.name.lower()}")),
        places.about(room, words),
        words.say("reference", reference=room.booking.reference),
        "",
        words.say("report-last" if told.messages else "report-nothing"),
    ]
    for each in told.messages:
        time = words.time(each.sent, words.zone or room.booking.zone)
        who = told.names.get(each.author_id, "?")
        what = brief(each, words, _REPORTED)
        lines.append(words.say("report-line", time=time, who=who, what=what))
    return Screen("\n".join(lines))


def brief(message: Message, words: Words, most: int = _QUOTED) -> str:
    """A message by its beginning, or by what it is."""
    content = message.content
    text = " ".join(content.text.split())
    text = text if len(text) <= most else f"{text[: most - 1]}…"
    if content.sort is Sort.TEXT:
        return text
    named = " ".join(each for each in (kind(content, words), content.name[:most]) if each)
    return f"{named}: {text}" if text else named


def kind(content: Content, words: Words) -> str:
    """Photo; Voice message; Location."""
    return words.label(f"sort-{content.sort}")
