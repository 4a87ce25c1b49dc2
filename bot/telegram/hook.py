"""Telling Telegram where to bring updates."""

from telegram import Bot

from bot.telegram.envelopes import ALLOWED_UPDATES

CONNECTIONS = 40


async def set_webhook(bot: Bot, url: str, secret: str) -> None:
    """Have updates brought to this address, with the secret in their header.

    What waits is kept. Replicas that start together set the same thing: the secret cannot be
    compared, so it is set at every start.
    """
    await bot.set_webhook(
        url,
        secret_token=secret,
        allowed_updates=ALLOWED_UPDATES,
        max_connections=CONNECTIONS,
        drop_pending_updates=False,
    )
