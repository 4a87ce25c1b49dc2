"""Buttons about one booking: each kind says from which side it is seen.

After a refusal the card of that booking is drawn from that side, and steps about a booking take
the place of its card.
"""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.buttons import Button
from domain.notices import Side


@dataclass(frozen=True, slots=True)
class EitherSideButton(Button):
    """For both sides of a booking; the button says which of them sees it."""

    tag: ClassVar[str] = ""
    booking_id: int
    side: Side


@dataclass(frozen=True, slots=True)
class ProviderSideButton(Button):
    """For the provider of a booking alone."""

    tag: ClassVar[str] = ""
    side: ClassVar[Side] = Side.PROVIDER
    booking_id: int


@dataclass(frozen=True, slots=True)
class CustomerSideButton(Button):
    """For the customer of a booking alone."""

    tag: ClassVar[str] = ""
    side: ClassVar[Side] = Side.CUSTOMER
    booking_id: int


SIDED = (EitherSideButton, ProviderSideButton, CustomerSideButton)


def about(button: Button | None) -> tuple[int, Side] | None:
    """The booking that a button is about, and from which side; None for all others."""
    return (button.booking_id, button.side) if isinstance(button, SIDED) else None
