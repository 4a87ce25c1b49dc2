"""A tree of written values in which every key and value knows its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.catalogue.problems import printable

KEY = "[key]"  # last step of a way that means a key, not its value; pydantic's word

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Step: TypeAlias = "str | int"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is written; lines and columns count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value: text, nothing, a list, or keys with values. `size` counts all values inside."""

    spot: Spot
    value: "str | tuple[Node, ...] | dict[str, Entry] | None"
    size: int = 1

    def plain(self) -> Plain:
        """The same without lines."""
        if isinstance(self.value, dict):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's value; `key` is where the key is written."""

    key: Spot
    node: Node

    @property
    def spot(self) -> Spot:
        """Where a reader looks for it: the text itself, or the key above a list or keys."""
        return self.key if isinstance(self.node.value, tuple | dict) else self.node.spot


def spot(root: Node, way: Sequence[Step]) -> Spot:
    """Where the way leads, or where it breaks off; with KEY at its end, to the key itself."""
    found = list(_along(root, way))
    if not found:
        return root.spot
    return found[-1].key if way[-1] == KEY else found[-1].spot


def where(way: Sequence[Step]) -> str:
    """The way as people write it: `organizations.0.name`."""
    return printable(".".join(str(step) for step in way if step != KEY))


def _along(node: Node, way: Sequence[Step]) -> Iterator[Entry]:
    for step in way:
        if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
            entry = node.value[step]
        elif isinstance(node.value, tuple) and isinstance(step, int) and step < len(node.value):
            entry = Entry(node.value[step].spot, node.value[step])
        else:
            return
        yield entry
        node = entry.node
