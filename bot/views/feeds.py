"""The addresses of a person's calendar feeds, and how to subscribe to them."""

from collections.abc import Sequence
from urllib.parse import quote

from bot.usecases.feeds import Owned
from bot.views import taps
from bot.views.layout import home, key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.taps import CalendarApp
from bot.views.words import Words

_GOOGLE = "https://calendar.google.com/calendar/render?cid="


def address(base: str, owned: Owned) -> str:
    """Where the feed is; `base` is the address of our web app."""
    return f"{base}/calendar/{owned.feed.secret}.ics"


def overview(feeds: Sequence[Owned], base: str, words: Words) -> Screen:
    if not base:
        return Screen(words.say("feeds-nowhere"), ((home(words),),))
    lines = [words.say("feeds-title"), words.say("feeds-explain")]
    rows: list[tuple[Key, ...]] = []
    for owned in feeds:
        lines += ["", _name(owned, words), f"<code>{address(base, owned)}</code>"]
        rows += _keys(owned, base, words, is_only=len(feeds) == 1)
    lines += ["", words.say("feeds-secret")]
    helps = tuple(
        key(words.label(f"key-feed-{app.name.lower()}"), taps.CalendarHelp(app))
        for app in CalendarApp
    )
    return Screen("\n".join(lines), (*rows, helps, (home(words),)))


def how_to(app: CalendarApp, words: Words) -> Screen:
    """How one kind of calendar subscribes to an address."""
    text = words.say(f"feed-how-{app.name.lower()}")
    return Screen(text, ((key(words.label("back"), taps.CalendarFeeds()),),))


def ask_renew(feed_id: int, words: Words) -> Screen:
    renew = key(words.label("key-feed-renew-sure"), taps.RenewFeed(feed_id), Style.DANGER)
    keep = key(words.label("back"), taps.CalendarFeeds())
    return Screen(words.say("feed-renew-ask"), ((renew,), (keep,)))


def _name(owned: Owned, words: Words) -> str:
    if owned.provider is None:
        return words.say("feed-of-customer")
    return words.say("feed-of-provider", provider=owned.provider.name)


def _keys(owned: Owned, base: str, words: Words, *, is_only: bool) -> Rows:
    where = address(base, owned)
    whose = owned.provider.name if owned.provider else words.label("feed-mine")
    google = _GOOGLE + quote(where.replace("https://", "webcal://"), safe="")
    copies = (
        words.label("key-feed-copy") if is_only else words.label("key-feed-copy-of", whose=whose)
    )
    copy = Key(copies, copy=where)
    renew = key(words.label("key-feed-renew"), taps.AskRenewFeed(owned.feed.id))
    if not where.startswith("https://"):
        return ((copy, renew),)
    return ((copy, renew), (Key(words.label("key-feed-add-google"), url=google),))
