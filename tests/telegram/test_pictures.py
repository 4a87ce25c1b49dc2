"""Screens with a picture: sent and edited as photos, uploaded once, and never two in a chat."""

from dataclasses import replace

from bot.pictures.easel import CannotDraw
from bot.sandbox import Sandbox, ScriptedPerson
from bot.telegram.calls import Calls
from bot.telegram.envelopes import Source
from bot.telegram.gallery import Gallery
from bot.telegram.sender import Sender
from bot.views.screens import Key, Screen
from bot.views.sketches import Look, Sketch
from tests.telegram.conftest import ANN
from tests.telegram.toy import Count

SKETCH = Sketch("This week", "Ayu", (), (), (), Look.LIGHT)
KEYS = ((Key("One", Count()),),)
WORDS = Screen("In words", KEYS)
WEEK = Screen("<b>The week</b>", KEYS, picture=SKETCH)
NEXT = replace(WEEK, text="The next week", picture=replace(SKETCH, heading="Next week"))
WRITTEN = Source(ANN)


def tapped(message_id: int | None) -> Source:
    """A tap that is answered too late, which nobody minds here."""
    return Source(ANN, message_id, "12345")


async def test_a_screen_with_a_picture_is_a_photo(sender: Sender, ann: ScriptedPerson) -> None:
    shown = await sender.show(WEEK, WRITTEN, None)

    (message,) = ann.messages
    assert message["message_id"] == shown
    assert message["photo"][-1]["width"] == 400
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("The week", "bold")
    assert ann.buttons() == ["One"]


async def test_a_photo_takes_the_place_of_a_text(sender: Sender, ann: ScriptedPerson) -> None:
    screen_id = await sender.show(WORDS, WRITTEN, None)

    shown = await sender.show(WEEK, tapped(screen_id), screen_id)

    (message,) = ann.messages
    assert shown == screen_id
    assert "text" not in message
    assert message["caption"] == "The week"


async def test_a_photo_takes_the_place_of_another(sender: Sender, ann: ScriptedPerson) -> None:
    screen_id = await sender.show(WEEK, WRITTEN, None)

    shown = await sender.show(NEXT, tapped(screen_id), screen_id)

    (message,) = ann.messages
    assert (message["message_id"], message["caption"]) == (shown, "The next week")
    assert shown == screen_id


async def test_a_text_after_a_photo_is_a_new_message_and_the_photo_goes(
    sender: Sender, ann: ScriptedPerson
) -> None:
    screen_id = await sender.show(WEEK, WRITTEN, None)

    shown = await sender.show(WORDS, tapped(screen_id), screen_id)

    (message,) = ann.messages
    assert (message["message_id"], message["text"]) == (shown, "In words")
    assert shown != screen_id


async def test_a_photo_too_old_to_be_deleted_loses_its_keys(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson
) -> None:
    screen_id = await sender.show(WEEK, WRITTEN, None)
    refusal = "Bad Request: message can't be deleted for everyone"
    sandbox.faults.refuse("deleteMessage", 400, description=refusal)

    await sender.show(WORDS, tapped(screen_id), screen_id)

    photo, newest = ann.messages
    assert ann.buttons(photo) == []
    assert newest["text"] == "In words"


async def test_the_same_picture_is_drawn_and_uploaded_once(
    sender: Sender, ann: ScriptedPerson, painted: list[Sketch]
) -> None:
    await sender.show(WEEK, WRITTEN, None)
    screen_id = await sender.show(NEXT, WRITTEN, None)
    await sender.show(WEEK, tapped(screen_id), screen_id)

    first, second = ann.messages
    assert [each.heading for each in painted] == ["This week", "Next week"]
    assert first["photo"][-1]["file_id"] == second["photo"][-1]["file_id"]


async def test_drawing_the_picture_that_is_there_already_is_fine(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson
) -> None:
    screen_id = await sender.show(WEEK, WRITTEN, None)

    shown = await sender.show(WEEK, tapped(screen_id), screen_id)

    assert shown == screen_id
    assert [call["status"] for call in sandbox.calls("editMessageMedia")] == [400]
    assert len(ann.messages) == 1


async def test_a_file_that_telegram_forgot_is_uploaded_again(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, painted: list[Sketch]
) -> None:
    await sender.show(WEEK, WRITTEN, None)
    sandbox.world.files._known.clear()

    await sender.show(WEEK, WRITTEN, None)

    assert len(ann.messages) == 2
    assert len(painted) == 2


async def test_a_picture_that_cannot_be_drawn_leaves_its_words(
    calls: Calls, ann: ScriptedPerson
) -> None:
    async def paint(_sketch: Sketch) -> bytes:
        raise CannotDraw("TimeoutError")

    await Sender(calls, Gallery(paint)).show(WEEK, WRITTEN, None)

    await ann.sees("The week")
    assert ann.last is not None
    assert "photo" not in ann.last
    assert ann.buttons() == ["One"]


async def test_an_upload_that_has_to_wait_is_tried_once_more(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, pauses: list[float]
) -> None:
    sandbox.faults.refuse("sendPhoto", 429, retry_after=2)

    await sender.show(WEEK, WRITTEN, None)

    await ann.sees("The week")
    assert pauses == [2]


async def test_the_picture_longest_unused_is_forgotten() -> None:
    async def paint(_sketch: Sketch) -> bytes:
        return b""

    gallery = Gallery(paint, most=2)
    one, two, three = (replace(SKETCH, heading=name) for name in ("1", "2", "3"))
    for each in (one, two):
        gallery.sent(each, {"photo": [{"file_id": each.heading}]})
    gallery.id_of(one)

    gallery.sent(three, {"photo": [{"file_id": "3"}]})

    assert [gallery.id_of(each) for each in (one, two, three)] == ["1", None, "3"]
