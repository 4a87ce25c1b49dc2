"""What Telegram's deliveries are answered with."""

import io
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.telegram.outcomes import Outcome
from bot.web import webhook
from tests.web.conftest import Serve

SECRET = "the-secret"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Bot:
    """Receives updates and says how they ended."""

    def __init__(self) -> None:
        self.received: list[Mapping[str, Any]] = []
        self.outcome = Outcome.DONE
        self.heard = 0

    async def receive(self, update: Mapping[str, Any]) -> Outcome:
        self.received.append(update)
        return self.outcome

    def hear(self) -> None:
        self.heard += 1


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def url(serve: Serve, bot: Bot) -> str:
    return await serve([webhook.route(bot.receive, SECRET, bot.hear)]) + webhook.PATH


async def post(
    client: aiohttp.ClientSession, url: str, body: bytes, secret: str | None = SECRET
) -> int:
    headers = {HEADER: secret} if secret is not None else {}
    async with client.post(url, data=io.BytesIO(body), headers=headers) as response:
        return response.status


async def test_an_update_is_received(client: aiohttp.ClientSession, url: str, bot: Bot) -> None:
    assert await post(client, url, b'{"update_id": 7}') == 200
    assert bot.received == [{"update_id": 7}]
    assert bot.heard == 1


@pytest.mark.parametrize("secret", [None, "", "the-secreT", "the-secret ", "ä"])
async def test_without_the_secret_nothing_is_read(
    client: aiohttp.ClientSession, url: str, bot: Bot, secret: str | None
) -> None:
    assert await post(client, url, b'{"update_id": 7}', secret) == 403
    assert (bot.received, bot.heard) == ([], 0)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.DONE, 200),
        (Outcome.DUPLICATE, 200),
        (Outcome.RETRY, 500),
        (Outcome.AWAY, 503),
    ],
)
async def test_what_should_come_again_is_not_taken(
    client: aiohttp.ClientSession, url: str, bot: Bot, outcome: Outcome, status: int
) -> None:
    bot.outcome = outcome

    assert await post(client, url, b'{"update_id": 7}') == status


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"{}", b'{"update_id": "7"}', b'{"update_id": -1}', b"\xff", b"null"],
)
async def test_what_is_no_update_is_taken_and_dropped(
    client: aiohttp.ClientSession, url: str, bot: Bot, body: bytes
) -> None:
    with capture_logs() as logs:
        assert await post(client, url, body) == 200

    assert bot.received == []
    assert [each["event"] for each in logs] == ["what came to the webhook is no update"]


async def test_what_is_too_large_is_not_read(
    client: aiohttp.ClientSession, url: str, bot: Bot
) -> None:
    large = b'{"update_id": 7, "x": "' + b"x" * 1024 * 1024 + b'"}'

    assert await post(client, url, large) == 413
    assert bot.received == []


async def test_only_what_is_brought_is_answered(client: aiohttp.ClientSession, url: str) -> None:
    async with client.get(url) as response:
        assert response.status == 405
