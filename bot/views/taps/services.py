"""Buttons of a provider's services."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.views.buttons import Button
from domain.services import Format
from domain.terms import Approval, Term, Wording


class Way(StrEnum):
    """Where a service is moved in its list."""

    UP = "u"
    DOWN = "d"


@dataclass(frozen=True, slots=True)
class Services(Button):
    tag: ClassVar[str] = "vl"
    provider_id: int
    page: int


@dataclass(frozen=True, slots=True)
class NewService(Button):
    """Make a service; its title is asked first."""

    tag: ClassVar[str] = "vn"
    provider_id: int


@dataclass(frozen=True, slots=True)
class NewLengths(Button):
    """A page of the lengths that the new service may have."""

    tag: ClassVar[str] = "vm"
    page: int


@dataclass(frozen=True, slots=True)
class NewLength(Button):
    tag: ClassVar[str] = "vk"
    minutes: int


@dataclass(frozen=True, slots=True)
class NewPrice(Button):
    """The last answer: the service is made. The amount is in smallest units."""

    tag: ClassVar[str] = "vp"
    amount: int


@dataclass(frozen=True, slots=True)
class OneService(Button):
    """A button about one service of a provider."""

    tag: ClassVar[str] = "vv"
    provider_id: int
    service_id: int


@dataclass(frozen=True, slots=True)
class ShowService(OneService):
    tag: ClassVar[str] = "vs"


@dataclass(frozen=True, slots=True)
class ShowRules(OneService):
    tag: ClassVar[str] = "vr"


@dataclass(frozen=True, slots=True)
class ChooseTerm(OneService):
    tag: ClassVar[str] = "vc"
    term: Term
    page: int


@dataclass(frozen=True, slots=True)
class SetTerm(OneService):
    tag: ClassVar[str] = "vt"
    term: Term
    value: int


@dataclass(frozen=True, slots=True)
class ChoosePrice(OneService):
    tag: ClassVar[str] = "vq"


@dataclass(frozen=True, slots=True)
class SetPrice(OneService):
    tag: ClassVar[str] = "vw"
    amount: int


@dataclass(frozen=True, slots=True)
class ChooseFormats(OneService):
    tag: ClassVar[str] = "vf"


@dataclass(frozen=True, slots=True)
class ToggleFormat(OneService):
    """Switch a format on or off."""

    tag: ClassVar[str] = "wb"  # "vg" made a format the only one
    format: Format


@dataclass(frozen=True, slots=True)
class LeadWithFormat(OneService):
    """Make a format the usual one."""

    tag: ClassVar[str] = "wc"
    format: Format


@dataclass(frozen=True, slots=True)
class WritePlace(OneService):
    """Where one meets in a format."""

    tag: ClassVar[str] = "wd"
    format: Format


@dataclass(frozen=True, slots=True)
class DropPlace(OneService):
    tag: ClassVar[str] = "wh"
    format: Format


@dataclass(frozen=True, slots=True)
class ChooseApproval(OneService):
    """Who confirms a booking."""

    tag: ClassVar[str] = "vi"


@dataclass(frozen=True, slots=True)
class SetApproval(OneService):
    tag: ClassVar[str] = "va"
    approval: Approval


@dataclass(frozen=True, slots=True)
class ShowWording(OneService):
    """In which languages a text is written; where there is but one, it is asked for at once."""

    tag: ClassVar[str] = "vh"
    what: Wording


@dataclass(frozen=True, slots=True)
class WriteWording(OneService):
    """`place` in the list of the organization's languages."""

    tag: ClassVar[str] = "ve"
    what: Wording
    place: int


@dataclass(frozen=True, slots=True)
class DropWording(OneService):
    tag: ClassVar[str] = "vd"
    what: Wording
    place: int


@dataclass(frozen=True, slots=True)
class PauseService(OneService):
    tag: ClassVar[str] = "vz"


@dataclass(frozen=True, slots=True)
class ResumeService(OneService):
    tag: ClassVar[str] = "vy"


@dataclass(frozen=True, slots=True)
class MoveService(OneService):
    tag: ClassVar[str] = "vj"
    way: Way


@dataclass(frozen=True, slots=True)
class DuplicateService(OneService):
    tag: ClassVar[str] = "vu"


@dataclass(frozen=True, slots=True)
class MakeOwnService(OneService):
    """A copy takes the place of a service that others offer too."""

    tag: ClassVar[str] = "vo"


@dataclass(frozen=True, slots=True)
class AskDeleteService(OneService):
    tag: ClassVar[str] = "vx"


@dataclass(frozen=True, slots=True)
class DeleteService(OneService):
    tag: ClassVar[str] = "vb"


@dataclass(frozen=True, slots=True)
class Share(Button):
    """A link to all that a provider offers."""

    tag: ClassVar[str] = "yp"
    provider_id: int


@dataclass(frozen=True, slots=True)
class ShareService(OneService):
    tag: ClassVar[str] = "ys"


@dataclass(frozen=True, slots=True)
class ShareCode(Button):
    """The link as a QR code."""

    tag: ClassVar[str] = "yq"
    provider_id: int


@dataclass(frozen=True, slots=True)
class ShareServiceCode(OneService):
    tag: ClassVar[str] = "yc"


class OwnHours(StrEnum):
    """Hours that a service may have of its own, within those of the provider."""

    ANY = "a"  # whenever the provider is open
    MORNING = "m"
    AFTERNOON = "n"
    EVENING = "e"
    WORKDAYS = "w"
    WEEKEND = "s"


@dataclass(frozen=True, slots=True)
class ChooseServiceHours(OneService):
    tag: ClassVar[str] = "yh"


@dataclass(frozen=True, slots=True)
class SetServiceHours(OneService):
    tag: ClassVar[str] = "yi"
    hours: OwnHours
