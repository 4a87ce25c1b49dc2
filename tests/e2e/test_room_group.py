"""The room of a group: the provider speaks to all, and nobody else is seen by anybody."""

from bot.sandbox.objects import Json
from bot.usecases import keeping
from bot.views import taps
from domain.notices import Side
from tests import build
from tests.e2e.conftest import LAYLA, MAYA, World
from tests.e2e.rooming import all_arrived, comes_in, is_booked, room_opens
from tests.e2e.steps import books


async def meets(world: World) -> Json:
    """Maya and Layla have a seat each in Ayu's talk, and all three are in its room."""
    await is_booked(world, seats=3)
    await world.layla.sends("/start")
    await world.layla.sees("ليلى")
    async with world.store.transaction() as tx:
        first, layla = await tx.bookings.get(1), await tx.people.by_telegram(LAYLA)
        assert layla is not None
        provider = await tx.providers.get(first.provider_id)
        offer = build.Offer(provider, (await tx.providers.services(provider.id))[0])
        await build.booking(tx, offer, layla, first.start, world.clock.now())
    await room_opens(world)
    await comes_in(world.maya, Side.CUSTOMER, 1)
    await world.layla.taps_data(taps.OpenRoom(2, Side.CUSTOMER).pack())
    await world.ayu.taps_data(taps.OpenRoom(1, Side.PROVIDER).pack())
    return await world.ayu.sees("You are in the room of your group")


async def calls_off(world: World, telegram_id: int, booking_id: int) -> None:
    async with world.store.transaction() as tx:
        person, now = await tx.people.by_telegram(telegram_id), world.clock.now()
        assert person is not None
        await keeping.cancel(tx, person, booking_id, Side.CUSTOMER, "", now)


async def test_the_provider_speaks_to_all_and_hears_each_by_name(world: World) -> None:
    await meets(world)

    await world.ayu.sends("Welcome all")
    await world.maya.sees("Welcome all")
    await world.layla.sees("Welcome all")
    await world.maya.sends("Thank you")

    got = await world.ayu.sees("Thank you")
    assert got["text"] == "👤 Maya\nThank you"
    await world.layla.sends("Me too")
    await world.ayu.sees("Me too")
    assert not any("Thank you" in str(each) for each in world.layla.messages)
    assert not any("Maya" in str(each.get("text")) for each in world.layla.messages)
    assert not any("ليلى" in str(each.get("text")) for each in world.maya.messages)


async def test_a_reply_of_the_provider_goes_to_one_alone(world: World) -> None:
    await meets(world)
    await world.layla.sends("A question")
    asked = await world.ayu.sees("A question")
    await all_arrived(world)

    await world.ayu.sends("For you alone", reply_to=asked)
    await world.ayu.sends("For all")

    got = await world.layla.sees("For you alone")
    assert got["reply_to_message"]["text"] == "A question"
    await world.maya.sees("For all")
    assert not any("For you alone" in str(each) for each in world.maya.messages)


async def test_the_provider_stays_when_the_one_through_whom_they_came_cancels(
    world: World,
) -> None:
    await meets(world)

    await calls_off(world, MAYA, 1)
    await world.maya.sees("The room with Ayu is closed")
    await world.layla.sends("Still here?")
    await world.ayu.sees("Still here?")
    await world.ayu.sends("I am")
    await world.layla.sees("I am")
    assert not any(each.get("text") == "I am" for each in world.maya.messages)

    answer = await world.ayu.taps_data(taps.LeaveRoom(1, Side.PROVIDER).pack())
    assert answer is not None
    assert answer.text == "You have left the room."


async def test_the_room_closes_when_nobody_of_the_group_is_left(world: World) -> None:
    await meets(world)

    await calls_off(world, MAYA, 1)
    await calls_off(world, LAYLA, 2)

    await world.ayu.sees("The room of your group is closed")


async def test_a_participant_saves_their_own_part_of_the_talk(world: World) -> None:
    await meets(world)
    await world.layla.sends("Mine")
    await world.ayu.sees("Mine")
    await world.maya.sends("Hers")
    await world.ayu.sees("Hers")
    await world.ayu.sends("Both")
    await world.maya.sees("Both")

    await world.maya.taps_data(taps.SaveTranscript(1, Side.CUSTOMER).pack())
    await world.ayu.taps_data(taps.SaveTranscript(1, Side.PROVIDER).pack())

    hers = await world.maya.gets("document")
    page = world.sandbox.content(hers["document"]["file_id"]).decode()
    assert "Hers" in page
    assert "Both" in page
    assert "Mine" not in page
    assert "ليلى" not in page
    whole = await world.ayu.gets("document")
    page = world.sandbox.content(whole["document"]["file_id"]).decode()
    assert all(words in page for words in ("Hers", "Both", "Mine", "ليلى"))


async def test_who_has_blocked_the_provider_is_left_out(world: World) -> None:
    await meets(world)
    await world.maya.taps_data(taps.Block(1, Side.CUSTOMER).pack())

    await world.ayu.sends("Welcome all")

    await world.layla.sees("Welcome all")
    assert not any("Welcome" in str(each) for each in world.maya.messages)


async def test_nobody_writes_to_a_walk_in(world: World) -> None:
    await books(world.maya)
    await world.ayu.sees("New booking")
    async with world.store.transaction() as tx:
        booking = await tx.bookings.get(1)
        walk_in = await tx.people.walk_in("Sari", "+62 812", "en")
        provider = await tx.providers.get(booking.provider_id)
        offer = build.Offer(provider, (await tx.providers.services(provider.id))[0])
        theirs = await build.booking(tx, offer, walk_in, booking.during.end, world.clock.now())

    await world.ayu.taps_data(taps.ShowBooking(theirs.id, Side.PROVIDER).pack())

    await world.ayu.sees("Sari")
    assert not any("Send a message" in label for label in world.ayu.buttons())
    refused = await world.ayu.taps_data(taps.WriteOnce(theirs.id, Side.PROVIDER).pack())
    assert "Sari cannot be reached" in str(refused.text)
