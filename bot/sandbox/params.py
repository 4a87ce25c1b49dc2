"""Parameters of a call, however the client sent them.

Telegram takes a query string, a form, multipart or JSON, and nested values may be JSON in a
string; a method should not have to care.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from bot.sandbox.errors import bad_request
from bot.sandbox.objects import Json


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    values: Json
    uploads: dict[str, Upload]

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """The value as text; empty when it is missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError):
            return default

    def number(self, name: str) -> float | None:
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, str):
            return value.lower() in {"true", "yes", "1"}
        return bool(value)

    def nested(self, name: str, what: str) -> Any:  # noqa: ANN401 - whatever JSON the client sent
        """The value parsed from JSON, None when missing; `what` names it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError as error:
            raise bad_request(f"can't parse {what} JSON object") from error

    def mapping(self, name: str, what: str) -> Json:
        """A JSON object; empty when it is missing."""
        value = self.nested(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {what}: expected an Object")
        return value or {}


async def read_params(request: web.Request) -> Params:
    """The parameters of a request: the body wins over the query string."""
    values: Json = dict(request.query) if request.query_string else {}
    if request.method != "POST":
        return Params(values, {})
    kind = request.content_type
    if kind == "application/json":
        return Params(values | _json_object(await request.read()), {})
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    body = (await request.read()).decode(errors="replace")
    values.update(parse_qsl(body, keep_blank_values=True))
    return Params(values, {})


def _json_object(body: bytes) -> Json:
    if not body:
        return {}
    try:
        values = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("object expected as request body")
    return values


async def _multipart(request: web.Request, values: Json) -> Params:
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as file:
                uploads[name] = Upload(value.filename, value.content_type, file.read())
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Params(values, uploads)
