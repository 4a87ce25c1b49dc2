"""The session itself: being there, missing it, saying what became of it, notes after it."""

from datetime import timedelta

import pytest

from bot.views import taps
from domain.notices import Side
from domain.outcomes import NOTE_LIMIT
from domain.services import Format, Titles
from domain.sessions import End
from tests import build
from tests.e2e.conftest import AYU, HOUR, World
from tests.e2e.steps import books, labels

MINUTE = timedelta(minutes=1)
LINK = "https://meet.example.org/ayu"


async def meets(world: World) -> None:
    """A video call of Maya with Ayu is booked for half past eight, in half an hour."""
    async with world.store.transaction() as tx:
        call = build.service_entry(title=Titles({"en": "Call"}), format=Format.VIDEO, place=LINK)
        ayu = build.provider_entry(telegram_id=AYU)
        entry = build.organization_entry(services=(call,), providers=(ayu,))
        await tx.catalogue.apply([entry], world.clock.now())
    await books(world.maya, "Call")
    await world.maya.sees("Your booking is confirmed")


async def cuts(world: World) -> None:
    """Maya's hair is to be cut at half past eight."""
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")


async def completed(world: World) -> None:
    """Ayu has cut Maya's hair, and says so when she is asked."""
    await cuts(world)
    world.clock.advance(61 * MINUTE)
    await world.ayu.sees("How did it go: Haircut?")
    await world.ayu.taps("Completed")
    await world.ayu.sees("Ended at 16:00 (Jakarta time)")


async def test_both_are_told_five_minutes_before_with_the_link(world: World) -> None:
    await meets(world)

    world.clock.advance(25 * MINUTE + timedelta(seconds=10))

    ready = await world.maya.sees("Call begins in 5 minutes")
    assert LINK in ready["text"]
    assert labels(ready)[:2] == ["👋 I am here", "🔗 Open the link"]
    told = await world.ayu.sees("Call begins in 5 minutes")
    assert LINK in told["text"]


async def test_who_is_there_is_seen_by_the_other_side(world: World) -> None:
    await meets(world)
    world.clock.advance(26 * MINUTE)
    ready = await world.maya.sees("Call begins in")

    answer = await world.maya.taps("I am here", message=ready)

    assert answer is not None
    assert answer.text is not None
    assert "Noted" in answer.text
    page = await world.maya.sees("You have been here since 15:26 (Jakarta time)")
    assert "👋 I am here" not in labels(page)
    assert "✅ Confirmed" in page["text"]
    await world.ayu.sends("/today")
    await world.ayu.taps("Maya")
    await world.ayu.sees("Maya has been here since 15:26")


async def test_a_session_that_somebody_waits_for_begins_at_its_start(world: World) -> None:
    await meets(world)
    world.clock.advance(26 * MINUTE)
    await world.maya.taps("I am here", message=await world.maya.sees("Call begins in"))
    await world.maya.sees("You have been here")

    begins = await world.ayu.sees("Call begins in")

    world.clock.advance(5 * MINUTE)

    await world.ayu.taps("I am here", message=begins)
    await world.ayu.sees("▶️ Going on")


async def test_the_first_to_come_after_the_start_begins_the_session(world: World) -> None:
    await meets(world)
    world.clock.advance(31 * MINUTE)
    ready = await world.ayu.sees("Call is on now")

    await world.ayu.taps("I am here", message=ready)

    await world.ayu.sees("▶️ Going on")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Call")
    await world.maya.sees("Ayu has been here since 15:31")


async def test_a_call_that_nobody_joins_was_missed_and_both_may_try_again(world: World) -> None:
    await meets(world)
    world.clock.advance(26 * MINUTE)
    await world.maya.sees("Call begins in")
    await world.ayu.sees("Call begins in")

    world.clock.advance(20 * MINUTE)

    missed = await world.maya.sees("nobody could make it")
    assert "Neither you nor Ayu came" in missed["text"]
    told = await world.ayu.sees("Neither you nor Maya came")
    await world.maya.taps("Book another time", message=missed)
    await world.maya.sees("Choose a day")
    await world.ayu.taps("Book another time for them", message=told)
    await world.ayu.sees("Which service?")


async def test_a_visit_that_nobody_joined_in_the_chat_was_not_missed(world: World) -> None:
    await cuts(world)
    world.clock.advance(26 * MINUTE)
    await world.maya.sees("Haircut begins in")

    world.clock.advance(40 * MINUTE)

    asked = await world.ayu.sees("How did it go: Haircut?")
    assert "Maya" in asked["text"]
    assert not any("nobody could make it" in str(each) for each in world.maya.messages)


