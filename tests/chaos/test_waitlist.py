"""Two processes offer the times of one provider to those who wait, and never the same one twice."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.usecases import dealing, waiting
from bot.usecases.seeking import seek
from domain.dayparts import Part
from domain.hours import WeeklyWindow, Window
from domain.services import Provider, Service
from domain.waitlist import State
from storage.store import Store, Tx
from tests import build
from tests.chaos.ledger import overlaps
from tests.chaos.together import two_deal

DAY = timedelta(days=1)
LENGTHS = {"short": 30, "long": 75, "odd": 50}  # minutes
WAITING = 8  # for each of the services, more than fit into the day


async def offer(tx: Tx, now: datetime) -> tuple[Provider, list[Service]]:
    """A provider with services that get in each other's way, and no hours yet."""
    services = tuple(
        build.service_entry(slug, rules=replace(build.RULES, duration=timedelta(minutes=minutes)))
        for slug, minutes in LENGTHS.items()
    )
    provider = build.provider_entry(services=tuple(LENGTHS), weekly=((),) * 7)
    entry = build.organization_entry(services=services, providers=(provider,))
    await tx.catalogue.apply([entry], now)
    (ours,) = await tx.providers.offered(None, 1, 0)
    return ours, await tx.providers.services(ours.id)


async def test_offers_of_several_services_never_overlap_and_leave_nothing_free(
    store: Store, database_url: str, now: datetime
) -> None:
    on = now.date() + DAY
    async with store.transaction() as tx:
        provider, services = await offer(tx, now)
        for service in services:
            for _ in range(WAITING):
                person = await build.person(tx, now)
                sought = await seek(tx, person, provider.id, service.id)
                await waiting.join(tx, person, sought, on, on, Part.ALL, now)
        day = WeeklyWindow(on.weekday(), Window(540, 1020))
        await tx.hours.set_weekly(provider.id, (day,))

    await two_deal(database_url, now)

    assert await overlaps(database_url) == 0
    async with store.transaction() as tx:
        lines = [await tx.waitlist.line(service.id) for service in services]
        entries = [entry for line in lines for entry in line]
        offered = [entry for entry in entries if entry.state is State.OFFERED]
        assert 6 <= len(offered) < len(entries)
        for service, line in zip(services, lines, strict=True):
            free = await dealing.free(tx, [provider], service, now + 3 * DAY, now)
            assert [slot for entry in line for slot in dealing.fitting(entry, free, now)] == []
