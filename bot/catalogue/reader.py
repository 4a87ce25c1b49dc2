"""Reading a catalogue file: all problems are found before any is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from bot.catalogue import checks, documents
from bot.catalogue.documents import Unreadable
from bot.catalogue.fields import Surroundings
from bot.catalogue.models import (
    CatalogueSection,
    OrganizationSection,
    ProviderSection,
    Section,
    ServiceSection,
)
from bot.catalogue.nodes import KEY, Node, Plain, Step, spot, where
from bot.catalogue.notation import currencies
from bot.catalogue.problems import CatalogueError, Problem
from bot.catalogue.sentences import located, sentence
from domain.catalogues import OrganizationEntry

_IGNORED = "x-"  # keys at the top that begin so: a place for anchors
SectionT = TypeVar("SectionT", bound=Section)


def read(path: Path) -> tuple[OrganizationEntry, ...]:
    """The organizations that a catalogue file describes, in its order.

    Raises CatalogueError with every problem of the file, also when it cannot be read at all.
    """
    try:
        root, problems = documents.tree(_bytes(path))
    except Unreadable as error:
        raise CatalogueError(path, [error.problem]) from error
    reading = _Reading(root, problems)
    entries = reading.catalogue()
    if reading.problems:
        raise CatalogueError(path, reading.problems)
    return entries


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(documents.LARGEST + 1)
    except OSError as error:
        problem = Problem(0, 0, "", f"cannot be read: {error.strerror or error}")
        raise Unreadable(problem) from error


def _sections(parent: Plain, key: str) -> list[Plain]:
    """The sections under a key; none where the parent says something else there."""
    found = parent.get(key) if isinstance(parent, dict) else None
    return found if isinstance(found, list) else []


def _surroundings(organization: Plain) -> Surroundings:
    """What can be told of the organization even if other parts of it are wrong."""
    found = organization if isinstance(organization, dict) else {}
    currency = found.get("currency")
    languages = found.get("languages")
    slugs = [each.get("slug") for each in _sections(found, "services") if isinstance(each, dict)]
    return Surroundings(
        languages=tuple(str(each) for each in languages) if isinstance(languages, list) else (),
        currency=currency if isinstance(currency, str) and currency in currencies() else "",
        services=tuple(slug for slug in slugs if isinstance(slug, str)),
    )


@dataclass(slots=True)
class _Reading:
    """One pass over a tree; collects what is wrong and goes on."""

    root: Node
    problems: list[Problem]

    def catalogue(self) -> tuple[OrganizationEntry, ...]:
        """The entries; incomplete when there are problems."""
        raw = self.root.plain()
        if isinstance(raw, dict):
            raw = {key: value for key, value in raw.items() if not key.startswith(_IGNORED)}
        self._section(CatalogueSection, (), raw)
        organizations = _sections(raw, "organizations")
        self._unique(("organizations",), organizations)
        found = [self._organization(n, each) for n, each in enumerate(organizations)]
        return tuple(entry for entry in found if entry is not None)

    def _organization(self, number: int, raw: Plain) -> OrganizationEntry | None:
        way = ("organizations", number)
        around = _surroundings(raw)
        organization = self._section(OrganizationSection, way, raw)
        services = self._list(ServiceSection, (*way, "services"), raw, around)
        providers = self._list(ProviderSection, (*way, "providers"), raw, around)
        for position, provider in providers.items():
            for key, clash in checks.clashes(provider.hours):
                self._report((*way, "providers", position, "hours", key, KEY), clash)
        if organization is None:
            return None
        return organization.entry(
            tuple(service.entry() for service in services.values()),
            tuple(provider.entry(organization.zone) for provider in providers.values()),
        )

    def _list(
        self, model: type[SectionT], way: tuple[Step, ...], parent: Plain, around: Surroundings
    ) -> dict[int, SectionT]:
        """The sections of a list that are right, by their position."""
        raw = _sections(parent, str(way[-1]))
        self._unique(way, raw)
        found = {n: self._section(model, (*way, n), each, around) for n, each in enumerate(raw)}
        return {n: section for n, section in found.items() if section is not None}

    def _section(
        self,
        model: type[SectionT],
        way: tuple[Step, ...],
        raw: Plain,
        around: Surroundings | None = None,
    ) -> SectionT | None:
        try:
            return model.model_validate(raw, context=around)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                if each["input"] is not None:  # what is empty was reported with the tree
                    self._report((*way, *located(each)), sentence(each, model))
            return None

    def _unique(self, way: tuple[Step, ...], sections: Sequence[Plain]) -> None:
        for position, earlier in checks.repeated(sections):
            line = spot(self.root, (*way, earlier, "slug")).line
            self._report(
                (*way, position, "slug"), f"is the slug of another one too, in line {line}"
            )

    def _report(self, way: tuple[Step, ...], text: str) -> None:
        at = spot(self.root, way)
        self.problems.append(Problem(at.line, at.column, where(way), text))
