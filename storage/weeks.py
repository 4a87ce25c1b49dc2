"""A provider's week as a query brings it: part of a row of `providers`.

Everything is JSON, so that one row holds it all and one round trip brings many of them.
"""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from domain.hours import Week
from storage import hour_rows as rows

# To be selected from `providers`; what lies outside :first_reached to :last_reached is left out.
COLUMNS = """
    providers.zone,
    (
        SELECT json_agg(json_build_array(
            weekday, start_minute, end_minute, valid_from, valid_until, service_id
        ) ORDER BY weekday, start_minute, weekly_windows.id)
        FROM weekly_windows
        WHERE provider_id = providers.id
            AND (valid_from IS NULL OR valid_from <= :last_reached)
            AND (valid_until IS NULL OR valid_until >= :first_reached)
    ) AS weekly,
    (
        SELECT json_agg(json_build_array(on_date, windows) ORDER BY on_date)
        FROM date_overrides
        WHERE provider_id = providers.id AND on_date BETWEEN :first_reached AND :last_reached
    ) AS overrides,
    (
        SELECT json_agg(json_build_array(on_date, start_minute, end_minute)
            ORDER BY on_date, start_minute, date_openings.id)
        FROM date_openings
        WHERE provider_id = providers.id AND on_date BETWEEN :first_reached AND :last_reached
    ) AS openings,
    (
        SELECT json_agg(json_build_array(
            first_date, last_date, start_minute, end_minute, reason
        ) ORDER BY first_date, closures.id)
        FROM closures
        WHERE provider_id = providers.id
            AND first_date <= :last_reached AND last_date >= :first_reached
    ) AS closures,
    (
        SELECT json_agg(on_date ORDER BY on_date)
        FROM holidays
        WHERE organization_id = providers.organization_id
            AND on_date BETWEEN :first_reached AND :last_reached
    ) AS holidays
"""


def week(row: Row[Any]) -> Week:
    """The week in a row with these columns."""
    return Week(
        ZoneInfo(row.zone),
        tuple(map(rows.weekly_window, row.weekly or ())),
        tuple(map(rows.override, row.overrides or ())),
        tuple(map(rows.opening, row.openings or ())),
        tuple(map(rows.closure, row.closures or ())),
        tuple(map(date.fromisoformat, row.holidays or ())),
    )
