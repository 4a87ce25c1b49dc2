"""What the reader makes of a catalogue file."""

from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from domain.hours import Override, WeeklyWindow, Window
from domain.intake import Kind
from domain.money import Money
from domain.policies import Clauses
from domain.services import BusinessType, Format, Rating
from tests.catalogue.conftest import Read

PRICE = "price: 12.50"
HOURS = "mon-fri: 09:00-12:00, 13:00-17:00"


def test_a_service_left_at_its_defaults(reading: Read) -> None:
    service = reading()[0].services[0]

    assert service.title.by_language == {"en": "Consultation"}
    assert service.rules.duration == timedelta(minutes=30)
    assert service.rules.interval == timedelta(minutes=15)
    assert service.rules.before == service.rules.after == service.rules.notice == timedelta(0)
    assert service.rules.horizon == 60
    assert service.price == Money(1250, "GBP")
    assert (service.clauses, service.meetings.usual.format, service.active) == (
        None,
        Format.IN_PERSON,
        True,
    )


def test_a_service_that_says_everything(reading: Read) -> None:
    every_key = """price: 12.50
        every: 20
        before: 5
        after: 10m
        notice: 1h 30m
        horizon: 14
        approval: yes
        format: video
        place: Room 2
        seats: 8
        most_a_day: 3
        hours: {sun: 19:00-20:30}
        active: no
        description: {id: Ngobrol dulu, en: A talk}"""
    service = reading((PRICE, every_key))[0].services[0]

    assert service.rules.interval == timedelta(minutes=20)
    assert service.rules.before == timedelta(minutes=5)
    assert service.rules.after == timedelta(minutes=10)
    assert service.rules.notice == timedelta(minutes=90)
    assert service.rules.horizon == 14
    assert (service.rules.capacity, service.rules.most_a_day) == (8, 3)
    assert service.rules.hours == (WeeklyWindow(6, Window(1140, 1230)),)
    assert service.clauses == Clauses(approval=True)
    assert (service.meetings.usual.format, service.active) == (Format.VIDEO, False)
    assert service.meetings.usual.place == "Room 2"
    assert service.description is not None
    assert list(service.description.by_language) == ["en", "id"]


def test_approval_may_stand_in_a_policy(reading: Read) -> None:
    both = f"{PRICE}\n        approval: no\n        policy: {{hold: 10m}}"
    entry = reading((PRICE, both), ("currency: GBP", "currency: GBP\n    policy: {approval: yes}"))

    assert entry[0].clauses == Clauses(approval=True)
    assert entry[0].services[0].clauses == Clauses(approval=False, hold=timedelta(minutes=10))


def test_questions_of_every_kind(reading: Read) -> None:
    questions = """price: 12.50
        questions:
          - {slug: name, ask: {id: Nama?, en: Your name?}, kind: text, required: yes}
          - {slug: weight, ask: Your weight?, kind: number, least: 0.5, most: 300}
          - {slug: hair, ask: Your hair?, kind: choice, options: [short, {en: long, id: panjang}]}
          - {slug: likes, ask: What do you like?, kind: choices, options: [tea, coffee]}
          - {slug: ill, ask: Are you ill?, kind: yes-no, sensitive: yes}
          - {slug: born, ask: When were you born?, kind: date}"""

    asked = reading((PRICE, questions))[0].services[0].questions

    assert [each.kind for each in asked] == list(Kind.__members__.values())
    assert list(asked[0].title.by_language) == ["en", "id"]
    assert (asked[0].required, asked[0].sensitive) == (True, False)
    assert (asked[1].least, asked[1].most) == (Decimal("0.5"), Decimal(300))
    assert [option.into("id") for option in asked[2].options] == ["short", "panjang"]
    assert (asked[4].required, asked[4].sensitive) == (False, True)


def test_starts_of_a_short_service_are_as_far_apart_as_it_is_long(reading: Read) -> None:
    service = reading(("minutes: 30", "minutes: 10"))[0].services[0]

    assert service.rules.interval == timedelta(minutes=10)


