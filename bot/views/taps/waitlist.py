"""Buttons of the waitlist. Offers go by the booking that is held for the person."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.views.buttons import Button
from bot.views.taps.flow import FlowButton
from domain.dayparts import Part


@dataclass(frozen=True, slots=True)
class AskWait(FlowButton):
    """For which days? `part` is the part of the day that is waited for."""

    tag: ClassVar[str] = "wa"
    part: Part


@dataclass(frozen=True, slots=True)
class WaitFor(FlowButton):
    """Join the line for what is sought, on the dates first..last."""

    tag: ClassVar[str] = "wf"
    first: date
    last: date
    part: Part


@dataclass(frozen=True, slots=True)
class MyWaitlist(Button):
    tag: ClassVar[str] = "wl"


@dataclass(frozen=True, slots=True)
class ShowWait(Button):
    tag: ClassVar[str] = "we"
    entry_id: int


@dataclass(frozen=True, slots=True)
class LeaveWaitlist(Button):
    tag: ClassVar[str] = "wq"
    entry_id: int


@dataclass(frozen=True, slots=True)
class ShowOffer(Button):
    tag: ClassVar[str] = "os"
    booking_id: int


@dataclass(frozen=True, slots=True)
class TakeOffer(Button):
    tag: ClassVar[str] = "ot"
    booking_id: int


@dataclass(frozen=True, slots=True)
class TakeOfferAllTheSame(TakeOffer):
    """Though the customer has another booking at that time, of which they were warned."""

    tag: ClassVar[str] = "no"


@dataclass(frozen=True, slots=True)
class PassOffer(Button):
    tag: ClassVar[str] = "op"
    booking_id: int


@dataclass(frozen=True, slots=True)
class LeaveOffer(Button):
    """Leave the line in which this was offered."""

    tag: ClassVar[str] = "ol"
    booking_id: int
