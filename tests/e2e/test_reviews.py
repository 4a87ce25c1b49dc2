"""After a session: the customer is asked, the provider is told, and both can book or do more."""

import re
from datetime import timedelta
from typing import Any

from bot.views import taps
from tests.e2e.afterwards import meets, opens_card
from tests.e2e.conftest import World
from tests.e2e.steps import BOOK, books, labels

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ASKED = "How was it with Ayu?"


async def asked(world: World) -> dict[str, Any]:
    await meets(world, world.maya)
    world.clock.advance(10 * MINUTE)
    return await world.maya.sees(ASKED)


async def test_the_customer_is_asked_ten_minutes_after_the_session(world: World) -> None:
    await meets(world, world.maya)
    world.clock.advance(9 * MINUTE)
    await world.maya.sends("/start")
    await world.maya.sees("Hello Maya")
    assert ASKED not in world.maya.screen()

    world.clock.advance(MINUTE)

    question = await world.maya.sees(ASKED)
    assert labels(question) == ["1 ★", "2 ★", "3 ★", "4 ★", "5 ★", "🔁 Book again"]


async def test_stars_with_words_reach_the_provider_at_once(world: World) -> None:
    await asked(world)

    await world.maya.taps("4 ★")
    thanks = await world.maya.sees("Your review")
    assert "You can change it until Tue 8 Dec" in thanks["text"]
    await world.maya.taps("Add a few words")
    await world.maya.sends("Lovely & <quick>")

    await world.maya.sees("★★★★☆ “Lovely & <quick>”")
    told = await world.ayu.sees("★★★★☆ from Maya: “Lovely & <quick>”")
    assert "Haircut with Ayu" in told["text"]
    world.clock.advance(10 * MINUTE)
    await world.ayu.sends("/start")
    await world.ayu.sees("Hello Ayu")
    reviews = [each for each in world.ayu.messages if "from Maya" in each.get("text", "")]
    assert len(reviews) == 1


async def test_stars_alone_are_told_a_little_later(world: World) -> None:
    await asked(world)
    await world.maya.taps("5 ★")
    await world.maya.sees("Your review")

    world.clock.advance(5 * MINUTE)

    await world.ayu.sees("★★★★★ from Maya")


async def test_who_has_said_how_it_was_is_not_asked(world: World) -> None:
    await meets(world, world.maya)
    await world.maya.sends("/mybookings")
    await world.maya.taps("Past")
    await world.maya.taps("Haircut")
    await world.maya.taps("5 ★")
    await world.maya.sees("Your review")

    world.clock.advance(10 * MINUTE)

    await world.ayu.sees("★★★★★ from Maya")
    assert ASKED not in world.maya.screen()


async def test_a_photo_in_place_of_words_is_steered_back(world: World) -> None:
    await asked(world)
    await world.maya.taps("4 ★")
    await world.maya.taps("Add a few words")

    await world.maya.sends_sticker()

    await world.maya.sees("I can only keep written words")
    await world.maya.sends("x" * 501)
    await world.maya.sees("501")
    await world.maya.sends("Fine")
    await world.maya.sees("★★★★☆ “Fine”")
    await world.maya.taps("Remove my words")
    page = await world.maya.finds("Add a few words")
    assert "Fine" not in page["text"]


async def test_a_review_is_changed_from_the_card_for_seven_days_and_then_fixed(
    world: World,
) -> None:
    question = await asked(world)
    await world.maya.taps("2 ★")
    await world.maya.taps("To the booking")
    card = await world.maya.sees("Your review: ★★☆☆☆")
    assert "⭐ My review" in labels(card)
    await world.maya.taps("My review")
    await world.maya.taps("5 ★")
    await world.maya.taps("To the booking")
    await world.maya.sees("Your review: ★★★★★")

    world.clock.advance(7 * DAY)
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    answer = await world.maya.taps_data(data)

    assert answer.show_alert
    assert "can be changed for 7 days" in str(answer.text)
    await world.maya.taps_data(taps.Blank(0).pack())  # what came before is done with then
    assert "Your review: ★★★★★" in world.maya.screen()
    assert "My review" not in world.maya.screen()


