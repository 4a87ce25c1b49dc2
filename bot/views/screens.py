"""What a person sees, as plain data: a text and the keys under it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.views.buttons import Button
from bot.views.sketches import Sketch
from domain.attachments import Attachment
from domain.notices import Side


class Style(StrEnum):
    """The colour of a key where the client shows colours; never the only sign of anything."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Key:
    """An inline key: it taps a button, opens an address, or copies a text."""

    label: str
    button: Button | None = None
    url: str = ""
    copy: str = ""
    style: Style = Style.PLAIN

    def __post_init__(self) -> None:
        if sum(bool(way) for way in (self.button, self.url, self.copy)) != 1:
            raise ValueError("a key does exactly one thing")


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Live:
    """Whose card a screen is, and when it will have something new to say by itself."""

    booking_id: int
    side: Side
    due: datetime


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text with its keys.

    `toast` answers the tap that led here (200 characters at most); `alert` shows it in a box that
    must be closed, for what may not be missed. With a `picture` the text stands below that: 1,024
    characters at most, and enough by itself, should the picture not come about. `files` follow it
    where it is sent by itself, as a notice. `live`: it is the card of a booking, and is kept up to
    date wherever it stands.
    """

    text: str
    rows: Rows = ()
    toast: str = ""
    alert: bool = False
    picture: Sketch | None = None
    files: tuple[Attachment, ...] = ()
    live: Live | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """Only an answer to a tap; the message stays as it is."""

    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture to keep, as the bytes of a PNG; the caption is HTML."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to keep, made by us; the caption is HTML."""

    name: str
    content: bytes
    mime: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A screen that leaves the present message as a last word and goes on in a new one.

    `last` replaces the message that was tapped (None: only its keys are taken away); `photo`,
    `paper` and `files` are sent before the screen and stay in the chat.
    """

    screen: Screen
    last: Screen | None = field(default=None)
    photo: Photo | None = None
    paper: Paper | None = None
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class InPlace:
    """A screen that takes the place of the current one, though something was sent after that.

    For what comes in many messages at once, such as an album, and is answered as one.
    """

    screen: Screen


Answer = Screen | Toast | Reply | InPlace
