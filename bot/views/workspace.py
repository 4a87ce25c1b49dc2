"""A provider's workspace: what is on, and the ways to everything a provider does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.usecases.workspace import Workspace
from bot.views import taps
from bot.views.layout import column, home, key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.sketches import Look
from bot.views.words import Words
from domain.services import Provider


def workspace(seen: Workspace, now: datetime, words: Words) -> Screen:
    provider = seen.provider
    lines = [
        words.say("workspace-title", provider=provider.name, organization=provider.organization),
        words.say("workspace-now", when=words.moment(now, provider.zone)),
        "",
        words.say("workspace-today", count=seen.today),
    ]
    if seen.next:
        booking, customer = seen.next
        lines.append(
            words.say(
                "workspace-next",
                time=words.time(booking.start, provider.zone),
                title=booking.title.into(words.language),
                customer=customer,
            )
        )
    lines.append(words.say("workspace-coming", count=seen.coming))
    if provider.is_paused:
        lines.append(words.say("terms-paused"))
    if not seen.has_hours:
        lines.append(words.say("workspace-no-hours"))
    if not seen.has_services:
        lines.append(words.say("workspace-no-services"))
    if seen.waiting:
        lines.append(words.say("agenda-waiting", count=seen.waiting))
    return Screen("\n".join(lines), _rows(seen, now, words))


def choice(providers: Sequence[Provider], words: Words) -> Screen:
    """Which one? For a person who runs several."""
    rows = column(key(each.name, taps.WorkspaceOf(each.id)) for each in providers)
    return Screen(words.say("workspace-choose"), (*rows, (home(words),)))


def back(provider_id: int, words: Words) -> Key:
    """The way back to the workspace, under each of its pages."""
    return key(words.label("workspace-back"), taps.WorkspaceOf(provider_id))


def _rows(seen: Workspace, now: datetime, words: Words) -> Rows:
    """What waits first, then what is on, then what is set up once."""
    provider_id = seen.provider.id
    rows: list[tuple[Key, ...]] = []
    if not seen.has_services:
        first = key(words.label("service-first"), taps.NewService(provider_id), Style.PRIMARY)
        rows.append((first,))
    requests = key(words.label("key-requests", count=seen.waiting), taps.Requests())
    book_for = key(words.label("key-book-for"), taps.BookFor(provider_id))
    if seen.waiting:
        rows.append((replace(requests, style=Style.PRIMARY),))
    rows += _diary(provider_id, now.astimezone(seen.provider.zone).date(), words)
    rows.append((book_for,) if seen.waiting else (book_for, requests))
    follow_ups = words.label("key-follow-ups", count=seen.follow_ups)
    rows.append(
        (
            key(words.label("key-reviews"), taps.Reviews(provider_id, 0)),
            key(follow_ups, taps.FollowUps(provider_id, 0)),
        )
    )
    rows += _set_up(provider_id, words)
    if seen.others:
        rows.append((key(words.label("workspace-other"), taps.Workspace()),))
    return (*rows, (home(words),))


def _diary(provider_id: int, today: date, words: Words) -> Rows:
    on = taps.DayOf(provider_id, today, 0, taps.Whence.WORKSPACE)
    week = taps.WeekPicture(provider_id, words.week_start(today), Look.LIGHT)
    return (
        (key(words.label("key-today"), on), key(words.label("key-week"), week)),
        (
            key(words.label("key-month-grid"), taps.MonthOf(provider_id, today)),
            key(words.label("key-agenda"), taps.AgendaOf(provider_id, 0)),
        ),
    )


def _set_up(provider_id: int, words: Words) -> Rows:
    return (
        (
            key(words.label("key-hours"), taps.Hours(provider_id)),
            key(words.label("key-time-off"), taps.TimeOff(provider_id, 0)),
        ),
        (
            key(words.label("key-services"), taps.Services(provider_id, 0)),
            key(words.label("share"), taps.Share(provider_id)),
        ),
        (key(words.label("key-busy"), taps.BusyFeeds(provider_id)),),
        (key(words.label("key-terms"), taps.ProviderSettings(provider_id)),),
    )
