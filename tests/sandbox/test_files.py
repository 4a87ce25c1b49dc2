"""Files in both directions."""

import struct

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox import Sandbox, ScriptedPerson
from bot.sandbox.images import dimensions
from tests.sandbox.cast import ANN, Raw
from tests.sandbox.pictures import png

INVITE = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


async def test_a_photo_comes_in_two_sizes_and_can_be_downloaded(bot: telegram.Bot) -> None:
    picture = png(640, 400)

    sent = await bot.send_photo(ANN.id, picture, caption="<i>A chart</i>", parse_mode="HTML")
    file = await sent.photo[-1].get_file()

    assert [(size.width, size.height) for size in sent.photo] == [(320, 200), (640, 400)]
    assert sent.parse_caption_entities() == {sent.caption_entities[0]: "A chart"}
    assert bytes(await file.download_as_bytearray()) == picture


async def test_a_document_keeps_its_name_and_can_be_sent_again(
    bot: telegram.Bot, sandbox: Sandbox, raw: Raw
) -> None:
    sent = await bot.send_document(ANN.id, INVITE, filename="visit.ics")
    assert sent.document
    again = await bot.send_document(ANN.id, sent.document.file_id)

    assert (sent.document.file_name, sent.document.mime_type) == ("visit.ics", "text/calendar")
    assert again.document == sent.document
    async with raw.session.get(f"{sandbox.url}/sandbox/files/{sent.document.file_id}") as page:
        assert page.content_type == "text/calendar"
        assert await page.read() == INVITE


async def test_an_album_is_several_messages_that_belong_together(bot: telegram.Bot) -> None:
    sent = await bot.send_document(ANN.id, INVITE, filename="visit.ics")
    assert sent.document
    album = [
        telegram.InputMediaDocument(sent.document.file_id, caption="first"),
        telegram.InputMediaDocument(sent.document.file_id),
    ]

    first, second = await bot.send_media_group(ANN.id, album)

    assert first.media_group_id == second.media_group_id
    assert (first.caption, second.caption) == ("first", None)
    assert second.document == sent.document


async def test_photos_and_documents_do_not_go_into_one_album(bot: telegram.Bot) -> None:
    photo = await bot.send_photo(ANN.id, png(40, 30))
    document = await bot.send_document(ANN.id, INVITE, filename="visit.ics")
    assert document.document
    one = telegram.InputMediaPhoto(photo.photo[-1].file_id)
    other = telegram.InputMediaDocument(document.document.file_id)

    with pytest.raises(BadRequest):
        await bot.send_media_group(ANN.id, [one, other])
    with pytest.raises(BadRequest):
        await bot.send_media_group(ANN.id, [one])


async def test_voices_videos_and_stickers_are_sent(bot: telegram.Bot) -> None:
    voice = await bot.send_voice(ANN.id, b"voice", duration=3)
    video = await bot.send_video(ANN.id, b"video", width=64, height=48, duration=2)
    sticker = await bot.send_sticker(ANN.id, b"sticker", emoji="👍")

    assert voice.voice
    assert video.video
    assert sticker.sticker
    assert (video.video.width, sticker.sticker.emoji) == (64, "👍")


async def test_songs_gifs_and_round_videos_are_sent(bot: telegram.Bot) -> None:
    song = await bot.send_audio(ANN.id, b"song", duration=3, caption="A song")
    gif = await bot.send_animation(ANN.id, b"gif", caption="Funny")
    note = await bot.send_video_note(ANN.id, b"note", length=120)

    assert (song.audio is not None, song.caption) == (True, "A song")
    assert gif.animation
    assert gif.document  # for those who do not know animations
    assert gif.document.file_id == gif.animation.file_id
    assert note.video_note
    assert note.video_note.length == 120


@pytest.mark.parametrize("kind", ["audio", "video", "video_note", "animation", "voice", "sticker"])
async def test_what_a_person_sends_can_be_sent_on_and_copied(
    bot: telegram.Bot, ann: ScriptedPerson, raw: Raw, kind: str
) -> None:
    send = getattr(ann, f"sends_{kind}")
    message = await send(b"content") if kind != "sticker" else await send()
    file_id = message[kind]["file_id"]
    method = "send" + "".join(word.title() for word in kind.split("_"))

    await raw.result(method, chat_id=ANN.id, **{kind: file_id})
    await bot.copy_message(ANN.id, ANN.id, message["message_id"])

    assert [each[kind]["file_id"] for each in ann.messages] == [file_id] * 3


