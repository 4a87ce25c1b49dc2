"""All measurements, or those named: `make bench`, `make bench ARGS="slots months"`."""

import sys
from collections.abc import Awaitable, Callable, Sequence

import uvloop

from bot import log
from tests.benchmarks import inserts, months, place, slots, updates
from tests.benchmarks.tables import machine, say


async def _slots(_server_url: str) -> None:
    slots.run()


_ALL: dict[str, Callable[[str], Awaitable[None]]] = {
    "slots": _slots,
    "months": months.run,
    "updates": updates.run,
    "inserts": inserts.run,
}


async def main(names: Sequence[str]) -> None:
    with place.server() as url:
        say(machine(await place.version(url)))
        for name in names:
            await _ALL[name](url)


if __name__ == "__main__":
    chosen = sys.argv[1:] or list(_ALL)
    if unknown := set(chosen) - set(_ALL):
        sys.exit(f"No benchmark {', '.join(sorted(unknown))}; there are {', '.join(_ALL)}.")
    log.set_up("WARNING", "console")
    uvloop.run(main(chosen))
