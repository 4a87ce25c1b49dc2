"""Updates that could not be worked off: tried again, and after three times given up on, loudly."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.telegram.envelopes import Envelope
from bot.telegram.outcomes import Outcome
from bot.telegram.sender import Sender
from bot.telegram.sparing import Sparing
from bot.telegram.voice import Voice
from bot.views.words import Words
from domain.people import Person
from storage.store import StorageAway, Store, Tx

MOST_TRIES = 3
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that are read as digits
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Burial:
    reference: str
    error: str
    person: Person | None
    admins: tuple[Person, ...]


class Trouble:
    def __init__(
        self, store: Store, sender: Sender, voice: Voice, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._sender = sender
        self._voice = voice
        self._clock = clock
        self._told_away = Sparing()

    async def failed(self, letter: Envelope, error: Exception) -> Outcome:
        """Count the failure; at the third, bury the update and tell the person and the admins."""
        try:
            async with self._store.transaction() as tx:
                burial = await self._buried(tx, letter, error)
        except StorageAway:
            return await self.away(letter)
        except Exception:  # noqa: BLE001  # not even counted; it will come again
            _log.exception("a failure could not be counted", update_id=letter.update_id)
            return Outcome.RETRY
        if burial is None:
            _log.warning("an update failed", update_id=letter.update_id, exc_info=error)
            return Outcome.RETRY
        _log.error(
            "an update was given up on",
            update_id=letter.update_id,
            content=letter.content,
            reference=burial.reference,
            exc_info=error,
        )
        await self._tell(letter, burial)
        return Outcome.DONE

    async def away(self, letter: Envelope) -> Outcome:
        """Say that we are having trouble; the update stays with Telegram until we are back."""
        _log.warning("the database is out of reach", update_id=letter.update_id)
        source = letter.source
        if letter.is_talk and source and self._told_away.may(source.chat_id, self._clock()):
            # The tap is not answered: that is for when it has been worked off.
            await self._sender.deliver(source.chat_id, self._voice.away(_words(letter, None)))
        return Outcome.AWAY

    async def _buried(self, tx: Tx, letter: Envelope, error: Exception) -> _Burial | None:
        now = self._clock()
        if await tx.updates.failed(letter.update_id, now) < MOST_TRIES:
            return None
        reference = "".join(secrets.choice(_LETTERS) for _ in range(8))
        name = type(error).__name__
        await tx.updates.bury(letter.update_id, reference, name, letter.content, now)
        sender = letter.sender
        person = await tx.people.by_telegram(sender.telegram_id) if sender else None
        return _Burial(reference, name, person, tuple(await tx.people.admins()))

    async def _tell(self, letter: Envelope, burial: _Burial) -> None:
        voice, reference = self._voice, burial.reference
        if letter.is_talk and letter.source:
            words = _words(letter, burial.person)
            await self._sender.acknowledge(letter.source)
            await self._sender.deliver(letter.source.chat_id, voice.apology(reference, words))
        for admin in burial.admins:
            words = Words(admin.language, admin.zone)
            alert = voice.alert(reference, letter.content, burial.error, words)
            if admin.telegram_id is not None:
                await self._sender.deliver(admin.telegram_id, alert)


def _words(letter: Envelope, person: Person | None) -> Words:
    if person is not None:
        return Words(person.language, person.zone)
    return Words(letter.sender.language) if letter.sender else Words()
