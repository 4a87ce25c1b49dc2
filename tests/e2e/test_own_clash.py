"""A time over one's own booking: warned of first, then allowed, wherever a time is taken."""

import re

from bot.usecases import announcing, suggesting
from bot.views import taps
from domain.bookings import Booking, Status
from tests.e2e.conftest import AYU, World
from tests.e2e.steps import BOOK, books, books_tomorrow

WARNING = "You have another booking at this time"


async def books_with_budi(world: World) -> None:
    """Maya has a haircut with Budi today at half past three."""
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Budi", "Haircut", "⚡"):
        await world.maya.taps(words)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")


async def bookings_of_maya(world: World) -> list[Booking]:
    """Upcoming ones, by start."""
    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(world.maya.id)
        assert maya is not None
        return await tx.bookings.upcoming(maya.id, world.clock.now(), 9, 0)


async def test_moving_over_one_s_own_booking_is_warned_of_and_possible(world: World) -> None:
    await books_with_budi(world)
    await books_tomorrow(world.maya)
    card = await world.maya.sees(re.compile("is confirmed.*Wednesday 2", re.DOTALL))
    await world.maya.taps("Move", message=card)
    await world.maya.taps("⚡")

    check = await world.maya.sees("Move this booking?")
    assert WARNING in check["text"]
    assert "Haircut · Budi" in check["text"]
    await world.maya.taps("✅ Move to Tue 1 Dec, 15:30")

    first, second = await bookings_of_maya(world)
    assert first.start == second.start


async def test_the_provider_is_not_told_what_else_the_customer_has(world: World) -> None:
    await books_with_budi(world)
    await books_tomorrow(world.maya)
    told = await world.ayu.sees("New booking")
    await world.ayu.taps("Details", message=told)
    await world.ayu.taps("Move")
    await world.ayu.taps("⚡")

    check = await world.ayu.sees("Move this booking?")
    assert WARNING not in check["text"]


async def test_another_time_that_was_asked_for_is_warned_of(world: World) -> None:
    await books_with_budi(world)
    await books_tomorrow(world.maya)
    budi, ayu = await bookings_of_maya(world)
    async with world.store.transaction() as tx:
        maya = await tx.people.get(ayu.customer_id)
        await announcing.move_wanted(tx, ayu, maya, world.clock.now())
    await world.maya.sees("asks you to choose another time")

    await world.maya.taps_data(taps.MoveTo(ayu.id, budi.start).pack())

    await world.maya.sees(WARNING)
    assert len({each.start for each in await bookings_of_maya(world)}) == 2
    await world.maya.taps("Take it all the same")
    await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30")
    assert len({each.start for each in await bookings_of_maya(world)}) == 1


async def test_taking_a_suggestion_is_warned_of_and_possible(world: World) -> None:
    await books_with_budi(world)
    (budi,) = await bookings_of_maya(world)
    await books(world.maya, "Colouring")
    await world.maya.sees("Your request is with Ayu")
    asked = next(each for each in await bookings_of_maya(world) if each.id != budi.id)
    async with world.store.transaction() as tx:
        keeper = await tx.people.by_telegram(AYU)
        assert keeper is not None
        others = [budi.start]
        await suggesting.suggest(tx, keeper, asked.id, asked.start, others, world.clock.now())
    await world.maya.sees("Ayu suggests instead")

    await world.maya.taps("✅ Tue 1 Dec, 15:30")
    await world.maya.sees(WARNING)
    assert [each.id for each in await bookings_of_maya(world)] == [budi.id]
    await world.maya.taps("Take it all the same")

    await world.maya.sees(re.compile("Confirmed.*Colouring", re.DOTALL))
    taken = [each for each in await bookings_of_maya(world) if each.id != budi.id]
    assert [each.status for each in taken] == [Status.CONFIRMED]


async def test_dates_of_a_series_over_one_s_own_are_marked(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees(re.compile("is confirmed.*Tuesday 1", re.DOTALL))
    await world.maya.sends("/book")
    for words in ("Budi", "Haircut", "8", "Afternoon", "15:30"):
        await world.maya.taps(words)
    await world.maya.taps(BOOK)
    await world.maya.sees("Tuesday 8 December 2026, 15:30")
    await world.maya.taps("Repeat…", message=card)
    for words in ("Every week", "3"):
        await world.maya.taps(words)

    page = await world.maya.sees("You have another booking at that time")
    assert world.maya.buttons(page)[:2] == ["⚠️ ✅ Tue 8 Dec, 15:30", "✅ Tue 15 Dec, 15:30"]
