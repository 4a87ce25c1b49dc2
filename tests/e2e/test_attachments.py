"""Topic, files and another time: said before booking, read by the provider; nothing is lost."""

import pytest

from bot.sandbox import ScriptedPerson
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK, books, reviews
from tests.sandbox.pictures import png

PDF = b"%PDF-1.7\n"
MEBIBYTE = 1024 * 1024


async def attaches(person: ScriptedPerson, *names: str) -> None:
    """To the review, and these documents, each with a content of its own."""
    await reviews(person, "Colouring")
    await person.taps("Attach files")
    await person.sees("Nothing is attached yet")
    for name in names:
        sent = await person.sends_document(PDF + name.encode(), name)
        await person.sees(name, after=sent)


async def test_a_topic_is_read_by_the_provider(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a topic")
    await world.maya.sends("Wedding <b>hair</b>")
    await world.maya.sees("🏷 Wedding <b>hair</b>")

    await world.maya.taps(BOOK)

    told = await world.ayu.sees("New booking")
    assert "🏷 Wedding <b>hair</b>" in told["text"]


async def test_a_topic_that_is_too_long_is_refused_and_can_be_written_again(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a topic")
    await world.maya.sends("hair " * 40)

    await world.maya.sees("up to 80 fit")
    await world.maya.sends("Hair")
    await world.maya.sees("🏷 Hair")
    await world.maya.taps("Change the topic")
    await world.maya.taps("Remove the topic")
    review = await world.maya.sees("Please check")
    assert "🏷" not in review["text"]


async def test_files_follow_the_request_and_come_again_when_asked_for(world: World) -> None:
    await attaches(world.maya, "before.pdf")
    await world.maya.sends_document(PDF, "after.pdf", "what I have in mind")
    await world.maya.sends_photo(png(40, 30), "my hair today")
    await world.maya.sees("3. Photo")
    await world.maya.taps("✅ Done")
    await world.maya.sees("📎 3 files")
    await world.maya.taps(BOOK)

    request = await world.ayu.sees("New request")
    photo = await world.ayu.sees("my hair today", after=request)
    assert "photo" in photo
    document = await world.ayu.sees("what I have in mind", after=request)
    assert document["document"]["file_name"] == "after.pdf"

    await world.ayu.taps("Files (3)", message=request)
    again = await world.ayu.sees("what I have in mind", after=document)
    card = await world.ayu.sees("📎 3 files", after=again)
    assert "Files (3)" in str(world.ayu.buttons(card))
    assert "✅ Confirm" in str(world.ayu.buttons(card))


async def test_an_album_is_answered_as_one(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Attach files")
    photos = [await world.maya.sends_photo(png(40 + each, 30), album="42") for each in range(10)]

    await world.maya.sees("10. Photo")

    answers = [
        message
        for message in world.maya.messages
        if message["from"]["is_bot"] and message["message_id"] > photos[0]["message_id"]
    ]
    assert len(answers) == 1


async def test_an_eleventh_file_is_refused_and_the_ten_are_kept(world: World) -> None:
    await attaches(world.maya, *(f"page-{each}.pdf" for each in range(10)))

    await world.maya.sends_document(PDF, "page-10.pdf")

    refused = await world.maya.sees("You have attached 10 files already")
    assert "10. page-9.pdf" in refused["text"]
    await world.maya.taps("🗑 1. page-0.pdf")
    await world.maya.sees("9. page-9.pdf")
    sent = await world.maya.sends_document(PDF, "page-10.pdf")
    await world.maya.sees("10. page-10.pdf", after=sent)


async def test_a_file_of_six_megabytes_is_refused_and_the_others_are_kept(world: World) -> None:
    await attaches(world.maya, "small.pdf")

    await world.maya.sends_document(b"x" * (6 * MEBIBYTE), "large.pdf")

    refused = await world.maya.sees("“large.pdf” has 6 MB; up to 5 MB fit")
    assert "1. small.pdf" in refused["text"]
    assert "2." not in refused["text"]


@pytest.mark.parametrize("name", ["setup.exe", "page.html", "song.mp3", "cute.svg", "no-ending"])
async def test_a_file_of_a_wrong_type_is_refused_by_name(world: World, name: str) -> None:
    await attaches(world.maya, "small.pdf")

    await world.maya.sends_document(b"MZ", name)

    refused = await world.maya.sees(f"I cannot take “{name}”")
    assert "1. small.pdf" in refused["text"]


async def test_what_is_no_file_is_steered_back(world: World) -> None:
    await attaches(world.maya, "small.pdf")

    for sending in (world.maya.sends("here it is"), world.maya.sends_sticker()):
        sent = await sending
        back = await world.maya.sees("I can attach photos and documents only", after=sent)
        assert "1. small.pdf" in back["text"]


async def test_the_same_file_is_kept_once(world: World) -> None:
    await attaches(world.maya, "small.pdf")

    sent = await world.maya.sends_document(PDF + b"small.pdf", "copy.pdf")

    shown = await world.maya.sees("1. small.pdf", after=sent)
    assert "2." not in shown["text"]


async def test_files_sent_at_another_step_are_kept_and_so_is_the_step(world: World) -> None:
    await world.maya.sends("/book")
    await world.maya.taps("Ayu")
    early = await world.maya.sends_document(PDF, "early.pdf")
    await world.maya.sees("That makes 1 file", after=early)
    await world.maya.taps("Colouring")
    await world.maya.taps("⚡")
    await world.maya.taps("Add a note")
    late = await world.maya.sends_photo(png(40, 30))
    await world.maya.sees("A note for Ayu", after=late)
    await world.maya.sends("then words")

    review = await world.maya.sees("📝 then words")
    assert "📎 2 files" in review["text"]


async def test_files_survive_the_choice_of_another_time(world: World) -> None:
    await attaches(world.maya, "small.pdf")
    await world.maya.taps("✅ Done")
    await world.maya.taps("Back")
    await world.maya.taps("16:00")

    review = await world.maya.sees("Please check")
    assert "📎 1 file" in review["text"]


async def test_another_time_that_would_do_is_told_to_the_provider(world: World) -> None:
    await reviews(world.maya, "Colouring")
    await world.maya.taps("Another time would do, too")
    await world.maya.sees("which other time would you take")
    await world.maya.taps("9")
    await world.maya.taps("10:00")
    await world.maya.sees("Would do, too: Wed 9 Dec, 10:00")

    await world.maya.taps(BOOK)

    request = await world.ayu.sees("New request")
    assert "🗓 Would also come: Wed 9 Dec, 10:00" in request["text"]


async def test_nobody_else_gets_the_files(world: World) -> None:
    await attaches(world.maya, "small.pdf")
    await world.maya.taps("✅ Done")
    await world.maya.taps(BOOK)
    request = await world.ayu.sees("New request")
    data = next(
        button["callback_data"]
        for row in request["reply_markup"]["inline_keyboard"]
        for button in row
        if "Files" in button["text"]
    )

    for stranger in (world.maya, world.sam):
        await stranger.sends("/start")
        page = await stranger.finds("Book an appointment")
        answer = await stranger.taps_data(data, message=page)
        assert answer.text == "I cannot find that any more."


async def test_a_booking_without_anything_takes_five_taps_as_ever(world: World) -> None:
    await books(world.maya)

    await world.maya.sees("Your booking is confirmed")
    booked = await world.ayu.sees("New booking")
    assert "📎" not in str(world.ayu.buttons(booked))
