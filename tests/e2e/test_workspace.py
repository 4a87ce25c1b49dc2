"""The provider's workspace: reached by command and from the start page, for nobody else."""

from datetime import timedelta

from tests.e2e.conftest import World
from tests.e2e.steps import books


async def test_the_workspace_tells_what_is_on(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await books(world.maya, "Colouring")
    await world.ayu.sees("New request")

    await world.ayu.sends("/provider")

    page = await world.ayu.sees("Ayu · Salon")
    assert "2 bookings today" in page["text"]
    assert "Next: 15:30 Haircut · Maya" in page["text"]
    assert "One request waits" in page["text"]


async def test_the_workspace_is_a_tap_away_from_the_start_page(world: World) -> None:
    await world.ayu.sends("/start")

    await world.ayu.taps("Workspace")

    await world.ayu.sees("Nothing is booked today.")
    await world.ayu.taps("Week")
    await world.ayu.sees("Nothing is booked.")


async def test_a_customer_has_no_workspace(world: World) -> None:
    await world.maya.sends("/provider")

    await world.maya.sees("This is for providers")


async def test_yesterday_s_bookings_are_no_news(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    world.clock.advance(timedelta(days=1))

    await world.ayu.sends("/provider")

    await world.ayu.sees("Nothing is booked today.")
