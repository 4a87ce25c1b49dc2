"""The kinds of column that our tables are made of, and how constraints are named."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSON, JSONB, TIMESTAMP

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def identity() -> Column[int]:
    return Column("id", BigInteger, Identity(always=True), primary_key=True)


def ref(name: str, table: str, *, nullable: bool = False, key: bool = False) -> Column[int]:
    """A reference to the id of another table."""
    return Column(name, BigInteger, ForeignKey(f"{table}.id"), nullable=nullable, primary_key=key)


def words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def instant(name: str, *, nullable: bool = False) -> Column[datetime]:
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)


def titles(name: str, *, nullable: bool = False) -> Column[Any]:
    """A text by language; JSONB would forget the order, and the first language is the fallback."""
    return Column(name, JSON(none_as_null=True), nullable=nullable)


def clauses() -> Column[Any]:
    """What one level lays down of a policy; the order of the names stays, for imports compare."""
    return Column("policy", JSON, nullable=False, server_default=text("'{}'"))


def json(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, JSONB(none_as_null=True), nullable=nullable)


def listed(values: Iterable[StrEnum]) -> str:
    """The members as an SQL list, in one order: partial indexes serve only their very condition."""
    return ", ".join(f"'{value}'" for value in sorted(values))


def one_of(column: str, values: Iterable[StrEnum]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({listed(values)})", name=column)
