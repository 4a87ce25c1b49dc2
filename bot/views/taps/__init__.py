"""Every button there is. A tag, once given out, is never used for anything else.

`FlowButton`s belong to one run of the booking flow: after it has been left or begun anew they are
out of date. All others stand for themselves, however old the message is.
"""

from bot.views.buttons import Button
from bot.views.taps.agenda import Requests, Today, Week
from bot.views.taps.anywhere import Blank, Help, Home
from bot.views.taps.bookings import (
    Accept,
    AskCancel,
    AskDecline,
    CancelFor,
    CancelInWords,
    CancelReason,
    DeclineFor,
    DeclineInWords,
    DeclineReason,
    MyBookings,
    Participants,
    PastBookings,
    ShowBooking,
    WillCome,
)
from bot.views.taps.feeds import AskRenewFeed, CalendarApp, CalendarFeeds, CalendarHelp, RenewFeed
from bot.views.taps.flow import (
    AllBusinesses,
    Back,
    Book,
    BookAgain,
    Confirm,
    DropNote,
    FlowButton,
    LeaveFlow,
    Months,
    Narrow,
    PickBusiness,
    PickDay,
    PickPart,
    PickProvider,
    PickService,
    PickTime,
    ShowDays,
    ThisWeek,
    TurnMonth,
    TurnProviders,
    TurnTimes,
    WithAnyone,
    WriteNote,
)
from bot.views.taps.hours import (
    Edit,
    Hours,
    HoursClosed,
    HoursDay,
    HoursDays,
    HoursDiscard,
    HoursFrom,
    HoursPreview,
    HoursRepeat,
    HoursSave,
    HoursSaveAnyway,
    HoursSet,
    HoursTo,
)
from bot.views.taps.settings import (
    ForgetZone,
    Languages,
    Leads,
    MoreLeads,
    SetLanguage,
    Settings,
    SetZone,
    ToggleLead,
    Unit,
    Zones,
    ZonesOf,
)
from bot.views.taps.workspace import BookFor, BookForKnown, Workspace, WorkspaceOf
from domain.notices import Side

__all__ = [
    "Accept",
    "AllBusinesses",
    "AskCancel",
    "AskDecline",
    "AskRenewFeed",
    "Back",
    "Blank",
    "Book",
    "BookAgain",
    "BookFor",
    "BookForKnown",
    "CalendarApp",
    "CalendarFeeds",
    "CalendarHelp",
    "CancelFor",
    "CancelInWords",
    "CancelReason",
    "Confirm",
    "DeclineFor",
    "DeclineInWords",
    "DeclineReason",
    "DropNote",
    "Edit",
    "FlowButton",
    "ForgetZone",
    "Help",
    "Home",
    "Hours",
    "HoursClosed",
    "HoursDay",
    "HoursDays",
    "HoursDiscard",
    "HoursFrom",
    "HoursPreview",
    "HoursRepeat",
    "HoursSave",
    "HoursSaveAnyway",
    "HoursSet",
    "HoursTo",
    "Languages",
    "Leads",
    "LeaveFlow",
    "Months",
    "MoreLeads",
    "MyBookings",
    "Narrow",
    "Participants",
    "PastBookings",
    "PickBusiness",
    "PickDay",
    "PickPart",
    "PickProvider",
    "PickService",
    "PickTime",
    "RenewFeed",
    "Requests",
    "SetLanguage",
    "SetZone",
    "Settings",
    "ShowBooking",
    "ShowDays",
    "ThisWeek",
    "Today",
    "ToggleLead",
    "TurnMonth",
    "TurnProviders",
    "TurnTimes",
    "Unit",
    "Week",
    "WillCome",
    "WithAnyone",
    "Workspace",
    "WorkspaceOf",
    "WriteNote",
    "Zones",
    "ZonesOf",
    "about",
]


def about(button: Button | None) -> tuple[int, Side] | None:
    """The booking that a button is about, and from which side; None for all others."""
    match button:
        case ShowBooking() | AskCancel() | CancelFor() | CancelInWords() | WillCome():
            return button.booking_id, button.side
        case Participants() | Accept() | AskDecline() | DeclineFor() | DeclineInWords():
            return button.booking_id, Side.PROVIDER
        case Confirm():
            return button.booking_id, Side.CUSTOMER
        case _:
            return None
