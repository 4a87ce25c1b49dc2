"""What an import makes of a catalogue, and how providers and services are found afterwards."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.catalogues import OrganizationEntry
from domain.hours import Override, Window, regular
from domain.people import Sender
from domain.refusals import NotFound, NotOffered
from domain.services import BusinessType, Format, Provider, Rating, Titles
from storage.catalogue import Report
from storage.store import Store, Tx
from tests import build

CHRISTMAS = date(2026, 12, 25)
FULL = build.organization_entry(
    services=(
        build.service_entry(
            "haircut",
            title=Titles({"tr": "Saç", "en": "Hair"}),
            description=Titles({"en": "With a wash"}),
            approval=True,
            place="Chair 2",
        ),
        build.service_entry("advice", format=Format.VIDEO),
    ),
    providers=(
        build.provider_entry(
            "ayu",
            services=("advice", "haircut"),
            overrides=(Override(CHRISTMAS), Override(date(2026, 12, 24), (Window(540, 720),))),
            bio=Titles({"en": "Twenty years with scissors"}),
            address="Jl. Melati 1",
            phone="+62 21 555",
            rating=Rating(4.5, 12),
            telegram_id=77,
        ),
        build.provider_entry("bayu", name="Bayu", services=("haircut",)),
    ),
)


async def ayu_of(tx: Tx) -> Provider:
    return (await tx.providers.offered(None, 10, 0))[0]


async def test_all_of_an_entry_is_kept(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        report = await tx.catalogue.apply([FULL], now)

        ayu, bayu = await tx.providers.offered(None, 10, 0)
        services = await tx.providers.services(ayu.id)
        hours = await tx.schedules.around(ayu.id, CHRISTMAS, CHRISTMAS, now, None)

    entry = FULL.providers[0]
    assert report == Report(created=5)
    assert (ayu.name, ayu.organization, ayu.zone) == ("Ayu", "Salon", build.JAKARTA)
    assert (ayu.bio, ayu.address, ayu.phone) == (entry.bio, entry.address, entry.phone)
    assert ayu.rating == Rating(4.5, 12)
    assert [each.meetings.usual.format for each in services] == [Format.VIDEO, Format.IN_PERSON]
    assert services[1].rules == build.RULES
    assert services[1].clauses.approval
    assert services[1].meetings.usual.place == "Chair 2"
    assert services[1].title.into("nobody's") == "Saç"
    assert hours.week.regular == regular(entry.weekly)
    assert set(hours.week.overrides) == set(entry.overrides)
    assert bayu.person_id is None


async def test_importing_again_changes_nothing(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        before = await tx.providers.offered(None, 10, 0)

        report = await tx.catalogue.apply([FULL], now + timedelta(days=40))

        assert report == Report(unchanged=5)
        assert await tx.providers.offered(None, 10, 0) == before


def with_provider(**changes: object) -> OrganizationEntry:
    ayu, bayu = FULL.providers
    return replace(FULL, providers=(replace(ayu, **changes), bayu))  # type: ignore[arg-type]  # mypy cannot tell the fields


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Ayu Lestari"},
        {"services": ("haircut",)},
        {"services": ("haircut", "advice")},
        {"overrides": ()},
        {"overrides": (Override(CHRISTMAS, (Window(540, 600),)),)},
        {"weekly": ((),) * 7},
    ],
    ids=lambda changes: next(iter(changes)),
)
async def test_any_change_of_a_provider_is_an_update(
    store: Store, now: datetime, changes: dict[str, object]
) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)

        report = await tx.catalogue.apply([with_provider(**changes)], now)
        again = await tx.catalogue.apply([with_provider(**changes)], now)

    assert report == Report(updated=1, unchanged=4)
    assert again == Report(unchanged=5)


async def test_another_order_of_languages_is_an_update(store: Store, now: datetime) -> None:
    title = Titles({"en": "Hair", "tr": "Saç"})
    turned = replace(FULL, services=(replace(FULL.services[0], title=title), FULL.services[1]))
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)

        assert (await tx.catalogue.apply([turned], now)).updated == 1


async def test_who_is_paused_is_no_longer_offered(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        ayu = await ayu_of(tx)
        haircut = (await tx.providers.services(ayu.id))[1]

        report = await tx.catalogue.apply([with_provider(active=False)], now)

        assert report == Report(updated=1, unchanged=4, paused=1)
        assert [each.name for each in await tx.providers.offered(None, 10, 0)] == ["Bayu"]
        assert await tx.providers.services(ayu.id) == []
        assert await tx.providers.get(ayu.id) == replace(ayu, is_paused=True)
        with pytest.raises(NotOffered):
            await tx.providers.service(ayu.id, haircut.id)


async def test_what_a_file_does_not_name_stays(store: Store, now: datetime) -> None:
    less = replace(FULL, services=FULL.services[:1], providers=FULL.providers[1:])
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        await tx.catalogue.apply([less], now)

        assert await tx.providers.count_offered(None) == 2
        assert len(await tx.providers.services((await ayu_of(tx)).id)) == 2


async def test_a_provider_of_a_known_account_is_linked_to_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        ayu = await ayu_of(tx)
        assert ayu.person_id
        named = await tx.people.get(ayu.person_id)

        arrival = await tx.updates.admit(1, Sender(77, "Ayu", language="id"), 77, now)

    assert arrival
    assert arrival.is_new
    assert (arrival.person.id, arrival.person.language) == (named.id, "id")


async def test_who_has_claimed_a_provider_keeps_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        bayu = (await tx.providers.offered(None, 1, 1))[0]
        person = await build.person(tx, now)
        await tx.providers.claim(bayu.id, person.id)
        await tx.catalogue.apply([FULL], now)

        assert [each.id for each in await tx.providers.of_person(person.id)] == [bayu.id]


async def test_a_service_nobody_has_described_is_a_mistake(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        with pytest.raises(ValueError, match="massage"):
            await tx.catalogue.apply([with_provider(services=("massage",))], now)


async def test_slugs_belong_to_their_organization(store: Store, now: datetime) -> None:
    twin = replace(FULL, slug="twin", name="Twin")
    async with store.transaction() as tx:
        report = await tx.catalogue.apply([FULL, twin], now)

        found = await tx.providers.offered(None, 10, 0)

    assert report == Report(created=10)
    assert sorted(each.organization for each in found) == ["Salon", "Salon", "Twin", "Twin"]


async def test_providers_are_listed_by_type_and_page(store: Store, now: datetime) -> None:
    istanbul = ZoneInfo("Europe/Istanbul")
    entries = [
        build.provider_entry("a", name="A", business_type=BusinessType.DOCTOR, zone=istanbul),
        build.provider_entry("b", name="B"),
        build.provider_entry("c", name="C"),
        build.provider_entry("d", name="D", active=False, business_type=BusinessType.COACH),
    ]
    async with store.transaction() as tx:
        await tx.catalogue.apply([build.organization_entry(providers=tuple(entries))], now)
        providers = tx.providers

        assert await providers.types() == [(BusinessType.SALON, 2), (BusinessType.DOCTOR, 1)]
        assert await providers.zones() == [build.JAKARTA, istanbul]
        assert await providers.count_offered(None) == 3
        assert await providers.count_offered(BusinessType.SALON) == 2
        assert [each.name for each in await providers.offered(None, 2, 1)] == ["B", "C"]
        salons = await providers.offered(BusinessType.SALON, 10, 0)
        assert [each.name for each in salons] == ["B", "C"]


async def test_what_a_provider_does_not_offer_is_not_found(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.catalogue.apply([FULL], now)
        ayu, bayu = await tx.providers.offered(None, 10, 0)
        advice = (await tx.providers.services(ayu.id))[0]

        assert await tx.providers.offer(ayu.id, advice.id) == (ayu, advice)
        assert await tx.providers.service(ayu.id, advice.id) == advice
        with pytest.raises(NotFound):
            await tx.providers.service(bayu.id, advice.id)
        with pytest.raises(NotFound):
            await tx.providers.get(0)
