"""Settings: from the environment or a `.env` file; nobody else reads the environment."""

import hashlib
import hmac
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
Port = Annotated[int, Field(ge=1, le=65535)]


_SAID = {
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "bool_parsing": "must be true or false",
}


class SettingsError(Exception):
    """A setting is wrong; the text says which one and how, in one sentence each."""


class Settings(BaseSettings):
    """Names are those of the environment variables; see the README for what they mean."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", env_file_encoding="utf-8"
    )

    bot_token: SecretStr | None = None
    bot_api_url: str = TELEGRAM
    database_url: SecretStr | None = None
    data_dir: Path = Path(".randevu")
    owner_ids: Annotated[tuple[int, ...], NoDecode] = ()
    public_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: Port = 8080
    sandbox_port: Port = 8081
    catalogue: Path | None = None
    private_calendars: bool = False
    encryption_keys: SecretStr | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @field_validator("bot_token")
    @classmethod
    def _is_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is not a token from BotFather, such as 123456:ABC-DEF")
        return token

    @field_validator("webhook_secret")
    @classmethod
    def _is_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("may have 1 to 256 letters, digits, _ and -")
        return secret

    @field_validator("database_url")
    @classmethod
    def _is_postgres(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not _is_postgres_address(url.get_secret_value()):
            raise ValueError("must be an address such as postgresql://name:password@host/database")
        return url

    @field_validator("encryption_keys")
    @classmethod
    def _are_keys(cls, keys: SecretStr | None) -> SecretStr | None:
        if keys is not None and not all(map(_KEY.fullmatch, _parts(keys))):
            raise ValueError("must be Fernet keys, newest first, with commas between")
        return keys

    @field_validator("bot_api_url", "public_url")
    @classmethod
    def _is_address(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = _split(url)
        if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("must be an address such as https://example.org")
        if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ValueError("must begin with https://")
        return url.rstrip("/")

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _are_ids(cls, text: object) -> object:
        if not isinstance(text, str):
            return text
        try:
            return tuple(int(part) for part in text.split(",") if part.strip())
        except ValueError as error:
            raise ValueError("must be Telegram user ids, separated by commas") from error

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, text: object) -> object:
        return text.upper() if isinstance(text, str) else text

    @model_validator(mode="after")
    def _ports_differ(self) -> Self:
        if self.http_port == self.sandbox_port:
            raise ValueError("HTTP_PORT and SANDBOX_PORT must differ")
        return self

    @property
    def token(self) -> str:
        """The bot's token; there must be one."""
        if self.bot_token is None:
            raise SettingsError("BOT_TOKEN is not set.")
        return self.bot_token.get_secret_value()

    @property
    def encryption_key_list(self) -> tuple[str, ...]:
        """The keys that seal sensitive answers, newest first; none: they are in the data folder."""
        return _parts(self.encryption_keys) if self.encryption_keys else ()

    @property
    def secret(self) -> str:
        """The webhook's secret token; derived from the bot's unless it is set."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        return hmac.new(self.token.encode(), b"webhook", hashlib.sha256).hexdigest()


def load() -> Settings:
    """The settings of this process; raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(map(_sentence, error.errors()))) from error


def _parts(keys: SecretStr) -> tuple[str, ...]:
    return tuple(part.strip() for part in keys.get_secret_value().split(",") if part.strip())


def _is_postgres_address(url: str) -> bool:
    parts = _split(url)
    return parts is not None and parts.scheme in {"postgresql", "postgres"}


def _split(url: str) -> SplitResult | None:
    """None if no sense can be made of it."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # found to be wrong only when asked for
    except ValueError:
        return None
    return parts


def _sentence(problem: ErrorDetails) -> str:
    # Never the value: it may be a secret.
    message = _SAID.get(problem["type"], problem["msg"].removeprefix("Value error, "))
    message = message.format(**problem.get("ctx", {}))
    name = "_".join(str(part) for part in problem["loc"][:1]).upper()
    return f"{name} {message}." if name else f"{message}."
