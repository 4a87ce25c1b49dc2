"""What people are told about a catalogue that is wrong, and in which line."""

from pathlib import Path

import pytest

from bot.catalogue import CatalogueError, read
from tests.catalogue.conftest import Complaints

HOURS = "mon-fri: 09:00-12:00, 13:00-17:00"
SERVICE = "organizations.0.services.0"
PRICE = "12.50"
ASKS = "5\n        questions: [{slug: a, ask: A?"
QUESTION = f"{SERVICE}.questions.0"
PROVIDER = "organizations.0.providers.0"


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "sentence"),
    [
        ("slug: clinic", "slug: The Clinic", 2, "organizations.0.slug", "is not a slug"),
        ("name: Clinic", "nmae: Clinic", 3, "organizations.0.nmae", 'did you mean "name"?'),
        ("name: Clinic", "nmae: Clinic", 2, "organizations.0.name", "is missing"),
        ("Asia/Jakarta", "Asia/Jakata", 4, "organizations.0.zone", 'mean "Asia/Jakarta"?'),
        ("Asia/Jakarta", "jakarta", 4, "organizations.0.zone", 'mean "Asia/Jakarta"?'),
        ("GBP", "gbp", 5, "organizations.0.currency", 'did you mean "GBP"?'),
        ("GBP", "TRL", 5, "organizations.0.currency", "is not a currency in use"),
        ("[en, id]", "[en, english]", 6, "organizations.0.languages.1", "is not a language"),
        ("[en, id]", "[en, en]", 6, "organizations.0.languages", 'names "en" twice'),
        ("Consultation", "{id: Konsultasi}", 9, f"{SERVICE}.title", 'no text in "en"'),
        ("Consultation", "{en: A, fr: B}", 9, f"{SERVICE}.title.fr", "not among the languages"),
        ("Consultation", '"  "', 9, f"{SERVICE}.title.en", "is empty"),
        ("Consultation", "A" * 65, 9, f"{SERVICE}.title.en", "65 characters long; 64 fit"),
        ("Consultation", "[A]", 9, f"{SERVICE}.title", "must be keys with values"),
        ("minutes: 30", "duration: 30", 10, f"{SERVICE}.duration", 'did you mean "minutes"?'),
        ("minutes: 30", "minutes: 4", 10, f"{SERVICE}.minutes", "5 minutes to 24 hours"),
        ("minutes: 30", "minutes: 1441", 10, f"{SERVICE}.minutes", "5 minutes to 24 hours"),
        ("minutes: 30", "minutes: soon", 10, f"{SERVICE}.minutes", "is not a length of time"),
        ("12.50", "12.505", 11, f"{SERVICE}.price", "has more decimals than GBP, which has 2"),
        ("12.50", "1,200", 11, f"{SERVICE}.price", "is not a price"),
        ("12.50", "-5", 11, f"{SERVICE}.price", "is not a price"),
        ("12.50", "NaN", 11, f"{SERVICE}.price", "is not a price"),
        ("12.50", "1" + "0" * 15, 11, f"{SERVICE}.price", "is too much for a price"),
        ("12.50", "5\n        horizon: 0", 12, f"{SERVICE}.horizon", "at least 1"),
        ("12.50", "5\n        approval: maybe", 12, f"{SERVICE}.approval", "neither yes nor no"),
        (
            "12.50",
            "5\n        approval: no\n        policy: {approval: yes}",
            8,
            SERVICE,
            "says approval twice; leave it out here, or in policy",
        ),
        (
            "12.50",
            "5\n        place: Room 1\n        formats: [video]",
            8,
            SERVICE,
            "has formats, so format and place stand there, not here",
        ),
        (
            "12.50",
            "5\n        formats: [vidio]",
            12,
            f"{SERVICE}.formats.0.format",
            'did you mean "video"?',
        ),
        ("12.50", "5\n        formats: [chat, chat]", 12, f"{SERVICE}.formats", 'has "chat" twice'),
        (
            "12.50",
            "5\n        formats: [{format: video, url: x}]",
            12,
            f"{SERVICE}.formats.0.url",
            "is not a key here",
        ),
        (
            "12.50",
            "5\n        format: video\n        place: https://meet.example/{ref}",
            13,
            f"{SERVICE}.place",
            'has "{ref}"; only {reference} is filled in',
        ),
        ("12.50", "5\n        format: vidio", 12, f"{SERVICE}.format", 'did you mean "video"?'),
        ("12.50", "5\n        place:", 12, f"{SERVICE}.place", "is empty; write a value"),
        (PRICE, f"{ASKS}, kind: txt}}]", 12, f"{QUESTION}.kind", 'did you mean "text"?'),
        (PRICE, f"{ASKS}, kind: text, most: 3}}]", 12, QUESTION, "only a number has bounds"),
        (PRICE, f"{ASKS}, kind: number, most: x}}]", 12, f"{QUESTION}.most", "is not a number"),
        (PRICE, f"{ASKS}, kind: number, least: 3, most: 2}}]", 12, QUESTION, "more than its most"),
        (PRICE, f"{ASKS}, kind: choice, options: [a]}}]", 12, QUESTION, "needs two options"),
        (PRICE, f"{ASKS}, kind: date, options: [a]}}]", 12, QUESTION, "takes no options"),
        (PRICE, f"{ASKS}, kind: text, ned: x}}]", 12, f"{QUESTION}.ned", "is not a key here"),
        (
            PRICE,
            f"{ASKS}, kind: text}}, {{slug: a, ask: B?, kind: date}}]",
            12,
            f"{SERVICE}.questions",
            'has the slug "a" twice',
        ),
        ("Dr Ayu", "!x Ayu", 14, f"{PROVIDER}.name", 'has the tag "!x"'),
        ("Dr Ayu", '"Ayu\\nB"', 14, f"{PROVIDER}.name", "must be on one line"),
        ("Dr Ayu", '"Ayu\\0"', 14, f"{PROVIDER}.name", "has the control character"),
        ("Dr Ayu", "Ayu\n        name: B", 15, f"{PROVIDER}.name", "twice, first in line 14"),
        ("doctor", "dentist", 15, f"{PROVIDER}.type", "is not one of doctor, salon"),
        ("services: [gp]", "services: [gpp]", 16, f"{PROVIDER}.services.0", 'mean "gp"?'),
        ("services: [gp]", "services: [gp, gp]", 16, f"{PROVIDER}.services", 'names "gp" twice'),
        ("services: [gp]", "services: gp", 16, f"{PROVIDER}.services", "must be a list"),
        (HOURS, "mon: 9-25", 18, f"{PROVIDER}.hours.mon", '"9-25": "25" is not a time of day'),
        (HOURS, "mon: 9:00", 18, f"{PROVIDER}.hours.mon", '"9:00" is not hours'),
        (HOURS, "mon: 9-9", 18, f"{PROVIDER}.hours.mon", "the whole day is 00:00-24:00"),
        (HOURS, "mon: 24:00-02:00", 18, f"{PROVIDER}.hours.mon", "00:00 on the next day"),
        (HOURS, "mon: 9-12, 11-14", 18, f"{PROVIDER}.hours.mon", "11:00-14:00 overlap"),
        (HOURS, "mno: 9-12", 18, f"{PROVIDER}.hours.mno", "is not a day of the week"),
        (HOURS, "mon-fri: 9-12\n          wed: closed", 19, f"{PROVIDER}.hours.wed", "already"),
        (
            HOURS,
            "mon: 01:00-05:00\n          sun: 22:00-02:00",
            19,
            f"{PROVIDER}.hours.sun",
            "sunday 22:00-02:00 runs into 01:00-05:00 of the next day",
        ),
        (
            HOURS,
            "mon: closed\n        overrides:\n          2027-02-29: closed",
            20,
            f"{PROVIDER}.overrides.2027-02-29",
            "is not a date",
        ),
        (HOURS, "mon: closed\n        phone: 0812", 19, f"{PROVIDER}.phone", "+44 20 7946 0123"),
        (
            HOURS,
            "mon: closed\n        rating: {mean: nan, count: 3}",
            19,
            f"{PROVIDER}.rating.mean",
            '"nan" is not a number',
        ),
        (
            HOURS,
            "mon: closed\n        rating: {mean: 5, cuont: 3}",
            19,
            f"{PROVIDER}.rating.cuont",
            'did you mean "count"?',
        ),
        (
            HOURS,
            "mon: closed\n        policy: {reschedule: 3}",
            19,
            f"{PROVIDER}.policy.reschedule",
            'did you mean "reschedules"?',
        ),
        (
            HOURS,
            "mon: closed\n        policy: {hold: 2h}",
            19,
            f"{PROVIDER}.policy.hold",
            "out of bounds: 1 to 60 minutes",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(
    complaints: Complaints, old: str, new: str, line: int, where: str, sentence: str
) -> None:
    told = complaints((old, new))

    place = f"catalogue.yaml:{line}: {where}: "
    assert [each for each in told if each.startswith(place) and sentence in each], told


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(complaints: Complaints) -> None:
    told = complaints(
        ("name: Clinic", "nmae: Clinic"),
        ("minutes: 30", "minutes: 3"),
        ("12.50", "12.505"),
        ("services: [gp]", "services: [gp, pg]"),
        (HOURS, "mon: 9-25\n          tue: 9:00"),
    )

    lines = [int(each.split(":")[1]) for each in told]
    assert lines == [2, 3, 10, 11, 16, 18, 19]


def test_a_service_that_is_wrong_is_still_known_to_the_providers(complaints: Complaints) -> None:
    told = complaints(("minutes: 30", "minutes: 3"))

    assert len(told) == 1


@pytest.mark.parametrize("section", ["organizations", "services", "providers"])
def test_a_slug_names_one_thing(complaints: Complaints, section: str) -> None:
    again = {
        "organizations": ("  - slug: clinic", "  - {slug: clinic}\n  - slug: clinic"),
        "services": ("      - slug: gp", "      - {slug: gp}\n      - slug: gp"),
        "providers": ("      - slug: ayu", "      - {slug: ayu}\n      - slug: ayu"),
    }
    told = complaints(again[section])

    assert [each for each in told if "is the slug of another one too, in line" in each]


def test_what_a_terminal_would_obey_is_spelled_out(complaints: Complaints) -> None:
    told = complaints(("doctor", '"\\u202Edoctor"'))

    assert '"\\u202edoctor" is not one of' in told[0]


def test_a_file_that_is_not_there_is_told_as_a_problem_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^none\.yaml: cannot be read: No such file"):
        read(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "catalogue.yaml: is empty"),
        ("# nothing yet\n", "catalogue.yaml: is empty"),
        ("- a\n", "catalogue.yaml:1: must be keys with values"),
        ("x-a: 1\n", "catalogue.yaml:1: organizations: is missing"),
        ("organizations: []\n", "catalogue.yaml:1: organizations: needs at least one"),
        ("organisations: []\n", "catalogue.yaml:1: organisations: is not a key here; did you mean"),
        ("organizations:\n  - text\n", "catalogue.yaml:2: organizations.0: must be keys"),
        ("a: 1\n\tb: 2\n", "catalogue.yaml:2: is indented with a tab; use spaces"),
        ("a: [1,\n", "catalogue.yaml:2: not valid YAML:"),
        ("a: 'x\n", "catalogue.yaml:2: not valid YAML:"),
        ("a: 1\n---\nb: 2\n", "catalogue.yaml:2: a second document starts here"),
        ("a: 1\nb: *c\n", "catalogue.yaml:2: *c is not defined above as &c"),
        ("a: 1\nb: &b [*b]\n", "catalogue.yaml:2: *b is not defined above as &b"),
        ("a: \x07\n", 'catalogue.yaml:1: has the character "\\x07"'),
        ("[a]: 1\n", "catalogue.yaml:1: a key must be a word"),
        ("<<: 1\n", "catalogue.yaml:1: <<: takes an alias of keys with values"),
    ],
)
def test_a_file_that_is_no_catalogue_at_all(
    complaints: Complaints, text: str, message: str
) -> None:
    told = complaints(text=text)

    assert [each for each in told if each.startswith(message)], told
