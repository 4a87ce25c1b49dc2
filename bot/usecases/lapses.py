"""What the clock does: holds and requests run out, sessions begin, or nobody comes to them."""

from datetime import datetime

from bot.usecases import announcing, proposals
from domain import bookings, sessions, waitlist
from domain.bookings import SYSTEM, Booking, Status
from storage.store import Tx

BATCH = 100


async def lapse_holds(tx: Tx, now: datetime) -> int:
    """Free the times of holds that ran out; how many there were."""
    lapsed = await tx.bookings.lapsed_holds(now, BATCH)
    for held in lapsed:
        if held.moves_id is not None:
            await proposals.lapse(tx, held, now)
        else:
            await lapse_hold(tx, held, now)
    return len(lapsed)


async def lapse_hold(tx: Tx, held: Booking, now: datetime) -> None:
    """The time is free again, for it ran out or is about to be closed."""
    await tx.bookings.save(*bookings.moved(held, Status.EXPIRED, by=SYSTEM, at=now))
    if held.offered:
        await announcing.offer_over(tx, held)
        if not bookings.has_run_out(held, now):
            await tx.waitlist.save(waitlist.withdrawn(await tx.waitlist.lock_offered(held.id)))


async def lapse_requests(tx: Tx, now: datetime) -> int:
    """Let unanswered requests go and tell both sides; how many there were.

    Those of one series go together, for both sides are told of all that lapses at one instant.
    """
    lapsed = {each.id: each for each in await tx.bookings.lapsed_requests(now, BATCH)}
    for each in tuple(lapsed.values()):
        beside = await tx.series.lock_requests(each.id)
        lapsed |= {other.id: other for other in beside if bookings.has_run_out(other, now)}
    for request in lapsed.values():
        booking, change = bookings.moved(request, Status.EXPIRED, by=SYSTEM, at=now)
        await tx.bookings.save(booking, change)
        await announcing.expired(tx, booking, now)
    return len(lapsed)


async def begin_sessions(tx: Tx, now: datetime) -> int:
    """Begin what somebody has come for and whose time has come; how many there were."""
    waiting = await tx.bookings.beginning(now, BATCH)
    for each in waiting:
        booking, change = sessions.begun(each, now)
        await tx.bookings.save(booking, change)
        await announcing.begun(tx, booking)
    return len(waiting)


async def miss_sessions(tx: Tx, now: datetime) -> int:
    """Give up on what nobody has come to, and tell both sides; how many there were."""
    unattended = await tx.bookings.unattended(now, BATCH)
    missed = [each for each, asked in unattended if sessions.is_missed(each, asked, now)]
    for each in missed:
        booking, change = bookings.moved(each, Status.NO_SHOW, by=SYSTEM, at=now)
        await tx.bookings.save(booking, change)
        await announcing.missed(tx, booking, now)
    return len(missed)
