"""The session room: all that can be said in it, both ways, and nothing that tells who it is."""

from collections.abc import Awaitable, Callable

import pytest

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json
from domain.notices import Side
from tests.e2e.conftest import World
from tests.e2e.rooming import both_are_in, comes_in, is_booked, labels, room_opens
from tests.sandbox.pictures import png

Send = Callable[[ScriptedPerson], Awaitable[Json]]
SORTS: dict[str, Send] = {
    "photo": lambda person: person.sends_photo(png(40, 30), "Look: here"),
    "document": lambda person: person.sends_document(b"words", "letter.txt", "My letter"),
    "voice": lambda person: person.sends_voice(b"OggS"),
    "audio": lambda person: person.sends_audio(b"ID3", "A song"),
    "video": lambda person: person.sends_video(b"mp4", "Moving"),
    "video_note": lambda person: person.sends_video_note(b"mp4"),
    "animation": lambda person: person.sends_animation(b"mp4", "Funny"),
    "sticker": lambda person: person.sends_sticker(),
    "location": lambda person: person.sends_location(1.5, 103.8),
}


@pytest.mark.parametrize("side", Side)
async def test_a_text_goes_to_the_other_side_with_its_formatting(world: World, side: Side) -> None:
    await both_are_in(world)
    writer, reader = (world.maya, world.ayu) if side is Side.CUSTOMER else (world.ayu, world.maya)
    bold = {"type": "bold", "offset": 6, "length": 5}
    link = {"type": "text_link", "offset": 12, "length": 4, "url": "https://example.org/"}

    await writer.sends("Hello there book", entities=[bold, link])

    got = await reader.sees("Hello there book")
    assert got["text"] == "Hello there book"
    assert got["entities"] == [bold, link]
    assert labels(got) == []
    assert got["from"]["is_bot"]
    assert "forward_origin" not in got


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("sort", SORTS)
async def test_every_sort_of_message_goes_to_the_other_side(
    world: World, sort: str, side: Side
) -> None:
    await both_are_in(world)
    writer, reader = (world.maya, world.ayu) if side is Side.CUSTOMER else (world.ayu, world.maya)

    sent = await SORTS[sort](writer)

    got = await reader.gets(sort)
    assert got.get("caption") == sent.get("caption")
    if sort == "location":
        assert got["location"] == sent["location"]
    elif sort == "photo":
        assert got["photo"][-1]["file_id"] == sent["photo"][-1]["file_id"]
    else:
        assert got[sort]["file_id"] == sent[sort]["file_id"]


async def test_who_is_elsewhere_is_told_who_it_is_from_and_how_to_come_in(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await comes_in(world.maya, Side.CUSTOMER)

    await world.maya.sends("Are you there?")

    got = await world.ayu.sees("Are you there?")
    assert got["text"] == "💬 Maya · Talk, Tue 1 Dec, 15:30\nAre you there?"
    await world.ayu.taps("Open the room", message=got)
    await world.ayu.sees("You are in the room with Maya")
    await world.ayu.sends("Here I am")
    plain = await world.maya.sees("Here I am")
    assert plain["text"] == "Here I am"


async def test_a_file_for_whoever_is_elsewhere_has_the_line_in_its_caption(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await comes_in(world.ayu, Side.PROVIDER)

    await world.ayu.sends_photo(png(40, 30), "The plan")
    await world.ayu.sends_sticker()

    photo = await world.maya.sees("The plan")
    assert photo["caption"] == "💬 Ayu · Talk, Tue 1 Dec, 15:30\nThe plan"
    sticker = await world.maya.gets("sticker")
    assert labels(sticker) == ["💬 Open the room"]