async def test_reviews_and_stars_of_others_are_refused(world: World) -> None:
    booking = await meets(world, world.maya)
    forged = [
        taps.GiveStars(booking.id, 1),
        taps.MyReview(booking.id),
        taps.WriteReview(booking.id),
        taps.DropReviewWords(booking.id),
        taps.AskParticipation(booking.id),
        taps.RateParticipation(booking.id, 1),
        taps.Again(booking.id),
        taps.AgainAt(booking.id, booking.start + DAY),
        taps.AskFollowUp(booking.id),
        taps.Reviews(booking.provider_id, 0),
        taps.FollowUps(booking.provider_id, 0),
    ]
    await world.sam.sends("/start")
    await world.sam.sees("Hello Sam")

    for button in forged:
        answer = await world.sam.taps_data(button.pack())
        assert answer.show_alert, button
    answer = await world.maya.taps_data(taps.GiveStars(booking.id, 9).pack())
    assert answer.show_alert


async def test_the_provider_reads_reviews_in_the_workspace(world: World) -> None:
    await asked(world)
    await world.maya.taps("4 ★")
    await world.maya.sees("Your review")

    await world.ayu.sends("/provider")
    await world.ayu.taps("Reviews")

    page = await world.ayu.sees("Reviews of Ayu")
    assert "★ 4.0 from one review" in page["text"]
    assert "Customers see the average once there are three" in page["text"]
    await world.ayu.taps("★★★★☆ Maya")
    await world.ayu.sees("Review: ★★★★☆")


async def test_customers_see_the_mean_of_three_and_not_of_two(world: World) -> None:
    for stars in (5, 4, 3):
        await world.sam.sends("/book")
        page = await world.sam.sees("Ayu")
        assert "★" not in page["text"]
        booking = await meets(world, world.maya)
        await world.maya.taps_data(taps.GiveStars(booking.id, stars).pack())
        await world.maya.sees("Your review")

    await world.sam.sends("/book")

    await world.sam.sees("★ 4.0 (3)")


async def test_the_provider_rates_how_the_customer_took_part(world: World) -> None:
    await meets(world, world.maya)
    await opens_card(world)
    await world.ayu.taps("Rate participation")
    await world.ayu.sees("Only providers of Salon see this")

    await world.ayu.taps("3 ★")

    await world.ayu.sees("Your rating of how they took part: ★★★☆☆")
    await world.ayu.sees("Participation: ★ 3.0 from one session")
    await world.maya.sends("/mybookings")
    await world.maya.taps("Past")
    await world.maya.taps("Haircut")
    card = await world.maya.sees("Completed")
    assert "articipation" not in card["text"]


async def test_the_same_is_booked_again_in_three_taps(world: World) -> None:
    await meets(world, world.maya)
    await world.maya.sends("/mybookings")
    await world.maya.taps("Past")
    await world.maya.taps("Haircut")
    card = await world.maya.sees("Completed")

    await world.maya.taps("Book again", message=card)
    times = await world.maya.sees("once more")
    assert labels(times)[:3] == ["Tue 8 Dec, 15:30", "Tue 15 Dec, 15:30", "Tue 22 Dec, 15:30"]
    await world.maya.taps("Tue 8 Dec, 15:30")
    await world.maya.taps(BOOK)

    confirmed = await world.maya.sees("Your booking is confirmed")
    assert confirmed


async def test_a_time_that_is_gone_leads_to_those_nearby(world: World) -> None:
    booking = await meets(world, world.maya)
    start = booking.start + 7 * DAY
    await world.maya.taps_data(taps.AgainAt(booking.id, start).pack())
    await world.maya.taps(BOOK)
    await world.maya.sees("Your booking is confirmed")

    await world.maya.taps_data(taps.AgainAt(booking.id, start).pack())

    await world.maya.sees("Somebody was a moment faster")


async def test_what_is_paused_is_not_booked_again(world: World) -> None:
    booking = await meets(world, world.maya)
    async with world.store.transaction() as tx:
        await tx.providers.pause(booking.provider_id, paused=True)

    answer = await world.maya.taps_data(taps.Again(booking.id).pack())

    assert answer.show_alert
    await world.maya.sees("Completed")


async def test_a_request_that_lapsed_comes_with_other_times(world: World) -> None:
    await books(world.maya, "Colouring")
    await world.ayu.sees("New request")

    world.clock.advance(12 * HOUR)

    sorry = await world.maya.sees("Ayu has not answered in time")
    assert "These times nearby are free" in sorry["text"]
    first = labels(sorry)[0]
    assert re.match(r"Wed 2 Dec, \d\d:\d\d", first)
    await world.maya.taps(first)
    await world.maya.taps(BOOK)
    await world.maya.sees("Your request is with Ayu")
