"""What is true after every step of what people are told, and of those who wait."""

from collections import Counter

from domain.bookings import Status
from domain.notices import AFTERWARDS, STILL_TRUE, Kind, Side
from domain.waitlist import State
from tests.usecases.life.facts import Kept, Told
from tests.usecases.life.stage import MINUTE, Stage, truth

_ON = frozenset({Status.CONFIRMED, Status.IN_PROGRESS})
_OF_A_SESSION = frozenset({Kind.REMINDER, Kind.READY, Kind.ASK_OUTCOME, Kind.ASK_AGAIN})


class Promises(Stage):
    @truth
    def nobody_is_reminded_of_what_is_not_on(self) -> None:
        for notice in self._pending():
            booking = self.facts.bookings[notice.booking_id]
            if notice.kind in _OF_A_SESSION:
                assert booking.status in _ON, f"{notice} is pending, and {booking} is not on"

    @truth
    def reminders_are_of_the_present_time(self) -> None:
        for notice in self._pending():
            booking = self.facts.bookings[notice.booking_id]
            if notice.kind is Kind.REMINDER:
                assert notice.lead_minutes is not None, f"{notice} has no lead"
                due = booking.start - notice.lead_minutes * MINUTE
                assert notice.due == due, f"{notice} is due at {notice.due} for {booking}"
            if notice.kind is Kind.READY:
                due = booking.start - booking.policy.ready_window
                assert notice.due == due, f"{notice} is due at {notice.due} for {booking}"

    @truth
    def nothing_outdated_waits_to_be_told(self) -> None:
        """What tells of an earlier version, or of another status, is cancelled with the change."""
        for notice in self._pending():
            booking = self.facts.bookings[notice.booking_id]
            if notice.kind not in AFTERWARDS:
                assert notice.version == booking.version, f"{notice} is pending for {booking}"
            is_true = booking.status is STILL_TRUE[notice.kind] or booking.status in _ON
            assert is_true, f"{notice} is pending for {booking}"

    @truth
    def both_sides_are_called_to_what_is_on(self) -> None:
        """Whoever can be told hears that a session is about to start, at its present time."""
        known = {
            (each.booking_id, each.version, each.side)
            for each in self.facts.notices
            if each.kind is Kind.READY
        }
        for booking in self.facts.live:
            if booking.status is Status.CONFIRMED:
                for side in self._told(booking):
                    assert (booking.id, booking.version, side) in known, (
                        f"the {side} will not be called to {booking}"
                    )

    @truth
    def nobody_writes_to_walk_ins(self) -> None:
        for notice in self.facts.notices:
            assert notice.recipient_id not in self.facts.walk_ins, f"{notice} is for a walk-in"

    @truth
    def notices_go_to_their_side(self) -> None:
        for notice in self.facts.notices:
            booking = self.facts.bookings[notice.booking_id]
            keeper = self.facts.providers[booking.provider_id].person_id
            recipient = booking.customer_id if notice.side is Side.CUSTOMER else keeper
            assert notice.recipient_id == recipient, f"{notice} is for {notice.recipient_id}"

    @truth
    def what_is_offered_is_kept(self) -> None:
        """An open offer is a hold of just that person, for just so long."""
        for entry in self.facts.waits.values():
            if entry.state is not State.OFFERED:
                continue
            assert entry.booking_id is not None
            assert entry.offered_until is not None
            held = self.facts.bookings[entry.booking_id]
            assert held.customer_id == entry.customer_id, f"{held} is offered to somebody else"
            if entry.offered_until > self.now:
                assert held.status is Status.HELD, f"{held} is offered until {entry.offered_until}"
                assert held.hold_until == entry.offered_until, f"{held} is held otherwise"

    @truth
    def whoever_is_offered_something_can_take_it(self) -> None:
        """A time that is kept for who waited is the open offer of just one entry."""
        offered = Counter(
            each.booking_id for each in self.facts.waits.values() if each.state is State.OFFERED
        )
        for held in self.facts.live:
            if held.status is Status.HELD and held.offered and not self._is_over(held):
                assert offered[held.id] == 1, f"{held} is the offer of {offered[held.id]} entries"

    @truth
    def nobody_is_offered_two_times_of_a_service(self) -> None:
        offers = Counter(
            (each.customer_id, each.service_id)
            for each in self.facts.waits.values()
            if each.state is State.OFFERED
        )
        assert all(count == 1 for count in offers.values()), f"offers: {offers}"

    def _pending(self) -> list[Told]:
        return [each for each in self.facts.notices if each.is_pending]

    def _told(self, booking: Kept) -> list[Side]:
        return [Side.PROVIDER] if booking.customer_id in self.facts.walk_ins else list(Side)

    def _is_over(self, held: Kept) -> bool:
        return held.hold_until is not None and held.hold_until <= self.now
