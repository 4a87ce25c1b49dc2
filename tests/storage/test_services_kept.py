"""Services as providers keep them, beside a catalogue that is imported again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.catalogues import KeptService, OrganizationEntry
from domain.hours import WeeklyWindow, Window
from domain.money import Money
from domain.refusals import NotFound, ServiceInUse
from domain.services import Titles
from storage.catalogue import Report
from storage.store import Store, Tx
from tests import build

BEARD = build.service_entry("chat.1", title=Titles({"en": "Beard"}))
BOTH = build.organization_entry(
    services=(build.service_entry(), build.service_entry("colour")),
    providers=(
        build.provider_entry(services=("haircut", "colour")),
        build.provider_entry("budi", name="Budi"),
    ),
)


async def ayu(tx: Tx, now: datetime, entry: OrganizationEntry = BOTH) -> int:
    await tx.catalogue.apply([entry], now)
    return (await tx.providers.offered(None, 10, 0))[0].id


async def slugs(tx: Tx, provider_id: int) -> list[str]:
    return [each.entry.slug for each in await tx.services.of(provider_id)]


async def test_a_service_comes_back_as_it_was_put(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)

        service_id = await tx.services.add(provider_id, BEARD, now)

        assert await tx.services.one(provider_id, service_id) == KeptService(service_id, BEARD)
        assert await slugs(tx, provider_id) == ["haircut", "colour", "chat.1"]
        assert [each.id for each in await tx.providers.services(provider_id)][-1] == service_id


async def test_a_change_leaves_the_slug(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        haircut, colour = await tx.services.of(provider_id)

        changed = replace(
            haircut, entry=replace(haircut.entry, price=Money(1, "IDR"), slug="other")
        )
        await tx.services.save(changed)

        after = await tx.services.of(provider_id)
        assert after == [
            replace(haircut, entry=replace(haircut.entry, price=Money(1, "IDR"))),
            colour,
        ]


async def test_an_import_leaves_what_was_made_in_the_chat(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        await tx.services.add(provider_id, BEARD, now)

        report = await tx.catalogue.apply([BOTH], now)

        assert await slugs(tx, provider_id) == ["haircut", "colour", "chat.1"]
        assert report == Report(unchanged=5)


async def test_an_import_takes_back_what_the_file_says_otherwise(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        haircut, _ = await tx.services.of(provider_id)
        await tx.services.save(replace(haircut, entry=replace(haircut.entry, active=False)))

        await tx.catalogue.apply([BOTH], now)

        assert (await tx.services.one(provider_id, haircut.id)).entry.active


async def test_the_order_is_the_provider_s(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        ids = [each.id for each in await tx.services.of(provider_id)]

        await tx.services.order(provider_id, ids[::-1])

        assert [each.id for each in await tx.services.of(provider_id)] == ids[::-1]
        assert [each.id for each in await tx.providers.services(provider_id)] == ids[::-1]


async def test_others_are_those_who_offer_it_too(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        haircut, colour = await tx.services.of(provider_id)

        assert await tx.services.others(provider_id, haircut.id) == ["Budi"]
        assert await tx.services.others(provider_id, colour.id) == []


async def test_what_one_leaves_stays_with_the_others(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        haircut, _ = await tx.services.of(provider_id)
        own = WeeklyWindow(0, Window(540, 600), service_id=haircut.id)
        await tx.hours.set_weekly(provider_id, (own,))
        copy_id = await tx.services.add(provider_id, BEARD, now)

        await tx.services.leave_to_others(provider_id, haircut.id, copy_id)

        assert await slugs(tx, provider_id) == ["colour", "chat.1"]
        assert len(await tx.providers.offering(haircut.id)) == 1
        (moved,) = (await tx.hours.week(provider_id)).regular
        assert moved == replace(own, service_id=copy_id)


async def test_a_service_goes_with_its_hours(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        provider_id = await ayu(tx, now)
        service_id = await tx.services.add(provider_id, BEARD, now)
        own = WeeklyWindow(0, Window(540, 600), service_id=service_id)
        await tx.hours.set_weekly(provider_id, (own,))

        await tx.services.delete(service_id)

        with pytest.raises(NotFound):
            await tx.services.one(provider_id, service_id)
        assert (await tx.hours.week(provider_id)).regular == ()


async def test_what_was_booked_cannot_be_deleted(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        customer = await build.person(tx, now)
        ids = offer.provider.id, offer.service.id
        assert not await tx.services.is_used(*ids)
        await build.booking(tx, offer, customer, now + timedelta(days=1), now)

        with pytest.raises(ServiceInUse):
            await tx.services.delete(offer.service.id)

        assert await tx.services.is_used(*ids)
        assert (await tx.services.one(*ids)).entry.active
