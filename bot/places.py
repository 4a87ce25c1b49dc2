"""Where the bot lives: in Telegram, or in the sandbox with a clock that can be moved."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console

from bot import catalogue
from bot.clock import Clock, MovableClock, SystemClock
from bot.config import Settings
from bot.pocket import ADMIN_ID, TOKEN, pocket
from domain.catalogues import OrganizationEntry
from storage.store import Store

DEMO = Path(__file__).parent / "demo.yaml"
_console = Console(highlight=False)

Announce = Callable[[Settings, str, str | None], None]


class SandboxPortTakenError(Exception):
    """Somebody else listens on the sandbox's port; the text is one sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which Telegram, as whom, by whose clock; `entries` are what an empty place begins with.

    `announce(settings, username, claim)` tells whoever started us where to go.
    """

    token: str
    api_url: str
    clock: Clock
    entries: Sequence[OrganizationEntry]
    owners: tuple[int, ...]
    announce: Announce
    is_sandbox: bool = False

    def polls(self, settings: Settings) -> bool:
        """Whether updates are fetched rather than brought."""
        return self.is_sandbox or settings.public_url is None


@asynccontextmanager
async def telegram_place(settings: Settings) -> AsyncIterator[Place]:
    entries = catalogue.read(settings.catalogue) if settings.catalogue else ()
    yield Place(
        settings.token,
        settings.bot_api_url,
        SystemClock(),
        entries,
        settings.owner_ids,
        _announce_bot,
    )


@asynccontextmanager
async def sandbox_place(settings: Settings, store: Store) -> AsyncIterator[Place]:
    """The sandbox is open in between; raises SandboxPortTakenError."""
    folder = settings.data_dir / "sandbox"
    clock = MovableClock(folder / "clock")
    entries = catalogue.read(settings.catalogue or DEMO)

    async def next_event() -> datetime | None:
        async with store.transaction() as tx:
            known = [await tx.notices.next_due(), await tx.bookings.next_lapse()]
        return min((at for at in known if at is not None), default=None)

    sandbox = pocket(entries, clock, next_event, folder)
    try:
        await sandbox.start("127.0.0.1", settings.sandbox_port)
    except OSError as error:
        raise SandboxPortTakenError(
            f"Port {settings.sandbox_port} is taken: set SANDBOX_PORT to a free one."
        ) from error
    try:
        owners = (*settings.owner_ids, ADMIN_ID)
        yield Place(TOKEN, sandbox.url, clock, entries, owners, _announce_sandbox, is_sandbox=True)
    finally:
        await sandbox.stop()


def _announce_sandbox(settings: Settings, _username: str, _claim: str | None) -> None:
    _console.print(f"\n  Randevu is open at [bold]http://127.0.0.1:{settings.sandbox_port}/[/bold]")
    _console.print("  A pocket Telegram: book as the customer, accept as the provider,")
    _console.print("  move the clock to see the reminder. Ctrl-C stops it.\n")


def _announce_bot(_settings: Settings, username: str, claim: str | None) -> None:
    _console.print(f"\n  Randevu answers as [bold]https://t.me/{username}[/bold]")
    if claim is not None:
        _console.print("  Nobody owns it yet. Whoever opens this link first does:")
        _console.print(f"  [bold]https://t.me/{username}?start={claim}[/bold]")
    _console.print()
