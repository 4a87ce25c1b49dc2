"""Buttons of policies; `whose` is the id of an organization or a provider, as the level says."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.about import ProviderSideButton
from domain.policies import Clause, Level


@dataclass(frozen=True, slots=True)
class PoliciesOfHouses(Button):
    """Of which organization? At once those of the only one."""

    tag: ClassVar[str] = "jo"


@dataclass(frozen=True, slots=True)
class Policies(Button):
    tag: ClassVar[str] = "jp"
    level: Level
    whose: int


@dataclass(frozen=True, slots=True)
class ChooseClause(Button):
    """The numbers that one clause can have."""

    tag: ClassVar[str] = "jc"
    level: Level
    whose: int
    clause: Clause


@dataclass(frozen=True, slots=True)
class SetClause(Button):
    tag: ClassVar[str] = "js"
    level: Level
    whose: int
    clause: Clause
    value: int


@dataclass(frozen=True, slots=True)
class LeaveClause(Button):
    """As the level above says."""

    tag: ClassVar[str] = "jl"
    level: Level
    whose: int
    clause: Clause


@dataclass(frozen=True, slots=True)
class Timeline(ProviderSideButton):
    """Who did what and when, for the provider."""

    tag: ClassVar[str] = "jt"
    page: int
