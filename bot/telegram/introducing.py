"""The views' introductions as Telegram profiles; the bot works without them, too."""

from collections.abc import Iterable, Mapping

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.telegram.commands import Profile, publish
from bot.views.introduction import Introduction

_log = structlog.get_logger()


async def introduce(bot: Bot, introductions: Iterable[Introduction]) -> None:
    """Publish them; the first one is for everybody whose language we do not speak."""
    profiles = {
        each.language: Profile(each.commands, each.description, each.short_description)
        for each in introductions
    }
    everybody = next(iter(profiles.values()))
    try:
        await publish(bot, {"": everybody, **profiles})
    except TelegramError as error:
        _log.warning("the command menu could not be set", error=type(error).__name__)


async def introduce_to_providers(
    bot: Bot, introductions: Iterable[Introduction], providers: Mapping[int, str]
) -> None:
    """Give providers (Telegram ids with their languages) a menu with their own commands."""
    menus = {each.language: each.provider_commands for each in introductions}
    for telegram_id, language in providers.items():
        wanted = tuple(BotCommand(name, what) for name, what in menus[language])
        scope = BotCommandScopeChat(telegram_id)
        try:
            if await bot.get_my_commands(scope) != wanted:
                await bot.set_my_commands(wanted, scope)
        except TelegramError as error:  # they have not written to the bot yet, or blocked it
            _log.info("a provider's menu could not be set", error=type(error).__name__)
