"""Sessions in bulk, with a booking each: what a place that has been used for years has stored."""

from datetime import datetime

from storage.engine import connected

_PERSON = """
    INSERT INTO people (telegram_id, first_name, last_name, language, reachable)
    VALUES (7, 'Regular', '', 'en', true) ON CONFLICT DO NOTHING
"""
# $1 ids of providers, $2 sessions of each, $3 the start of the first, $4 seconds between starts.
_FILL = """
    WITH kept AS (
        INSERT INTO sessions (provider_id, service_id, starts_at, ends_at, blocked, capacity, live)
        SELECT
            provider_id,
            (SELECT min(service_id) FROM provider_services AS of WHERE of.provider_id = given.id),
            at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), 1, true
        FROM unnest($1::bigint[]) AS given (id)
            CROSS JOIN generate_series(0, $2::bigint - 1) AS number
            CROSS JOIN LATERAL (
                SELECT given.id AS provider_id,
                    $3::timestamptz + make_interval(secs => number * $4::bigint) AS at
            ) AS wanted
        RETURNING id, provider_id, service_id, starts_at, ends_at
    )
    INSERT INTO bookings (
        reference, session_id, capacity, seat, provider_id, service_id, customer_id, status,
        starts_at, ends_at, zone, title, price_amount, currency, format, place, note, reason,
        coming, version, created_at
    )
    SELECT
        'BK-' || id, id, 1, 0, provider_id, service_id,
        (SELECT id FROM people WHERE telegram_id = 7), 'confirmed', starts_at, ends_at,
        'Asia/Jakarta', '{"en": "Haircut"}', 0, 'IDR', 'in_person', '', '', '', '{}', 1, starts_at
    FROM kept
"""


async def fill(
    url: str, provider_ids: list[int], each: int, first: datetime, apart_seconds: int
) -> None:
    """So many confirmed half-hour sessions for each provider, one after the other."""
    connection = await connected(url)
    try:
        await connection.execute(_PERSON)
        await connection.execute(_FILL, provider_ids, each, first, apart_seconds)
        await connection.execute("ANALYZE sessions, bookings")
    finally:
        await connection.close()
