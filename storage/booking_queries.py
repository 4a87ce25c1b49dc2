"""Statements that change a booking and that find bookings; what holds times is elsewhere."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Date,
    Integer,
    Text,
    bindparam,
    cast,
    exists,
    false,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

from domain.bookings import STANDING, UPCOMING, Status
from domain.notices import Kind
from domain.services import Format
from storage.columns import listed
from storage.people import COLUMNS as CUSTOMER
from storage.tables import (
    IS_LIVE,
    booking_events,
    bookings,
    notifications,
    people,
    providers,
)

SAVE = text(
    f"""
    WITH booking AS (
        UPDATE bookings SET
            status = :status, version = :version, reason = :reason, note = :note,
            hold_until = :hold_until, late = :late
        WHERE id = :booking_id AND version < :version
        RETURNING id, session_id
    ), event AS (
        INSERT INTO booking_events
            (booking_id, before, after, role, person_id, at, reason, source)
        SELECT id, :before, :status, :role, :person_id, :at, :why, :source FROM booking
    ), freed AS (
        UPDATE sessions SET live = false FROM booking
        WHERE sessions.id = booking.session_id AND NOT :is_live AND NOT EXISTS (
            SELECT FROM bookings
            WHERE session_id = sessions.id AND id <> :booking_id AND {IS_LIVE}
        )
    )
    SELECT id FROM booking
    """  # noqa: S608  # the statuses are ours
).bindparams(
    bindparam("booking_id", type_=BigInteger),
    bindparam("status", type_=Text),
    bindparam("version", type_=Integer),
    bindparam("before", type_=Text),
    bindparam("person_id", type_=BigInteger),
    bindparam("hold_until", type_=TIMESTAMP(timezone=True)),
)

COME = text("UPDATE bookings SET coming = coming || :coming WHERE id = :of_booking").bindparams(
    bindparam("coming", type_=JSONB)
)
# Who said so before said so first.
JOIN = text("UPDATE bookings SET joined = :joined || joined WHERE id = :of_booking").bindparams(
    bindparam("joined", type_=JSONB)
)
SET_NOTE = (
    update(bookings).where(bookings.c.id == bindparam("of_booking")).values(note=bindparam("new"))
)
MEET = (
    update(bookings)
    .where(bookings.c.id == bindparam("of_booking"))
    .values(format=bindparam("way"), place=bindparam("where"))
)

BOOKING = (
    bookings.c.id,
    bookings.c.reference,
    bookings.c.provider_id,
    bookings.c.service_id,
    bookings.c.customer_id,
    bookings.c.status,
    bookings.c.starts_at,
    bookings.c.ends_at,
    bookings.c.zone,
    bookings.c.title,
    bookings.c.price_amount,
    bookings.c.currency,
    bookings.c.format,
    bookings.c.place,
    bookings.c.note,
    bookings.c.reason,
    bookings.c.coming,
    bookings.c.version,
    bookings.c.hold_until,
    bookings.c.capacity,
    bookings.c.offered,
    bookings.c.policy,
    bookings.c.late,
    bookings.c.times_moved,
    bookings.c.moves_id,
    bookings.c.joined,
)
# Followed by the customer, whose columns have names of their own.
WITH_CUSTOMER = select(
    *BOOKING, *(column.label(f"whose_{column.name}") for column in CUSTOMER)
).join(people, people.c.id == bookings.c.customer_id)

# Statuses are written out, not bound, so that the planner sees which partial index serves.
_IS_HELD = text("bookings.status = 'held'")
_IS_PENDING = text("bookings.status = 'pending'")
_IS_CONFIRMED = text("bookings.status = 'confirmed'")
_IS_UPCOMING = text(f"bookings.status IN ({listed(UPCOMING)})")
_IS_STANDING = text(f"bookings.status IN ({listed(STANDING)})")
_WAS_KEPT = text(f"bookings.status IN ({listed({Status.CONFIRMED, Status.COMPLETED})})")
_IS_OVER = text(
    f"""
    bookings.status <> 'held'
    AND (bookings.status NOT IN ({listed(UPCOMING)}) OR bookings.ends_at <= :now)
    AND (bookings.status <> 'expired' OR EXISTS (
        SELECT FROM booking_events
        WHERE booking_id = bookings.id AND after = 'expired' AND before <> 'held'
    ))
    """
).bindparams(bindparam("now", type_=TIMESTAMP(timezone=True)))
_NOW = bindparam("now", type_=TIMESTAMP(timezone=True))
_MOST = bindparam("most", type_=Integer)
_SKIPPED = bindparam("skipped", type_=Integer)
_BY_START = (bookings.c.starts_at, bookings.c.id)

GET = select(*BOOKING).where(bookings.c.id == bindparam("of_booking"))
LOCK = GET.with_for_update()

_OF_CUSTOMER = bookings.c.customer_id == bindparam("customer_id")
_ALL_UPCOMING = (_OF_CUSTOMER, _IS_UPCOMING, bookings.c.ends_at > _NOW)
_ALL_PAST = (_OF_CUSTOMER, _IS_OVER)
_IS_A_CHOICE = ~bookings.c.offered & bookings.c.moves_id.is_(None)
HELD_BY = select(*BOOKING).where(_OF_CUSTOMER, _IS_HELD, _IS_A_CHOICE).with_for_update()
HELD_WITH = (
    select(*BOOKING)
    .where(
        bookings.c.provider_id == bindparam("provider_id"), _IS_HELD, bookings.c.moves_id.is_(None)
    )
    .order_by(bookings.c.id)
    .with_for_update()
)
PROPOSAL_OF = select(*BOOKING).where(bookings.c.moves_id == bindparam("of_booking"), _IS_HELD)
UPCOMING_OF = (
    select(*BOOKING).where(*_ALL_UPCOMING).order_by(*_BY_START).limit(_MOST).offset(_SKIPPED)
)
COUNT_UPCOMING = select(func.count()).select_from(bookings).where(*_ALL_UPCOMING)
PAST_OF = (
    select(*BOOKING)
    .where(*_ALL_PAST)
    .order_by(bookings.c.starts_at.desc(), bookings.c.id.desc())
    .limit(_MOST)
    .offset(_SKIPPED)
)
LAST_KEPT = (
    select(*BOOKING)
    .where(_OF_CUSTOMER, _WAS_KEPT, bookings.c.ends_at <= _NOW)
    .order_by(bookings.c.starts_at.desc(), bookings.c.id.desc())
    .limit(1)
)
COUNT_PAST = select(func.count()).select_from(bookings).where(*_ALL_PAST)
_PERSON = bindparam("person_id", type_=BigInteger)
AHEAD_OF = (
    select(
        *BOOKING,
        (bookings.c.customer_id == _PERSON).label("is_customer"),
        func.coalesce(providers.c.person_id == _PERSON, false()).label("is_provider"),
    )
    .join(providers, providers.c.id == bookings.c.provider_id)
    .where(
        _IS_CONFIRMED,
        bookings.c.starts_at > _NOW,
        (bookings.c.customer_id == _PERSON) | (providers.c.person_id == _PERSON),
    )
    .order_by(*_BY_START)
)

_OF_PROVIDERS = bookings.c.provider_id == func.any(
    bindparam("provider_ids", type_=ARRAY(BigInteger))
)
OF_PROVIDERS = WITH_CUSTOMER.where(
    _OF_PROVIDERS,
    _IS_STANDING,
    bookings.c.starts_at >= bindparam("start"),
    bookings.c.starts_at < bindparam("end"),
).order_by(*_BY_START)
PAGE_OF_PROVIDERS = OF_PROVIDERS.limit(_MOST).offset(_SKIPPED)
COUNT_BY_DATE = (
    select(
        cast(func.timezone(bindparam("zone"), bookings.c.starts_at), Date).label("on_date"),
        func.count().label("number"),
    )
    .where(
        bookings.c.provider_id == bindparam("provider_id"),
        _IS_STANDING,
        bookings.c.starts_at >= bindparam("start"),
        bookings.c.starts_at < bindparam("end"),
    )
    .group_by(text("on_date"))
    .order_by(text("on_date"))
)
_IS_PROPOSAL = text("bookings.status = 'held' AND bookings.moves_id IS NOT NULL")
# Of a series that is asked for the first one stands for all.
_IS_FIRST_REQUEST = text(
    """
    NOT EXISTS (
        SELECT FROM series_bookings AS own
        JOIN series_bookings AS others ON others.series_id = own.series_id
        JOIN bookings AS earlier ON earlier.id = others.booking_id
        WHERE own.booking_id = bookings.id AND bookings.status = 'pending'
            AND earlier.status = 'pending' AND earlier.starts_at > :now
            AND (earlier.starts_at, earlier.id) < (bookings.starts_at, bookings.id)
    )
    """
).bindparams(_NOW)
WAITING = WITH_CUSTOMER.where(
    _OF_PROVIDERS,
    or_(_IS_PENDING, _IS_PROPOSAL),
    bookings.c.starts_at > _NOW,
    _IS_FIRST_REQUEST,
).order_by(*_BY_START)

IN_SESSION = WITH_CUSTOMER.where(
    text("bookings.session_id = (SELECT session_id FROM bookings WHERE id = :of_booking)"),
    _IS_UPCOMING,
).order_by(bookings.c.id)
LOCK_SESSION = (
    select(*BOOKING)
    .where(
        text("bookings.session_id = (SELECT session_id FROM bookings WHERE id = :of_booking)"),
        text(f"bookings.status IN ({listed({Status.CONFIRMED, Status.IN_PROGRESS})})"),
    )
    .order_by(bookings.c.id)
    .with_for_update()
)
_WITH = (
    bookings.c.provider_id == bindparam("of_provider", type_=BigInteger),
    text(f"bookings.status NOT IN ({listed({Status.HELD, Status.EXPIRED})})"),
)
CUSTOMERS_OF = (
    select(*CUSTOMER)
    .join(
        select(bookings.c.customer_id, func.max(bookings.c.id).label("latest"))
        .where(*_WITH)
        .group_by(bookings.c.customer_id)
        .subquery("known"),
        text("known.customer_id = people.id"),
    )
    .order_by(text("known.latest DESC"))
    .limit(_MOST)
)
IS_CUSTOMER = select(
    exists().where(bookings.c.customer_id == bindparam("of_customer", type_=BigInteger), *_WITH)
)

_LAPSED = (
    select(*BOOKING)
    .where(bookings.c.hold_until <= _NOW)
    .order_by(bookings.c.hold_until, bookings.c.id)
    .limit(_MOST)
    .with_for_update(skip_locked=True)
)
LAPSED_HOLDS = _LAPSED.where(_IS_HELD)
LAPSED_REQUESTS = _LAPSED.where(_IS_PENDING)
NEXT_LAPSE = text("SELECT min(hold_until) FROM bookings WHERE status IN ('held', 'pending')")

# Begun not long ago: what is older is for its provider to say.
_HAS_BEGUN = (
    _IS_CONFIRMED,
    bookings.c.starts_at <= _NOW,
    bookings.c.starts_at > bindparam("since", type_=TIMESTAMP(timezone=True)),
)
_OF_THE_CLOCK = select(*BOOKING).order_by(*_BY_START).limit(_MOST).with_for_update(skip_locked=True)
BEGINNING = _OF_THE_CLOCK.where(*_HAS_BEGUN, text("bookings.joined <> '{}'"))
_ASKED = (
    select(func.min(notifications.c.sent_at))
    .where(
        notifications.c.booking_id == bookings.c.id,
        notifications.c.kind == Kind.READY,
        notifications.c.state == "sent",
    )
    .scalar_subquery()
)
UNATTENDED = _OF_THE_CLOCK.where(
    *_HAS_BEGUN,
    text(f"bookings.format <> '{Format.IN_PERSON}'"),
    text("bookings.joined = '{}'"),
    _ASKED.is_not(None),
).add_columns(_ASKED.label("asked_at"))

EVENTS = (
    select(booking_events)
    .where(booking_events.c.booking_id == bindparam("of_booking"))
    .order_by(booking_events.c.id)
)
