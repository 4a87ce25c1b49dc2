"""Amounts of money."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the smallest unit of an ISO 4217 currency (cents, sen, kuruş, halalas)."""

    amount: int
    currency: str

    def __post_init__(self) -> None:
        if len(self.currency) != 3 or not self.currency.isascii() or not self.currency.isupper():
            raise ValueError("a currency is three capital letters")

    @property
    def is_free(self) -> bool:
        return self.amount == 0
