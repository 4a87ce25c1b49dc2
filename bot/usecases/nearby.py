"""What there is in place of a time that cannot be had."""

from dataclasses import dataclass
from datetime import datetime

from bot.usecases import availability
from bot.usecases.seeking import Sought
from domain import slots
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Nearby:
    """Free starts near the wanted one, ascending; `is_offered`: so that somebody else has it."""

    wanted: datetime
    starts: tuple[datetime, ...]
    is_offered: bool


async def nearby(tx: Tx, sought: Sought, wanted: datetime, now: datetime) -> Nearby:
    starts = await availability.alternatives(tx, sought, wanted, now)
    return Nearby(wanted, starts, await _is_offered(tx, sought, wanted, now))


async def _is_offered(tx: Tx, sought: Sought, start: datetime, now: datetime) -> bool:
    """Whether any of the providers that will do is open then, taken or not."""
    on = start.astimezone(sought.zone).date()
    ids = [provider.id for provider in sought.providers]
    around = await tx.schedules.around_many(ids, on, on, now, sought.viewer_id)
    return any(slots.is_offered(each, sought.service, start, now) for each in around.values())
