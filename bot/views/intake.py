"""The questions that a service asks, one at a time, and the answers as its provider reads them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.layout import column, flow_foot, home, key, marked, pager, reading
from bot.views.monthgrid import grid_of, shifted
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain import intake
from domain.intake import Answer, Kind, Question
from domain.services import Provider

_YES, _NO = 1, 0
_TO_TAP = {
    Kind.CHOICE: "question-how-choice",
    Kind.CHOICES: "question-how-choices",
    Kind.YES_NO: "question-how-yes_no",
    Kind.DATE: "question-how-date",
}
_FIRST_MONTH, _LAST_MONTH = date(1900, 1, 1), date(2100, 12, 1)
_YEAR = 12  # months
_PAGE = 3000  # characters of answers; a message holds 4,096


def question(
    said: Said,
    at: int,
    provider: Provider,
    month: date,
    flow: int,
    words: Words,
    *,
    has_last: bool = False,  # a fact about the customer
) -> Screen:
    """The question at this place; a date is chosen in `month`."""
    asked = said.form[at]
    answer = said.answers.get(asked.slug)
    lines = [
        words.say("question-progress", number=at + 1, count=len(said.form)),
        f"<b>{words.plain(asked.title.into(words.language))}</b>",
        "",
        words.say("question-required" if asked.required else "question-optional"),
        _how(asked, words),
        words.say("question-sensitive", provider=provider.name) if asked.sensitive else "",
    ]
    if answer is not None and not isinstance(answer, tuple):
        lines.append(words.say("question-now", answer=answered(asked, answer, words)))
    same = key(words.label("key-same-as-last"), taps.SameAsLast(flow, at), Style.PRIMARY)
    rows = (
        *(((same,),) if has_last else ()),
        *_answers(asked, at, answer, month, flow, words),
        *_onwards(asked, at, answer, flow, words),
        flow_foot(words, flow),
    )
    return Screen("\n".join(line for at, line in enumerate(lines) if line or at == 2), rows)


def answered(asked: Question, answer: Answer | None, words: Words) -> str:
    """The answer in the reader's words; plain, nothing escaped."""
    match answer:
        case None:
            return words.label("answer-sealed")
        case bool():
            return words.label("key-yes" if answer else "key-no")
        case date():
            return words.full_day(answer)
        case tuple():
            titles = [asked.options[each].into(words.language) for each in answer]
            return words.several(titles)
        case _:
            return intake.stored(answer)


def answers(
    seen: Card, given: Sequence[tuple[Question, Answer | None]], page: int, words: Words
) -> Screen:
    """A page of what the customer has answered."""
    pages = _pages([_line(*each, words) for each in given])
    page = min(page, len(pages) - 1)
    booking = seen.booking
    head = words.say("answers-title", customer=seen.customer.name, reference=booking.reference)
    turning = pager(page, len(pages), partial(taps.ShowAnswers, booking.id), words)
    to_card = key(words.label("back"), taps.ShowBooking(booking.id, seen.side))
    return Screen("\n\n".join([head, *pages[page]]), (*turning, (to_card, home(words))))


def in_reach(first: date) -> date:
    """The month, or the first or last one in which a date can be looked for."""
    return min(max(first.replace(day=1), _FIRST_MONTH), _LAST_MONTH)


def start_month(asked: Question, said: Said, now: datetime) -> date:
    """The month in which a date is looked for: the answer's, else this one."""
    answer = said.answers.get(asked.slug)
    on = answer if isinstance(answer, date) else now.date()
    return on.replace(day=1)


def _how(asked: Question, words: Words) -> str:
    """What to do to answer."""
    if asked.kind is Kind.TEXT:
        return words.say("question-how-text", limit=intake.TEXT_LIMIT)
    if asked.kind is not Kind.NUMBER:
        return words.say(_TO_TAP[asked.kind])
    least = "" if asked.least is None else f"{asked.least:f}"
    most = "" if asked.most is None else f"{asked.most:f}"
    if least and most:
        return words.say("question-how-between", least=least, most=most)
    if least:
        return words.say("question-how-least", least=least)
    return words.say("question-how-most", most=most) if most else words.say("question-how-number")


def _answers(
    asked: Question, at: int, answer: Answer | None, month: date, flow: int, words: Words
) -> Rows:
    """The keys that answer."""
    match asked.kind:
        case Kind.YES_NO:
            yes = marked(words.label("key-yes"), answer is True, words)
            no = marked(words.label("key-no"), answer is False, words)
            keys = [
                key(yes, taps.ChooseOption(flow, at, _YES)),
                key(no, taps.ChooseOption(flow, at, _NO)),
            ]
            return (reading(words, keys),)
        case Kind.CHOICE | Kind.CHOICES:
            button = taps.ChooseOption if asked.kind is Kind.CHOICE else taps.ToggleOption
            chosen = answer if isinstance(answer, tuple) else ()
            return column(
                key(
                    marked(option.into(words.language), number in chosen, words),
                    button(flow, at, number),
                )
                for number, option in enumerate(asked.options)
            )
        case Kind.DATE:
            return _dates(at, month, flow, words)
        case _:
            return ()


def _dates(at: int, first: date, flow: int, words: Words) -> Rows:
    """A month, and the way to others and to other years, for it may be a date of birth."""

    def turned(label: str, months: int) -> Key:
        return key(label, taps.TurnAnswerDates(flow, at, in_reach(_shifted(first, months))))

    back, on = words.label("previous"), words.label("next")
    row = [
        turned(back * 2, -_YEAR),
        turned(back, -1),
        key(words.month(first), taps.Blank(9)),
        turned(on, 1),
        turned(on * 2, _YEAR),
    ]
    days = grid_of(
        first,
        first,
        lambda day: key(str(day.day), taps.AnswerDate(flow, at, day)),
        words,
    )
    decades = [turned(str(first.year + n), n * _YEAR) for n in (-10, 10)]
    return (reading(words, decades), reading(words, row), *days)


def _shifted(first: date, months: int) -> date:
    """Months may be years: `shifted` drifts over so many."""
    if months % _YEAR == 0:
        return first.replace(year=first.year + months // _YEAR)
    return shifted(first, months)


def _onwards(asked: Question, at: int, answer: Answer | None, flow: int, words: Words) -> Rows:
    """On with the answer that is there, or, if that is allowed, without any."""
    keys = []
    if not asked.required:
        keys.append(key(words.label("key-skip"), taps.SkipQuestion(flow, at)))
    if answer is not None:
        label = words.label("key-done" if asked.kind is Kind.CHOICES else "key-keep-answer")
        keys.append(key(label, taps.KeepAnswer(flow, at), Style.PRIMARY))
    return (reading(words, keys),) if keys else ()


def _line(asked: Question, answer: Answer | None, words: Words) -> str:
    title = words.plain(asked.title.into(words.language))
    lock = "🔒 " if asked.sensitive else ""
    return f"{lock}<b>{title}</b>\n{words.plain(answered(asked, answer, words))}"


def _pages(lines: Sequence[str]) -> list[list[str]]:
    """As many lines on each page as a message holds; at least one page."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if pages[-1] and sum(map(len, pages[-1])) + len(line) > _PAGE:
            pages.append([])
        pages[-1].append(line)
    return pages
