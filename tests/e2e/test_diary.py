"""A provider looks at the own days: a picture, a month, an agenda, and the way into each."""

import re
from datetime import date

import pytest

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json
from bot.views import taps
from bot.views.buttons import Button, unpack
from bot.views.sketches import Look
from bot.views.taps import Whence
from tests.e2e.conftest import World
from tests.e2e.steps import books

DRAWN = 30  # seconds; the process that draws has to be started first


async def opens(world: World, *labels: str) -> ScriptedPerson:
    await books(world.maya)
    await world.ayu.sees("New booking")
    await world.ayu.sends("/provider")
    await world.ayu.sees("One booking today")
    for label in labels:
        await world.ayu.taps(label)
    return world.ayu


async def photo(person: ScriptedPerson, words: str, after: Json | None = None) -> Json:
    message = await person.sees(words, timeout=DRAWN, after=after)
    assert "photo" in message, person.screen()
    return message


async def test_the_week_is_a_photo_in_place_of_the_workspace(world: World) -> None:
    ayu = await opens(world)
    workspace = await ayu.sees("One booking today")

    await ayu.taps("Week")

    week = await photo(ayu, "Mon 30 Nov – Sun 6 Dec")
    assert week["message_id"] == workspace["message_id"]
    assert "One booking." in week["caption"]
    size = week["photo"][-1]
    assert (size["width"], size["height"]) == (1080, 1350)


async def test_the_button_remembers_dark_and_the_week(world: World) -> None:
    ayu = await opens(world, "Week")
    await photo(ayu, "Mon 30 Nov")
    await ayu.taps("Dark")
    await ayu.finds("Light", DRAWN)

    await ayu.taps("›")

    await photo(ayu, "Mon 7 Dec – Sun 13 Dec")
    await ayu.finds("Light")
    await ayu.taps("This week")
    await photo(ayu, "Mon 30 Nov")
    await ayu.finds("Light")


async def test_a_picture_seen_before_is_not_uploaded_again(world: World) -> None:
    ayu = await opens(world, "Week")
    first = await photo(ayu, "Mon 30 Nov")
    await ayu.taps("Dark")

    await ayu.taps("Light", timeout=DRAWN)

    again = await ayu.finds("Dark")
    assert again["photo"] == first["photo"]
    assert len(world.sandbox.world.files.to_json()) == 2


async def test_from_the_picture_to_words_there_is_one_message_still(world: World) -> None:
    ayu = await opens(world, "Week")
    week = await photo(ayu, "Mon 30 Nov")

    await ayu.taps("As text")

    words = await ayu.sees("15:30 Haircut · Maya")
    await ayu.taps("As a picture")
    drawn = await photo(ayu, "Mon 30 Nov", after=week)
    assert drawn["message_id"] == words["message_id"]
    assert week["message_id"] not in {each["message_id"] for each in ayu.messages}


async def test_a_day_of_the_week_leads_to_the_card_and_back(world: World) -> None:
    ayu = await opens(world, "Week")
    await photo(ayu, "Mon 30 Nov")

    await ayu.taps(re.compile("^Tu 1 · 1"))

    await ayu.sees("Today, Tuesday 1 December 2026")
    await ayu.taps("Maya")
    card = await ayu.sees("First booking with you")
    await ayu.taps("‹ Tue 1 Dec")
    day = await ayu.sees("Today, Tuesday 1 December 2026", after=card)
    await ayu.taps("‹ Back")
    await ayu.sees("December 2026", message=day)
    await ayu.sees("First booking with you", message=card)


async def test_back_from_a_day_leads_to_the_dark_picture(world: World) -> None:
    ayu = await opens(world, "Week")
    await ayu.taps("Dark", timeout=DRAWN)
    await ayu.finds("Light", DRAWN)
    await ayu.taps(re.compile("^We 2"))
    await ayu.sees("Wednesday 2 December 2026")

    await ayu.taps("‹ Back")

    await photo(ayu, "Mon 30 Nov")
    await ayu.finds("Light")


async def test_the_month_counts_and_leads_to_each_day(world: World) -> None:
    ayu = await opens(world, "Month")
    month = await ayu.sees("December 2026")
    assert "One booking." in month["text"]

    await ayu.taps("•1·1")

    await ayu.sees("15:30 Haircut · Maya")
    await ayu.taps("Wed 2 Dec")
    await ayu.sees("Nothing is booked.")
    await ayu.taps("Back")
    await ayu.sees("December 2026")
    await ayu.taps("›")
    await ayu.sees("January 2027", message=month)


async def test_the_agenda_leads_to_each_booking(world: World) -> None:
    ayu = await opens(world, "Agenda")

    await ayu.sees("The next 30 days: Tue 1 Dec – Wed 30 Dec")

    await ayu.taps("Maya")
    await ayu.sees("First booking with you")


async def test_words_below_a_picture_lead_on(world: World) -> None:
    ayu = await opens(world, "Week")
    week = await photo(ayu, "Mon 30 Nov")

    said = await ayu.sends("hello")

    await ayu.sees("I did not understand that", after=said)
    assert ayu.buttons(next(m for m in ayu.messages if m["message_id"] == week["message_id"])) == []


@pytest.mark.parametrize(
    "forged",
    [
        taps.WeekPicture(1, date.max, Look.DARK),
        taps.WeekInWords(1, date.min),
        taps.MonthOf(1, date.max),
        taps.AgendaOf(1, 2**40),
        taps.DayOf(1, date.min, 2**40, Whence.DARK),
    ],
)
async def test_strangers_see_nothing_and_forged_dates_do_no_harm(
    world: World, forged: Button
) -> None:
    await world.maya.sends("/start")
    await world.maya.sees("Hello")
    ayu = await opens(world)
    provider_id = next(
        button.provider_id
        for row in (await ayu.sees("One booking today"))["reply_markup"]["inline_keyboard"]
        for button in map(unpack, (key["callback_data"] for key in row))
        if isinstance(button, taps.MonthOf)
    )
    assert provider_id == 1

    answer = await world.maya.taps_data(forged.pack())
    await ayu.taps_data(forged.pack())

    assert answer.text == "I cannot find that any more."
    await ayu.sees(re.compile(r"^(One booking|Nothing is booked)\.$", re.MULTILINE), timeout=DRAWN)
