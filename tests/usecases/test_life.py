"""Whatever people do with bookings, in whatever order, while the clock moves on: all is well.

LIFE_STEPS in the environment says how many steps are taken; each run of them begins anew.
"""

import asyncio
import os
from datetime import datetime
from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from storage.store import Store
from tests.usecases.life import Life

STEPS = int(os.environ.get("LIFE_STEPS", "300"))
A_RUN = 50


def test_a_life_of_random_steps_breaks_no_rule(database_url: str, now: datetime) -> None:
    loop = asyncio.new_event_loop()
    store = Store(database_url)
    try:
        run_state_machine_as_test(
            partial(Life, loop, store, now),  # type: ignore[arg-type]  # any maker of one will do
            settings=settings(
                max_examples=max(STEPS // A_RUN, 1),
                stateful_step_count=A_RUN,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        loop.run_until_complete(store.close())
        loop.close()
