"""The session room: coming in, going out, blocking, reporting, reading what was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.usecases import sessions as attending
from domain import rooms, sessions
from domain.bookings import Booking, Role
from domain.notices import Side
from domain.people import Person
from domain.refusals import (
    AlreadyReported,
    BlockedByYou,
    CannotBeReached,
    NobodyToTell,
    NotFound,
    NothingSaid,
    TakesNoMessages,
)
from domain.rooms import Message, Reason, Report, Visit, other
from domain.services import Provider
from storage.conversations import LASTS
from storage.room_posts import Outgoing, Post
from storage.store import Tx

BATCH = 100


@dataclass(frozen=True, slots=True)
class Room:
    """A booking's two ends as one of them sees it.

    `is_group`: the one who looks is the provider of a session with seats, who speaks to everybody
    in it. `blocks` are those of the two who want no messages. `is_other_here`: the other one is in
    the room at present, as far as that was asked for.
    """

    booking: Booking
    side: Side
    provider: Provider
    customer: Person
    keeper: Person | None
    blocks: frozenset[Side] = frozenset()
    is_other_here: bool = False

    @property
    def is_group(self) -> bool:
        return self.side is Side.PROVIDER and self.booking.capacity > 1

    @property
    def other_name(self) -> str:
        return self.provider.name if self.side is Side.CUSTOMER else self.customer.name

    @property
    def other_person(self) -> Person | None:
        """Who is at the other end, if anybody answers there in Telegram."""
        person = self.keeper if self.side is Side.CUSTOMER else self.customer
        return None if person is None or person.telegram_id is None else person


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said; `names` of the authors, as the reader may know them."""

    room: Room
    messages: tuple[Message, ...]
    names: Mapping[int, str] = field(default_factory=dict)
    report: Report | None = None


async def of(tx: Tx, person: Person, booking_id: int, side: Side) -> Room:
    """The room of a booking, or raise NotFound unless the person stands on this side of it."""
    room = await seen_from(tx, booking_id, side)
    own = room.customer.id if side is Side.CUSTOMER else room.provider.person_id
    if own != person.id or room.booking.moves_id is not None:
        raise NotFound
    return room


async def standing(tx: Tx, booking_id: int, side: Side) -> int:
    """The booking by which whoever came into a room stands in it.

    A group goes on for its provider when the participant through whose booking they came does not.
    """
    booking = await tx.bookings.get(booking_id)
    if side is Side.CUSTOMER or booking.capacity == 1 or rooms.is_on(booking):
        return booking_id
    for other_id in await tx.rooms.together(booking_id):
        if rooms.is_on(await tx.bookings.get(other_id)):
            return other_id
    return booking_id


async def seen_from(tx: Tx, booking_id: int, side: Side) -> Room:
    """As `of`, for whoever stands there."""
    booking = await tx.bookings.get(booking_id)
    provider = await tx.providers.get(booking.provider_id)
    customer = await tx.people.get(booking.customer_id)
    keeper = await tx.people.get(provider.person_id) if provider.person_id else None
    blocks = await tx.room_conduct.blocks(provider.id, customer.id)
    return Room(booking, side, provider, customer, keeper, blocks)


async def enter(tx: Tx, person: Person, booking_id: int, side: Side, now: datetime) -> Room:
    """They are in this room from now on, and in no other one.

    Raises:
        NotFound: the person is not on this side of the booking.
        RoomNotOpen, RoomClosed: it is too early, or too late.
        CannotBeReached, BlockedByYou, TakesNoMessages: there is nobody to talk to.
    """
    room = await of(tx, person, booking_id, side)
    rooms.check_open(room.booking, now)
    if not room.is_group:
        check_reachable(room)
    until = min(rooms.closes(room.booking), now + LASTS)
    await tx.rooms.enter(Visit(person.id, booking_id, side, until))
    await note_presence(tx, person, room, now)
    return await with_presence(tx, room)


async def with_presence(tx: Tx, room: Room) -> Room:
    """The room with whether the other one is in it."""
    other_id = room.other_person.id if room.other_person else 0
    visit = await tx.rooms.visit_of(other_id)
    return replace(room, is_other_here=visit is not None and visit.booking_id == room.booking.id)


async def note_presence(tx: Tx, person: Person, room: Room, now: datetime) -> None:
    """Who comes to talk at a session that is no visit is there, also without saying so."""
    booking, side = room.booking, room.side
    if not booking.format.is_remote or Role(side.value) in booking.joined:
        return
    if sessions.is_open(booking, now):
        await attending.join(tx, person, booking.id, side, now)


