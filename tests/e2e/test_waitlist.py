"""Waiting for a time: joining where nothing suits, being offered what opens, answering."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.sandbox import ScriptedPerson
from bot.views import taps
from domain.hours import WeeklyWindow, Window
from domain.services import Format, Titles
from tests import build
from tests.e2e.conftest import AYU, World
from tests.e2e.steps import BOOK, labels

HOUR = timedelta(hours=1)
OPENED = "A time has opened for you"
CONFIRMED = "Your booking is confirmed"


@pytest.fixture
async def lessons(world: World) -> World:
    """Ayu also teaches, once a day at nine; tomorrow's lesson is Maya's."""
    await open_tutor(world)
    await begin(world.maya)
    await world.maya.taps("⚡ Wed 2 Dec, 09:00")
    await world.maya.taps(BOOK)
    await world.maya.sees(CONFIRMED)
    return world


async def open_tutor(
    world: World,
    capacity: int = 1,
    *,
    approval: bool = False,
    format: Format = Format.IN_PERSON,  # noqa: A002  # as it is called in the catalogue
) -> None:
    rules = replace(build.RULES, duration=HOUR, interval=HOUR, capacity=capacity)
    lesson = build.service_entry(
        "lesson", title=Titles({"en": "Lesson"}), rules=rules, approval=approval, format=format
    )
    week = ((Window(540, 600),),) * 7
    tutor = build.provider_entry(
        "tutor", name="Tutor", telegram_id=AYU, services=("lesson",), weekly=week
    )
    entry = build.organization_entry("school", services=(lesson,), providers=(tutor,))
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([entry], world.clock.now())


async def begin(person: ScriptedPerson) -> None:
    """To the days of the lesson."""
    await person.sends("/book")
    for words in ("Tutor", "Lesson"):
        await person.taps(words)


async def waits(person: ScriptedPerson) -> None:
    """For tomorrow, which is full."""
    await begin(person)
    await person.taps("2 ✕")
    await person.sees("No time is free any more on Wed 2 Dec")
    await person.taps("Waitlist for Wed 2 Dec")
    await person.sees("You are on the waitlist")


async def cancels(person: ScriptedPerson) -> None:
    await person.sends("/mybookings")
    await person.taps("Lesson")
    await person.taps("Cancel booking")
    await person.taps("My plans changed")
    await person.sees("Cancelled")


async def test_what_is_cancelled_is_offered_and_taken(lessons: World) -> None:
    sam = lessons.sam
    await waits(sam)

    await cancels(lessons.maya)

    offer = await sam.sees(OPENED)
    assert "Lesson with Tutor" in offer["text"]
    assert "Wednesday 2 December 2026, 09:00" in offer["text"]
    assert "until 15:15 (Jakarta time)" in offer["text"]
    await sam.taps("Take it")
    await sam.sees("Your booking is confirmed")
    await sam.sees(CONFIRMED)
    await lessons.ayu.sees(re.compile("New booking.*Sam", re.DOTALL))


async def test_what_is_offered_is_full_for_everybody_else(lessons: World) -> None:
    await waits(lessons.sam)
    await cancels(lessons.maya)
    await lessons.sam.sees(OPENED)

    await begin(lessons.maya)

    assert "2 ✕" in labels(await lessons.maya.sees("Choose a day"))


async def test_who_says_no_passes_it_on_and_keeps_waiting(lessons: World) -> None:
    sam, ayu = lessons.sam, lessons.ayu
    await waits(sam)
    await waits(ayu)
    await cancels(lessons.maya)
    await sam.sees(OPENED)

    await sam.taps("No, thanks")

    await sam.sees("goes to the next in line")
    await ayu.sees(OPENED)
    await sam.taps("My waitlist")
    await sam.sees("Lesson with Tutor")


async def test_an_offer_whose_format_is_gone_is_taken_in_another_one(lessons: World) -> None:
    sam = lessons.sam
    await waits(sam)
    await cancels(lessons.maya)
    await sam.sees(OPENED)
    await open_tutor(lessons, format=Format.VIDEO)

    await sam.taps("Take it")
    await sam.sees("“In person” is no longer offered here")
    for words in ("Video call", BOOK):
        await sam.taps(words)

    confirmed = await sam.sees(CONFIRMED)
    assert "Video call" in confirmed["text"]


async def test_who_does_not_answer_is_passed_over(lessons: World) -> None:
    sam, ayu = lessons.sam, lessons.ayu
    await waits(sam)
    await waits(ayu)
    await cancels(lessons.maya)
    await sam.sees(OPENED)

    lessons.clock.advance(timedelta(minutes=15))

    await ayu.sees(OPENED)
    await sam.taps("Take it")
    await sam.sees("no longer kept for you")
    await ayu.taps("Take it")
    await ayu.sees(CONFIRMED)


async def test_a_second_tap_on_an_offer_finds_it_taken(lessons: World) -> None:
    sam = lessons.sam
    await waits(sam)
    await cancels(lessons.maya)
    offer = await sam.sees(OPENED)
    data = offer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await sam.taps("Take it")
    await sam.sees(CONFIRMED)

    answer = await sam.taps_data(data)

    assert answer.text == "This one is booked already."


async def test_who_leaves_the_list_is_offered_nothing(lessons: World) -> None:
    sam = lessons.sam
    await waits(sam)
    await sam.taps("My waitlist")
    await sam.taps("Lesson")

    await sam.taps("Leave the list")

    await sam.sees("You are not waiting for anything")
    await waits(lessons.ayu)
    await cancels(lessons.maya)
    await lessons.ayu.sees(OPENED)
    assert OPENED not in sam.screen()


async def test_an_offer_leaves_the_list_too(lessons: World) -> None:
    await waits(lessons.sam)
    await waits(lessons.ayu)
    await cancels(lessons.maya)
    await lessons.sam.sees(OPENED)

    await lessons.sam.taps("Leave the list")

    await lessons.sam.sees("You no longer wait for this")
    await lessons.ayu.sees(OPENED)


async def test_the_list_is_found_among_the_bookings_with_what_is_kept(lessons: World) -> None:
    sam = lessons.sam
    await waits(sam)
    await cancels(lessons.maya)
    await sam.sees(OPENED)

    await sam.sends("/mybookings")
    await sam.taps("My waitlist (1)")
    page = await sam.sees("Your waitlist")
    assert "Wed 2 Dec, 09:00 is kept for you until 15:15" in page["text"]
    for words in ("Lesson", "See what is kept for me", "Take it"):
        await sam.taps(words)

    await sam.sees(CONFIRMED)


async def test_which_days_and_times_are_waited_for_is_chosen(lessons: World) -> None:
    sam = lessons.sam
    await begin(sam)
    await sam.taps("Join the waitlist")
    asked = await sam.sees("For which times?")
    assert "🔔 Until Mon 7 Dec" in labels(asked)
    await sam.taps("Mornings")

    await sam.taps("Until Mon 7 Dec")

    joined = await sam.sees("You are on the waitlist")
    assert "Tue 1 Dec – Mon 7 Dec · Mornings" in joined["text"]
    assert "⚡ Thu 3 Dec, 09:00" in labels(joined)
    await sam.taps("Back")
    await sam.sees("Choose a day")


async def test_hours_that_open_are_offered(lessons: World) -> None:
    await waits(lessons.sam)

    async with lessons.store.transaction() as tx:
        ayu = await tx.people.by_telegram(AYU)
        assert ayu is not None
        providers = await tx.providers.of_person(ayu.id)
        tutor = next(each for each in providers if each.name == "Tutor")
        week = tuple(WeeklyWindow(day, Window(540, 660)) for day in range(7))
        await tx.hours.set_weekly(tutor.id, week)

    offer = await lessons.sam.sees(OPENED)
    assert "10:00" in offer["text"]


async def test_where_approval_is_needed_taking_it_is_asking(world: World) -> None:
    await open_tutor(world, approval=True)
    await begin(world.maya)
    await world.maya.taps("⚡ Wed 2 Dec, 09:00")
    await world.maya.taps(BOOK)
    await waits(world.sam)
    await world.ayu.taps("Decline")
    await world.ayu.taps("No reason")

    await world.sam.sees(OPENED)
    await world.sam.taps("Take it")

    await world.sam.sees("Your request is with Tutor")


async def test_a_full_group_session_leads_to_the_waitlist(world: World) -> None:
    await open_tutor(world, capacity=2)
    everybody = (world.maya, world.ayu, world.sam)
    for person in everybody:
        await begin(person)
    for person in everybody[:2]:
        await person.taps("⚡ Wed 2 Dec, 09:00")
        await person.taps(BOOK)
        await person.sees(CONFIRMED)

    await world.sam.taps("⚡ Wed 2 Dec, 09:00")

    await world.sam.sees("Somebody was a moment faster")
    await world.sam.taps("Waitlist for Wed 2 Dec")
    joined = await world.sam.sees("You are on the waitlist")
    assert "Wed 2 Dec · Mornings" in joined["text"]
    await cancels(world.maya)
    await world.sam.sees(OPENED)


async def test_a_link_leads_to_an_offer(lessons: World) -> None:
    await waits(lessons.sam)
    await cancels(lessons.maya)
    offer = await lessons.sam.sees(OPENED)
    data = offer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]

    await lessons.sam.sends(f"/start w_{data.rpartition(':')[2]}")

    await lessons.sam.sees(OPENED)


async def test_a_stranger_s_offer_is_not_found(lessons: World) -> None:
    await waits(lessons.sam)
    await cancels(lessons.maya)
    offer = await lessons.sam.sees(OPENED)
    await lessons.layla.sends("/start")
    await lessons.layla.sees("أهلًا")

    for kind in (taps.TakeOffer, taps.PassOffer, taps.LeaveOffer, taps.ShowOffer):
        data = offer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        booking_id = taps.TakeOffer.unpack(data).booking_id
        answer = await lessons.layla.taps_data(kind(booking_id).pack())
        assert answer.text == "لم أعد أجد ذلك."

    await lessons.sam.taps("Take it")
    await lessons.sam.sees(CONFIRMED)


async def test_a_provider_who_books_for_somebody_does_not_wait(lessons: World) -> None:
    await lessons.ayu.sends("/provider")
    await lessons.ayu.taps("Tutor")
    await lessons.ayu.taps("Book for someone")
    await lessons.ayu.sends("Sari")
    await lessons.ayu.taps("Lesson")

    month = await lessons.ayu.sees("Choose a day")

    assert [label for label in labels(month) if "🔔" in label] == []


async def test_an_offer_is_taken_with_one_tap_only_if_nothing_was_hidden(lessons: World) -> None:
    """Between the offer and the tap they book something else at that time."""
    sam = lessons.sam
    await waits(sam)
    await cancels(lessons.maya)
    offer = await sam.sees(OPENED)
    await sam.sends("/book")
    for words in ("Ayu", "Haircut", "2", "09:00"):
        await sam.taps(words)
    await sam.taps(BOOK)
    await sam.sees("Your booking is confirmed")

    await sam.taps("Take it", message=offer)

    await sam.sees("You have another booking at this time")
    await sam.taps("Take it all the same")
    await sam.sees(re.compile("Your booking is confirmed.*Lesson", re.DOTALL))
