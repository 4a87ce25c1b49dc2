"""A person's own settings: language, time zone, reminder lead times."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.usecases import announcing
from domain import reminders
from domain.people import Person
from domain.refusals import BadLead, TooManyLeads
from storage.store import Tx

MOST_LEADS = 8


async def set_language(tx: Tx, person: Person, language: str) -> Person:
    await tx.people.set_language(person.id, language)
    await tx.cards.touch_all_of(person.id)
    return replace(person, language=language)


async def set_zone(tx: Tx, person: Person, zone: ZoneInfo | None) -> Person:
    """None: times are shown in each provider's own zone."""
    await tx.people.set_zone(person.id, zone)
    await tx.cards.touch_all_of(person.id)
    return replace(person, zone=zone)


async def toggle_lead(tx: Tx, person: Person, lead: timedelta, now: datetime) -> Person:
    """Add this lead time or take it away; bookings already made follow.

    Raises:
        BadLead: shorter than 5 minutes or longer than 30 days.
        TooManyLeads: the person has MOST_LEADS already.
    """
    if not reminders.is_lead(lead):
        raise BadLead(str(lead))
    leads = set(person.leads) ^ {lead}
    if len(leads) > MOST_LEADS:
        raise TooManyLeads(MOST_LEADS)

    changed = replace(person, leads=tuple(sorted(leads, reverse=True)))

    await tx.people.set_leads(person.id, changed.leads)
    await announcing.remind_anew(tx, changed, now)
    return changed
