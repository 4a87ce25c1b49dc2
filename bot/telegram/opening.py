"""The application at the start: Telegram is waited for, and a token it refuses is told in words."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram.error import InvalidToken, NetworkError

from bot.patience import patiently
from bot.telegram.dispatch import App


class TokenRefused(Exception):  # noqa: N818  # its text says what whoever runs the bot must do
    """Telegram does not know the bot's token."""


@asynccontextmanager
async def opened(application: App) -> AsyncIterator[None]:
    """The application, initialized; shut down at the end.

    Raises:
        TokenRefused: the token is wrong, or was revoked.
        StartupError: Telegram could not be reached for a minute.
    """

    async def attempt() -> None:
        try:
            await application.initialize()
        except InvalidToken:
            # Its text has the token in it, and so would a traceback.
            raise TokenRefused("Telegram does not know this bot token: check BOT_TOKEN.") from None

    try:
        await patiently(attempt, NetworkError, "Telegram", "check BOT_API_URL and the network")
        yield
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # also when it got no further than to its connections
