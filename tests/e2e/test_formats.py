"""How to meet: offered by the provider, chosen by the customer, kept with the booking."""

import re

import aiohttp
import pytest

from bot.sandbox import ScriptedPerson
from bot.views import taps
from domain.services import Format, Meeting, Meetings, Titles
from tests import build
from tests.e2e.conftest import AYU, HOUR, MAYA, World
from tests.e2e.steps import BOOK, books, reviews

LINK = "https://meet.example/{reference}"
TALK = Meetings((Meeting(Format.IN_PERSON, "Room 2"), Meeting(Format.VIDEO, LINK)))
REFERENCE = re.compile(r"BK-\d{8}-\w{4}")


@pytest.fixture
async def world(world: World) -> World:
    """Ayu has a room and a link for talks, calls customers who want advice, and cuts hair."""
    services = (
        build.service_entry(),
        build.service_entry("talk", title=Titles({"en": "Talk"}), meetings=TALK),
        build.service_entry("advice", title=Titles({"en": "Advice"}), format=Format.PHONE),
    )
    ayu = build.provider_entry(
        telegram_id=AYU, services=tuple(each.slug for each in services), address="Jl. Melati 1"
    )
    async with world.store.transaction() as tx:
        entry = build.organization_entry(services=services, providers=(ayu,))
        await tx.catalogue.apply([entry], world.clock.now())
    return world


async def chooses_video(person: ScriptedPerson) -> None:
    for words in ("How: In person", "🎥 Video call"):
        await person.taps(words)
    await person.sees("Please check")


async def books_by_video(world: World) -> str:
    """The reference of Maya's talk."""
    await reviews(world.maya, "Talk")
    await chooses_video(world.maya)
    await world.maya.taps(BOOK)
    return reference_in(await world.maya.sees("Your booking is confirmed"))


def reference_in(message: dict[str, object]) -> str:
    found = REFERENCE.search(str(message["text"]))
    assert found is not None
    return found[0]


async def switches_off(world: World, label: str) -> None:
    await world.ayu.sends("/provider")
    for words in ("Services", "Talk", "How you meet", label):
        await world.ayu.taps(words)


async def test_who_does_not_choose_meets_as_usual_in_five_taps(world: World) -> None:
    await books(world.maya, "Talk")

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "In person" in confirmed["text"]
    assert "📍 Jl. Melati 1, Room 2" in confirmed["text"]


async def test_where_there_is_no_choice_nothing_is_asked(world: World) -> None:
    await reviews(world.maya)

    assert not any("How:" in label for label in world.maya.buttons())


async def test_another_format_is_two_taps_away_and_both_sides_see_it(world: World) -> None:
    reference = await books_by_video(world)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "🎥 Video call" in confirmed["text"]
    assert f"🔗 https://meet.example/{reference}" in confirmed["text"]
    assert "Melati" not in confirmed["text"]
    told = await world.ayu.sees("New booking")
    assert f"🔗 https://meet.example/{reference}" in told["text"]


async def test_what_was_chosen_stays_while_another_time_is_looked_for(world: World) -> None:
    await reviews(world.maya, "Talk")
    await chooses_video(world.maya)
    await world.maya.taps("Add a note")
    await world.maya.sends("My camera is old")

    await world.maya.taps("Back")
    await world.maya.taps("16:00")

    shown = await world.maya.sees("Tuesday 1 December 2026, 16:00")
    assert "My camera is old" in shown["text"]
    assert any("How: 🎥 Video call" in label for label in world.maya.buttons(shown))


async def test_the_last_choice_is_preset(world: World) -> None:
    await books_by_video(world)

    await reviews(world.maya, "Talk")

    assert any("How: 🎥 Video call" in label for label in world.maya.buttons())


async def test_moving_keeps_the_format(world: World) -> None:
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Talk", "2", "09:00"):
        await world.maya.taps(words)
    await chooses_video(world.maya)
    await world.maya.taps(BOOK)
    reference = reference_in(await world.maya.sees("Your booking is confirmed"))
    for words in ("Move", "2", "10:00", "✅ Move to"):
        await world.maya.taps(words)

    card = await world.maya.sees("Wednesday 2 December 2026, 10:00")
    assert "🎥 Video call" in card["text"]
    assert f"https://meet.example/{reference}" in card["text"]


async def test_what_is_booked_stays_when_its_format_is_switched_off(world: World) -> None:
    reference = await books_by_video(world)

    await switches_off(world, "✅ 🎥 Video call")
    await world.maya.sends(reference)

    card = await world.maya.sees(f"https://meet.example/{reference}")
    assert "🎥 Video call" in card["text"]


async def test_a_format_that_was_switched_off_meanwhile_is_chosen_anew(world: World) -> None:
    await reviews(world.maya, "Talk")
    await world.maya.taps("Add a note")
    await world.maya.sends("My camera is old")
    await chooses_video(world.maya)
    await switches_off(world, "✅ 🎥 Video call")

    await world.maya.taps(BOOK)
    asked = await world.maya.sees("is no longer offered here")
    assert "“🎥 Video call” is no longer offered here. Everything else is kept." in asked["text"]
    await world.maya.taps("In person")
    await world.maya.taps(BOOK)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "📍 Jl. Melati 1, Room 2" in confirmed["text"]
    assert "My camera is old" in confirmed["text"]


