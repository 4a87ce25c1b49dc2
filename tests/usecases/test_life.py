"""Whatever people do with bookings, in whatever order, while the clock moves on: all is well.

LIFE_STEPS in the environment says how many steps are taken in all; each run of them begins anew.
LIFE_SHOW=1 prints, with pytest's -s, how often each kind of step was taken, and what came of it.
What fails is printed as the shortest list of steps that does, with the LIFE_SEED to repeat it.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from secrets import randbelow

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.internal.conjecture import engine
from hypothesis.stateful import run_state_machine_as_test

from storage.engine import engine_of
from storage.store import Store
from tests.usecases.life import salon
from tests.usecases.life.booking import Booking
from tests.usecases.life.changing import Changing
from tests.usecases.life.clock import Clock
from tests.usecases.life.meeting import Meeting
from tests.usecases.life.promises import Promises
from tests.usecases.life.ruling import Ruling
from tests.usecases.life.stage import House
from tests.usecases.life.tally import Tally
from tests.usecases.life.truths import Truths

STEPS = int(os.environ.get("LIFE_STEPS", "300"))
SEED = int(os.environ.get("LIFE_SEED") or randbelow(2**32))
SHOW = bool(os.environ.get("LIFE_SHOW"))
A_RUN = 80
_SHORTENED = 20  # seconds: a shorter story is good to have, but each try at one lives it anew
BEGINS = {
    "an ordinary day": datetime(2026, 12, 1, 8, tzinfo=UTC),
    "clocks go forward in New York": datetime(2027, 3, 13, 12, tzinfo=UTC),
    "clocks go forward in Berlin": datetime(2027, 3, 27, 20, tzinfo=UTC),
    "clocks go back in Berlin": datetime(2027, 10, 30, 20, tzinfo=UTC),
}


class Life(Booking, Changing, Meeting, Ruling, Clock, Truths, Promises):
    """All that can be done, and all that must hold."""


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    """Of all the lives, whenever they begin."""
    found = Tally()
    yield found
    if SHOW:
        sys.stdout.write(f"\n{found}\n")


@pytest.mark.parametrize("begins", BEGINS.values(), ids=BEGINS)
def test_a_life_of_random_steps_breaks_no_rule(
    database_url: str,
    now: datetime,
    begins: datetime,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "MAX_SHRINKING_SECONDS", _SHORTENED)
    with _house(database_url, now, begins, tally) as house, _told_how_to_repeat():
        run_state_machine_as_test(
            seed(SEED)(partial(Life, house)),  # type: ignore[arg-type]  # any maker of one will do
            settings=settings(
                max_examples=max(STEPS // len(BEGINS) // A_RUN, 1),
                stateful_step_count=A_RUN,
                deadline=None,
                phases=[Phase.reuse, Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            ),
        )


@contextmanager
def _told_how_to_repeat() -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        error.add_note(f"to repeat it, set LIFE_SEED={SEED} and LIFE_STEPS={STEPS}")
        raise


@contextmanager
def _house(database_url: str, now: datetime, begins: datetime, tally: Tally) -> Iterator[House]:
    loop = asyncio.new_event_loop()
    store = Store(database_url)
    connections = engine_of(database_url, 1)
    try:
        opened = loop.run_until_complete(salon.opened(store, now))
        connection = loop.run_until_complete(connections.connect())
        yield House(loop, connection, opened, begins, tally)
        loop.run_until_complete(connection.close())
    finally:
        loop.run_until_complete(connections.dispose())
        loop.run_until_complete(store.close())
        loop.close()
