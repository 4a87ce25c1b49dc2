"""What survives a restart of the program in its folder: everything."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.programs import Program, started


async def test_a_restart_changes_nothing(desk: Desk, program: Program) -> None:
    page = desk.page.url
    await desk.customer.start()
    await desk.customer.tap("Book an appointment")
    await desk.customer.sees("Who would you like to see?")
    await desk.move("1h")
    await expect(desk.moved).to_have_text("moved by +1 h")
    chat, time = await desk.customer.texts(), await desk.clock()

    await desk.page.goto("about:blank")  # it would say in the console that the line broke
    assert await program.stop() == 0
    async with started(program.place) as again:
        await again.ready()
        await desk.open(page)
        await desk.customer.sees("Who would you like to see?")
        assert await desk.customer.texts() == chat
        assert await desk.clock() >= time
        await expect(desk.moved).to_have_text("moved by +1 h")
        await desk.customer.tap("Ratna")
        await desk.customer.sees("Which service?")
        await desk.page.goto("about:blank")
