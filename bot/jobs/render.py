"""From a notice that is due to the message that one person reads, if it is still true."""

from datetime import datetime

from bot.usecases import keeping, moving
from bot.views import notices as views
from bot.views.screens import Screen
from bot.views.words import Words
from domain import notices, reminders
from domain.notices import Kind, Notice
from storage.store import Tx


async def render(tx: Tx, notice: Notice, now: datetime) -> tuple[int, Screen, bool] | None:
    """Chat id, message, and whether to send it silently; None if it is no longer true or useful."""
    person = await tx.people.get(notice.recipient_id)
    seen = await keeping.card(tx, person, notice.booking_id, notice.side)
    if person.telegram_id is None or not person.reachable:
        return None
    if notices.outdated(notice, seen.booking, now):
        return None
    if notice.lead and not reminders.still_useful(
        notice.lead, seen.booking.start, now, person.leads
    ):
        return None
    if notice.kind is Kind.MOVE:
        seen = await moving.with_others(tx, seen, person, now)
    words = Words(person.language, person.zone)
    return person.telegram_id, views.message(notice, seen, now, words), False
