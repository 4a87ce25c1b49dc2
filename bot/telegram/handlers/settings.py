"""Language, time zone and reminder lead times of the person who talks."""

from dataclasses import replace
from datetime import timedelta

from bot.telegram.turn import State, Turn
from bot.usecases import preferences
from bot.views import settings, taps
from bot.views.screens import Answer, Reply, Screen
from domain.people import Person
from domain.refusals import NotFound, UnknownZone
from storage.conversations import Draft


async def overview(tap: taps.Settings, turn: Turn) -> Answer:
    return await overview_command("", turn)


async def overview_command(args: str, turn: Turn) -> Answer:
    turn.stop_asking()
    return settings.overview(turn.person, turn.words)


async def choose_language(tap: taps.Languages, turn: Turn) -> Answer:
    return settings.choose_language(turn.words)


async def set_language(tap: taps.SetLanguage, turn: Turn) -> Answer:
    language = settings.language_at(tap.place)
    if language is None:
        raise NotFound
    turn.person = await preferences.set_language(turn.tx, turn.person, language)
    turn.words = replace(turn.words, language=language)
    return _overview("language-set", turn)


async def choose_zone(tap: taps.Zones, turn: Turn) -> Answer:
    return await show_zones(turn)


async def show_zones(turn: Turn) -> Screen:
    turn.draft = Draft(flow=turn.draft.flow)
    turn.state = State.ZONE
    suggested = await turn.tx.providers.zones()
    return settings.choose_zone(turn.person, suggested, turn.now, turn.words)


async def zones_of(tap: taps.ZonesOf, turn: Turn) -> Answer:
    if tap.region >= len(settings.REGIONS):
        raise NotFound
    return settings.zones_of(tap.region, tap.page, turn.now, turn.words)


async def zone_written(text: str, turn: Turn) -> Answer:
    found = settings.search_zones(text, turn.words)
    if not found:
        raise UnknownZone(text)
    return settings.zones_found(text, found, turn.now, turn.words)


async def zone_is_not_text(turn: Turn) -> Answer:
    return Reply(await show_zones(turn))


async def set_zone(tap: taps.SetZone, turn: Turn) -> Answer:
    await _know(await preferences.set_zone(turn.tx, turn.person, tap.zone), turn)
    return _overview("zone-set", turn, city=turn.words.city(tap.zone))


async def forget_zone(tap: taps.ForgetZone, turn: Turn) -> Answer:
    await _know(await preferences.set_zone(turn.tx, turn.person, None), turn)
    return _overview("zone-forgotten", turn)


async def show_leads(tap: taps.Leads, turn: Turn) -> Answer:
    return settings.leads(turn.person, turn.words)


async def more_leads(tap: taps.MoreLeads, turn: Turn) -> Answer:
    return settings.more_leads(tap.unit, turn.words)


async def toggle_lead(tap: taps.ToggleLead, turn: Turn) -> Answer:
    before = len(turn.person.leads)
    lead = timedelta(minutes=min(tap.minutes, 10**6))
    turn.person = await preferences.toggle_lead(turn.tx, turn.person, lead, turn.now)
    added = len(turn.person.leads) > before
    toast = turn.words.label("lead-added" if added else "lead-removed")
    return settings.leads(turn.person, turn.words, toast=toast)


async def _know(person: Person, turn: Turn) -> None:
    turn.person = person
    turn.words = replace(turn.words, zone=person.zone)
    turn.leave()


def _overview(toast: str, turn: Turn, **args: str) -> Screen:
    return settings.overview(turn.person, turn.words, toast=turn.words.label(toast, **args))
