"""The session room: in and out, what is said there, and what can be done about it."""

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import relaying, rooms as usecases
from bot.usecases.relaying import Edited, Said
from bot.views import rooms as views, taps
from bot.views.screens import Answer, Reply, Screen, Toast
from bot.views.transcripts import paper
from domain import rooms
from domain.notices import Side
from domain.refusals import NotFound
from storage.conversations import Draft


async def open_room(tap: taps.OpenRoom, turn: Turn) -> Answer:
    room = await usecases.of(turn.tx, turn.person, tap.booking_id, tap.side)
    if tap.side in room.blocks and not room.is_group:
        return views.more(room, turn.now, turn.words)
    return await into_room(tap.booking_id, tap.side, turn)


async def into_room(booking_id: int, side: Side, turn: Turn) -> Answer:
    """From here on, what is written goes to the other side of this booking."""
    room = await usecases.enter(turn.tx, turn.person, booking_id, side, turn.now)
    await leave_all(turn)
    _stand_in(State.ROOM, booking_id, side, turn)
    return Reply(views.entered(room, turn.words))


async def leave(tap: taps.LeaveRoom, turn: Turn) -> Answer:
    """The banner at the way out comes by itself, as it does on all other ways out."""
    if not await _is_in(tap.booking_id, turn):
        return Toast(turn.words.label("room-not-in"))
    turn.leave()
    return Toast(turn.words.label("room-left-toast"))


async def say(said: Said, turn: Turn) -> Answer:
    """In the room: it goes to the other side, and no word of ours disturbs."""
    booking_id, side = await _standing(turn)
    await relaying.say(turn.tx, turn.person, booking_id, side, said, turn.now)
    return Toast()


async def ask_message(tap: taps.WriteOnce, turn: Turn) -> Answer:
    """While the room is open, that is the place to write."""
    room = await usecases.of(turn.tx, turn.person, tap.booking_id, tap.side)
    if tap.side in room.blocks:  # here one can take that back
        return views.more(room, turn.now, turn.words)
    if rooms.is_open(room.booking, turn.now):
        return await into_room(tap.booking_id, tap.side, turn)
    await relaying.check_write(turn.tx, turn.person, tap.booking_id, tap.side, turn.now)
    _stand_in(State.WRITING, tap.booking_id, tap.side, turn)
    return Reply(views.ask_message(room, turn.words))


async def write(said: Said, turn: Turn) -> Answer:
    booking_id, side = _where(turn)
    room = await relaying.write(turn.tx, turn.person, booking_id, side, said, turn.now)
    turn.leave()
    return Reply(views.sent(room, turn.words))


async def replied(said: Said, turn: Turn) -> Answer:
    """It goes where the message came from, wherever its writer is at present."""
    if turn.replies_to is None:
        raise NotFound
    room = await relaying.answer(turn.tx, turn.person, turn.replies_to, said, turn.now)
    is_here = turn.state is State.ROOM and turn.draft.booking_id == room.booking.id
    return Toast() if is_here else Toast(turn.words.label("write-sent-short", name=room.other_name))


async def edited(said: Said, turn: Turn) -> Answer:
    what = await relaying.edit(turn.tx, turn.person, said, turn.now)
    return Toast(turn.words.label("room-edit-late") if what is Edited.TOO_LATE else "")


async def show_more(tap: taps.AboutRoom, turn: Turn) -> Answer:
    room = await usecases.of(turn.tx, turn.person, tap.booking_id, tap.side)
    return views.more(room, turn.now, turn.words)


async def save_transcript(tap: taps.SaveTranscript, turn: Turn) -> Answer:
    told = await usecases.transcript(turn.tx, turn.person, tap.booking_id, tap.side)
    return Reply(views.more(told.room, turn.now, turn.words), paper=paper(told, turn.words))


async def ask_block(tap: taps.AskBlock, turn: Turn) -> Answer:
    room = await usecases.of(turn.tx, turn.person, tap.booking_id, tap.side)
    return views.ask_block(room, turn.words)


async def block(tap: taps.Block, turn: Turn) -> Answer:
    room = await usecases.block(turn.tx, turn.person, tap.booking_id, tap.side, turn.now)
    if turn.state in {State.ROOM, State.WRITING} and not room.is_group:
        turn.leave()
    return views.more(room, turn.now, turn.words, turn.words.label("blocked-toast"))


async def unblock(tap: taps.Unblock, turn: Turn) -> Answer:
    room = await usecases.unblock(turn.tx, turn.person, tap.booking_id, tap.side)
    return views.more(room, turn.now, turn.words, turn.words.label("unblocked-toast"))


async def ask_report(tap: taps.AskReport, turn: Turn) -> Answer:
    room = await usecases.of(turn.tx, turn.person, tap.booking_id, tap.side)
    return views.ask_report(room, turn.words)


async def send_report(tap: taps.SendReport, turn: Turn) -> Answer:
    about = (tap.booking_id, tap.side, tap.reason)
    room = await usecases.report(turn.tx, turn.person, *about, turn.now)
    return views.more(room, turn.now, turn.words, turn.words.label("reported-toast"))


async def show(turn: Turn) -> Screen:
    """The banner of the room that the person is in, or raise why they cannot be in it any more."""
    booking_id, side = await _standing(turn)
    room = await usecases.of(turn.tx, turn.person, booking_id, side)
    rooms.check_open(room.booking, turn.now)
    return views.entered(await usecases.with_presence(turn.tx, room), turn.words)


async def show_writing(turn: Turn) -> Screen:
    booking_id, side = _where(turn)
    room = await usecases.of(turn.tx, turn.person, booking_id, side)
    return views.ask_message(room, turn.words)


def _stand_in(state: State, booking_id: int, side: Side, turn: Turn) -> None:
    turn.draft = Draft(flow=turn.draft.flow, booking_id=booking_id, part=side.value)
    turn.state = state


async def _is_in(booking_id: int, turn: Turn) -> bool:
    if turn.state is not State.ROOM:
        return False
    at, side = _where(turn)
    return booking_id in {at, await usecases.standing(turn.tx, at, side)}


async def _standing(turn: Turn) -> tuple[int, Side]:
    """As `_where`, though the booking that led into a group's room may be called off by now."""
    booking_id, side = _where(turn)
    return await usecases.standing(turn.tx, booking_id, side), side


def _where(turn: Turn) -> tuple[int, Side]:
    """The booking whose room the person is in, and on which side."""
    if turn.draft.booking_id is None or turn.draft.part not in set(Side):
        raise NotFound
    return turn.draft.booking_id, Side(turn.draft.part)
