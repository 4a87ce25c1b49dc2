"""A link to a provider or a service: to copy, to send on, and as a QR code."""

import io
from urllib.parse import urlencode

import segno

from bot.usecases.sharing import Shared
from bot.views import taps
from bot.views.buttons import base62
from bot.views.layout import home, key, reading
from bot.views.screens import Key, Photo, Screen
from bot.views.words import Words
from bot.views.workspace import back

_TO_A_CHAT = "https://t.me/share/url"
_SCALE = 16  # pixels a module: sharp on paper, too


def share(seen: Shared, bot_link: str, words: Words) -> Screen:
    """`bot_link` opens a chat with the bot."""
    where = link(seen, bot_link)
    text = words.joined(
        words.say("share-title", what=_name(seen, words)),
        words.say("share-explain" if seen.is_open else "share-paused"),
        f"\n<code>{where}</code>",
    )
    copy = Key(words.label("share-copy"), copy=where)
    rows = (
        (copy,),
        reading(words, (_to_a_chat(seen, where, words), _code(seen, words))),
        (_back(seen, words), home(words)),
    )
    return Screen(text, rows)


def code(seen: Shared, bot_link: str, words: Words) -> Photo:
    """The link as a picture to be shown, printed or put on a door."""
    where = link(seen, bot_link)
    picture = io.BytesIO()
    segno.make(where, error="m", micro=False).save(picture, kind="png", scale=_SCALE, border=4)
    caption = words.joined(words.say("share-code", what=_name(seen, words)), where)
    return Photo("qr.png", picture.getvalue(), caption)


def link(seen: Shared, bot_link: str) -> str:
    """Where customers begin to book."""
    if seen.kept is None:
        return f"{bot_link}?start=p_{base62(seen.provider.id)}"
    return f"{bot_link}?start=s_{base62(seen.kept.id)}"


def _to_a_chat(seen: Shared, where: str, words: Words) -> Key:
    words_with_it = words.label("share-words", what=_name(seen, words))
    return Key(
        words.label("share-send"),
        url=f"{_TO_A_CHAT}?{urlencode({'url': where, 'text': words_with_it})}",
    )


def _name(seen: Shared, words: Words) -> str:
    if seen.kept is None:
        return seen.provider.name
    title = seen.kept.entry.title.into(words.language)
    return words.label("share-service", title=title, provider=seen.provider.name)


def _code(seen: Shared, words: Words) -> Key:
    if seen.kept is None:
        return key(words.label("share-qr"), taps.ShareCode(seen.provider.id))
    return key(words.label("share-qr"), taps.ShareServiceCode(seen.provider.id, seen.kept.id))


def _back(seen: Shared, words: Words) -> Key:
    if seen.kept is None:
        return back(seen.provider.id, words)
    return key(words.label("back"), taps.ShowService(seen.provider.id, seen.kept.id))