async def test_a_provider_who_calls_asks_for_the_number_once(world: World) -> None:
    await reviews(world.maya, "Advice")
    await world.maya.taps("My number first")
    await world.maya.sends("my number")
    await world.maya.sees("I see no phone number in this.")
    await world.maya.sends("+62 812 0000 0001")
    await world.maya.sees("Ayu calls you on +62 812 0000 0001")
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")
    told = await world.ayu.sees("You call Maya on +62 812 0000 0001")
    assert "📞 Phone call" in told["text"]

    await books(world.maya, "Advice")
    await books(world.maya)

    cut = await world.ayu.sees("Haircut with Ayu")
    assert "+62 812" not in cut["text"], "nobody calls, so the number is not told"


async def test_who_was_booked_without_a_number_gives_it_on_the_card(world: World) -> None:
    await books(world.maya)
    await world.ayu.sends("/provider")
    for words in ("Book for someone", "Maya", "Advice", "⚡", BOOK):
        await world.ayu.taps(words)
    card = await world.ayu.sees("You call Maya")
    await world.maya.taps("Details", message=await world.maya.sees("Ayu calls you"))

    await world.maya.taps("Give my number")
    await world.maya.sends_location(1, 1)
    await world.maya.sees("I can only keep a written number")
    await world.maya.sends("my number")
    await world.maya.sees("I see no phone number in this.")
    await world.maya.sends("+62 812 0000 0001")

    kept = await world.maya.sees("Ayu calls you on +62 812 0000 0001")
    assert not any("my number" in label for label in world.maya.buttons(kept))
    followed = await world.ayu.sees("You call Maya on +62 812 0000 0001")
    assert followed["message_id"] == card["message_id"], "the provider's card follows"


async def test_a_provider_books_in_another_format(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Book for someone")
    await world.ayu.sends("Ibu Sari")
    for words in ("Talk", "⚡"):
        await world.ayu.taps(words)
    await world.ayu.sees("For Ibu Sari")

    await chooses_video(world.ayu)
    await world.ayu.taps(BOOK)

    await world.ayu.sees("🔗 https://meet.example/BK-")


async def test_a_provider_who_calls_is_not_asked_for_a_number(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Book for someone")
    await world.ayu.sends("Ibu Sari, +62 812 0000 0002")
    for words in ("Advice", "⚡"):
        await world.ayu.taps(words)
    await world.ayu.sees("You call Ibu Sari on +62 812 0000 0002")

    await world.ayu.taps(BOOK)

    await world.ayu.sees("Confirmed")


async def test_a_series_is_in_the_format_of_its_first(world: World) -> None:
    await books_by_video(world)
    for words in ("Repeat…", "Every week", re.compile("^3$"), "Book 2 more"):
        await world.maya.taps(words)
    await world.maya.sees("2 more are booked")

    async with world.store.transaction() as tx:
        maya = await tx.people.by_telegram(MAYA)
        assert maya is not None
        made = await tx.bookings.upcoming(maya.id, world.clock.now(), 9, 0)

    assert [each.format for each in made] == [Format.VIDEO] * 3
    assert [each.place for each in made] == [
        f"https://meet.example/{each.reference}" for each in made
    ]


async def test_formats_are_switched_by_taps_and_one_stays(world: World) -> None:
    await switches_off(world, "💬 Chat")
    await world.ayu.sees("3. 💬 Chat")
    await world.ayu.taps("Make it first")
    page = await world.ayu.sees("1. 🎥 Video call")
    assert "2. In person: Room 2" in page["text"]

    await world.ayu.taps("✅ In person")
    await world.ayu.taps("✅ 💬 Chat")
    refused = await world.ayu.taps("✅ 🎥 Video call")

    assert refused is not None
    assert refused.show_alert
    assert "One way to meet has to stay." in (refused.text or "")


async def test_a_link_takes_nothing_but_the_reference(world: World) -> None:
    await switches_off(world, "🔗 Link")
    await world.ayu.sends("https://meet.example/{customer}")

    await world.ayu.sees("I cannot fill in “{customer}”. Only {reference} becomes the reference")


async def test_forged_choices_change_nothing(world: World) -> None:
    await reviews(world.maya, "Talk")
    shown = await world.maya.sees("Please check")
    flow = next(
        taps.ChooseHow.unpack(key["callback_data"]).flow
        for row in shown["reply_markup"]["inline_keyboard"]
        for key in row
        if "How:" in key["text"]
    )
    for way in (Format.CHAT, Format.PHONE):
        await world.maya.taps_data(taps.PickHow(flow, way).pack())
    await switches_off(world, "🔗 Link")
    answer = await world.ayu.taps_data(taps.WritePlace(1, 1, Format.CHAT).pack())

    assert answer is not None
    assert answer.show_alert
    await world.maya.taps(BOOK)
    assert "In person" in (await world.maya.sees("Your booking is confirmed"))["text"]


async def test_reminders_and_calendars_tell_the_chosen_place(world: World) -> None:
    reference = await books_by_video(world)
    await world.maya.sends("/calendar")
    shown = await world.maya.sees("Your calendar")
    address = re.search(r"http\S+\.ics", shown["text"])
    assert address is not None

    async with aiohttp.ClientSession() as session, session.get(address[0]) as response:
        feed = await response.text()
    world.clock.advance(HOUR / 4)

    assert f"LOCATION:https://meet.example/{reference}" in feed.replace("\r\n ", "")
    assert "Melati" not in feed
    reminder = await world.maya.sees("Reminder")
    assert f"https://meet.example/{reference}" in reminder["text"]
