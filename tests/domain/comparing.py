"""The slot engine against the slow reference, over as many random cases as one has time for.

    python -m tests.domain.comparing 1000000 [seed]

compares a million cases on all processors and prints the seed and the count; with the same seed
the same cases come again. They are compared in parts, the first with that seed, the next one
with the number that follows.
"""

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter

from hypothesis import HealthCheck, given, seed, settings

from domain.loads import seats
from domain.refusals import Refused
from domain.slots import check, free
from domain.spans import from_epoch
from tests.domain.cases import cases
from tests.domain.reference_slots import Case

PART = 2500


def compare(case: Case) -> None:
    """Fail where the engine lists, grants or refuses anything but what the rules say."""
    listed = free(case.diary, case.service, case.first, case.last, case.now)
    assert listed == case.free()

    left = seats(case.diary, case.service)
    capacity = case.rules.capacity
    assert all(left.get(start, capacity) == case.seats(start) > 0 for start in listed)

    for minute in tried(case, listed):
        assert answer(case, minute * 60) == case.refusal(minute), minute


def tried(case: Case, listed: list[int]) -> set[int]:
    """Starts to check: free ones and their neighbours, those of sessions, and any other."""
    pick = random.Random(case.now.timestamp())  # noqa: S311  # the same for the same case
    free_ones = [start // 60 for start in pick.sample(listed, min(len(listed), 3))]
    near = [minute + pick.choice((0, 0, -1, 1)) for minute in free_ones]
    taken = [session.start // 60 for session in case.diary.sessions[:3]]
    around = [minute for minute in near + taken if minute in case.minutes]
    return {*around, pick.choice(case.minutes)}


def answer(case: Case, start: int) -> type[Refused] | None:
    try:
        check(case.diary, case.service, from_epoch(start), case.now)
    except Refused as refusal:
        return type(refusal)
    return None


def compare_part(number: int, count: int = PART) -> int:
    """Compare so many random cases, those of this number; how many it were."""
    done = 0

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],  # the first of a zone scans for changes
    )
    @given(cases)
    def engine_and_reference_agree(case: Case) -> None:
        nonlocal done
        compare(case)
        done += 1

    engine_and_reference_agree()
    return done


def compare_all(count: int, first_seed: int) -> int:
    """Compare so many random cases on all processors; how many it were."""
    parts = [min(PART, count - done) for done in range(0, count, PART)]
    numbers = range(first_seed, first_seed + len(parts))
    done = 0
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        for n, compared in enumerate(processes.map(compare_part, numbers, parts), 1):
            done += compared
            if n % 50 == 0:
                print(f"{done} cases compared", flush=True)  # noqa: T201  # a long run shows life
    return done


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**9)
    print(f"seed {chosen}", flush=True)  # noqa: T201  # the result
    started = perf_counter()
    total = compare_all(wanted, chosen)
    took = perf_counter() - started
    print(f"{total} cases, no difference, {took:.0f} s, seed {chosen}")  # noqa: T201  # the result
