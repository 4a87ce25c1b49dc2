"""Folders for tests, in which a database server can live."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_folder() -> Iterator[Path]:
    """A folder of its own, straight in the temporary one, until the block ends.

    Pytest's own lie in a folder that each run of it, as it begins, locks against other accounts:
    a server of ours that runs as one of them, since root may not run it, would be shut out.
    """
    with tempfile.TemporaryDirectory(prefix="randevu-test-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()
