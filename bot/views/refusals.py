"""Refusals in words: what is not possible and what to do next."""

from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.words import Words
from domain.bookings import Status
from domain.refusals import (
    AlreadyReported,
    AlreadyStarted,
    AnotherTime,
    AnswersMissing,
    BadAddress,
    BadInvite,
    BadLead,
    BadPrice,
    BlockedByYou,
    CannotBeReached,
    CannotBeRelayed,
    DatesOver,
    DayFull,
    FileTooLarge,
    FormatGone,
    HoldLost,
    HoursNotUnderstood,
    KnownAddress,
    LastFormat,
    MovedTooOften,
    MoveTooLate,
    NobodyToTell,
    NoSeats,
    NotADate,
    NotAnswerable,
    NotANumber,
    NotAPhone,
    NotAProvider,
    NotAsked,
    NothingChosen,
    NothingSaid,
    NothingToSend,
    NoTitle,
    NotOffered,
    NotStarted,
    NotWaiting,
    NoWords,
    NumberMissing,
    NumberOutOfRange,
    NumberTooLarge,
    NumberTooSmall,
    OfferOver,
    OutsideHours,
    Refused,
    ReviewFixed,
    RoomClosed,
    RoomNotOpen,
    SameTime,
    ServiceInUse,
    SessionOver,
    SharedService,
    SlotTaken,
    TakesNoMessages,
    TextTooLong,
    TooLate,
    TooManyBookings,
    TooManyFeeds,
    TooManyFiles,
    TooManyLeads,
    TooManyMessages,
    TooManyServices,
    TooManyWaits,
    TooManyWindows,
    TooSoon,
    UnknownBlank,
    UnknownReference,
    UnknownZone,
    WrongFileType,
    WrongStatus,
)

_QUOTED = 60  # characters of what somebody wrote


def explain(refusal: Refused, words: Words, zone: ZoneInfo | None = None) -> str:
    """One plain sentence for a toast; times in `zone` (the provider's) or the reader's own.

    The texts use what a refusal says by the names of its fields.
    """
    where = zone or words.zone or ZoneInfo("UTC")
    facts: dict[str, object] = asdict(refusal) if is_dataclass(refusal) else {}
    said = {name: _said(fact, where, words) for name, fact in facts.items()}
    return words.label(_KEYS.get(type(refusal), "refused-not-found"), **said)


def _said(fact: object, zone: ZoneInfo, words: Words) -> object:
    match fact:
        case datetime():
            own = fact.tzinfo  # a refusal may say by which clock
            return words.day_and_time(fact, own if isinstance(own, ZoneInfo) else zone)
        case date():
            return words.full_day(fact)
        case Status():
            return words.label(f"status-{fact}")
        case str():
            return fact[:_QUOTED]
        case _:
            return fact


_KEYS: dict[type[Refused], str] = {
    TooSoon: "refused-too-soon",
    TooLate: "refused-too-late",
    DayFull: "refused-day-full",
    DatesOver: "refused-dates-over",
    WrongStatus: "refused-status",
    AnotherTime: "refused-another-time",
    TextTooLong: "refused-too-long",
    UnknownZone: "refused-zone",
    UnknownReference: "refused-reference",
    TooManyBookings: "refused-bookings",
    HoursNotUnderstood: "refused-hours",
    TooManyWindows: "refused-windows",
    TooManyLeads: "refused-leads",
    BadPrice: "refused-price",
    SharedService: "refused-shared-service",
    ServiceInUse: "refused-service-in-use",
    TooManyServices: "refused-services",
    NoTitle: "refused-no-title",
    TooManyFeeds: "refused-feeds",
    TooManyWaits: "refused-waits",
    OutsideHours: "refused-outside-hours",
    NoSeats: "refused-no-seats",
    NotWaiting: "refused-not-waiting",
    OfferOver: "refused-offer-over",
    SlotTaken: "refused-taken",
    HoldLost: "refused-taken",
    MoveTooLate: "refused-move-late",
    MovedTooOften: "refused-moved-often",
    NotAsked: "refused-not-asked",
    NotAProvider: "not-provider",
    NotOffered: "refused-not-offered",
    AlreadyStarted: "refused-started",
    NotStarted: "refused-not-started",
    SessionOver: "refused-session-over",
    NothingToSend: "refused-nothing-to-send",
    BadLead: "refused-lead",
    ReviewFixed: "refused-review-fixed",
    NoWords: "refused-no-words",
    BadInvite: "refused-invite",
    BadAddress: "refused-address",
    WrongFileType: "refused-file-type",
    FileTooLarge: "refused-file-size",
    TooManyFiles: "refused-files",
    SameTime: "refused-same-time",
    AnswersMissing: "refused-answers",
    NotANumber: "refused-number",
    NumberOutOfRange: "refused-number-range",
    NumberTooSmall: "refused-number-least",
    NumberTooLarge: "refused-number-most",
    NotADate: "refused-date",
    NothingChosen: "refused-nothing-chosen",
    NotAnswerable: "refused-answer",
    KnownAddress: "refused-known-address",
    FormatGone: "refused-format-gone",
    LastFormat: "refused-last-format",
    UnknownBlank: "refused-blank",
    NumberMissing: "refused-number-missing",
    NotAPhone: "refused-phone",
    RoomNotOpen: "refused-room-not-open",
    RoomClosed: "refused-room-closed",
    CannotBeReached: "refused-unreachable",
    BlockedByYou: "refused-blocked",
    TakesNoMessages: "refused-no-messages",
    TooManyMessages: "refused-messages",
    CannotBeRelayed: "refused-relay",
    NobodyToTell: "refused-nobody-to-tell",
    AlreadyReported: "refused-reported",
    NothingSaid: "refused-nothing-said",
}
