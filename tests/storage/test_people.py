"""People and who runs things, invites included."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.people import Sender
from domain.refusals import BadInvite, NotFound
from domain.reminders import DEFAULT_LEADS
from storage.store import Store
from tests import build

HOUR = timedelta(hours=1)


async def test_what_people_choose_is_kept(store: Store, now: datetime) -> None:
    istanbul = ZoneInfo("Europe/Istanbul")
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        await tx.people.set_language(siti.id, "ar")
        await tx.people.set_zone(siti.id, istanbul)
        await tx.people.set_leads(siti.id, (2 * HOUR, HOUR))

        kept = await tx.people.get(siti.id)

    assert (kept.language, kept.zone, kept.leads) == ("ar", istanbul, (2 * HOUR, HOUR))


async def test_a_zone_can_be_forgotten(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        await tx.people.set_zone(siti.id, build.JAKARTA)
        await tx.people.set_zone(siti.id, None)

        assert (await tx.people.get(siti.id)).zone is None


async def test_no_reminders_is_a_choice_and_not_the_usual_ones(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti, budi = await build.person(tx, now), await build.person(tx, now)
        await tx.people.set_leads(siti.id, ())

        assert (await tx.people.get(siti.id)).leads == ()
        assert (await tx.people.get(budi.id)).leads == DEFAULT_LEADS


async def test_whom_we_may_not_write_to_is_unreachable_until_they_are(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        await tx.people.unreachable(siti.id, now)
        during = await tx.people.get(siti.id)
        await tx.people.reachable(siti.id)

        assert not during.reachable
        assert (await tx.people.get(siti.id)).reachable


async def test_a_chat_that_moved_is_found_under_its_new_id(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti = await build.person(tx, now)
        await tx.people.moved(build.account(siti), -1007)

        found = await tx.people.by_telegram(-1007)
        assert found
        assert found.id == siti.id
        assert await tx.people.by_telegram(build.account(siti)) is None


async def test_who_is_expected_is_the_same_when_they_come(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        expected = [await tx.people.expect(7) for _ in range(2)]
        arrival = await tx.updates.admit(1, Sender(7, "Siti", language="id"), 7, now)

    assert arrival
    assert expected == [arrival.person.id] * 2
    assert (arrival.is_new, arrival.person.language) == (True, "id")


async def test_who_is_not_there_is_not_found(store: Store) -> None:
    async with store.transaction() as tx:
        with pytest.raises(NotFound):
            await tx.people.get(1)


async def test_an_owner_is_an_admin_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti, budi = await build.person(tx, now), await build.person(tx, now)
        for _ in range(2):
            await tx.people.make_owner(siti.id)

        assert await tx.people.admins() == [siti]
        assert await tx.people.is_admin(siti.id)
        assert not await tx.people.is_admin(budi.id)
        assert not await tx.invites.unclaimed_owner()


async def test_the_first_to_bring_the_code_becomes_owner(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        siti, budi = await build.person(tx, now), await build.person(tx, now)
        assert await tx.invites.unclaimed_owner()
        await tx.invites.create_ownership("first code", None)
        await tx.invites.create_ownership("second code", None)

        await tx.invites.redeem_ownership("first code", siti.id, now)

        assert await tx.people.admins() == [siti]
        for code in ("first code", "second code", "guess"):
            with pytest.raises(BadInvite):
                await tx.invites.redeem_ownership(code, budi.id, now)


async def test_an_invite_links_its_provider_to_one_person(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti = await build.person(tx, now)
        await tx.invites.create_provider(offer.provider.id, "token", now + HOUR)

        provider_id = await tx.invites.redeem_provider("token", siti.id, now)

        assert provider_id == offer.provider.id
        assert (await tx.providers.get(provider_id)).person_id == siti.id
        with pytest.raises(BadInvite):
            await tx.invites.redeem_provider("token", siti.id, now)


async def test_an_invite_is_good_for_what_it_was_made_for(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti = await build.person(tx, now)
        await tx.invites.create_provider(offer.provider.id, "token", None)

        with pytest.raises(BadInvite):
            await tx.invites.redeem_ownership("token", siti.id, now)
        assert not await tx.people.is_admin(siti.id)


async def test_an_invite_that_has_run_out_is_bad(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        siti = await build.person(tx, now)
        await tx.invites.create_provider(offer.provider.id, "token", now)

        with pytest.raises(BadInvite):
            await tx.invites.redeem_provider("token", siti.id, now)


async def test_of_many_who_bring_one_invite_at_once_one_is_let_in(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        people = [await build.person(tx, now) for _ in range(8)]
        await tx.invites.create_provider(offer.provider.id, "token", None)

    async def come(person_id: int) -> bool:
        async with store.transaction() as tx:
            try:
                await tx.invites.redeem_provider("token", person_id, now)
            except BadInvite:
                return False
            return True

    results = await asyncio.gather(*(come(each.id) for each in people))

    assert results.count(True) == 1
