"""Logs: one line an event, no token in any of them."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from bot import log

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"


Lines = Callable[[], list[str]]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    """What has been written to the standard error; afterwards logging is as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def written() -> list[str]:
        return capsys.readouterr().err.splitlines()

    yield written
    structlog.reset_defaults()
    root.handlers[:], root.level = handlers, level


def fail(words: str) -> None:
    """Raise, with somebody's name among the values."""
    name = "Maya" + " Lind"
    raise RuntimeError(words + name[:0])


def test_json_is_one_object_a_line(lines: Lines) -> None:
    log.set_up("INFO", "json")
    structlog.get_logger().info("notice", id=7, fate="SENT")
    structlog.get_logger().debug("not wanted")

    (line,) = lines()
    event = json.loads(line)
    assert (event["event"], event["id"], event["level"]) == ("notice", 7, "info")
    assert event["timestamp"].endswith("Z")


def test_an_exception_is_one_line_too_and_shows_no_values(lines: Lines) -> None:
    log.set_up("INFO", "json")
    try:
        fail("out of luck")
    except RuntimeError:
        structlog.get_logger().exception("update failed", reference="ABCD2345")

    (line,) = lines()
    event = json.loads(line)
    assert event["reference"] == "ABCD2345"
    assert "out of luck" in event["exception"]
    assert "Maya Lind" not in line


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_token_is_taken_out(lines: Lines, form: str) -> None:
    log.set_up("INFO", form)
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    structlog.get_logger().info(f"asked {address}", url=address)
    logging.getLogger("somebody.else").warning("asked %s", address)
    try:
        fail(f"cannot reach {address}")
    except RuntimeError:
        structlog.get_logger().exception("failed")
        logging.getLogger("somebody.else").exception("failed")

    written = "\n".join(lines())
    assert TOKEN not in written
    assert written.count("<token>") >= 5


def test_libraries_are_heard_from_warnings_on(lines: Lines) -> None:
    log.set_up("DEBUG", "json")
    logging.getLogger("aiohttp.client").info("connected")
    logging.getLogger("telegram.ext").warning("odd")

    assert [json.loads(line)["event"] for line in lines()] == ["odd"]
