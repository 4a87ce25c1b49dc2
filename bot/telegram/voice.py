"""What dispatch itself has to say to people; the sentences come from the views."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.telegram.scope import Explain
from bot.views.screens import Screen
from bot.views.words import Words


@dataclass(frozen=True, slots=True)
class Voice:
    """`explain` a refusal; `apology(reference, words)` for an update that we gave up on;
    `alert(reference, kind, what, words)` tells the admins of it: the sort of update and the error;
    `away(words)` while the database is out of reach; `group(link, words)` asks whoever uses a
    command in a group to come to the private chat.
    """

    explain: Explain
    apology: Callable[[str, Words], Screen]
    away: Callable[[Words], Screen]
    alert: Callable[[str, str, str, Words], Screen]
    group: Callable[[str, Words], Screen]
