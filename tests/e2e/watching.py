"""Looks at everything a person is shown: no apology, no dead end, nothing Telegram would refuse."""

from collections.abc import Iterator

from bot.sandbox import ScriptedPerson
from bot.sandbox.objects import Json
from bot.views import taps
from bot.views.buttons import unpack
from tests.e2e.conftest import World

SORRY = ("went wrong on our side", "حدث خطأ")
EXPECTED = (
    "message is not modified",  # a tap on what is shown already
    "no text in the message",  # a photo, which the bot takes away then
    "message can't be deleted",  # a photo older than two days; its keys are taken off then
    "message to edit not found",  # a tap on what the bot took away meanwhile
)
_NEWEST = 6  # messages that may have changed


class Watch:
    """Over one person's chat with the bot."""

    def __init__(self, world: World, person: ScriptedPerson) -> None:
        self._sandbox = world.sandbox
        self._person = person
        self._calls = 0

    async def settle(self) -> None:
        """Wait until what was done last is done with: a person's updates wait in line."""
        await self._person.taps_data(taps.Blank(0).pack())

    async def look(self, after: object) -> list[str]:
        """The callback data of all keys in sight; raises AssertionError if anything is wrong."""
        await self.settle()
        refused = [each for each in self._refusals() if not any(why in each for why in EXPECTED)]
        assert not refused, f"{refused[0]} after {after}"
        found: list[str] = []
        for message in self._person.messages[-_NEWEST:]:
            found += self._keys(message, after)
        return found

    def _refusals(self) -> Iterator[str]:
        for each in self._sandbox.traffic():
            if each["id"] > self._calls and "'ok': False" in str(each["response"]):
                yield f"{each['method']}: {each['response']}"
            self._calls = max(self._calls, each["id"])

    def _keys(self, message: Json, after: object) -> list[str]:
        text = str(message.get("text", message.get("caption", "")))
        assert not any(words in text for words in SORRY), f"{self._person.screen()}\nafter {after}"
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        keys = [key for row in rows for key in row]
        data = [key["callback_data"] for key in keys if "callback_data" in key]
        leading = [each for each in data if not isinstance(unpack(each), taps.Blank)]
        assert leading or not keys, f"a dead end after {after}:\n{self._person.screen()}"
        return data
