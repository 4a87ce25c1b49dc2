"""Telegram calls the way python-telegram-bot makes them by itself, in two degrees.

Everything before them is ours as it ships: routes, use cases, views, storage, sender.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, Update
from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.calls import Calls
from bot.telegram.dispatch import Dispatch
from bot.telegram.envelopes import Envelope, Json, envelope

Bot = ExtBot[None]


class HttpxCalls(Calls):
    """Bare dictionaries as in ours, but over HTTPXRequest with its forms and json module."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def __call__(
        self,
        method: str,
        fields: Mapping[str, Any],
        read_timeout: float | None = None,  # noqa: ARG002  # nothing here asks for long polling
    ) -> Any:  # noqa: ANN401  # whatever JSON the method answers with
        parameters = [RequestParameter.from_input(*field) for field in fields.items()]
        url = f"{self._bot.base_url}/{method}"
        return await self._bot.request.post(url, RequestData(parameters))


class MethodCalls(Calls):
    """The methods of Bot: objects of every parameter and of every message that comes back."""

    def __init__(self, bot: Bot) -> None:
        self._methods: dict[str, Callable[..., Awaitable[object]]] = {
            "sendMessage": bot.send_message,
            "editMessageText": bot.edit_message_text,
            "editMessageReplyMarkup": bot.edit_message_reply_markup,
            "answerCallbackQuery": bot.answer_callback_query,
        }

    async def __call__(
        self,
        method: str,
        fields: Mapping[str, Any],
        read_timeout: float | None = None,  # noqa: ARG002  # nothing here asks for long polling
    ) -> Any:  # noqa: ANN401  # whatever JSON the method answers with
        given = dict(fields)
        if markup := given.pop("reply_markup", None):
            given["reply_markup"] = InlineKeyboardMarkup.de_json(markup)
        if preview := given.pop("link_preview_options", None):
            given["link_preview_options"] = LinkPreviewOptions.de_json(preview)
        result = await self._methods[method](**given)
        return {"message_id": result.message_id} if isinstance(result, Message) else result


class WholeUpdates(Dispatch):
    """Builds the objects of a tapped message with all its keys, as the stock webhook does."""

    def _read(self, payload: Json) -> tuple[Update, Envelope]:
        update = Update.de_json(dict(payload), self.application.bot)
        return update, envelope(update)
