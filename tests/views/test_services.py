"""A provider's services on screens: nothing is too much for a message, or for a key."""

import pytest

from bot.usecases.services import Look, Shelf
from bot.views import serviceformats, servicegrids, services
from bot.views.screens import Screen
from bot.views.words import Words, languages
from domain.catalogues import House, KeptService
from domain.money import Money
from domain.prices import round_prices
from domain.services import BusinessType, Format, Meeting, Meetings, Provider, Titles
from domain.terms import Term, Wording
from tests import build

CODES = ("en", "ar", "id", "tr", "de", "fr", "es", "it", "nl", "pl")
AYU = Provider(1, "Salon", "A" * 64, BusinessType.SALON, build.JAKARTA)
FULL = KeptService(
    2**62,
    build.service_entry(
        title=Titles(dict.fromkeys(CODES, "T" * 64)),
        description=Titles(dict.fromkeys(CODES, "d" * 1000)),
        meetings=Meetings(tuple(Meeting(way, "p" * 200) for way in Format)),
        price=Money(10**15, "IDR"),
        active=False,
    ),
)
LOOK = Look(AYU, House(1, "IDR", CODES), FULL, ("B" * 64,) * 300, is_used=True)
ALONE = Look(AYU, House(1, "IDR", CODES), FULL, (), is_used=False)
PRICES = round_prices("IDR", 2)


def screens(words: Words) -> list[Screen]:
    shelf = Shelf(AYU, (FULL,) * 200)
    return [
        services.shelf(shelf, 3, words),
        services.shelf(shelf, 2**62, words),
        services.shelf(Shelf(AYU, ()), 0, words),
        *(services.service(look, words) for look in (LOOK, ALONE)),
        services.rules(ALONE, words),
        *(services.wording(ALONE, what, words) for what in Wording),
        *(services.ask_wording(ALONE, what, 0, words) for what in Wording),
        *(services.ask_delete(look, words) for look in (LOOK, ALONE)),
        *(servicegrids.choose_term(ALONE, term, page, words) for term in Term for page in (0, 1)),
        servicegrids.choose_price(ALONE, PRICES, words),
        serviceformats.formats(ALONE, words),
        *(serviceformats.ask_place(ALONE, way, words) for way in Format if way != "chat"),
        servicegrids.choose_approval(ALONE, words),
        servicegrids.ask_title(1, words),
        servicegrids.ask_length(1, "T" * 64, 0, words),
        servicegrids.ask_price("T" * 64, 1440, PRICES, words),
    ]


@pytest.mark.parametrize("language", languages())
def test_every_screen_is_one_that_telegram_takes(language: str) -> None:
    for screen in screens(Words(language)):
        keys = [key for row in screen.rows for key in row]
        assert 0 < len(screen.text) <= 4096
        assert len(keys) <= 100
        assert max(map(len, screen.rows)) <= 8
        assert all(key.label.strip() for key in keys)
        assert all(key.button is None or key.button.pack() for key in keys)
        assert all(len(key.copy) <= 256 for key in keys)


@pytest.mark.parametrize("language", languages())
def test_every_screen_leads_back(language: str) -> None:
    words = Words(language)
    ways = {words.label(name) for name in ("back", "own-services-back", "workspace-back")}

    for screen in screens(words):
        assert ways & {key.label for row in screen.rows for key in row}, screen.text


@pytest.mark.parametrize("language", languages())
def test_the_keys_of_a_grid_are_all_different(language: str) -> None:
    words = Words(language)
    for term in Term:
        screen = servicegrids.choose_term(ALONE, term, 0, words)
        labels = [key.label for row in screen.rows for key in row]

        assert len(set(labels)) == len(labels)
