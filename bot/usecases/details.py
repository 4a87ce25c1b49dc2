"""What goes with a booking beyond its time: said before it is confirmed, read by its provider."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.usecases import availability, booking, keeping, waiting
from bot.usecases.availability import Month, Times
from bot.usecases.keeping import Card
from bot.usecases.seeking import Sought, seek
from domain import intake
from domain.attachments import Attachment
from domain.bookings import Booking
from domain.details import Extras
from domain.intake import Answer, Form, Question
from domain.notices import Side
from domain.people import Person, phone_in
from domain.refusals import NotFound, NumberMissing, SameTime, SlotTaken, WrongStatus
from storage.store import Tx

_FURTHEST = timedelta(days=1000)  # of what can be booked, and what dates can be reckoned with


@dataclass(frozen=True, slots=True)
class Said:
    """What a customer has said so far; the form is what the service asks, answered or not."""

    note: str = ""
    topic: str = ""
    other_start: datetime | None = None
    files: tuple[Attachment, ...] = ()
    form: Form = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    number: str = ""  # the customer's own, for a provider who calls

    @property
    def missing(self) -> int:
        """Questions that have to be answered before booking."""
        return intake.missing(self.form, self.answers)

    @property
    def first_open(self) -> int:
        """The place of the first question without an answer; 0 if there is none."""
        places = (at for at, each in enumerate(self.form) if each.slug not in self.answers)
        return next(places, 0)


async def confirm(tx: Tx, customer: Person, booking_id: int, said: Said, now: datetime) -> Booking:
    """Check out a hold, or take what is offered, with all that was said about it.

    Raises as `booking.confirm` or, for an offer from the waitlist, `waiting.take` does,
    AnswersMissing, and NumberMissing where the provider calls; for an offer the card asks later.
    """
    held = await tx.bookings.get(booking_id)
    if held.offered:
        made = await waiting.take(tx, customer, booking_id, now, said.note)
    else:
        made = await booking.confirm(tx, customer, booking_id, said.note, now)
        if made.provider_calls and not customer.phone:
            raise NumberMissing
    form = await tx.details.form(made.service_id)
    answers = intake.filled(form, said.answers)
    await tx.details.add(made.id, Extras(said.topic, said.other_start, said.files, answers))
    return made


async def give_number(tx: Tx, customer: Person, text: str) -> Person:
    """Keep on which number the customer can be called; raises NotAPhone."""
    phone = phone_in(text)
    await tx.people.set_phone(customer.id, phone)
    await tx.cards.touch_customer(customer.id)
    return replace(customer, phone=phone)


async def called(tx: Tx, customer: Person, booking_id: int) -> Card:
    """A booking of the customer's own for which the provider is to call them.

    Raises NotFound for any other, WrongStatus where it is over or called off.
    """
    seen = await keeping.card(tx, customer, booking_id, Side.CUSTOMER)
    if not seen.booking.status.is_live:
        raise WrongStatus(seen.booking.status)
    if not seen.booking.provider_calls:
        raise NotFound
    return seen


async def give_number_for(tx: Tx, customer: Person, booking_id: int, text: str) -> Card:
    """As `give_number`, after booking; the provider reads it at once. Refused as `called` is."""
    await called(tx, customer, booking_id)
    customer = await give_number(tx, customer, text)
    return await called(tx, customer, booking_id)


async def last_answers(tx: Tx, customer: Person, service_id: int, form: Form) -> dict[str, Answer]:
    """What the customer answered the last time, as far as the form still takes it."""
    if not form:
        return {}
    answers = await tx.details.last_answers(customer.id, service_id)
    return intake.still_fitting(form, answers)


async def other_days(
    tx: Tx, customer: Person, held: Booking, first: date | None, now: datetime
) -> tuple[Sought, Month]:
    """The days of a month with times that would suit as well as the held one."""
    sought = await seek(tx, customer, held.provider_id, held.service_id, way=held.format)
    shown = first or held.start.astimezone(sought.zone).date()
    return sought, await availability.month(tx, sought, shown.replace(day=1), now)


async def other_times(
    tx: Tx, customer: Person, held: Booking, on: date, now: datetime
) -> tuple[Sought, Times]:
    """The free times of a day, or raise NotFound if there are none."""
    sought = await seek(tx, customer, held.provider_id, held.service_id, way=held.format)
    if abs(on - now.date()) > _FURTHEST:
        raise NotFound
    found = await availability.times(tx, sought, on, now)
    if not found.slots:
        raise NotFound
    return sought, found


async def check_other(
    tx: Tx, customer: Person, held: Booking, start: datetime, now: datetime
) -> None:
    """Raise why a time cannot be named as another one: SameTime, or SlotTaken."""
    if start == held.start:
        raise SameTime
    sought = await seek(tx, customer, held.provider_id, held.service_id, way=held.format)
    found = await availability.times(tx, sought, start.astimezone(sought.zone).date(), now)
    if start not in {slot.start for slot in found.slots}:
        raise SlotTaken


async def files(tx: Tx, person: Person, booking_id: int) -> tuple[Card, tuple[Attachment, ...]]:
    """What came with a booking, for its provider; raises NotFound for anybody else."""
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    return seen, await tx.details.files(booking_id)


async def answers(
    tx: Tx, person: Person, booking_id: int
) -> tuple[Card, tuple[tuple[Question, Answer | None], ...]]:
    """The answers that came with a booking, for its provider; raises NotFound for anybody else."""
    seen = await keeping.card(tx, person, booking_id, Side.PROVIDER)
    return seen, await tx.details.answers(booking_id)
