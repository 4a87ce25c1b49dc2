"""People as Telegram knows them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal, get_args

from bot.sandbox.objects import Json, without_nothing

Role = Literal["customer", "provider", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Persona:
    """Who somebody is. `label` is the business shown under the name; `role` is for the page."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "en"
    role: Role = "customer"
    label: str | None = None
    phone: str | None = None
    started: bool = False


@dataclass(slots=True)
class Person:
    """A persona and how it stands with the bot. A person who never started cannot be written to."""

    persona: Persona
    started: bool = False
    blocked: bool = False
    user: Json = field(init=False)  # the User and the Chat that all their messages share
    chat: Json = field(init=False)

    def __post_init__(self) -> None:
        who = self.persona
        name = {"first_name": who.first_name, "last_name": who.last_name, "username": who.username}
        self.user = without_nothing(
            id=who.id, is_bot=False, **name, language_code=who.language_code
        )
        self.chat = without_nothing(id=who.id, type="private", **name)

    @property
    def id(self) -> int:
        return self.persona.id

    @property
    def language(self) -> str:
        """The two-letter language, by which command lists are chosen; empty when unknown."""
        return (self.persona.language_code or "").partition("-")[0].lower()

    @property
    def phone(self) -> str:
        return self.persona.phone or f"+1555{self.id % 10_000_000:07}"

    def to_json(self) -> Json:
        who = asdict(self.persona)
        del who["phone"]
        return who | {"started": self.started, "blocked": self.blocked}
