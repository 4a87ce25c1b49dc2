"""Looking after the waitlist: when, how often, and whatever goes wrong."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from structlog.typing import EventDict

from bot.jobs import waitlist
from bot.jobs.waitlist import EVERY, Looker
from bot.usecases import dealing, waiting
from bot.usecases.lapses import lapse_holds
from bot.usecases.seeking import seek
from domain.dayparts import Part
from domain.hours import WeeklyWindow, Window
from domain.people import Person
from domain.waitlist import OFFER, Entry, State
from storage.store import Store, Tx
from tests import build

DAY = timedelta(days=1)


@dataclass(slots=True)
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


async def closed(tx: Tx, now: datetime) -> build.Offer:
    """A provider without any hours."""
    offer = await build.offer(tx, now)
    await tx.hours.set_weekly(offer.provider.id, ())
    return offer


async def join(tx: Tx, offer: build.Offer, now: datetime, days: int = 2) -> Person:
    """Somebody new waits for the next days."""
    person = await build.person(tx, now)
    sought = await seek(tx, person, offer.provider.id, offer.service.id)
    on = now.date()
    await waiting.join(tx, person, sought, on, on + days * DAY, Part.ALL, now)
    return person


async def opens(store: Store, offer: build.Offer) -> None:
    """For half an hour a day, which is enough for one."""
    week = tuple(WeeklyWindow(day, Window(540, 570)) for day in range(7))
    async with store.transaction() as tx:
        await tx.hours.set_weekly(offer.provider.id, week)


async def line(store: Store, offer: build.Offer) -> list[Entry]:
    async with store.transaction() as tx:
        return await tx.waitlist.line(offer.service.id)


async def states(store: Store, offer: build.Offer) -> list[State]:
    return [entry.state for entry in await line(store, offer)]


async def test_it_looks_at_once_then_every_minute_and_at_news(store: Store, now: datetime) -> None:
    clock = Clock(now)
    looker = Looker(store, clock)
    async with store.transaction() as tx:
        offer = await closed(tx, now)
        for _ in range(3):
            await join(tx, offer, now)
    await looker.look()
    await opens(store, offer)

    await looker.look()
    assert await states(store, offer) == [State.WAITING] * 3

    clock.now += EVERY
    await looker.look()
    assert await states(store, offer) == [State.OFFERED, State.OFFERED, State.WAITING]

    async with store.transaction() as tx:
        week = tuple(WeeklyWindow(day, Window(540, 600)) for day in range(7))
        await tx.hours.set_weekly(offer.provider.id, week)
    looker.look_again()
    await looker.look()
    assert await states(store, offer) == [State.OFFERED] * 3


async def test_offers_survive_a_restart_and_are_not_made_again(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await closed(tx, now)
        for _ in range(2):
            await join(tx, offer, now, days=1)
    await opens(store, offer)
    await Looker(store, Clock(now)).look()
    before = await line(store, offer)
    another = Store(database_url)

    await Looker(another, Clock(now + EVERY)).look()

    assert await line(another, offer) == before
    late = now + OFFER
    async with another.transaction() as tx:
        await lapse_holds(tx, late)
    await Looker(another, Clock(late)).look()
    assert await states(another, offer) == [State.WAITING, State.OFFERED]
    await another.close()


async def test_trouble_with_one_service_is_no_trouble_for_others(
    store: Store, now: datetime, monkeypatch: pytest.MonkeyPatch, logs: list[EventDict]
) -> None:
    async with store.transaction() as tx:
        bad, good = await closed(tx, now), await closed(tx, now)
        for each in (bad, good):
            await join(tx, each, now)
            await tx.hours.set_weekly(each.provider.id, (WeeklyWindow(2, Window(540, 570)),))

    async def breaks(tx: Tx, service_id: int, at: datetime) -> int:
        if service_id == bad.service.id:
            raise ValueError("a bug of ours")
        return await dealing.deal(tx, service_id, at)

    monkeypatch.setattr(waitlist, "deal", breaks)
    await Looker(store, Clock(now)).look()

    assert await states(store, good) == [State.OFFERED]
    assert "a waitlist cannot be looked after" in [each["event"] for each in logs]
