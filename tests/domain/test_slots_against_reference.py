"""The slot engine against the slow reference: any zone, any hours, around changes of the clock.

EXAMPLES in the environment says how many random cases are compared; SEED names the first part of
them, and without it they differ each time. Hours on end: `python -m tests.domain.comparing`.
"""

import os
import random
from datetime import UTC, datetime
from itertools import chain, pairwise

from hypothesis import given, strategies as st

from domain.openings import open_windows
from domain.slots import free, free_between
from tests.domain.cases import cases
from tests.domain.comparing import PART, answer, compare_all, compare_part
from tests.domain.drawing import DAY, EXAMPLES, thorough
from tests.domain.reference_slots import Case


def test_the_engine_lists_grants_and_refuses_as_the_rules_say() -> None:
    first_seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**9))
    print(f"SEED={first_seed} EXAMPLES={EXAMPLES}")  # noqa: T201  # tells how to fail again
    comparing = compare_all if EXAMPLES > PART else compare_part_of

    assert comparing(EXAMPLES, first_seed) >= EXAMPLES


def compare_part_of(count: int, number: int) -> int:
    return compare_part(number, count)


@given(cases, st.data())
@thorough
def test_check_grants_exactly_what_free_lists(case: Case, data: st.DataObject) -> None:
    listed = free(case.diary, case.service, case.first, case.last, case.now)
    ends = int(datetime.combine(case.last, datetime.min.time(), UTC).timestamp())
    around = [each + shift for each in listed for shift in (0, -1, 60)] or [ends]
    tried = data.draw(st.lists(st.sampled_from(around), max_size=12))

    granted = {each for each in tried if answer(case, each) is None and on_asked_dates(case, each)}

    assert granted == set(tried) & set(listed)


@given(cases, st.integers(0, 20), st.integers(0, 20))
@thorough
def test_a_window_is_the_same_whatever_dates_are_asked_for(
    case: Case, earlier: int, later: int
) -> None:
    week, asked = case.diary.week, (case.service.id, case.rules.hours)
    wide = open_windows(week, case.first - earlier * DAY, case.last + later * DAY, *asked)

    assert set(open_windows(week, case.first, case.last, *asked)) <= set(wide)


@given(cases, st.lists(st.integers(-2 * 86_400, 5 * 86_400), min_size=1, max_size=4))
@thorough
def test_a_listing_is_the_sum_of_its_parts(case: Case, cuts: list[int]) -> None:
    noon = int(
        datetime(case.first.year, case.first.month, case.first.day, 12, tzinfo=UTC).timestamp()
    )
    edges = sorted(noon + cut for cut in cuts)

    def between(start: int, end: int) -> list[int]:
        return free_between(case.diary, case.service, start, end, case.now)

    parts = [between(start, end) for start, end in pairwise(edges)]

    assert list(chain(*parts)) == between(edges[0], edges[-1])


def on_asked_dates(case: Case, start: int) -> bool:
    return case.first <= datetime.fromtimestamp(start, case.zone).date() <= case.last
