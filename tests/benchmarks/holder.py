"""One process that makes holds as the product does: `python -m tests.benchmarks.holder WISH`.

It says "ready" when it is connected, begins at a line on its input, and says when it began and
ended. As the product runs in several replicas, so the benchmark runs several of these.
"""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from time import time

import uvloop

from bot.usecases.booking import draw
from domain.bookings import HOLD
from domain.spans import Span
from storage.store import Store
from tests.benchmarks import place
from tests.build import Offer

LENGTH = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Wish:
    """Each of `clients` has a provider of its own and makes `each` holds, one after the other.

    Providers and customers are used from the first ones on; `begin` is the first start, in seconds
    since 1970.
    """

    url: str
    first_offer: int
    clients: int
    each: int
    first_customer: int
    begin: int

    @property
    def text(self) -> str:
        return json.dumps(asdict(self))


async def main(wish: Wish) -> None:
    async with place.opened(wish.url, wish.clients) as store:
        offers = await place.offers(store, wish.first_offer + wish.clients)
        await asyncio.gather(*(store.ready() for _ in range(wish.clients)))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        begun = time()
        async with asyncio.TaskGroup() as group:
            for number in range(wish.clients):
                offer = offers[wish.first_offer + number]
                group.create_task(_hold(store, offer, wish, number))
        sys.stdout.write(f"{begun} {time()}\n")


async def _hold(store: Store, offer: Offer, wish: Wish, number: int) -> None:
    first = datetime.fromtimestamp(wish.begin, UTC)
    customer = wish.first_customer + number * wish.each
    for n in range(wish.each):
        during = Span.lasting(first + n * LENGTH, LENGTH)
        now = datetime.now(UTC)
        async with store.transaction() as tx:
            await tx.bookings.hold(
                offer.provider, offer.service, customer + n, during, now + HOLD, now, draw=draw
            )


if __name__ == "__main__":
    uvloop.run(main(Wish(**json.loads(sys.argv[1]))))
