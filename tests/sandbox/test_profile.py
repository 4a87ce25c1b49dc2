"""Commands by scope and language, descriptions, and the menu button."""

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox import Sandbox
from tests.sandbox.cast import ANN, BEN, Raw


def command(name: str) -> list[telegram.BotCommand]:
    return [telegram.BotCommand(name, "Does it")]


def seen(sandbox: Sandbox, person_id: int) -> list[str]:
    chat = sandbox.world.chats[person_id]
    return [c["command"] for c in sandbox.world.commands.seen_by(chat.person)]


async def test_the_narrowest_scope_wins_and_language_within_it(
    sandbox: Sandbox, bot: telegram.Bot
) -> None:
    private = telegram.BotCommandScopeAllPrivateChats()
    hers = telegram.BotCommandScopeChat(ANN.id)
    steps = [seen(sandbox, ANN.id)]

    for scope, language in (
        (None, None),
        (None, "de"),
        (private, None),
        (private, "de"),
        (hers, None),
        (hers, "de"),
    ):
        await bot.set_my_commands(command(f"c{len(steps)}"), scope=scope, language_code=language)
        steps.append(seen(sandbox, ANN.id))
    await bot.delete_my_commands(scope=hers, language_code="de")

    assert steps == [[], ["c1"], ["c2"], ["c3"], ["c4"], ["c5"], ["c6"]]
    assert seen(sandbox, ANN.id) == ["c5"]
    assert seen(sandbox, BEN.id) == ["c3"]


async def test_a_list_is_read_back_only_where_it_was_set(bot: telegram.Bot) -> None:
    await bot.set_my_commands(command("book"))

    assert await bot.get_my_commands() == tuple(command("book"))
    assert await bot.get_my_commands(language_code="de") == ()


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "Book", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "my-book", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "", "description": "x"}], "command name must be non-empty"),
        ([{"command": "x" * 33, "description": "x"}], "command name length must not exceed 32"),
        ([{"command": "book", "description": " "}], "command description must be non-empty"),
        (
            [{"command": "book", "description": "x" * 257}],
            "command description length must not exceed 256",
        ),
        ([{"command": "book", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_a_list_is_refused_for(raw: Raw, commands: object, reason: str) -> None:
    assert await raw.refusal("setMyCommands", commands=commands) == f"Bad Request: {reason}"


async def test_a_hundred_commands_at_their_limits_are_taken(raw: Raw) -> None:
    commands = [{"command": f"{i:_>32}", "description": "x" * 256} for i in range(100)]

    assert await raw.result("setMyCommands", commands=commands) is True


async def test_scopes_and_languages_must_exist(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands(command("x"), scope=telegram.BotCommandScopeChat(5))
    with pytest.raises(BadRequest, match="Invalid language code"):
        await bot.set_my_commands(command("x"), language_code="deu")


async def test_descriptions_fall_back_to_the_one_for_all(bot: telegram.Bot) -> None:
    await bot.set_my_description("Books")
    await bot.set_my_description("Bucht", language_code="de")
    await bot.set_my_short_description("Short")
    await bot.set_my_name("Buchbot", language_code="de")

    assert (await bot.get_my_description("de")).description == "Bucht"
    assert (await bot.get_my_description("id")).description == "Books"
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert (await bot.get_my_name("de")).name == "Buchbot"
    assert (await bot.get_my_name()).name == bot.first_name


async def test_descriptions_have_limits(raw: Raw) -> None:
    assert await raw.result("setMyDescription", description="x" * 512)
    assert "too long" in await raw.refusal("setMyDescription", description="x" * 513)
    assert "too long" in await raw.refusal("setMyShortDescription", short_description="x" * 121)
    assert "too long" in await raw.refusal("setMyName", name="x" * 65)


async def test_a_chat_may_have_a_menu_button_of_its_own(bot: telegram.Bot) -> None:
    app = telegram.MenuButtonWebApp("Open", telegram.WebAppInfo("https://a.org"))
    await bot.set_chat_menu_button(ANN.id, app)
    for_ann = await bot.get_chat_menu_button(ANN.id)
    for_ben = await bot.get_chat_menu_button(BEN.id)
    await bot.set_chat_menu_button(ANN.id, telegram.MenuButtonDefault())

    assert (for_ann, for_ben.type) == (app, "commands")
    assert (await bot.get_chat_menu_button(ANN.id)).type == "commands"
    with pytest.raises(BadRequest, match="only https links"):
        await bot.set_chat_menu_button(
            menu_button=telegram.MenuButtonWebApp("Open", telegram.WebAppInfo("http://a.org"))
        )
