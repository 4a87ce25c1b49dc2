"""The benchmark of inserts keeps up with the statement that it measures."""

from tests.benchmarks import inserts


def test_pgbench_is_given_a_value_for_every_parameter() -> None:
    assert inserts.left_open() == set()
