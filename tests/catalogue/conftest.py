"""Catalogue files to read: a whole one, and what becomes of it when lines are changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalogue import CatalogueError, read
from domain.catalogues import OrganizationEntry

SMALL = """\
organizations:
  - slug: clinic
    name: Clinic
    zone: Asia/Jakarta
    currency: GBP
    languages: [en, id]
    services:
      - slug: gp
        title: Consultation
        minutes: 30
        price: 12.50
    providers:
      - slug: ayu
        name: Dr Ayu
        type: doctor
        services: [gp]
        hours:
          mon-fri: 09:00-12:00, 13:00-17:00
"""

Read = Callable[..., tuple[OrganizationEntry, ...]]
Complaints = Callable[..., list[str]]


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    """Reads the small catalogue with some of its text replaced, given as pairs of old and new."""

    def read_changed(*changes: tuple[str, str], text: str = SMALL) -> tuple[OrganizationEntry, ...]:
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "catalogue.yaml"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return read_changed


@pytest.fixture
def complaints(reading: Read) -> Complaints:
    """The lines of the error that the changed catalogue causes."""

    def lines(*changes: tuple[str, str], text: str = SMALL) -> list[str]:
        with pytest.raises(CatalogueError) as caught:
            reading(*changes, text=text)
        return str(caught.value).splitlines()

    return lines