async def test_a_caption_is_edited_by_its_author(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    sent = await ann.sends_photo(png(20, 10), "The paln")

    await ann.edits(sent["message_id"], "The plan")

    update = (await bot.get_updates())[-1]
    assert update.edited_message is not None
    assert update.edited_message.caption == "The plan"
    assert update.edited_message.photo


async def test_a_person_formats_and_forwards(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await ann.sends("Hello there", entities=[{"type": "bold", "offset": 6, "length": 5}])
    await ann.forwards("Read this", "Somebody")

    bold, forwarded = (update.message for update in await bot.get_updates())
    assert bold is not None
    assert [(each.type, each.offset, each.length) for each in bold.entities] == [("bold", 6, 5)]
    assert forwarded is not None
    assert forwarded.forward_origin is not None


async def test_the_bot_can_read_what_people_send(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    await ann.sends_photo(png(20, 10), caption="/start me")
    await ann.sends_document(INVITE, "visit.ics")
    await ann.sends_voice(b"voice")
    await ann.sends_sticker()
    await ann.sends_location(52.5, 13.4)

    messages = [update.message for update in await bot.get_updates()]

    photo, document, voice, sticker, place = (message for message in messages if message)
    assert photo.caption_entities[0].type == "bot_command"
    assert document.document
    assert await (await document.document.get_file()).download_as_bytearray() == INVITE
    assert voice.voice
    assert sticker.sticker
    assert place.location


async def test_files_are_refused_for(bot: telegram.Bot, raw: Raw) -> None:
    photo = await bot.send_photo(ANN.id, png(4, 4))

    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(ANN.id, photo.photo[0].file_id)
    with pytest.raises(BadRequest, match="Wrong remote file identifier specified"):
        await bot.send_document(ANN.id, "nonsense")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ANN.id, b"no picture")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(ANN.id, png(100, 1))
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ANN.id, png(4, 4), caption="x" * 1025)
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("nonsense")
    assert "no document in the request" in await raw.refusal("sendDocument", chat_id=ANN.id)
    assert "failed to get HTTP URL" in await raw.refusal(
        "sendPhoto", chat_id=ANN.id, photo="https://a.org/x.png"
    )


async def test_a_caption_is_edited_and_a_text_is_not_there(bot: telegram.Bot) -> None:
    sent = await bot.send_photo(ANN.id, png(4, 4), caption="Before")

    edited = await bot.edit_message_caption(ANN.id, sent.message_id, caption="After")
    bare = await bot.edit_message_caption(ANN.id, sent.message_id)

    assert isinstance(edited, telegram.Message)
    assert isinstance(bare, telegram.Message)
    assert (edited.caption, bare.caption) == ("After", None)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", ANN.id, sent.message_id)
    with pytest.raises(BadRequest, match="Media_caption_too_long"):
        await bot.edit_message_caption(ANN.id, sent.message_id, caption="x" * 1025)


async def test_a_copy_may_get_another_caption(bot: telegram.Bot, ann: ScriptedPerson) -> None:
    sent = await bot.send_photo(ANN.id, png(4, 4), caption="Before")

    await bot.copy_message(ANN.id, ANN.id, sent.message_id, caption="After")

    assert ann.last
    assert ann.last["caption"] == "After"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(3, 5), (3, 5)),
        (b"GIF89a" + struct.pack("<HH", 3, 5), (3, 5)),
        (b"\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x0b\x08" + struct.pack(">HH", 5, 3), (3, 5)),
        (b"RIFF....WEBPVP8X" + b"." * 8 + b"\2\0\0\4\0\0", (3, 5)),
        (b"RIFF....WEBPVP8L" + b"." * 5 + struct.pack("<I", 2 | 4 << 14), (3, 5)),
        (b"RIFF....WEBPVP8 " + b"." * 10 + struct.pack("<HH", 3, 5), (3, 5)),
        (b"%PDF-1.7", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8", None),
    ],
)
def test_the_size_of_a_picture_is_in_its_first_bytes(
    content: bytes, size: tuple[int, int] | None
) -> None:
    assert dimensions(content) == size
