"""Links that open the bot: a provider's page, an invite, the claim of the place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.usecases import founding
from bot.views.buttons import base62
from domain.services import Provider
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK


async def ayu_of(world: World) -> Provider:
    async with world.store.transaction() as tx:
        return next(each for each in await tx.providers.offered(None, 9, 0) if each.name == "Ayu")


async def free_seat(world: World) -> str:
    """The payload of an invite for Ayu's seat, as if nobody had it yet."""
    ayu = replace(await ayu_of(world), person_id=None)
    async with world.store.transaction() as tx:
        (invite,) = await founding.invites(tx, [ayu], world.clock.now())
    return invite.payload


async def test_a_providers_link_leads_to_what_they_offer(world: World) -> None:
    ayu = await ayu_of(world)
    await world.maya.sends(f"/start p_{base62(ayu.id)}")
    await world.maya.taps("Haircut")
    await world.maya.taps("⚡")
    await world.maya.taps(BOOK)

    await world.maya.sees("Your booking is confirmed")


async def test_a_services_link_asks_only_with_whom(world: World) -> None:
    ayu = await ayu_of(world)
    async with world.store.transaction() as tx:
        haircut = (await tx.providers.services(ayu.id))[0]
    await world.maya.sends(f"/start s_{base62(haircut.id)}")
    await world.maya.sees("Haircut: with whom?")
    await world.maya.taps("Budi")
    await world.maya.sees("Haircut with Budi")

    await world.maya.taps("Back")
    await world.maya.sees("Which service?")
    await world.maya.taps("Back")
    await world.maya.sees("Who would you like to see?")
    await world.maya.taps("Ayu")
    await world.maya.sees("Which service?")


@pytest.mark.parametrize("payload", ["p_", "p_!!", "p_zzzzzzzzzzzzzz", "p_zz", "s_zz", "x", "_"])
async def test_a_link_that_leads_nowhere_shows_the_start_page(world: World, payload: str) -> None:
    await world.maya.sends(f"/start {payload}")

    await world.maya.sees("Hello Maya!")


async def test_an_invite_makes_somebody_the_provider_once(world: World) -> None:
    payload = await free_seat(world)

    await world.maya.sends(f"/start {payload}")
    await world.maya.sees("Welcome, Ayu!")
    await world.maya.sends("/today")
    await world.maya.sees("Today, ")

    await world.layla.sends(f"/start {payload}")
    await world.layla.sees("لم يعد")


async def test_an_invite_that_is_too_old_is_refused(world: World) -> None:
    payload = await free_seat(world)
    world.clock.advance(timedelta(days=31))

    await world.maya.sends(f"/start {payload}")

    await world.maya.sees("This link is no longer valid")


@pytest.mark.parametrize("payload", ["i_guessed", "claim_guessed"])
async def test_what_is_guessed_opens_nothing(world: World, payload: str) -> None:
    await world.maya.sends(f"/start {payload}")

    await world.maya.sees("This link is no longer valid")
    await world.maya.sends("/today")
    await world.maya.sees("This is for providers")
