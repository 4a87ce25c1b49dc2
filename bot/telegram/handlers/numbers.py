"""On which number a provider may call, where a booking was made without saying so."""

from bot.telegram.turn import State, Turn
from bot.usecases import details as usecases
from bot.views import cards, meeting, taps
from bot.views.screens import Answer, Reply, Screen
from domain.refusals import NotFound
from storage.conversations import Draft


async def ask(tap: taps.NumberFor, turn: Turn) -> Answer:
    seen = await usecases.called(turn.tx, turn.person, tap.booking_id)
    turn.draft = Draft(flow=turn.draft.flow, booking_id=tap.booking_id)
    turn.state = State.CALL_NUMBER
    return meeting.ask_number_for(seen, turn.words)


async def written(text: str, turn: Turn) -> Answer:
    seen = await usecases.give_number_for(turn.tx, turn.person, _asked_about(turn), text)
    turn.leave()
    toast = turn.words.label("number-kept-toast", provider=seen.provider.name)
    return cards.card(seen, turn.now, turn.words, toast=toast)


async def again(turn: Turn) -> Answer:
    """Not words: the question once more."""
    screen = await show(turn)
    line = turn.words.say("number-not-text")
    return Reply(Screen(f"{line}\n\n{screen.text}", screen.rows))


async def show(turn: Turn) -> Screen:
    seen = await usecases.called(turn.tx, turn.person, _asked_about(turn))
    return meeting.ask_number_for(seen, turn.words)


def _asked_about(turn: Turn) -> int:
    if turn.draft.booking_id is None:
        raise NotFound
    return turn.draft.booking_id
