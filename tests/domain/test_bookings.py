"""The status machine: which steps there are, who may take them, and what they leave behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from domain.bookings import (
    LIVE,
    MOVES,
    REASON_LIMIT,
    SYSTEM,
    Actor,
    Booking,
    Change,
    Role,
    Status,
    checked_out,
    fitting,
    moved,
    nudge_due,
    request_lapses,
)
from domain.money import Money
from domain.policies import DEFAULT
from domain.refusals import AlreadyStarted, NotStarted, TextTooLong, WrongStatus
from domain.services import Titles
from domain.spans import Span

START = datetime(2026, 12, 3, 9, tzinfo=UTC)
BEFORE = START - timedelta(days=1)
CUSTOMER = Actor(Role.CUSTOMER, 1)
PROVIDER = Actor(Role.PROVIDER, 2)


def a_booking(status: Status = Status.CONFIRMED) -> Booking:
    return Booking(
        id=1,
        reference="BK-20261203-7KQM",
        provider_id=2,
        service_id=3,
        customer_id=1,
        status=status,
        during=Span.lasting(START, timedelta(hours=1)),
        zone=ZoneInfo("Asia/Jakarta"),
        title=Titles({"en": "Consultation"}),
        price=Money(0, "IDR"),
    )


def test_a_step_raises_the_version_and_is_recorded() -> None:
    after, change = moved(a_booking(), Status.CANCELLED, by=CUSTOMER, at=BEFORE, reason=" ill ")

    assert (after.status, after.version, after.reason) == (Status.CANCELLED, 2, "ill")
    assert change == Change(Status.CONFIRMED, Status.CANCELLED, CUSTOMER, BEFORE, "ill")


def test_the_customer_cannot_confirm_the_own_request() -> None:
    with pytest.raises(WrongStatus):
        moved(a_booking(Status.PENDING), Status.CONFIRMED, by=CUSTOMER, at=BEFORE)


def test_a_provider_confirms_or_declines_a_request() -> None:
    for to in (Status.CONFIRMED, Status.DECLINED):
        after, _ = moved(a_booking(Status.PENDING), to, by=PROVIDER, at=BEFORE)

        assert after.status is to


@pytest.mark.parametrize(
    ("status", "to", "by"),
    [
        (Status.CONFIRMED, Status.CANCELLED, CUSTOMER),
        (Status.CONFIRMED, Status.CANCELLED, PROVIDER),
        (Status.PENDING, Status.CONFIRMED, PROVIDER),
        (Status.PENDING, Status.DECLINED, PROVIDER),
    ],
)
def test_once_the_session_has_started_it_is_too_late(status: Status, to: Status, by: Actor) -> None:
    with pytest.raises(AlreadyStarted):
        moved(a_booking(status), to, by=by, at=START)


def test_only_the_clock_lets_a_request_lapse_also_after_its_start() -> None:
    after, _ = moved(a_booking(Status.PENDING), Status.EXPIRED, by=SYSTEM, at=START)

    assert after.status is Status.EXPIRED
    with pytest.raises(WrongStatus):
        moved(a_booking(Status.PENDING), Status.EXPIRED, by=PROVIDER, at=BEFORE)


def test_what_is_over_stays_over() -> None:
    over = [status for status in Status if not MOVES[status]]

    assert set(over) == set(Status) - LIVE


def test_every_live_status_leads_to_an_end() -> None:
    def ends(status: Status, seen: frozenset[Status]) -> bool:
        if not MOVES[status]:
            return True
        return any(ends(to, seen | {to}) for to in MOVES[status] if to not in seen)

    assert all(ends(status, frozenset({status})) for status in Status)


def test_every_status_is_reached_from_a_hold() -> None:
    reached, fresh = {Status.HELD}, {Status.HELD}
    while fresh:
        fresh = {to for status in fresh for to in MOVES[status]} - reached
        reached |= fresh

    assert reached == set(Status)


@given(
    st.lists(
        st.tuples(st.sampled_from(Status), st.sampled_from(Role), st.integers(-48, 48)),
        max_size=12,
    )
)
def test_however_it_is_driven_the_changes_replay_to_the_status(
    steps: list[tuple[Status, Role, int]],
) -> None:
    booking, changes = a_booking(Status.HELD), list[Change]()
    for to, role, hours in steps:
        before = booking
        try:
            booking, change = moved(
                booking, to, by=Actor(role, 1), at=START + timedelta(hours=hours)
            )
        except (WrongStatus, AlreadyStarted, NotStarted):
            assert booking is before
        else:
            changes.append(change)

    replayed = Status.HELD
    for change in changes:
        assert change.before is replayed
        assert change.actor.role in MOVES[replayed][change.after]
        replayed = change.after
    assert (booking.status, booking.version) == (replayed, 1 + len(changes))


def test_a_reason_that_is_too_long_says_by_how_much() -> None:
    with pytest.raises(TextTooLong) as refused:
        moved(
            a_booking(), Status.CANCELLED, by=CUSTOMER, at=BEFORE, reason="x" * (REASON_LIMIT + 1)
        )

    assert (refused.value.limit, refused.value.length) == (REASON_LIMIT, REASON_LIMIT + 1)


def test_blanks_around_a_text_do_not_count() -> None:
    assert fitting(f"  {'x' * 10}\n", 10) == "x" * 10


def test_approval_makes_a_request_of_a_hold() -> None:
    held = a_booking(Status.HELD)
    by_hand = replace(held, policy=replace(DEFAULT, approval=True))

    assert checked_out(by_hand) is Status.PENDING
    assert checked_out(held) is Status.CONFIRMED


def test_a_request_lapses_at_the_start_less_the_notice() -> None:
    made = START - timedelta(days=7)

    assert request_lapses(made, START, timedelta(hours=2)) == START - timedelta(hours=2)


def test_a_request_at_the_edge_of_the_notice_leaves_half_the_time() -> None:
    made = START - timedelta(hours=2)

    assert request_lapses(made, START, timedelta(hours=2)) == START - timedelta(hours=1)


def test_the_nudge_comes_after_a_day_or_half_the_time() -> None:
    made = START - timedelta(days=7)

    assert nudge_due(made, START) == made + timedelta(hours=24)
    assert nudge_due(START - timedelta(hours=4), START) == START - timedelta(hours=2)
