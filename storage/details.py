"""What customers say about their bookings: topics, files, answers; sensitive ones are sealed."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, insert, select, text, update

from domain import intake
from domain.attachments import Attachment
from domain.bookings import STANDING
from domain.details import Extras
from domain.intake import Answer, Answers, Form, Question
from storage.attachment_rows import file, file_row
from storage.columns import listed
from storage.connection import Connection
from storage.question_rows import form_of, question_of, stored_question
from storage.tables import booking_answers, booking_attachments, booking_details, services
from storage.vault import CannotOpen, Vault

_OF = bindparam("of_booking", type_=BigInteger)
_FILES = (
    select(booking_attachments)
    .where(booking_attachments.c.booking_id == _OF)
    .order_by(booking_attachments.c.position)
)
_ANSWERS = (
    select(booking_answers)
    .where(booking_answers.c.booking_id == _OF)
    .order_by(booking_answers.c.position)
)
_FORM = select(services.c.questions).where(
    services.c.id == bindparam("of_service", type_=BigInteger)
)
_LAST = text(
    f"""
    SELECT max(bookings.id) FROM bookings
    JOIN booking_answers ON booking_answers.booking_id = bookings.id
    WHERE customer_id = :of_customer AND service_id = :of_service
        AND (status IN ({listed(STANDING)}) OR status IN ('cancelled', 'declined'))
    """  # noqa: S608  # the names are ours
).bindparams(bindparam("of_customer", type_=BigInteger), bindparam("of_service", type_=BigInteger))
_CARRY = tuple(
    text(
        f"""
        INSERT INTO {table} (booking_id, {columns})
        SELECT :to_booking, {columns} FROM {table} WHERE booking_id = :of_booking
        """  # noqa: S608  # the names are ours
    ).bindparams(_OF, bindparam("to_booking", type_=BigInteger))
    for table, columns in (
        ("booking_details", "topic, other_start"),
        (
            "booking_attachments",
            "position, sort, file_id, unique_id, name, mime, size, caption",
        ),
        ("booking_answers", "position, slug, question, sensitive, answer, sealed, sealed_by"),
    )
)
# Another time that would suit is one in place of just that booking.
_FORGET_OTHER_TIME = text(
    "UPDATE booking_details SET other_start = NULL WHERE booking_id = :of_booking"
).bindparams(_OF)
_OUTDATED = (
    select(booking_answers.c.id, booking_answers.c.sealed)
    .where(
        booking_answers.c.sealed_by != bindparam("newest"),
        booking_answers.c.id > bindparam("after", type_=BigInteger),
    )
    .order_by(booking_answers.c.id)
    .limit(bindparam("limit"))
    .with_for_update()
)
_RESEAL = update(booking_answers).where(booking_answers.c.id == bindparam("which"))


class Details:
    """What is sensitive is sealed before it leaves for the database; without a vault nothing is."""

    def __init__(self, connection: Connection, vault: Vault | None) -> None:
        self._connection = connection
        self._known_vault = vault

    async def add(self, booking_id: int, extras: Extras) -> None:
        """Keep what was said when the booking was made; nothing if nothing was."""
        if extras == Extras():
            return
        await self._connection.write(
            insert(booking_details).values(
                booking_id=booking_id, topic=extras.topic, other_start=extras.other_start
            )
        )
        if extras.files:
            rows = [file_row(booking_id, *each) for each in enumerate(extras.files)]
            await self._connection.write(insert(booking_attachments).values(rows))
        if extras.answers:
            answers = [
                self._answer_row(booking_id, position, *each)
                for position, each in enumerate(extras.answers)
            ]
            await self._connection.write(insert(booking_answers).values(answers))

    async def carry(self, booking_id: int, to_booking_id: int) -> None:
        """What was said about a booking holds for the one that takes its place."""
        for statement in _CARRY:
            await self._connection.write(statement, of_booking=booking_id, to_booking=to_booking_id)

    async def repeat(self, booking_id: int, on_booking_id: int) -> None:
        """What was said about a booking holds for one that repeats it; what is sealed stays so."""
        await self.carry(booking_id, on_booking_id)
        await self._connection.write(_FORGET_OTHER_TIME, of_booking=on_booking_id)

    async def files(self, booking_id: int) -> tuple[Attachment, ...]:
        """In the order in which they came."""
        found = await self._connection.read(_FILES, of_booking=booking_id)
        return tuple(file(row) for row in found)

    async def answers(self, booking_id: int) -> tuple[tuple[Question, Answer | None], ...]:
        """In the order of the form; None for one that none of our keys opens."""
        found = await self._connection.read(_ANSWERS, of_booking=booking_id)
        return tuple(self._answer(row) for row in found)

    async def form(self, service_id: int) -> Form:
        """What the service asks; empty if it asks nothing."""
        found = await self._connection.read(_FORM, of_service=service_id)
        return form_of(found.scalar_one_or_none())

    async def last_answers(self, customer_id: int, service_id: int) -> dict[str, Answer]:
        """What this customer answered when they booked this service the last time."""
        found = await self._connection.read(_LAST, of_customer=customer_id, of_service=service_id)
        booking_id = found.scalar_one()
        if booking_id is None:
            return {}
        answers = await self.answers(booking_id)
        return {question.slug: answer for question, answer in answers if answer is not None}

    def draft(self, answers: Answers) -> str:
        """Answers on their way through a conversation, sealed altogether."""
        said = {slug: intake.stored(each) for slug, each in answers.items()}
        return self._vault.seal(json.dumps(said)).decode()

    def drafted(self, form: Form, sealed: str) -> dict[str, Answer]:
        """What `draft` has sealed, as far as the form still asks for it and a key opens it."""
        if not sealed:
            return {}
        try:
            said: Mapping[str, str] = json.loads(self._vault.open(sealed.encode()))
        except CannotOpen:
            return {}
        restored = {}
        for question in form:
            if question.slug in said:
                with suppress(ValueError, ArithmeticError):  # it was of another kind then
                    restored[question.slug] = intake.restored(question, said[question.slug])
        return intake.still_fitting(form, restored)

    async def reseal(self, after: int, limit: int) -> tuple[int, int]:
        """Seal some that older keys have sealed with the newest one; how many, and the last id.

        What no key of ours opens stays as it is. `after` is the last id of the batch before.
        """
        found = await self._connection.read(
            _OUTDATED, newest=self._vault.key_name, after=after, limit=limit
        )
        count, last = 0, after
        for row in found:
            last = row.id
            try:
                sealed = self._vault.sealed_anew(row.sealed)
            except CannotOpen:
                continue
            await self._connection.write(
                _RESEAL.values(sealed=sealed, sealed_by=self._vault.key_name), which=row.id
            )
            count += 1
        return count, last

    @property
    def _vault(self) -> Vault:
        if self._known_vault is None:
            raise ValueError("there are no keys to seal with")
        return self._known_vault

    def _answer_row(
        self, booking_id: int, position: int, question: Question, answer: Answer
    ) -> dict[str, Any]:
        said = intake.stored(answer)
        row: dict[str, Any] = {
            "booking_id": booking_id,
            "position": position,
            "slug": question.slug,
            "question": stored_question(question),
            "sensitive": question.sensitive,
        }
        if question.sensitive:
            sealed = self._vault.seal(said)
            return {**row, "answer": None, "sealed": sealed, "sealed_by": self._vault.key_name}
        return {**row, "answer": said, "sealed": None, "sealed_by": None}

    def _answer(self, row: Row[Any]) -> tuple[Question, Answer | None]:
        question = question_of(row.question)
        try:
            said = self._vault.open(row.sealed) if row.sensitive else row.answer
        except CannotOpen:
            return question, None
        return question, intake.restored(question, said)
