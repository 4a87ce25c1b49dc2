"""What runs out by itself: holds that were not checked out, requests that nobody answered."""

from datetime import datetime

from bot.usecases import announcing, proposals
from domain import bookings
from domain.bookings import SYSTEM, Status
from storage.store import Tx

BATCH = 100


async def lapse_holds(tx: Tx, now: datetime) -> int:
    """Free the times of holds that ran out; how many there were."""
    lapsed = await tx.bookings.lapsed_holds(now, BATCH)
    for held in lapsed:
        if held.moves_id is not None:
            await proposals.lapse(tx, held, now)
            continue
        await tx.bookings.save(*bookings.moved(held, Status.EXPIRED, by=SYSTEM, at=now))
    return len(lapsed)


async def lapse_requests(tx: Tx, now: datetime) -> int:
    """Let unanswered requests go and tell both sides; how many there were."""
    lapsed = await tx.bookings.lapsed_requests(now, BATCH)
    for request in lapsed:
        booking, change = bookings.moved(request, Status.EXPIRED, by=SYSTEM, at=now)
        await tx.bookings.save(booking, change)
        await announcing.expired(tx, booking, now)
    return len(lapsed)
