"""Calendars elsewhere that block a provider: which there are, and how each of them is."""

from bot.usecases.busy import Feed, Feeds
from bot.views import taps
from bot.views.layout import column, key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from bot.views.workspace import back
from domain.busy import MOST_FEEDS

_LABEL = 26  # characters of a name that fit on a key


def feeds(seen: Feeds, words: Words, toast: str = "") -> Screen:
    lines = [words.say("busy-title", provider=seen.provider.name), words.say("busy-explain")]
    for each in seen.feeds:
        lines += ["", _title(each, words), _state(each, words)]
    if seen.is_full:
        lines += ["", words.say("busy-full", limit=MOST_FEEDS)]
    rows = column(key(_label(each, words), taps.ShowBusyFeed(each.feed.id)) for each in seen.feeds)
    add = key(words.label("key-busy-add"), taps.AddBusyFeed(seen.provider.id))
    more: Rows = () if seen.is_full else ((add,),)
    return Screen("\n".join(lines), (*rows, *more, (back(seen.provider.id, words),)), toast)


def feed(seen: Feed, words: Words, toast: str = "") -> Screen:
    lines = [_title(seen, words)]
    if seen.feed.name:
        lines.append(words.say("busy-host", host=seen.feed.host))
    lines += ["", _state(seen, words)]
    if seen.feed.trouble is not None:
        lines += ["", _why(seen, words)]
    if seen.feed.checked_at is None:
        ask = key(words.label("key-busy-look"), taps.ShowBusyFeed(seen.feed.id))
    else:
        ask = key(words.label("key-busy-ask"), taps.AskBusyFeed(seen.feed.id))
    drop = key(words.label("key-busy-drop"), taps.AskDropBusyFeed(seen.feed.id))
    foot = (_back(seen.provider.id, words),)
    return Screen("\n".join(lines), ((ask,), (drop,), foot), toast)


def asking(provider_id: int, words: Words) -> Screen:
    """An address is to be pasted; where to find it."""
    return Screen(words.say("busy-add"), ((_back(provider_id, words),),))


def ask_drop(seen: Feed, words: Words) -> Screen:
    drop = key(words.label("key-busy-drop-sure"), taps.DropBusyFeed(seen.feed.id), Style.DANGER)
    keep = key(words.label("back"), taps.ShowBusyFeed(seen.feed.id))
    return Screen(words.say("busy-drop-ask", name=seen.feed.title), ((drop,), (keep,)))


def broken(seen: Feed, words: Words) -> Screen:
    """The message that comes by itself when a calendar cannot be read."""
    title = words.say("busy-broken", name=seen.feed.title, provider=seen.provider.name)
    look = key(words.label("key-busy-show"), taps.ShowBusyFeed(seen.feed.id))
    return Screen(f"{title}\n{_why(seen, words)}", ((look,),))


def _title(seen: Feed, words: Words) -> str:
    return words.say("busy-name", name=seen.feed.title)


def _label(seen: Feed, words: Words) -> str:
    name = seen.feed.title
    short = name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"
    return words.label("key-busy-broken" if seen.feed.trouble else "key-busy-feed", name=short)


def _state(seen: Feed, words: Words) -> str:
    """When it was read last and what was in it."""
    feed, zone = seen.feed, seen.provider.zone
    if feed.checked_at is None:
        return words.say("busy-awaited")
    lines: list[str] = []
    if feed.failing_since is not None:
        since = words.day_and_time(feed.failing_since, zone)
        lines.append(words.say("busy-failing", since=since, city=words.city(zone)))
    if feed.read_at is not None:
        when = words.day_and_time(feed.read_at, zone)
        lines.append(words.say("busy-read", when=when, city=words.city(zone), count=seen.ahead))
    return words.joined(*lines)


def _why(seen: Feed, words: Words) -> str:
    """What is wrong, what it means, and what can be done."""
    why = words.say(f"busy-trouble-{seen.feed.trouble}")
    return words.joined(why, words.say("busy-counts" if seen.feed.read_at else "busy-open"))


def _back(provider_id: int, words: Words) -> Key:
    return key(words.label("back"), taps.BusyFeeds(provider_id))
