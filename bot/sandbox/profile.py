"""The bot's own name, descriptions and menu buttons."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.errors import bad_request
from bot.sandbox.objects import Json

LONGEST = {"name": 64, "description": 512, "short_description": 120}
_COMMANDS_BUTTON: Json = {"type": "commands"}


@dataclass(slots=True)
class Profile:
    """Texts by field and language; the language "" is for everybody else."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)  # chat 0 is the default

    def write(self, name: str, language: str, text: str) -> None:
        """Set a text; an empty one removes it."""
        if len(text) > LONGEST[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        if text:
            self.texts[name, language] = text
        else:
            self.texts.pop((name, language), None)

    def read(self, name: str, language: str) -> str:
        return self.texts.get((name, language)) or self.texts.get((name, "")) or ""

    def set_menu_button(self, chat_id: int, button: object) -> None:
        button = button or {"type": "default"}
        kind = button.get("type") if isinstance(button, dict) else None
        if not isinstance(button, dict) or kind not in {"commands", "default", "web_app"}:
            raise bad_request("can't parse MenuButton: unsupported type specified")
        if kind == "web_app":
            _check_web_app(button)
        if kind == "default":
            self.menu_buttons.pop(chat_id, None)
        else:
            self.menu_buttons[chat_id] = button

    def menu_button(self, chat_id: int) -> Json:
        return self.menu_buttons.get(chat_id) or self.menu_buttons.get(0) or _COMMANDS_BUTTON


def _check_web_app(button: Json) -> None:
    app = button.get("web_app")
    url = str(app.get("url", "")) if isinstance(app, dict) else ""
    if not str(button.get("text") or "").strip():
        raise bad_request("menu button text must be non-empty")
    if not url.startswith("https://"):
        raise bad_request(
            f"menu button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
