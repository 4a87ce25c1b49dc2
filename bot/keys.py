"""The keys that seal sensitive answers: set by whoever runs us, or made in the data folder."""

import os
from pathlib import Path

from bot.config import Settings, SettingsError
from storage.locks import FileLock
from storage.store import Store
from storage.vault import Vault, new_key

_BATCH = 200
_FILE = "encryption-keys"  # one a line, newest first


def vault(settings: Settings) -> Vault:
    """What our keys make; the first run without any makes one. Raises SettingsError."""
    keys = settings.encryption_key_list or _kept_or_made(settings.data_dir)
    try:
        return Vault(keys)
    except ValueError as error:
        path = settings.data_dir / _FILE
        raise SettingsError(f"{path} holds something that is no key.") from error


def renew(settings: Settings) -> None:
    """A new key before the ones in the data folder; keys that are set are not ours to change."""
    if not settings.encryption_key_list:
        _added(settings.data_dir)


async def reseal(store: Store) -> int:
    """Seal with the newest key what older ones have sealed; how many answers that were."""
    count = last = 0
    while True:
        async with store.transaction() as tx:
            before = last
            resealed, last = await tx.details.reseal(before, _BATCH)
        count += resealed
        if last == before:
            return count


def _kept_or_made(folder: Path) -> tuple[str, ...]:
    with FileLock(folder / "encryption-keys.lock").alone():  # two first runs must not make two keys
        return _kept(folder) or _added(folder)


def _kept(folder: Path) -> tuple[str, ...]:
    path = folder / _FILE
    return tuple(path.read_text("ascii").split()) if path.exists() else ()


def _added(folder: Path) -> tuple[str, ...]:
    """The keys in the folder, a new one first; for our eyes only, and never half written."""
    keys = (new_key(), *_kept(folder))
    path, draft = folder / _FILE, folder / f"{_FILE}.new"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(keys) + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return keys
