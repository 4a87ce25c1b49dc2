"""What people see of the bot before they talk to it: description and command menu."""

from dataclasses import dataclass

from bot.views.words import Words, languages

COMMANDS = ("start", "book", "mybookings", "calendar", "settings", "help", "cancel")
PROVIDER_COMMANDS = ("start", "provider", "today", "week", *COMMANDS[1:])


@dataclass(frozen=True, slots=True)
class Introduction:
    """In one language; `commands` are (name, description) in the order of the menu."""

    language: str
    description: str
    short_description: str
    commands: tuple[tuple[str, str], ...]
    provider_commands: tuple[tuple[str, str], ...]


def introductions() -> tuple[Introduction, ...]:
    """One for each language we speak, English first."""
    return tuple(_introduction(Words(code)) for code in languages())


def _introduction(words: Words) -> Introduction:
    return Introduction(
        words.language,
        words.label("bot-description"),
        words.label("bot-short-description"),
        _described(COMMANDS, words),
        _described(PROVIDER_COMMANDS, words),
    )


def _described(names: tuple[str, ...], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((name, words.label(f"command-{name}")) for name in names)
