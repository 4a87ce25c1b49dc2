"""What each section of a catalogue may say, and the entry it stands for.

Values come as they were written: texts, lists and keys; each field knows its own notation. The
validation context is `fields.Surroundings`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.catalogue import fields
from bot.catalogue.problems import quoted
from domain import intake
from domain.catalogues import OrganizationEntry, ProviderEntry, ServiceEntry
from domain.hours import Override, Window, regular
from domain.intake import Kind, Question
from domain.policies import NOTHING_LAID_DOWN, Clauses
from domain.rules import Rules
from domain.services import Format, Meeting, Meetings, Rating, Titles
from domain.terms import USUAL_HORIZON, usual_step

_NONE = timedelta(0)


class Section(BaseModel):
    """Keys with values; a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class CatalogueSection(Section):
    """The top of the file."""

    organizations: Annotated[list[object], Field(min_length=1)]


class PolicySection(Section):
    """What applies to bookings; what is not said is as the level above says."""

    cancel_window: fields.CancelWindow | None = None
    reschedule_window: fields.RescheduleWindow | None = None
    reschedules: fields.Reschedules | None = None
    no_show_grace: fields.NoShowGrace | None = None
    ready_window: fields.ReadyWindow | None = None
    room_before: fields.RoomWindow | None = None
    room_after: fields.RoomWindow | None = None
    transcripts: fields.Transcripts | None = None
    most_active: fields.MostActive | None = None
    hold: fields.Hold | None = None
    approval: bool | None = None

    def clauses(self) -> Clauses:
        return Clauses(**{name: getattr(self, name) for name in type(self).model_fields})


class OrganizationSection(Section):
    """A tenant; its services and providers are validated one by one."""

    slug: fields.Slug
    name: fields.Name
    zone: fields.Zone
    currency: fields.Currency
    languages: fields.Languages
    policy: PolicySection | None = None
    services: list[object] = []
    providers: list[object] = []

    def entry(
        self, services: tuple[ServiceEntry, ...], providers: tuple[ProviderEntry, ...]
    ) -> OrganizationEntry:
        return OrganizationEntry(
            self.slug,
            self.name,
            self.zone,
            self.currency,
            self.languages,
            services,
            providers,
            _clauses(self.policy),
        )


class QuestionSection(Section):
    """A question that is asked before a service is booked."""

    slug: fields.Slug
    ask: fields.Asked
    kind: fields.KindOfQuestion
    required: bool = False
    sensitive: bool = False
    options: Annotated[list[fields.Option], Field(max_length=intake.MOST_OPTIONS)] = []
    least: fields.Number | None = None
    most: fields.Number | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        is_choice = self.kind in {Kind.CHOICE, Kind.CHOICES}
        if is_choice and len(self.options) < 2:
            raise ValueError(f"is a {self.kind} and needs two options at least")
        if self.options and not is_choice:
            raise ValueError(f"is a {self.kind} and takes no options")
        bounds = [each for each in (self.least, self.most) if each is not None]
        if bounds and self.kind is not Kind.NUMBER:
            raise ValueError(f"is a {self.kind}; only a number has bounds")
        if bounds != sorted(bounds):
            raise ValueError("has a least that is more than its most")
        return self

    def question(self) -> Question:
        return Question(
            self.slug,
            Titles(self.ask),
            self.kind,
            self.required,
            self.sensitive,
            tuple(Titles(option) for option in self.options),
            self.least,
            self.most,
        )


def _each_slug_once(questions: list[QuestionSection]) -> list[QuestionSection]:
    slugs = [each.slug for each in questions]
    twice = next((slug for slug in slugs if slugs.count(slug) > 1), None)
    if twice is not None:
        raise ValueError(f"has the slug {quoted(twice)} twice")
    return questions


class FormatSection(Section):
    """A way to meet, and where; its name alone is short for one without a place."""

    format: fields.FormatOfService
    place: fields.Place = ""

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, said: object) -> object:
        return {"format": said} if isinstance(said, str) else said


def _each_format_once(formats: list[FormatSection]) -> list[FormatSection]:
    names = [each.format.value for each in formats]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"has {quoted(twice)} twice")
    return formats


