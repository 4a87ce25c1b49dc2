"""Days on which an organization is closed; for admins."""

from bot.telegram.turn import Turn
from bot.usecases import holidays as usecases
from bot.views import holidays as views, taps
from bot.views.screens import Answer


async def show_organizations(tap: taps.Organizations, turn: Turn) -> Answer:
    turn.stop_asking()
    mine = await usecases.administered(turn.tx, turn.person)
    if len(mine) > 1:
        return views.choice(mine, turn.words)
    return await _closed(mine[0].id, turn)


async def show_holidays(tap: taps.Holidays, turn: Turn) -> Answer:
    return await _closed(tap.organization_id, turn)


async def show_countries(tap: taps.Countries, turn: Turn) -> Answer:
    seen = await usecases.closed(turn.tx, turn.person, tap.organization_id, turn.now)
    return views.countries_page(seen.organization.id, tap.page, turn.words)


async def show_public(tap: taps.HolidaysOf, turn: Turn) -> Answer:
    return await _offered(tap.organization_id, usecases.country_of(tap.country), tap.page, turn)


async def toggle(tap: taps.ToggleHoliday, turn: Turn) -> Answer:
    """Bookings on a day that is closed now stay; how many is told."""
    country = usecases.country_of(tap.country)
    booked = await usecases.toggle(
        turn.tx, turn.person, tap.organization_id, country, tap.on, turn.now
    )
    return await _offered(tap.organization_id, country, tap.page, turn, booked or 0)


async def choose_all(tap: taps.AllHolidays, turn: Turn) -> Answer:
    country = usecases.country_of(tap.country)
    booked = await usecases.choose_all(turn.tx, turn.person, tap.organization_id, country, turn.now)
    return await _offered(tap.organization_id, country, 0, turn, booked)


async def reopen(tap: taps.Reopen, turn: Turn) -> Answer:
    await usecases.reopen(turn.tx, turn.person, tap.organization_id, tap.on)
    toast = turn.words.label("holiday-reopened", day=turn.words.day(tap.on))
    return await _closed(tap.organization_id, turn, toast)


async def _closed(organization_id: int, turn: Turn, toast: str = "") -> Answer:
    seen = await usecases.closed(turn.tx, turn.person, organization_id, turn.now)
    return views.closed(seen, turn.words, toast)


async def _offered(
    organization_id: int, country: str, page: int, turn: Turn, booked: int = 0
) -> Answer:
    seen = await usecases.offered(turn.tx, turn.person, organization_id, country, turn.now)
    toast = turn.words.label("holidays-booked", count=booked) if booked else ""
    return views.offered(seen, page, turn.words, toast)
