"""The page about catalogue files says what is true."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.catalogue.models import (
    OrganizationSection,
    PolicySection,
    ProviderSection,
    QuestionSection,
    Section,
    ServiceSection,
)
from domain.services import Format, Meeting, Meetings
from tests.catalogue.conftest import Read

PAGE = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")


def keys_in_the_table(title: str) -> Iterable[str]:
    table = PAGE.split(f"### {title}\n")[1].split("\n#")[0]
    for cells in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE):
        yield from re.findall(r"`(\w+)`", cells)


def test_the_example_can_be_imported(reading: Read) -> None:
    example = PAGE.split("```yaml\n")[1].split("```")[0]

    provider = reading(text=example)[0].providers[0]

    assert provider.services == ("first-talk", "essay-review")


def test_the_formats_are_named_one_by_one() -> None:
    table = PAGE.split("### Formats\n")[1].split("\n#")[0]

    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(Format)


def test_several_formats_can_be_read_as_the_page_shows_them(reading: Read) -> None:
    example = PAGE.split("### Formats\n")[1].split("```yaml\n")[1].split("```")[0].strip()

    service = reading(("price: 12.50", f"price: 12.50\n        {example}"))[0].services[0]

    assert service.meetings == Meetings(
        (
            Meeting(Format.IN_PERSON),
            Meeting(Format.VIDEO, "https://meet.example/{reference}"),
            Meeting(Format.PHONE),
        )
    )


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Organization", OrganizationSection),
        ("Service", ServiceSection),
        ("Question", QuestionSection),
        ("Provider", ProviderSection),
        ("Policy", PolicySection),
    ],
)
def test_the_tables_name_every_key(title: str, section: type[Section]) -> None:
    assert sorted(keys_in_the_table(title)) == sorted(section.model_fields)
