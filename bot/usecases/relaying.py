"""What one side says on its way to the other one: written down, and sent after the commit."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.usecases import rooms as places
from bot.usecases.rooms import Room
from domain import rooms
from domain.notices import Side
from domain.people import Person
from domain.refusals import CannotBeReached, CannotBeRelayed, Refused
from domain.rooms import Content, Message, Sort
from storage.room_posts import Outgoing, Post, Shown
from storage.store import Tx

_MINUTE = timedelta(minutes=1)
_FIXED = frozenset({Sort.LOCATION, Sort.VENUE, Sort.STICKER, Sort.VIDEO_NOTE})


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it came: `content` is None for what cannot be relayed."""

    content: Content | None
    source_id: int


@dataclass(frozen=True, slots=True)
class Behind:
    """What somebody replies to: a message of a room, and from which side they do so.

    `is_own`: they wrote it themselves.
    """

    booking_id: int
    side: Side
    message_id: int
    is_own: bool = False


class Edited(Enum):
    """What became of a change to a message."""

    NOTHING = auto()  # it was none of ours
    DONE = auto()
    TOO_LATE = auto()


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a message, and as which side of which booking."""

    person_id: int
    booking_id: int
    side: Side


async def behind(tx: Tx, person: Person, message_id: int) -> Behind | None:
    """The message of a room that stands in this person's chat under this id."""
    shown = await tx.room_posts.shown(person.id, message_id)
    if shown is not None:
        message = await tx.rooms.get(shown.message_id)
        # The provider of a group answers its writer; a customer always speaks for their booking.
        about = message.booking_id if shown.side is Side.PROVIDER else shown.booking_id
        return Behind(about, shown.side, message.id)
    own = await tx.rooms.of_author(person.id, message_id)
    return None if own is None else Behind(own.booking_id, own.side, own.id, is_own=True)


async def say(
    tx: Tx, author: Person, booking_id: int, side: Side, said: Said, now: datetime
) -> Room:
    """One message in the room, to everybody at the other end.

    Raises:
        NotFound: the person is not on this side of the booking.
        RoomNotOpen, RoomClosed: it is too early, or too late.
        CannotBeReached, BlockedByYou, TakesNoMessages: there is nobody to talk to.
        CannotBeRelayed: it is of a sort that is not passed on.
        TooManyMessages: they write faster than anybody reads.
    """
    room = await places.of(tx, author, booking_id, side)
    await _in_room(tx, room, author, said, None, await _everybody(tx, room, now), now)
    return room


async def write(
    tx: Tx, author: Person, booking_id: int, side: Side, said: Said, now: datetime
) -> Room:
    """One message outside the room; refused as `say` is, and after three without an answer."""
    room = await places.of(tx, author, booking_id, side)
    await _outside(tx, room, author, said, None, now)
    return room


async def check_write(tx: Tx, author: Person, booking_id: int, side: Side, now: datetime) -> Room:
    """The room, or raise why nothing can be written outside of it."""
    room = await places.of(tx, author, booking_id, side)
    unanswered = await tx.rooms.unanswered(booking_id, author.id, now - rooms.UNANSWERED_FOR)
    rooms.check_write(room.booking, unanswered, now)
    places.check_reachable(room)
    return room


async def answer(tx: Tx, author: Person, to: Behind, said: Said, now: datetime) -> Room:
    """A reply: it goes where the message came from, be the room open or not."""
    room = await places.of(tx, author, to.booking_id, to.side)
    if not rooms.is_open(room.booking, now):
        await _outside(tx, room, author, said, to.message_id, now)
    elif to.is_own:
        everybody = await _everybody(tx, room, now)
        has_it = {each[0] for each in await tx.room_posts.recipients(to.message_id)}
        recipients = tuple(each for each in everybody if each.person_id in has_it)
        await _in_room(tx, room, author, said, to.message_id, recipients, now)
    else:
        places.check_reachable(room)
        await _in_room(tx, room, author, said, to.message_id, (_other(room),), now)
    return room


