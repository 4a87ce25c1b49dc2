"""The numbers of a service, one by one."""

from datetime import timedelta

import pytest

from domain.refusals import NotFound
from domain.terms import Term, usual, value_of, with_term
from tests.build import RULES


@pytest.mark.parametrize("term", Term)
def test_a_number_that_is_set_is_the_number_that_is_told(term: Term) -> None:
    changed = with_term(RULES, term, 45)

    assert value_of(changed, term) == 45
    others = set(Term) - {term}
    assert [value_of(changed, each) for each in others] == [value_of(RULES, e) for e in others]


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Term.LENGTH, 4),
        (Term.LENGTH, 1441),
        (Term.STEP, 0),
        (Term.BEFORE, 1441),
        (Term.NOTICE, 365 * 1440 + 1),
        (Term.HORIZON, 0),
        (Term.HORIZON, 731),
        (Term.MOST, 1001),
        (Term.SEATS, 0),
        (Term.SEATS, 2**62),
    ],
)
def test_a_number_out_of_bounds_is_refused(term: Term, value: int) -> None:
    with pytest.raises(NotFound):
        with_term(RULES, term, value)


def test_no_cap_is_none() -> None:
    capped = with_term(RULES, Term.MOST, 3)

    assert with_term(capped, Term.MOST, 0).most_a_day is None


@pytest.mark.parametrize(("minutes", "step"), [(10, 10), (15, 15), (90, 15)])
def test_starts_are_a_quarter_of_an_hour_apart_where_nothing_is_said(
    minutes: int, step: int
) -> None:
    assert value_of(usual(timedelta(minutes=minutes)), Term.STEP) == step
