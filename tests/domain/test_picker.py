"""Looking through free starts: near ones, next ones, by date and by part of day."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.dayparts import Part, part_of, within
from domain.picker import counts, like, nearest, on_dates, this_week, union
from domain.spans import to_epoch
from tests.domain.making import SATURDAY, at, clock

BERLIN, JAKARTA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Jakarta")
HOUR = 3600


def starts(zone: str, *texts: str) -> list[int]:
    return [to_epoch(at(zone, text)) for text in texts]


class TestNearest:
    FREE = (100, 200, 300, 400, 500)

    def test_the_nearest_come_in_the_order_of_time(self) -> None:
        assert nearest(self.FREE, 320, 3) == [200, 300, 400]

    def test_of_two_equally_near_the_earlier_one_is_nearer(self) -> None:
        assert nearest(self.FREE, 250, 1) == [200]

    def test_all_are_given_when_there_are_fewer(self) -> None:
        assert nearest(self.FREE, 0, 9) == list(self.FREE)


class TestDates:
    # On two Mondays and a Friday; the first is still on Sunday in New York.
    TEXTS = ("2026-03-09 09:00", "2026-03-09 15:00", "2026-03-13 09:00", "2026-03-16 09:00")
    FREE = starts("Asia/Jakarta", *TEXTS)

    def test_starts_are_listed_under_the_dates_of_the_viewer(self) -> None:
        new_york = ZoneInfo("America/New_York")
        sunday, monday = date(2026, 3, 8), date(2026, 3, 9)

        assert on_dates(self.FREE, JAKARTA, monday, monday) == self.FREE[:2]
        assert on_dates(self.FREE, new_york, sunday, sunday) == self.FREE[:1]

    def test_every_date_asked_for_has_its_count(self) -> None:
        assert counts(self.FREE, JAKARTA, date(2026, 3, 8), date(2026, 3, 10)) == {
            date(2026, 3, 8): 0,
            date(2026, 3, 9): 2,
            date(2026, 3, 10): 0,
        }

    def test_both_passes_of_the_repeated_hour_are_of_one_date(self) -> None:
        first = to_epoch(at("Europe/Berlin", "2026-10-25 02:30"))
        sunday = date(2026, 10, 25)

        assert counts([first, first + HOUR], BERLIN, sunday, sunday) == {sunday: 2}

    def test_this_week_is_from_today_to_its_sunday(self) -> None:
        assert this_week(self.FREE, JAKARTA, date(2026, 3, 9)) == self.FREE[:3]
        assert this_week(self.FREE, JAKARTA, date(2026, 3, 10)) == self.FREE[2:3]
        assert this_week(self.FREE, JAKARTA, date(2026, 3, 15)) == []

    def test_a_week_may_begin_on_saturday(self) -> None:
        assert this_week(self.FREE, JAKARTA, date(2026, 3, 13), SATURDAY) == self.FREE[2:3]
        assert this_week(self.FREE, JAKARTA, date(2026, 3, 14), SATURDAY) == self.FREE[3:]


class TestPartsOfTheDay:
    @pytest.mark.parametrize(
        ("time", "part"),
        [
            ("00:00", Part.MORNING),
            ("11:59", Part.MORNING),
            ("12:00", Part.AFTERNOON),
            ("16:59", Part.AFTERNOON),
            ("17:00", Part.EVENING),
            ("23:59", Part.EVENING),
        ],
    )
    def test_noon_and_five_part_the_day(self, time: str, part: Part) -> None:
        (start,) = starts("Europe/Berlin", f"2026-03-29 {time}")

        assert part_of(start, BERLIN) is part

    def test_it_is_the_viewer_s_day(self) -> None:
        free = starts("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 13:00", "2026-03-09 18:00")

        assert clock("Asia/Jakarta", within(free, Part.AFTERNOON, JAKARTA)) == ["13:00"]
        assert clock("Europe/Berlin", within(free, Part.MORNING, BERLIN)) == ["03:00", "07:00"]

    def test_the_whole_day_is_all_of_it(self) -> None:
        free = starts("Asia/Jakarta", "2026-03-09 09:00", "2026-03-09 18:00")

        assert within(free, Part.ALL, JAKARTA) == free


def test_what_any_of_several_has_free_is_listed_once() -> None:
    assert union([(100, 300), (), (100, 200)]) == [100, 200, 300]


class TestLike:
    LAST = to_epoch(at("Asia/Jakarta", "2026-03-02 15:00"))  # a Monday

    def free(self, *texts: str) -> list[int]:
        return starts("Asia/Jakarta", *(f"2026-03-{text}" for text in texts))

    def test_the_weekday_and_hour_come_first_then_the_hour_then_the_soonest(self) -> None:
        soonest, hour, same, later = self.free("03 09:00", "04 15:00", "09 15:00", "16 15:00")

        found = like([soonest, hour, same, later], self.LAST, JAKARTA, 6)

        assert found == [same, later, hour, soonest]

    def test_at_the_hour_each_date_has_the_nearest_start(self) -> None:
        free = self.free("09 14:30", "09 15:10", "09 15:30")

        assert like(free, self.LAST, JAKARTA, 2)[0] == free[1]

    def test_what_is_an_hour_off_is_not_alike(self) -> None:
        early, same = self.free("09 14:00", "10 15:00")

        assert like([early, same], self.LAST, JAKARTA, 3) == [same, early]

    def test_no_more_are_given_than_asked_for_and_none_twice(self) -> None:
        free = self.free(*(f"{day:02} {hour}:00" for day in range(3, 31) for hour in ("09", "15")))

        found = like(free, self.LAST, JAKARTA, 6)

        assert len(found) == len(set(found)) == 6
