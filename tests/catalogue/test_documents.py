"""YAML as trees: nothing that is written makes the reader fail or run away."""

import time

import pytest
import yaml
from hypothesis import example, given, strategies as st

from bot.catalogue import documents
from bot.catalogue.documents import DEEPEST, LARGEST, MOST_VALUES, Unreadable, tree

YAMLISH = st.text(st.sampled_from("ab01-:?[]{},&*!|>'\"#% \n\t~<.é\x00\u2028\ufeff"), max_size=60)


def told(data: bytes) -> str:
    """Where the tree begins, or why there is none; anything else is a crash."""
    try:
        root, _ = tree(data)
    except Unreadable as refused:
        return refused.problem.sentence
    return f"begins in line {root.spot.line}"


@given(YAMLISH | st.text(max_size=40))
@example("? " * 3000)
@example("&a a: 1\n*a : 2")
@example('"\\ud800"')
def test_any_text_is_a_tree_or_is_refused_with_a_reason(text: str) -> None:
    assert told(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=40))
def test_any_bytes_are_a_tree_or_are_refused_with_a_reason(data: bytes) -> None:
    assert told(data)


def test_aliases_of_aliases_are_refused_before_they_are_unfolded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    started = time.perf_counter()

    with pytest.raises(Unreadable, match=f"holds more than {MOST_VALUES} values") as refused:
        tree("\n".join(lines).encode())

    assert refused.value.problem.line == 6
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_what_is_nested_too_deeply_is_refused(opening: str) -> None:
    with pytest.raises(Unreadable, match=f"nested more than {DEEPEST} levels"):
        tree((opening * 50_000).encode())


def test_a_file_that_is_too_big_is_refused() -> None:
    with pytest.raises(Unreadable, match="is bigger than 2 MiB"):
        tree(b"#" * (LARGEST + 1))


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    root, problems = tree(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert root.plain() == {"a": "1", "b": "2"}
    assert problems == []


def test_of_several_merges_the_first_one_named_wins() -> None:
    root, _ = tree(b"a: &a {k: 1, l: 1}\nb: &b {k: 2, m: 2}\nc:\n  <<: [*a, *b]\n  l: 3\n")

    plain = root.plain()
    assert isinstance(plain, dict)
    assert plain["c"] == {"k": "1", "l": "3", "m": "2"}


def test_not_utf_8_is_told_with_its_line() -> None:
    with pytest.raises(Unreadable) as refused:
        tree(b"a: 1\nb: \xff\n")

    assert refused.value.problem.line == 2


def test_without_the_c_parser_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"a: &a {k: 'no', l: [1, 9:00]}\nb:\n  <<: *a\n  k: \"\\u00e9\"\n"
    with_c = tree(data)

    monkeypatch.setattr(documents, "_LOADER", yaml.SafeLoader)

    assert tree(data) == with_c
