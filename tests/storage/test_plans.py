"""However much there is, it is found by an index, and what stands beside it is not read."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Executable
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

from storage import live_cards, rooms
from storage.engine import connected

# The tables of a test are all but empty; this has them asked as if they were not.
AS_IF_FULL = """
    SET enable_seqscan = off;
    SET plan_cache_mode = force_generic_plan
"""
ASKED = {
    "the cards of what has changed": live_cards._TOUCH,
    "all cards of a person": live_cards._TOUCH_ALL_OF,
    "the cards around a message": live_cards._AROUND,
    "who is in a session": rooms._TOGETHER,
    "what was said in a room": rooms._TRANSCRIPT,
    "the last that was said": rooms._LAST,
    "what is no longer kept": rooms._ERASE,
    "lines of the bot that are no longer kept": rooms._ERASE_LINES,
}


def scans(plan: dict[str, Any]) -> Iterator[str]:
    """The indexes and tables that a plan reads from one end to the other."""
    is_scan = plan["Node Type"].endswith(("Seq Scan", "Index Scan", "Index Only Scan"))
    if is_scan and "Index Cond" not in plan:
        yield plan.get("Index Name") or plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from scans(part)


@pytest.mark.parametrize("statement", ASKED.values(), ids=ASKED)
async def test_nothing_is_read_from_one_end_to_the_other(
    database_url: str, statement: Executable
) -> None:
    dialect = PGDialect_asyncpg()  # type: ignore[no-untyped-call]  # its types end there
    sql = str(statement.compile(dialect=dialect))  # type: ignore[attr-defined]  # so do these
    connection = await connected(database_url)
    await connection.execute(AS_IF_FULL)
    await connection.execute(f"PREPARE asked AS {sql}")
    given = await connection.fetchval(
        "SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = 'asked'"
    )

    values = ", ".join(["NULL"] * given)
    explained = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE asked ({values})")

    assert list(scans(json.loads(explained)[0]["Plan"])) == []
    await connection.close()
