"""Links that a provider gives to customers."""

from tests.e2e.conftest import World
from tests.e2e.steps import BOOK
from tests.e2e.test_services import makes


def start_of(link: str) -> str:
    """What Telegram sends when somebody follows the link."""
    return f"/start {link.partition('?start=')[2]}"


def copied(world: World) -> str:
    """What the copy key of Ayu's screen copies."""
    rows = (world.ayu.last or {})["reply_markup"]["inline_keyboard"]
    return next(str(key["copy_text"]["text"]) for row in rows for key in row if "copy_text" in key)


async def test_a_provider_s_link_leads_to_their_services(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Share")
    page = await world.ayu.sees("Share Ayu")
    link = copied(world)
    assert link in page["text"]
    assert link.startswith("https://t.me/")

    await world.maya.sends(start_of(link))

    await world.maya.sees("Ayu · Salon")
    await world.maya.taps("Haircut")
    await world.maya.taps("⚡")
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")


async def test_a_service_s_link_leads_to_its_days(world: World) -> None:
    await makes(world)
    await world.ayu.taps("Share")
    await world.ayu.sees("Share Beard trim with Ayu")

    await world.maya.sends(start_of(copied(world)))

    await world.maya.sees("Beard trim with Ayu")
    await world.maya.sees("Choose a day")


async def test_the_link_is_sent_on_with_a_word_to_it(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Share")

    answer = await world.ayu.taps("Send to a chat")

    assert answer is not None
    assert (answer.url or "").startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")
    assert "text=Book+Ayu+here" in (answer.url or "")


async def test_the_code_is_a_picture_that_stays_above_the_screen(world: World) -> None:
    await world.ayu.sends("/provider")
    await world.ayu.taps("Share")
    await world.ayu.sees("Share Ayu")
    link = copied(world)

    await world.ayu.taps("QR code")

    picture = await world.ayu.sees("scan to book")
    page = await world.ayu.sees("Share Ayu", after=picture)
    assert picture["photo"]
    assert link in picture["caption"]
    assert "Back" not in world.ayu.buttons(page)
    await world.ayu.taps("Workspace")
    await world.ayu.sees("Ayu · Salon", message=page)


async def test_a_paused_service_says_so_where_it_is_shared(world: World) -> None:
    await makes(world)
    await world.ayu.taps("Pause")

    await world.ayu.taps("Share")

    await world.ayu.sees("This service is paused.")
    await world.maya.sends(start_of(copied(world)))
    await world.maya.sees("This cannot be booked at the moment")
