"""People: anyone who talks to the bot; customer, provider and admin may be one person."""

import re
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.refusals import NotAPhone
from domain.reminders import DEFAULT_LEADS

PHONE = re.compile(r"[+(]?\d[\d\s().\-/]{4,24}$")


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account we have met, or somebody without one for whom a provider has booked.

    `phone` is what the provider noted of the latter, or what the person gave to be called on.
    `zone` is None until the person names one; times are then shown in the provider's zone.
    `reachable` turns false when Telegram says that we may not write, until the person writes again.
    """

    id: int
    telegram_id: int | None
    first_name: str
    last_name: str = ""
    language: str = "en"
    zone: ZoneInfo | None = None
    leads: tuple[timedelta, ...] = DEFAULT_LEADS
    reachable: bool = True
    phone: str = ""

    @property
    def is_walk_in(self) -> bool:
        """Somebody we cannot write to: what happens is told to the provider alone."""
        return self.telegram_id is None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


def phone_in(text: str) -> str:
    """The phone number that somebody has written; raises NotAPhone."""
    line = " ".join(text.split())
    if PHONE.match(line) is None:
        raise NotAPhone
    return line


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote to us, as Telegram tells it; `language` is one that we speak."""

    telegram_id: int
    first_name: str
    last_name: str = ""
    language: str = ""
