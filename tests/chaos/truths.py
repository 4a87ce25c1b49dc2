"""What must be true after a race: of the database, and of what people were told."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import orjson
from sqlalchemy import text

from bot.sandbox import Sandbox
from bot.sandbox.objects import Json
from bot.views.clocks import brief
from bot.views.words import Words
from domain.bookings import Booking, Change, Status
from domain.notices import Kind, Side
from domain.people import Person
from storage.store import Tx
from tests import build
from tests.chaos.stages import Stage

SORRY = "went wrong on our side"
_WORDS = Words("en", None)
_OFF = {Status.CANCELLED, Status.DECLINED}
_OF_A_SESSION = {Kind.REMINDER, Kind.READY, Kind.ASK_OUTCOME, Kind.ASK_AGAIN}
_SESSIONS = text(
    "SELECT id, live, lower(blocked), upper(blocked) FROM sessions WHERE provider_id = :provider"
    " ORDER BY lower(blocked)"
)
_BOOKINGS = text("SELECT id, session_id FROM bookings WHERE provider_id = :provider ORDER BY id")
_SEATED = text("SELECT session_id FROM bookings WHERE id = :booking")


@dataclass(frozen=True, slots=True)
class Word:
    """Something that the bot told somebody: a message, an edit of one, or the answer to a tap."""

    text: str
    message_id: int = 0  # none: the answer to a tap


class Ears:
    """Hears all that the bot tells anybody, in the order in which it is told."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._events = sandbox.world.events.listen()
        self._heard: dict[int, list[Word]] = {}

    def of(self, person: Person) -> list[Word]:
        """All that this person was told so far."""
        while not self._events.empty():
            self._hear(orjson.loads(self._events.get_nowait()))
        return self._heard.setdefault(build.account(person), [])

    def _hear(self, event: Json) -> None:
        words = self._heard.setdefault(event.get("chat", 0), [])
        match event["type"]:
            case "answer" if event["text"]:
                words.append(Word(event["text"]))
            case "message" | "edited" if event["message"]["from"]["is_bot"]:
                message = event["message"]
                words.append(Word(message.get("text", ""), message["message_id"]))
            case "deleted":
                gone = event["message_id"]
                words[:] = [each for each in words if each.message_id != gone]


async def after(tx: Tx, stage: Stage) -> Mapping[int, Booking]:
    """All bookings with the stage's provider, by id."""
    found = await tx._connection.read(_BOOKINGS, provider=stage.provider.id)
    return {row.id: await tx.bookings.get(row.id) for row in found}


async def assert_sound(tx: Tx, stage: Stage) -> None:
    """Each live booking has its session and each live session its booking; none overlap.

    What happened is recorded, and what is still to be said is about things as they are.
    """
    rows = (await tx._connection.read(_SESSIONS, provider=stage.provider.id)).all()
    live = [row for row in rows if row.live]
    assert all(one.upper <= other.lower for one, other in pairwise(live)), "overlapping sessions"

    bookings = await after(tx, stage)
    on = [each for each in bookings.values() if each.status.is_live]
    seats = [(await tx._connection.read(_SEATED, booking=each.id)).scalar_one() for each in on]
    assert sorted(seats) == sorted(row.id for row in live)
    starts = {row.id: row.lower for row in live}
    assert [starts[seat] for seat in seats] == [each.start for each in on]
    for booking in bookings.values():
        _assert_recorded(booking, await tx.bookings.events(booking.id))
        await _assert_reminded(tx, stage, booking)


def _assert_recorded(booking: Booking, changes: list[Change]) -> None:
    """Replayed from its first event the booking is as it is now."""
    reached, during = None, None
    for change in changes:
        assert change.before is reached
        reached = change.after
        if change.moved_to is not None:
            assert during in {None, change.moved_from}
            during = change.moved_to
    assert (reached, during or booking.during) == (booking.status, booking.during)


async def _assert_reminded(tx: Tx, stage: Stage, booking: Booking) -> None:
    """Both sides will be told that it begins, at its present time; of nothing that is not on."""
    pending = [
        row.notice
        for row in await tx.notices.ledger(booking.id)
        if row.state == "pending" and row.notice.kind in _OF_A_SESSION
    ]
    assert {each.version for each in pending} <= {booking.version}
    ready = {(each.side, each.due) for each in pending if each.kind is Kind.READY}
    begins = booking.start - booking.policy.ready_window
    is_on = booking.status is Status.CONFIRMED
    assert ready == ({(side, begins) for side in Side} if is_on else set())
    assert is_on or not pending


def tells_the_truth(word: Word, booking: Booking) -> bool:
    """Whether somebody who has read this last knows how the booking stands."""
    if _lists(word, booking):
        return f"{'❌' if booking.status in _OFF else '✅'} {_brief(booking)}" in word.text
    if booking.status in _OFF:
        return "❌" in word.text or "cancelled" in word.text
    when = f"🗓 {_WORDS.moment(booking.start, booking.zone)}"
    return when in word.text and "❌" not in word.text


def knows(words: list[Word], booking: Booking) -> bool | None:
    """Whether somebody knows how the booking stands by what they were told last.

    That is what was said last, or what stands lowest in the chat: of two processes, the one that
    answers a tap may be slower than the one that tells what happened after it. None for somebody
    who was told nothing at all of this booking.
    """
    about = [each for each in words if _is_about(each, booking)]
    if not about:
        return None
    lowest = max(about, key=lambda each: each.message_id)
    return tells_the_truth(about[-1], booking) or tells_the_truth(lowest, booking)


def _is_about(word: Word, booking: Booking) -> bool:
    of_all = "bookings are cancelled" in word.text
    return booking.reference in word.text or of_all or _lists(word, booking)


def _lists(word: Word, booking: Booking) -> bool:
    """Whether it is told of in a message about another one of its series."""
    is_another = booking.reference not in word.text and "All dates:" in word.text
    return is_another and _brief(booking) in word.text


def _brief(booking: Booking) -> str:
    return brief(booking, _WORDS)
