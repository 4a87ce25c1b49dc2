"""A bot small enough to see through: it counts taps, asks for a name, refuses and crashes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar

from bot.telegram.on import anything, command, other, stale, tap, text
from bot.telegram.shared import Handler, SharedConversation
from bot.telegram.turn import State, Turn
from bot.telegram.voice import Voice
from bot.views.buttons import Button
from bot.views.screens import Answer, Key, Reply, Screen, Toast
from bot.views.words import Words
from domain.refusals import Refused, SlotTaken
from storage.conversations import Draft
from storage.store import Clash

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Begin(Button):
    tag: ClassVar[str] = "~a"


@dataclass(frozen=True, slots=True)
class Count(Button):
    tag: ClassVar[str] = "~b"


@dataclass(frozen=True, slots=True)
class AskName(Button):
    tag: ClassVar[str] = "~c"


@dataclass(frozen=True, slots=True)
class Crash(Button):
    tag: ClassVar[str] = "~d"


@dataclass(frozen=True, slots=True)
class Refuse(Button):
    tag: ClassVar[str] = "~e"


@dataclass(frozen=True, slots=True)
class Whisper(Button):
    tag: ClassVar[str] = "~f"


@dataclass(frozen=True, slots=True)
class Finish(Button):
    tag: ClassVar[str] = "~g"


KEYS = (
    (Key("Begin", Begin()), Key("Count", Count()), Key("Name", AskName())),
    (Key("Crash", Crash()), Key("Refuse", Refuse()), Key("Whisper", Whisper())),
    (Key("Finish", Finish()),),
)


class ToyError(Exception):
    """What the toy raises when it crashes."""


class Toy:
    """`crashes` is how many more times Crash raises, `clashes` how many times it clashes."""

    def __init__(self, crashes: int = 0) -> None:
        self.crashes = crashes
        self.clashes = 0
        self.counted = 0

    def routes(self) -> list[Handler]:
        counting = SharedConversation(
            "counting",
            entry_points=[tap(Begin, self.begin)],
            states={
                State.DAY: [tap(Count, self.count), tap(AskName, self.ask_name)],
                State.NOTE: [text(self.named), other(self.not_a_name)],
            },
            fallbacks=[tap(Finish, self.finish)],
        )
        return [
            command("start", self.start),
            counting,
            tap(Crash, self.crash),
            tap(Refuse, self.refuse),
            tap(Whisper, self.whisper),
            stale(self.stale),
            anything(self.anything),
        ]

    async def start(self, args: str, turn: Turn) -> Answer:
        turn.state, turn.draft = None, Draft()
        return screen(f"Welcome {args or turn.person.first_name}")

    async def begin(self, _tap: Begin, turn: Turn) -> Answer:
        turn.state, turn.draft = State.DAY, Draft()
        return screen("Begun")

    async def count(self, _tap: Count, turn: Turn) -> Answer:
        self.counted += 1
        turn.draft = replace(turn.draft, page=turn.draft.page + 1)
        return screen(f"Counted {turn.draft.page}")

    async def ask_name(self, _tap: AskName, turn: Turn) -> Answer:
        turn.state = State.NOTE
        return screen("What is your name?")

    async def named(self, name: str, turn: Turn) -> Answer:
        turn.state = None
        return screen(f"{turn.words.plain(name)} counted {turn.draft.page}")

    async def not_a_name(self, _turn: Turn) -> Answer:
        return screen("A name, please")

    async def finish(self, _tap: Finish, turn: Turn) -> Answer:
        turn.state = None
        return Reply(screen("New page"), last=Screen(f"Ended at {turn.draft.page}"))

    async def crash(self, _tap: Crash, turn: Turn) -> Answer:
        await turn.tx.people.set_language(turn.person.id, "ar")
        if self.clashes:
            self.clashes -= 1
            raise Clash
        if self.crashes:
            self.crashes -= 1
            raise ToyError
        return screen("Survived")

    async def refuse(self, _tap: Refuse, turn: Turn) -> Answer:
        await turn.tx.people.set_language(turn.person.id, "ar")
        turn.state, turn.draft = None, Draft(note="lost")
        raise SlotTaken

    async def whisper(self, _tap: Whisper, _turn: Turn) -> Answer:
        return Toast("Psst")

    async def stale(self, turn: Turn) -> Answer:
        return replace(screen(f"Still {turn.state}"), toast="Out of date")

    async def anything(self, _turn: Turn) -> Answer:
        return screen("What?")


def screen(words: str) -> Screen:
    return Screen(words, KEYS)


async def explain(refusal: Refused, turn: Turn) -> Answer:
    return screen(f"Refused: {type(refusal).__name__} at {turn.draft.page}")


def _apology(reference: str, words: Words) -> Screen:
    return Screen(f"Sorry, {reference}")


def _alert(reference: str, kind: str, what: str, words: Words) -> Screen:
    return Screen(f"Look for {reference}: {kind}, {what}")


def _away(words: Words) -> Screen:
    return Screen("We are having trouble")


def _group(link: str, words: Words) -> Screen:
    return Screen(f"Write to me at {link}")


VOICE = Voice(explain=explain, apology=_apology, away=_away, alert=_alert, group=_group)
