"""Other times in place of a request: what is suggested, and who takes it once."""

from datetime import datetime, timedelta

import pytest

from bot.usecases import suggesting
from domain.bookings import Booking, Status
from domain.details import Details, Extras
from domain.moves import MOST_SUGGESTED
from domain.refusals import NotFound, SlotTaken
from storage.store import Store, Tx
from tests import build
from tests.usecases.making import Scene, scene, told

HOUR = timedelta(hours=1)


async def suggested(tx: Tx, now: datetime, *hours: int) -> tuple[Scene, Booking]:
    """A declined request, with times so many hours after it."""
    here = await scene(tx, now, approval=True)
    request = await build.booking(tx, here.offer, here.customer, here.opening, now, Status.PENDING)
    await tx.bookings.set_note(request.id, "Short, please")
    starts = [here.opening + each * HOUR for each in hours]
    await suggesting.suggest(tx, here.keeper, request.id, request.start, starts, now)
    return here, request


async def test_the_request_is_declined_with_a_few_times_ahead(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 4, 1, 2, 3, 1, -999)

        assert (await tx.bookings.get(request.id)).status is Status.DECLINED
        kept = await tx.bookings.suggested(request.id)
        assert kept == tuple(here.opening + each * HOUR for each in (1, 2, 3))
        assert len(kept) == MOST_SUGGESTED
        assert ("declined", "customer", "pending") in await told(tx, request)


async def test_what_is_taken_is_confirmed_at_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 1, 2)

        taken = await suggesting.take(tx, here.customer, request.id, here.opening + HOUR, now)

        assert (taken.status, taken.note) == (Status.CONFIRMED, "Short, please")
        assert taken == await tx.bookings.get(taken.id)
        assert ("booked", "provider", "pending") in await told(tx, taken)


async def test_what_was_said_about_the_request_goes_with_what_is_taken(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 1, 2)
        await tx.details.add(request.id, Extras("Wedding", here.opening + 2 * HOUR))

        taken = await suggesting.take(tx, here.customer, request.id, here.opening + HOUR, now)

        assert (await tx.card_facts.of(taken.id)).details == Details("Wedding")


async def test_one_of_them_is_taken_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 1, 2)
        await suggesting.take(tx, here.customer, request.id, here.opening + HOUR, now)

        with pytest.raises(NotFound):
            await suggesting.take(tx, here.customer, request.id, here.opening + 2 * HOUR, now)


async def test_nobody_takes_what_was_not_suggested_to_them(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 1)
        stranger = await build.person(tx, now)

        with pytest.raises(NotFound):
            await suggesting.take(tx, stranger, request.id, here.opening + HOUR, now)
        with pytest.raises(NotFound):
            await suggesting.take(tx, here.customer, request.id, here.opening + 2 * HOUR, now)


async def test_what_somebody_else_has_by_now_is_refused(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        here, request = await suggested(tx, now, 1, 2)
        other = await build.person(tx, now)
        await build.booking(tx, here.offer, other, here.opening + HOUR, now)

        with pytest.raises(SlotTaken):
            async with tx.attempt():
                await suggesting.take(tx, here.customer, request.id, here.opening + HOUR, now)

        assert len(await tx.bookings.suggested(request.id)) == 2
