"""Sealing what only few may read, with keys that are not in the database."""

from collections.abc import Sequence
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class CannotOpen(Exception):  # noqa: N818  # a state of the world: the key is not at hand
    """None of our keys fits."""


def new_key() -> str:
    """A key that nobody has yet."""
    return Fernet.generate_key().decode()


class Vault:
    """The first key seals, each of them opens; raises ValueError for what is no key."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Newest first."""
        if not keys:
            raise ValueError("a vault needs a key")
        self._fernets = MultiFernet([Fernet(key) for key in keys])
        self.key_name = sha256(keys[0].encode()).hexdigest()[:16]  # tells keys apart, opens nothing

    def seal(self, text: str) -> bytes:
        return self._fernets.encrypt(text.encode())

    def open(self, sealed: bytes) -> str:
        """What was sealed; raises CannotOpen."""
        try:
            return self._fernets.decrypt(sealed).decode()
        except InvalidToken as error:
            raise CannotOpen from error

    def sealed_anew(self, sealed: bytes) -> bytes:
        """The same, sealed with the newest key; raises CannotOpen."""
        try:
            return self._fernets.rotate(sealed)
        except InvalidToken as error:
            raise CannotOpen from error
