"""What is wrong with a catalogue file, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

SHOWN = 60  # characters of a value that a sentence repeats


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. Lines and columns count from 1; line 0 means the file as a whole.

    `where` is the way to the value, list positions counted from 0: `organizations.0.name`.
    """

    line: int
    column: int
    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class CatalogueError(Exception):
    """A file that is not a catalogue: every problem found, in the order of the file."""

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = sorted(problems)
        super().__init__("\n".join(self._line(problem) for problem in self.problems))

    def _line(self, problem: Problem) -> str:
        place = f"{self.path.name}:{problem.line}" if problem.line else self.path.name
        return f"{place}: {problem}"


def quoted(text: str) -> str:
    """The text in quotes, cut when long; what a terminal would obey is spelled out."""
    shown = text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."
    return f'"{printable(shown)}"'


def printable(text: str) -> str:
    """The text with control and direction characters written as escapes."""
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def hint(text: str, known: Iterable[str]) -> str:
    """`; did you mean "hours"?` when something known is spelled like this, else nothing."""
    spelled = {each.casefold(): each for each in known}
    close = get_close_matches(text.casefold()[:SHOWN], spelled, n=1, cutoff=0.7)
    return f'; did you mean "{spelled[close[0]]}"?' if close else ""


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode()
