"""Policies and their clauses as they are stored: JSON by field name, lengths of time in minutes.

Names that this version does not know are skipped, so that another one may have written them.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from functools import lru_cache
from typing import Any

from domain.policies import DEFAULT, Clauses, Policy, applying
from storage.engine import dumped

_MINUTE = timedelta(minutes=1)
_LENGTHS = {
    each.name for each in fields(Policy) if isinstance(getattr(DEFAULT, each.name), timedelta)
}
_NAMES = {each.name for each in fields(Clauses)}


def stored(laid_down: Policy | Clauses) -> dict[str, int]:
    """What is laid down; what is not is left out."""
    said = {each.name: getattr(laid_down, each.name) for each in fields(laid_down)}
    return {
        name: value // _MINUTE if isinstance(value, timedelta) else value
        for name, value in said.items()
        if value is not None
    }


@lru_cache(maxsize=256)
def snapshot(policy: Policy) -> str:
    """The whole policy as JSON."""
    return dumped(stored(policy))


def clauses(kept: Mapping[str, Any]) -> Clauses:
    return Clauses(
        **{
            name: _MINUTE * value if name in _LENGTHS else value
            for name, value in kept.items()
            if name in _NAMES
        }
    )


def policy(kept: Mapping[str, Any] | None) -> Policy:
    """What applies to a booking; to those from before there were policies, the usual one."""
    return applying(DEFAULT, clauses(kept)) if kept else DEFAULT
