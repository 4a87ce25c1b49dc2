"""Settings: each wrong one is told in one sentence that names it."""

from pathlib import Path

import pytest

from bot import config
from bot.config import Settings, SettingsError
from storage.vault import new_key

TOKEN = "123456:ABC-def_7"
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty environment, in a folder without a `.env`."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BOT_TOKEN", "abc", "BOT_TOKEN is not a token from BotFather, such as 123456:ABC-DEF."),
        ("HTTP_PORT", "eighty", "HTTP_PORT must be a whole number."),
        ("HTTP_PORT", "0", "HTTP_PORT must be at least 1."),
        ("SANDBOX_PORT", "65536", "SANDBOX_PORT must be at most 65535."),
        ("SANDBOX_PORT", "8080", "HTTP_PORT and SANDBOX_PORT must differ."),
        ("PRIVATE_CALENDARS", "perhaps", "PRIVATE_CALENDARS must be true or false."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("LOG_FORMAT", "xml", "LOG_FORMAT must be 'console' or 'json'."),
        ("OWNER_IDS", "7,ann", "OWNER_IDS must be Telegram user ids, separated by commas."),
        ("PUBLIC_URL", "http://example.org", "PUBLIC_URL must begin with https://."),
        ("PUBLIC_URL", "example", "PUBLIC_URL must be an address such as https://example.org."),
        ("BOT_API_URL", "https://[", "BOT_API_URL must be an address such as https://example.org."),
        (
            "ENCRYPTION_KEYS",
            "k1,k2",
            "ENCRYPTION_KEYS must be Fernet keys, newest first, with commas between.",
        ),
        ("WEBHOOK_SECRET", "a b", "WEBHOOK_SECRET may have 1 to 256 letters, digits, _ and -."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        config.load()

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "url", ["mysql://u:hunter2@host/db", "u:hunter2@host", "postgresql://u:hunter2@host:abc/db"]
)
def test_a_wrong_database_address_is_told_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(SettingsError, match=r"^DATABASE_URL must be an address such as") as refused:
        config.load()

    assert "hunter2" not in str(refused.value)


def test_everything_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "x")
    monkeypatch.setenv("LOG_FORMAT", "y")

    with pytest.raises(SettingsError) as refused:
        config.load()

    assert len(str(refused.value).splitlines()) == 2


def test_the_environment_counts_more_than_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nHTTP_PORT=9000\nDATABASE_URL=\n")
    monkeypatch.setenv("HTTP_PORT", "9001")

    settings = config.load()

    assert (settings.token, settings.http_port, settings.database_url) == (TOKEN, 9001, None)


def test_nothing_needs_to_be_set() -> None:
    settings = config.load()

    assert settings.bot_token is None
    assert (settings.http_host, settings.http_port) == ("127.0.0.1", 8080)
    with pytest.raises(SettingsError, match="BOT_TOKEN is not set"):
        _ = settings.token


def test_levels_may_be_written_small_and_ids_with_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("OWNER_IDS", "7, 8,")

    settings = config.load()

    assert (settings.log_level, settings.owner_ids) == ("DEBUG", (7, 8))


def test_keys_are_set_newest_first_and_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = new_key(), new_key()
    monkeypatch.setenv("ENCRYPTION_KEYS", f"{new}, {old}")

    settings = config.load()

    assert settings.encryption_key_list == (new, old)
    assert new not in repr(settings)


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("WEBHOOK_SECRET", "s3cret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:hunter2@host/db")

    shown = repr(config.load())

    assert TOKEN not in shown
    assert "s3cret" not in shown
    assert "hunter2" not in shown


def test_the_webhook_has_a_secret_of_its_own_for_each_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    one = config.load().secret
    monkeypatch.setenv("BOT_TOKEN", "123456:another")
    other = config.load().secret

    assert one != other
    assert TOKEN not in one
    assert len(one) == 64