def test_a_provider_that_says_everything(reading: Read) -> None:
    every_key = """mon-fri: 09:00-12:00, 13:00-17:00
          sat: closed
        overrides: {2026-12-31: 09:00-10:00, 2026-12-25: closed}
        zone: Asia/Makassar
        bio: Listens.
        address: Jl. Teduh 1
        phone: +62 21 0000 0101
        rating: {mean: 4.5, count: 10}
        most_a_day: 6
        telegram_id: 2001
        active: false"""
    provider = reading((HOURS, every_key))[0].providers[0]

    assert provider.zone == ZoneInfo("Asia/Makassar")
    assert provider.weekly[0] == (Window(540, 720), Window(780, 1020))
    assert provider.weekly[5] == provider.weekly[6] == ()
    assert provider.overrides == (
        Override(date(2026, 12, 25)),
        Override(date(2026, 12, 31), (Window(540, 600),)),
    )
    assert provider.rating == Rating(4.5, 10)
    assert (provider.telegram_id, provider.active) == (2001, False)
    assert provider.most_a_day == 6


def test_each_level_lays_down_what_it_names_of_a_policy(reading: Read) -> None:
    entry = reading(
        ("languages:", "policy: {cancel_window: 2d, most_active: 3}\n    languages:"),
        ("minutes: 30", "minutes: 30\n        policy: {reschedules: 0}"),
    )[0]

    assert entry.clauses == Clauses(cancel_window=timedelta(days=2), most_active=3)
    assert entry.services[0].clauses == Clauses(reschedules=0)
    assert entry.providers[0].clauses is None


def test_a_provider_is_in_the_zone_of_its_organization_unless_it_names_one(reading: Read) -> None:
    provider = reading()[0].providers[0]

    assert provider.zone == ZoneInfo("Asia/Jakarta")
    assert provider.business_type is BusinessType.DOCTOR


@pytest.mark.parametrize(
    ("currency", "price", "amount"),
    [
        ("IDR", "250000", 25_000_000),
        ("TRY", "349.90", 34_990),
        ("JPY", "3000", 3000),
        ("KWD", "1.005", 1005),
        ("GBP", '"0.29"', 29),
        ("SAR", "free", 0),
        ("SAR", "0", 0),
    ],
)
def test_prices_become_the_smallest_unit_exactly(
    reading: Read, currency: str, price: str, amount: int
) -> None:
    services = reading(("currency: GBP", f"currency: {currency}"), ("12.50", price))[0].services

    assert services[0].price == Money(amount, currency)


def test_hours_may_run_past_midnight(reading: Read) -> None:
    provider = reading((HOURS, "fri: 22:00-02:00"))[0].providers[0]

    assert provider.weekly[4] == (Window(1320, 120),)


def test_a_range_of_days_may_run_over_the_weekend(reading: Read) -> None:
    provider = reading((HOURS, "sat-mon: 9-17"))[0].providers[0]

    assert [bool(windows) for windows in provider.weekly] == [True, *[False] * 4, True, True]


def test_hours_may_be_a_list_in_any_order(reading: Read) -> None:
    provider = reading((HOURS, "tuesday, thu: ['13:00-17:00', 09:00-12:00]"))[0].providers[0]

    assert provider.weekly[1] == provider.weekly[3] == (Window(540, 720), Window(780, 1020))


def test_words_that_yaml_takes_for_something_else_stay_what_was_written(reading: Read) -> None:
    organization = reading(
        ("name: Clinic", "name: no"), ("name: Dr Ayu", "name: 1e3"), ("Consultation", "12:30")
    )[0]

    assert organization.name == "no"
    assert organization.providers[0].name == "1e3"
    assert organization.services[0].title.into("en") == "12:30"


def test_anchors_share_hours_and_merges_share_keys(reading: Read) -> None:
    shared = """x-shared:
  week: &week
    mon: 09:00-17:00
organizations:"""
    own = """<<: *week
          tue: closed"""
    provider = reading(("organizations:", shared), (HOURS, own))[0].providers[0]

    assert provider.weekly[:2] == ((Window(540, 1020),), ())


def test_what_an_entry_says_itself_beats_what_it_merges(reading: Read) -> None:
    shared = "x-week: &week {mon: 09:00-17:00, tue: 09:00-17:00}\norganizations:"
    own = "<<: *week\n          mon: closed"
    provider = reading(("organizations:", shared), (HOURS, own))[0].providers[0]

    assert provider.weekly[:2] == ((), (Window(540, 1020),))


def test_texts_come_in_the_order_of_the_organizations_languages(reading: Read) -> None:
    service = reading(("Consultation", "{id: Konsultasi, en: Consultation}"))[0].services[0]

    assert service.title.into("de") == "Consultation"
