"""What is said when something goes wrong on our side, or when a tap leads nowhere."""

from bot.views.layout import home
from bot.views.screens import Screen
from bot.views.words import Words


def apology(reference: str, words: Words) -> Screen:
    return Screen(words.say("apology", reference=reference), ((home(words),),))


def away(words: Words) -> Screen:
    return Screen(words.say("away"))


def alert(reference: str, kind: str, what: str, words: Words) -> Screen:
    """For the admins: which reference to look for in the log."""
    return Screen(words.say("alert", reference=reference, kind=kind, what=what))


def group_hint(link: str, words: Words) -> Screen:
    return Screen(words.say("group-hint", link=link))
