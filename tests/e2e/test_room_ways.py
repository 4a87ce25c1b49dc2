"""Ways in and out of a session room, and what must not be mixed up meanwhile."""

from datetime import timedelta

from bot.views import taps
from domain.bookings import Role
from domain.notices import Side
from domain.rooms import Reason
from domain.services import Format
from tests import build
from tests.e2e.conftest import HOUR, LAYLA, World
from tests.e2e.rooming import (
    MINUTE,
    all_arrived,
    both_are_in,
    comes_in,
    is_booked,
    labels,
    offers_a_talk,
    room_opens,
)
from tests.e2e.steps import books
from tests.sandbox.pictures import png


async def test_the_banner_says_where_one_is_and_how_to_leave(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await world.maya.sends("/mybookings")
    await world.maya.taps("Talk")

    await world.maya.taps("Open the room")

    banner = await world.maya.sees("You are in the room with Ayu")
    assert "Talk · Tue 1 Dec, 15:30 (Jakarta time)" in banner["text"]
    assert "Open until Tue 1 Dec, 16:30 (Jakarta time)" in banner["text"]
    assert labels(banner)[0] == "🚪 Leave the room"
    await world.maya.taps("Leave the room")
    left = await world.maya.sees("You have left the room with Ayu")
    await world.maya.sends("Is anybody there?")
    await world.maya.sees("I did not understand", after=left)
    assert not any("anybody" in str(each) for each in world.ayu.messages)


async def test_commands_and_keys_work_in_the_room_and_going_home_leaves_it(world: World) -> None:
    await both_are_in(world)

    await world.maya.sends("/mybookings")
    await world.maya.sees("Your bookings")
    await world.maya.sends("Still here")
    await world.ayu.sees("Still here")
    await world.maya.sends("/start")

    await world.maya.sees("You have left the room with Ayu")
    assert not any("/start" in str(each) for each in world.ayu.messages)


async def test_too_early_one_learns_when_it_opens(world: World) -> None:
    await is_booked(world)

    answer = await world.maya.taps_data(taps.OpenRoom(1, Side.CUSTOMER).pack())

    assert answer.show_alert
    assert "The room opens Tue 1 Dec, 15:15" in str(answer.text)


async def test_a_talk_in_the_chat_begins_with_saying_that_one_is_there(world: World) -> None:
    await is_booked(world, format=Format.CHAT)
    world.clock.advance(26 * MINUTE)
    ready = await world.maya.sees("Talk begins in")

    await world.maya.taps("I am here", message=ready)

    await world.maya.sees("You are in the room with Ayu")
    await world.maya.sends("Hello")
    await world.ayu.sees("Hello")


async def test_who_talks_in_the_room_was_there_without_saying_so(world: World) -> None:
    await both_are_in(world)
    world.clock.advance(11 * MINUTE)
    await world.maya.sees("Talk begins in")

    await world.maya.sends("I am here already")
    await world.ayu.sees("I am here already")
    world.clock.advance(25 * MINUTE)

    async with world.store.transaction() as tx:
        assert Role.CUSTOMER in (await tx.bookings.get(1)).joined
    await world.ayu.taps_data(taps.ShowBooking(1, Side.PROVIDER).pack())
    await world.ayu.sees("Maya has been here since 15:27")
    assert not any("nobody could make it" in str(each) for each in world.maya.messages)


async def test_the_banner_says_whether_the_other_one_is_there(world: World) -> None:
    await is_booked(world)
    await room_opens(world)

    first = await comes_in(world.maya, Side.CUSTOMER)
    second = await comes_in(world.ayu, Side.PROVIDER)

    assert "Ayu is not in the room now" in first["text"]
    assert "Maya is in the room" in second["text"]


async def test_when_its_time_is_over_the_room_closes_for_both(world: World) -> None:
    await both_are_in(world)

    world.clock.advance(HOUR + 15 * MINUTE)

    closed = await world.maya.sees("The room with Ayu is closed")
    await world.ayu.sees("The room with Maya is closed")
    await world.maya.sends("Too late?")
    await world.maya.sees("I did not understand", after=closed)
    assert not any("Too late" in str(each) for each in world.ayu.messages)


async def test_a_booking_that_is_called_off_closes_the_room(world: World) -> None:
    await both_are_in(world)

    await world.ayu.taps_data(taps.CancelFor(1, Side.PROVIDER, taps.CancelReason.NONE).pack())

    await world.maya.sees("The room with Ayu is closed")
    await world.ayu.sees("You have left the room with Maya")


async def test_two_rooms_are_not_mixed_up(world: World) -> None:
    """Ayu talks with Maya until the hour, and with Layla from then on; both rooms are open."""
    await offers_a_talk(world)
    await books(world.maya, "Talk")
    await world.maya.sees("Your booking is confirmed")
    await world.layla.sends("/start")
    await half_an_hour_later(world)
    world.clock.advance(46 * MINUTE)
    await comes_in(world.maya, Side.CUSTOMER, 1)
    await world.layla.taps_data(taps.OpenRoom(2, Side.CUSTOMER).pack())
    banner = await comes_in(world.ayu, Side.PROVIDER, 1)

    await world.layla.sends("Layla here")

    notice = await world.ayu.sees("Layla here", after=banner)
    assert notice["text"].startswith("💬 ")
    assert "ليلى" in notice["text"]
    await world.ayu.sends("For Maya alone")
    await world.maya.sees("For Maya alone")
    await all_arrived(world)
    await world.ayu.sends("For Layla alone", reply_to=notice)
    got = await world.layla.sees("For Layla alone")
    assert got["reply_to_message"]["text"] == "Layla here"
    await world.ayu.taps("Open the room", message=notice)
    await world.ayu.sees("You are in the room with", after=notice)
    await world.ayu.sends("Now with Layla")
    await world.layla.sees("Now with Layla")
    assert not any("Layla" in str(each.get("text")) for each in world.maya.messages[-2:])
    assert not any("Maya" in str(each.get("text")) for each in world.layla.messages[-2:])


async def half_an_hour_later(world: World) -> None:
    """Layla has the half hour after Maya's."""
    await world.layla.sees("ليلى")
    async with world.store.transaction() as tx:
        first, layla = await tx.bookings.get(1), await tx.people.by_telegram(LAYLA)
        assert layla is not None
        provider = await tx.providers.get(first.provider_id)
        service = (await tx.providers.services(provider.id))[0]
        offer = build.Offer(provider, service)
        await build.booking(tx, offer, layla, first.during.end, world.clock.now())


async def test_an_edit_reaches_the_other_side_in_place(world: World) -> None:
    await both_are_in(world)
    text = await world.maya.sends("See you at nien")
    got = await world.ayu.sees("See you at nien")
    photo = await world.maya.sends_photo(png(40, 30), "The paln")
    picture = await world.ayu.sees("The paln")

    await world.maya.edits(text["message_id"], "See you at nine")
    await world.maya.edits(photo["message_id"], "The plan")

    await world.ayu.sees("See you at nine", message=got)
    await world.ayu.sees("The plan", message=picture)


async def test_a_reply_stands_under_what_it_replies_to(world: World) -> None:
    await both_are_in(world)
    asked = await world.maya.sends("Nine or ten?")
    got = await world.ayu.sees("Nine or ten?")
    await all_arrived(world)

    answered = await world.ayu.sends("Ten", reply_to=got)

    answer = await world.maya.sees("Ten")
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    await all_arrived(world)
    await world.maya.sends_photo(png(40, 30), "Fine", reply_to=answer)
    last = await world.ayu.sees("Fine")
    assert last["reply_to_message"]["message_id"] == answered["message_id"]


async def test_a_reply_reaches_the_room_from_anywhere(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await comes_in(world.maya, Side.CUSTOMER)
    await world.maya.sends("Nine or ten?")
    got = await world.ayu.sees("Nine or ten?")
    await world.ayu.sends("/today")
    await all_arrived(world)

    await world.ayu.sends("Ten", reply_to=got)

    await world.maya.sees("Ten")
    await world.ayu.sees("Sent to Maya")


async def test_contacts_stay_out_and_people_in_the_formatting_too(world: World) -> None:
    await both_are_in(world)

    await world.maya.sends_contact()
    await world.maya.sees("This cannot be passed on")
    user = {"id": 1001, "is_bot": False, "first_name": "Maya"}
    mention = {"type": "text_mention", "offset": 0, "length": 2, "user": user}
    link = {"type": "text_link", "offset": 3, "length": 2, "url": "tg://user?id=1001"}
    await world.maya.sends("Me or me", entities=[mention, link])

    got = await world.ayu.sees("Me or me")
    assert "entities" not in got
    assert not any("contact" in each for each in world.ayu.messages)


async def test_what_was_forwarded_comes_without_its_origin(world: World) -> None:
    await both_are_in(world)

    await world.maya.forwards("Read this", "Somebody Else")

    got = await world.ayu.sees("Read this")
    assert "forward_origin" not in got
    assert not any("Somebody Else" in str(each) for each in world.ayu.messages)


async def test_one_message_outside_the_room_with_a_key_to_answer(world: World) -> None:
    await is_booked(world)
    await world.maya.sends("/mybookings")
    await world.maya.taps("Talk")
    await world.maya.taps("Send a message")
    await world.maya.sees("Your message to Ayu")

    await world.maya.sends("Shall I bring the papers?")

    await world.maya.sees("Sent to Ayu")
    got = await world.ayu.sees("Shall I bring the papers?")
    assert got["text"].startswith("✉️ Maya · Talk, Tue 1 Dec, 15:30\n")
    await world.ayu.taps("Answer", message=got)
    await world.ayu.sees("Your message to Maya")
    await world.ayu.sends_voice(b"OggS")
    await world.maya.gets("voice")
    await world.maya.sends("And this goes to nobody")
    await world.maya.sees("I did not understand")
    assert not any("nobody" in str(each) for each in world.ayu.messages)


async def test_three_messages_without_an_answer_are_enough(world: World) -> None:
    await is_booked(world)
    for number in range(3):
        await world.maya.taps_data(taps.WriteOnce(1, Side.CUSTOMER).pack())
        await world.maya.sends(f"Number {number}")
        await world.ayu.sees(f"Number {number}")

    refused = await world.maya.taps_data(taps.WriteOnce(1, Side.CUSTOMER).pack())

    assert "Your last 3 messages have no answer yet" in str(refused.text)
    await all_arrived(world)
    await world.ayu.sends("Yes?", reply_to=await world.ayu.sees("Number 2"))
    await world.maya.sees("Yes?")
    await world.maya.taps_data(taps.WriteOnce(1, Side.CUSTOMER).pack())
    await world.maya.sends("Number 3")
    await world.ayu.sees("Number 3")


async def test_who_blocks_gets_no_more_messages_and_can_undo_it(world: World) -> None:
    await both_are_in(world)
    await world.ayu.taps("Transcript, block, report")
    await world.ayu.taps("Block")
    await world.ayu.sees("Block Maya?")

    await world.ayu.taps("Yes, no more messages")

    await world.ayu.sees("You have blocked Maya")
    await world.maya.sees("The room with Ayu is closed")
    refused = await world.maya.taps_data(taps.OpenRoom(1, Side.CUSTOMER).pack())
    assert "Ayu takes no messages here" in str(refused.text)
    await world.maya.taps_data(taps.Unblock(1, Side.CUSTOMER).pack())
    refused = await world.maya.taps_data(taps.WriteOnce(1, Side.CUSTOMER).pack())
    assert "Ayu takes no messages here" in str(refused.text)
    await world.ayu.taps_data(taps.WriteOnce(1, Side.PROVIDER).pack())
    await world.ayu.taps("Take messages again")
    await comes_in(world.maya, Side.CUSTOMER)
    await world.maya.sends("Sorry")
    await world.ayu.sees("Sorry")


async def test_a_report_brings_the_last_messages_to_the_admins_alone(world: World) -> None:
    await both_are_in(world)
    await world.ayu.sends("Pay me <elsewhere>")
    await world.maya.sees("Pay me <elsewhere>")
    await world.maya.taps("Transcript, block, report")
    await world.maya.taps("Report to the admins")
    await world.maya.sees("Why do you report Ayu?")

    await world.maya.taps("Asks for money elsewhere")

    told = await world.sam.sees("Maya reports Ayu")
    assert "Why: Asks for money elsewhere" in told["text"]
    assert "Ayu: Pay me <elsewhere>" in told["text"]
    assert not any("report" in str(each.get("text")) for each in world.ayu.messages)
    again = taps.SendReport(1, Side.CUSTOMER, Reason.RUDE).pack()
    refused = await world.maya.taps_data(again)
    assert "reported this already" in str(refused.text)


async def test_both_can_save_what_was_said_in_their_own_time(world: World) -> None:
    await both_are_in(world)
    await world.maya.sends("Here is <b>my</b> letter")
    await world.maya.sends_document(b"words", "letter.txt", "Read it")
    await world.ayu.gets("document")
    await world.ayu.sends("Thanks")
    await world.maya.sees("Thanks")

    await world.maya.taps_data(taps.SaveTranscript(1, Side.CUSTOMER).pack())

    file = await world.maya.gets("document")
    page = world.sandbox.content(file["document"]["file_id"]).decode()
    assert file["document"]["file_name"].endswith(".html")
    for words in ("Here is &lt;b&gt;my&lt;/b&gt; letter", "letter.txt", "Thanks", "15:16"):
        assert words in page
    await world.ayu.taps_data(taps.SaveTranscript(1, Side.PROVIDER).pack())
    theirs = await world.ayu.gets("document", after=await world.ayu.gets("document"))
    assert "Thanks" in world.sandbox.content(theirs["document"]["file_id"]).decode()


async def test_a_message_that_cannot_be_delivered_comes_back_to_its_writer(world: World) -> None:
    await both_are_in(world)
    await world.ayu.sees("Reminder: Talk")  # else that would find out that Ayu is gone
    world.sandbox.faults.refuse("sendMessage", 403, chat=world.ayu.id)

    await world.maya.sends("Are you there?")

    await world.maya.sees("“Are you there?” did not reach Ayu")
    await world.maya.sends("Hello?")
    await world.maya.sees("Ayu cannot be reached here at present")


async def test_messages_keep_their_order_when_telegram_slows_us_down(world: World) -> None:
    await both_are_in(world)
    world.sandbox.faults.refuse("sendMessage", 429, chat=world.ayu.id, retry_after=1)

    for number in range(5):
        await world.maya.sends(f"Number {number}")
    await world.maya.taps_data(taps.Blank(0).pack())
    world.clock.advance(timedelta(seconds=2))

    await world.ayu.sees("Number 4")
    said = [str(each.get("text")) for each in world.ayu.messages]
    numbers = [each for each in said if each.startswith("Number")]
    assert numbers == [f"Number {number}" for number in range(5)]


async def test_a_file_that_takes_its_time_is_announced(world: World) -> None:
    await both_are_in(world)

    await world.maya.sends_document(b"x" * 2**20, "big.bin")

    await world.ayu.gets("document")
    assert [call["request"]["action"] for call in world.sandbox.calls("sendChatAction")] == [
        "upload_document"
    ]


async def test_a_stranger_s_taps_open_nothing(world: World) -> None:
    await is_booked(world)
    await room_opens(world)
    await world.sam.sends("/start")
    await world.sam.sees("Hello Sam")

    for side in Side:
        for kind in (
            taps.OpenRoom,
            taps.WriteOnce,
            taps.AboutRoom,
            taps.SaveTranscript,
            taps.AskBlock,
            taps.Block,
            taps.Unblock,
            taps.AskReport,
        ):
            answer = await world.sam.taps_data(kind(1, side).pack())
            assert answer.show_alert, kind
    async with world.store.transaction() as tx:
        assert await tx.rooms.visit_of(1) is None
