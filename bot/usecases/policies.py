"""What an organization or a provider lays down for what is booked from now on."""

from dataclasses import dataclass

from bot.usecases.holidays import administered
from bot.usecases.workspace import own
from domain.people import Person
from domain.policies import (
    DEFAULT,
    Clause,
    Clauses,
    Level,
    Policy,
    applying,
    with_clause as with_clause_of,
    without_clause as without_clause_of,
)
from domain.refusals import NotFound
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class LaidDown:
    """One level's own clauses, and what applies where it says nothing.

    `above` names the organization that lays that down; empty for an organization, above which is
    only what is usual. `others`: the admin has other organizations too.
    """

    level: Level
    whose: int
    name: str
    clauses: Clauses
    base: Policy
    above: str = ""
    others: bool = False

    @property
    def policy(self) -> Policy:
        return applying(self.base, self.clauses)


async def laid_down(tx: Tx, person: Person, level: Level, whose: int) -> LaidDown:
    """Raises NotFound unless the person is an admin there, or runs the provider."""
    if level is Level.ORGANIZATION:
        return await _of_organization(tx, person, whose)
    provider = await own(tx, person, whose)
    clauses = await tx.policies.of_provider(whose)
    above, said = await tx.policies.above(whose)
    return LaidDown(level, whose, provider.name, clauses, applying(DEFAULT, said), above)


async def set_clause(
    tx: Tx, person: Person, level: Level, whose: int, clause: Clause, value: int
) -> LaidDown:
    """Raises as `laid_down`, and NotFound for a number that is out of bounds."""
    seen = await laid_down(tx, person, level, whose)
    return await _lay_down(tx, person, seen, with_clause_of(seen.clauses, clause, value))


async def leave_clause(
    tx: Tx, person: Person, level: Level, whose: int, clause: Clause
) -> LaidDown:
    """As the level above says; raises as `laid_down`."""
    seen = await laid_down(tx, person, level, whose)
    return await _lay_down(tx, person, seen, without_clause_of(seen.clauses, clause))


async def _of_organization(tx: Tx, person: Person, whose: int) -> LaidDown:
    mine = await administered(tx, person)
    for each in mine:
        if each.id == whose:
            clauses = await tx.policies.of_organization(whose)
            return LaidDown(
                Level.ORGANIZATION, whose, each.name, clauses, DEFAULT, others=len(mine) > 1
            )
    raise NotFound


async def _lay_down(tx: Tx, person: Person, seen: LaidDown, clauses: Clauses) -> LaidDown:
    if seen.level is Level.ORGANIZATION:
        await tx.policies.lay_down_for_all(seen.whose, clauses)
    else:
        await tx.policies.lay_down(seen.whose, clauses)
    return await laid_down(tx, person, seen.level, seen.whose)
