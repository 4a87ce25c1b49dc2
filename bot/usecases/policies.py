"""What an organization, a provider or a service lays down for what is booked from now on."""

from dataclasses import dataclass, replace

from bot.usecases.holidays import administered
from bot.usecases.workspace import mine, own
from domain.catalogues import KeptService
from domain.people import Person
from domain.policies import (
    DEFAULT,
    NOTHING_LAID_DOWN,
    Clause,
    Clauses,
    Level,
    Policy,
    Said,
    applying,
    with_clause as with_clause_of,
    without_clause as without_clause_of,
)
from domain.refusals import NotFound, SharedService
from domain.services import Provider
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class LaidDown:
    """One level's own clauses, and what applies where it says nothing.

    `above` names who lays that down: a provider's organization, a service's provider; empty for an
    organization, above which is only what is usual. `others`: the admin has other organizations
    too. Of a service `levels` are what each level above says, the broadest first, and
    `provider_id` whose it is.
    """

    level: Level
    whose: int
    name: str
    clauses: Clauses
    base: Policy
    above: str = ""
    others: bool = False
    provider_id: int = 0
    levels: tuple[Said, ...] = ()

    @property
    def policy(self) -> Policy:
        return applying(self.base, self.clauses)


async def laid_down(tx: Tx, person: Person, level: Level, whose: int) -> LaidDown:
    """Raises NotFound unless the person is an admin there, or runs the provider.

    SharedService for a service that others offer too.
    """
    if level is Level.ORGANIZATION:
        return await _of_organization(tx, person, whose)
    if level is Level.SERVICE:
        return await _of_service(tx, person, whose)
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


async def _of_service(tx: Tx, person: Person, service_id: int) -> LaidDown:
    provider, kept = await _own_service(tx, person, service_id)
    levels = await tx.policies.levels(provider.id)
    return LaidDown(
        Level.SERVICE,
        service_id,
        kept.entry.title.into(person.language),
        kept.entry.clauses or NOTHING_LAID_DOWN,
        applying(DEFAULT, *(each.clauses for each in levels)),
        provider.name,
        provider_id=provider.id,
        levels=levels,
    )


async def _own_service(tx: Tx, person: Person, service_id: int) -> tuple[Provider, KeptService]:
    """A service that one of the person's providers offers, and nobody else."""
    for provider in await mine(tx, person):
        for kept in await tx.services.of(provider.id):
            if kept.id == service_id:
                if await tx.services.others(provider.id, service_id):
                    raise SharedService
                return provider, kept
    raise NotFound


async def _lay_down(tx: Tx, person: Person, seen: LaidDown, clauses: Clauses) -> LaidDown:
    match seen.level:
        case Level.ORGANIZATION:
            await tx.policies.lay_down_for_all(seen.whose, clauses)
        case Level.PROVIDER:
            await tx.policies.lay_down(seen.whose, clauses)
        case Level.SERVICE:
            _, kept = await _own_service(tx, person, seen.whose)
            await tx.services.save(replace(kept, entry=replace(kept.entry, clauses=clauses)))
    return await laid_down(tx, person, seen.level, seen.whose)
