"""Statements that hold times: alone, or a seat in a group session."""

from sqlalchemy import BigInteger, Boolean, Integer, Text, bindparam, text
from sqlalchemy.dialects.postgresql import JSON, TIMESTAMP

from storage.quick import Quick
from storage.tables import IS_LIVE, NO_OVERLAP

_HELD_COLUMNS = """
    reference, session_id, capacity, seat, provider_id, service_id, customer_id, status, starts_at,
    ends_at, zone, title, price_amount, currency, format, place, note, reason, coming, version,
    hold_until, created_at, offered, policy, moves_id
"""
_HELD_VALUES = """
    :reference, session_id, capacity, number, :provider_id, :service_id, :customer_id, 'held',
    :start, :end, :zone, :title, :price_amount, :currency, :format, :place, :note, '', '{}', 1,
    :hold_until, :now, :offered, :policy, :moves_id
"""
_HELD_EVENT = """
        INSERT INTO booking_events (booking_id, after, role, person_id, at, reason, source)
        SELECT
            id, 'held', CASE WHEN :offered THEN 'system' ELSE 'customer' END,
            CASE WHEN NOT :offered THEN :customer_id END, :now, '',
            CASE WHEN :offered THEN 'job' ELSE :source END
        FROM booking
"""
_OF_A_HOLD = (
    bindparam("provider_id", type_=BigInteger),
    bindparam("service_id", type_=BigInteger),
    bindparam("customer_id", type_=BigInteger),
    bindparam("start", type_=TIMESTAMP(timezone=True)),
    bindparam("end", type_=TIMESTAMP(timezone=True)),
    bindparam("now", type_=TIMESTAMP(timezone=True)),
    bindparam("title", type_=JSON),
    bindparam("policy", type_=JSON),
    bindparam("source", type_=Text),
    bindparam("offered", type_=Boolean),
    bindparam("capacity", type_=Integer),
    bindparam("moves_id", type_=BigInteger),
)

# The session is refused where another blocks its time, the booking where its reference is taken;
# neither spoils the transaction.
HOLD = Quick(
    text(
        f"""
    WITH session AS (
        INSERT INTO sessions (
            provider_id, service_id, starts_at, ends_at, blocked, capacity, live, beside
        )
        VALUES (
            :provider_id, :service_id, :start, :end, tstzrange(:blocked_from, :blocked_until),
            :capacity, true, (
                SELECT coalesce(sessions.beside, sessions.id)
                FROM bookings JOIN sessions ON sessions.id = bookings.session_id
                WHERE bookings.id = :moves_id AND sessions.capacity = 1
            )
        )
        ON CONFLICT ON CONSTRAINT {NO_OVERLAP} DO NOTHING
        RETURNING id AS session_id, capacity, 0 AS number
    ), booking AS (
        INSERT INTO bookings ({_HELD_COLUMNS})
        SELECT {_HELD_VALUES}
        FROM session
        ON CONFLICT ON CONSTRAINT uq_bookings_reference DO NOTHING
        RETURNING id
    ), event AS ({_HELD_EVENT})
    SELECT (SELECT session_id FROM session) AS session_id, (SELECT id FROM booking) AS booking_id
    """  # noqa: S608  # the names are ours
    ).bindparams(*_OF_A_HOLD)
)


