"""Looking through free starts."""

from domain.picker import nearest


class TestNearest:
    FREE = (100, 200, 300, 400, 500)

    def test_the_nearest_come_in_the_order_of_time(self) -> None:
        assert nearest(self.FREE, 320, 3) == [200, 300, 400]

    def test_of_two_equally_near_the_earlier_one_is_nearer(self) -> None:
        assert nearest(self.FREE, 250, 1) == [200]

    def test_all_are_given_when_there_are_fewer(self) -> None:
        assert nearest(self.FREE, 0, 9) == list(self.FREE)
