"""What was said in a room, as a file to keep: one page that any browser shows."""

from html import escape

from bot.usecases.rooms import Transcript
from bot.views import rooms as places
from bot.views.relayed import kind
from bot.views.screens import Paper
from bot.views.words import Words
from domain.rooms import Content, Message, Sort

_KIB = 1024
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#1c1c1e;background:#fff}h1{font-size:1.3rem}"
    "article{margin:1rem 0;padding:.6rem .9rem;border-radius:.8rem;background:#f1f2f4}"
    "header{color:#5a5f66;font-size:.85rem}p{margin:.2rem 0;white-space:pre-wrap;"
    "overflow-wrap:anywhere}.file{color:#205d9e}"
)


def paper(told: Transcript, words: Words) -> Paper:
    """Every message with its author and its time by the reader's clock; files by their names."""
    room = told.room
    zone = words.zone or room.booking.zone
    title = words.label("transcript-title", title=room.booking.title.into(words.language))
    note = words.label("all-times", city=words.city(zone))
    lines = [
        f'<!doctype html><html lang="{words.language}" dir="{words.label("language-direction")}">',
        f'<head><meta charset="utf-8"><title>{escape(title)}</title>',
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>',
        f"<h1>{escape(title)}</h1><p>{places.about(room, words)}</p>",
        f"<p>{escape(room.booking.reference)} · {escape(note)}</p>",
        *(_article(each, told, words) for each in told.messages),
        "</body></html>",
    ]
    caption = words.say("transcript-caption", count=len(told.messages))
    name = f"{room.booking.reference}.html"
    return Paper(name, "\n".join(lines).encode(), "text/html", caption)


def _article(message: Message, told: Transcript, words: Words) -> str:
    zone = words.zone or told.room.booking.zone
    who = told.names.get(message.author_id, "?")
    parts = [escape(who), escape(words.day_and_time(message.sent, zone))]
    if message.edited is not None:
        at = words.day_and_time(message.edited, zone)
        parts.append(escape(words.label("transcript-edited", when=at)))
    head = f'<header dir="auto">{" · ".join(parts)}</header>'
    return f"<article>{head}{_file(message.content, words)}{_text(message.content)}</article>"


def _text(content: Content) -> str:
    return f'<p dir="auto">{escape(content.text)}</p>' if content.text else ""


def _file(content: Content, words: Words) -> str:
    if content.sort is Sort.TEXT:
        return ""
    parts = [kind(content, words), content.name, content.address]
    if content.sort in {Sort.LOCATION, Sort.VENUE}:
        parts.append(f"{content.latitude:.5f}, {content.longitude:.5f}")
    if content.seconds:
        parts.append(f"{content.seconds // 60}:{content.seconds % 60:02}")
    if content.size:
        size = max(1, round(content.size / _KIB))
        parts.append(words.label("transcript-size", size=str(size)))
    shown = " · ".join(escape(each) for each in parts if each)
    return f'<p class="file" dir="auto">{shown}</p>'
