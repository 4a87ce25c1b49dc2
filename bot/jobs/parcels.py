"""From a post of a session room to what one person gets, as things stand when it is sent."""

from dataclasses import replace
from datetime import datetime

from bot.usecases import relaying, rooms
from bot.views import relayed as lines, rooms as places
from bot.views.relayed import Relayed
from bot.views.screens import Screen
from bot.views.words import Words
from domain.notices import Side
from domain.people import Person
from domain.refusals import Refused
from storage.room_posts import Outgoing, Post
from storage.store import Tx

Parcel = Relayed | Screen


async def compose(tx: Tx, post: Outgoing, person: Person, now: datetime) -> Parcel | None:
    """What this person gets; None if there is nothing to send any more."""
    words = Words(person.language, person.zone)
    try:
        match post.kind:
            case Post.REPORT if post.report_id is not None:
                return lines.report(await rooms.reported(tx, post.report_id), words)
            case Post.LEFT:
                return places.left(await _room(tx, post), now, words)
            case Post.CLOSED:
                return places.closed(await _room(tx, post), now, words)
            case Post.UNDELIVERED if post.message_id is not None:
                message = await tx.rooms.get(post.message_id)
                return lines.undelivered(await _room(tx, post), message, words)
            case Post.EDIT if post.message_id is not None:
                return await _edit(tx, post, post.message_id, person, words)
            case Post.MESSAGE if post.message_id is not None:
                return await _message(tx, post, post.message_id, person, words)
    except Refused:
        return None
    return None


async def _message(
    tx: Tx, post: Outgoing, message_id: int, person: Person, words: Words
) -> Relayed:
    message = await tx.rooms.get(message_id)
    room = await _room(tx, post)
    shown = lines.inside if await _is_inside(tx, post, person) else lines.outside
    reply_to = await relaying.reply_shown(tx, message, person)
    return replace(shown(room, message, words), reply_to=reply_to)


async def _edit(
    tx: Tx, post: Outgoing, message_id: int, person: Person, words: Words
) -> Relayed | None:
    """As it was shown before: with the line above or without it."""
    shown = await tx.room_posts.shown_as(person.id, message_id)
    if shown is None:
        return None
    message, room = await tx.rooms.get(message_id), await _room(tx, post)
    draw = lines.outside if shown.headed else lines.inside
    return replace(draw(room, message, words), edits=shown.shown_id)


async def _is_inside(tx: Tx, post: Outgoing, person: Person) -> bool:
    visit = await tx.rooms.visit_of(person.id)
    if visit is None or visit.side is not post.side:
        return False
    if visit.booking_id == post.booking_id:
        return True
    return post.side is Side.PROVIDER and post.booking_id in await tx.rooms.together(
        visit.booking_id
    )


async def _room(tx: Tx, post: Outgoing) -> rooms.Room:
    return await rooms.seen_from(tx, post.booking_id, post.side)
