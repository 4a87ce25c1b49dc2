"""Policies: told before a booking is made, laid down by taps, and held to."""

import re

import pytest

from bot.sandbox import ScriptedPerson
from bot.views import taps
from domain.policies import Clause, Level
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK, books
from tests.e2e.test_services import ids_of, makes

CHRISTMAS = "25"


async def reviews_on_christmas(person: ScriptedPerson, provider: str = "Ayu") -> str:
    await person.sends("/start")
    for words in ("Book an appointment", provider, "Haircut", CHRISTMAS, "09:00"):
        await person.taps(words)
    return str((await person.sees("Please check"))["text"])


async def books_on_christmas(person: ScriptedPerson, provider: str = "Ayu") -> str:
    """The reference of the booking."""
    await reviews_on_christmas(person, provider)
    await person.taps(BOOK)
    confirmed = await person.sees("Your booking is confirmed")
    found = re.search(r"BK-\d{8}-\w{4}", confirmed["text"])
    assert found is not None
    return found[0]


async def opens_policies(world: World) -> None:
    await world.ayu.sends("/provider")
    for words in ("My rules", "Policies"):
        await world.ayu.taps(words)
    await world.ayu.sees("the rest is as Salon lays it down")


async def test_what_applies_is_told_in_one_sentence_before_booking(world: World) -> None:
    review = await reviews_on_christmas(world.maya)

    assert (
        "Free to cancel until Thu 24 Dec, 09:00 (Jakarta time); "
        "can be moved up to 3 times until 2 hours before." in review
    )


async def test_a_provider_lays_down_their_own_and_leaves_it_again(world: World) -> None:
    await opens_policies(world)
    for words in ("Late to cancel: 1d", "2d"):
        await world.ayu.taps(words)
    await world.ayu.sees("✏️ Cancelling is late from 2 days before the start.")
    assert "Free to cancel until Wed 23 Dec, 09:00" in await reviews_on_christmas(world.maya)
    assert "Free to cancel until Thu 24 Dec" in await reviews_on_christmas(world.maya, "Budi")

    await world.ayu.taps("Late to cancel: 2d")
    await world.ayu.taps("As Salon: 1d")

    await world.ayu.sees("• Cancelling is late from 1 day before the start.")
    assert "Free to cancel until Thu 24 Dec" in await reviews_on_christmas(world.maya)


async def test_a_service_has_rules_of_its_own_and_tells_whence_the_others_are(world: World) -> None:
    await opens_policies(world)
    for words in ("Late to cancel: 1d", "2d"):
        await world.ayu.taps(words)
    await makes(world)
    for words in ("Booking rules", "Policies"):
        await world.ayu.taps(words)
    page = await world.ayu.sees("Policies · Beard trim")
    assert "Cancelling is late from 2 days before the start. (Ayu)" in page["text"]
    assert "Customers can move a booking 3 times. (as usual)" in page["text"]

    for words in ("Late to cancel: 2d", "7d"):
        await world.ayu.taps(words)

    own = "✏️ Cancelling is late from 7 days before the start. (this service)"
    await world.ayu.sees(own)
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu", "Beard trim", CHRISTMAS, "09:00"):
        await world.maya.taps(words)
    await world.maya.sees("Free to cancel until Fri 18 Dec, 09:00")
    await world.ayu.taps("Late to cancel: 7d")
    await world.ayu.taps("As the provider's rule: 2d")
    await world.ayu.sees("• Cancelling is late from 2 days before the start. (Ayu)")


async def test_policies_of_a_service_that_others_offer_are_not_one_s_own(world: World) -> None:
    _, haircut = await ids_of(world, "Haircut")

    for forged in (
        taps.Policies(Level.SERVICE, haircut),
        taps.SetClause(Level.SERVICE, haircut, Clause.HOLD, 10),
        taps.LeaveClause(Level.SERVICE, 999, Clause.HOLD),
    ):
        for person in (world.ayu, world.maya):
            answer = await person.taps_data(forged.pack())
            assert answer.show_alert


