"""Putting the Telegram side together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from telegram.ext import ApplicationBuilder, ExtBot

from bot.pictures.easel import Easel
from bot.telegram.calls import Calls
from bot.telegram.dispatch import CONCURRENCY, App, Dispatch
from bot.telegram.gallery import Gallery
from bot.telegram.polling import Polling
from bot.telegram.sender import Sender
from bot.telegram.shared import Handler
from bot.telegram.transport import Transport
from bot.telegram.voice import Voice
from storage.store import Store

TELEGRAM = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Telegram:
    """`application` is to be initialized before use and shut down at the end, which opens and
    closes the connections; started too if its job queue is wanted. `easel` is to be closed.
    """

    application: App
    dispatch: Dispatch
    sender: Sender
    polling: Polling
    easel: Easel


def assemble(
    token: str,
    store: Store,
    voice: Voice,
    routes: Iterable[Handler],
    clock: Callable[[], datetime],
    *,
    api_url: str = TELEGRAM,
    web_address: str = "",
    concurrency: int = CONCURRENCY,
) -> Telegram:
    """`routes` are asked from top to bottom; `api_url` is without `/bot`,
    `web_address` where our web app can be reached from outside."""
    transport, waiting = Transport(), Transport(connections=4)
    base_url = api_url.rstrip("/")
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=transport,
        get_updates_request=waiting,
    )
    easel = Easel()
    sender = Sender(Calls(bot.base_url, transport), Gallery(easel.paint))
    dispatch = Dispatch(store, sender, voice, clock, concurrency, web_address)
    application = ApplicationBuilder().bot(bot).updater(None).concurrent_updates(dispatch).build()
    application.add_handlers(list(routes))
    dispatch.serve(application)
    polling = Polling(Calls(bot.base_url, waiting), dispatch.receive)
    return Telegram(application, dispatch, sender, polling, easel)
