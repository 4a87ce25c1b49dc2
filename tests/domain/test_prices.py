"""Prices as they are written, and the round ones that are offered."""

import pytest
from hypothesis import given, strategies as st

from domain.money import Money
from domain.prices import price_in, round_prices
from domain.refusals import BadPrice


@pytest.mark.parametrize(
    ("text", "currency", "decimals", "amount"),
    [
        ("25", "GBP", 2, 2500),
        ("12.50", "GBP", 2, 1250),
        ("12,5", "EUR", 2, 1250),
        ("€ 1.250,00", "EUR", 2, 125000),
        ("1,250.00", "GBP", 2, 125000),
        ("1.500", "GBP", 2, 150000),
        ("Rp 150.000", "IDR", 2, 15_000_000),
        ("150000", "IDR", 2, 15_000_000),
        ("1.500.000", "IDR", 2, 150_000_000),
        ("3 000", "JPY", 0, 3000),
        ("1’250.50 CHF", "CHF", 2, 125050),
        ("1.005", "KWD", 3, 1005),
        ("1,500.250", "KWD", 3, 1500250),
        ("٤٠٫٥", "SAR", 2, 4050),
        ("٤٠ ريال", "SAR", 2, 4000),
        ("0", "GBP", 2, 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(
    text: str, currency: str, decimals: int, amount: int
) -> None:
    assert price_in(text, currency, decimals) == Money(amount, currency)


@pytest.mark.parametrize(
    "text",
    ["", "free beer", "-5", "5 or 6", "12.345.6", "1.2345", "12.5.0", "9" * 30, "١٢٫٣٤٥٦"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadPrice):
        price_in(text, "GBP", 2)


def test_a_currency_without_decimals_has_none() -> None:
    with pytest.raises(BadPrice):
        price_in("12.5", "JPY", 0)


@given(st.text(max_size=40), st.sampled_from([0, 2, 3]))
def test_any_text_is_a_price_or_refused(text: str, decimals: int) -> None:
    try:
        price = price_in(text, "KWD", decimals)
    except BadPrice:
        return

    assert price.amount >= 0


@pytest.mark.parametrize(
    ("currency", "decimals", "cheapest"),
    [("GBP", 2, 500), ("IDR", 2, 5_000_000), ("JPY", 0, 500), ("KWD", 3, 500), ("TRY", 2, 5000)],
)
def test_round_prices_are_of_the_size_that_is_usual(
    currency: str, decimals: int, cheapest: int
) -> None:
    found = round_prices(currency, decimals)

    assert found[0] == Money(cheapest, currency)
    assert [each.amount for each in found] == sorted({each.amount for each in found})
