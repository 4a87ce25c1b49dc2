"""The provider's workspace: reached by command and from the start page, for nobody else."""

from datetime import timedelta

from bot.views import taps
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


async def test_a_paused_provider_cannot_be_booked_until_resumed(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await world.ayu.sends("/provider")
    for words in ("My rules", "Take no new bookings", "Workspace"):
        await world.ayu.taps(words)
    await world.ayu.sees("Paused: nobody can book")

    await world.maya.sends("/start")
    await world.maya.taps("Book an appointment")
    page = await world.maya.sees("Budi")
    labels = [key["text"] for row in page["reply_markup"]["inline_keyboard"] for key in row]
    assert not any("Ayu" in label for label in labels)

    await world.ayu.taps("My rules")
    await world.ayu.taps("Take bookings again")
    await books(world.sam)
    await world.sam.sees("Your booking is confirmed")


async def test_so_many_sessions_a_day_and_no_more(world: World) -> None:
    await world.ayu.sends("/provider")
    for words in ("My rules", "Sessions a day", "1"):
        await world.ayu.taps(words)
    await world.ayu.sees("One session a day at most")
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")

    await books(world.sam)

    confirmed = await world.sam.sees("Your booking is confirmed")
    assert "2 December" in confirmed["text"]


async def test_rules_of_others_and_forged_ones_are_refused(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("My rules")
    await world.ayu.sees("You take new bookings")

    answer = await world.ayu.taps_data(taps.SetMostADay(1, 5000).pack())

    assert answer is not None
    assert answer.show_alert
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    for provider_id in range(1, 4):
        refused = await world.maya.taps_data(taps.Pause(provider_id).pack())
        assert refused is not None
        assert refused.show_alert