async def test_what_is_booked_keeps_what_it_was_booked_with(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    await opens_policies(world)
    for words in ("Late to cancel: 1d", re.compile("^0m$")):
        await world.ayu.taps(words)
    await world.ayu.sees("Cancelling is never late.")

    await world.maya.sends("/mybookings")
    for words in ("Haircut", "Cancel"):
        await world.maya.taps(words)

    await world.maya.sees("It is late to cancel.")


async def test_an_admin_bounds_the_bookings_ahead(world: World) -> None:
    await world.sam.sends("/start")
    for words in ("Policies", "Bookings ahead: 5", "1"):
        await world.sam.taps(words)
    await world.sam.sees("A customer can have one booking ahead.")
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")

    await world.maya.sends("/start")
    for words in ("Book an appointment", "Budi", "Haircut"):
        await world.maya.taps(words)
    refused = await world.maya.taps("⚡")

    assert refused is not None
    assert refused.show_alert
    assert "You can have one booking ahead here, and you have it." in (refused.text or "")
    await world.maya.sees("Haircut")


async def test_providers_book_beyond_that_bound(world: World) -> None:
    await world.sam.sends("/start")
    for words in ("Policies", "Bookings ahead: 5", "1"):
        await world.sam.taps(words)
    await books(world.maya)
    await world.ayu.sees("New booking")

    await world.ayu.sends("/provider")
    for words in ("Book for someone", "Maya", "Haircut", "⚡"):
        await world.ayu.taps(words)
    await world.ayu.taps(BOOK)

    await world.ayu.sees("Confirmed")


async def test_cancelling_late_is_said_before_and_shown_after(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await world.maya.sends("/mybookings")
    for words in ("Haircut", "Cancel"):
        await world.maya.taps(words)
    await world.maya.sees("It was free until Mon 30 Nov, 15:30 (Jakarta time).")

    await world.maya.taps("My plans changed")

    await world.maya.sees("Cancelled late")
    await world.ayu.sees("Cancelled late")


async def test_a_provider_never_cancels_late(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await world.ayu.sends("/provider")
    for words in ("Today", "15:30", "Cancel"):
        await world.ayu.taps(words)

    page = await world.ayu.sees("Cancel this booking?")

    assert "late" not in page["text"]


async def test_a_reference_finds_the_card_for_both_sides(world: World) -> None:
    reference = await books_on_christmas(world.maya)
    await world.ayu.sees("New booking")

    await world.maya.sends(reference.lower().replace("-", " "))
    await world.ayu.sends(reference.replace("-", "").replace("0", "O"))

    card = await world.maya.sees(reference)
    assert "Haircut with Ayu" in card["text"]
    await world.ayu.sees("Maya")
    await world.ayu.taps("Timeline")


async def test_a_reference_is_understood_in_the_midst_of_booking(world: World) -> None:
    reference = await books_on_christmas(world.maya)
    await world.maya.sends("/book")
    await world.maya.sees("Who would you like to see?")

    await world.maya.sends(reference)

    await world.maya.sees("in 3 weeks")


@pytest.mark.parametrize("wrong", ["BK-20261225-AAAA", "bk-20261201-ab3x"])
async def test_others_are_told_the_same_as_for_a_wrong_one(world: World, wrong: str) -> None:
    reference = await books_on_christmas(world.maya)
    await world.sam.sends("/start")

    await world.sam.sends(reference)
    theirs = await world.sam.sees("I cannot find a booking of yours")
    await world.sam.sends(wrong)
    none = await world.sam.sees(wrong.upper())

    assert theirs["text"].replace(reference, wrong.upper()) == none["text"]


async def test_a_timeline_tells_who_did_what(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.ayu.sees("New request")
    await world.ayu.taps("Confirm")
    await world.ayu.taps("Timeline")

    page = await world.ayu.sees("All times are Jakarta time.")

    assert [line.partition(" · ")[2] for line in page["text"].splitlines()[3:]] == [
        "Maya: time kept",
        "Maya: requested",
        "Ayu: confirmed",
    ]
    await world.ayu.taps("Back")
    await world.ayu.sees("Confirmed")


async def test_a_timeline_is_for_the_provider_alone(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")

    answer = await world.maya.taps_data(taps.Timeline(1, 0).pack())

    assert answer is not None
    assert answer.show_alert


async def test_a_booking_over_one_s_own_is_warned_of_and_possible(world: World) -> None:
    await books_on_christmas(world.maya)

    review = await reviews_on_christmas(world.maya, "Budi")
    await world.maya.taps(BOOK)

    assert "You have another booking at this time:" in review
    assert "Fri 25 Dec, 09:00–09:30 (Jakarta time) · Haircut · Ayu" in review
    await world.maya.sees("Your booking is confirmed")


async def test_others_bookings_are_no_clash(world: World) -> None:
    await books_on_christmas(world.maya)

    assert "another booking" not in await reviews_on_christmas(world.sam, "Budi")


async def test_policies_of_others_and_forged_ones_are_refused(world: World) -> None:
    await opens_policies(world)
    beyond = taps.SetClause(Level.PROVIDER, 1, Clause.HOLD, 5000)
    answer = await world.ayu.taps_data(beyond.pack())
    assert answer is not None
    assert answer.show_alert

    for person in (world.maya, world.ayu):
        await person.sends("/start")
        for forged in (
            taps.PoliciesOfHouses(),
            taps.Policies(Level.ORGANIZATION, 1),
            taps.Policies(Level.PROVIDER, 2),
            taps.SetClause(Level.PROVIDER, 2, Clause.HOLD, 10),
            taps.LeaveClause(Level.ORGANIZATION, 1, Clause.HOLD),
            taps.ChooseClause(Level.PROVIDER, 999, Clause.HOLD),
        ):
            refused = await person.taps_data(forged.pack())
            assert refused is not None
            assert refused.show_alert


async def test_an_admin_has_all_requests_confirmed_and_a_provider_none_of_theirs(
    world: World,
) -> None:
    await world.sam.sends("/start")
    for words in ("Policies", "Bookings: ⚡ At once", "✋ By hand"):
        await world.sam.taps(words)
    await world.sam.sees("✏️ Each request is confirmed by hand.")

    assert "Ayu confirms each request" in await reviews_on_christmas(world.maya)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your request")
    await world.ayu.sees("New request")
    await opens_policies(world)
    for words in ("Bookings: ✋ By hand", "⚡ At once"):
        await world.ayu.taps(words)
    await world.ayu.sees("✏️ Bookings are made at once.")
    await world.maya.sends("/start")
    for words in ("Book an appointment", "Ayu"):
        await world.maya.taps(words)
    page = await world.maya.sees("Which service?")
    assert page["text"].count("confirmed by hand") == 1, "the colouring, which says so itself"


async def test_a_service_says_who_lays_down_that_it_is_confirmed(world: World) -> None:
    await opens_policies(world)
    for words in ("Bookings: ⚡ At once", "✋ By hand"):
        await world.ayu.taps(words)
    await world.ayu.sends("/provider")
    for words in ("Services", "Haircut", "Make it my own"):
        await world.ayu.taps(words)
    await world.ayu.sees("✋ You confirm each request (Ayu lays it down.)")

    for words in ("Confirmation", "⚡ At once"):
        await world.ayu.taps(words)
    page = await world.ayu.sees("Booked at once")
    assert "lays it down" not in page["text"]
    await world.ayu.taps("Confirmation")
    await world.ayu.taps("As Ayu: ✋ By hand")

    await world.ayu.sees("✋ You confirm each request (Ayu lays it down.)")
