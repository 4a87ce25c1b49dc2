"""A provider books for somebody: who is it?"""

from collections.abc import Sequence

from bot.usecases.onbehalf import NAME_LIMIT
from bot.views import taps
from bot.views.layout import column, key
from bot.views.screens import Screen
from bot.views.words import Words
from bot.views.workspace import back
from domain.people import Person
from domain.services import Provider


def for_whom(provider: Provider, known: Sequence[Person], words: Words) -> Screen:
    """Those who were here last, to be tapped; anybody else is written."""
    rows = column(key(each.name, taps.BookForKnown(provider.id, each.id)) for each in known)
    text = words.say("for-whom" if known else "for-whom-first", limit=NAME_LIMIT)
    return Screen(text, (*rows, (back(provider.id, words),)))
