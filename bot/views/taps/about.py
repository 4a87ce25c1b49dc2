"""Which booking a button is about."""

from bot.views.buttons import Button
from bot.views.taps.afterwards import (
    Again,
    AgainAt,
    AskFollowUp,
    AskParticipation,
    DropReviewWords,
    FollowUpDates,
    FollowUpFor,
    GiveStars,
    MyReview,
    PlanFollowUp,
    RateParticipation,
    WriteReview,
)
from bot.views.taps.bookings import (
    Accept,
    AskCancel,
    AskDecline,
    CancelFor,
    CancelInWords,
    DeclineFor,
    DeclineInWords,
    Participants,
    ShowBooking,
    WillCome,
)
from bot.views.taps.details import (
    NumberFor,
    ShowAnswers,
    ShowFiles,
)
from bot.views.taps.flow import (
    Confirm,
)
from bot.views.taps.moves import (
    AcceptMove,
    AskMove,
    AskSuggest,
    KeepTime,
    MoveFor,
    MoveTo,
    RefuseMove,
    Suggest,
    SuggestOther,
    TakeSuggested,
    ToggleSuggestion,
)
from bot.views.taps.policies import (
    Timeline,
)
from bot.views.taps.rooms import (
    AboutRoom,
    AskBlock,
    AskReport,
    Block,
    OpenRoom,
    SaveTranscript,
    SendReport,
    Unblock,
    WriteOnce,
)
from bot.views.taps.series import (
    AcceptAll,
    AskDeclineAll,
    CancelFollowing,
    DeclineAllFor,
    DeclineAllInWords,
    Repeat,
    RepeatBook,
    RepeatEvery,
    RepeatPlan,
    RequestedDates,
)
from bot.views.taps.sessions import (
    AskLater,
    AskNoShow,
    Complete,
    DropMaterial,
    DropOutcome,
    Join,
    NoShow,
    SendNotes,
    ShowMaterials,
    ShowNotes,
    WriteOutcome,
)
from domain.notices import Side


def about(button: Button | None) -> tuple[int, Side] | None:
    """The booking that a button is about, and from which side; None for all others."""
    match button:
        case (
            ShowBooking()
            | AskCancel()
            | CancelFor()
            | CancelInWords()
            | WillCome()
            | CancelFollowing()
            | AskMove()
            | MoveFor()
            | Join()
            | ShowNotes()
            | ShowMaterials()
            | OpenRoom()
            | WriteOnce()
            | AboutRoom()
            | SaveTranscript()
            | AskBlock()
            | Block()
            | Unblock()
            | AskReport()
            | SendReport()
        ):
            return button.booking_id, button.side
        case AcceptMove() | RefuseMove():
            return button.held_id, Side.PROVIDER
        case (
            AskSuggest()
            | ToggleSuggestion()
            | SuggestOther()
            | Suggest()
            | ShowFiles()
            | ShowAnswers()
            | Timeline()
            | Participants()
            | Accept()
            | AskDecline()
            | DeclineFor()
            | DeclineInWords()
            | RequestedDates()
            | AcceptAll()
            | AskDeclineAll()
            | DeclineAllFor()
            | DeclineAllInWords()
            | AskLater()
            | AskNoShow()
            | Complete()
            | NoShow()
            | SendNotes()
            | DropMaterial()
            | WriteOutcome()
            | DropOutcome()
            | AskParticipation()
            | RateParticipation()
            | AskFollowUp()
            | FollowUpFor()
            | FollowUpDates()
            | PlanFollowUp()
        ):
            return button.booking_id, Side.PROVIDER
        case (
            Confirm()
            | NumberFor()
            | MoveTo()
            | KeepTime()
            | TakeSuggested()
            | GiveStars()
            | MyReview()
            | WriteReview()
            | DropReviewWords()
            | Again()
            | AgainAt()
            | Repeat()
            | RepeatEvery()
            | RepeatPlan()
            | RepeatBook()
        ):
            return button.booking_id, Side.CUSTOMER
        case _:
            return None
