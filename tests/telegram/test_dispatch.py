"""Updates, once, in order and in one transaction, over the real database and the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.sandbox import Answer, Sandbox, ScriptedPerson
from bot.telegram.application import Telegram
from bot.telegram.calls import Calls
from bot.telegram.envelopes import Json
from bot.telegram.outcomes import Outcome
from bot.telegram.polling import Polling
from domain.people import Person
from storage.store import Store
from tests.telegram.conftest import ANN
from tests.telegram.replicas import Clock, replica, settle, tapped, taps, waiting, writes
from tests.telegram.toy import Count, Toy


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(
    sandbox: Sandbox, store: Store, toy: Toy, clock: Clock
) -> AsyncIterator[Telegram]:
    async with replica(sandbox, store, toy, clock) as telegram:
        yield telegram


@pytest.fixture
async def other(sandbox: Sandbox, store: Store, toy: Toy) -> AsyncIterator[Telegram]:
    async with replica(sandbox, store, toy) as telegram:
        yield telegram


async def met(store: Store, telegram_id: int = ANN) -> Person:
    async with store.transaction() as tx:
        person = await tx.people.by_telegram(telegram_id)
    assert person is not None
    return person


async def test_a_talk_goes_from_taps_to_words_and_ends(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start there")
    await ann.sees("Welcome there")
    await taps(sandbox, telegram, "Begin")
    await taps(sandbox, telegram, "Count")
    await taps(sandbox, telegram, "Name")
    await writes(sandbox, telegram, "Bob <b>")
    await ann.sees("Bob <b> counted 1")
    await writes(sandbox, telegram, "Bob")

    await ann.sees("What?")


async def test_each_step_may_be_taken_by_another_replica(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, other: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, other, "Begin")
    await taps(sandbox, telegram, "Count")
    await taps(sandbox, other, "Count")
    await taps(sandbox, telegram, "Name")
    await writes(sandbox, other, "Bob")

    await ann.sees("Bob counted 2")


async def test_an_update_that_comes_again_is_known(
    sandbox: Sandbox, telegram: Telegram, toy: Toy
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    update, _ = await tapped(sandbox, "Count")

    assert await telegram.dispatch.receive(update) is Outcome.DONE
    assert await telegram.dispatch.receive(update) is Outcome.DUPLICATE
    assert toy.counted == 1


async def test_an_update_brought_to_two_replicas_at_once_is_worked_off_by_one(
    sandbox: Sandbox, telegram: Telegram, other: Telegram, toy: Toy
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    update, _ = await tapped(sandbox, "Count")

    outcomes = await asyncio.gather(
        *(each.dispatch.receive(update) for each in (telegram, other, telegram, other))
    )

    assert sorted(outcome.name for outcome in outcomes) == ["DONE", *["DUPLICATE"] * 3]
    assert toy.counted == 1


async def test_a_double_tap_counts_twice_where_that_is_meant(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, other: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    first, _ = await tapped(sandbox, "Count")
    second, _ = await tapped(sandbox, "Count")

    await asyncio.gather(telegram.dispatch.receive(first), other.dispatch.receive(second))
    await taps(sandbox, telegram, "Count")

    await ann.sees("Counted 3")


async def test_the_second_of_two_taps_on_a_way_out_is_out_of_date(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    first, gone = await tapped(sandbox, "Finish")
    second, late = await tapped(sandbox, "Finish")

    await asyncio.gather(telegram.dispatch.receive(first), telegram.dispatch.receive(second))

    assert (await gone, await late) == (Answer(), Answer(text="Out of date"))
    await ann.sees("Still None")


async def test_a_text_and_a_tap_at_once_come_one_after_the_other(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, other: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    await taps(sandbox, telegram, "Name")
    tap, answer = await tapped(sandbox, "Finish")
    await ann.sends("Bob")
    [text] = waiting(sandbox)

    outcomes = await asyncio.gather(telegram.dispatch.receive(tap), other.dispatch.receive(text))

    assert [*outcomes] == [Outcome.DONE, Outcome.DONE]
    tap_came_first = await answer == Answer()
    await ann.sees("What?" if tap_came_first else "Bob counted 0")


async def test_forged_and_outdated_buttons_get_what_is_current(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    answers = [
        asyncio.create_task(ann.taps_data(data)) for data in ("1~b:1", "0~b", "💥", Count().pack())
    ]
    await asyncio.sleep(0)

    assert await settle(sandbox, telegram) == [Outcome.DONE] * 4
    assert await asyncio.gather(*answers) == [Answer(text="Out of date")] * 4


async def test_a_tap_on_a_message_that_is_gone_is_answered_by_a_new_one(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    answer = asyncio.create_task(ann.taps_data("1~a", 999))
    await asyncio.sleep(0)

    assert await settle(sandbox, telegram) == [Outcome.DONE]
    assert await answer == Answer()
    await ann.sees("Begun")


async def test_the_screen_before_a_text_loses_its_keys(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, other: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await writes(sandbox, other, "Hello")

    former, newest = (message for message in ann.messages if message["from"]["is_bot"])
    assert ann.buttons(former) == []
    assert "Begin" in ann.buttons(newest)


async def test_a_crash_leaves_nothing_and_the_next_try_may_succeed(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store, telegram: Telegram, toy: Toy
) -> None:
    toy.crashes = 1
    await writes(sandbox, telegram, "/start")
    update, answer = await tapped(sandbox, "Crash")

    assert await telegram.dispatch.receive(update) is Outcome.RETRY
    assert (await met(store)).language == "en"
    assert not answer.done()

    assert await telegram.dispatch.receive(update) is Outcome.DONE
    assert (await met(store)).language == "ar"
    assert await answer == Answer()
    await ann.sees("Survived")


async def test_a_refusal_undoes_what_was_written_and_is_explained(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    await taps(sandbox, telegram, "Count")
    await taps(sandbox, telegram, "Refuse")

    await ann.sees("Refused: SlotTaken at 1")
    assert (await met(store)).language == "en"
    await taps(sandbox, telegram, "Count")
    await ann.sees("Counted 2")


async def test_transactions_that_clash_are_silently_tried_again(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, toy: Toy
) -> None:
    toy.clashes = 3
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Crash")

    await ann.sees("Survived")


async def test_whoever_blocks_the_bot_is_unreachable_until_they_come_back(
    sandbox: Sandbox, ann: ScriptedPerson, store: Store, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")
    await ann.blocks()
    await settle(sandbox, telegram)
    assert not (await met(store)).reachable

    await ann.unblocks()
    await settle(sandbox, telegram)
    assert (await met(store)).reachable


async def test_a_block_is_also_learnt_from_an_answer_that_is_refused(
    sandbox: Sandbox, store: Store, telegram: Telegram
) -> None:
    sandbox.faults.refuse("sendMessage", 403)

    await writes(sandbox, telegram, "/start")

    assert not (await met(store)).reachable


async def test_corrections_and_service_messages_are_no_news(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    sent = await ann.sends("/start")
    await settle(sandbox, telegram)
    calls = len(sandbox.calls("sendMessage"))
    edited = {"update_id": 1, "edited_message": {**sent, "edit_date": 1}}
    pinned = {"update_id": 2, "message": {**sent, "pinned_message": sent}}

    assert await telegram.dispatch.receive(edited) is Outcome.DONE
    assert await telegram.dispatch.receive(pinned) is Outcome.DONE
    assert await telegram.dispatch.receive(pinned) is Outcome.DUPLICATE
    assert len(sandbox.calls("sendMessage")) == calls


async def test_commands_in_a_group_are_sent_to_the_private_chat_once_a_minute(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, clock: Clock
) -> None:
    sent = await ann.sends("/start")
    group = {"id": -5, "type": "group", "title": "Friends"}

    async def ask(update_id: int) -> None:
        update: Json = {"update_id": update_id, "message": {**sent, "chat": group}}
        assert await telegram.dispatch.receive(update) is Outcome.DONE

    await ask(1)
    await ask(2)
    hints = sandbox.calls("sendMessage")
    assert [hint["request"]["chat_id"] for hint in hints] == [-5]
    assert "https://t.me/randevu_sandbox_bot" in hints[0]["request"]["text"]

    clock.goes_on(timedelta(minutes=1))
    await ask(3)
    assert len(sandbox.calls("sendMessage")) == 2


async def test_what_is_committed_but_not_confirmed_comes_again_and_is_known(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram, calls: Calls, toy: Toy
) -> None:
    await writes(sandbox, telegram, "/start")
    await taps(sandbox, telegram, "Begin")
    done, outcomes = asyncio.Event(), list[Outcome]()

    async def receive_and_hang(update: Json) -> Outcome:
        await telegram.dispatch.receive(update)
        done.set()
        await asyncio.Event().wait()
        return Outcome.DONE

    async def receive(update: Json) -> Outcome:
        outcomes.append(await telegram.dispatch.receive(update))
        return outcomes[-1]

    loop = asyncio.create_task(Polling(calls, receive_and_hang).run())
    await ann.taps("Count")
    await done.wait()
    loop.cancel()  # the process dies between the commit and the next getUpdates
    await asyncio.gather(loop, return_exceptions=True)
    again = Polling(calls, receive)
    second = asyncio.create_task(again.run())
    await ann.taps("Count")
    again.stop()
    await second

    assert outcomes == [Outcome.DUPLICATE, Outcome.DONE]
    assert toy.counted == 2


async def test_draining_waits_for_what_is_under_way(
    sandbox: Sandbox, ann: ScriptedPerson, telegram: Telegram
) -> None:
    await ann.sends("/start")
    [update] = waiting(sandbox)
    work = asyncio.create_task(telegram.dispatch.receive(update))
    await asyncio.sleep(0)

    assert not await telegram.dispatch.drain(0)
    assert await telegram.dispatch.drain(5)
    assert await work is Outcome.DONE


async def test_nothing_is_kept_of_people_whose_updates_are_done(
    sandbox: Sandbox, telegram: Telegram
) -> None:
    await writes(sandbox, telegram, "/start")

    assert len(telegram.dispatch._lanes) == 0
