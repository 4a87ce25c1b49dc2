"""A sandbox that is started again remembers."""

from pathlib import Path

import pytest
import telegram

from bot.sandbox import Persona, Sandbox
from bot.sandbox.chats import MOST_MESSAGES
from tests.sandbox.cast import ANN, TOKEN, MakeSandbox, client
from tests.sandbox.pictures import png

KEYS = telegram.InlineKeyboardMarkup.from_button(
    telegram.InlineKeyboardButton("Go", callback_data="go")
)


@pytest.fixture
def state_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sandbox.json"


async def test_chats_commands_files_and_updates_are_there_again(
    make_sandbox: MakeSandbox, state_file: Path
) -> None:
    first = await make_sandbox(state_file=state_file)
    async with client(first) as bot:
        await bot.send_message(ANN.id, "?", reply_markup=KEYS)
        photo = await bot.send_photo(ANN.id, png(4, 4))
        await bot.send_message(ANN.id, "!", reply_markup=telegram.ForceReply())
        await bot.set_my_commands([telegram.BotCommand("book", "Book")])
        await bot.set_my_description("Books")
    eve = first.add(Persona(1003, "Eve"))
    await eve.sends("Hello")
    await eve.blocks()
    shown, before = first.person(ANN.id).screen(), first.world.updates.last_id
    await first.stop()

    second = await make_sandbox(state_file=state_file)

    assert second.person(ANN.id).screen() == shown
    assert second.world.chats[1003].person.blocked
    assert second.world.chats[ANN.id].reply_keyboard
    assert second.world.updates.last_id >= before
    async with client(second) as bot:
        updates = await bot.get_updates()
        assert [update.message.text for update in updates if update.message] == ["Hello"]
        assert (await bot.get_my_commands())[0].command == "book"
        assert (await bot.get_my_description()).description == "Books"
        file = await bot.get_file(photo.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == png(4, 4)
        sent = await bot.send_message(ANN.id, "next")
        with pytest.raises(telegram.error.BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("x", ANN.id, sent.message_id - 1)


async def test_a_change_is_saved_while_the_sandbox_runs(
    make_sandbox: MakeSandbox, state_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.saving._PAUSE", 0)
    sandbox = await make_sandbox(state_file=state_file)
    async with client(sandbox) as bot:
        await bot.send_message(ANN.id, "kept")
        await bot.get_me()
        assert sandbox._memory._writing
        await sandbox._memory._writing

    assert Sandbox(TOKEN, state_file=state_file).person(ANN.id).screen() == "#1 bot: kept"


def test_a_state_nobody_can_read_is_set_aside(state_file: Path) -> None:
    state_file.parent.mkdir()
    state_file.write_text("{")

    sandbox = Sandbox(TOKEN, [ANN], state_file=state_file)

    assert sandbox.person(ANN.id).messages == []
    assert state_file.with_suffix(".unreadable").read_text() == "{"


async def test_a_chat_keeps_the_newest_messages(make_sandbox: MakeSandbox) -> None:
    sandbox = await make_sandbox()
    ann = sandbox.person(ANN.id)
    for number in range(MOST_MESSAGES + 1):
        await ann.sends(str(number))

    assert len(ann.messages) == MOST_MESSAGES
    assert (ann.messages[0]["text"], ann.messages[-1]["text"]) == ("1", str(MOST_MESSAGES))


async def test_a_port_that_is_taken_is_told(sandbox: Sandbox) -> None:
    other = Sandbox(TOKEN)

    with pytest.raises(OSError, match="address already in use"):
        await other.start("127.0.0.1", int(sandbox.url.rpartition(":")[2]))
