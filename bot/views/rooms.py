"""The session room as people see it: coming in, going out, what can be done about a talk."""

from datetime import datetime

from bot.usecases.rooms import Room
from bot.views import taps
from bot.views.buttons import Button
from bot.views.layout import column, home, key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain import rooms
from domain.bookings import Booking
from domain.notices import Side
from domain.rooms import Reason


def door(booking: Booking, side: Side, now: datetime, words: Words) -> Rows:
    """The key on a card: into the room while it is open, else to write, else to look back."""
    if rooms.is_open(booking, now):
        return ((_open(booking.id, side, words),),)
    if rooms.may_write(booking, now):
        label = words.label("key-write-once")
        return ((key(label, taps.WriteOnce(booking.id, side)),),)
    if rooms.was_talk(booking, now):
        return ((key(words.label("key-messages"), taps.AboutRoom(booking.id, side)),),)
    return ()


def entered(room: Room, words: Words) -> Screen:
    """The banner: where one is, who reads along, and the way out."""
    lines = [_heading("room-entered", room, words), about(room, words), ""]
    lines.append(_who_reads(room, words))
    if not room.is_group:
        here = "room-here" if room.is_other_here else "room-not-here"
        lines.append(words.say(here, name=room.other_name))
    lines += [_until(room, words), "", words.say("room-how")]
    out = key(words.label("key-leave-room"), _to(taps.LeaveRoom, room), Style.DANGER)
    return Screen("\n".join(lines), ((out,), (_more(room, words), _card(room, words))))


def left(room: Room, now: datetime, words: Words) -> Screen:
    """The banner at the way out; what is written from now on goes to nobody."""
    text = f"{_heading('room-left', room, words)}\n{words.say('room-left-more')}"
    again = (_open(room.booking.id, room.side, words),) if rooms.is_open(room.booking, now) else ()
    rows = ((_card(room, words), home(words)),)
    return Screen(text, (again, *rows) if again else rows)


def closed(room: Room, now: datetime, words: Words) -> Screen:
    """The room has closed around somebody: its time is over, or there is nothing to talk about."""
    lines = [_heading("room-closed", room, words), about(room, words)]
    if rooms.may_write(room.booking, now) and not room.blocks:
        lines += ["", words.say("room-closed-more")]
    doors = door(room.booking, room.side, now, words) if not room.blocks else ()
    return Screen("\n".join(lines), (*doors, (_more(room, words),), (_card(room, words),)))


def ask_message(room: Room, words: Words) -> Screen:
    """One message to the other side, outside the room."""
    lines = [words.say("write-once", name=room.other_name), about(room, words), ""]
    lines.append(words.say("write-once-how"))
    return Screen("\n".join(lines), ((_more(room, words),), (_card(room, words),)))


def sent(room: Room, words: Words) -> Screen:
    text = f"{words.say('write-sent', name=room.other_name)}\n{about(room, words)}"
    return Screen(text, ((_card(room, words), home(words)),))


def more(room: Room, now: datetime, words: Words, toast: str = "") -> Screen:
    """What else can be done about a talk."""
    lines = [words.say("room-more", name=room.other_name), about(room, words), ""]
    length = words.length(room.booking.policy.transcripts)
    lines += [words.say("room-kept", length=length), words.say("room-private")]
    if room.side in room.blocks:
        lines += ["", words.say("room-is-blocked", name=room.other_name)]
    keys = [key(words.label("key-transcript"), _to(taps.SaveTranscript, room))]
    keys.append(key(words.label("key-report"), _to(taps.AskReport, room)))
    keys.append(_block_key(room, words))
    back = _card(room, words)
    if rooms.is_open(room.booking, now) and not room.blocks:
        back = _open(room.booking.id, room.side, words)
    return Screen("\n".join(lines), (*column(keys), (back,)), toast)


def ask_block(room: Room, words: Words) -> Screen:
    sure = key(words.label("key-block-sure"), _to(taps.Block, room), Style.DANGER)
    text = words.say("block-ask", name=room.other_name)
    return Screen(f"{text}\n{about(room, words)}", ((sure,), (_back(room, words),)))


def ask_report(room: Room, words: Words) -> Screen:
    text = words.say("report-ask", name=room.other_name, count=rooms.REPORTED)
    reasons = (
        key(words.label(f"report-{each.name.lower()}"), _report(room, each)) for each in Reason
    )
    return Screen(f"{text}\n{about(room, words)}", (*column(reasons), (_back(room, words),)))


def about(room: Room, words: Words) -> str:
    """Which session it is."""
    title = room.booking.title.into(words.language)
    return words.say("room-about", title=title, when=when(room, words), city=city(room, words))


def when(room: Room, words: Words) -> str:
    return words.day_and_time(room.booking.start, room.booking.zone)


def city(room: Room, words: Words) -> str:
    return words.city(room.booking.zone)


def _heading(text: str, room: Room, words: Words) -> str:
    if room.is_group:
        return words.say(f"{text}-group")
    return words.say(text, name=room.other_name)


def _who_reads(room: Room, words: Words) -> str:
    if room.is_group:
        return words.say("room-reads-group")
    if room.booking.capacity > 1:
        return words.say("room-reads-alone", name=room.other_name)
    return words.say("room-reads", name=room.other_name)


def _until(room: Room, words: Words) -> str:
    closes = rooms.closes(room.booking)
    time = words.day_and_time(closes, room.booking.zone)
    return words.say("room-until", time=time, city=city(room, words))


def _open(booking_id: int, side: Side, words: Words) -> Key:
    return key(words.label("key-open-room"), taps.OpenRoom(booking_id, side), Style.PRIMARY)


def _more(room: Room, words: Words) -> Key:
    return key(words.label("key-room-more"), _to(taps.AboutRoom, room))


def _card(room: Room, words: Words) -> Key:
    return key(words.label("key-details"), _to(taps.ShowBooking, room))


def _back(room: Room, words: Words) -> Key:
    return key(words.label("back"), _to(taps.AboutRoom, room))


def _block_key(room: Room, words: Words) -> Key:
    if room.side in room.blocks:
        return key(words.label("key-unblock"), _to(taps.Unblock, room))
    return key(words.label("key-block"), _to(taps.AskBlock, room))


def _report(room: Room, reason: Reason) -> Button:
    return taps.SendReport(room.booking.id, room.side, reason)


def _to(
    button: type[
        taps.LeaveRoom
        | taps.AboutRoom
        | taps.SaveTranscript
        | taps.AskBlock
        | taps.Block
        | taps.Unblock
        | taps.AskReport
        | taps.ShowBooking
    ],
    room: Room,
) -> Button:
    return button(room.booking.id, room.side)