class ServiceSection(Section):
    """A service; lengths of time are minutes unless they carry a unit."""

    slug: fields.Slug
    title: fields.Title
    description: fields.Prose | None = None
    minutes: fields.Step
    every: fields.Step | None = None
    before: fields.Buffer = _NONE
    after: fields.Buffer = _NONE
    notice: fields.Notice = _NONE
    horizon: fields.Horizon = USUAL_HORIZON
    seats: fields.Cap = 1
    most_a_day: fields.Cap | None = None
    hours: dict[fields.DaysOfWeek, fields.Windows] | None = None
    price: fields.Price
    approval: bool | None = None
    format: fields.FormatOfService | None = None
    place: fields.Place = ""
    formats: Annotated[
        list[FormatSection], Field(min_length=1), AfterValidator(_each_format_once)
    ] = []
    policy: PolicySection | None = None
    active: bool = True
    questions: Annotated[
        list[QuestionSection],
        Field(max_length=intake.MOST_QUESTIONS),
        AfterValidator(_each_slug_once),
    ] = []

    @model_validator(mode="after")
    def _says_once_who_approves(self) -> Self:
        if self.approval is not None and self.policy and self.policy.approval is not None:
            raise ValueError("says approval twice; leave it out here, or in policy")
        return self

    @model_validator(mode="after")
    def _says_once_how_to_meet(self) -> Self:
        if self.formats and (self.format or self.place):
            raise ValueError("has formats, so format and place stand there, not here")
        return self

    def entry(self) -> ServiceEntry:
        return ServiceEntry(
            slug=self.slug,
            title=Titles(self.title),
            rules=self._rules(),
            price=self.price,
            meetings=self._meetings(),
            description=Titles(self.description) if self.description else None,
            active=self.active,
            clauses=self._clauses(),
            questions=tuple(each.question() for each in self.questions),
        )

    def _meetings(self) -> Meetings:
        if self.formats:
            return Meetings(tuple(Meeting(each.format, each.place) for each in self.formats))
        return Meetings((Meeting(self.format or Format.IN_PERSON, self.place),))

    def _clauses(self) -> Clauses | None:
        """The policy; whether requests are approved may stand outside of it."""
        if self.approval is None:
            return _clauses(self.policy)
        said = NOTHING_LAID_DOWN if self.policy is None else self.policy.clauses()
        return replace(said, approval=self.approval)

    def _rules(self) -> Rules:
        every = self.every or usual_step(self.minutes)
        return Rules(
            self.minutes,
            every,
            self.before,
            self.after,
            self.notice,
            self.horizon,
            self.most_a_day,
            self.seats,
            None if self.hours is None else regular(_weekly(self.hours)),
        )


class RatingSection(Section):
    """Stars given so far."""

    mean: Annotated[float, Field(ge=1, le=5, allow_inf_nan=False)]
    count: Annotated[int, Field(ge=1, lt=2**31)]


class ProviderSection(Section):
    """A provider; hours and overrides are by the clock of its zone."""

    slug: fields.Slug
    name: fields.Name
    type: fields.TypeOfBusiness
    zone: fields.Zone | None = None
    services: fields.Services
    hours: dict[fields.DaysOfWeek, fields.Windows]
    overrides: dict[fields.Day, fields.Windows] = {}
    bio: fields.Prose | None = None
    address: fields.Line = ""
    phone: fields.Phone = ""
    rating: RatingSection | None = None
    most_a_day: fields.Cap | None = None
    telegram_id: Annotated[int, Field(ge=1, lt=2**52)] | None = None
    policy: PolicySection | None = None
    active: bool = True

    def entry(self, zone: ZoneInfo) -> ProviderEntry:
        """The entry; `zone` is the organization's, for a provider that names none."""
        return ProviderEntry(
            slug=self.slug,
            name=self.name,
            business_type=self.type,
            zone=self.zone or zone,
            services=self.services,
            weekly=_weekly(self.hours),
            overrides=tuple(Override(on, open_) for on, open_ in sorted(self.overrides.items())),
            bio=Titles(self.bio) if self.bio else None,
            address=self.address,
            phone=self.phone,
            rating=Rating(self.rating.mean, self.rating.count) if self.rating else Rating(),
            most_a_day=self.most_a_day,
            telegram_id=self.telegram_id,
            active=self.active,
            clauses=_clauses(self.policy),
        )


def _clauses(section: PolicySection | None) -> Clauses | None:
    return None if section is None else section.clauses()


def _weekly(
    hours: Mapping[fields.DaysOfWeek, tuple[Window, ...]],
) -> tuple[tuple[Window, ...], ...]:
    """The windows of the seven weekdays, Monday first."""
    by_day = {day: windows for days, windows in hours.items() for day in days.numbers}
    return tuple(by_day.get(day, ()) for day in range(7))
