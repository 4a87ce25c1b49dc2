"""A provider's own settings: paused or not, and how many sessions a day."""

from bot.usecases.workspace import MOST_A_DAY
from bot.views import taps
from bot.views.layout import grid, key, marked, reading
from bot.views.screens import Screen, Style
from bot.views.words import Words
from bot.views.workspace import back
from domain.policies import Level
from domain.services import Provider


def settings(provider: Provider, words: Words, toast: str = "") -> Screen:
    lines = [words.say("terms-title", provider=provider.name), ""]
    lines.append(words.say("terms-paused" if provider.is_paused else "terms-on"))
    lines.append(words.say("terms-most", count=provider.most_a_day or 0))
    if provider.is_paused:
        pause = key(words.label("key-resume"), taps.Resume(provider.id), Style.SUCCESS)
    else:
        pause = key(words.label("key-pause"), taps.Pause(provider.id))
    most = key(words.label("key-most"), taps.MostADay(provider.id))
    policies = key(words.label("key-policies"), taps.Policies(Level.PROVIDER, provider.id))
    calendar = key(words.label("key-calendar"), taps.CalendarFeeds())
    foot = (back(provider.id, words), key(words.label("key-settings"), taps.Settings()))
    return Screen("\n".join(lines), ((pause,), (most,), (policies,), (calendar,), foot), toast)


def most_a_day(provider: Provider, words: Words) -> Screen:
    """How many sessions a day, of all services together."""
    keys = [
        key(
            marked(str(most), most == provider.most_a_day, words),
            taps.SetMostADay(provider.id, most),
        )
        for most in range(1, MOST_A_DAY + 1)
    ]
    unbound = key(
        marked(words.label("most-any"), provider.most_a_day is None, words),
        taps.SetMostADay(provider.id, 0),
    )
    rows = (reading(words, row) for row in grid(keys, 6))
    leave = key(words.label("back"), taps.ProviderSettings(provider.id))
    return Screen(words.say("most-choose"), (*rows, (unbound,), (leave,)))
