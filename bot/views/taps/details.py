"""Buttons about what goes with a booking: topic, files, another time, answers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.views.taps.about import CustomerSideButton, ProviderSideButton
from bot.views.taps.flow import FlowButton
from domain.services import Format


@dataclass(frozen=True, slots=True)
class ChooseHow(FlowButton):
    """The formats in which one can meet."""

    tag: ClassVar[str] = "wj"


@dataclass(frozen=True, slots=True)
class PickHow(FlowButton):
    tag: ClassVar[str] = "wu"
    format: Format


@dataclass(frozen=True, slots=True)
class GiveNumber(FlowButton):
    """The number on which the provider is to call."""

    tag: ClassVar[str] = "wv"


@dataclass(frozen=True, slots=True)
class NumberFor(CustomerSideButton):
    """The same for what is booked already."""

    tag: ClassVar[str] = "wo"


@dataclass(frozen=True, slots=True)
class WriteTopic(FlowButton):
    tag: ClassVar[str] = "qt"


@dataclass(frozen=True, slots=True)
class DropTopic(FlowButton):
    tag: ClassVar[str] = "qd"


@dataclass(frozen=True, slots=True)
class AddFiles(FlowButton):
    tag: ClassVar[str] = "qf"


@dataclass(frozen=True, slots=True)
class DropFile(FlowButton):
    """The file at this place of the list, from 0 on."""

    tag: ClassVar[str] = "qx"
    place: int


@dataclass(frozen=True, slots=True)
class OtherDays(FlowButton):
    """Another time that would suit as well: the days of the month that begins with `first`."""

    tag: ClassVar[str] = "qe"
    first: date


@dataclass(frozen=True, slots=True)
class OtherDay(FlowButton):
    tag: ClassVar[str] = "qi"
    on: date


@dataclass(frozen=True, slots=True)
class OtherTime(FlowButton):
    tag: ClassVar[str] = "qj"
    start: datetime


@dataclass(frozen=True, slots=True)
class DropOtherTime(FlowButton):
    tag: ClassVar[str] = "qk"


@dataclass(frozen=True, slots=True)
class AskQuestions(FlowButton):
    """To the first question that is not answered."""

    tag: ClassVar[str] = "qq"


@dataclass(frozen=True, slots=True)
class QuestionButton(FlowButton):
    """A button under the question at this place of the form, from 0 on."""

    tag: ClassVar[str] = "qu"
    question: int


@dataclass(frozen=True, slots=True)
class ChooseOption(QuestionButton):
    """An option of a choice; of a yes or no, 1 is yes."""

    tag: ClassVar[str] = "qo"
    option: int


@dataclass(frozen=True, slots=True)
class ToggleOption(QuestionButton):
    tag: ClassVar[str] = "qg"
    option: int


@dataclass(frozen=True, slots=True)
class AnswerDate(QuestionButton):
    tag: ClassVar[str] = "qm"
    on: date


@dataclass(frozen=True, slots=True)
class TurnAnswerDates(QuestionButton):
    tag: ClassVar[str] = "qn"
    first: date


@dataclass(frozen=True, slots=True)
class KeepAnswer(QuestionButton):
    """Go on with the answer that is there."""

    tag: ClassVar[str] = "qc"


@dataclass(frozen=True, slots=True)
class SkipQuestion(QuestionButton):
    """Go on without an answer."""

    tag: ClassVar[str] = "qs"


@dataclass(frozen=True, slots=True)
class SameAsLast(QuestionButton):
    """Answer the form as the last time."""

    tag: ClassVar[str] = "ql"


@dataclass(frozen=True, slots=True)
class ShowFiles(ProviderSideButton):
    """Send the files of a booking again; for its provider."""

    tag: ClassVar[str] = "qh"


@dataclass(frozen=True, slots=True)
class ShowAnswers(ProviderSideButton):
    """A page of the answers that came with a booking; for its provider."""

    tag: ClassVar[str] = "qw"
    page: int
