"""Whatever is written, sent or tapped: answered in words, nothing lost, nothing revealed."""

import random

import pytest

from bot.sandbox import Answer, ScriptedPerson
from bot.views import taps
from bot.views.taps import CancelReason
from domain.bookings import Status
from domain.notices import Side
from tests.e2e.conftest import HOUR, World
from tests.e2e.steps import BOOK, books, callback, reviews

LONGEST = "a long story " * 315  # 4,095 characters, the most a message holds
STEPS = [
    ("Who would you like", []),
    ("Which service", ["Ayu"]),
    ("Choose a day", ["Ayu", "Haircut"]),
    ("times are free", ["Ayu", "Haircut", "8"]),
    ("Please check", ["Ayu", "Haircut", "⚡"]),
]


async def goes(person: ScriptedPerson, labels: list[str]) -> None:
    await person.sends("/book")
    for label in labels:
        await person.taps(label)


@pytest.mark.parametrize(("step", "labels"), STEPS)
async def test_words_where_taps_are_wanted_lead_back_to_the_step(
    world: World, step: str, labels: list[str]
) -> None:
    await goes(world.maya, labels)
    await world.maya.sees(step)

    said = await world.maya.sends("<b>tomorrow</b> مرحبا &amp;")

    await world.maya.sees("Please choose with the buttons", after=said)
    await world.maya.sees(step, after=said)


@pytest.mark.parametrize(("step", "labels"), STEPS)
async def test_pictures_and_such_lead_back_to_the_step(
    world: World, step: str, labels: list[str]
) -> None:
    await goes(world.maya, labels)
    await world.maya.sees(step)

    for sending in (
        world.maya.sends_sticker(),
        world.maya.sends_contact(),
        world.maya.sends_location(-6.2, 106.8),
        world.maya.sends_document(b"%PDF-", "x.pdf"),
    ):
        sent = await sending
        await world.maya.sees(step, after=sent)


async def test_a_note_may_be_anything_that_is_written(world: World) -> None:
    note = "<b>knee</b> & ركبة </i> <script>alert(1)</script>"
    await reviews(world.maya)
    await world.maya.taps("Add a note")
    await world.maya.sends(note)

    shown = await world.maya.sees("📝")

    assert note in shown["text"]
    await world.maya.taps(BOOK)
    told = await world.ayu.sees("New booking")
    assert note in told["text"]


