"""`randevu doctor`: what is well and what is not."""

import aiohttp
import orjson
from rich.console import Console

from bot.clock import SystemClock
from bot.config import Settings
from bot.patience import StartupError
from bot.startup import opened_store
from storage.store import Store

_console = Console(highlight=False)


async def examine(settings: Settings) -> int:
    """Print a line for each thing looked at; how many are not well."""
    problems = await _telegram(settings)
    try:
        async with opened_store(settings) as store:
            return problems + await _storage(store)
    except StartupError as error:
        return problems + _said("database", str(error), well=False)


async def _storage(store: Store) -> int:
    problems = _said("database", "answers and is up to date", well=await store.ready())
    now = SystemClock().now()
    async with store.transaction() as tx:
        due = await tx.notices.next_due()
        offered = await tx.providers.count_offered(None)
        owners = await tx.people.admins()
    late = (now - due).total_seconds() if due else 0
    problems += _said("notices", f"oldest is {max(late, 0):.0f} s late", well=late < 120)
    problems += _said("providers", f"{offered} can be booked", well=offered > 0)
    return problems + _said("owners", f"{len(owners)} people", well=bool(owners))


async def _telegram(settings: Settings) -> int:
    if settings.bot_token is None:
        return _said("telegram", "BOT_TOKEN is not set: the sandbox will open", well=True)
    url = f"{settings.bot_api_url}/bot{settings.token}/getMe"
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=True) as session,
            session.get(url) as response,
        ):
            reply = orjson.loads(await response.read())
    except (aiohttp.ClientError, TimeoutError, orjson.JSONDecodeError) as error:
        return _said("telegram", f"cannot be reached ({type(error).__name__})", well=False)
    if not reply.get("ok"):
        return _said("telegram", f"refuses the token: {reply.get('description')}", well=False)
    return _said("telegram", f"knows us as @{reply['result']['username']}", well=True)


def _said(what: str, how: str, *, well: bool) -> int:
    _console.print(f"{'ok  ' if well else 'BAD '} {what}: {how}", markup=False)
    return int(not well)
