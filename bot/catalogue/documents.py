"""YAML documents as trees of nodes.

Scalars stay the text that was written: what `no`, `9:00`, `0812` or `1e3` mean is for the field
they stand in, so YAML's own guesses (false, 540, octal, a float) never happen. A file may come from
anybody: its size, its depth and what its aliases expand to are bounded.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NoReturn, Protocol, cast

import yaml

from bot.catalogue.nodes import Entry, Node, Spot, Step, where
from bot.catalogue.problems import Problem, quoted

LARGEST = 2 * 1024 * 1024  # bytes of a file
MOST_VALUES = 200_000  # counted as often as aliases repeat them
DEEPEST = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where PyYAML was built with it
_UNWRITABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = frozenset({"!", *(f"tag:yaml.org,2002:{each}" for each in ("str", "map", "seq"))})


class Unreadable(Exception):  # noqa: N818  # it carries a problem; the error is CatalogueError
    """Not a tree at all, or one too big to look at."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def tree(data: bytes) -> tuple[Node, list[Problem]]:
    """The one document of a file, and what is wrong with its YAML; raises Unreadable."""
    builder = _Builder(_text(data))
    try:
        return builder.document(), builder.problems
    except yaml.MarkedYAMLError as error:
        at = _spot(error.problem_mark or error.context_mark)
        _refuse(at, f"not valid YAML: {error.problem or error.context}")


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        _refuse(Spot(0, 0), f"is bigger than {LARGEST // 1024 // 1024} MiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(Spot(line, 1), "is not UTF-8 text; save the file as UTF-8")
    if found := _UNWRITABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        _refuse(Spot(line, 1), f"has the character {quoted(found[0])}, which YAML cannot hold")
    for number, line_of_text in enumerate(text.split("\n"), start=1):
        if re.match(r" *\t\s*\S", line_of_text):
            _refuse(Spot(number, 1), "is indented with a tab; use spaces")
    return text


def _refuse(at: Spot, sentence: str) -> NoReturn:
    raise Unreadable(Problem(at.line, at.column, "", sentence))


class _Mark(Protocol):
    """A mark of PyYAML's, which come in two kinds: from C and from Python."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def _spot(mark: _Mark | None) -> Spot:
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(0, 0)


class _Builder:
    """Makes the tree from parser events; goes on after what can be reported and left out."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._anchors: dict[str, Node] = {}

    def document(self) -> Node:
        next(self._events)  # the stream starts
        if isinstance(next(self._events), yaml.StreamEndEvent):
            _refuse(Spot(0, 0), "is empty")
        root = self._node(next(self._events), ())
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            _refuse(_spot(after.start_mark), 'a second document starts here; leave the "---" out')
        return root

    def _node(self, event: yaml.Event, way: tuple[Step, ...]) -> Node:
        at = _spot(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if len(way) > DEEPEST:
            _refuse(at, f"is nested more than {DEEPEST} levels deep")
        opening = cast("yaml.ScalarEvent | yaml.CollectionStartEvent", event)
        if opening.tag is not None and opening.tag not in _TAGS:
            self._report(at, way, f"has the tag {quoted(opening.tag)}; leave tags out")
        node = self._inside(event, at, way)
        if node.size > MOST_VALUES:
            _refuse(at, f"holds more than {MOST_VALUES} values")
        if opening.anchor:
            self._anchors[opening.anchor] = node
        return node

    def _inside(self, event: yaml.Event, at: Spot, way: tuple[Step, ...]) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at, way)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(at, way)
        return self._keys(at, way)

    def _alias(self, event: yaml.AliasEvent) -> Node:
        node = self._anchors.get(event.anchor or "")
        if node is None:
            _refuse(
                _spot(event.start_mark), f"*{event.anchor} is not defined above as &{event.anchor}"
            )
        return node

    def _scalar(self, event: yaml.ScalarEvent, at: Spot, way: tuple[Step, ...]) -> Node:
        if found := _CONTROL.search(event.value):
            self._report(at, way, f"has the control character {quoted(found[0])}")
            return Node(at, _CONTROL.sub(" ", event.value))
        if event.implicit[0] and event.value in _EMPTY:
            self._report(at, way, "is empty; write a value, or leave the key out")
            return Node(at, None)
        return Node(at, event.value)

    def _items(self, at: Spot, way: tuple[Step, ...]) -> Node:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*way, len(items))))
        return Node(at, tuple(items), 1 + sum(item.size for item in items))

    def _keys(self, at: Spot, way: tuple[Step, ...]) -> Node:
        own: dict[str, Entry] = {}
        merged: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key_at = _spot(event.start_mark)
            key = self._node(event, (*way, "?")).value
            name = key if isinstance(key, str) else ""
            value = self._node(next(self._events), (*way, name))
            if not isinstance(key, str):
                self._report(key_at, way, "a key must be a word")
            elif key == "<<":
                merged |= self._merge(key_at, value, way) | merged
            elif key in own:
                line = own[key].key.line
                self._report(key_at, (*way, key), f"is written twice, first in line {line}")
            else:
                own[key] = Entry(key_at, value)
        entries = merged | own
        return Node(at, entries, 1 + sum(1 + each.node.size for each in entries.values()))

    def _merge(self, at: Spot, value: Node, way: tuple[Step, ...]) -> dict[str, Entry]:
        merged: dict[str, Entry] = {}
        for node in value.value if isinstance(value.value, tuple) else (value,):
            if isinstance(node.value, dict):
                merged = node.value | merged  # of several, the first one named wins
            else:
                self._report(at, (*way, "<<"), "takes an alias of keys with values, like *base")
        return merged

    def _report(self, at: Spot, way: Sequence[Step], sentence: str) -> None:
        self.problems.append(Problem(at.line, at.column, where(way), sentence))
