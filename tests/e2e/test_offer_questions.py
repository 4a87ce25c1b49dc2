"""An offer from the waitlist whose service asks something: answered while it is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.sandbox import ScriptedPerson
from domain.hours import Window
from domain.intake import Kind, Question
from domain.services import Titles
from tests import build
from tests.e2e.conftest import AYU, HOUR, World
from tests.e2e.steps import BOOK
from tests.e2e.test_waitlist import CONFIRMED, OPENED, begin, cancels, waits

LEVEL = Question("level", Titles({"en": "Your level?"}), Kind.TEXT, required=True)


@pytest.fixture
async def offer(world: World) -> ScriptedPerson:
    """Sam is offered Maya's lesson, before which one question has to be answered."""
    rules = replace(build.RULES, duration=HOUR, interval=HOUR)
    lesson = build.service_entry(
        "lesson", title=Titles({"en": "Lesson"}), rules=rules, questions=(LEVEL,)
    )
    tutor = build.provider_entry(
        "tutor",
        name="Tutor",
        telegram_id=AYU,
        services=("lesson",),
        weekly=((Window(540, 600),),) * 7,
    )
    school = build.organization_entry("school", services=(lesson,), providers=(tutor,))
    async with world.store.transaction() as tx:
        await tx.catalogue.apply([school], world.clock.now())
    await begin(world.maya)
    await world.maya.taps("⚡ Wed 2 Dec, 09:00")
    await world.maya.taps("Answer 1 question")
    await world.maya.sends("Beginner")
    await world.maya.taps(BOOK)
    await world.maya.sees(CONFIRMED)
    await waits(world.sam)
    await cancels(world.maya)
    await world.sam.sees(OPENED)
    return world.sam


async def test_taking_an_offer_leads_through_the_questions(
    world: World, offer: ScriptedPerson
) -> None:
    await offer.taps("Take it")
    asked = await offer.sees("Your level?")
    assert "I keep this time for you until 15:15" in asked["text"]

    await offer.sends("Advanced")
    await offer.taps("✅ Book Wed 2 Dec, 09:00")

    await offer.sees(CONFIRMED)
    told = await world.ayu.finds("Answers (1)")
    assert "Lesson" in told["text"]


async def test_going_back_leads_to_the_offer_which_is_still_kept(
    world: World, offer: ScriptedPerson
) -> None:
    await offer.taps("Take it")
    await offer.sees("Your level?")
    await offer.taps("Back")
    await offer.sees("Please check")
    await offer.taps("Back")

    await offer.sees("I keep it for you until 15:15")
    await offer.taps("Take it")
    await offer.sends("Advanced")
    await offer.taps("✅ Book")
    await offer.sees(CONFIRMED)


async def test_an_offer_that_lapses_meanwhile_loses_no_answers(
    world: World, offer: ScriptedPerson
) -> None:
    await offer.taps("Take it")
    await offer.sees("Your level?")
    await offer.sends("Advanced")
    await offer.sees("Questions answered: 1 of 1")
    world.clock.advance(timedelta(minutes=16))

    await offer.taps("✅ Book")
    await offer.taps("Wed 2 Dec, 09:00")
    review = await offer.sees("Please check")

    assert "Questions answered: 1 of 1" in review["text"]
    await offer.taps("✅ Book")
    await offer.sees(CONFIRMED)
