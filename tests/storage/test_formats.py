"""Formats as they are kept: with the service, and with what was booked."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.services import Format, Meeting, Meetings
from storage.engine import engine_of
from storage.store import Store
from tests import build

MANY = Meetings(
    (
        Meeting(Format.VIDEO, "https://meet.example/{reference}"),
        Meeting(Format.PHONE),
        Meeting(Format.IN_PERSON, "Room 2"),
    )
)
DAY = timedelta(days=1)


async def test_formats_keep_their_order_and_places(store: Store, now: datetime) -> None:
    entry = build.organization_entry(services=(build.service_entry(meetings=MANY),))
    async with store.transaction() as tx:
        await tx.catalogue.apply([entry], now)
        again = await tx.catalogue.apply([entry], now)
        (provider,) = await tx.providers.offered(None, 9, 0)
        (service,) = await tx.providers.services(provider.id)

    assert service.meetings == MANY
    assert again.updated == 0


@pytest.mark.parametrize(
    "wrong", ['other_formats = \'{"smoke": ""}\'', "format = 'smoke'", "format = 'phone'"]
)
async def test_the_database_refuses_formats_that_do_not_exist_or_stand_there_twice(
    store: Store, database_url: str, now: datetime, wrong: str
) -> None:
    async with store.transaction() as tx:
        await build.offer(tx, now, meetings=MANY)
    engine = engine_of(database_url, 1)

    with pytest.raises(IntegrityError, match=r"ck_services_(other_)?format"):
        async with engine.begin() as connection:
            await connection.execute(text(f"UPDATE services SET {wrong}"))  # noqa: S608  # ours
    await engine.dispose()


async def test_what_is_held_keeps_the_usual_format_until_another_is_chosen(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, meetings=MANY)
        customer = await build.person(tx, now)
        held = await build.hold(tx, offer, customer, now + DAY, now)
        kept = await tx.bookings.get(held.id)

    assert kept == held
    assert (held.format, held.place) == (
        Format.VIDEO,
        f"https://meet.example/{held.reference}",
    )


async def test_the_last_format_is_that_of_what_was_booked(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, meetings=MANY)
        customer, other = await build.person(tx, now), await build.person(tx, now)
        before = await tx.own.last_format(customer.id, offer.service.id)
        in_person = build.Offer(offer.provider, offer.service.by(Format.IN_PERSON))
        await build.booking(tx, in_person, customer, now + DAY, now)
        await build.booking(tx, offer, other, now + 2 * DAY, now)
        await build.hold(tx, offer, customer, now + 3 * DAY, now)

        after = await tx.own.last_format(customer.id, offer.service.id)

    assert (before, after) == (None, Format.IN_PERSON)
