"""A person's settings: language, time zone, reminders."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache, partial
from zoneinfo import ZoneInfo, available_timezones

from bot.views import taps
from bot.views.layout import column, grid, home, key, marked, paged, pager
from bot.views.screens import Key, Screen
from bot.views.taps import Unit
from bot.views.words import Words, languages
from domain.people import Person
from domain.reminders import DEFAULT_LEADS

REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_ZONES_A_PAGE = 20
_COUNTS = {
    Unit.MINUTES: (5, 10, 15, 20, 30, 45),
    Unit.HOURS: (1, 2, 3, 4, 6, 8, 12, 18),
    Unit.DAYS: (1, 2, 3, 5, 7, 14, 21, 30),
}
_UNITS = {
    Unit.MINUTES: timedelta(minutes=1),
    Unit.HOURS: timedelta(hours=1),
    Unit.DAYS: timedelta(days=1),
}


def overview(person: Person, words: Words, *, toast: str = "") -> Screen:
    lines = [words.say("settings-title")]
    rows = (
        (key(words.label("settings-language", language=_own_name(words)), taps.Languages()),),
        (key(_zone_line(person, words), taps.Zones()),),
        (key(_leads_line(person, words), taps.Leads()),),
        (home(words),),
    )
    return Screen("\n".join(lines), rows, toast)


def choose_language(words: Words) -> Screen:
    keys = [
        key(
            marked(name, code == words.language, words),
            taps.SetLanguage(place),
        )
        for place, (code, name) in enumerate(languages().items())
    ]
    return Screen(words.say("languages-title"), (*grid(keys, 2), _back(words)))


def language_at(place: int) -> str | None:
    codes = list(languages())
    return codes[place] if place < len(codes) else None


def choose_zone(
    person: Person, suggested: Sequence[ZoneInfo], now: datetime, words: Words
) -> Screen:
    lines = [words.say("zones-title"), _zone_now(person, now, words), "", words.say("zones-type")]
    near = [_zone_key(zone, now, words) for zone in suggested]
    regions = [
        key(words.label(f"region-{name}"), taps.ZonesOf(place, 0))
        for place, name in enumerate(REGIONS)
    ]
    none = key(words.label("key-no-zone"), taps.ForgetZone())
    return Screen("\n".join(lines), (*grid(near, 2), *grid(regions, 2), (none,), _back(words)))


def zones_of(region: int, page: int, now: datetime, words: Words) -> Screen:
    """A page of a region's zones, by name in the reader's language."""
    zones = sorted(_zones(REGIONS[region]), key=words.city)
    shown, page, pages = paged(zones, page, _ZONES_A_PAGE)
    rows = (
        *grid([_zone_key(zone, now, words) for zone in shown], 2),
        *pager(page, pages, partial(taps.ZonesOf, region), words),
        (key(words.label("back"), taps.Zones()), home(words)),
    )
    return Screen(words.say("zones-title"), rows)


def zones_found(text: str, zones: Sequence[ZoneInfo], now: datetime, words: Words) -> Screen:
    keys = [_zone_key(zone, now, words) for zone in zones]
    back = (key(words.label("back"), taps.Zones()), home(words))
    return Screen(words.say("zones-found", text=text), (*grid(keys, 2), back))


def search_zones(text: str, words: Words) -> list[ZoneInfo]:
    """Up to ten zones whose city, in English or the reader's language, begins like the text."""
    wanted = text.strip().casefold().replace("_", " ")
    if not wanted:
        return []
    every = [zone for name in REGIONS for zone in _zones(name)]
    hits = [zone for zone in every if _fits(zone, wanted, words)]
    return sorted(hits, key=lambda zone: len(words.city(zone)))[:10]


def leads(person: Person, words: Words, *, toast: str = "") -> Screen:
    offered = sorted({*DEFAULT_LEADS, *person.leads}, reverse=True)
    keys = [
        key(
            words.label(
                "lead-on" if lead in person.leads else "lead-off", length=words.length(lead)
            ),
            _toggle(lead),
        )
        for lead in offered
    ]
    text = f"{words.say('leads-title')}\n{words.say('leads-explain')}"
    more = key(words.label("key-more-leads"), taps.MoreLeads(Unit.HOURS))
    return Screen(text, (*column(keys), (more,), _back(words)), toast)


def more_leads(unit: Unit, words: Words) -> Screen:
    units = [
        key(
            marked(words.label(f"unit-{each}"), each is unit, words),
            taps.MoreLeads(each),
        )
        for each in Unit
    ]
    counts = [
        key(words.length(_UNITS[unit] * count), _toggle(_UNITS[unit] * count))
        for count in _COUNTS[unit]
    ]
    back = (key(words.label("back"), taps.Leads()), home(words))
    return Screen(words.say("leads-more"), (tuple(units), *grid(counts, 3), back))


def _toggle(lead: timedelta) -> taps.ToggleLead:
    return taps.ToggleLead(int(lead.total_seconds()) // 60)


def _back(words: Words) -> tuple[Key, ...]:
    return (key(words.label("back"), taps.Settings()), home(words))


def _own_name(words: Words) -> str:
    return words.label("language-name")


def _zone_line(person: Person, words: Words) -> str:
    if person.zone is None:
        return words.label("settings-no-zone")
    return words.label("settings-zone", city=words.city(person.zone))


def _leads_line(person: Person, words: Words) -> str:
    if not person.leads:
        return words.label("settings-no-leads")
    names = [words.length(lead) for lead in sorted(person.leads, reverse=True)]
    return words.label("settings-leads", leads=words.several(names))


def _zone_now(person: Person, now: datetime, words: Words) -> str:
    if person.zone is None:
        return words.say("zones-none")
    return words.say("zones-now", city=words.city(person.zone), time=words.time(now, person.zone))


def _zone_key(zone: ZoneInfo, now: datetime, words: Words) -> Key:
    label = words.label("key-zone", city=words.city(zone), time=words.time(now, zone))
    return key(label, taps.SetZone(zone))


def _fits(zone: ZoneInfo, wanted: str, words: Words) -> bool:
    names = (words.city(zone), zone.key, zone.key.rpartition("/")[2])
    return any(name.casefold().replace("_", " ").startswith(wanted) for name in names)


@cache
def _zones(region: str) -> tuple[ZoneInfo, ...]:
    names = sorted(name for name in available_timezones() if name.startswith(f"{region}/"))
    return tuple(ZoneInfo(name) for name in names)
