"""The views' introductions as Telegram profiles; the bot works without them, too."""

from collections.abc import Iterable

import structlog
from telegram import Bot
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
