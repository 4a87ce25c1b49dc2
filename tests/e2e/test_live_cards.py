"""Live cards: one message per booking and person, true at any time, at the bottom when opened."""

import re
from datetime import timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import Sandbox, ScriptedPerson
from bot.sandbox.objects import Json
from bot.views import taps
from domain.services import Format, Titles
from storage.store import Store
from tests import build
from tests.e2e.conftest import AYU, HOUR, World, running
from tests.e2e.steps import books, books_tomorrow

MINUTE = timedelta(minutes=1)


def labels(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [key["text"] for row in rows for key in row]


def of(person: ScriptedPerson, message: Json) -> Json:
    """The message as it is now."""
    return next(each for each in person.messages if each["message_id"] == message["message_id"])


def cards(person: ScriptedPerson) -> list[int]:
    """The messages from which the booking can be moved: its live cards."""
    return [each["message_id"] for each in person.messages if "🔁 Move" in labels(each)]


async def settled(person: ScriptedPerson) -> None:
    """What the person did is done with, deleting included."""
    await person.taps_data(taps.Blank(0).pack())


async def opens_hers(world: World) -> Json:
    """Ayu opens what Maya has booked, from her day."""
    await world.ayu.sends("/today")
    await world.ayu.taps("Maya", message=await world.ayu.sees("Today, Tuesday"))
    return await world.ayu.sees(re.compile("^(⏳|✅) (Waiting|Confirmed|Requested)"))


async def test_the_customer_s_card_tells_that_the_provider_has_confirmed(world: World) -> None:
    await books(world.maya, "Colouring")
    card = await world.maya.sees("Your request is with")

    await world.ayu.taps("Confirm", message=await world.ayu.sees("New request"))

    await world.maya.sees("✅ Confirmed · in 30 minutes", message=card)
    assert "🔁 Move" in labels(of(world.maya, card))


async def test_the_provider_s_card_tells_that_the_customer_has_cancelled(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    hers = await opens_hers(world)

    await world.maya.taps("Cancel booking", message=card)
    await world.maya.taps("My plans changed")

    await world.ayu.sees("❌", message=hers)
    assert "✕ Cancel booking" not in labels(of(world.ayu, hers))
    assert "Reason: My plans changed" in of(world.ayu, hers)["text"]


async def test_a_card_follows_the_booking_to_another_time(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    await opens_hers(world)

    await world.ayu.taps("Move")
    await world.ayu.taps("Tue 1 Dec, 16:00")
    await world.ayu.taps("Move to")

    await world.maya.sees("🗓 Tuesday 1 December 2026, 16:00", message=card)


async def test_a_card_counts_down_the_last_hour(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    assert "in 30 minutes" in card["text"]

    world.clock.advance(15 * MINUTE)
    await world.maya.sees("✅ Confirmed · in 15 minutes", message=card)
    world.clock.advance(5 * MINUTE)
    await world.maya.sees("✅ Confirmed · in 10 minutes", message=card)
    assert "👋 I am here" not in labels(of(world.maya, card))
    world.clock.advance(5 * MINUTE)
    await world.maya.sees("✅ Confirmed · in 5 minutes", message=card)
    assert "👋 I am here" in labels(of(world.maya, card))
    world.clock.advance(35 * MINUTE)
    await world.maya.sees("🏁 The time is over", message=card)


async def test_a_card_of_tomorrow_becomes_one_of_today(world: World) -> None:
    await books_tomorrow(world.maya)
    card = await world.maya.sees("is confirmed · tomorrow")

    world.clock.advance(9 * HOUR + MINUTE)

    await world.maya.sees("✅ Confirmed · today", message=card)


async def test_a_card_that_is_opened_anew_is_at_the_bottom_and_alone(world: World) -> None:
    await books(world.maya)
    first = await world.maya.sees("Your booking is confirmed")

    await world.maya.sends("/mybookings")
    await world.maya.taps("Haircut")

    again = await world.maya.sees("✅ Confirmed", after=first)
    await settled(world.maya)
    assert world.maya.last is not None
    assert world.maya.last["message_id"] == again["message_id"]
    assert cards(world.maya) == [again["message_id"]]


async def test_a_card_too_old_to_be_deleted_loses_its_keys(world: World) -> None:
    await books_tomorrow(world.maya)
    card = await world.maya.sees("is confirmed · tomorrow")
    world.clock.advance(3 * 24 * HOUR)
    await world.maya.sees("🏁 The time is over", message=card)

    await world.maya.sends("/mybookings")
    await world.maya.taps("Past")
    await world.maya.taps("Haircut")

    await world.maya.sees("🏁 The time is over", after=card)
    await settled(world.maya)
    assert labels(of(world.maya, card)) == []


async def test_going_on_from_a_card_leaves_it_standing(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")

    await world.maya.taps("Start page", message=card)
    home = await world.maya.sees("Hello Maya")
    await world.maya.taps("My bookings", message=home)
    await world.maya.sees("Your bookings", message=home)

    assert home["message_id"] > card["message_id"]
    assert "🔁 Move" in labels(of(world.maya, card))
    await world.maya.taps("Cancel booking", message=of(world.maya, card))
    await world.maya.sees("Cancel this booking?", message=card)


async def test_a_step_in_the_card_s_place_is_not_overwritten(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    await world.maya.taps("Cancel booking", message=card)
    asked = await world.maya.sees("Cancel this booking?", message=card)

    world.clock.advance(16 * MINUTE)
    await world.maya.sees("Reminder")
    world.clock.advance(10 * MINUTE)
    await world.maya.sees("begins in")
    assert of(world.maya, card)["text"] == asked["text"]

    await world.maya.taps("Keep it", message=card)
    await world.maya.sees("✅ Confirmed · in 4 minutes", message=card)


async def test_a_step_that_is_left_for_something_else_becomes_the_card_again(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    await world.maya.taps("Cancel booking", message=card)
    await world.maya.sees("Cancel this booking?", message=card)

    await world.maya.sends("/start")

    await world.maya.sees("✅ Confirmed · in 30 minutes", message=card)
    assert "🔁 Move" in labels(of(world.maya, card))


async def test_moving_takes_place_in_the_card(world: World) -> None:
    await books_tomorrow(world.maya)
    card = await world.maya.sees("Your booking is confirmed")

    for words in ("Move", "⚡", "✅ Move to"):
        await world.maya.taps(words, message=of(world.maya, card))
        await settled(world.maya)

    await world.maya.sees("🗓 Tuesday 1 December 2026, 15:30", message=card)
    assert cards(world.maya) == [card["message_id"]]


async def test_a_move_that_is_refused_leaves_the_card_where_it_is(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")

    answer = await world.maya.taps("Move", message=card)

    assert answer is not None
    assert answer.show_alert
    await world.maya.sees("✅ Confirmed · in 30 minutes", message=card)


async def test_booking_again_from_a_card_leaves_it_standing(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    await world.maya.taps("Cancel booking", message=card)
    await world.maya.taps("My plans changed")
    await world.maya.sees("Cancelled. Ayu has been told.", message=card)
    await world.maya.taps(re.compile("again"), message=of(world.maya, card))
    times = await world.maya.sees("once more", message=card)

    await world.maya.taps("Tue 8 Dec", message=times)

    review = await world.maya.sees("Please check")
    assert review["message_id"] > card["message_id"]
    await world.maya.sees("❌", message=card)


async def test_a_card_speaks_the_language_that_was_chosen_since(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")

    await world.maya.sends("/settings")
    await world.maya.taps("Language")
    await world.maya.taps("العربية")

    await world.maya.sees("مؤكد", message=card)


async def test_a_card_that_is_gone_is_sent_anew_when_it_is_opened(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")
    world.sandbox.world.chats[world.maya.id].remove(card["message_id"])

    world.clock.advance(15 * MINUTE)
    await world.maya.sees("Reminder")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Haircut")

    await world.maya.sees("✅ Confirmed · in 15 minutes")


async def test_a_restart_keeps_the_card(
    pocket: tuple[Sandbox, MovableClock], store: Store, tmp_path: Path
) -> None:
    async with running(pocket, store, tmp_path) as world:
        await books(world.maya)
        card = await world.maya.sees("Your booking is confirmed")
        await settled(world.maya)
    world.clock.advance(15 * MINUTE)

    async with running(pocket, store, tmp_path) as world:
        await world.maya.sees("✅ Confirmed · in 15 minutes", message=card)
        await world.maya.taps("Cancel booking", message=of(world.maya, card))
        await world.maya.sees("Cancel this booking?", message=card)


async def test_a_video_call_shows_its_link_and_no_map(world: World) -> None:
    async with world.store.transaction() as tx:
        call = build.service_entry(
            title=Titles({"en": "Call"}), format=Format.VIDEO, place="https://meet.example.org/a"
        )
        ayu = build.provider_entry(telegram_id=AYU, address="Jalan Merdeka 1")
        entry = build.organization_entry(services=(call,), providers=(ayu,))
        await tx.catalogue.apply([entry], world.clock.now())
    await books(world.maya, "Call")

    card = await world.maya.sees("Your booking is confirmed")

    assert "https://meet.example.org/a" in card["text"]
    assert "🗺 Show on the map" not in labels(card)


async def test_who_has_seen_the_card_is_not_told_the_same_again(world: World) -> None:
    await books(world.maya)
    card = await world.maya.sees("Your booking is confirmed")

    world.clock.advance(2 * MINUTE)
    await world.ayu.sees("New booking")
    await settled(world.maya)
    world.clock.advance(14 * MINUTE)

    reminder = await world.maya.sees("Reminder")
    since = [each for each in world.maya.messages if each["message_id"] > card["message_id"]]
    assert [each["message_id"] for each in since] == [reminder["message_id"]]


async def test_who_asks_sees_on_the_card_what_happens_next(world: World) -> None:
    await books(world.maya, "Colouring")

    card = await world.maya.sees("Your request is with Ayu")

    assert "I write to you as soon as there is an answer." in card["text"]
    assert "⏳ Waiting for confirmation · in 30 minutes" in card["text"]
