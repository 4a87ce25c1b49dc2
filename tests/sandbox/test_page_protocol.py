"""What the chat page sees and does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import telegram

from bot.sandbox import Sandbox, ScriptedPerson
from bot.sandbox.page_api import PAGE
from tests.sandbox.cast import ANN, BEN, MakeSandbox, Raw
from tests.sandbox.pictures import png

KEYS = telegram.InlineKeyboardMarkup.from_button(
    telegram.InlineKeyboardButton("Go", callback_data="go")
)
EVENT = datetime(2030, 1, 1, tzinfo=UTC)


class DemoClock:
    def __init__(self) -> None:
        self.offset = timedelta()
        self.event = EVENT

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    async def advance(self, by: timedelta) -> None:
        self.offset += by

    async def reset(self) -> None:
        self.offset = timedelta()

    async def next_event(self) -> datetime | None:
        return self.event


class Page:
    """A page that is open in a browser."""

    def __init__(self, session: aiohttp.ClientSession, socket: Any, url: str) -> None:  # noqa: ANN401 - aiohttp gives its sockets two type parameters
        self._session = session
        self._socket = socket
        self._url = url

    async def event(self, kind: str) -> dict[str, Any]:
        """The next event of a kind."""
        async with asyncio.timeout(5):
            while (event := await self._socket.receive_json())["type"] != kind:
                pass
        found: dict[str, Any] = event
        return found

    async def post(self, path: str, **fields: object) -> tuple[int, dict[str, Any]]:
        async with self._session.post(f"{self._url}/sandbox{path}", json=fields) as response:
            return response.status, await response.json()


@pytest.fixture
async def page(sandbox: Sandbox, raw: Raw) -> AsyncIterator[Page]:
    async with raw.session.ws_connect(f"{sandbox.url}/sandbox/events") as socket:
        yield Page(raw.session, socket, sandbox.url)


async def test_a_page_begins_with_everything(
    bot: telegram.Bot, ann: ScriptedPerson, sandbox: Sandbox, page: Page, raw: Raw
) -> None:
    hello = await page.event("hello")
    async with raw.session.get(f"{sandbox.url}/sandbox/state") as response:
        state = await response.json()

    assert hello["bot"] == {"id": 42, "first_name": bot.first_name, "username": bot.username}
    assert hello["people"][0] == {
        "id": ANN.id,
        "first_name": "Ann",
        "last_name": "Lee",
        "username": "ann",
        "language_code": "de-at",
        "role": "customer",
        "label": None,
        "started": True,
        "blocked": False,
    }
    assert hello["chats"][str(BEN.id)] == {
        "messages": [],
        "commands": [],
        "menu_button": {"type": "commands"},
        "reply_keyboard": None,
        "unread": 0,
    }
    assert state.keys() == hello.keys()
    assert hello["clock"]["offset_seconds"] == 0


async def test_a_page_follows_a_chat(bot: telegram.Bot, page: Page) -> None:
    sent = await bot.send_message(ANN.id, "1", reply_markup=KEYS, disable_notification=True)
    message = await page.event("message")
    call = await page.event("traffic")
    await bot.edit_message_text("2", ANN.id, sent.message_id)
    edited = await page.event("edited")
    await bot.delete_message(ANN.id, sent.message_id)
    deleted = await page.event("deleted")
    await bot.send_chat_action(ANN.id, "typing")
    action = await page.event("action")
    await bot.set_my_commands([telegram.BotCommand("book", "Book")])
    menu = await page.event("menu")

    assert (message["chat"], message["silent"], message["message"]["text"]) == (ANN.id, True, "1")
    assert (call["entry"]["method"], call["entry"]["chat"]) == ("sendMessage", ANN.id)
    assert call["entry"]["request"]["reply_markup"] == KEYS.to_dict()
    assert edited["message"]["text"] == "2"
    assert deleted == {"type": "deleted", "chat": ANN.id, "message_id": sent.message_id}
    assert action == {"type": "action", "chat": ANN.id, "action": "typing"}
    assert menu["commands"] == [{"command": "book", "description": "Book"}]


async def test_a_tap_on_the_page_is_answered_there(bot: telegram.Bot, page: Page) -> None:
    sent = await bot.send_message(ANN.id, "?", reply_markup=KEYS)

    status, tapped = await page.post(
        f"/people/{ANN.id}/tap", message_id=sent.message_id, row=0, column=0
    )
    (update,) = await bot.get_updates()
    await bot.answer_callback_query(tapped["callback_query_id"], "Hi")
    answer = await page.event("answer")

    assert status == 200
    assert update.callback_query
    assert update.callback_query.data == "go"
    assert (answer["text"], answer["show_alert"], answer["url"]) == ("Hi", False, None)
    assert answer["callback_query_id"] == tapped["callback_query_id"]


async def test_people_send_texts_contacts_places_and_files(
    sandbox: Sandbox, bot: telegram.Bot, page: Page, raw: Raw
) -> None:
    path = f"/people/{BEN.id}/send"
    _, text = await page.post(path, text="/start x")
    _, contact = await page.post(path, contact=True)
    _, place = await page.post(path, location={"latitude": 1, "longitude": 2})
    form = aiohttp.FormData({"kind": "photo", "caption": "Me"})
    form.add_field("file", png(4, 4), filename="me.png", content_type="image/png")
    async with raw.session.post(f"{sandbox.url}/sandbox{path}", data=form) as response:
        photo = await response.json()

    kinds = [update.message for update in await bot.get_updates() if update.message]
    assert text["entities"][0]["type"] == "bot_command"
    assert contact["contact"]["user_id"] == BEN.id
    assert place["location"] == {"latitude": 1.0, "longitude": 2.0}
    assert (photo["caption"], photo["photo"][0]["width"]) == ("Me", 4)
    assert len(kinds) == 4


async def test_people_come_and_block(bot: telegram.Bot, page: Page) -> None:
    _, person = await page.post("/people", first_name="Eve", role="provider")
    came = await page.event("person")
    await page.post(f"/people/{person['id']}/send", text="Hello")
    _, blocking = await page.post(f"/people/{person['id']}/block", blocked=True)
    status, problem = await page.post(f"/people/{person['id']}/send", text="Hello")

    assert came["person"] == person
    assert (person["role"], person["started"]) == ("provider", False)
    assert (blocking["started"], blocking["blocked"]) == (True, True)
    assert (status, problem) == (409, {"error": "the bot is blocked; unblock it first"})


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/people", {"first_name": " "}, 400),
        ("/people", {"first_name": "Eve", "role": "king"}, 400),
        ("/people/7/send", {"text": "x"}, 404),
        (f"/people/{ANN.id}/send", {"text": ""}, 400),
        (f"/people/{ANN.id}/send", {"location": {"latitude": 1}}, 400),
        (f"/people/{ANN.id}/tap", {"message_id": 9, "row": 0, "column": 0}, 404),
        (f"/people/{ANN.id}/tap", {"message_id": 9, "data": ""}, 400),
        ("/clock", {"to": "now"}, 409),
        ("/clock", {"to": "next"}, 409),
        ("/clock", {"advance_seconds": 60}, 409),
    ],
)
async def test_what_nobody_could_do_is_refused_with_a_sentence(
    page: Page, path: str, fields: dict[str, object], status: int
) -> None:
    refused, problem = await page.post(path, **fields)

    assert refused == status
    assert problem["error"]


async def test_a_clock_is_moved_ahead_to_the_next_event_and_back(
    make_sandbox: MakeSandbox, raw: Raw
) -> None:
    moved = await make_sandbox(clock=DemoClock())
    async with raw.session.ws_connect(f"{moved.url}/sandbox/events") as socket:
        page = Page(raw.session, socket, moved.url)
        _, ahead = await page.post("/clock", advance_seconds=3600)
        event = await page.event("clock")
        _, at_event = await page.post("/clock", to="next")
        _, back = await page.post("/clock", to="now")
        refused, _ = await page.post("/clock", advance_seconds=-1)

    assert (ahead["offset_seconds"], event["clock"]) == (3600, ahead)
    assert at_event["now"].startswith("2030-01-01T00:00")
    assert at_event["next_event"] == "2030-01-01T00:00:00+00:00"
    assert (back["offset_seconds"], refused) == (0, 400)


async def test_a_page_hears_at_once_that_something_else_comes_next(
    make_sandbox: MakeSandbox, raw: Raw
) -> None:
    clock = DemoClock()
    sandbox = await make_sandbox(clock=clock)
    async with raw.session.ws_connect(f"{sandbox.url}/sandbox/events") as socket:
        page = Page(raw.session, socket, sandbox.url)
        await page.event("hello")
        clock.event = EVENT - timedelta(days=1)
        await page.post("/people", first_name="Zoe")
        told = await page.event("clock")

    assert told["clock"]["next_event"] == "2029-12-31T00:00:00+00:00"


async def test_traffic_is_kept_for_a_while(
    sandbox: Sandbox, bot: telegram.Bot, ann: ScriptedPerson, raw: Raw
) -> None:
    await bot.send_message(ANN.id, "[not json]")
    await ann.sends("Hello")
    await bot.get_updates()
    async with raw.session.get(f"{sandbox.url}/sandbox/traffic") as response:
        entries = (await response.json())["entries"]

    assert [(e["kind"], e["method"], e["chat"]) for e in entries[-2:]] == [
        ("call", "sendMessage", ANN.id),
        ("update", "update", ANN.id),
    ]
    assert entries[-2]["request"]["text"] == "[not json]"
    assert sandbox.calls("sendMessage")[0]["response"]["ok"]


async def test_traffic_can_be_switched_off(make_sandbox: MakeSandbox, raw: Raw) -> None:
    quiet = await make_sandbox(traffic=False)
    async with raw.session.get(f"{quiet.url}/bot{quiet.token}/getMe") as response:
        await response.read()

    assert quiet.traffic() == []


async def test_other_sites_are_kept_out(sandbox: Sandbox, raw: Raw) -> None:
    foreign = {"Origin": "https://evil.example"}

    async with raw.session.get(f"{sandbox.url}/sandbox/state", headers=foreign) as response:
        assert response.status == 403
    async with raw.session.get(
        f"{sandbox.url}/sandbox/state", headers={"Origin": sandbox.url}
    ) as response:
        assert response.status == 200


async def test_page_files_are_served_fresh_and_nothing_else_is(
    sandbox: Sandbox, raw: Raw, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async def status(path: str) -> int:
        async with raw.session.get(sandbox.url + path) as response:
            if response.status == 200:
                assert response.headers["Cache-Control"] == "no-cache"
            return response.status

    assert await status("/") == (200 if (PAGE / "index.html").exists() else 404)
    assert await status("/page/%2e%2e/server.py") == 404
    assert await status("/page/nothing.js") == 404
