"""The questions of a service: one at a time, by taps where possible; nothing is lost."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.sandbox import ScriptedPerson
from domain.catalogues import OrganizationEntry
from domain.intake import Form, Kind, Question
from domain.services import Titles
from tests.dumping import dump
from tests.e2e import conftest
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK, callback, follows, reviews


def ask(text: str) -> Titles:
    return Titles({"en": text, "ar": f"ع {text}"})


FORM = (
    Question("ill", ask("Are you ill?"), Kind.YES_NO, required=True, sensitive=True),
    Question("born", ask("When were you born?"), Kind.DATE, required=True),
    Question("weight", ask("Your weight?"), Kind.NUMBER, least=Decimal(2), most=Decimal(300)),
    Question("likes", ask("What do you like?"), Kind.CHOICES, options=(ask("tea"), ask("milk"))),
    Question("allergies", ask("Any allergies?"), Kind.TEXT, sensitive=True),
)
OPTIONAL = (Question("hair", ask("Your hair?"), Kind.CHOICE, options=(ask("short"), ask("long"))),)


async def asks(world: World, form: Form) -> None:
    """Colouring asks these questions from now on."""
    salon: OrganizationEntry = conftest._salon()
    services = (salon.services[0], replace(salon.services[1], questions=form))
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([replace(salon, services=services)], world.clock.now())


async def is_asked(world: World) -> None:
    """Maya, who wants a colouring, reads the first question."""
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await world.maya.taps("Answer 2 questions")


async def answers_all(person: ScriptedPerson) -> None:
    await person.taps("Answer 2 questions")
    await person.taps("No")
    await person.sees("Question 2 of 5")
    await person.sends("17.5.1990")
    await person.sees("Question 3 of 5")
    await person.sends("72,5")
    await person.sees("Question 4 of 5")
    await person.taps("tea")
    await person.taps("milk")
    await person.taps("✅ Done")
    await person.sees("Question 5 of 5")
    await person.sends("Peanuts <b>!</b> 🥜")
    await person.sees("Questions answered: 5 of 5")


async def test_answers_are_read_by_the_provider(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await answers_all(world.maya)
    await world.maya.taps(BOOK)

    request = await world.ayu.sees("New request")
    await world.ayu.taps("Answers (5)", message=request)

    read = await world.ayu.sees("Answers of Maya")
    for line in (
        "🔒 Are you ill?\nNo",
        "When were you born?\nThursday 17 May 1990",
        "Your weight?\n72.5",
        "What do you like?\ntea, milk",
        "🔒 Any allergies?\nPeanuts <b>!</b> 🥜",
    ):
        assert line in read["text"]
    await world.ayu.taps("Back")
    await world.ayu.sees("Colouring")


async def test_no_sensitive_answer_is_in_a_dump_of_the_database(
    world: World, database_url: str
) -> None:
    """Not while it is being given, not in the booking, not in those that repeat it."""
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await answers_all(world.maya)
    under_way = await dump(database_url)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your request is with Ayu")
    for words in ("Repeat…", "Every week", "3", "Request 2 more"):
        await world.maya.taps(words)
    await world.maya.sees("2 more are requested")
    request = await world.ayu.sees("New request for 3 sessions")
    await world.ayu.taps("Answers (5)", message=request)
    await world.ayu.sees("Peanuts")

    everything = await dump(database_url)

    assert everything.count("72.5") >= 3
    for text in (under_way, everything):
        assert "Peanuts" not in text
        assert b"Peanuts".hex() not in text


async def test_a_booking_waits_for_what_is_required(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")

    review = await world.maya.sees("2 questions have to be answered before you can book")

    assert not [label for label in world.maya.buttons(review) if BOOK.match(label)]


async def test_a_forged_confirmation_books_nothing_without_the_answers(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya)
    review = await world.maya.sees("Please check")
    confirm = callback(review, "Book")
    await world.maya.taps("Cancel")
    await reviews(world.maya, "Colouring")
    forged = confirm.rpartition(":")[0] + ":" + _next_id(confirm)

    answer = await world.maya.taps_data(forged)

    assert answer.text == "Please answer 2 questions first."
    await world.maya.taps("Answer 2 questions")
    await world.maya.sees("Question 1 of 5")


async def test_questions_that_are_optional_cost_no_tap(world: World) -> None:
    await asks(world, OPTIONAL)
    await reviews(world.maya, "Colouring")
    await world.maya.taps(BOOK)

    request = await world.ayu.sees("New request")
    assert "Answers" not in str(world.ayu.buttons(request))


async def test_optional_questions_can_be_skipped_and_gone_back_to(world: World) -> None:
    await is_asked(world)
    first = await world.maya.sees("Question 1 of 5")
    assert "Skip" not in world.maya.buttons(first)
    await world.maya.taps("Yes")
    await world.maya.sends("1990-05-17")
    await world.maya.sees("Question 3 of 5")
    await world.maya.taps("Skip")
    await world.maya.sees("Question 4 of 5")
    await world.maya.taps("Back")
    await world.maya.sees("Question 3 of 5")
    await world.maya.taps("Back")
    again = await world.maya.sees("Question 2 of 5")
    assert "Your answer: Thursday 17 May 1990" in again["text"]
    await world.maya.taps("Next")
    for _ in range(3):
        await world.maya.taps("Skip")

    await world.maya.sees("Questions answered: 2 of 5")


@pytest.mark.parametrize("text", ["1", "301", "-5"])
async def test_a_number_out_of_range_is_refused_with_the_range(world: World, text: str) -> None:
    await _at_the_number(world)

    await world.maya.sends(text)

    refused = await world.maya.sees("Please write a number from 2 to 300.")
    assert "Question 3 of 5" in refused["text"]
    await world.maya.sends("80")
    await world.maya.sees("Question 4 of 5")


@pytest.mark.parametrize("text", ["🎂", "17🎂1990", "31.2.1990", "yesterday"])
async def test_an_emoji_is_no_date_and_what_was_answered_is_kept(world: World, text: str) -> None:
    await is_asked(world)
    await world.maya.taps("Yes")
    await world.maya.sees("Question 2 of 5")

    await world.maya.sends(text)

    refused = await world.maya.sees("That is not a date I understand")
    assert "Question 2 of 5" in refused["text"]
    await world.maya.taps("Back")
    await world.maya.sees("Question 1 of 5")
    assert "• Yes" in world.maya.buttons()


async def test_a_date_is_found_by_taps(world: World) -> None:
    await is_asked(world)
    await world.maya.taps("Yes")
    await world.maya.sees("Question 2 of 5")

    await follows(world.maya, "2016", "‹‹", re.compile("^‹$"))
    await world.maya.finds("November 2015")
    await world.maya.taps(re.compile("^17$"))

    await world.maya.sees("Question 3 of 5")
    await world.maya.taps("Back")
    await world.maya.sees("Your answer: Tuesday 17 November 2015")


async def test_words_and_stickers_where_one_taps_lead_back_to_the_question(world: World) -> None:
    await is_asked(world)

    said = await world.maya.sends("yes")
    refused = await world.maya.sees("Please answer this question with the buttons", after=said)
    assert "Question 1 of 5" in refused["text"]
    sticker = await world.maya.sends_sticker()
    await world.maya.sees("Question 1 of 5", after=sticker)


async def test_an_old_question_is_not_answered_by_accident(world: World) -> None:
    await is_asked(world)
    first = await world.maya.sees("Question 1 of 5")
    data = callback(first, "Yes")
    await world.maya.taps("No")
    second = await world.maya.sees("Question 2 of 5")

    await world.maya.taps_data(data, message=second)

    await world.maya.taps("Back")
    await world.maya.sees("Question 1 of 5")
    assert "• No" in world.maya.buttons()


async def test_the_same_as_last_time_takes_one_tap(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await answers_all(world.maya)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your request is with Ayu")

    await reviews(world.maya, "Colouring")
    await world.maya.taps("Answer 2 questions")
    await world.maya.taps("Same as last time")

    await world.maya.sees("Questions answered: 5 of 5")
    await world.maya.taps(BOOK)
    first = await world.ayu.sees("New request")
    await world.ayu.sees("New request", after=first)


async def test_a_first_booking_has_no_last_time(world: World) -> None:
    await is_asked(world)

    first = await world.maya.sees("Question 1 of 5")

    assert not [label for label in world.maya.buttons(first) if "last time" in label]


async def test_answers_survive_the_choice_of_another_time(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await answers_all(world.maya)
    await world.maya.taps("Back")
    await world.maya.taps("16:00")

    await world.maya.sees("Questions answered: 5 of 5")


async def test_only_the_provider_of_the_booking_reads_the_answers(world: World) -> None:
    await asks(world, FORM)
    await reviews(world.maya, "Colouring")
    await answers_all(world.maya)
    await world.maya.taps(BOOK)
    request = await world.ayu.sees("New request")
    data = callback(request, "Answers")

    for person in (conftest.BUDI, conftest.SAM):
        stranger = world.sandbox.person(person)
        await stranger.sends("/start")
        page = await stranger.finds("Book an appointment")
        answer = await stranger.taps_data(data, message=page)
        assert answer.text == "I cannot find that any more."
        assert "Peanuts" not in stranger.screen()


async def _at_the_number(world: World) -> None:
    await is_asked(world)
    await world.maya.taps("Yes")
    await world.maya.sees("Question 2 of 5")
    await world.maya.sends("17.5.1990")
    await world.maya.sees("Question 3 of 5")


def _next_id(data: str) -> str:
    """The booking after the one that this button is about."""
    return str(int(data.rpartition(":")[2]) + 1)
