"""The salon in which it all happens: two providers of two zones, four services, and the people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.hours import Window
from domain.people import Person
from domain.services import Format, Meeting, Meetings, Provider, Service
from storage.store import Store, Tx
from tests import build

_MINUTE = timedelta(minutes=1)
_RULES = replace(build.RULES, horizon=30)
_SERVICES = (
    build.service_entry(
        "visit",
        meetings=Meetings((Meeting(Format.IN_PERSON), Meeting(Format.VIDEO, "room {reference}"))),
        rules=replace(_RULES, after=10 * _MINUTE),
    ),
    build.service_entry(
        "call",
        meetings=Meetings((Meeting(Format.VIDEO), Meeting(Format.PHONE))),
        approval=True,
        rules=replace(_RULES, notice=20 * _MINUTE),
    ),
    build.service_entry("class", format=Format.CHAT, rules=replace(_RULES, capacity=2)),
    build.service_entry("talk", format=Format.PHONE, rules=replace(_RULES, most_a_day=2)),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A service with one provider, or with whoever is free."""

    provider: Provider | None
    service: Service


@dataclass(frozen=True, slots=True)
class Salon:
    """Ayu is open day and night, Bo for a few hours; both come as customers, too.

    Ayu runs the organization. The stranger has nothing to do with any of it.
    """

    organization_id: int
    providers: tuple[Provider, ...]
    offers: tuple[Offer, ...]
    keepers: tuple[Person, ...]
    customers: tuple[Person, ...]
    stranger: Person

    @property
    def admin(self) -> Person:
        return self.keepers[0]

    def only_of(self, provider: Provider) -> Service:
        """The last service that nobody but this provider offers."""
        others = {each.service.id for each in self.offers if each.provider is not provider}
        own = [each.service for each in self.offers if each.provider is provider]
        return [each for each in own if each.id not in others][-1]

    def provider(self, provider_id: int) -> Provider:
        return next(each for each in self.providers if each.id == provider_id)


async def opened(store: Store, now: datetime) -> Salon:
    async with store.transaction() as tx:
        maya, sam, ayu, bo, stranger = [
            await build.person(tx, now, name) for name in ("Maya", "Sam", "Ayu", "Bo", "Budi")
        ]
        await _imported(tx, now)
        keepers = (ayu, bo)
        providers = sorted(await tx.providers.offered(None, 10, 0), key=lambda each: each.name)
        for provider, keeper in zip(providers, keepers, strict=True):
            await tx.providers.claim(provider.id, keeper.id)
        await tx.people.make_owner(ayu.id)
        offers = [
            Offer(provider, service)
            for provider in providers
            for service in await tx.providers.services(provider.id)
        ]
        shared = next(each.service for each in offers if each.service.rules.capacity > 1)
        (organization,) = await tx.holidays.administered(ayu.id)
        return Salon(
            organization.id,
            tuple(providers),
            (*offers, Offer(None, shared)),
            keepers,
            (maya, sam, ayu, bo),
            stranger,
        )


async def _imported(tx: Tx, now: datetime) -> None:
    berlin, new_york = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
    ayu = build.provider_entry(
        "ayu",
        zone=berlin,
        services=("visit", "call", "class"),
        weekly=((Window(0, 1440),),) * 7,
    )
    bo = build.provider_entry(
        "bo",
        name="Bo",
        zone=new_york,
        services=("class", "talk"),
        weekly=((Window(480, 720),),) * 7,
    )
    salon = build.organization_entry(zone=berlin, services=_SERVICES, providers=(ayu, bo))
    await tx.catalogue.apply([salon], now)
