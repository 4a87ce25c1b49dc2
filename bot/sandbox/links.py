"""Addresses as Telegram accepts them in buttons and text links."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

_WEB = frozenset({"http", "https"})
_APP = frozenset({"tg", "ton", "tonsite"})


class WrongLink(ValueError):  # noqa: N818 - named by what was found, not by its base
    """An address Telegram refuses; the text is the reason it gives."""


def checked(url: str) -> str:
    """The address in full ("telegram.org" becomes "http://telegram.org/"), or raise WrongLink."""
    url = url.strip()
    scheme, separator, _ = url.partition("://")
    if separator and scheme.lower() in _APP:
        return url
    if separator and scheme.lower() not in _WEB:
        raise WrongLink("Unsupported URL protocol")
    return _web_address(url if separator else f"http://{url}")


def mentioned_person(url: str) -> int | None:
    """The id in tg://user?id=..., a mention of a person without a username."""
    parts = urlsplit(url)
    if parts.scheme != "tg" or (parts.netloc or parts.path) != "user":
        return None
    ids = parse_qs(parts.query).get("id", [""])
    return int(ids[0]) if ids[0].isdigit() else None


def _web_address(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port  # raises when it is no number
    except ValueError as error:
        raise WrongLink("Wrong HTTP URL") from error
    if not host:
        raise WrongLink("URL host is empty")
    if not _is_host(host):
        raise WrongLink("Wrong HTTP URL")
    return parts._replace(path=parts.path or "/").geturl()


def _is_host(host: str) -> bool:
    if ":" in host:  # IPv6
        return True
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and not any(c.isspace() for c in host)
