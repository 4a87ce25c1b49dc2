"""Notes after a session: read, write under a heading, take away, send to the customer."""

from dataclasses import replace

from bot.telegram.turn import State, Turn
from bot.usecases import outcomes as usecases
from bot.views import outcomes as views, taps
from bot.views.screens import Answer, InPlace, Reply, Screen
from domain.attachments import Attachment
from domain.notices import Side
from domain.outcomes import Heading
from domain.refusals import NotFound
from storage.conversations import Draft


async def show_notes(tap: taps.ShowNotes, turn: Turn) -> Answer:
    turn.stop_asking()
    seen = await usecases.notes(turn.tx, turn.person, tap.booking_id, tap.side)
    show = views.reading if tap.side is Side.CUSTOMER else views.writing
    return show(seen, turn.words)


async def ask_note(tap: taps.WriteOutcome, turn: Turn) -> Answer:
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id, part=tap.heading.value)
    turn.state = State.OUTCOME_NOTE
    return await show_writing(turn)


async def note_written(text: str, turn: Turn) -> Answer:
    return Reply(await _written(*_asked_about(turn), text, turn))


async def note_is_not_text(turn: Turn) -> Answer:
    """Not words: the question once more."""
    screen = await show_writing(turn)
    line = turn.words.say("outcome-not-text")
    return Reply(replace(screen, text=f"{line}\n\n{screen.text}"))


async def file_sent(file: Attachment, album: str, turn: Turn) -> Answer:
    """Materials may be files; those of one album are answered as one."""
    booking_id, heading = _asked_about(turn)
    if heading is not Heading.MATERIALS:
        return await note_is_not_text(turn)
    seen = await usecases.attach(turn.tx, turn.person, booking_id, file)
    is_same_album = bool(album) and album == turn.draft.album
    turn.draft = replace(turn.draft, album=album)
    screen = views.asking(seen, heading, turn.words)
    return InPlace(screen) if is_same_album else Reply(screen)


async def drop_file(tap: taps.DropMaterial, turn: Turn) -> Answer:
    seen = await usecases.detach(turn.tx, turn.person, tap.booking_id, tap.place)
    turn.draft = Draft(
        flow=turn.draft.flow, booking_id=tap.booking_id, part=Heading.MATERIALS.value
    )
    turn.state = State.OUTCOME_NOTE
    return views.asking(seen, Heading.MATERIALS, turn.words)


async def show_files(tap: taps.ShowMaterials, turn: Turn) -> Answer:
    """They come once more, and what was written down below them."""
    turn.stop_asking()
    seen = await usecases.notes(turn.tx, turn.person, tap.booking_id, tap.side)
    show = views.reading if tap.side is Side.CUSTOMER else views.writing
    return Reply(show(seen, turn.words), files=seen.outcome.files if seen.outcome else ())


async def drop(tap: taps.DropOutcome, turn: Turn) -> Answer:
    return await _written(tap.booking_id, tap.heading, "", turn)


async def send(tap: taps.SendNotes, turn: Turn) -> Answer:
    seen = await usecases.send(turn.tx, turn.person, tap.booking_id, turn.now)
    toast = turn.words.label("notes-sent-toast", customer=seen.customer.name)
    return views.writing(seen, turn.words, toast)


async def show_writing(turn: Turn) -> Screen:
    booking_id, heading = _asked_about(turn)
    seen = await usecases.notes(turn.tx, turn.person, booking_id, Side.PROVIDER)
    return views.asking(seen, heading, turn.words)


async def _written(booking_id: int, heading: Heading, text: str, turn: Turn) -> Screen:
    seen = await usecases.write(turn.tx, turn.person, booking_id, heading, text)
    turn.stop_asking()
    return views.writing(seen, turn.words, turn.words.label("saved"))


def _asked_about(turn: Turn) -> tuple[int, Heading]:
    """The booking and the heading that words are awaited for."""
    if turn.draft.booking_id is None or turn.draft.part not in set(Heading):
        raise NotFound
    return turn.draft.booking_id, Heading(turn.draft.part)
