"""Grids to choose a service's numbers, price and approval from; the questions for a new service."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from bot.usecases.services import Look
from bot.views import taps
from bot.views.buttons import Button
from bot.views.layout import column, grid, key, marked, reading
from bot.views.policies import NAME
from bot.views.screens import Key, Rows, Screen
from bot.views.services import approval_said, term_said, title_of, to_service
from bot.views.words import Words
from domain import limits
from domain.money import Money
from domain.policies import Clause, said_by
from domain.terms import Approval, Term, value_of

_BUFFERS = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
# Minutes, days or counts, as the term has it; a second page is behind a key of its own.
_OPTIONS: Mapping[Term, tuple[Sequence[int], ...]] = {
    Term.LENGTH: (
        (10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240),
        (5, 35, 55, 70, 80, 100, 135, 165, 210, 270, 300, 360, 420, 480, 600, 720),
    ),
    Term.STEP: ((5, 10, 15, 20, 30, 40, 45, 60, 90, 120, 180, 240),),
    Term.BEFORE: (_BUFFERS,),
    Term.AFTER: (_BUFFERS,),
    Term.NOTICE: ((0, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 4320, 10080),),
    Term.HORIZON: ((7, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 730),),
    Term.MOST: ((0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 40),),
    Term.SEATS: ((1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100),),
}
_WIDTHS = {Term.LENGTH: 4, Term.SEATS: 4}
_PRICES_A_ROW = 3


def ask_title(provider_id: int, words: Words) -> Screen:
    text = words.say("new-service-title", limit=limits.TITLE)
    return Screen(text, ((key(words.label("back"), taps.Services(provider_id, 0)),),))


def ask_length(provider_id: int, title: str, page: int, words: Words) -> Screen:
    keys = _numbers(Term.LENGTH, page, None, taps.NewLength, words)
    other = _other_page(Term.LENGTH, page, taps.NewLengths, words)
    back = key(words.label("back"), taps.NewService(provider_id))
    text = words.say("new-service-length", title=title)
    return Screen(text, (*keys, *other, (back,)))


def ask_price(title: str, minutes: int, prices: Sequence[Money], words: Words) -> Screen:
    length = term_said(Term.LENGTH, minutes, words)
    text = words.joined(
        words.say("new-service-price", title=title, length=length),
        words.say("price-type", example=words.money(prices[-1])),
    )
    back = key(words.label("back"), taps.NewLengths(0))
    return Screen(text, (*_prices(prices, None, taps.NewPrice, words), (back,)))


def choose_term(seen: Look, term: Term, page: int, words: Words) -> Screen:
    """The numbers that a rule may have; others are there, too, if the catalogue says them."""
    ids = (seen.provider.id, seen.kept.id)
    now = value_of(seen.entry.rules, term)
    name = term.name.lower()
    text = words.joined(
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say(f"ask-{name}"),
        words.say("term-now", value=term_said(term, now, words)),
    )
    keys = _numbers(term, page, now, lambda value: taps.SetTerm(*ids, term, value), words)
    other = _other_page(term, page, lambda to: taps.ChooseTerm(*ids, term, to), words)
    to_rules = key(words.label("back"), taps.ShowRules(*ids))
    back = to_service(seen, words) if term is Term.LENGTH else to_rules
    return Screen(text, (*keys, *other, (back,)))


def choose_price(seen: Look, prices: Sequence[Money], words: Words) -> Screen:
    ids = (seen.provider.id, seen.kept.id)
    text = words.joined(
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say("ask-price"),
        words.say("term-now", value=words.money(seen.entry.price)),
        words.say("price-type", example=words.money(prices[-1])),
    )
    keys = _prices(prices, seen.entry.price, lambda amount: taps.SetPrice(*ids, amount), words)
    return Screen(text, (*keys, (to_service(seen, words),)))


def choose_approval(seen: Look, words: Words) -> Screen:
    """By hand or at once, or as the level above has it."""
    ids = (seen.provider.id, seen.kept.id)
    now = Approval.of(seen.entry.clauses.approval if seen.entry.clauses else None)
    text = words.joined(
        words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name),
        words.say("ask-approval"),
        approval_said(seen, words),
    )
    keys = (
        key(marked(_approval(each, seen, words), each is now, words), taps.SetApproval(*ids, each))
        for each in (Approval.BY_HAND, Approval.AT_ONCE, Approval.AS_ABOVE)
    )
    return Screen(text, (*column(keys), (to_service(seen, words),)))


def _approval(each: Approval, seen: Look, words: Words) -> str:
    if each is not Approval.AS_ABOVE:
        return words.label(f"approval-{each.name.lower()}")
    above = Approval.of(seen.provider.policy.approval).name.lower()
    name, value = said_by(Clause.APPROVAL, seen.levels), words.label(f"approval-{above}")
    if not name:
        return words.label("clause-usual", value=value)
    return words.label("clause-inherit", above=name[:NAME], value=value)


def _numbers(
    term: Term, page: int, now: int | None, button: Callable[[int], Button], words: Words
) -> Rows:
    keys = [
        key(marked(_short(term, value, words), value == now, words), button(value))
        for value in _OPTIONS[term][page % len(_OPTIONS[term])]
    ]
    return _grid(keys, _WIDTHS.get(term, 3), words)


def _short(term: Term, value: int, words: Words) -> str:
    """As it is said elsewhere, with lengths of time so short that a grid of them fits."""
    in_minutes = term not in {Term.HORIZON, Term.MOST, Term.SEATS}
    if in_minutes and value:
        return words.short_length(timedelta(minutes=value))
    return term_said(term, value, words)


def _other_page(term: Term, page: int, button: Callable[[int], Button], words: Words) -> Rows:
    pages = len(_OPTIONS[term])
    if pages == 1:
        return ()
    return ((key(words.label("more-numbers"), button((page + 1) % pages)),),)


def _prices(
    prices: Sequence[Money], now: Money | None, button: Callable[[int], Button], words: Words
) -> Rows:
    free = Money(0, prices[0].currency)
    keys = [
        key(marked(words.money(each), each == now, words), button(each.amount)) for each in prices
    ]
    for_free = key(marked(words.money(free), free == now, words), button(0))
    return ((for_free,), *_grid(keys, _PRICES_A_ROW, words))


def _grid(keys: Sequence[Key], width: int, words: Words) -> Rows:
    return tuple(reading(words, row) for row in grid(keys, width))