# Whoever wants a seat in a group session, or gives one back, holds its row first: who counts
# the seats must not miss what another is about to write.
LOCK_GROUP = text(
    """
    SELECT id FROM sessions
    WHERE provider_id = :provider_id AND service_id = :service_id
        AND starts_at = :start AND ends_at = :end AND live AND capacity > 1
    FOR NO KEY UPDATE
    """
).bindparams(
    bindparam("start", type_=TIMESTAMP(timezone=True)),
    bindparam("end", type_=TIMESTAMP(timezone=True)),
)
LOCK_GROUP_OF = text(
    """
    SELECT id FROM sessions WHERE id = (SELECT session_id FROM bookings WHERE id = :of_booking)
    FOR NO KEY UPDATE
    """
)
LOCK_GROUPS_IN_THE_WAY = text(
    """
    SELECT id FROM sessions
    WHERE provider_id = :provider_id AND live AND capacity > 1
        AND blocked && tstzrange(:blocked_from, :blocked_until)
    ORDER BY id FOR NO KEY UPDATE
    """
)
# An offer that nobody has heard of yet need not be told any more once it is over.
_TELL_NO_MORE = """
        UPDATE notifications SET state = 'cancelled'
        WHERE booking_id IN (SELECT id FROM expired) AND state = 'pending'
"""
# A hold that somebody is checking out, or giving back, at this moment keeps its seat for now.
EXPIRE_IN_GROUP = text(
    f"""
    WITH gone AS (
        SELECT id FROM bookings
        WHERE session_id = :session_id AND status = 'held' AND hold_until <= :now
            AND moves_id IS NULL
        FOR UPDATE SKIP LOCKED
    ), expired AS (
        UPDATE bookings SET status = 'expired', version = version + 1, hold_until = NULL
        FROM gone WHERE bookings.id = gone.id
        RETURNING bookings.id
    ), told AS ({_TELL_NO_MORE})
    INSERT INTO booking_events (booking_id, before, after, role, at, reason, source)
    SELECT id, 'held', 'expired', 'system', :now, '', 'job' FROM expired
    """  # noqa: S608  # the statement is ours
).bindparams(bindparam("now", type_=TIMESTAMP(timezone=True)))
# No row where no seat is free; a row without a booking where the reference is taken.
JOIN_GROUP = Quick(
    text(
        f"""
    WITH seat AS (
        SELECT sessions.id AS session_id, capacity, number
        FROM sessions CROSS JOIN generate_series(0, least(capacity, :capacity) - 1) AS number
        WHERE sessions.id = :session_id AND NOT EXISTS (
            SELECT FROM bookings
            WHERE session_id = sessions.id AND seat = number AND {IS_LIVE}
        )
        ORDER BY number LIMIT 1
    ), booking AS (
        INSERT INTO bookings ({_HELD_COLUMNS})
        SELECT {_HELD_VALUES}
        FROM seat
        ON CONFLICT ON CONSTRAINT uq_bookings_reference DO NOTHING
        RETURNING id
    ), event AS ({_HELD_EVENT})
    SELECT capacity, (SELECT id FROM booking) AS booking_id FROM seat
    """  # noqa: S608  # the statuses and names are ours
    ).bindparams(*_OF_A_HOLD, bindparam("session_id", type_=BigInteger))
)

# What is kept for a booking that may move lapses by itself: its customer is told.
# A hold that somebody is checking out at this moment is waited for, and left alone if they do.
EXPIRE_IN_THE_WAY = text(
    f"""
    WITH expired AS (
        UPDATE bookings SET status = 'expired', version = version + 1, hold_until = NULL
        WHERE status = 'held' AND hold_until <= :now AND moves_id IS NULL AND session_id IN (
            SELECT id FROM sessions
            WHERE provider_id = :provider_id AND live
                AND blocked && tstzrange(:blocked_from, :blocked_until)
        )
        RETURNING id, session_id
    ), event AS (
        INSERT INTO booking_events (booking_id, before, after, role, at, reason, source)
        SELECT id, 'held', 'expired', 'system', :now, '', 'job' FROM expired
    ), told AS ({_TELL_NO_MORE})
    UPDATE sessions SET live = false
    WHERE id IN (SELECT session_id FROM expired) AND NOT EXISTS (
        SELECT FROM bookings
        WHERE session_id = sessions.id AND {IS_LIVE} AND id NOT IN (SELECT id FROM expired)
    )
    """  # noqa: S608  # the statuses are ours
).bindparams(bindparam("now", type_=TIMESTAMP(timezone=True)))

FORGET_SESSION = text("DELETE FROM sessions WHERE id = :session_id")
