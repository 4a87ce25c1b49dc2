"""The reader of catalogue files: YAML written by hand in, domain entries or a list of problems out.

The way of a file: `documents` (YAML as `nodes` that know their lines) -> `models` (what each
section may say, in `fields` and their `notation`) -> `checks` (what must fit together) -> entries.
The format is described in docs/catalogue.md.
"""

from bot.catalogue.problems import CatalogueError, Problem
from bot.catalogue.reader import read

__all__ = ["CatalogueError", "Problem", "read"]