async def test_a_note_that_is_too_long_is_refused_and_the_hold_stays(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a note")

    await world.maya.sends(LONGEST)

    refused = await world.maya.sees("Please shorten it")
    assert "up to 1000 fit" in refused["text"].replace(",", "")
    await world.maya.sends("short")
    await world.maya.sees("📝 short")
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")


async def test_a_sticker_is_no_note(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a note")

    await world.maya.sends_sticker()

    await world.maya.sees("I can only keep words as a note")
    await world.maya.sends("then words")
    await world.maya.sees("📝 then words")


async def test_out_of_the_blue_words_show_the_start_page(world: World) -> None:
    await world.maya.sends("hello?")

    await world.maya.sees("I did not understand that")
    assert any("Book an appointment" in label for label in world.maya.buttons())


async def test_an_unknown_command_is_not_met_with_silence(world: World) -> None:
    await world.maya.sends("/frobnicate")

    await world.maya.sees("I did not understand that")


async def test_a_second_tap_on_the_last_button_books_nothing_twice(world: World) -> None:
    await reviews(world.maya)
    review = await world.maya.sees("Please check")
    data = callback(review, "✅ Book")

    first = await world.maya.taps_data(data, message=review)
    second = await world.maya.taps_data(data, message=review)

    assert (first.text, second.text) == (None, "This one is booked already.")
    async with world.store.transaction() as tx:
        person = await tx.people.by_telegram(world.maya.id)
        assert person is not None
        assert await tx.bookings.count_upcoming(person.id, world.clock.now()) == 1


async def test_buttons_of_an_earlier_flow_are_out_of_date(world: World) -> None:
    await goes(world.maya, ["Ayu", "Haircut"])
    days = await world.maya.sees("Choose a day")
    data = callback(days, "⚡")
    await world.maya.sends("/book")
    await world.maya.sees("Who would you like", after=days)

    answer = await world.maya.taps_data(data, message=days)

    assert answer.text == "This menu is out of date. Here is the current one."
    await world.maya.sees("Who would you like", message=days)


async def test_a_tap_under_a_message_that_is_gone_is_answered(world: World) -> None:
    await world.maya.sends("/start")
    first = await world.maya.sees("Hello Maya")

    answer = await world.maya.taps_data(taps.Home().pack(), message=99_999)

    assert answer.text is None
    await world.maya.sees("Hello Maya", after=first)


async def test_somebody_elses_booking_is_not_found(world: World) -> None:
    await books(world.maya)
    await world.maya.sees("Your booking is confirmed")
    booking_id = await _only_booking(world)
    await world.layla.sends("/start")
    await world.layla.sees("أهلًا")
    forged = [
        taps.ShowBooking(booking_id, Side.CUSTOMER),
        taps.ShowBooking(booking_id, Side.PROVIDER),
        taps.AskCancel(booking_id, Side.CUSTOMER),
        taps.CancelFor(booking_id, Side.CUSTOMER, CancelReason.PLANS),
        taps.CancelFor(booking_id, Side.PROVIDER, CancelReason.PLANS),
        taps.Confirm(booking_id),
        taps.Accept(booking_id, world.clock.now()),
        taps.WillCome(booking_id, Side.PROVIDER),
        taps.ShowBooking(2**62, Side.CUSTOMER),
    ]

    answers = [await world.layla.taps_data(button.pack()) for button in forged]

    assert {answer.text for answer in answers} == {"لم أعد أجد ذلك."}
    assert all(answer.show_alert for answer in answers)
    async with world.store.transaction() as tx:
        assert (await tx.bookings.get(booking_id)).status is Status.CONFIRMED
    assert "Maya" not in world.layla.screen()


async def test_a_button_of_what_is_off_draws_the_booking_as_it_is(world: World) -> None:
    await books(world.maya, "Colouring")
    request = await world.ayu.sees("New request")
    data = callback(request, "Confirm")
    await world.maya.taps("Cancel booking")
    await world.maya.taps("My plans changed")
    await world.ayu.sees("Maya has cancelled")

    answer = await world.ayu.taps_data(data, message=request)

    assert answer.text == "That is no longer possible: ❌ Cancelled."
    shown = await world.ayu.sees("Reason: My plans changed", message=request)
    assert not any("Confirm" in label for label in world.ayu.buttons(shown))


async def test_random_bytes_are_out_of_date(world: World) -> None:
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    dice = random.Random(7)  # noqa: S311  # the same ones every time

    answers: list[Answer] = []
    for _ in range(20):
        data = "".join(chr(dice.randrange(32, 127)) for _ in range(64))
        answers.append(await world.maya.taps_data(data))

    assert {answer.text for answer in answers} == {
        "This menu is out of date. Here is the current one."
    }


async def test_who_is_slower_gets_the_nearest_times_and_keeps_the_note(world: World) -> None:
    await goes(world.maya, ["Ayu", "Haircut"])
    days = await world.maya.sees("Choose a day")
    await reviews_in_arabic(world.layla)

    answer = await world.maya.taps_data(callback(days, "⚡"), message=days)

    assert answer.text == "That time has just been taken."
    assert answer.show_alert
    offered = await world.maya.sees("These times nearby are still free")
    assert "16:00" in world.maya.buttons(offered)[0]
    await world.maya.taps("16:00")
    await world.maya.sees("Please check")


async def test_a_lost_hold_offers_other_times_and_keeps_the_note(world: World) -> None:
    await reviews(world.maya)
    await world.maya.taps("Add a note")
    await world.maya.sends("my knee")
    review = await world.maya.sees("📝 my knee")
    data = callback(review, "✅ Book")
    world.clock.advance(HOUR / 10)  # six minutes; the hold was for five
    await reviews_in_arabic(world.layla)

    await world.maya.taps_data(data, message=review)

    await world.maya.sees("Your note is kept")
    await world.maya.taps("16:00")
    await world.maya.sees("📝 my knee")


async def test_leaving_gives_the_time_back(world: World) -> None:
    await reviews(world.maya)
    answer = await world.maya.taps("✕ Cancel")

    assert answer is not None
    assert answer.text == "All right, nothing was booked."
    await reviews_in_arabic(world.layla)
    assert "15:30" in world.layla.screen()


async def test_back_leads_through_every_step(world: World) -> None:
    await goes(world.maya, ["Ayu", "Haircut", "8", "09:00"])
    await world.maya.sees("Please check")

    for step in ("times are free", "Choose a day", "Which service", "Who would you like"):
        await world.maya.taps("‹ Back")
        await world.maya.sees(step)


async def reviews_in_arabic(person: ScriptedPerson) -> None:
    await person.sends("/book")
    await person.taps("Ayu")
    await person.taps("Haircut")
    await person.taps("⚡")
    await person.sees("نرجو المراجعة")


async def _only_booking(world: World) -> int:
    async with world.store.transaction() as tx:
        person = await tx.people.by_telegram(world.maya.id)
        assert person is not None
        [booking] = await tx.bookings.upcoming(person.id, world.clock.now(), 10, 0)
        return booking.id
