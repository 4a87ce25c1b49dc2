"""The profile is set once, and not again while nothing changes."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.sandbox import Sandbox
from bot.telegram.commands import Profile, publish
from bot.telegram.transport import Transport
from tests.telegram.conftest import TOKEN

ENGLISH = Profile((("start", "Start page"), ("book", "Book")), "Books appointments", "Bookings")
TURKISH = Profile((("start", "Giriş"), ("book", "Randevu al")), "Randevu alır", "Randevular")


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    base = f"{sandbox.url}/bot"
    bot = Bot(TOKEN, base_url=base, request=Transport(), get_updates_request=Transport())
    async with bot:
        yield bot


async def test_every_language_gets_its_own_texts(bot: Bot) -> None:
    await publish(bot, {"": ENGLISH, "tr": TURKISH})

    commands = await bot.get_my_commands(language_code="tr")
    assert [(each.command, each.description) for each in commands] == list(TURKISH.commands)
    assert (await bot.get_my_description()).description == "Books appointments"
    assert (await bot.get_my_short_description("tr")).short_description == "Randevular"
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_a_second_time_nothing_is_set(bot: Bot) -> None:
    first = await publish(bot, {"": ENGLISH, "tr": TURKISH})

    assert first >= 6
    assert await publish(bot, {"": ENGLISH, "tr": TURKISH}) == 0


async def test_only_what_changed_is_set(bot: Bot) -> None:
    await publish(bot, {"": ENGLISH})

    assert await publish(bot, {"": replace(ENGLISH, description="Books visits")}) == 1
    assert (await bot.get_my_description()).description == "Books visits"
