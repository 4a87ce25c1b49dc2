"""Statements that are compiled once and for all, for what everybody waits for.

SQLAlchemy looks at a statement and converts its parameters each time it is run; with one of these
the driver gets text and parameters as they are.
"""

from collections.abc import Mapping

from sqlalchemy import TextClause
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg


class Quick:
    """JSON parameters are given as text."""

    __slots__ = ("_names", "sql", "statement")

    def __init__(self, statement: TextClause) -> None:
        dialect = PGDialect_asyncpg()  # type: ignore[no-untyped-call]  # its types end there
        compiled = statement.compile(dialect=dialect)
        self.statement = statement
        self.sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())

    def in_order(self, values: Mapping[str, object]) -> tuple[object, ...]:
        """The values as the driver wants them; raises KeyError if one is missing."""
        return tuple([values[name] for name in self._names])
