"""An organization's holidays, for its admins."""

from collections.abc import Sequence
from functools import partial

from bot.usecases.holidays import Closed, Offered, countries, number_of
from bot.views import taps
from bot.views.layout import column, grid, home, key, paged, pager, reading
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain.services import Organization

_DAYS = 10  # a page
_COUNTRIES = 24  # a page
_CLOSED = 40  # days on one screen


def choice(organizations: Sequence[Organization], words: Words) -> Screen:
    rows = column(key(each.name, taps.Holidays(each.id)) for each in organizations)
    return Screen(words.say("holidays-whose"), (*rows, (home(words),)))


def closed(seen: Closed, words: Words, toast: str = "") -> Screen:
    """The days on which the organization is closed; a tap opens one again."""
    whose = seen.organization
    text = words.joined(
        words.say("holidays-title", organization=whose.name),
        "\n" + words.say("holidays-some" if seen.days else "holidays-none"),
    )
    days = [
        key(
            words.label("holiday-on", day=words.day(on), name=name[:40]),
            taps.Reopen(whose.id, on),
        )
        for on, name in list(seen.days.items())[:_CLOSED]
    ]
    ways: list[tuple[Key, ...]] = []
    if seen.country:
        label = words.label("holidays-of", country=country_name(seen.country, words))
        button = taps.HolidaysOf(whose.id, number_of(seen.country), 0)
        ways.append((key(label, button, Style.PRIMARY),))
    ways.append((key(words.label("holidays-elsewhere"), taps.Countries(whose.id, 0)),))
    other = (key(words.label("holidays-other"), taps.Organizations()),) if seen.others else ()
    return Screen(text, (*column(days), *ways, (*other, home(words))), toast)


def offered(seen: Offered, page: int, words: Words, toast: str = "") -> Screen:
    """Public holidays with those ticked that are chosen."""
    whose, country = seen.organization, number_of(seen.country)
    days = list(seen.days.items())
    shown, page, pages = paged(days, page, _DAYS)
    keys = [
        key(
            words.label(
                "holiday-on" if on in seen.chosen else "holiday-off",
                day=words.day(on),
                name=name[:40],
            ),
            taps.ToggleHoliday(whose.id, country, on, page),
        )
        for on, name in shown
    ]
    turning = pager(page, pages, partial(taps.HolidaysOf, whose.id, country), words)
    every: Rows = ()
    if set(seen.days) - seen.chosen:
        label = words.label("holidays-all", count=len(days))
        every = ((key(label, taps.AllHolidays(whose.id, country)),),)
    text = words.say("holidays-choose", country=country_name(seen.country, words))
    back = key(words.label("holidays-back"), taps.Holidays(whose.id))
    return Screen(text, (*column(keys), *turning, *every, (back,)), toast, alert=bool(toast))


def countries_page(organization_id: int, page: int, words: Words) -> Screen:
    """Countries by their names in the reader's language."""
    names = sorted((country_name(code, words), code) for code in countries())
    shown, page, pages = paged(names, page, _COUNTRIES)
    keys = [
        key(name[:30], taps.HolidaysOf(organization_id, number_of(code), 0)) for name, code in shown
    ]
    turning = pager(page, pages, partial(taps.Countries, organization_id), words)
    rows = (reading(words, row) for row in grid(keys, 2))
    back = key(words.label("holidays-back"), taps.Holidays(organization_id))
    return Screen(words.say("holidays-countries"), (*rows, *turning, (back,)))


def country_name(code: str, words: Words) -> str:
    return str(words.locale.territories.get(code, code))
