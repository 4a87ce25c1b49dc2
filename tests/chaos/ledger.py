"""What must be true of the database when everybody has booked, whatever happened meanwhile."""

from storage.engine import connected

_STATUSES = (
    "SELECT customer_id, status FROM bookings JOIN sessions ON sessions.id = session_id WHERE live"
)
_OVERLAPS = (
    "SELECT count(*) FROM sessions AS one JOIN sessions AS other USING (provider_id)"
    " WHERE one.id < other.id AND one.live AND other.live AND one.blocked && other.blocked"
)
_TOLD = "SELECT count(*) FROM notifications WHERE kind = 'made'"
_LOST = (
    "SELECT (SELECT count(*) FROM dead_letters)"
    " + (SELECT count(*) FROM notifications WHERE state IN ('failed', 'uncertain'))"
)


async def overlaps(database_url: str) -> int:
    """How many pairs of live sessions are in each other's time; none, if all is well."""
    connection = await connected(database_url)
    try:
        return int(await connection.fetchval(_OVERLAPS))
    finally:
        await connection.close()


async def assert_each_has_one(database_url: str, customers: int) -> None:
    """As many bookings as customers, one each, none in another's time; nothing given up on."""
    connection = await connected(database_url)
    try:
        bookings = await connection.fetch(_STATUSES)
        overlaps, told, lost = [
            await connection.fetchval(query) for query in (_OVERLAPS, _TOLD, _LOST)
        ]
    finally:
        await connection.close()

    assert [row["status"] for row in bookings] == ["confirmed"] * customers
    assert len({row["customer_id"] for row in bookings}) == customers
    assert (overlaps, told, lost) == (0, customers, 0)
