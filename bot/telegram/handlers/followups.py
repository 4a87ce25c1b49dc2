"""A provider's follow-ups: plan one with taps, see them, move them, be done with them."""

from dataclasses import replace
from datetime import date

from bot.telegram.turn import State, Turn
from bot.usecases import followups as usecases
from bot.views import followups as views, taps
from bot.views.screens import Answer, Reply, Screen
from domain.bookings import fitting
from domain.followups import TEXT_LIMIT, State as Stand, Task
from domain.refusals import NotFound
from storage.conversations import Draft


async def ask(tap: taps.AskFollowUp, turn: Turn) -> Answer:
    turn.stop_asking()
    seen, _ = await usecases.about(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.tasks(seen, turn.words)


async def choose_due(tap: taps.FollowUpFor, turn: Turn) -> Answer:
    """What is to be said in words is asked for first; what was written already is kept."""
    is_own = tap.task is Task.OWN and turn.state is State.FOLLOW_UP
    if is_own and turn.draft.booking_id == tap.booking_id and turn.draft.note:
        return await show(turn)
    turn.stop_asking()
    seen, today = await usecases.about(turn.tx, turn.person, tap.booking_id, turn.now)
    if tap.task is not Task.OWN:
        return views.due(seen, tap.task, "", today, turn.words)
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id)
    turn.state = State.FOLLOW_UP
    return views.ask_words(seen, turn.words)


async def written(text: str, turn: Turn) -> Answer:
    turn.draft = replace(turn.draft, note=fitting(text, TEXT_LIMIT))
    return Reply(await show(turn))


async def not_text(turn: Turn) -> Answer:
    screen = await show(turn)
    return Reply(Screen(f"{turn.words.say('review-not-text')}\n\n{screen.text}", screen.rows))


async def show(turn: Turn) -> Screen:
    """The words that are being waited for, or until when it is to be done."""
    if turn.draft.booking_id is None:
        raise NotFound
    seen, today = await usecases.about(turn.tx, turn.person, turn.draft.booking_id, turn.now)
    if not turn.draft.note:
        return views.ask_words(seen, turn.words)
    return views.due(seen, Task.OWN, turn.draft.note, today, turn.words)


async def choose_date(tap: taps.FollowUpDates, turn: Turn) -> Answer:
    _, today = await usecases.about(turn.tx, turn.person, tap.booking_id, turn.now)
    return views.dates(tap, today, turn.words)


async def plan(tap: taps.PlanFollowUp, turn: Turn) -> Answer:
    text = turn.draft.note if turn.draft.booking_id == tap.booking_id else ""
    planned = await usecases.plan(
        turn.tx, turn.person, tap.booking_id, tap.task, text, tap.due, turn.now
    )
    turn.stop_asking()
    return views.one(planned, turn.words, _noted(tap.due, turn))


async def show_all(tap: taps.FollowUps, turn: Turn) -> Answer:
    turn.stop_asking()
    return await _all(tap.provider_id, turn, page=tap.page)


async def show_one(tap: taps.ShowFollowUp, turn: Turn) -> Answer:
    turn.stop_asking()
    known = await usecases.one(turn.tx, turn.person, tap.follow_up_id, turn.now)
    return views.one(known, turn.words)


async def ask_move(tap: taps.AskMoveFollowUp, turn: Turn) -> Answer:
    known = await usecases.one(turn.tx, turn.person, tap.follow_up_id, turn.now)
    return views.move(known, turn.words)


async def choose_other_date(tap: taps.MoveFollowUpDates, turn: Turn) -> Answer:
    known = await usecases.one(turn.tx, turn.person, tap.follow_up_id, turn.now)
    return views.dates(tap, known.today, turn.words)


async def move(tap: taps.MoveFollowUp, turn: Turn) -> Answer:
    moved = await usecases.move(turn.tx, turn.person, tap.follow_up_id, tap.due, turn.now)
    return views.one(moved, turn.words, _noted(tap.due, turn))


async def done(tap: taps.FollowUpDone, turn: Turn) -> Answer:
    return await _closed(tap.follow_up_id, Stand.DONE, turn)


async def drop(tap: taps.DropFollowUp, turn: Turn) -> Answer:
    return await _closed(tap.follow_up_id, Stand.DROPPED, turn)


async def _closed(follow_up_id: int, stand: Stand, turn: Turn) -> Screen:
    known = await usecases.close(turn.tx, turn.person, follow_up_id, stand, turn.now)
    toast = turn.words.label(f"follow-up-{stand}-toast")
    return await _all(known.seen.provider.id, turn, toast)


async def _all(provider_id: int, turn: Turn, toast: str = "", page: int = 0) -> Screen:
    found = await usecases.of_provider(turn.tx, turn.person, provider_id, page, turn.now)
    return views.listed(found, turn.words, toast)


def _noted(due: date, turn: Turn) -> str:
    return turn.words.label("follow-up-noted", day=turn.words.day(due))
