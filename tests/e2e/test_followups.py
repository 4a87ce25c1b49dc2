"""What a provider still has to do: planned by taps, listed, reminded of in the morning."""

from datetime import timedelta

from bot.views import taps
from domain.followups import Task
from tests.e2e.afterwards import meets, opens_card
from tests.e2e.conftest import World
from tests.e2e.steps import labels

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


async def begin(world: World) -> None:
    """Ayu looks at what could be done for Maya after her haircut."""
    await meets(world, world.maya)
    await opens_card(world)
    await world.ayu.taps("Follow-up")
    await world.ayu.sees("What is to be done for Maya?")


async def test_a_follow_up_is_planned_and_reminded_of_once(world: World) -> None:
    await begin(world)
    await world.ayu.taps("Send the report")
    await world.ayu.taps("Tomorrow, Wed 2 Dec")
    await world.ayu.sees("Due Wednesday 2 December 2026; I remind you at 09:00 (Jakarta time)")

    world.clock.advance(15 * HOUR)  # it was 17:00 in Jakarta
    assert "To be done today" not in world.ayu.screen()
    world.clock.advance(HOUR)

    reminder = await world.ayu.sees("To be done today")
    assert "Send the report" in reminder["text"]
    await world.ayu.taps("Done", message=reminder)
    await world.ayu.sees("Nothing is to be done")


async def test_own_words_are_asked_for_and_kept(world: World) -> None:
    await begin(world)
    await world.ayu.taps("In my own words")
    await world.ayu.sends_sticker()
    await world.ayu.sees("I can only keep written words")
    await world.ayu.sends("Call about the <colour>")
    await world.ayu.taps("Pick a date")
    await world.ayu.sees("Until when?")
    await world.ayu.taps("Back")
    await world.ayu.sees("Call about the <colour>")
    await world.ayu.taps("Pick a date")
    await world.ayu.taps("24")

    planned = await world.ayu.sees("Due Thursday 24 December 2026")
    assert "Call about the <colour>" in planned["text"]


async def test_what_is_overdue_is_marked_and_can_be_moved_or_dropped(world: World) -> None:
    await begin(world)
    await world.ayu.taps("Share a resource")
    await world.ayu.taps("Tomorrow")
    await world.ayu.sees("Due Wednesday")
    world.clock.advance(3 * DAY)
    await world.ayu.sees("To be done today")

    await world.ayu.sends("/provider")
    await world.ayu.taps("Follow-ups (1)")
    page = await world.ayu.sees("Follow-ups of Ayu")
    assert "⚠️ Wed 2 Dec · Share a resource · Maya" in page["text"]
    await world.ayu.taps("⚠️ Share a resource")
    await world.ayu.sees("Overdue since Wednesday 2 December 2026")
    await world.ayu.taps("Move")
    await world.ayu.taps("Next week, Fri 11 Dec")
    await world.ayu.sees("Due Friday 11 December 2026")
    await world.ayu.taps("Drop")

    await world.ayu.sees("Nothing is to be done")


async def test_a_follow_up_that_was_moved_is_not_reminded_of_on_the_old_day(world: World) -> None:
    await begin(world)
    await world.ayu.taps("Send the report")
    await world.ayu.taps("Tomorrow")
    await world.ayu.taps("Move")
    await world.ayu.taps("In 3 days")
    await world.ayu.sees("Due Friday 4 December")

    world.clock.advance(2 * DAY)
    await world.ayu.sends("/provider")
    await world.ayu.sees("Nothing is booked today")

    assert "To be done today" not in world.ayu.screen()
    world.clock.advance(DAY)
    await world.ayu.sees("To be done today")


async def test_scheduling_the_next_session_leads_into_booking(world: World) -> None:
    await begin(world)
    await world.ayu.taps("Schedule next session")
    await world.ayu.taps("Tomorrow")

    await world.ayu.taps("Book for Maya")

    await world.ayu.sees("Haircut")
    assert "Which service" in world.ayu.screen() or "Choose" in world.ayu.screen()


async def test_dates_that_no_key_offers_are_refused(world: World) -> None:
    booking = await meets(world, world.maya)
    await world.ayu.sends("/start")
    today = world.clock.now().date()

    for due in (today, today - DAY, today + 400 * DAY):
        answer = await world.ayu.taps_data(taps.PlanFollowUp(booking.id, Task.REPORT, due).pack())
        assert answer.show_alert
    without_words = taps.PlanFollowUp(booking.id, Task.OWN, today + DAY)
    answer = await world.ayu.taps_data(without_words.pack())
    assert "write them once more" in str(answer.text)


async def test_follow_ups_of_others_are_refused(world: World) -> None:
    await begin(world)
    await world.ayu.taps("Send the report")
    await world.ayu.taps("Tomorrow")
    page = await world.ayu.sees("Due Wednesday")
    assert "✅ Done" in labels(page)
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")

    for number in range(1, 4):
        for button in (taps.ShowFollowUp(number), taps.FollowUpDone(number)):
            answer = await world.maya.taps_data(button.pack())
            assert answer.show_alert
