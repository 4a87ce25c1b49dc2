"""What goes with a booking that is being made: its topic, files, another time that would suit."""

from dataclasses import astuple, replace

from bot.telegram.handlers import booking, steps
from bot.telegram.turn import State, Turn
from bot.usecases import booking as bookings, details as usecases
from bot.views import cards, details as views, taps
from bot.views.screens import Answer, InPlace, Reply
from domain.attachments import Attachment, attached
from domain.bookings import fitting
from domain.details import TOPIC_LIMIT
from domain.refusals import NotFound


async def choose_how(tap: taps.ChooseHow, turn: Turn) -> Answer:
    return await steps.at(State.HOW, turn)


async def pick_how(tap: taps.PickHow, turn: Turn) -> Answer:
    held = await steps.held(turn)
    await bookings.meet(turn.tx, await steps.customer_of(turn), held.id, tap.format)
    turn.draft = replace(turn.draft, way=tap.format.value)
    return await steps.at(State.REVIEW, turn)


async def ask_number(tap: taps.GiveNumber, turn: Turn) -> Answer:
    return await steps.at(State.NUMBER, turn)


async def number_written(text: str, turn: Turn) -> Answer:
    turn.person = await usecases.give_number(turn.tx, turn.person, text)
    return await steps.at(State.REVIEW, turn)


async def number_is_not_text(turn: Turn) -> Answer:
    return steps.above(turn.words.say("number-not-text"), await steps.show(State.NUMBER, turn))


async def write_topic(tap: taps.WriteTopic, turn: Turn) -> Answer:
    return await steps.at(State.TOPIC, turn)


async def drop_topic(tap: taps.DropTopic, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, topic="")
    return await steps.at(State.REVIEW, turn)


async def topic_written(text: str, turn: Turn) -> Answer:
    topic = fitting(" ".join(text.split()), TOPIC_LIMIT)
    turn.draft = replace(turn.draft, topic=topic)
    return await steps.at(State.REVIEW, turn)


async def add_files(tap: taps.AddFiles, turn: Turn) -> Answer:
    return await steps.at(State.FILES, turn)


async def file_sent(file: Attachment, album: str, turn: Turn) -> Answer:
    """Files are taken at any step of a booking; those of one album are answered as one."""
    state = turn.state or State.PROVIDER
    if turn.draft.customer_id is not None:  # nobody sends files to themselves
        return await booking.please_tap(turn)
    kept = attached(steps.files(turn), file)
    is_same_album = bool(album) and album == turn.draft.album
    turn.draft = replace(turn.draft, files=tuple(map(astuple, kept)), album=album)
    screen = await steps.show(state, turn)
    if state is not State.FILES:
        line = turn.words.say("file-attached", count=len(kept))
        reply = steps.above(line, screen)
        return InPlace(reply.screen) if is_same_album else reply
    return InPlace(screen) if is_same_album else Reply(screen)


async def drop_file(tap: taps.DropFile, turn: Turn) -> Answer:
    files = turn.draft.files
    if tap.place >= len(files):
        raise NotFound
    turn.draft = replace(turn.draft, files=files[: tap.place] + files[tap.place + 1 :])
    return await steps.at(State.FILES, turn)


async def words_for_files(text: str, turn: Turn) -> Answer:
    return await not_a_file(turn)


async def not_a_file(turn: Turn) -> Answer:
    return steps.above(turn.words.say("not-a-file"), await steps.show(State.FILES, turn))


async def show_other_days(tap: taps.OtherDays, turn: Turn) -> Answer:
    turn.state = State.OTHER_TIME
    return await steps.other_days(await steps.held(turn), tap.first, turn)


async def pick_other_day(tap: taps.OtherDay, turn: Turn) -> Answer:
    held = await steps.held(turn)
    found = await usecases.other_times(turn.tx, turn.person, held, tap.on, turn.now)
    return views.other_times(*found, held, turn.draft.flow, turn.words)


async def pick_other_time(tap: taps.OtherTime, turn: Turn) -> Answer:
    held = await steps.held(turn)
    await usecases.check_other(turn.tx, turn.person, held, tap.start, turn.now)
    turn.draft = replace(turn.draft, other_start=tap.start)
    return await steps.at(State.REVIEW, turn)


async def drop_other_time(tap: taps.DropOtherTime, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, other_start=None)
    return await steps.at(State.REVIEW, turn)


async def show_files(tap: taps.ShowFiles, turn: Turn) -> Answer:
    """They come once more, and the card below them."""
    seen, sent = await usecases.files(turn.tx, turn.person, tap.booking_id)
    return Reply(cards.card(seen, turn.now, turn.words), files=sent)
