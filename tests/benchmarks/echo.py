"""A bare echo bot as in python-telegram-bot's examples, without a database."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.telegram.dispatch import App
from bot.telegram.outcomes import Outcome
from tests.benchmarks.walking import ANY_STEP

# About as many keys as the screens of a booking have on average.
_KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton(name, callback_data=f"{ANY_STEP}{name}{row}") for name in "abc"]
        for row in range(5)
    ]
)


def application(token: str, peer_url: str, concurrency: int) -> App:
    builder = Application.builder().token(token).base_url(f"{peer_url}/bot").updater(None)
    made = builder.concurrent_updates(concurrency).build()
    made.add_handler(MessageHandler(filters.TEXT, _reply))
    made.add_handler(CallbackQueryHandler(_edit))
    return made


def receiver(made: App) -> Callable[[Mapping[str, Any]], Awaitable[Outcome]]:
    """Into the queue and done, as in the example of a webhook of one's own."""

    async def receive(update: Mapping[str, Any]) -> Outcome:
        await made.update_queue.put(Update.de_json(dict(update), made.bot))
        return Outcome.DONE

    return receive


async def _reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text(update.message.text or "", reply_markup=_KEYS)


async def _edit(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if query := update.callback_query:
        await query.answer()
        await query.edit_message_text(query.data or "", reply_markup=_KEYS)
