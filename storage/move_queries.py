"""The statements about bookings that move to another time, and about times that are suggested."""

from sqlalchemy import BigInteger, Integer, Text, bindparam, select, text, update
from sqlalchemy.dialects.postgresql import TIMESTAMP

from storage.tables import IS_LIVE, booking_events, bookings

# The hold gives its seat to the booking; the time that nobody has any more blocks no longer.
LOCK_GROUPS_OF_BOTH = text(
    """
    SELECT id FROM sessions
    WHERE capacity > 1
        AND id IN (SELECT session_id FROM bookings WHERE id IN (:booking_id, :hold_id))
    ORDER BY id FOR NO KEY UPDATE
    """
)
USE_UP = text(
    """
    WITH used AS (
        UPDATE bookings SET status = 'expired', version = version + 1, hold_until = NULL
        WHERE id = :hold_id AND moves_id = :booking_id AND status = 'held'
        RETURNING id
    )
    INSERT INTO booking_events (booking_id, before, after, role, person_id, at, reason)
    SELECT id, 'held', 'expired', :role, :person_id, :at, '' FROM used
    RETURNING booking_id
    """
).bindparams(bindparam("person_id", type_=BigInteger))
MOVE = text(
    f"""
    WITH old AS (
        SELECT session_id FROM bookings WHERE id = :booking_id
    ), new AS (
        SELECT session_id, seat, capacity, starts_at, ends_at FROM bookings WHERE id = :hold_id
    ), booking AS (
        UPDATE bookings SET
            session_id = new.session_id, seat = new.seat, capacity = new.capacity,
            starts_at = new.starts_at, ends_at = new.ends_at, version = :version,
            times_moved = :times_moved, hold_until = :hold_until, coming = '{{}}'
        FROM new WHERE bookings.id = :booking_id AND version < :version
        RETURNING bookings.id
    ), event AS (
        INSERT INTO booking_events (
            booking_id, before, after, role, person_id, at, reason, moved_from, moved_to
        )
        SELECT
            id, :before, :status, :role, :person_id, :at, :why, tstzrange(:was_from, :was_until),
            tstzrange(:start, :end)
        FROM booking
    ), freed AS (
        UPDATE sessions SET live = false FROM old, booking
        WHERE sessions.id = old.session_id AND NOT EXISTS (
            SELECT FROM bookings
            WHERE session_id = sessions.id AND id <> :booking_id AND {IS_LIVE}
        )
    )
    SELECT id FROM booking
    """  # noqa: S608  # the statuses are ours
).bindparams(
    bindparam("booking_id", type_=BigInteger),
    bindparam("hold_id", type_=BigInteger),
    bindparam("version", type_=Integer),
    bindparam("times_moved", type_=Integer),
    bindparam("before", type_=Text),
    bindparam("status", type_=Text),
    bindparam("person_id", type_=BigInteger),
    bindparam("hold_until", type_=TIMESTAMP(timezone=True)),
)
SUGGEST = (
    update(bookings)
    .where(bookings.c.id == bindparam("of_booking"))
    .values(suggested=bindparam("starts"))
)
SUGGESTED = select(bookings.c.suggested).where(bookings.c.id == bindparam("of_booking"))
LAST_MOVE = (
    select(booking_events)
    .where(
        booking_events.c.booking_id == bindparam("of_booking"),
        booking_events.c.moved_to.is_not(None),
    )
    .order_by(booking_events.c.id.desc())
    .limit(1)
)
