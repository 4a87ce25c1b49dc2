"""Other scripts, other directions, and signs that would mean something in HTML."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import BOOK, TO_REVIEW, Desk
from tests.programs import Program

ARABIC = re.compile("[\u0600-\u06ff]{3}")


@pytest.fixture
def program(common_program: Program) -> Program:
    return common_program


async def test_the_language_is_changed_by_taps_and_runs_from_right_to_left(desk: Desk) -> None:
    await desk.add("Huda")
    huda = desk.customer
    await huda.start()
    await huda.sees("Hello Huda!")

    await huda.tap("Settings", "Language", "العربية")
    await expect(huda.key("اللغة")).to_be_visible()
    await huda.tap("الصفحة الرئيسية", "حجز موعد", "Ratna", "استشارة طبيب")
    await huda.sees("اختر يومًا")

    text = huda.last.locator(".text")
    assert await _direction(text) == "rtl"
    assert await _ends_on_the_right(text)
    await expect(huda.last.locator(".meta")).to_be_visible()
    assert not [each for each in await huda.keys() if re.search("[A-Za-z]", each)]
    weeks = huda.last.locator(".keys-7")
    await expect(weeks.first).to_be_in_viewport()
    await expect(weeks.last).to_be_in_viewport()
    assert await weeks.first.locator(".key").all_inner_texts() == list("سجخرثنح")


async def test_a_person_who_arrives_in_arabic_is_met_in_arabic(desk: Desk) -> None:
    await desk.add("سعاد", "ar")

    await desk.customer.start()

    await desk.customer.sees("سعاد")
    await expect(desk.customer.last.locator(".text")).to_contain_text(ARABIC)
    assert await _direction(desk.customer.last.locator(".text")) == "rtl"


async def test_signs_of_html_are_signs(desk: Desk) -> None:
    name, note = "<b>x</b> & <i>", "<script>alert(1)</script> & <b>more</b>"
    await desk.add(name)
    zed, doctor = desk.customer, desk.provider
    await zed.start()
    await zed.sees(f"Hello {name}!")
    await zed.tap(*TO_REVIEW, "Add a note")
    await zed.sees("A note for")
    await zed.writes(note)
    await zed.sees(f"📝 {note}")
    await zed.tap(BOOK)

    await zed.sees("Your request is with")
    await doctor.sees(name)
    await doctor.sees(f"📝 {note}")
    await expect(desk.page.locator("#desk script")).to_have_count(0)


async def test_a_name_and_a_note_from_right_to_left_stay_in_their_places(desk: Desk) -> None:
    name, note = "رامي", "ركبتي تؤلمني منذ أسبوع، وأحتاج إلى موعد قريب (قبل 10:30)!"
    await desk.add(name)
    rami, doctor = desk.customer, desk.provider
    await rami.start()
    await rami.tap(*TO_REVIEW, "Add a note")
    await rami.sees("A note for")
    await rami.writes(note)
    await rami.tap(BOOK)
    await rami.sees("Your request is with")
    card = doctor.saying(name).last

    await expect(card).to_contain_text(note)
    assert await _direction(card.locator(".text")) == "ltr"
    text = await card.inner_text()
    assert text.index(name) < text.index(note) < text.index("Please answer by")
    assert await _gap_before(card.locator("strong", has_text=name)) < 40  # only its sign
    await desk.fits()


async def _direction(text: Locator) -> str:
    found: str = await text.evaluate("node => getComputedStyle(node).direction")
    return found


async def _ends_on_the_right(text: Locator) -> bool:
    """The first line touches the right edge of its bubble, not the left one."""
    found: bool = await text.evaluate("""node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const edge = node.getBoundingClientRect();
      const line = [...range.getClientRects()].filter(({ top }) => top < edge.top + 10);
      const right = Math.max(...line.map((part) => part.right));
      const left = Math.min(...line.map((part) => part.left));
      return edge.right - right < 3 && left - edge.left > 3;
    }""")
    return found


async def _gap_before(words: Locator) -> float:
    """How far from the left edge of the text these words begin, in pixels."""
    found: float = await words.evaluate("""node => {
      const edge = node.closest(".text").getBoundingClientRect();
      return node.getBoundingClientRect().left - edge.left;
    }""")
    return found
