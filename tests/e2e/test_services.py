"""A provider's services, made and changed in the chat."""

import re

from bot.views import taps
from bot.views.taps import Way
from domain.services import Format
from domain.terms import Approval, Term, Wording
from tests import build
from tests.e2e.conftest import AYU, World
from tests.e2e.steps import BOOK, books, follows

TITLES = re.compile(r"^(?:⏸ )?(?:Haircut|Colouring|Beard)", re.MULTILINE)


async def opens(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Services")
    await world.ayu.sees("🏷 Services · Ayu")


async def makes(world: World, title: str = "Beard trim") -> None:
    """A service of Ayu's own: a written title and three taps."""
    await opens(world)
    await world.ayu.taps("New service")
    await world.ayu.sends(title)
    await world.ayu.taps("45m")
    await world.ayu.taps(re.compile("^IDR.100,000$"))
    await world.ayu.sees("45 minutes · IDR\u00a0100,000")


async def ids_of(world: World, title: str) -> tuple[int, int]:
    """Ayu, and a service by its English title."""
    async with world.store.transaction() as tx:
        ayu = await tx.people.by_telegram(AYU)
        assert ayu is not None
        (provider,) = await tx.providers.of_person(ayu.id)
        for each in await tx.services.of(provider.id):
            if each.entry.title.into("en") == title:
                return provider.id, each.id
    raise AssertionError(title)


async def customers_see(world: World) -> str:
    await world.maya.sends("/start")
    await world.maya.taps("Book an appointment")
    await world.maya.taps("Ayu")
    return str((await world.maya.sees("Ayu · Salon"))["text"])


async def test_a_title_and_two_taps_make_a_service_that_can_be_booked(world: World) -> None:
    await makes(world)

    await books(world.maya, "Beard trim")

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert "Beard trim with Ayu" in confirmed["text"]


async def test_a_provider_without_services_is_asked_for_the_first(world: World) -> None:
    cem = build.provider_entry("cem", name="Cem", services=(), telegram_id=world.sam.id)
    alone = build.organization_entry("studio", services=(), providers=(cem,))
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([alone], world.clock.now())
    await world.sam.sends("/provider")
    await world.sam.sees("add your first service")

    await world.sam.taps("Add your first service")
    await world.sam.sends("Guitar lesson")
    await world.sam.taps("1h")
    await world.sam.taps("Free of charge")

    await world.sam.sees("1 hour · Free of charge")
    await world.sam.sends("/provider")
    await world.sam.taps("Services")
    await world.sam.sees("Guitar lesson – 1 hour, Free of charge")


async def test_a_price_can_be_written(world: World) -> None:
    await opens(world)
    await world.ayu.taps("New service")
    await world.ayu.sends("  Beard \n trim ")
    await world.ayu.taps("Other lengths")
    await world.ayu.taps("5m")

    await world.ayu.sends("a chicken")
    await world.ayu.sees("“a chicken” is no price")
    await world.ayu.sends("Rp 123.456")

    await world.ayu.sees("Beard trim · Ayu")
    await world.ayu.sees("5 minutes · IDR\u00a0123,456")


async def test_words_where_a_length_is_to_be_tapped_are_steered_back(world: World) -> None:
    await opens(world)
    await world.ayu.taps("New service")
    await world.ayu.sends_location(1, 1)
    await world.ayu.sees("Please write the title as a message.")
    await world.ayu.sends("Beard trim")

    await world.ayu.sends("about an hour")

    page = await world.ayu.sees("Please choose with the buttons.")
    assert "How long does it take?" in page["text"]


async def test_a_title_that_is_too_long_is_asked_for_again(world: World) -> None:
    await opens(world)
    await world.ayu.taps("New service")

    await world.ayu.sends("x" * 65)

    page = await world.ayu.sees("That is 65 characters long; up to 64 fit.")
    assert "what is it called?" in page["text"]


async def test_every_number_is_changed_by_taps(world: World) -> None:
    await makes(world)

    await world.ayu.taps("Length")
    await world.ayu.taps("1h 30m")
    await world.ayu.sees("1 hour 30 minutes · IDR")
    await world.ayu.taps("Booking rules")
    for rule, value, line in (
        ("A start every", "30m", "A start every 30 minutes"),
        ("Free before", "10m", "Free before: 10 minutes"),
        ("Free after", "15m", "Free after: 15 minutes"),
        ("Notice", "2h", "Notice: 2 hours"),
        ("Ahead", "30 days", "Ahead: 30 days"),
        ("Most a day", "4", "Most a day: 4"),
        ("Seats", "8", "Seats: 8"),
    ):
        await world.ayu.taps(rule)
        await world.ayu.taps(re.compile(f"^{value}$"))
        await world.ayu.sees("Tap what you want to change.")
        assert any(line in label for label in world.ayu.buttons()), line
    await world.ayu.taps("Back")
    page = await world.ayu.sees("Most a day: 4")
    assert "Seats: 8" in page["text"]


async def test_price_format_place_and_approval_are_changed(world: World) -> None:
    await makes(world)

    await world.ayu.taps("Price")
    await world.ayu.sends("250000")
    await world.ayu.sees("IDR\u00a0250,000")
    await world.ayu.taps("How you meet")
    await world.ayu.taps("Video call")
    await world.ayu.taps("✅ In person")
    await world.ayu.taps("🔗 Link")
    await world.ayu.sends("https://meet.example/<ayu>")
    await world.ayu.sees("Video call: https://meet.example/<ayu>")
    await world.ayu.taps("Back")
    await world.ayu.taps("Confirmation")
    await world.ayu.taps("By hand")

    page = await world.ayu.sees("You confirm each request")
    assert "Video call" in page["text"]
    await world.ayu.taps("How you meet")
    await world.ayu.taps("🔗 Link")
    await world.ayu.taps("Remove it")
    page = await world.ayu.sees("1. 🎥 Video call")
    assert "meet.example" not in page["text"]


async def test_titles_and_descriptions_are_written_by_language(world: World) -> None:
    async with world.store.transaction() as tx:
        own = build.organization_entry(
            languages=("en", "ar"),
            providers=(build.provider_entry(telegram_id=AYU, services=("haircut",)),),
        )
        budi = build.provider_entry("budi", name="Budi", services=("colour",))
        colour = build.service_entry("colour")
        entry = build.organization_entry(
            languages=("en", "ar"),
            services=(*own.services, colour),
            providers=(*own.providers, budi),
        )
        await tx.catalogue.apply([entry], world.clock.now())
    await opens(world)
    await world.ayu.taps("Haircut")

    await world.ayu.taps("Title")
    await world.ayu.taps("Arabic")
    await world.ayu.sends("قص شعر")
    await world.ayu.sees("Haircut · Ayu")
    await world.ayu.taps("Description")
    await world.ayu.taps("English")
    await world.ayu.sends("With a wash.\nAnd tea.")

    await world.ayu.sees("With a wash.\nAnd tea.")
    await world.layla.sends("/start")
    await follows(world.layla, "حجز موعد", "Ayu", "قص شعر")


async def test_a_paused_service_vanishes_and_what_is_booked_stays(world: World) -> None:
    await makes(world)
    await books(world.maya, "Beard trim")
    await world.maya.sees("Your booking is confirmed")

    await world.ayu.sends("/provider")
    await follows(world.ayu, "Services", "Beard trim", "Pause")

    await world.ayu.sees("nobody can book it")
    assert "Beard trim" not in await customers_see(world)
    await world.maya.sends("/mybookings")
    await world.maya.sees("Beard trim")
    await world.ayu.taps("Resume")
    await world.ayu.sees("Beard trim · Ayu")
    assert "Beard trim" in await customers_see(world)


async def test_what_was_booked_is_paused_and_not_deleted(world: World) -> None:
    await makes(world)
    await books(world.maya, "Beard trim")
    await world.maya.sees("Your booking is confirmed")
    ids = await ids_of(world, "Beard trim")
    await world.ayu.sends("/provider")
    await world.ayu.taps("Services")
    await world.ayu.taps("Beard trim")

    await world.ayu.taps("Delete")

    page = await world.ayu.sees("cannot be deleted")
    assert world.ayu.buttons(page)[0] == "⏸ Pause"
    answer = await world.ayu.taps_data(taps.DeleteService(*ids).pack())
    assert "cannot be deleted" in (answer.text or "")
    assert "Beard trim" in await customers_see(world)


async def test_what_nobody_booked_is_deleted(world: World) -> None:
    await makes(world)

    await world.ayu.taps("Delete")
    await world.ayu.sees("Delete this service?")
    await world.ayu.taps("Yes, delete it")

    page = await world.ayu.sees("🏷 Services · Ayu")
    assert "Beard trim" not in page["text"]
    assert "Beard trim" not in await customers_see(world)


async def test_customers_see_the_order_that_the_provider_made(world: World) -> None:
    await makes(world)

    await world.ayu.taps("Up")
    await world.ayu.taps("Up")
    answer = await world.ayu.taps("Up")

    assert answer is not None
    assert answer.text == "It is number 1 in your list now."
    assert TITLES.findall(await customers_see(world)) == ["Beard", "Haircut", "Colouring"]


async def test_a_copy_is_paused_until_it_is_as_wanted(world: World) -> None:
    await makes(world)

    await world.ayu.taps("Duplicate")

    await world.ayu.sees("Beard trim (2) · Ayu")
    assert "Beard trim (2)" not in await customers_see(world)
    await world.ayu.taps("Resume")
    await world.ayu.sees("Booked at once")
    assert "Beard trim (2)" in await customers_see(world)


async def test_what_others_offer_too_is_made_one_s_own_before_it_changes(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await opens(world)
    await world.ayu.taps("Haircut")
    page = await world.ayu.sees("Budi offer this too")
    assert not any("Price" in label for label in world.ayu.buttons(page))

    await follows(world.ayu, "Make it my own", "Price", "Free of charge")

    await world.ayu.sees("30 minutes · Free of charge")
    seen = await customers_see(world)
    assert TITLES.findall(seen) == ["Haircut", "Colouring"]
    assert "Haircut – 30 minutes, Free of charge" in seen
    await world.maya.taps("Back")
    await world.maya.taps("Budi")
    page = await world.maya.sees("Budi · Salon")
    assert "Haircut – 30 minutes, IDR\u00a0150,000" in page["text"]
    await world.maya.sends("/mybookings")
    await world.maya.sees("Haircut")


async def test_nobody_changes_the_services_of_others(world: World) -> None:
    await world.maya.sends("/start")
    provider_id, haircut = await ids_of(world, "Haircut")
    await makes(world)
    _, beard = await ids_of(world, "Beard trim")
    price = "IDR\u00a0100,000"

    for ids in ((provider_id, haircut), (provider_id, beard), (10**12, beard)):
        for button in (
            taps.ShowService(*ids),
            taps.SetTerm(*ids, Term.LENGTH, 60),
            taps.SetPrice(*ids, 1),
            taps.ToggleFormat(*ids, Format.CHAT),
            taps.LeadWithFormat(*ids, Format.IN_PERSON),
            taps.WritePlace(*ids, Format.IN_PERSON),
            taps.DropPlace(*ids, Format.IN_PERSON),
            taps.SetApproval(*ids, Approval.BY_HAND),
            taps.WriteWording(*ids, Wording.TITLE, 0),
            taps.PauseService(*ids),
            taps.MoveService(*ids, Way.UP),
            taps.DuplicateService(*ids),
            taps.MakeOwnService(*ids),
            taps.DeleteService(*ids),
            taps.ShareService(*ids),
            taps.ShareServiceCode(*ids),
        ):
            answer = await world.maya.taps_data(button.pack())
            assert "cannot find" in (answer.text or ""), button

    seen = await customers_see(world)
    assert TITLES.findall(seen) == ["Haircut", "Colouring", "Beard"]
    assert price in seen


async def test_forged_numbers_change_nothing(world: World) -> None:
    await makes(world)
    ids = await ids_of(world, "Beard trim")

    for button in (
        taps.SetTerm(*ids, Term.LENGTH, 0),
        taps.SetTerm(*ids, Term.NOTICE, 2**62),
        taps.SetPrice(*ids, 2**62),
        taps.WriteWording(*ids, Wording.TITLE, 7),
        taps.DropWording(*ids, Wording.TITLE, 0),
        taps.ChooseTerm(*ids, Term.LENGTH, 2**62),
        taps.Services(ids[0], 2**62),
        taps.SetTerm(*await ids_of(world, "Haircut"), Term.LENGTH, 60),
    ):
        await world.ayu.taps_data(button.pack())

    assert "Beard trim – 45 minutes, IDR\u00a0100,000" in await customers_see(world)


async def test_two_hundred_services_are_shown_page_by_page(world: World) -> None:
    many = tuple(build.service_entry(f"s-{n}") for n in range(200))
    entry = build.organization_entry(
        services=many,
        providers=(build.provider_entry(telegram_id=AYU, services=tuple(e.slug for e in many)),),
    )
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([entry], world.clock.now())

    await opens(world)
    await world.ayu.sees("🏷 Services · Ayu")
    await follows(world.ayu, "›", "Page 2 of 26", "New service")
    await world.ayu.sends("One too many")
    await world.ayu.taps("10m")
    await world.ayu.taps("Free of charge")
    await world.ayu.sees("What does it cost?")
    await customers_see(world)
    await world.maya.taps("›")
    await world.maya.taps("Haircut")

    await world.maya.sees("Choose a day")
    await world.maya.taps("⚡")
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")


async def test_a_service_is_offered_in_the_evening_alone(world: World) -> None:
    await makes(world)
    await world.ayu.sends("/provider")
    await world.ayu.taps("Hours")
    await world.ayu.sends("daily 9-21")
    await world.ayu.taps("Save")
    await opens(world)
    for words in ("Beard trim", "Booking rules", "Hours of its own", "Evenings, from 17:00"):
        await world.ayu.taps(words)
    await world.ayu.sees("🕘 Mon–Sun: 17:00–24:00")

    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Beard trim"):
        await world.maya.taps(words)

    await world.maya.taps("⚡ Tue 1 Dec, 17:00")
    await world.maya.sees("Please check")


async def test_hours_of_a_service_are_written_and_forgotten_again(world: World) -> None:
    await makes(world)
    await books(world.maya, "Beard trim")
    await world.maya.sees("Your booking is confirmed")
    await opens(world)
    for words in ("Beard trim", "Booking rules", "Hours of its own"):
        await world.ayu.taps(words)

    await world.ayu.sends("Mon, Wed 9-11")

    page = await world.ayu.sees("One booking lies outside now and stays.")
    assert "🕘 Mon: 09:00–11:00" in page["text"]
    assert "🕘 Wed: 09:00–11:00" in page["text"]
    for words in ("Booking rules", "Hours of its own", "Whenever I am open"):
        await world.ayu.taps(words)
    shown = await world.ayu.sees("45 minutes")
    assert "🕘" not in shown["text"]
