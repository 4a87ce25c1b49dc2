"""Materials after a session: files that the customer gets with the notes."""

from bot.views import taps
from domain.notices import Side
from tests.e2e.conftest import World
from tests.e2e.test_sessions import completed
from tests.sandbox.pictures import png

PDF = b"%PDF-1.7\n"


async def attaches(world: World) -> None:
    """A plan and a photo."""
    await completed(world)
    await world.ayu.taps("Materials")
    await world.ayu.sees("You can also send photos and documents here")
    await world.ayu.sends_document(PDF, "plan.pdf", "what to do at home")
    await world.ayu.sees("1. plan.pdf")
    await world.ayu.sends_photo(png(40, 30))
    await world.ayu.sees("2. Photo")


async def test_materials_come_with_the_notes_and_again_when_asked_for(world: World) -> None:
    await attaches(world)
    assert not any("document" in each for each in world.maya.messages)
    await world.ayu.taps("✅ Done")
    page = await world.ayu.sees("📎 2 files")
    assert "✅ 📎 Materials" in world.ayu.buttons(page)
    await world.ayu.taps("Send to the customer")

    notes = await world.maya.sees("Notes from Ayu")
    assert "📎 2 files" in notes["text"]
    document = await world.maya.sees("what to do at home", after=notes)
    assert document["document"]["file_name"] == "plan.pdf"
    await world.maya.taps("Files (2)", message=notes)
    await world.maya.sees("what to do at home", after=document)


async def test_what_is_no_document_is_refused_and_nothing_is_lost(world: World) -> None:
    await attaches(world)
    await world.ayu.sends_document(b"MZ", "setup.exe")
    await world.ayu.sees("setup.exe")
    await world.ayu.sends_document(PDF + b"0" * 6 * 1024 * 1024, "large.pdf")
    await world.ayu.sees("5 MB")

    for number in range(3, 11):
        await world.ayu.sends_document(PDF + bytes([number]), f"{number}.pdf")
        await world.ayu.sees(f"{number}. {number}.pdf")
    await world.ayu.sends_document(PDF + b"11", "11.pdf")
    await world.ayu.sees("10 files")

    page = await world.ayu.sees("10. 10.pdf")
    assert "1. plan.pdf" in page["text"]


async def test_a_file_is_taken_away_again(world: World) -> None:
    await attaches(world)

    await world.ayu.taps("🗑 1. plan.pdf")

    page = await world.ayu.sees("1. Photo")
    assert "plan.pdf" not in page["text"]


async def test_materials_are_for_the_two_alone(world: World) -> None:
    await attaches(world)

    for forged in (
        taps.ShowMaterials(1, Side.PROVIDER),
        taps.ShowMaterials(1, Side.CUSTOMER),
        taps.DropMaterial(1, 0),
    ):
        answer = await world.sam.taps_data(forged.pack())
        assert answer.show_alert
    unsent = await world.maya.taps_data(taps.ShowMaterials(1, Side.CUSTOMER).pack())
    assert unsent.show_alert
    beyond = await world.ayu.taps_data(taps.DropMaterial(1, 7).pack())
    assert beyond.show_alert


async def test_files_belong_under_materials(world: World) -> None:
    await completed(world)
    await world.ayu.taps("Topics")
    await world.ayu.sends_photo(png(40, 30))

    await world.ayu.sees("Please write it as a message")
