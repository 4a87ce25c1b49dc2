"""Refusals in words: what is not possible and what to do next."""

from zoneinfo import ZoneInfo

from bot.views.words import Words
from domain.refusals import (
    AlreadyStarted,
    BadInvite,
    BadLead,
    DatesOver,
    DayFull,
    HoldLost,
    NoSeats,
    NotAProvider,
    NotOffered,
    NotWaiting,
    OfferOver,
    OutsideHours,
    Refused,
    SlotTaken,
    TextTooLong,
    TooLate,
    TooManyLeads,
    TooSoon,
    UnknownZone,
    WrongStatus,
)


def explain(refusal: Refused, words: Words, zone: ZoneInfo | None = None) -> str:
    """One plain sentence for a toast; times in `zone` (the provider's) or the reader's own."""
    match refusal:
        case TooSoon(earliest):
            where = zone or words.zone or ZoneInfo("UTC")
            return words.label("refused-too-soon", when=words.day_and_time(earliest, where))
        case TooLate(latest):
            return words.label("refused-too-late", latest=words.full_day(latest))
        case DayFull(on):
            return words.label("refused-day-full", day=words.full_day(on))
        case DatesOver(last):
            return words.label("refused-dates-over", last=words.full_day(last))
        case WrongStatus(status):
            return words.label("refused-status", status=words.label(f"status-{status}"))
        case TextTooLong(limit, length):
            return words.label("refused-too-long", limit=limit, length=length)
        case UnknownZone(text):
            return words.label("refused-zone", text=text[:60])
        case TooManyLeads(limit):
            return words.label("refused-leads", limit=limit)
        case _:
            return words.label(_PLAIN.get(type(refusal), "refused-not-found"))


_PLAIN: dict[type[Refused], str] = {
    OutsideHours: "refused-outside-hours",
    NoSeats: "refused-no-seats",
    NotWaiting: "refused-not-waiting",
    OfferOver: "refused-offer-over",
    SlotTaken: "refused-taken",
    HoldLost: "refused-taken",
    NotAProvider: "not-provider",
    NotOffered: "refused-not-offered",
    AlreadyStarted: "refused-started",
    BadLead: "refused-lead",
    BadInvite: "refused-invite",
}
