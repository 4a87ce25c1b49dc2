"""What goes with a booking is kept; what is sensitive is never in the clear."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.keys import reseal
from domain.attachments import Attachment, Sort
from domain.bookings import Booking, Status
from domain.details import Details, Extras
from domain.intake import Answer, Kind, Question
from domain.people import Person
from domain.services import Titles
from storage.conversations import Draft
from storage.store import Store, Tx
from storage.vault import CannotOpen, Vault, new_key
from tests import build
from tests.build import Offer
from tests.dumping import dump

SECRET = "allergic to penicillin"
ASK = Titles({"en": "Anything we should know?", "ar": "هل من شيء؟"})
ALLERGIES = Question("allergies", ASK, Kind.TEXT, sensitive=True)
WEIGHT = Question("weight", ASK, Kind.NUMBER, least=Decimal("0.5"), most=Decimal(300))
ILLNESS = Question("illness", ASK, Kind.CHOICES, sensitive=True, options=(ASK, ASK))
BORN = Question("born", ASK, Kind.DATE, required=True)
FORM = (ALLERGIES, WEIGHT, ILLNESS, BORN)
ANSWERS: tuple[tuple[Question, Answer], ...] = (
    (ALLERGIES, SECRET),
    (WEIGHT, Decimal("72.5")),
    (ILLNESS, (0, 1)),
    (BORN, date(1990, 5, 17)),
)
FILES = (
    Attachment(Sort.DOCUMENT, "file-1", "one", "scan.pdf", "application/pdf", 1000, "page 1"),
    Attachment(Sort.PHOTO, "file-2", "two"),
)
HOUR = timedelta(hours=1)


async def made(
    tx: Tx, offer: Offer, customer: Person, start: datetime, extras: Extras, now: datetime
) -> Booking:
    booking = await build.booking(tx, offer, customer, start, now)
    await tx.details.add(booking.id, extras)
    return booking


async def test_what_goes_with_a_booking_comes_back_as_it_was(store: Store, now: datetime) -> None:
    extras = Extras("Wedding", now + 5 * HOUR, FILES, ANSWERS)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        booking = await made(tx, offer, maya, now + HOUR, extras, now)

        card = (await tx.card_facts.of(booking.id)).details
        files = await tx.details.files(booking.id)
        answers = await tx.details.answers(booking.id)

    assert card == Details("Wedding", now + 5 * HOUR, files=2, answers=4)
    assert files == FILES
    assert answers == ANSWERS


async def test_a_booking_about_which_nothing_was_said_has_no_rows(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        booking = await made(tx, offer, maya, now + HOUR, Extras(), now)

        assert (await tx.card_facts.of(booking.id)).details == Details()


async def test_a_form_comes_back_as_the_catalogue_says_it(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, questions=FORM)

        assert await tx.details.form(offer.service.id) == FORM


async def test_a_service_changed_in_the_chat_keeps_its_questions(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, questions=FORM)
        kept = await tx.services.one(offer.provider.id, offer.service.id)
        await tx.services.save(kept)

        assert await tx.details.form(offer.service.id) == FORM


async def test_no_sensitive_answer_is_in_the_clear_in_any_table(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now, questions=FORM)
        maya = await build.person(tx, now)
        await made(tx, offer, maya, now + HOUR, Extras(answers=ANSWERS), now)
        await tx.conversations.save(
            1, maya.id, {}, Draft(answers=tx.details.draft({"allergies": SECRET})), None, now
        )

    everything = await dump(database_url)

    assert "72.5" in everything  # the dump has the answers that are not sensitive
    assert "penicillin" not in everything
    assert SECRET.encode().hex() not in everything


async def test_answers_of_last_time_are_those_of_the_last_booking(
    store: Store, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        older = Extras(answers=((ALLERGIES, "none"),))
        newer = Extras(answers=ANSWERS)
        await made(tx, offer, maya, now + HOUR, older, now)
        await made(tx, offer, maya, now + 2 * HOUR, newer, now)

        last = await tx.details.last_answers(maya.id, offer.service.id)

    assert last == {question.slug: answer for question, answer in ANSWERS}


async def test_nobody_gets_the_answers_of_somebody_else(store: Store, now: datetime) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya, layla = await build.person(tx, now), await build.person(tx, now)
        await made(tx, offer, maya, now + HOUR, Extras(answers=ANSWERS), now)

        assert await tx.details.last_answers(layla.id, offer.service.id) == {}


async def test_what_goes_with_a_booking_goes_with_the_one_that_takes_its_place(
    store: Store, now: datetime
) -> None:
    extras = Extras("Wedding", None, FILES, ANSWERS)
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        booking = await made(tx, offer, maya, now + HOUR, extras, now)
        other = await build.booking(tx, offer, maya, now + 2 * HOUR, now, Status.PENDING)

        await tx.details.carry(booking.id, other.id)

        assert (await tx.card_facts.of(other.id)).details == Details("Wedding", files=2, answers=4)
        assert await tx.details.answers(other.id) == ANSWERS


async def test_after_rotation_the_old_key_is_needed_no_longer(
    database_url: str, now: datetime
) -> None:
    old, new = new_key(), new_key()
    store = Store(database_url, vault=Vault([old]))
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        booking = await made(tx, offer, maya, now + HOUR, Extras(answers=ANSWERS), now)
    await store.close()

    store = Store(database_url, vault=Vault([new, old]))
    assert (await reseal(store), await reseal(store)) == (2, 0)
    await store.close()

    store = Store(database_url, vault=Vault([new]))
    async with store.transaction() as tx:
        assert await tx.details.answers(booking.id) == ANSWERS
    await store.close()


async def test_without_its_key_an_answer_is_told_to_be_unreadable_and_is_kept(
    store: Store, database_url: str, now: datetime
) -> None:
    async with store.transaction() as tx:
        offer = await build.offer(tx, now)
        maya = await build.person(tx, now)
        booking = await made(tx, offer, maya, now + HOUR, Extras(answers=ANSWERS), now)

    stranger = Store(database_url, vault=Vault([new_key()]))
    async with stranger.transaction() as tx:
        answers = await tx.details.answers(booking.id)
    assert await reseal(stranger) == 0
    await stranger.close()

    assert [answer for _, answer in answers] == [None, Decimal("72.5"), None, date(1990, 5, 17)]
    async with store.transaction() as tx:
        assert await tx.details.answers(booking.id) == ANSWERS


async def test_a_draft_of_another_key_is_no_draft(store: Store, database_url: str) -> None:
    async with store.transaction() as tx:
        sealed = tx.details.draft({"weight": Decimal(80)})
        assert tx.details.drafted(FORM, sealed) == {"weight": Decimal(80)}

    stranger = Store(database_url, vault=Vault([new_key()]))
    async with stranger.transaction() as tx:
        assert tx.details.drafted(FORM, sealed) == {}
    await stranger.close()


def test_what_is_sealed_twice_does_not_look_the_same() -> None:
    vault = Vault([new_key()])

    assert vault.seal("none") != vault.seal("none")


def test_what_was_changed_by_somebody_cannot_be_opened() -> None:
    vault = Vault([new_key()])
    sealed = vault.seal("none")

    with pytest.raises(CannotOpen):
        vault.open(sealed[:-8] + b"AAAAAAA=")
