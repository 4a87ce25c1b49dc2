"""Bookings: made, changed and found. The database itself refuses two in one time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Executable

from domain.bookings import Booking, Change, Role, Source
from domain.notices import Side
from domain.people import Person
from domain.references import reference
from domain.refusals import HoldLost, NoSeats, NotFound, SlotTaken
from domain.services import Provider, Service
from domain.spans import Span
from storage import booking_queries as queries, hold_queries, move_queries
from storage.booking_rows import blocked_by, booking, change, held, new_hold
from storage.connection import Clash, Connection
from storage.live_cards import touch
from storage.people import person
from storage.waitlist import TELL_OF_FREED

_LONG_AGO = timedelta(days=1)
_ATTEMPTS = 6  # one in the way was cleared, or somebody else has drawn the same reference


class Bookings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def hold(
        self,
        provider: Provider,
        service: Service,
        customer_id: int,
        during: Span,
        hold_until: datetime,
        now: datetime,
        *,
        note: str = "",
        offered: bool = False,  # a fact that is kept
        source: Source = Source.CHAT,
        moves_id: int | None = None,
        draw: Callable[[], str],
    ) -> Booking:
        """Keep a time for a customer until `hold_until`; `draw` gives the end of a reference.

        Of many who try at once exactly one gets it, or as many as a group session has seats. Holds
        that have run out are no obstacle. The customer must hold nothing else, unless it is
        offered from the waitlist, or kept for the booking `moves_id`, whose own time is no obstacle
        either.

        Raises:
            SlotTaken: somebody else has the time.
            NoSeats: the group session at this time is full.
        """
        wish = (provider, service, customer_id, during, hold_until, note, offered, moves_id)
        columns = new_hold(*wish) | {"now": now, "source": source}
        on = during.start.astimezone(provider.zone).date()
        if moves_id is not None:
            await touch(self._connection, moves_id)
        is_group = service.rules.capacity > 1
        has_cleared = False
        for _ in range(_ATTEMPTS):
            columns["reference"] = name = reference(on, draw())
            columns["place"] = service.meetings.usual.place_of(name)
            if is_group and (group_id := await self._group(columns)) is not None:
                booking_id = await self._join(group_id, columns)
                if booking_id is not None:
                    return held(booking_id, name, *wish)
                continue
            session_id, booking_id = await self._insert(columns)
            if booking_id is not None:
                return held(booking_id, name, *wish)
            if session_id is not None:
                await self._connection.write(hold_queries.FORGET_SESSION, session_id=session_id)
            elif has_cleared:
                raise SlotTaken
            else:
                await self._clear(provider.id, blocked_by(service, during), now)
                has_cleared = True
        raise SlotTaken

    async def get(self, booking_id: int) -> Booking:
        """This booking, or raise NotFound."""
        return await self._one(queries.GET, booking_id)

    async def lock(self, booking_id: int) -> Booking:
        """As `get`; nobody else changes it before the transaction ends."""
        return await self._one(queries.LOCK, booking_id)

    async def save(self, after: Booking, step: Change) -> None:
        """Keep a change and record it; a session that has no live booking left blocks no more.

        Of a time that becomes free, those who look after the waitlist hear at the commit.

        Raises Clash if somebody else has changed the booking since it was read.
        """
        if after.capacity > 1 and not after.status.is_live:
            await self._connection.read(hold_queries.LOCK_GROUP_OF, of_booking=after.id)
        found = await self._connection.write(
            queries.SAVE,
            booking_id=after.id,
            status=after.status,
            is_live=after.status.is_live,
            version=after.version,
            reason=after.reason,
            note=after.note,
            hold_until=after.hold_until,
            before=step.before,
            role=step.actor.role,
            person_id=step.actor.person_id,
            at=step.at,
            why=step.reason,
            source=step.source,
            late=after.late,
        )
        if found.one_or_none() is None:
            raise Clash(f"booking {after.id} is past version {after.version}")
        await touch(self._connection, after.moves_id or after.id)
        if not after.status.is_live:
            await self._connection.read(TELL_OF_FREED, freed_provider=after.provider_id)

    async def proposal_of(self, booking_id: int) -> Booking | None:
        """The time that is kept for a booking, which may move to it; a hold."""
        found = await self._many(queries.PROPOSAL_OF, of_booking=booking_id)
        return found[0] if found else None

    async def move(self, after: Booking, step: Change, held: Booking) -> None:
        """Give the booking the place of what is held for it, and its present one back.

        Raises:
            HoldLost: it is held no longer.
            Clash: somebody else has changed the booking since it was read.
        """
        both = {"booking_id": after.id, "hold_id": held.id}
        await self._connection.read(move_queries.LOCK_GROUPS_OF_BOTH, **both)
        by = {"role": step.actor.role, "person_id": step.actor.person_id, "at": step.at}
        if (await self._connection.write(move_queries.USE_UP, **both, **by)).one_or_none() is None:
            raise HoldLost
        if step.moved_from is None or step.moved_to is None:
            raise ValueError("a move is from one time to another")
        if after.capacity > 1:  # those whom it leaves have a seat more beside them
            await touch(self._connection, after.id)
        found = await self._connection.write(
            move_queries.MOVE,
            **both,
            **by,
            version=after.version,
            times_moved=after.times_moved,
            hold_until=after.hold_until,
            before=step.before,
            status=step.after,
            why=step.reason,
            was_from=step.moved_from.start,
            was_until=step.moved_from.end,
            start=step.moved_to.start,
            end=step.moved_to.end,
        )
        if found.one_or_none() is None:
            raise Clash(f"booking {after.id} is past version {after.version}")
        await touch(self._connection, after.id)
        await self._connection.read(TELL_OF_FREED, freed_provider=after.provider_id)

    async def last_move(self, booking_id: int) -> Change | None:
        """How the booking came to its present time, if it ever had another one."""
        row = (
            await self._connection.read(move_queries.LAST_MOVE, of_booking=booking_id)
        ).one_or_none()
        return None if row is None else change(row)

    async def suggest(self, booking_id: int, starts: Sequence[datetime]) -> None:
        """Keep which other times were suggested for a request; none takes them back."""
        await self._connection.write(
            move_queries.SUGGEST, of_booking=booking_id, starts=list(starts)
        )
        await touch(self._connection, booking_id)

    async def suggested(self, booking_id: int) -> tuple[datetime, ...]:
        """The times that were suggested and not taken yet, ascending."""
        found = await self._connection.read(move_queries.SUGGESTED, of_booking=booking_id)
        return tuple(found.scalar_one_or_none() or ())

    async def come(self, coming: Booking, role: Role, now: datetime) -> None:
        """Keep that this side says they will be there, and when they said so."""
        said = {role.value: now.isoformat()}
        await self._connection.write(queries.COME, of_booking=coming.id, coming=said)
        await touch(self._connection, coming.id)

    async def join(self, booking_id: int, role: Role, at: datetime) -> None:
        """Keep that this side is there, and since when; what was kept before stays."""
        said = {role.value: at.isoformat()}
        await self._connection.write(queries.JOIN, of_booking=booking_id, joined=said)
        await touch(self._connection, booking_id)

    async def lock_session(self, booking_id: int) -> list[Booking]:
        """What is on in the session that a booking is in, by id; locked like `lock`."""
        return await self._many(queries.LOCK_SESSION, of_booking=booking_id)

    async def meet(self, held: Booking) -> None:
        """Keep in which format, and where, the two sides of what is held are to meet."""
        await self._connection.write(
            queries.MEET, of_booking=held.id, way=held.format, where=held.place
        )

    async def set_note(self, booking_id: int, note: str) -> None:
        await self._connection.write(queries.SET_NOTE, of_booking=booking_id, new=note)

    async def held_by(self, customer_id: int) -> list[Booking]:
        """What this customer holds, run out or not; locked like `lock`."""
        return await self._many(queries.HELD_BY, customer_id=customer_id)

    async def held_with(self, provider_id: int) -> list[Booking]:
        """What anybody holds with this provider, run out or not; locked like `lock`.

        Times that are kept for bookings, which may move to them, are left out.
        """
        return await self._many(queries.HELD_WITH, provider_id=provider_id)

    async def upcoming(
        self, customer_id: int, now: datetime, limit: int, offset: int
    ) -> list[Booking]:
        """A page of the customer's bookings that are not over, by start."""
        return await self._many(
            queries.UPCOMING_OF, customer_id=customer_id, now=now, most=limit, skipped=offset
        )

    async def past(self, customer_id: int, now: datetime, limit: int, offset: int) -> list[Booking]:
        """A page of the customer's bookings that are over, newest first; holds never count."""
        return await self._many(
            queries.PAST_OF, customer_id=customer_id, now=now, most=limit, skipped=offset
        )

    async def last_kept(self, customer_id: int, now: datetime) -> Booking | None:
        """The customer's latest booking that is over and was not called off or missed."""
        found = await self._many(queries.LAST_KEPT, customer_id=customer_id, now=now)
        return found[0] if found else None

    async def count_upcoming(self, customer_id: int, now: datetime) -> int:
        return await self._count(queries.COUNT_UPCOMING, customer_id=customer_id, now=now)

    async def count_past(self, customer_id: int, now: datetime) -> int:
        return await self._count(queries.COUNT_PAST, customer_id=customer_id, now=now)

    async def next_for(self, customer_id: int, now: datetime) -> Booking | None:
        """The customer's next booking, one that has begun included."""
        found = await self.upcoming(customer_id, now, 1, 0)
        return found[0] if found else None

    async def ahead_of(self, person_id: int, now: datetime) -> list[tuple[Booking, Side]]:
        """Confirmed bookings not yet begun, once for each side on which the person stands."""
        found = await self._connection.read(queries.AHEAD_OF, person_id=person_id, now=now)
        return [
            (booking(row), side)
            for row in found
            for side, stands in (
                (Side.CUSTOMER, row.is_customer),
                (Side.PROVIDER, row.is_provider),
            )
            if stands
        ]

    async def of_provider(
        self, provider_ids: Sequence[int], start: datetime, end: datetime
    ) -> list[tuple[Booking, Person]]:
        """What stands and begins in [start, end), by start, with the customer."""
        return await self._with_customers(
            queries.OF_PROVIDERS, provider_ids=list(provider_ids), start=start, end=end
        )

    async def page_of_provider(
        self, provider_id: int, start: datetime, end: datetime, limit: int, offset: int
    ) -> list[tuple[Booking, Person]]:
        """A page of what `of_provider` gives."""
        return await self._with_customers(
            queries.PAGE_OF_PROVIDERS,
            provider_ids=[provider_id],
            start=start,
            end=end,
            most=limit,
            skipped=offset,
        )

    async def counts_of_provider(
        self, provider_id: int, zone: ZoneInfo, start: datetime, end: datetime
    ) -> dict[date, int]:
        """How many begin on each date of the zone in [start, end); dates without any left out."""
        found = await self._connection.read(
            queries.COUNT_BY_DATE, provider_id=provider_id, zone=zone.key, start=start, end=end
        )
        return {row.on_date: row.number for row in found}

    async def waiting(
        self, provider_ids: Sequence[int], now: datetime
    ) -> list[tuple[Booking, Person]]:
        """Requests not yet answered whose time is still ahead, by start, with the customer.

        Of a series the first one alone.
        """
        return await self._with_customers(queries.WAITING, provider_ids=list(provider_ids), now=now)

    async def in_session_of(self, booking_id: int) -> list[tuple[Booking, Person]]:
        """Everybody in the session that a booking is in, itself included; holds left out."""
        return await self._with_customers(queries.IN_SESSION, of_booking=booking_id)

    async def customers_of(self, provider_id: int, limit: int) -> list[Person]:
        """Who has booked with a provider, whoever did so last first."""
        found = await self._connection.read(
            queries.CUSTOMERS_OF, of_provider=provider_id, most=limit
        )
        return [person(row) for row in found]

    async def is_customer_of(self, customer_id: int, provider_id: int) -> bool:
        """Whether they have ever booked with this provider; what was only held does not count."""
        found = await self._connection.read(
            queries.IS_CUSTOMER, of_customer=customer_id, of_provider=provider_id
        )
        return bool(found.scalar_one())

    async def lapsed_holds(self, now: datetime, limit: int) -> list[Booking]:
        """Holds that have run out, oldest first; locked, those locked by others left out."""
        return await self._many(queries.LAPSED_HOLDS, now=now, most=limit)

    async def lapsed_requests(self, now: datetime, limit: int) -> list[Booking]:
        """Requests that nobody answered in time; ordered and locked like `lapsed_holds`."""
        return await self._many(queries.LAPSED_REQUESTS, now=now, most=limit)

    async def beginning(self, now: datetime, limit: int) -> list[Booking]:
        """What somebody waits for and whose time has come; locked like `lapsed_holds`."""
        since = now - _LONG_AGO
        return await self._many(queries.BEGINNING, now=now, since=since, most=limit)

    async def unattended(self, now: datetime, limit: int) -> list[tuple[Booking, datetime]]:
        """What has begun and nobody has joined through us, and when they were asked to.

        Ordered and locked like `lapsed_holds`.
        """
        since = now - _LONG_AGO
        found = await self._connection.read(queries.UNATTENDED, now=now, since=since, most=limit)
        return [(booking(row), row.asked_at) for row in found]

    async def next_lapse(self) -> datetime | None:
        """When the next hold or request runs out, or has run out already."""
        found: datetime | None = (await self._connection.read(queries.NEXT_LAPSE)).scalar_one()
        return found

    async def events(self, booking_id: int) -> list[Change]:
        """All that has become of a booking, in order."""
        found = await self._connection.read(queries.EVENTS, of_booking=booking_id)
        return [change(row) for row in found]

    async def _insert(self, columns: Mapping[str, object]) -> tuple[int | None, int | None]:
        """The ids of the session and the booking; None where something is in the way."""
        row = (await self._connection.write_quickly(hold_queries.HOLD, columns)).one()
        return row.session_id, row.booking_id

    async def _group(self, columns: Mapping[str, object]) -> int | None:
        """The group session of just this service and time, if there is one; locked."""
        names = ("provider_id", "service_id", "start", "end")
        found = await self._connection.read(
            hold_queries.LOCK_GROUP, **{name: columns[name] for name in names}
        )
        group_id: int | None = found.scalar_one_or_none()
        return group_id

    async def _join(self, session_id: int, columns: Mapping[str, object]) -> int | None:
        """The id of the booking that has one more seat; None where its reference is taken."""
        await self._connection.write(
            hold_queries.EXPIRE_IN_GROUP, session_id=session_id, now=columns["now"]
        )
        seat = {**columns, "session_id": session_id}
        row = (await self._connection.write_quickly(hold_queries.JOIN_GROUP, seat)).one_or_none()
        if row is None:
            raise NoSeats
        booking_id: int | None = row.booking_id
        return booking_id

    async def _clear(self, provider_id: int, blocked: Span, now: datetime) -> None:
        """Let go of holds in the way that have run out."""
        way = {
            "provider_id": provider_id,
            "blocked_from": blocked.start,
            "blocked_until": blocked.end,
        }
        await self._connection.read(hold_queries.LOCK_GROUPS_IN_THE_WAY, **way)
        await self._connection.write(hold_queries.EXPIRE_IN_THE_WAY, **way, now=now)

    async def _one(self, query: Executable, booking_id: int) -> Booking:
        row = (await self._connection.read(query, of_booking=booking_id)).one_or_none()
        if row is None:
            raise NotFound
        return booking(row)

    async def _many(self, query: Executable, **values: object) -> list[Booking]:
        return [booking(row) for row in await self._connection.read(query, **values)]

    async def _count(self, query: Executable, **values: object) -> int:
        return int((await self._connection.read(query, **values)).scalar_one())

    async def _with_customers(
        self, query: Executable, **values: object
    ) -> list[tuple[Booking, Person]]:
        found = await self._connection.read(query, **values)
        return [(booking(row), person(row[len(queries.BOOKING) :])) for row in found]
