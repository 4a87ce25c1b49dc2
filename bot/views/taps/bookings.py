"""Buttons about a booking that is made, and lists of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.about import EitherSideButton, ProviderSideButton


class CancelReason(StrEnum):
    """Ready-made reasons of either side for cancelling."""

    PLANS = "p"
    ILL = "i"
    MISTAKE = "m"
    NONE = "n"


class DeclineReason(StrEnum):
    """Ready-made reasons of a provider for declining."""

    BUSY = "b"
    AWAY = "a"
    NOT_OFFERED = "o"
    NONE = "n"


@dataclass(frozen=True, slots=True)
class MyBookings(Button):
    tag: ClassVar[str] = "mb"
    page: int


@dataclass(frozen=True, slots=True)
class PastBookings(Button):
    tag: ClassVar[str] = "mp"
    page: int


@dataclass(frozen=True, slots=True)
class ShowBooking(EitherSideButton):
    tag: ClassVar[str] = "bk"


@dataclass(frozen=True, slots=True)
class Participants(ProviderSideButton):
    """Who else is in the session; for the provider alone."""

    tag: ClassVar[str] = "pa"


@dataclass(frozen=True, slots=True)
class AskCancel(EitherSideButton):
    tag: ClassVar[str] = "ca"


@dataclass(frozen=True, slots=True)
class CancelFor(EitherSideButton):
    tag: ClassVar[str] = "cr"
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class CancelInWords(EitherSideButton):
    tag: ClassVar[str] = "cw"


@dataclass(frozen=True, slots=True)
class WillCome(EitherSideButton):
    tag: ClassVar[str] = "at"


@dataclass(frozen=True, slots=True)
class Accept(ProviderSideButton):
    """Confirm a request for this time, and no other that it may have got meanwhile."""

    tag: ClassVar[str] = "ay"  # "ac" carried no time
    start: datetime


@dataclass(frozen=True, slots=True)
class AskDecline(ProviderSideButton):
    tag: ClassVar[str] = "ad"


@dataclass(frozen=True, slots=True)
class DeclineFor(ProviderSideButton):
    """Decline what is asked for at this time, as `Accept` confirms it."""

    tag: ClassVar[str] = "dx"  # "dr" carried no time
    start: datetime
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class DeclineInWords(ProviderSideButton):
    tag: ClassVar[str] = "dz"  # "dw" carried no time
    start: datetime
