"""The slot engine against the slow reference: any zone, any hours, around changes of the clock."""

from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.hours import Override, Week, Window
from domain.refusals import Refused
from domain.slots import Rules, check, free, free_between
from domain.spans import from_epoch
from tests.domain.drawing import DAY, thorough, zones_and_dates
from tests.domain.reference_slots import Case


def minutes(most: int) -> st.SearchStrategy[timedelta]:
    round_ones = st.sampled_from([0, 5, 10, 15, 20, 30, 45, 60, 90, 120])
    return st.one_of(round_ones, st.integers(0, most)).map(lambda n: timedelta(minutes=n))


times = st.one_of(st.just(0), st.integers(0, 47).map(lambda n: n * 30), st.integers(0, 1439))
some_windows = st.lists(st.builds(Window, times, st.one_of(times, st.just(1440))), max_size=3).map(
    tuple
)
round_the_clock = st.just((Window(0, 1440),))
weeks = st.one_of(
    st.tuples(*[some_windows] * 7),
    some_windows.map(lambda each: (each,) * 7),
    round_the_clock.map(lambda each: (each,) * 7),
    st.tuples(*[st.one_of(some_windows, round_the_clock)] * 7),
)
rule_sets = st.builds(
    Rules,
    duration=minutes(1800).filter(bool),
    interval=minutes(200).filter(bool),
    before=minutes(100),
    after=minutes(100),
    notice=st.one_of(minutes(5000), st.integers(0, 90_000).map(lambda n: timedelta(seconds=n))),
    horizon=st.integers(0, 6),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    zone, first = draw(zones_and_dates())
    last = first + draw(st.integers(0, 3)) * DAY
    noon = datetime(first.year, first.month, first.day, 12, tzinfo=UTC)

    offs = draw(
        st.dictionaries(st.integers(-9, 4), st.one_of(st.just(()), some_windows), max_size=4)
    )
    overrides = tuple(Override(first + n * DAY, each) for n, each in offs.items())
    week = Week(zone, draw(weeks), overrides)
    now = noon + timedelta(seconds=draw(st.integers(-4 * 86_400, 86_400)))
    return Case(week, draw(rule_sets), draw(busy_around(noon)), first, last, now)


def busy_around(noon: datetime) -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    middle = int(noon.timestamp())
    start = st.integers(-150, 450).map(lambda quarter: middle + quarter * 900)
    length = st.one_of(st.sampled_from([900, 1800, 3600]), st.integers(0, 20_000))
    return st.lists(
        st.tuples(start, length).map(lambda each: (each[0], each[0] + each[1])), max_size=6
    ).map(tuple)


@given(cases())
@thorough
def test_free_lists_what_the_rules_allow(case: Case) -> None:
    assert free(case.week, case.rules, case.busy, case.first, case.last, case.now) == case.free()


@given(cases(), st.data())
@thorough
def test_check_grants_and_refuses_as_the_rules_say(case: Case, data: st.DataObject) -> None:
    minute = data.draw(st.sampled_from(case.minutes))

    assert answer(case, minute * 60) == case.refusal(minute)


@given(cases(), st.data())
@thorough
def test_check_grants_exactly_what_free_lists(case: Case, data: st.DataObject) -> None:
    listed = free(case.week, case.rules, case.busy, case.first, case.last, case.now)
    ends = int(datetime.combine(case.last, datetime.min.time(), UTC).timestamp())
    around = [each + shift for each in listed for shift in (0, -1, 60)] or [ends]
    tried = data.draw(st.lists(st.sampled_from(around), max_size=12))

    granted = {each for each in tried if answer(case, each) is None and on_asked_dates(case, each)}

    assert granted == set(tried) & set(listed)


@given(cases(), st.integers(0, 20), st.integers(0, 20))
@thorough
def test_a_window_is_the_same_whatever_dates_are_asked_for(
    case: Case, earlier: int, later: int
) -> None:
    wide = case.week.open(case.first - earlier * DAY, case.last + later * DAY)

    assert set(case.week.open(case.first, case.last)) <= set(wide)


@given(cases(), st.lists(st.integers(-2 * 86_400, 5 * 86_400), min_size=1, max_size=4))
@thorough
def test_a_listing_is_the_sum_of_its_parts(case: Case, cuts: list[int]) -> None:
    noon = int(
        datetime(case.first.year, case.first.month, case.first.day, 12, tzinfo=UTC).timestamp()
    )
    edges = sorted(noon + cut for cut in cuts)

    def between(start: int, end: int) -> list[int]:
        return free_between(case.week, case.rules, case.busy, start, end, case.now)

    parts = [between(start, end) for start, end in pairwise(edges)]

    assert list(chain(*parts)) == between(edges[0], edges[-1])


def answer(case: Case, start: int) -> type[Refused] | None:
    try:
        check(case.week, case.rules, case.busy, from_epoch(start), case.now)
    except Refused as refusal:
        return type(refusal)
    return None


def on_asked_dates(case: Case, start: int) -> bool:
    return case.first <= from_epoch(start).astimezone(case.zone).date() <= case.last
