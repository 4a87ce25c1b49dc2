"""What becomes of an answer when Telegram does, or does not, what it is asked for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.sandbox import Answer, Sandbox, ScriptedPerson
from bot.sandbox.objects import Json
from bot.telegram.calls import Calls
from bot.telegram.delivery import Fate
from bot.telegram.envelopes import Source
from bot.telegram.gallery import Gallery
from bot.telegram.sender import Sender, Unreachable
from bot.telegram.transport import NotSent, Transport
from bot.views.screens import InPlace, Key, Photo, Reply, Screen, Style, Toast
from domain.attachments import Attachment, Sort
from tests.sandbox.pictures import png
from tests.telegram.conftest import ANN, TOKEN
from tests.telegram.toy import Count

KEYED = Screen("<b>Choose</b>", ((Key("One", Count(), style=Style.SUCCESS),),))
OTHER = Screen("Chosen", ((Key("Site", url="https://example.org/"), Key("Code", copy="A7")),))
WRITTEN = Source(ANN)


@pytest.fixture
async def shown(sender: Sender, ann: ScriptedPerson) -> Json:
    """A message with a key, the current screen of Ann."""
    await sender.show(KEYED, WRITTEN, None)
    assert ann.last is not None
    return ann.last


@dataclass(frozen=True, slots=True)
class Tapped:
    """Ann has tapped the key of a message; `answer` is what she sees of the reply."""

    source: Source
    answer: asyncio.Task[Answer]


@pytest.fixture
async def tap(sandbox: Sandbox, shown: Json) -> AsyncIterator[Tapped]:
    message_id = shown["message_id"]
    tapping = sandbox.person(ANN).taps_data(Count().pack(), message_id)
    answer = asyncio.create_task(tapping)
    await asyncio.sleep(0)  # the tap happens
    query = sandbox.world.updates.pending()[-1].update["callback_query"]
    yield Tapped(Source(ANN, message_id, query["id"]), answer)
    answer.cancel()


async def test_what_is_shown_in_place_edits_the_screen_above_what_was_sent(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    await ann.sends("one of many")
    screen_id = await sender.show(InPlace(OTHER), WRITTEN, shown["message_id"])

    assert screen_id == shown["message_id"]
    assert [message["text"] for message in ann.messages] == ["Chosen", "one of many"]


async def test_without_a_screen_what_is_shown_in_place_is_a_new_message(
    sender: Sender, ann: ScriptedPerson
) -> None:
    assert await sender.show(InPlace(OTHER), WRITTEN, None) is not None

    assert ann.last is not None
    assert ann.last["text"] == "Chosen"


async def test_files_follow_what_is_delivered_in_an_album_of_each_sort(
    sender: Sender, ann: ScriptedPerson
) -> None:
    files = await _files(ann)
    delivery = await sender.deliver(ANN, Screen("A request", files=files))

    assert delivery.fate is Fate.SENT
    sent = [message for message in ann.messages if message["from"]["is_bot"]]
    kinds = ["photo" if "photo" in each else "document" for each in sent[1:]]
    albums = [each.get("media_group_id") for each in sent[1:]]
    assert sent[0]["text"] == "A request"
    assert kinds == ["photo", "document", "document"]
    assert albums[0] is None
    assert albums[1] == albums[2] is not None


async def test_a_message_is_delivered_though_telegram_forgot_its_files(
    sender: Sender, ann: ScriptedPerson
) -> None:
    forgotten = Attachment(Sort.PHOTO, "gone", "gone")
    delivery = await sender.deliver(ANN, Screen("A request", files=(forgotten,)))

    assert delivery.fate is Fate.SENT
    assert ann.last is not None
    assert ann.last["text"] == "A request"


async def test_files_of_a_reply_come_before_its_screen(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    files = await _files(ann)
    await sender.show(Reply(KEYED, files=files), WRITTEN, shown["message_id"])

    assert ann.last is not None
    assert ann.last["text"] == "Choose"
    assert "document" in ann.messages[-2]


async def _files(ann: ScriptedPerson) -> tuple[Attachment, ...]:
    """A document, a photo and another document that Telegram keeps."""
    one = await ann.sends_document(b"one", "one.txt")
    photo = await ann.sends_photo(png(40, 30))
    two = await ann.sends_document(b"two", "two.txt")
    return (
        Attachment(Sort.DOCUMENT, one["document"]["file_id"], "1", "one.txt"),
        Attachment(Sort.PHOTO, photo["photo"][-1]["file_id"], "2"),
        Attachment(Sort.DOCUMENT, two["document"]["file_id"], "3", "two.txt"),
    )


async def test_a_text_is_answered_by_a_new_message(sender: Sender, ann: ScriptedPerson) -> None:
    shown = await sender.show(KEYED, WRITTEN, None)

    assert ann.last is not None
    assert (ann.last["message_id"], ann.last["text"]) == (shown, "Choose")
    assert ann.last["entities"][0]["type"] == "bold"
    assert ann.last["reply_markup"]["inline_keyboard"][0][0]["style"] == "success"


async def test_the_former_screen_loses_its_keys(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    await sender.show(OTHER, WRITTEN, shown["message_id"])

    former, newest = ann.messages
    assert ann.buttons(former) == []
    assert ann.buttons(newest) == ["Site", "Code"]


async def test_a_photo_stays_above_the_screen_that_goes_on(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    reply = Reply(OTHER, photo=Photo("dot.png", png(100, 100), "<i>A dot</i>"))

    current = await sender.show(reply, WRITTEN, shown["message_id"])

    former, picture, newest = ann.messages
    assert ann.buttons(former) == []
    assert picture["photo"]
    assert picture["caption"] == "A dot"
    assert (newest["message_id"], newest["text"]) == (current, "Chosen")


async def test_a_photo_that_is_lost_takes_nothing_with_it(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    current = await sender.show(Reply(OTHER, photo=Photo("no.png", b"")), WRITTEN, None)

    assert [message["text"] for message in ann.messages] == ["Choose", "Chosen"]
    assert ann.messages[-1]["message_id"] == current


async def test_a_tap_is_answered_and_its_message_redrawn(
    sender: Sender, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    screen = Screen("Chosen", toast="Well done", alert=True)
    current = await sender.show(screen, tap.source, shown["message_id"])

    assert await tap.answer == Answer(text="Well done", show_alert=True)
    assert current == shown["message_id"]
    assert [message["text"] for message in ann.messages] == ["Chosen"]
    assert ann.buttons() == []


async def test_a_toast_leaves_the_message_alone(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    current = await sender.show(Toast("x" * 250), tap.source, shown["message_id"])

    assert (await tap.answer).text == "x" * 200
    assert current == shown["message_id"]
    assert sandbox.calls("editMessageText") == []


async def test_a_toast_for_a_text_becomes_a_message(sender: Sender, ann: ScriptedPerson) -> None:
    current = await sender.show(Toast("a < b & c"), WRITTEN, 3)

    assert current == 3
    await ann.sees("a < b & c")


async def test_a_reply_leaves_a_last_word_and_goes_on_below(
    sender: Sender, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    reply = Reply(OTHER, last=Screen("Over"))
    current = await sender.show(reply, tap.source, shown["message_id"])

    former, newest = ann.messages
    assert (former["text"], ann.buttons(former)) == ("Over", [])
    assert (newest["message_id"], newest["text"]) == (current, "Chosen")


async def test_a_reply_without_a_last_word_takes_the_keys_away(
    sender: Sender, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    await sender.show(Reply(OTHER), tap.source, shown["message_id"])

    former, newest = ann.messages
    assert (former["text"], ann.buttons(former)) == ("Choose", [])
    assert newest["text"] == "Chosen"


async def test_drawing_what_is_there_already_is_fine(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    current = await sender.show(KEYED, tap.source, shown["message_id"])

    assert [call["status"] for call in sandbox.calls("editMessageText")] == [400]
    assert current == shown["message_id"]
    assert len(ann.messages) == 1


async def test_a_tap_that_can_no_longer_be_answered_still_redraws(
    sender: Sender, ann: ScriptedPerson, shown: Json
) -> None:
    source = Source(ANN, shown["message_id"], "1234567")

    await sender.show(OTHER, source, shown["message_id"])

    await ann.sees("Chosen")
    assert len(ann.messages) == 1


async def test_a_message_that_is_gone_is_replaced_by_a_new_one(
    sender: Sender, calls: Calls, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    source = tap.source
    await calls("deleteMessage", {"chat_id": ANN, "message_id": shown["message_id"]})

    current = await sender.show(OTHER, source, shown["message_id"])

    assert [message["message_id"] for message in ann.messages] == [current]
    assert current != shown["message_id"]


async def test_a_message_that_cannot_be_edited_is_replaced_by_a_new_one(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    sandbox.faults.refuse(
        "editMessageText", 400, description="Bad Request: MESSAGE CAN'T BE EDITED"
    )

    await sender.show(OTHER, tap.source, shown["message_id"])

    assert [message["text"] for message in ann.messages] == ["Choose", "Chosen"]


async def test_whoever_blocked_the_bot_is_unreachable(sender: Sender, ann: ScriptedPerson) -> None:
    await ann.blocks()

    with pytest.raises(Unreachable):
        await sender.show(KEYED, WRITTEN, None)


async def test_a_short_wait_is_waited_for_and_tried_once_more(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, pauses: list[float]
) -> None:
    sandbox.faults.refuse("sendMessage", 429, retry_after=3)

    await sender.show(KEYED, WRITTEN, None)

    await ann.sees("Choose")
    assert pauses == [3]


async def test_a_long_wait_is_not_waited_for(
    sender: Sender,
    sandbox: Sandbox,
    ann: ScriptedPerson,
    shown: Json,
    tap: Tapped,
    pauses: list[float],
) -> None:
    sandbox.faults.refuse("editMessageText", 429, retry_after=4)

    current = await sender.show(OTHER, tap.source, shown["message_id"])

    assert pauses == []
    assert current == shown["message_id"]
    assert [message["text"] for message in ann.messages] == ["Choose"]


async def test_a_lost_edit_is_survived_and_not_repeated(
    sender: Sender, sandbox: Sandbox, ann: ScriptedPerson, shown: Json, tap: Tapped
) -> None:
    sandbox.faults.drop("editMessageText")

    current = await sender.show(OTHER, tap.source, shown["message_id"])

    assert current == shown["message_id"]
    assert sandbox.calls("editMessageText") == []
    assert len(ann.messages) == 1


class Hesitant(Transport):
    """Has no connection at first."""

    refusals = 1

    async def post_json(
        self, url: str, body: bytes, read_timeout: float | None = None
    ) -> tuple[int, bytes]:
        if self.refusals:
            self.refusals -= 1
            raise NotSent("no connection")
        return await super().post_json(url, body, read_timeout)


async def test_what_was_certainly_not_sent_is_sent_once_more(
    sandbox: Sandbox, ann: ScriptedPerson, gallery: Gallery
) -> None:
    async with Hesitant() as transport:
        sender = Sender(Calls(f"{sandbox.url}/bot{TOKEN}", transport), gallery)

        await sender.show(KEYED, WRITTEN, None)

    await ann.sees("Choose")


async def test_a_delivered_message_says_its_id(sender: Sender, ann: ScriptedPerson) -> None:
    delivery = await sender.deliver(ANN, OTHER, silent=True)

    assert ann.last is not None
    assert (delivery.fate, delivery.message_id) == (Fate.SENT, ann.last["message_id"])


Plan = Callable[[Sandbox], None]


@pytest.mark.parametrize(
    ("trouble", "fate"),
    [
        (lambda sandbox: sandbox.faults.refuse("sendMessage", 403), Fate.UNREACHABLE),
        (lambda sandbox: sandbox.faults.refuse("sendMessage", 429), Fate.LATER),
        (lambda sandbox: sandbox.faults.refuse("sendMessage", 502), Fate.LATER),
        (lambda sandbox: sandbox.faults.refuse("sendMessage", 400), Fate.FAILED),
        (lambda sandbox: sandbox.faults.drop("sendMessage"), Fate.PERHAPS),
        (lambda sandbox: sandbox.faults.deliver_but_drop("sendMessage"), Fate.PERHAPS),
        (lambda sandbox: sandbox.faults.delay("sendMessage", 1.5), Fate.PERHAPS),
    ],
    ids=["blocked", "too many", "bad gateway", "refused", "dropped", "answer lost", "time-out"],
)
async def test_every_trouble_has_its_fate(
    sandbox: Sandbox, sender: Sender, trouble: Plan, fate: Fate
) -> None:
    trouble(sandbox)

    assert (await sender.deliver(ANN, OTHER)).fate is fate


async def test_a_delivery_that_must_wait_says_how_long(sandbox: Sandbox, sender: Sender) -> None:
    sandbox.faults.refuse("sendMessage", 429, retry_after=17)

    assert (await sender.deliver(ANN, OTHER)).retry_after == timedelta(seconds=17)


async def test_nobody_to_deliver_to_is_unreachable(sender: Sender) -> None:
    assert (await sender.deliver(999, OTHER)).fate is Fate.UNREACHABLE


async def test_without_a_server_it_is_for_later(sandbox: Sandbox, sender: Sender) -> None:
    await sandbox.stop()

    assert (await sender.deliver(ANN, OTHER)).fate is Fate.LATER