async def test_the_provider_is_asked_once_more_next_morning_and_never_again(world: World) -> None:
    await cuts(world)
    world.clock.advance(HOUR + MINUTE)
    asked = await world.ayu.sees("How did it go: Haircut?")
    answer = await world.ayu.taps("Ask me later", message=asked)
    assert answer is not None
    assert answer.text == "All right. I ask once more on Wed 2 Dec, 09:00."
    await world.ayu.sees("🏁 The time is over")

    world.clock.advance(17 * HOUR)  # 09:01 in Jakarta

    again = await world.ayu.sees("How did it go: Haircut?", after=asked)
    assert "🕘 Ask me later" not in labels(again)
    world.clock.advance(10 * 24 * HOUR)
    await world.ayu.sends("/today")
    await world.ayu.sees("Today, Saturday 12 December 2026")
    said = [each for each in world.ayu.messages if "How did it go" in str(each.get("text"))]
    assert [each["message_id"] for each in said] == [again["message_id"]]


async def test_who_did_not_come_is_said_with_two_taps(world: World) -> None:
    await cuts(world)
    world.clock.advance(HOUR + MINUTE)
    await world.ayu.sees("How did it go: Haircut?")

    await world.ayu.taps("Did not come")
    await world.ayu.sees("Did Maya not come?")
    await world.ayu.taps("No, they did not come")

    await world.ayu.sees("🚫 Not attended")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Past")
    await world.maya.taps("Haircut")
    await world.maya.sees("🚫 Not attended")


async def test_notes_reach_the_customer_but_for_the_private_ones(world: World) -> None:
    await completed(world)
    for heading, words in (
        ("Topics", "Short & <sharp>"),
        ("Recommendations", "Come back in six weeks"),
        ("Private notes", "Talks a lot"),
    ):
        await world.ayu.taps(heading)
        await world.ayu.sees("Please write it as a message")
        await world.ayu.sends(words)
        await world.ayu.sees(words)
    assert not any("Come back" in str(each) for each in world.maya.messages)

    await world.ayu.taps("Send to the customer")

    notes = await world.maya.sees("Notes from Ayu")
    assert "Short & <sharp>" in notes["text"]
    assert "Come back in six weeks" in notes["text"]
    assert "Talks a lot" not in notes["text"]
    await world.maya.sends("/mybookings")
    for words in ("Past", "Haircut", "Notes"):
        await world.maya.taps(words)
    page = await world.maya.sees("Notes from Ayu")
    assert "Talks a lot" not in page["text"]


async def test_notes_are_sent_once_more_after_a_change(world: World) -> None:
    await completed(world)
    await world.ayu.taps("Topics")
    await world.ayu.sends("Layers")
    await world.ayu.taps("Send to the customer")
    first = await world.maya.sees("Layers")

    await world.ayu.taps("Topics")
    await world.ayu.sees("Now: Layers")
    await world.ayu.sends("Layers and a fringe")
    await world.ayu.taps("Send once more")

    await world.maya.sees("Layers and a fringe", after=first)


async def test_a_note_that_is_too_long_is_refused_and_can_be_sent_again(world: World) -> None:
    await completed(world)
    await world.ayu.taps("Topics")
    await world.ayu.sends("x" * (NOTE_LIMIT + 1))
    await world.ayu.sees("501 characters long")
    await world.ayu.sends_sticker()
    await world.ayu.sees("I can only keep words here")

    await world.ayu.sends("Layers")

    await world.ayu.sees("Layers")
    await world.ayu.taps("Topics")
    await world.ayu.taps("Remove this")
    page = await world.ayu.sees("All of it is optional")
    assert "Layers" not in page["text"]


@pytest.mark.parametrize("side", Side)
async def test_a_stranger_s_taps_change_nothing(world: World, side: Side) -> None:
    await cuts(world)
    await world.sam.sends("/start")
    await world.sam.sees("Hello Sam")
    world.clock.advance(40 * MINUTE)
    await world.ayu.sees("Haircut is on now")

    for button in (
        taps.Join(1, side),
        taps.ShowNotes(1, side),
        taps.Complete(1, End.NOW),
        taps.NoShow(1),
        taps.SendNotes(1),
    ):
        answer = await world.sam.taps_data(button.pack())
        assert answer is not None
        assert answer.show_alert
    async with world.store.transaction() as tx:
        booking = await tx.bookings.get(1)
        assert (booking.status, booking.joined) == ("confirmed", {})


async def test_too_early_and_too_late_are_said(world: World) -> None:
    await cuts(world)
    early = await world.maya.taps_data(taps.Join(1, Side.CUSTOMER).pack())
    assert early is not None
    assert early.text is not None
    assert "too early" in early.text

    world.clock.advance(2 * HOUR)

    await world.ayu.sees("How did it go")
    late = await world.maya.taps_data(taps.Join(1, Side.CUSTOMER).pack())
    assert late is not None
    assert late.text is not None
    assert "over" in late.text
