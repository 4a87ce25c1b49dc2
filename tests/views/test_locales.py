"""Every language says everything, with the same arguments, and nothing that nobody asks for."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot.views.words
from bot.views.hourreading import WORDS
from bot.views.settings import REGIONS
from bot.views.sketches import Fill
from bot.views.taps import (
    CalendarApp,
    CancelReason,
    DeclineReason,
    MoveReason,
    OffReason,
    OwnHours,
    Plan,
    Unit,
    Way,
)
from domain.bookings import Status
from domain.busy import Trouble
from domain.clashes import Fate
from domain.dayparts import Part
from domain.followups import Task
from domain.notices import Side
from domain.outcomes import Heading
from domain.policies import BOUNDS, Clause
from domain.rooms import Reason, Sort
from domain.series import Every
from domain.services import BusinessType, Format
from domain.terms import Approval, Term, Wording

ROOT = Path(bot.views.words.__file__).parents[1]
FILES = sorted((ROOT / "locales").glob("*.ftl"))
# Arabic plural categories, by CLDR; English has one and other.
PLURALS = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the library's name
        self.names.add(node.id.name)


def messages(file: Path) -> dict[str, set[str]]:
    """Each message's key with the arguments it uses."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{file.name}: {entry.id.name} twice"
            arguments = _Arguments()
            arguments.visit(entry)
            found[entry.id.name] = arguments.names
    return found


ENGLISH = messages(ROOT / "locales" / "en.ftl")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_language_has_the_messages_of_english_with_the_same_arguments(file: Path) -> None:
    theirs = messages(file)

    assert set(theirs) == set(ENGLISH)
    assert {key for key in ENGLISH if theirs[key] - ENGLISH[key]} == set()
    forgotten = {key for key in ENGLISH if ENGLISH[key] - theirs[key]}
    assert forgotten == set(), "an argument that only English shows"


def outline(file: Path) -> list[str]:
    """Headers and keys from top to bottom."""
    return re.findall(r"^(?:## .+|[a-z][\w-]*(?= =))", file.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_language_has_each_subject_once_and_all_in_the_order_of_english(file: Path) -> None:
    subjects = [line for line in outline(file) if line.startswith("## ")]

    assert len(subjects) == len(set(subjects))
    assert outline(file) == outline(ROOT / "locales" / "en.ftl")


def asked_for() -> set[str]:
    """Keys named in the code, those put together from a name among them."""
    code = "\n".join(
        file.read_text("utf-8") for file in ROOT.rglob("*.py") if "sandbox" not in file.parts
    )
    named = set(re.findall(r"""["']([a-z][a-z_]*(?:-[a-z_]+)*)["']""", code)) & set(ENGLISH)
    made = {f"status-{each}" for each in Status}
    made |= {f"format-{each}" for each in Format} | {f"business-{each}" for each in BusinessType}
    made |= {f"cancel-{each.name.lower()}" for each in CancelReason}
    made |= {f"decline-{each.name.lower()}" for each in DeclineReason}
    made |= {f"move-{each.name.lower()}" for each in MoveReason if each is not MoveReason.NONE}
    for app in CalendarApp:
        made |= {f"key-feed-{app.name.lower()}", f"feed-how-{app.name.lower()}"}
    made |= {f"part-{each}" for each in Part} | {"key-day-before", "key-day-after"}
    made |= {f"only-{each}" for each in Part if each is not Part.ALL} | {
        f"unit-{each}" for each in Unit
    }
    made |= {f"fate-{fate.name.lower()}" for fate in Fate}
    made |= {f"fate-all-{fate.name.lower()}" for fate in Fate}
    made |= {f"off-done-{plan.name.lower()}" for plan in Plan}
    made |= {f"off-from-{plan.name.lower()}" for plan in Plan if plan is not Plan.USUAL}
    made |= {f"fill-{each}" for each in Fill}
    made |= {f"busy-trouble-{each}" for each in Trouble}
    made |= {f"wait-{each}" for each in Part if each is not Part.ALL}
    made |= {f"service-hours-{each.name.lower()}" for each in OwnHours}
    made |= {f"off-for-{reason.name.lower()}" for reason in OffReason}
    made |= {f"every-{every.name.lower()}" for every in Every}
    made |= {f"region-{name}" for name in REGIONS}
    made |= {f"hours-words-{name}" for name in WORDS}
    tasks = {each.name.lower() for each in Task}
    made |= {f"follow-up-{task}" for task in tasks - {"own"}}
    made |= {f"key-follow-up-{task}" for task in tasks}
    made |= {f"follow-up-{state}" for state in ("done", "dropped")}
    made |= {f"follow-up-{state}-toast" for state in ("done", "dropped")}
    for unit in ("days", "hours", "minutes"):
        made |= {f"length-{unit}", f"short-{unit}"}
    terms = {each.name.lower() for each in Term}
    made |= {f"ask-{each}" for each in terms} | {f"term-{each}" for each in terms - {"length"}}
    for clause in Clause:
        name = f"clause-{clause.name.lower()}"
        made |= {name, f"{name}-is"} | ({f"{name}-none"} if 0 in BOUNDS[clause] else set())
    made |= {f"timeline-{each}" for each in Status}
    made |= {f"approval-{each.name.lower()}" for each in Approval if each.clause is not None}
    made |= {f"service-{each.name.lower()}" for each in Way}
    for what in Wording:
        made |= {f"wording-{what.name.lower()}"}
        made |= {f"wording-{what.name.lower()}-languages"}
    made |= {f"call-{who}-on-{side}" for who in ("ours", "theirs") for side in Side}
    made |= {f"call-ours-open-{side}" for side in Side}
    made |= {f"{what}-{way}" for what in ("place", "key-place") for way in Format if way != "chat"}
    kinds = ("expired", "cancelled", "missed", "moved")
    made |= {f"notice-{kind}-{side}" for kind in kinds for side in Side}
    made |= {f"notice-move-{end}" for end in ("agreed", "asked", "refused")}
    made |= {f"{what}-{each}" for what in ("heading", "about") for each in Heading}
    made |= {f"sort-{each}" for each in Sort} | {f"report-{each.name.lower()}" for each in Reason}
    made |= {f"room-{where}-group" for where in ("entered", "left", "closed")}
    made |= {"room-entered", "room-left", "room-closed"}
    made |= {f"command-{name}" for name in re.findall(r"^command-(\w+)", _text("en"), re.MULTILINE)}
    return named | made


def test_no_message_is_asked_for_that_is_missing_and_none_is_left_over() -> None:
    assert asked_for() == set(ENGLISH)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_plural_forms_are_those_of_the_language(file: Path) -> None:
    forms = re.findall(r"^\s*\*?\[(zero|one|two|few|many|other)\]", _text(file.stem), re.MULTILINE)

    assert set(forms) <= PLURALS[file.stem]


def _text(language: str) -> str:
    return (ROOT / "locales" / f"{language}.ftl").read_text("utf-8")
