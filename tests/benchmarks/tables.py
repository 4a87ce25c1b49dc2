"""What the benchmarks print: tables, and whether targets are met."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201  # the result


def title(text: str) -> None:
    say(f"\n{text}\n{'=' * len(text)}")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as they need to be; the first one to the left, numbers to the right."""
    lines = [heads, *rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    for first, *rest in lines:
        cells = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        say("  ".join(["", f"{first:<{widths[0]}}", *cells]))


def target(what: str, is_met: bool) -> None:
    say(f"  target: {what}: {'met' if is_met else 'MISSED'}")


def machine(postgres: str) -> str:
    """What it was measured on."""
    system = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    python = f"Python {platform.python_version()}"
    bots = f"python-telegram-bot {version('python-telegram-bot')}"
    return ", ".join([system, python, f"PostgreSQL {postgres}", bots])