async def edit(tx: Tx, author: Person, said: Said, now: datetime) -> Edited:
    """A message was changed by its author: so it is for whoever got it, if that is not too late."""
    message = await tx.rooms.of_author(author.id, said.source_id)
    content = said.content
    if message is None or content is None or content.sort is not message.content.sort:
        return Edited.NOTHING
    if content == message.content or content.sort in _FIXED:
        return Edited.NOTHING
    room = await places.seen_from(tx, message.booking_id, message.side)
    if room.blocks or not rooms.can_edit(message, room.booking, now):
        return Edited.TOO_LATE
    await tx.rooms.edit(message.id, content, now)
    version = await tx.room_posts.edits(message.id) + 1
    posts = [
        Outgoing(Post.EDIT, person_id, booking_id, side, message.id, version=version)
        for person_id, booking_id, side in await tx.room_posts.recipients(message.id)
    ]
    await tx.room_posts.add(posts, now)
    return Edited.DONE


async def reply_shown(tx: Tx, message: Message, recipient: Person) -> int | None:
    """Where in the recipient's chat stands what this message replies to."""
    if message.reply_to is None:
        return None
    replied = await tx.rooms.get(message.reply_to)
    if replied.author_id == recipient.id:
        return replied.source_id
    shown: Shown | None = await tx.room_posts.shown_as(recipient.id, replied.id)
    return shown.shown_id if shown else None


async def _in_room(
    tx: Tx,
    room: Room,
    author: Person,
    said: Said,
    reply_to: int | None,
    recipients: tuple[Recipient, ...],
    now: datetime,
) -> None:
    rooms.check_open(room.booking, now)
    if not recipients:
        raise CannotBeReached(room.other_name)
    last_minute = await tx.rooms.said_since(room.booking.id, author.id, now - _MINUTE)
    rooms.check_pace(last_minute)
    await places.note_presence(tx, author, room, now)
    await _send(tx, room, author, said, reply_to, recipients, now, in_room=True)


async def _outside(
    tx: Tx, room: Room, author: Person, said: Said, reply_to: int | None, now: datetime
) -> None:
    await check_write(tx, author, room.booking.id, room.side, now)
    await _send(tx, room, author, said, reply_to, (_other(room),), now, in_room=False)


async def _send(
    tx: Tx,
    room: Room,
    author: Person,
    said: Said,
    reply_to: int | None,
    recipients: tuple[Recipient, ...],
    now: datetime,
    *,
    in_room: bool,
) -> None:
    if said.content is None:
        raise CannotBeRelayed
    message = Message(
        0,
        room.booking.id,
        room.side,
        author.id,
        said.source_id,
        said.content,
        now,
        in_room,
        rooms.is_erased(room.booking),
        reply_to=reply_to,
    )
    kept = await tx.rooms.add(message)
    posts = [
        Outgoing(Post.MESSAGE, each.person_id, each.booking_id, each.side, kept.id)
        for each in recipients
    ]
    await tx.room_posts.add(posts, now)


async def _everybody(tx: Tx, room: Room, now: datetime) -> tuple[Recipient, ...]:
    """The other end, or why it gets nothing; in a group, all participants that can be reached."""
    if not room.is_group:
        places.check_reachable(room)
        return (_other(room),)
    found = []
    for booking_id in await tx.rooms.together(room.booking.id):
        each = await places.seen_from(tx, booking_id, Side.PROVIDER)
        try:
            places.check_reachable(each)
        except Refused:
            continue
        if rooms.is_open(each.booking, now):
            found.append(_other(each))
    return tuple(found)


def _other(room: Room) -> Recipient:
    person = room.other_person
    if person is None:
        raise CannotBeReached(room.other_name)
    return Recipient(person.id, room.booking.id, rooms.other(room.side))
