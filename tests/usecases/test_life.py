"""Whatever people do with bookings, in whatever order, while the clock moves on: all is well.

LIFE_STEPS in the environment says how many steps are taken in all; each run of them begins anew.
What fails is printed as the shortest list of steps that does, with the LIFE_SEED to repeat it.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from secrets import randbelow

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
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
from tests.usecases.life.truths import Truths

STEPS = int(os.environ.get("LIFE_STEPS", "300"))
SEED = int(os.environ.get("LIFE_SEED") or randbelow(2**32))
A_RUN = 80
BEGINS = {
    "an ordinary day": datetime(2026, 12, 1, 8, tzinfo=UTC),
    "clocks go forward in New York": datetime(2027, 3, 13, 12, tzinfo=UTC),
    "clocks go forward in Berlin": datetime(2027, 3, 27, 20, tzinfo=UTC),
    "clocks go back in Berlin": datetime(2027, 10, 30, 20, tzinfo=UTC),
}


class Life(Booking, Changing, Meeting, Ruling, Clock, Truths, Promises):
    """All that can be done, and all that must hold."""


@pytest.mark.parametrize("begins", BEGINS.values(), ids=BEGINS)
def test_a_life_of_random_steps_breaks_no_rule(
    database_url: str, now: datetime, begins: datetime
) -> None:
    with _house(database_url, now, begins) as house, _told_how_to_repeat():
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
def _house(database_url: str, now: datetime, begins: datetime) -> Iterator[House]:
    loop = asyncio.new_event_loop()
    store = Store(database_url)
    engine = engine_of(database_url, 1)
    try:
        opened = loop.run_until_complete(salon.opened(store, now))
        connection = loop.run_until_complete(engine.connect())
        yield House(loop, connection, opened, begins)
        loop.run_until_complete(connection.close())
    finally:
        loop.run_until_complete(engine.dispose())
        loop.run_until_complete(store.close())
        loop.close()