async def left(tx: Tx, person: Person, now: datetime) -> None:
    """Whoever has gone on to something else is told that they are in no room any more."""
    visit = await tx.rooms.leave(person.id)
    if visit is not None:
        said = Outgoing(Post.LEFT, person.id, visit.booking_id, visit.side)
        await tx.room_posts.add([said], now)


async def close_due(tx: Tx, now: datetime) -> int:
    """Show out whoever is in a room whose time is over; how many they were."""
    closed = 0
    for visit in await tx.rooms.over(now, BATCH):
        person = await tx.people.get(visit.person_id)
        chat_id = person.telegram_id or 0
        await tx.conversations.lock(chat_id, person.id)
        still = await tx.rooms.visit_of(person.id)
        if still is None or still.until > now:  # they have left, or are somewhere else
            continue
        await tx.conversations.end(chat_id, person.id)
        await tx.rooms.leave(person.id)
        said = Outgoing(Post.CLOSED, person.id, still.booking_id, still.side)
        await tx.room_posts.add([said], now)
        closed += 1
    return closed


def check_reachable(room: Room) -> None:
    """Raise why nothing can be sent to the other side: BlockedByYou, TakesNoMessages ..."""
    if room.side in room.blocks:
        raise BlockedByYou(room.other_name)
    if other(room.side) in room.blocks:
        raise TakesNoMessages(room.other_name)
    person = room.other_person
    own_id = room.customer.id if room.side is Side.CUSTOMER else room.provider.person_id
    if person is None or not person.reachable or person.id == own_id:
        raise CannotBeReached(room.other_name)


async def block(tx: Tx, person: Person, booking_id: int, side: Side, now: datetime) -> Room:
    """No messages between the two any more, about any booking; or raise NotFound."""
    room = await of(tx, person, booking_id, side)
    await tx.room_conduct.block(room.provider.id, room.customer.id, side, now)
    if room.booking.capacity == 1:
        await tx.rooms.shut_between(room.provider.id, room.customer.id, now)
    return await of(tx, person, booking_id, side)


async def unblock(tx: Tx, person: Person, booking_id: int, side: Side) -> Room:
    """This side takes its own block back; the other side's stays."""
    room = await of(tx, person, booking_id, side)
    await tx.room_conduct.unblock(room.provider.id, room.customer.id, side)
    return await of(tx, person, booking_id, side)


async def report(
    tx: Tx, person: Person, booking_id: int, side: Side, reason: Reason, now: datetime
) -> Room:
    """Tell the admins, with the last of what was said.

    Raises:
        NotFound: the person is not on this side of the booking.
        NobodyToTell: nobody but the two runs the organization.
        AlreadyReported: this side has done so before.
    """
    room = await of(tx, person, booking_id, side)
    both = {room.customer.id, room.provider.person_id}
    admins = [
        each for each in await tx.room_conduct.admins_of(room.provider.id) if each.id not in both
    ]
    if not admins:
        raise NobodyToTell
    report_id = await tx.room_conduct.report(booking_id, side, reason, now)
    if report_id is None:
        raise AlreadyReported
    told = [
        Outgoing(Post.REPORT, each.id, booking_id, side, report_id=report_id) for each in admins
    ]
    await tx.room_posts.add(told, now)
    return room


async def reported(tx: Tx, report_id: int) -> Transcript:
    """A report with the last of what was said, for an admin."""
    report = await tx.room_conduct.get_report(report_id)
    room = await seen_from(tx, report.booking_id, report.side)
    messages = await tx.rooms.last([report.booking_id], rooms.REPORTED)
    return Transcript(room, tuple(messages), await _names(tx, room), report)


async def transcript(tx: Tx, person: Person, booking_id: int, side: Side) -> Transcript:
    """All that was said, as far as this side has seen it; NothingSaid if that is nothing."""
    room = await of(tx, person, booking_id, side)
    ids = list(await tx.rooms.together(booking_id)) if room.is_group else []
    messages = await tx.rooms.transcript(ids or [booking_id])
    if not messages:
        raise NothingSaid
    return Transcript(room, tuple(messages), await _names(tx, room))


async def _names(tx: Tx, room: Room) -> dict[int, str]:
    names = {room.customer.id: room.customer.name}
    if room.is_group:
        for customer_id in (await tx.rooms.together(room.booking.id)).values():
            names[customer_id] = (await tx.people.get(customer_id)).name
    if room.provider.person_id is not None:
        names[room.provider.person_id] = room.provider.name
    return names
