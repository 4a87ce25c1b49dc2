"""Each update is taken in once, and one person's come one after another."""

import asyncio
from datetime import date, datetime, timedelta

import pytest

from domain.people import Sender
from domain.refusals import SlotTaken
from storage.conversations import Draft
from storage.store import Store
from tests.storage.waiting import until_somebody_is_blocked

SITI = Sender(7, "Siti", "Rahma", "id")
CHAT = 7
DAY = timedelta(days=1)


async def test_an_update_is_taken_in_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        first = await tx.updates.admit(1, SITI, CHAT, now)
    async with store.transaction() as tx:
        again = await tx.updates.admit(1, SITI, CHAT, now)

    assert first
    assert again is None


async def test_an_update_whose_transaction_failed_is_taken_in_again(
    store: Store, now: datetime
) -> None:
    async def fail() -> None:
        async with store.transaction() as tx:
            await tx.updates.admit(1, SITI, CHAT, now)
            raise SlotTaken

    with pytest.raises(SlotTaken):
        await fail()

    async with store.transaction() as tx:
        assert await tx.updates.admit(1, SITI, CHAT, now)


async def test_of_two_deliveries_of_an_update_at_once_one_is_taken_in(
    store: Store, now: datetime
) -> None:
    async def receive() -> bool:
        async with store.transaction() as tx:
            return await tx.updates.admit(1, SITI, CHAT, now) is not None

    results = await asyncio.gather(*(receive() for _ in range(10)))

    assert results.count(True) == 1


async def test_who_writes_for_the_first_time_is_new_and_speaks_what_telegram_says(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        arrival = await tx.updates.admit(1, SITI, CHAT, now)

    assert arrival
    assert arrival.is_new
    assert (arrival.person.name, arrival.person.language) == ("Siti Rahma", "id")
    assert (arrival.states, arrival.draft, arrival.screen_id) == ({}, Draft(), None)


async def test_nobody_is_new_twice_even_while_the_clock_stands(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        arrivals = [await tx.updates.admit(each, SITI, CHAT, now) for each in (1, 2)]

    assert [each.is_new for each in arrivals if each] == [True, False]


async def test_who_comes_again_has_a_new_name_and_the_language_they_chose(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        first = await tx.updates.admit(1, SITI, CHAT, now)
        assert first
        await tx.people.set_language(first.person.id, "tr")
        await tx.people.unreachable(first.person.id, now)

    async with store.transaction() as tx:
        again = await tx.updates.admit(2, Sender(7, "Sita", "", "ar"), CHAT, now + DAY)

    assert again
    assert not again.is_new
    assert (again.person.id, again.person.name) == (first.person.id, "Sita")
    assert again.person.language == "tr"
    assert again.person.reachable


async def test_the_second_update_of_a_person_waits_and_sees_what_the_first_one_left(
    store: Store, database_url: str, now: datetime
) -> None:
    async def second() -> tuple[str, dict[str, str]]:
        async with store.transaction() as tx:
            arrival = await tx.updates.admit(2, SITI, CHAT, now)
            assert arrival
            return arrival.person.language, arrival.states

    async with store.transaction() as tx:
        first = await tx.updates.admit(1, SITI, CHAT, now)
        assert first
        waiting = asyncio.create_task(second())
        await until_somebody_is_blocked(database_url)
        await tx.people.set_language(first.person.id, "en")
        await tx.conversations.save(
            CHAT, first.person.id, {"state": "note"}, Draft(), first.screen_id, now
        )

    assert await waiting == ("en", {"state": "note"})


async def test_a_conversation_is_kept_as_it_was(store: Store, now: datetime) -> None:
    draft = Draft(
        flow=3,
        business="salon",
        page=1,
        provider_id=4,
        service_id=5,
        month=date(2026, 12, 1),
        day=date(2026, 12, 24),
        part="morning",
        start=now,
        note="no scissors",
        booking_id=6,
        screen_id=8,
    )
    async with store.transaction() as tx:
        first = await tx.updates.admit(1, SITI, CHAT, now)
        assert first
        await tx.conversations.save(CHAT, first.person.id, {"state": "time"}, draft, 17, now)

    async with store.transaction() as tx:
        again = await tx.updates.admit(2, SITI, CHAT, now + DAY - timedelta(seconds=1))

    assert again
    assert (again.states, again.draft, again.screen_id) == ({"state": "time"}, draft, 17)


async def test_a_conversation_ends_by_itself_but_its_screen_is_known(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        first = await tx.updates.admit(1, SITI, CHAT, now)
        assert first
        await tx.conversations.save(
            CHAT, first.person.id, {"state": "time"}, Draft(flow=3), None, now
        )
        await tx.conversations.showing(CHAT, first.person.id, 17)

    async with store.transaction() as tx:
        again = await tx.updates.admit(2, SITI, CHAT, now + DAY)

    assert again
    assert (again.states, again.draft, again.screen_id) == ({}, Draft(), 17)


def test_a_draft_of_another_version_is_read_as_far_as_it_is_known() -> None:
    stored = {"flow": 2, "day": "2026-12-24", "colour": "green", "start": None}

    assert Draft.from_json(stored) == Draft(flow=2, day=date(2026, 12, 24))


async def test_an_update_that_is_nobodys_is_taken_in_once(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        assert [await tx.updates.admit_bare(1, now) for _ in range(2)] == [True, False]


async def test_failures_of_an_update_are_counted_until_it_is_buried(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        counted = [await tx.updates.failed(1, now) for _ in range(3)]
        await tx.updates.bury(1, "ABCDEFGH", "KeyError", "message", now)

        assert counted == [1, 2, 3]
        assert await tx.updates.admit(1, SITI, CHAT, now) is None
        assert await tx.updates.failed(1, now) == 1


async def test_updates_of_long_ago_are_forgotten(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        await tx.updates.admit_bare(1, now - DAY)
        await tx.updates.admit_bare(2, now)

        assert await tx.updates.forget(now) == 1
        assert await tx.updates.admit_bare(1, now)
        assert not await tx.updates.admit_bare(2, now)
