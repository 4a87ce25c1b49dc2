"""What a customer looks for: a service, with one provider or with whoever is free."""

from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.bookings import Booking, Source
from domain.dayparts import Part
from domain.people import Person
from domain.refusals import NotOffered
from domain.services import Format, Provider, Service
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Sought:
    """A service with the providers that will do, in the catalogue's order, at least one.

    Times are told by the clock of `zone`; only those of this part of the day count.
    """

    service: Service
    providers: tuple[Provider, ...]
    zone: ZoneInfo
    viewer_id: int
    part: Part = Part.ALL
    for_other: bool = False  # a provider books for somebody
    source: Source = Source.CHAT
    moving: Booking | None = None  # what is to take another time

    @property
    def provider(self) -> Provider | None:
        """The only one that will do; None where several will."""
        return self.providers[0] if len(self.providers) == 1 else None


def at_once(sought: Sought) -> Sought:
    """Without the minimum notice, which binds customers and not the provider who books for one."""
    rules = replace(sought.service.rules, notice=timedelta(0))
    return replace(sought, service=replace(sought.service, rules=rules), for_other=True)


async def seek(
    tx: Tx,
    viewer: Person,
    provider_id: int | None,
    service_id: int,
    part: Part = Part.ALL,
    way: Format | None = None,
) -> Sought:
    """The service with this provider, or with any that offers it.

    Its usual format is then the one given, or the one that the viewer booked it in the last time,
    as long as it is offered.

    Raises:
        NotFound: the provider has no such service.
        NotOffered: the provider or the service is paused, or nobody offers it.
    """
    if provider_id is not None:
        provider, service = await tx.providers.offer(provider_id, service_id)
        service = await _met(tx, viewer, service, way)
        return _sought(service, (provider,), viewer, part)

    found = await tx.providers.offering(service_id)
    if not found:
        raise NotOffered
    service = await _met(tx, viewer, found[0][1], way)
    return _sought(service, tuple(provider for provider, _ in found), viewer, part)


def shown_in(meeting: Format, place: ZoneInfo, viewer: ZoneInfo | None) -> ZoneInfo:
    """The zone whose wall clock counts for the person: the place's, or the own one when remote."""
    return viewer if meeting.is_remote and viewer is not None else place


async def _met(tx: Tx, viewer: Person, service: Service, way: Format | None) -> Service:
    if not service.meetings.is_choice:
        return service
    way = way or await tx.own.last_format(viewer.id, service.id)
    return service.by(way) if way in service.meetings.formats else service


def _sought(
    service: Service, providers: tuple[Provider, ...], viewer: Person, part: Part
) -> Sought:
    zone = shown_in(service.meetings.usual.format, providers[0].zone, viewer.zone)
    return Sought(service, providers, zone, viewer.id, part)
