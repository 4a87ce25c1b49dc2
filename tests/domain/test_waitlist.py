"""Waiting until something opens: who is offered what, in which order, and how it ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from domain import waitlist
from domain.dayparts import Part
from domain.refusals import DatesOver, NotWaiting, OfferOver, Refused
from domain.waitlist import OFFER, Entry, Opened, State
from tests.domain.making import at

JAKARTA = "Asia/Jakarta"
NOW = at(JAKARTA, "2026-03-09 08:00")
MINUTE = timedelta(minutes=1)
SLOT = Opened(provider_id=5, service_id=7, start=at(JAKARTA, "2026-03-10 10:00"))
LATER = replace(SLOT, start=at(JAKARTA, "2026-03-10 14:00"))


def entry(number: int = 1, **changes: Any) -> Entry:  # noqa: ANN401  # an entry's fields
    """Somebody who waits for any provider of the service, on the 9th to the 12th."""
    waits = Entry(
        id=number,
        customer_id=number,
        service_id=7,
        provider_id=None,
        first=date(2026, 3, 9),
        last=date(2026, 3, 12),
        part=Part.ALL,
        zone=ZoneInfo(JAKARTA),
        joined_at=NOW - timedelta(days=1) + number * MINUTE,
    )
    return replace(waits, **changes)


class TestFitting:
    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"provider_id": 5},
            {"first": date(2026, 3, 10), "last": date(2026, 3, 10)},
            {"part": Part.MORNING},
        ],
    )
    def test_a_slot_that_is_waited_for_fits(self, changes: dict[str, Any]) -> None:
        assert waitlist.fits(entry(**changes), SLOT, NOW)

    @pytest.mark.parametrize(
        "changes",
        [
            {"provider_id": 6},
            {"service_id": 8},
            {"last": date(2026, 3, 9)},
            {"first": date(2026, 3, 11)},
            {"part": Part.AFTERNOON},
            {"refused": frozenset({SLOT})},
            {"state": State.LEFT},
            {"state": State.TAKEN},
            {"state": State.EXPIRED},
        ],
    )
    def test_any_other_does_not(self, changes: dict[str, Any]) -> None:
        assert not waitlist.fits(entry(**changes), SLOT, NOW)

    def test_dates_and_parts_are_by_the_clock_of_who_waits(self) -> None:
        # 10:00 in Jakarta is 23:00 of the day before in New York.
        there = entry(zone=ZoneInfo("America/New_York"), last=date(2026, 3, 9), part=Part.EVENING)

        assert waitlist.fits(there, SLOT, NOW)

    def test_a_slot_that_has_begun_is_offered_to_nobody(self) -> None:
        assert waitlist.first_in_line([entry()], SLOT, SLOT.start) is None


class TestLine:
    def test_who_joined_first_is_first(self) -> None:
        line = [entry(3), entry(1), entry(2)]

        assert waitlist.first_in_line(line, SLOT, NOW) == entry(1)

    def test_who_joined_at_once_are_told_apart_by_id(self) -> None:
        line = [entry(2, joined_at=NOW), entry(1, joined_at=NOW)]

        assert waitlist.first_in_line(line, SLOT, NOW) == line[1]

    def test_who_does_not_want_it_is_passed_over(self) -> None:
        line = [entry(1, part=Part.EVENING), entry(2)]

        assert waitlist.first_in_line(line, SLOT, NOW) == line[1]

    def test_who_has_an_offer_open_is_passed_over(self) -> None:
        line = [waitlist.offered(entry(1), LATER, NOW), entry(2)]

        assert waitlist.first_in_line(line, SLOT, NOW) == line[1]

    def test_two_slots_at_once_go_to_two_people(self) -> None:
        given = waitlist.dealt([entry(1), entry(2), entry(3)], [LATER, SLOT], NOW)

        assert [(each.id, each.offer and each.offer.slot) for each in given] == [
            (1, SLOT),
            (2, LATER),
        ]

    def test_two_seats_of_one_session_go_to_two_people(self) -> None:
        given = waitlist.dealt([entry(1), entry(2)], [SLOT, SLOT], NOW)

        assert [each.id for each in given] == [1, 2]

    def test_a_slot_that_nobody_waits_for_is_offered_to_nobody(self) -> None:
        assert waitlist.dealt([entry(1, service_id=8)], [SLOT], NOW) == []

    @given(st.lists(st.sampled_from([SLOT, LATER]), max_size=6), st.integers(0, 6))
    def test_nobody_has_two_offers_and_no_slot_is_kept_back(
        self, slots: list[Opened], waiting: int
    ) -> None:
        given = waitlist.dealt([entry(each) for each in range(waiting)], slots, NOW)

        assert [each.id for each in given] == list(range(min(waiting, len(slots))))


class TestOffers:
    OFFERED = waitlist.offered(entry(), SLOT, NOW)

    def test_a_slot_is_kept_for_a_quarter_of_an_hour(self) -> None:
        assert self.OFFERED.offer is not None
        assert self.OFFERED.offer.until == NOW + 15 * MINUTE

    def test_it_is_not_kept_beyond_its_start(self) -> None:
        late = waitlist.offered(entry(), SLOT, SLOT.start - 4 * MINUTE)

        assert late.offer is not None
        assert late.offer.until == SLOT.start

    def test_an_entry_has_one_offer_at_a_time(self) -> None:
        with pytest.raises(NotWaiting):
            waitlist.offered(self.OFFERED, LATER, NOW)

    def test_who_takes_it_in_time_is_served(self) -> None:
        served = waitlist.taken(self.OFFERED, SLOT, NOW + OFFER - MINUTE)

        assert (served.state, served.offer) == (State.TAKEN, None)

    def test_who_comes_when_it_ends_is_too_late(self) -> None:
        with pytest.raises(OfferOver):
            waitlist.taken(self.OFFERED, SLOT, NOW + OFFER)

    def test_another_slot_than_the_one_offered_is_not_given(self) -> None:
        with pytest.raises(OfferOver):
            waitlist.taken(self.OFFERED, LATER, NOW)
        with pytest.raises(OfferOver):
            waitlist.passed(self.OFFERED, LATER)

    def test_an_offer_let_lapse_puts_the_entry_back_in_its_old_place(self) -> None:
        lapsed = waitlist.at(self.OFFERED, NOW + OFFER)

        assert (lapsed.state, lapsed.offer) == (State.WAITING, None)
        assert waitlist.first_in_line([entry(2), lapsed], LATER, NOW) == lapsed

    def test_the_same_slot_goes_to_the_next_one_then(self) -> None:
        lapsed = waitlist.at(self.OFFERED, NOW + OFFER)

        assert waitlist.first_in_line([lapsed, entry(2)], SLOT, NOW) == entry(2)

    def test_what_is_taken_back_by_the_provider_may_be_offered_again(self) -> None:
        waits = waitlist.withdrawn(self.OFFERED)

        assert (waits.state, waits.offer) == (State.WAITING, None)
        assert SLOT not in waits.refused
        assert waitlist.withdrawn(waits) is waits

    def test_who_passes_goes_on_waiting_for_others(self) -> None:
        passed = waitlist.passed(self.OFFERED, SLOT)

        assert not waitlist.fits(passed, SLOT, NOW)
        assert waitlist.fits(passed, LATER, NOW)

    def test_until_it_ends_an_offer_stands(self) -> None:
        assert waitlist.at(self.OFFERED, NOW + OFFER - MINUTE) is self.OFFERED

    def test_the_state_and_the_offer_go_together(self) -> None:
        with pytest.raises(ValueError, match="offer"):
            entry(state=State.OFFERED)


class TestTheEnd:
    AFTER = at(JAKARTA, "2026-03-13 00:00")

    def test_an_entry_expires_when_its_last_date_is_over_where_the_person_is(self) -> None:
        assert waitlist.at(entry(), self.AFTER - MINUTE).state is State.WAITING
        assert waitlist.at(entry(), self.AFTER).state is State.EXPIRED

    def test_with_an_offer_open_it_expires_when_that_has_lapsed(self) -> None:
        last = replace(SLOT, start=self.AFTER - MINUTE)
        offered = waitlist.offered(entry(), last, self.AFTER - OFFER)

        assert waitlist.at(offered, self.AFTER - 2 * MINUTE).state is State.OFFERED
        assert waitlist.at(offered, self.AFTER).state is State.EXPIRED

    def test_who_leaves_gives_the_offer_back(self) -> None:
        gone = waitlist.left(waitlist.offered(entry(), SLOT, NOW))

        assert (gone.state, gone.offer) == (State.LEFT, None)

    def test_nobody_joins_for_dates_that_are_over(self) -> None:
        with pytest.raises(DatesOver) as refused:
            waitlist.joined(entry(joined_at=self.AFTER))

        assert refused.value.last == date(2026, 3, 12)
        assert waitlist.joined(entry(joined_at=self.AFTER - MINUTE)).state is State.WAITING

    def test_dates_that_the_clock_skips_are_over_at_once(self) -> None:
        # Apia had no 30 December 2011.
        skipped = date(2011, 12, 30)
        nowhen = entry(first=skipped, last=skipped, zone=ZoneInfo("Pacific/Apia"))

        with pytest.raises(DatesOver):
            waitlist.joined(nowhen)

    def test_dates_do_not_run_backwards(self) -> None:
        with pytest.raises(ValueError, match="begin"):
            entry(first=date(2026, 3, 13))

    @pytest.mark.parametrize("state", [State.TAKEN, State.LEFT, State.EXPIRED])
    @pytest.mark.parametrize(
        "step",
        [
            lambda over: waitlist.offered(over, SLOT, NOW),
            lambda over: waitlist.taken(over, SLOT, NOW),
            lambda over: waitlist.passed(over, SLOT),
            waitlist.left,
        ],
        ids=["offered", "taken", "passed", "left"],
    )
    def test_what_is_over_stays_over(self, state: State, step: Callable[[Entry], Entry]) -> None:
        over = entry(state=state)

        with pytest.raises(NotWaiting):
            step(over)
        assert waitlist.at(over, datetime.max.replace(tzinfo=NOW.tzinfo)) is over

    @given(st.lists(st.integers(0, 4), max_size=12))
    def test_however_it_is_driven_an_entry_is_never_offered_a_slot_twice(
        self, steps: list[int]
    ) -> None:
        now, waits, offers = NOW, entry(), 0
        for step in steps:
            now += 10 * MINUTE
            try:
                if step == 0:
                    given = waitlist.dealt([waits], [SLOT], now)
                    waits, offers = (given or [waits])[0], offers + len(given)
                elif step == 1:
                    waits = waitlist.passed(waits, SLOT)
                elif step == 2:
                    waits = waitlist.taken(waits, SLOT, now)
                else:
                    waits = waitlist.at(waits, now)
            except Refused:
                pass

        assert offers <= 1
