"""What people see of the bot outside the chat: its commands, its description, its menu button.

Compared first and set only where it differs, so every start may ask for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.constants import MenuButtonType


@dataclass(frozen=True, slots=True)
class Profile:
    """In one language. `commands` are names (without the slash) and what they do.

    `description` (512 characters at most) greets before the first /start, `short_description` (120)
    stands on the profile page.
    """

    commands: tuple[tuple[str, str], ...]
    description: str
    short_description: str


async def publish(bot: Bot, profiles: Mapping[str, Profile]) -> int:
    """Bring the profile up to date; the number of things that had to be set.

    Keys are two-letter codes, the empty one for everybody whose language is not among them.
    """
    changes = 0
    for language, profile in profiles.items():
        changes += await _commands(bot, language, profile)
        changes += await _description(bot, language, profile.description)
        changes += await _short_description(bot, language, profile.short_description)
    return changes + await _menu_button(bot)


async def _commands(bot: Bot, language: str, profile: Profile) -> int:
    wanted = tuple(BotCommand(name, what) for name, what in profile.commands)
    if await bot.get_my_commands(language_code=language) == wanted:
        return 0
    await bot.set_my_commands(wanted, language_code=language)
    return 1


async def _description(bot: Bot, language: str, wanted: str) -> int:
    if (await bot.get_my_description(language_code=language)).description == wanted:
        return 0
    await bot.set_my_description(wanted, language_code=language)
    return 1


async def _short_description(bot: Bot, language: str, wanted: str) -> int:
    if (await bot.get_my_short_description(language_code=language)).short_description == wanted:
        return 0
    await bot.set_my_short_description(wanted, language_code=language)
    return 1


async def _menu_button(bot: Bot) -> int:
    if (await bot.get_chat_menu_button()).type == MenuButtonType.COMMANDS:
        return 0
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    return 1
