"""How the bot gets its updates: by asking for them, or at a webhook."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.objects import Json
from bot.sandbox.params import Params
from bot.sandbox.traffic import Traffic
from bot.sandbox.updates import Updates
from bot.sandbox.webhooks import Deliveries, Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_LONGEST_POLL = 50


async def get_updates(
    updates: Updates, deliveries: Deliveries, traffic: Traffic, params: Params
) -> list[Json]:
    """The waiting updates; a second caller ends the wait of the first with 409."""
    if deliveries.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    updates.interrupt(
        conflict(
            "terminated by other getUpdates request; "
            "make sure that only one bot instance is running"
        )
    )
    updates.choose(params)
    seconds = min(max(params.integer("timeout"), 0), _LONGEST_POLL)
    found = await updates.poll(params.integer("offset"), params.integer("limit", 100), seconds)
    if traffic.on:
        for update in found:
            traffic.update(update, None, status=200, ms=0.0)
    return found


async def set_webhook(updates: Updates, deliveries: Deliveries, params: Params) -> str:
    """Deliver to an address from now on; an empty one ends that. Gives what was done, in words."""
    if not params.text("url").strip():
        return await delete_webhook(updates, deliveries, params)
    webhook = _checked(params)
    updates.choose(params)
    if params.flag("drop_pending_updates"):
        updates.drop_all()
    elif webhook == deliveries.webhook:
        return "Webhook is already set"
    updates.interrupt(conflict("terminated by setWebhook request"))
    await deliveries.start(webhook)
    return "Webhook was set"


async def delete_webhook(updates: Updates, deliveries: Deliveries, params: Params) -> str:
    had_one = bool(deliveries.webhook.url)
    await deliveries.stop()
    if params.flag("drop_pending_updates"):
        updates.drop_all()
    return "Webhook was deleted" if had_one else "Webhook is already deleted"


def _checked(params: Params) -> Webhook:
    url = params.text("url").strip()
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname)):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("bad webhook: URL host is empty")
    secret = params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections", 40)
    return Webhook(url, secret, min(max(connections, 1), 100))


def _is_loopback(host: str | None) -> bool:
    """Plain HTTP is for tests and demos on one machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
