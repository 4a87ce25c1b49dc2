"""What is true after every step, whoever has done what: of times, seats and bookings.

What people are told, and who waits, is judged in `promises`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from domain.bookings import MOVES, Role, Status
from domain.spans import Span
from domain.wallclock import DAY
from tests.usecases.life.facts import Facts, Kept
from tests.usecases.life.stage import Stage, truth

_HORIZON = 30  # days; nobody changes it here
_MOST_IN_A_SERIES = 12
_AHEAD = frozenset({Status.PENDING, Status.CONFIRMED})
_OPEN = frozenset({Status.HELD, Status.EXPIRED})
_ENDED = frozenset({Status.COMPLETED, Status.NO_SHOW})


class Truths(Stage):
    @truth
    def sessions_of_a_provider_do_not_overlap(self) -> None:
        """Buffers included; only the times of one booking that moves may."""
        live = [each for each in self.facts.sessions.values() if each.live]
        for one, other in combinations(live, 2):
            if one.provider_id == other.provider_id and one.family != other.family:
                assert not one.blocked.overlaps(other.blocked), (
                    f"sessions {one.id} and {other.id} of one provider overlap: {one} {other}"
                )

    @truth
    def seats_add_up(self) -> None:
        """A session is live as long as somebody has a seat in it, each their own one."""
        seats = defaultdict(list)
        for booking in self.facts.live:
            seats[booking.session_id].append(booking.seat)
        for session in self.facts.sessions.values():
            taken = seats[session.id]
            assert session.live == bool(taken), f"{session} has {len(taken)} seats taken"
            assert len(set(taken)) == len(taken), f"one seat of {session} is taken twice"
            assert all(0 <= seat < session.capacity for seat in taken), f"{session} is overfull"

    @truth
    def a_booking_is_where_its_session_is(self) -> None:
        for booking in self.facts.live:
            session = self.facts.sessions[booking.session_id]
            where = (session.provider_id, session.service_id, session.during)
            assert where == (booking.provider_id, booking.service_id, booking.during), (
                f"{booking} is in {session}"
            )

    @truth
    def nobody_holds_two_times(self) -> None:
        holds = Counter(
            each.customer_id
            for each in self.facts.live
            if each.status is Status.HELD and not each.offered and each.moves_id is None
        )
        assert all(count == 1 for count in holds.values()), f"holds by customer: {holds}"

    @truth
    def what_waits_runs_out(self) -> None:
        """Once the program has done its work, nothing is held or asked for beyond its time."""
        for booking in self.facts.live:
            if booking.status in {Status.HELD, Status.PENDING}:
                assert booking.hold_until is not None, f"{booking} waits for ever"
                assert booking.hold_until > self.struck, f"{booking} has outlived its time"
            else:
                assert booking.hold_until is None, f"{booking} waits for nothing"

    @truth
    def nothing_is_booked_beyond_the_horizon(self) -> None:
        for booking in self.facts.live:
            zone = self.salon.provider(booking.provider_id).zone
            latest = self.now.astimezone(zone).date() + _HORIZON * DAY
            assert booking.start.astimezone(zone).date() <= latest, f"{booking} is too far off"

    @truth
    def no_day_fills_beyond_its_cap(self) -> None:
        """What was booked before a cap was lowered stays, but nothing comes on top of it."""
        was, is_now = _started(self, self.before), _started(self, self.facts)
        for (provider_id, on), count in is_now.items():
            most = self.facts.providers[provider_id].most_a_day
            has_grown = count > was.get((provider_id, on), 0)
            assert most is None or count <= most or not has_grown, (
                f"{count} sessions on {on}, of {most} at most"
            )

    @truth
    def events_replay_to_what_is(self) -> None:
        for booking_id, steps in self.facts.steps.items():
            booking = self.facts.bookings[booking_id]
            reached: Status | None = None
            place: Span | None = None
            for step in steps:
                assert step.before is reached, f"{booking} was {reached}, not {step.before}"
                if step.moved_to is not None:
                    assert place in {None, step.moved_from}, f"{booking} was at {place}: {step}"
                    assert step.after is reached, f"{booking} has changed by a move: {step}"
                    place = step.moved_to
                elif reached is not None:
                    assert step.role in MOVES[reached].get(step.after, ()), f"{step} of {booking}"
                reached = step.after
            assert reached is booking.status, f"{booking} should be {reached}"
            assert place in {None, booking.during}, f"{booking} should be at {place}"
            assert len(steps) == booking.version, f"{booking} has {len(steps)} events"

    @truth
    def events_say_who_did_it(self) -> None:
        for booking_id, steps in self.facts.steps.items():
            booking = self.facts.bookings[booking_id]
            does = {
                Role.CUSTOMER: booking.customer_id,
                Role.PROVIDER: self.facts.providers[booking.provider_id].person_id,
                Role.SYSTEM: None,
            }
            for step in steps:
                assert step.person_id == does[step.role], f"{booking}: {step} by whom?"
            times = [step.at for step in steps]
            assert times == sorted(times), f"the events of {booking} are out of order"

    @truth
    def what_was_agreed_stays(self) -> None:
        """Price, title and policy are those of the moment of booking."""
        for booking_id, before in self.before.bookings.items():
            now = self.facts.bookings[booking_id]
            assert now.agreed == before.agreed, f"{now} was agreed otherwise: {before.agreed}"

    @truth
    def people_meet_as_was_chosen(self) -> None:
        """The format is chosen while a time is held, and stays when it is booked."""
        for booking_id, before in self.before.bookings.items():
            now = self.facts.bookings[booking_id]
            assert now.meeting == before.meeting or now.status in _OPEN, f"{now} is met otherwise"

    @truth
    def a_booking_moves_as_often_as_its_policy_allows(self) -> None:
        for booking in self.facts.bookings.values():
            moves = [step for step in self.facts.steps[booking.id] if step.moved_to is not None]
            assert booking.times_moved <= len(moves), f"{booking} has moved {len(moves)} times"
            assert booking.times_moved <= booking.policy.reschedules, f"{booking} moves too often"

    @truth
    def times_are_kept_only_for_what_can_move_there(self) -> None:
        proposals = (each for each in self.facts.live if each.moves_id is not None)
        kept = [each for each in proposals if not _ran_out(self, each)]
        for held in kept:
            assert held.moves_id is not None
            booking = self.facts.bookings[held.moves_id]
            assert booking.status in _AHEAD, f"{held} is kept for {booking}"
            assert _whose(held) == _whose(booking), f"{held} is kept for another's {booking}"
        assert len({each.moves_id for each in kept}) == len(kept), f"two times for one of {kept}"

    @truth
    def what_is_late_was_cancelled_late(self) -> None:
        for booking in self.facts.bookings.values():
            last = self.facts.steps[booking.id][-1]
            is_theirs = last.role is Role.CUSTOMER and last.before is Status.CONFIRMED
            is_late = (
                booking.status is Status.CANCELLED
                and is_theirs
                and booking.policy.cancels_late(booking.start, last.at)
            )
            assert booking.late == is_late, f"{booking} was cancelled at {last.at}"

    @truth
    def sessions_begin_with_somebody_and_not_before_their_time(self) -> None:
        for booking in self.facts.bookings.values():
            if booking.status is Status.IN_PROGRESS:
                assert booking.joined, f"nobody is in {booking}"
            if booking.status in {Status.IN_PROGRESS, *_ENDED}:
                last = self.facts.steps[booking.id][-1]
                assert booking.start <= last.at, f"{booking} is over at {last.at}"
                is_missed = booking.status is Status.NO_SHOW and last.role is Role.SYSTEM
                assert not (is_missed and booking.joined), f"{booking} was missed by no one"

    @truth
    def only_what_took_place_has_an_aftermath(self) -> None:
        for booking in self.facts.bookings.values():
            took_place = booking.status is Status.COMPLETED
            assert booking.has_outcome == took_place, f"{booking} has an outcome"
        said = [*(each[0] for each in self.facts.reviews), *self.facts.afterwards]
        for booking_id in said:
            booking = self.facts.bookings[booking_id]
            assert booking.status is Status.COMPLETED, f"something was said of {booking}"

    @truth
    def stars_add_up(self) -> None:
        """One review a booking; what a provider has is the sum of all."""
        reviewed = Counter(booking_id for booking_id, _, _ in self.facts.reviews)
        assert all(count == 1 for count in reviewed.values()), f"reviews: {reviewed}"
        for provider in self.facts.providers.values():
            stars = [each[2] for each in self.facts.reviews if each[1] == provider.id]
            assert (provider.stars, provider.count) == (sum(stars), len(stars)), f"{provider}"

    @truth
    def series_are_of_one_kind(self) -> None:
        """One customer, provider and service; two bookings or more; none that is only held."""
        for bookings in _series(self.facts):
            assert len({_whose(each) for each in bookings}) == 1, f"a series of several: {bookings}"
            assert 2 <= len(bookings) <= _MOST_IN_A_SERIES, f"a series of {len(bookings)}"
            assert all(each.moves_id is None for each in bookings), "a series of what is held"
            assert all(each.status is not Status.HELD for each in bookings), f"{bookings}"

    @truth
    def only_what_was_declined_has_suggestions(self) -> None:
        for booking in self.facts.bookings.values():
            assert not booking.suggested or booking.status is Status.DECLINED, (
                f"times are suggested for {booking}"
            )


def _started(stage: Stage, facts: Facts) -> Counter[tuple[int, date]]:
    """The live sessions by provider and date; one that moves within a date counts once.

    Those do not count in which nothing is left but holds that have run out.
    """
    taken = {
        each.session_id
        for each in facts.live
        if each.status is not Status.HELD or not _ran_out(stage, each)
    }
    families = {
        (each.provider_id, _on(stage, each.provider_id, each.during), each.family)
        for each in facts.sessions.values()
        if each.id in taken
    }
    return Counter((provider_id, on) for provider_id, on, _ in families)


def _on(stage: Stage, provider_id: int, during: Span) -> date:
    return during.start.astimezone(stage.salon.provider(provider_id).zone).date()


def _ran_out(stage: Stage, held: Kept) -> bool:
    return held.hold_until is not None and held.hold_until <= stage.now


def _whose(booking: Kept) -> tuple[int, int, int]:
    return booking.customer_id, booking.provider_id, booking.service_id


def _series(facts: Facts) -> Iterable[list[Kept]]:
    found: dict[int, list[Kept]] = {}
    for series_id, booking_id in facts.series:
        found.setdefault(series_id, []).append(facts.bookings[booking_id])
    return found.values()
