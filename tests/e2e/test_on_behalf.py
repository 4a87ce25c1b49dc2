"""A provider books for somebody, and sees who is in a group session."""

import re
from dataclasses import replace

from bot.views import taps
from domain.services import Titles
from tests import build
from tests.e2e.conftest import AYU, World
from tests.e2e.steps import BOOK, books


async def begin(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Book for someone")
    await world.ayu.sees("Who is it for?")


async def test_a_walk_in_is_booked_by_name_and_phone(world: World) -> None:
    await begin(world)
    await world.ayu.sends("Ibu Sari <3, +62 812 0000 0001")
    for words in ("Colouring", "⚡"):
        await world.ayu.taps(words)
    review = await world.ayu.sees("Please check")
    assert "For Ibu Sari <3" in review["text"]

    await world.ayu.taps(BOOK)

    card = await world.ayu.sees("Confirmed")
    assert "Ibu Sari <3" in card["text"]
    assert "+62 812 0000 0001" in card["text"]
    await world.ayu.sends("/today")
    await world.ayu.sees("15:30 Colouring · Ibu Sari <3")


async def test_cancelling_says_nothing_of_telling_a_walk_in(world: World) -> None:
    await begin(world)
    await world.ayu.sends("Sari")
    for words in ("Haircut", "⚡", BOOK, "Cancel booking", "I am ill"):
        await world.ayu.taps(words)

    cancelled = await world.ayu.sees("Cancelled.")

    assert "told" not in cancelled["text"]


async def test_a_known_customer_is_told_and_reminded(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await begin(world)

    for words in ("Maya", "Colouring", "⚡", BOOK):
        await world.ayu.taps(words)

    confirmed = await world.maya.sees(re.compile("confirmed.*Colouring", re.DOTALL))
    assert "Colouring with Ayu" in confirmed["text"]
    await world.maya.sends("/mybookings")
    await world.maya.sees("Colouring")


async def test_a_stranger_s_number_books_for_nobody(world: World) -> None:
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    async with world.store.transaction() as tx:
        maya, ayu = [await tx.people.by_telegram(each.id) for each in (world.maya, world.ayu)]
        assert maya is not None
        assert ayu is not None
        (provider,) = await tx.providers.of_person(ayu.id)
    await begin(world)

    forged = taps.BookForKnown(provider.id, maya.id).pack()
    await world.ayu.taps_data(forged)

    page = await world.ayu.sees("Who is it for?")
    assert "Which service" not in page["text"]


async def test_the_notice_binds_customers_and_not_the_provider(world: World) -> None:
    async with world.store.transaction() as tx:
        rules = replace(build.RULES, notice=build.RULES.duration * 100)
        cut = build.service_entry(title=Titles({"en": "Haircut"}), rules=rules)
        entry = build.organization_entry(
            services=(cut,), providers=(build.provider_entry(telegram_id=AYU),)
        )
        await tx.catalogue.apply([entry], world.clock.now())
    await begin(world)
    await world.ayu.sends("Sari")

    await world.ayu.taps("Haircut")

    await world.ayu.sees("Choose a day")
    await world.ayu.taps("⚡ Tue 1 Dec, 15:30")
    await world.ayu.taps(BOOK)
    await world.ayu.sees("Confirmed")


async def test_going_back_asks_again_for_whom(world: World) -> None:
    await begin(world)
    await world.ayu.sends("Sari")
    await world.ayu.sees("Which service?")

    await world.ayu.taps("Back")

    await world.ayu.sees("Who is it for?")
    await world.ayu.taps("Workspace")
    await world.ayu.sees("Ayu · Salon")


async def test_leaving_gives_the_time_back(world: World) -> None:
    await begin(world)
    await world.ayu.sends("Sari")
    for words in ("Haircut", "⚡ Tue 1 Dec, 15:30", "Cancel"):
        await world.ayu.taps(words)

    await books(world.maya)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "15:30" in confirmed["text"]


async def test_the_provider_alone_sees_who_is_in_a_group_session(world: World) -> None:
    async with world.store.transaction() as tx:
        choir = build.service_entry(
            "choir", title=Titles({"en": "Choir"}), rules=replace(build.RULES, capacity=8)
        )
        cantor = build.provider_entry(telegram_id=AYU, services=("choir",))
        entry = build.organization_entry(services=(choir,), providers=(cantor,))
        await tx.catalogue.apply([entry], world.clock.now())
    await books(world.maya, "Choir")
    booked = await world.maya.sees("Your booking is confirmed")
    assert "seats" not in booked["text"]
    await books(world.sam, "Choir")
    await world.sam.sees("Your booking is confirmed")

    await world.ayu.sends("/today")
    await world.ayu.taps("Sam")
    await world.ayu.sees("2 of 8 seats taken")
    await world.ayu.taps("Participants (2)")

    await world.ayu.sees("Participants")
    await world.ayu.taps("Maya")
    await world.ayu.sees("Maya")
