"""Presence and outcomes come back as they were kept."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.attachments import Attachment, Sort
from domain.bookings import Role
from domain.outcomes import Heading, Outcome
from storage.store import Store
from tests import build

HOUR = timedelta(hours=1)


async def test_an_outcome_comes_back_and_is_changed(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        booking = await build.booking(tx, offer, siti, now + HOUR, now)
        assert (await tx.card_facts.of(booking.id)).outcome is None
        outcome = Outcome(booking.id, now + 2 * HOUR, {Heading.TOPICS: "Short & <sharp>"})
        await tx.outcomes.save(outcome)
        assert (await tx.card_facts.of(booking.id)).outcome == outcome

        files = (Attachment(Sort.PHOTO, "a", "b"), Attachment(Sort.DOCUMENT, "c", "d", "plan.pdf"))
        changed = replace(outcome, notes={Heading.PRIVATE: "مقص"}, shared=now, files=files)
        await tx.outcomes.save(changed)

        assert (await tx.card_facts.of(booking.id)).outcome == changed
        await tx.outcomes.save(replace(changed, files=files[1:]))
        assert (await tx.card_facts.of(booking.id)).outcome == replace(changed, files=files[1:])


async def test_the_first_time_that_somebody_came_is_kept(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer, siti = await build.offer(tx, now), await build.person(tx, now)
        booking = await build.booking(tx, offer, siti, now + HOUR, now)

        for minutes in (0, 5):
            at = now + timedelta(minutes=minutes)
            await tx.bookings.join(booking.id, Role.CUSTOMER, at)
        await tx.bookings.join(booking.id, Role.PROVIDER, now + HOUR)

        found = await tx.bookings.get(booking.id)
        assert found.joined == {Role.CUSTOMER: now, Role.PROVIDER: now + HOUR}
        assert found.version == booking.version
