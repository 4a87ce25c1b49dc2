"""Why a wish is refused: each reason carries the facts that its sentence needs.

The sentences themselves are written by the views, in the reader's language.
"""

from dataclasses import dataclass
from datetime import date, datetime


class Refused(Exception):  # noqa: N818  # a refusal is an answer, not an error
    """A person asked for something the rules do not allow."""


@dataclass
class TooSoon(Refused):
    """The start is past, or nearer than the service's minimum notice."""

    earliest: datetime


@dataclass
class TooLate(Refused):
    """The start lies beyond the booking horizon."""

    latest: date


class OutsideHours(Refused):
    """The provider does not offer this start."""


class SlotTaken(Refused):
    """Somebody else has this time."""


@dataclass
class DayFull(Refused):
    """As many sessions start on this provider-local date as may."""

    on: date


class FormatGone(Refused):
    """The service does not, or no longer, take place in this format."""


class NumberMissing(Refused):
    """The provider calls, and does not know on which number."""


class NotAPhone(Refused):
    """What somebody wrote is no phone number."""


class LastFormat(Refused):
    """A service takes place in one format at least."""


@dataclass
class UnknownBlank(Refused):
    """A place has something in braces that is not to be filled in, such as `{name}`."""

    blank: str


class NoSeats(Refused):
    """Every seat of the group session at this time is taken."""


@dataclass
class MoveTooLate(Refused):
    """The customer could move the booking until then, by the clock of its place."""

    latest: datetime


@dataclass
class MovedTooOften(Refused):
    """The customer has moved the booking as often as its policy allows."""

    limit: int


class NotAsked(Refused):
    """The customer no longer asks for this other time."""


class HoldLost(Refused):
    """The hold ran out before the person confirmed, and somebody else has the time."""


class NotFound(Refused):
    """There is no such thing, or it is not this person's business; which of the two is not told."""


class NotAProvider(Refused):
    """This is for providers, and the person is none."""


class NotOffered(Refused):
    """The provider or the service is paused or no longer bookable."""


class AlreadyStarted(Refused):
    """The session has begun; it can no longer be confirmed, declined or cancelled."""


@dataclass
class NotStarted(Refused):
    """What can be done from this instant on only: a session joined, or said to be over."""

    opens: datetime


class SessionOver(Refused):
    """The session has ended; it can no longer be joined."""


class NothingToSend(Refused):
    """No notes of a session are meant for its customer yet."""


@dataclass
class WrongStatus(Refused):
    """The booking's status does not allow this (any more)."""

    status: str


@dataclass
class AnotherTime(Refused):
    """The request is for another time by now; by the clock of its place."""

    start: datetime


@dataclass
class TextTooLong(Refused):
    """What was written is longer than what is kept."""

    limit: int
    length: int


@dataclass
class UnknownZone(Refused):
    """No time zone goes by this name."""

    text: str


@dataclass
class BadLead(Refused):
    """A reminder lead time that is not understood or out of bounds."""

    text: str


@dataclass
class TooManyLeads(Refused):
    """The person has as many reminders a booking as are allowed."""

    limit: int


class BadInvite(Refused):
    """The invite link was used, has expired, or never existed."""


@dataclass
class DatesOver(Refused):
    """The dates somebody would wait for are over."""

    last: date


@dataclass
class TooManyWaits(Refused):
    """Somebody stands in as many lines as they may."""

    limit: int


class NotWaiting(Refused):
    """The person has left the waitlist, was served, or waited until the dates were over."""


@dataclass
class HoursNotUnderstood(Refused):
    """Hours that somebody wrote in words; `part` is what is not clear."""

    part: str


@dataclass
class TooManyWindows(Refused):
    """A day is open in more pieces than are allowed."""

    limit: int


class OfferOver(Refused):
    """The time offered from the waitlist was not taken while it was kept."""


@dataclass
class BadPrice(Refused):
    """What somebody wrote is no price in this currency."""

    text: str


class SharedService(Refused):
    """Others offer this service as well, so that it is nobody's own to change."""


class ServiceInUse(Refused):
    """The service has been booked: it can be paused, but not deleted."""


@dataclass
class TooManyServices(Refused):
    """The provider has as many services as are allowed."""

    limit: int


class NoTitle(Refused):
    """A title that says nothing, or that is not on one line."""


class BadAddress(Refused):
    """What was pasted has no address in it that could be a calendar's."""


class KnownAddress(Refused):
    """The provider has this calendar already."""


@dataclass
class TooManyFeeds(Refused):
    """The provider has as many calendars from elsewhere as are allowed."""

    limit: int


@dataclass
class TooManyBookings(Refused):
    """The customer has as many bookings ahead with an organization as it allows."""

    limit: int


@dataclass
class WrongFileType(Refused):
    """A file of a sort that is not taken; `name` is empty where it has none."""

    name: str


@dataclass
class FileTooLarge(Refused):
    """A file with more bytes than are taken."""

    name: str
    megabytes: int


@dataclass
class TooManyFiles(Refused):
    """As many files as are allowed are there."""

    limit: int


@dataclass
class UnknownReference(Refused):
    """No booking of the person's has this reference; whether anybody's has is not told."""

    reference: str


@dataclass
class ReviewFixed(Refused):
    """The review was given more than so many days ago, and stays as it is."""

    days: int


class NoWords(Refused):
    """Something is to be said in words, and there are none."""


class SameTime(Refused):
    """The other time that would suit is the booked one."""


@dataclass
class AnswersMissing(Refused):
    """Questions that have to be answered before booking."""

    count: int


class NotANumber(Refused):
    """What was written is no number."""


@dataclass
class NumberOutOfRange(Refused):
    """A number that is smaller or larger than is asked for; bounds are as they are written."""

    least: str
    most: str


@dataclass
class NumberTooSmall(Refused):
    """A number below the only bound there is."""

    least: str


@dataclass
class NumberTooLarge(Refused):
    """A number above the only bound there is."""

    most: str


class NotADate(Refused):
    """What was written is no date."""


class NothingChosen(Refused):
    """A question that must be answered, and nothing is chosen."""


class NotAnswerable(Refused):
    """An answer of a kind that the question does not take."""


@dataclass
class RoomNotOpen(Refused):
    """The session room opens at this instant, by the clock of its place."""

    opens: datetime


class RoomClosed(Refused):
    """The session room is closed for good, and its time to write as well."""


@dataclass
class CannotBeReached(Refused):
    """Nobody answers for this side in Telegram, or they have blocked the bot."""

    name: str


@dataclass
class BlockedByYou(Refused):
    """The person has blocked the other side, and can undo that."""

    name: str


@dataclass
class TakesNoMessages(Refused):
    """The other side has blocked the person."""

    name: str


@dataclass
class TooManyMessages(Refused):
    """So many messages wait for an answer, or came within a minute."""

    limit: int


class CannotBeRelayed(Refused):
    """A sort of message that would tell who its writer is, or that Telegram lets no bot send."""


class NobodyToTell(Refused):
    """A report would reach nobody but who is reported."""


class AlreadyReported(Refused):
    """This side has reported the booking's other side before."""


class NothingSaid(Refused):
    """There are no messages, or none any more."""
