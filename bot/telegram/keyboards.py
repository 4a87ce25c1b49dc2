"""Screens as the Bot API wants them: plain dictionaries, encoded once on their way out."""

from typing import Any

from bot.views.screens import Key, Rows, Screen

_NO_PREVIEW = {"is_disabled": True}


def body(screen: Screen) -> dict[str, Any]:
    """The fields that sendMessage and editMessageText have in common; no picture."""
    fields: dict[str, Any] = {
        "text": screen.text,
        "parse_mode": "HTML",
        "link_preview_options": _NO_PREVIEW,
    }
    return fields | _under(screen)


def photo(screen: Screen, file: str) -> dict[str, Any]:
    """The fields of sendPhoto: `file` is an id, or `attach://` with the name of an upload."""
    return {"photo": file, "caption": screen.text, "parse_mode": "HTML"} | _under(screen)


def media(screen: Screen, file: str) -> dict[str, Any]:
    """The fields of editMessageMedia; `file` as for `photo`."""
    shown = {"type": "photo", "media": file, "caption": screen.text, "parse_mode": "HTML"}
    return {"media": shown} | _under(screen)


def _under(screen: Screen) -> dict[str, Any]:
    return {"reply_markup": keyboard(screen.rows)} if screen.rows else {}


def keyboard(rows: Rows) -> dict[str, Any]:
    return {"inline_keyboard": [[_key(key) for key in row] for row in rows]}


def _key(key: Key) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": key.label}
    if key.button is not None:
        fields["callback_data"] = key.button.pack()
    elif key.url:
        fields["url"] = key.url
    else:
        fields["copy_text"] = {"text": key.copy}
    if key.style:
        fields["style"] = key.style.value
    return fields
