"""A server elsewhere, and what asks there."""

from collections.abc import AsyncIterator

import pytest

from bot.calendars import fetching
from bot.calendars.networks import is_public
from tests.elsewhere import OTHER, Elsewhere, elsewhere


@pytest.fixture
async def server() -> AsyncIterator[Elsewhere]:
    async with elsewhere() as served:
        yield served


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> str:
    """An address of the server that counts as one out in the open."""
    monkeypatch.setattr(fetching, "is_public", lambda text: text == OTHER or is_public(text))
    return OTHER
