"""Addresses of databases, as people write them and as the driver wants them."""

from urllib.parse import parse_qsl, urlencode, urlsplit

# Said to libpq; the driver would pass them on to the server, which knows none of them.
_FOR_LIBPQ = frozenset(
    {
        "channel_binding",
        "client_encoding",
        "connect_timeout",
        "fallback_application_name",
        "gssencmode",
        "keepalives",
        "keepalives_count",
        "keepalives_idle",
        "keepalives_interval",
        "pool_timeout",
        "prepared_statement_cache_size",
        "sslcompression",
        "tcp_user_timeout",
    }
)


def address(url: str) -> str:
    """The address for asyncpg: `postgres://`, a driver's name and libpq's options are understood.

    `?host=/folder` (a socket) and `?sslmode=` keep their meaning. Raises ValueError if it is not
    the address of a PostgreSQL database.
    """
    parts = urlsplit(url.strip())
    if parts.scheme.partition("+")[0] not in {"postgresql", "postgres"}:
        raise ValueError("a database address starts with postgresql://")
    options = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode([(name, value) for name, value in options if name not in _FOR_LIBPQ])
    start = f"postgresql://{parts.netloc}{parts.path}"
    return f"{start}?{kept}" if kept else start
