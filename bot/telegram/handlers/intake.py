"""Answering the questions that a service asks, one after the other; reading the answers."""

from collections.abc import Mapping
from dataclasses import replace

from bot.telegram.handlers import steps
from bot.telegram.turn import State, Turn
from bot.usecases import details as usecases
from bot.usecases.details import Said
from bot.views import intake as views, taps
from bot.views.screens import Answer, Screen
from domain import intake
from domain.intake import Answer as Given, Kind, Question
from domain.refusals import NotAnswerable, NotFound, NothingChosen

_YES = 1


async def ask(tap: taps.AskQuestions, turn: Turn) -> Answer:
    said = await steps.said(await steps.held(turn), turn)
    turn.draft = replace(turn.draft, question=said.first_open)
    return await steps.at(State.QUESTION, turn)


async def choose(tap: taps.ChooseOption, turn: Turn) -> Answer:
    said, question = await _asked(tap, turn)
    given = tap.option == _YES if question.kind is Kind.YES_NO else (tap.option,)
    return await _answered(said, question, given, turn)


async def toggle(tap: taps.ToggleOption, turn: Turn) -> Answer:
    """One of several is chosen or not any more; with none left there is no answer."""
    said, question = await _asked(tap, turn)
    before = said.answers.get(question.slug)
    chosen = intake.toggled(before if isinstance(before, tuple) else (), tap.option)
    if chosen:
        _keep({**said.answers, question.slug: intake.checked(question, chosen)}, turn)
    else:
        _keep(_without(question, said), turn)
    return await steps.show(State.QUESTION, turn)


async def choose_date(tap: taps.AnswerDate, turn: Turn) -> Answer:
    said, question = await _asked(tap, turn)
    return await _answered(said, question, tap.on, turn)


async def turn_dates(tap: taps.TurnAnswerDates, turn: Turn) -> Answer:
    await _asked(tap, turn)
    booking = await steps.held(turn)
    provider = await turn.tx.providers.get(booking.provider_id)
    return await steps.question(booking, provider, views.in_reach(tap.first), turn)


async def answer_written(text: str, turn: Turn) -> Answer:
    """Words are an answer to some questions; the others are answered by tapping."""
    said = await steps.said(await steps.held(turn), turn)
    question = _current(said, turn)
    return await _answered(said, question, intake.read(question, text), turn)


async def keep(tap: taps.KeepAnswer, turn: Turn) -> Answer:
    said, question = await _asked(tap, turn)
    if question.slug not in said.answers:
        raise NothingChosen
    return await _next(said, turn)


async def skip(tap: taps.SkipQuestion, turn: Turn) -> Answer:
    said, question = await _asked(tap, turn)
    if question.required:
        raise NotAnswerable
    _keep(_without(question, said), turn)
    return await _next(said, turn)


async def same_as_last(tap: taps.SameAsLast, turn: Turn) -> Answer:
    """The answers of last time are taken over; what they leave open is asked."""
    said, _ = await _asked(tap, turn)
    booking = await steps.held(turn)
    last = await usecases.last_answers(turn.tx, turn.person, booking.service_id, said.form)
    filled = replace(said, answers={**said.answers, **last})
    _keep(filled.answers, turn)
    if not filled.missing:
        return await steps.at(State.REVIEW, turn)
    turn.draft = replace(turn.draft, question=filled.first_open)
    return await steps.at(State.QUESTION, turn)


async def show_answers(tap: taps.ShowAnswers, turn: Turn) -> Answer:
    seen, given = await usecases.answers(turn.tx, turn.person, tap.booking_id)
    return views.answers(seen, given, tap.page, turn.words)


async def _asked(tap: taps.QuestionButton, turn: Turn) -> tuple[Said, Question]:
    """What is said so far, and the question that was tapped; raises NotFound for any but this."""
    said = await steps.said(await steps.held(turn), turn)
    question = _current(said, turn)
    if tap.question != turn.draft.question:
        raise NotFound
    return said, question


def _current(said: Said, turn: Turn) -> Question:
    if turn.draft.question >= len(said.form):
        raise NotFound
    return said.form[turn.draft.question]


async def _answered(said: Said, question: Question, given: Given, turn: Turn) -> Screen:
    _keep({**said.answers, question.slug: intake.checked(question, given)}, turn)
    return await _next(said, turn)


async def _next(said: Said, turn: Turn) -> Screen:
    """The next question, or, after the last one, everything once more."""
    at = turn.draft.question + 1
    if at >= len(said.form):
        return await steps.at(State.REVIEW, turn)
    turn.draft = replace(turn.draft, question=at)
    return await steps.at(State.QUESTION, turn)


def _keep(answers: Mapping[str, Given], turn: Turn) -> None:
    turn.draft = replace(turn.draft, answers=turn.tx.details.draft(answers))


def _without(question: Question, said: Said) -> dict[str, Given]:
    return {slug: each for slug, each in said.answers.items() if slug != question.slug}
