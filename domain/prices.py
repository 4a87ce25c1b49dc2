"""Prices as providers say them: round ones to choose from, and amounts as people write them."""

import re
import unicodedata

from domain import limits
from domain.money import Money
from domain.refusals import BadPrice

# The power of ten around which everyday services cost, where it is not tens of the main unit.
_SCALES = {
    **dict.fromkeys(("BHD", "KWD", "OMR", "JOD"), 0),
    **dict.fromkeys(("TRY", "INR", "RUB", "THB", "PHP", "EGP", "MXN", "TWD", "UAH", "CZK"), 2),
    **dict.fromkeys(("SEK", "NOK", "DKK", "ZAR", "MAD", "DZD", "ARS", "BDT", "NPR", "RSD"), 2),
    **dict.fromkeys(("JPY", "HUF", "CLP", "PKR", "LKR", "KES", "NGN", "KZT", "YER", "SDG"), 3),
    **dict.fromkeys(("KRW", "COP", "IQD", "MMK", "TZS", "UGX", "KHR", "XOF", "XAF"), 4),
    **dict.fromkeys(("IDR", "VND", "UZS", "LAK", "GNF", "LBP", "SYP"), 5),
    "IRR": 6,
}
_STEPS = (5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300)  # tenths of the scale
_NUMBER = re.compile(r"\d+(?:[.,' ]\d+)*")
_GROUPS = re.compile(r"\d{1,3}([.,' ])\d{3}(?:\1\d{3})*")


def round_prices(currency: str, decimals: int) -> tuple[Money, ...]:
    """Prices that are usual where one pays with this currency, ascending.

    `decimals` is how many of them the currency has.
    """
    unit = 10 ** (decimals + _SCALES.get(currency, 1))
    return tuple(Money(step * unit // 10, currency) for step in _STEPS)


def price_in(text: str, currency: str, decimals: int) -> Money:
    """The price that somebody wrote: `150000`, `150.000`, `Rp 12,50`, `٤٠`.

    A mark before three digits separates thousands, unless the currency has three decimals. Raises
    BadPrice for what is no amount, has too many decimals or is too much.
    """
    found = _NUMBER.findall(_plain(text))
    if len(found) != 1 or "-" in text:
        raise BadPrice(text.strip())
    whole, fraction = _parts(found[0], decimals)
    if not whole.isdecimal() or len(fraction) > decimals:
        raise BadPrice(text.strip())
    amount = int(whole + fraction.ljust(decimals, "0"))
    if amount not in limits.PRICE:
        raise BadPrice(text.strip())
    return Money(amount, currency)


def _parts(number: str, decimals: int) -> tuple[str, str]:
    """The digits before and after the decimal mark; no digits where the marks make no sense."""
    marks = [each for each in number if not each.isdecimal()]
    if not marks:
        return number, ""
    whole, mark, fraction = number.rpartition(marks[-1])
    looks_grouped = len(fraction) == 3 and (decimals < 3 or marks.count(mark) > 1)
    if mark in "' " or looks_grouped:
        return (_digits(number), "") if _GROUPS.fullmatch(number) else ("", "")
    grouped = _GROUPS.fullmatch(whole)
    if whole.isdecimal() or (grouped and grouped[1] != mark):
        return _digits(whole), fraction
    return "", ""


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _plain(text: str) -> str:
    """Digits 0-9, and our marks for those of other scripts."""
    marks = {"٫": ".", "٬": ",", "،": ",", "’": "'", "\u00a0": " ", "\u202f": " "}
    return "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else marks.get(each, each)
        for each in text.strip()
    )
