"""Messages of the session room on their way in and out: nothing goes on but what is meant to.

They are sent anew, never forwarded or copied, so that no name, number, contact or origin goes with
them. Of the formatting, what would lead to a person is left out.
"""

from collections.abc import Callable
from typing import Any

from telegram import Message, MessageEntity

from bot.telegram.keyboards import keyboard
from bot.usecases.relaying import Said
from bot.views.relayed import Relayed
from domain.attachments import CAPTION_LIMIT
from domain.rooms import Content, Mark, Sort

Fields = dict[str, Any]

TEXT_LIMIT = 4096  # characters, Bot API
_BIG = 1024 * 1024  # bytes of a file that takes a moment
_KEPT = frozenset(
    {
        "blockquote",
        "bold",
        "code",
        "expandable_blockquote",
        "italic",
        "pre",
        "spoiler",
        "strikethrough",
        "text_link",
        "underline",
    }
)
_TO_PEOPLE = ("tg://user", "tg://openmessage", "tg:user")
_METHODS = {
    Sort.TEXT: "sendMessage",
    Sort.PHOTO: "sendPhoto",
    Sort.DOCUMENT: "sendDocument",
    Sort.VOICE: "sendVoice",
    Sort.AUDIO: "sendAudio",
    Sort.VIDEO: "sendVideo",
    Sort.VIDEO_NOTE: "sendVideoNote",
    Sort.ANIMATION: "sendAnimation",
    Sort.STICKER: "sendSticker",
    Sort.LOCATION: "sendLocation",
    Sort.VENUE: "sendVenue",
}
_ACTIONS = {
    Sort.PHOTO: "upload_photo",
    Sort.DOCUMENT: "upload_document",
    Sort.VOICE: "upload_voice",
    Sort.AUDIO: "upload_document",
    Sort.VIDEO: "upload_video",
    Sort.VIDEO_NOTE: "upload_video_note",
    Sort.ANIMATION: "upload_video",
}
_CAPTIONED = frozenset(
    {Sort.PHOTO, Sort.DOCUMENT, Sort.VOICE, Sort.AUDIO, Sort.VIDEO, Sort.ANIMATION}
)
# A GIF comes as a document too, a venue as a location: what says more is asked first.
_FILES: tuple[tuple[Sort, Callable[[Message], Any]], ...] = (
    (Sort.ANIMATION, lambda message: message.animation),
    (Sort.DOCUMENT, lambda message: message.document),
    (Sort.VOICE, lambda message: message.voice),
    (Sort.AUDIO, lambda message: message.audio),
    (Sort.VIDEO, lambda message: message.video),
    (Sort.VIDEO_NOTE, lambda message: message.video_note),
    (Sort.STICKER, lambda message: message.sticker),
    (Sort.PHOTO, lambda message: message.photo[-1] if message.photo else None),
)


def said_in(message: Message) -> Said:
    """What a message says; no content for contacts, polls and all else that is not passed on."""
    return Said(_content(message), message.message_id)


def call(relayed: Relayed) -> tuple[str, Fields]:
    """The call that passes it on, without the chat."""
    content = relayed.content
    if relayed.edits is not None:
        return _edit(relayed, relayed.edits)
    fields = _body(relayed)
    if relayed.rows:
        fields["reply_markup"] = keyboard(relayed.rows)
    if relayed.reply_to is not None:
        fields["reply_parameters"] = {
            "message_id": relayed.reply_to,
            "allow_sending_without_reply": True,
        }
    return _METHODS[content.sort], fields


def action(relayed: Relayed) -> str:
    """What to show meanwhile; empty for what is there at once."""
    content = relayed.content
    if relayed.edits is not None or content.size < _BIG:
        return ""
    return _ACTIONS.get(content.sort, "")


def _content(message: Message) -> Content | None:
    if message.text is not None:
        return Content(Sort.TEXT, message.text, _marks(message.entities))
    if message.venue is not None:
        venue = message.venue
        place = venue.location
        return Content(
            Sort.VENUE,
            name=venue.title,
            address=venue.address,
            latitude=place.latitude,
            longitude=place.longitude,
        )
    if message.location is not None:
        place = message.location
        return Content(Sort.LOCATION, latitude=place.latitude, longitude=place.longitude)
    found = ((sort, of(message)) for sort, of in _FILES)
    return next((_file(message, sort, file) for sort, file in found if file is not None), None)


def _file(message: Message, sort: Sort, file: Any) -> Content:  # noqa: ANN401  # any of eight classes
    said = file.to_dict()  # as it came: the library is about to change what `duration` is
    return Content(
        sort,
        message.caption or "",
        _marks(message.caption_entities),
        file.file_id,
        file.file_unique_id,
        said.get("file_name", ""),
        said.get("file_size", 0),
        said.get("duration", 0),
    )


def _marks(entities: tuple[MessageEntity, ...]) -> tuple[Mark, ...]:
    return tuple(
        Mark(each.type, each.offset, each.length, each.url or "", each.language or "")
        for each in entities
        if each.type in _KEPT and not (each.url or "").startswith(_TO_PEOPLE)
    )


def _body(relayed: Relayed) -> Fields:
    content = relayed.content
    match content.sort:
        case Sort.TEXT:
            return _words("text", "entities", relayed, TEXT_LIMIT)
        case Sort.LOCATION:
            return {"latitude": content.latitude, "longitude": content.longitude}
        case Sort.VENUE:
            place = {"latitude": content.latitude, "longitude": content.longitude}
            return place | {"title": content.name, "address": content.address}
        case _:
            file = {content.sort.value: content.file_id}
            return file | (_caption(relayed) if content.sort in _CAPTIONED else {})


def _caption(relayed: Relayed) -> Fields:
    return _words("caption", "caption_entities", relayed, CAPTION_LIMIT)


def _words(text: str, entities: str, relayed: Relayed, limit: int) -> Fields:
    """The text with the head above it, where both fit."""
    content = relayed.content
    said, marks = content.text, content.marks
    if relayed.head:
        above = f"{relayed.head}\n"
        if len(above) + len(said) <= limit:
            moved = _units(above)
            said = f"{above}{said}"
            marks = (Mark("bold", 0, moved - 1), *(_moved(each, moved) for each in marks))
    fields: Fields = {text: said.rstrip("\n")}
    if marks:
        fields[entities] = [_entity(each) for each in marks]
    return fields


def _edit(relayed: Relayed, message_id: int) -> tuple[str, Fields]:
    which: Fields = {"message_id": message_id}
    if relayed.rows:
        which["reply_markup"] = keyboard(relayed.rows)
    content = relayed.content
    if content.sort is Sort.TEXT:
        return "editMessageText", which | _body(relayed)
    caption = _caption(relayed)
    if content.sort is Sort.VOICE:  # its sound cannot be changed
        return "editMessageCaption", which | caption
    media = {"type": content.sort.value, "media": content.file_id} | caption
    return "editMessageMedia", which | {"media": media}


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.kind, mark.offset + by, mark.length, mark.url, mark.language)


def _entity(mark: Mark) -> Fields:
    entity: Fields = {"type": mark.kind, "offset": mark.offset, "length": mark.length}
    if mark.url:
        entity["url"] = mark.url
    if mark.language:
        entity["language"] = mark.language
    return entity


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
