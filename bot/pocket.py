"""The sandbox with our people in it: customers, the catalogue's providers, an admin."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import Persona, Sandbox
from domain.catalogues import OrganizationEntry

TOKEN = "42:pocket-telegram-of-the-sandbox"  # noqa: S105  # opens nothing but the sandbox
ADMIN_ID = 3001

NextEvent = Callable[[], Awaitable[datetime | None]]


class PocketClock:
    """The product's clock as the sandbox page moves it."""

    def __init__(self, clock: MovableClock, next_event: NextEvent) -> None:
        self._clock = clock
        self._next_event = next_event

    def now(self) -> datetime:
        return self._clock.now()

    async def advance(self, by: timedelta) -> None:
        self._clock.advance(by)

    async def reset(self) -> None:
        self._clock.reset()

    async def next_event(self) -> datetime | None:
        return await self._next_event()


def pocket(
    entries: Sequence[OrganizationEntry], clock: MovableClock, next_event: NextEvent, folder: Path
) -> Sandbox:
    """Not started yet; chats are kept in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Sandbox(
        TOKEN,
        [*_customers(), *_providers(entries), _admin()],
        clock=PocketClock(clock, next_event),
        state_file=folder / "state.json",
    )


def _customers() -> list[Persona]:
    return [Persona(1001, "Maya", "Lind"), Persona(1002, "ليلى", "حداد", language_code="ar")]


def _providers(entries: Sequence[OrganizationEntry]) -> list[Persona]:
    people: dict[int, Persona] = {}
    for organization in entries:
        for provider in organization.providers:
            if provider.telegram_id is not None:
                people[provider.telegram_id] = Persona(
                    provider.telegram_id,
                    provider.name,
                    role="provider",
                    label=organization.name,
                    started=True,
                )
    return list(people.values())


def _admin() -> Persona:
    return Persona(ADMIN_ID, "Sam", role="admin", label="Randevu", started=True)
