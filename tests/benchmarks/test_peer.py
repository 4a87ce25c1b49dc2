"""The benchmarks' Telegram speaks well enough of the Bot API for python-telegram-bot."""

import asyncio

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.benchmarks.peer import Peer
from tests.benchmarks.subjects import TOKEN


async def test_the_peer_answers_a_bot() -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Book", callback_data="1sb")]])
    server = await asyncio.start_server(Peer().serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async with server, Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot") as bot:
        sent = await bot.send_message(7, "Hello")
        edited = await bot.edit_message_text("Book?", 7, sent.message_id, reply_markup=keys)
        assert await bot.answer_callback_query("1")

    assert (sent.chat.id, sent.text) == (7, "Hello")
    assert not isinstance(edited, bool)
    assert (edited.message_id, edited.reply_markup) == (sent.message_id, keys)
