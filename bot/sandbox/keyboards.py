"""What Telegram checks in a keyboard before it accepts a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox import links
from bot.sandbox.errors import bad_request
from bot.sandbox.objects import Json
from bot.sandbox.params import Params

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
_STYLES = frozenset({"primary", "success", "danger"})
_DATA_BYTES = 64
_COPY_LENGTH = 256
_PLACEHOLDER_LENGTH = 64
_REQUESTS = [
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
]


@dataclass(frozen=True, slots=True)
class Markup:
    """The keyboard of a call: under the message, in place of the letters, or neither."""

    inline: Json | None = None
    reply: Json | None = None  # ReplyKeyboardMarkup or ForceReply
    removes_reply: bool = False

    @property
    def blocks_edits(self) -> bool:
        """A message sent with anything but an inline keyboard can never be edited."""
        return self.reply is not None or self.removes_reply


NO_MARKUP = Markup()


def markup(params: Params) -> Markup:
    """The checked reply_markup of a call that sends."""
    if not params.values.get("reply_markup") and not _is_null(params):
        return NO_MARKUP
    given = params.nested("reply_markup", "reply keyboard markup")
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(inline=inline_keyboard(given["inline_keyboard"]))
    if "keyboard" in given:
        return Markup(reply=_reply_keyboard(given))
    if given.get("remove_keyboard"):
        return Markup(removes_reply=True)
    if given.get("force_reply"):
        return Markup(reply=_with_placeholder(given))
    return NO_MARKUP


def inline_markup(params: Params) -> Json | None:
    """The checked reply_markup of an edit, which can only be an inline keyboard."""
    wanted = markup(params)
    if wanted.blocks_edits:
        raise bad_request("inline keyboard expected")
    return wanted.inline


def inline_keyboard(rows: object) -> Json | None:
    """The keyboard, or None when it has no buttons: that is how one is taken away."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    kept = [[_inline_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in kept):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _is_null(params: Params) -> bool:
    return params.has("reply_markup") and params.values["reply_markup"] is None


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _cannot("InlineKeyboardButton must be an Object")
    _check_label(button, "inline keyboard button")
    used = [name for name in _ACTIONS if button.get(name) not in (None, "", False)]
    used += [name for name in _MAY_BE_EMPTY if button.get(name) == ""]
    if not used:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    if len(used) > 1:
        raise _cannot("exactly one of the optional fields must be used")
    _ACTIONS[used[0]](button[used[0]])
    return button


def _check_label(button: Json, what: str) -> None:
    text = button.get("text")
    if text is None:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"{what} text must be non-empty")
    if button.get("style") is not None and button["style"] not in _STYLES:
        raise bad_request("invalid button style specified")


def _check_data(data: object) -> None:
    if not isinstance(data, str) or len(data.encode("utf-8", "surrogatepass")) > _DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: object) -> None:
    if links.mentioned_person(str(url)) is not None:
        return
    try:
        links.checked(str(url))
    except links.WrongLink as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def _check_web_app(value: object) -> None:
    _check_https(value, "Web App URL")


def _check_login(value: object) -> None:
    _check_https(value, "login URL")


def _check_https(value: object, what: str) -> None:
    url = str(value.get("url", "")) if isinstance(value, dict) else ""
    if not url.startswith("https://"):
        raise bad_request(
            f"inline keyboard button {what} '{url}' is invalid: Only HTTPS links are allowed"
        )
    _check_url(url)


def _check_copy_text(value: object) -> None:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= _COPY_LENGTH:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_query(value: object) -> None:
    if not isinstance(value, (str, dict)):
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_never(_value: object) -> None:
    """Games and invoices are not sent here, and their buttons fit nowhere else."""
    raise bad_request("BUTTON_TYPE_INVALID")


_ACTIONS: dict[str, Callable[[object], None]] = {
    "url": _check_url,
    "callback_data": _check_data,
    "web_app": _check_web_app,
    "login_url": _check_login,
    "switch_inline_query": _check_query,
    "switch_inline_query_current_chat": _check_query,
    "switch_inline_query_chosen_chat": _check_query,
    "copy_text": _check_copy_text,
    "callback_game": _check_never,
    "pay": _check_never,
}
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat")


def _reply_keyboard(given: Json) -> Json:
    rows = given["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    kept = [[_reply_button(button) for button in row] for row in rows if row]
    if not kept:
        raise bad_request("REPLY_MARKUP_INVALID")
    return _with_placeholder(given) | {"keyboard": kept}


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    _check_label(button, "keyboard button")
    if sum(bool(button.get(name)) for name in _REQUESTS) > 1:
        raise bad_request("can't parse keyboard button: at most one optional field can be used")
    return button


def _with_placeholder(given: Json) -> Json:
    if len(str(given.get("input_field_placeholder") or "")) > _PLACEHOLDER_LENGTH:
        raise bad_request("reply keyboard placeholder is too long")
    return given


def _cannot(what: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {what}")
