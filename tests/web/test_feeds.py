"""Calendars that ask at a feed's address."""

from datetime import datetime, timedelta

import aiohttp
import pytest
from icalendar import Calendar

from bot.usecases import feeds
from bot.web import feeds as web
from domain import bookings
from domain.bookings import Actor, Booking, Role, Status
from domain.people import Person
from storage.store import Store
from tests import build
from tests.web.conftest import Serve

DAY = timedelta(days=1)


@pytest.fixture
async def customer(store: Store, now: datetime) -> Person:
    async with store.transaction() as tx:
        return await build.person(tx, now)


@pytest.fixture
async def booked(store: Store, customer: Person, now: datetime) -> Booking:
    async with store.transaction() as tx:
        return await build.booking(tx, await build.offer(tx, now), customer, now + DAY, now)


@pytest.fixture
async def base(serve: Serve, store: Store, now: datetime) -> str:
    return await serve([web.route(store, lambda: now)])


async def address(store: Store, base: str, person: Person, now: datetime) -> str:
    async with store.transaction() as tx:
        (mine,) = await feeds.mine(tx, person, now)
    return f"{base}/calendar/{mine.feed.secret}.ics"


async def statuses(client: aiohttp.ClientSession, url: str) -> list[tuple[str, int]]:
    async with client.get(url) as response:
        assert (response.status, response.content_type) == (200, "text/calendar")
        parsed = Calendar.from_ical(await response.read())
    assert isinstance(parsed, Calendar)
    return [(str(each["STATUS"]), each.sequence) for each in parsed.events]


async def test_a_booking_and_its_cancellation_are_seen(
    client: aiohttp.ClientSession,
    base: str,
    store: Store,
    customer: Person,
    booked: Booking,
    now: datetime,
) -> None:
    url = await address(store, base, customer, now)
    ((before, number),) = await statuses(client, url)
    async with store.transaction() as tx:
        locked = await tx.bookings.lock(booked.id)
        by = Actor(Role.CUSTOMER, customer.id)
        await tx.bookings.save(*bookings.moved(locked, Status.CANCELLED, by=by, at=now))

    ((after, later),) = await statuses(client, url)
    assert (before, after) == ("CONFIRMED", "CANCELLED")
    assert later > number


async def test_a_hold_is_in_no_calendar(
    client: aiohttp.ClientSession, base: str, store: Store, customer: Person, now: datetime
) -> None:
    async with store.transaction() as tx:
        await build.hold(tx, await build.offer(tx, now), customer, now + DAY, now)

    assert await statuses(client, await address(store, base, customer, now)) == []


async def test_what_has_not_changed_is_not_sent_again(
    client: aiohttp.ClientSession,
    base: str,
    store: Store,
    customer: Person,
    booked: Booking,
    now: datetime,
) -> None:
    url = await address(store, base, customer, now)
    async with client.get(url) as first:
        tag = first.headers["ETag"]
    async with client.get(url, headers={"If-None-Match": tag}) as second:
        assert (second.status, await second.read()) == (304, b"")


async def test_only_the_newest_address_works(
    client: aiohttp.ClientSession, base: str, store: Store, customer: Person, now: datetime
) -> None:
    old = await address(store, base, customer, now)
    async with store.transaction() as tx:
        (mine,) = await feeds.mine(tx, customer, now)
        await feeds.renew(tx, customer, mine.feed.id, now)
    new = await address(store, base, customer, now)

    async with client.get(old) as gone, client.get(new) as there:
        assert (gone.status, there.status) == (404, 200)


@pytest.mark.parametrize("secret", ["guessed", "%00", "..%2Fhealthz", "x" * 300])
async def test_a_guess_finds_nothing(client: aiohttp.ClientSession, base: str, secret: str) -> None:
    async with client.get(f"{base}/calendar/{secret}.ics") as response:
        assert response.status == 404


async def test_a_provider_sees_what_is_booked_with_them(
    client: aiohttp.ClientSession, base: str, store: Store, booked: Booking, now: datetime
) -> None:
    async with store.transaction() as tx:
        ayu = await build.person(tx, now, "Ayu")
        await tx.providers.claim(booked.provider_id, ayu.id)
        own, ayus = await feeds.mine(tx, ayu, now)

    assert await statuses(client, f"{base}/calendar/{own.feed.secret}.ics") == []
    assert len(await statuses(client, f"{base}/calendar/{ayus.feed.secret}.ics")) == 1


async def test_who_is_the_provider_no_longer_sees_nothing(
    client: aiohttp.ClientSession, base: str, store: Store, booked: Booking, now: datetime
) -> None:
    async with store.transaction() as tx:
        ayu, budi = await build.person(tx, now, "Ayu"), await build.person(tx, now, "Budi")
        await tx.providers.claim(booked.provider_id, ayu.id)
        _, ayus = await feeds.mine(tx, ayu, now)
        await tx.providers.claim(booked.provider_id, budi.id)

    async with client.get(f"{base}/calendar/{ayus.feed.secret}.ics") as response:
        assert response.status == 404
