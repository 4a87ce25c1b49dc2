"""HTTP: uploads, and which failures leave no doubt that nothing was sent."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.sandbox import Sandbox, ScriptedPerson
from bot.telegram.transport import NotSent, PerhapsSent, Transport
from tests.telegram.conftest import ANN, TOKEN


@pytest.fixture
async def bot(sandbox: Sandbox, transport: Transport) -> AsyncIterator[Bot]:
    base = f"{sandbox.url}/bot"
    bot = Bot(TOKEN, base_url=base, request=transport, get_updates_request=Transport())
    async with bot:
        yield bot


async def unused_port() -> int:
    server = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port


async def test_python_telegram_bots_own_methods_work_over_it(bot: Bot, ann: ScriptedPerson) -> None:
    sent = await bot.send_message(ANN, "Grüße – سلام", disable_notification=True)

    assert ann.last is not None
    assert (ann.last["message_id"], ann.last["text"]) == (sent.message_id, "Grüße – سلام")


async def test_a_file_is_uploaded_whole(bot: Bot, ann: ScriptedPerson, sandbox: Sandbox) -> None:
    content = bytes(range(256)) * 400
    sent = await bot.send_document(ANN, InputFile(content, "day.ics"), caption="Your day")

    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("day.ics", len(content))
    assert (await ann.sees("Your day"))["document"]["file_id"] == sent.document.file_id


async def test_a_refused_connection_is_certainly_not_sent(transport: Transport) -> None:
    with pytest.raises(NotSent):
        await transport.post_json(f"http://127.0.0.1:{await unused_port()}/bot/getMe", b"{}")


async def test_no_free_connection_in_time_is_certainly_not_sent(sandbox: Sandbox) -> None:
    sandbox.faults.delay("getMe", 0.5)
    url = f"{sandbox.url}/bot{TOKEN}/getMe"
    async with Transport(connections=1, connect_timeout=0.05, pool_timeout=0.05) as narrow:
        results = await asyncio.gather(
            narrow.post_json(url, b"{}"), narrow.post_json(url, b"{}"), return_exceptions=True
        )

    [refused] = [result for result in results if isinstance(result, BaseException)]
    assert isinstance(refused, NotSent)


async def test_no_answer_in_time_may_have_been_done(sandbox: Sandbox, transport: Transport) -> None:
    sandbox.faults.delay("getMe", 0.3)
    url = f"{sandbox.url}/bot{TOKEN}/getMe"

    with pytest.raises(PerhapsSent):
        await transport.do_request(
            url, "POST", RequestData(), read_timeout=0.02, write_timeout=0.02
        )


async def test_a_connection_that_breaks_may_have_been_used(
    sandbox: Sandbox, transport: Transport
) -> None:
    sandbox.faults.deliver_but_drop("getMe")

    with pytest.raises(PerhapsSent):
        await transport.post_json(f"{sandbox.url}/bot{TOKEN}/getMe", b"{}")


async def test_errors_never_show_the_token(transport: Transport) -> None:
    url = f"http://127.0.0.1:{await unused_port()}/bot{TOKEN}/getMe"

    with pytest.raises(NotSent) as caught:
        await transport.post_json(url, b"{}")

    assert TOKEN not in str(caught.value)


def test_a_time_out_is_told_apart_from_no_connection_by_type() -> None:
    assert issubclass(PerhapsSent, TimedOut)
    assert issubclass(NotSent, NetworkError)
    assert not issubclass(NotSent, TimedOut)


async def test_before_it_is_opened_nothing_is_sent() -> None:
    with pytest.raises(NotSent):
        await Transport().post_json("http://127.0.0.1:1/", b"{}")
