"""How long listing slots takes: three windows a day, a 15-minute grid, buffers, many sessions."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter_ns
from zoneinfo import ZoneInfo

from domain.hours import Week, Window
from domain.slots import Rules, check, free
from domain.spans import from_epoch
from domain.stretches import Stretch
from tests.benchmarks.tables import say, table, target, title

FIRST = date(2026, 2, 20)  # a change of the clock lies in the weeks after it
NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)
WEEK = Week(
    ZoneInfo("America/New_York"),
    ((Window(480, 720), Window(780, 1020), Window(1080, 1260)),) * 7,
)
RULES = Rules(
    duration=timedelta(minutes=45),
    interval=timedelta(minutes=15),
    before=timedelta(minutes=5),
    after=timedelta(minutes=10),
    notice=timedelta(hours=2),
    horizon=120,
)


def run() -> None:
    """Print the medians of many repetitions, warm, and how they compare to no sessions at all."""
    title("slots: all free starts, three windows a day on a 15-minute grid, with buffers")
    rows = []
    took = 0.0
    for days in (30, 90):
        alone = 0.0
        for sessions in (0, 100, 500):
            found, took = listing(days, sessions_over(days, sessions))
            alone = alone or took
            ratio = f"{took / alone:.2f}"
            rows.append((f"{days} days", f"{sessions}", f"{found}", f"{took:.2f}", ratio))
    table(("", "sessions", "free", "median ms", "to no sessions"), rows)
    target(f"90 days with 500 sessions {took:.2f} ms, under 5 ms", took < 5)
    say(f"  check of one start, 500 sessions: {checking():.3f} ms")


def checking() -> float:
    """The milliseconds it takes to check the last free start of 90 days."""
    busy = sessions_over(90, 500)
    start = from_epoch(free(WEEK, RULES, busy, FIRST, FIRST + timedelta(days=89), NOW)[-1])
    return timed(lambda: check(WEEK, RULES, busy, start, NOW))


def listing(days: int, busy: list[Stretch]) -> tuple[int, float]:
    """How many slots are free in so many days, and the milliseconds it takes to list them."""
    last = FIRST + timedelta(days=days - 1)
    return (
        len(free(WEEK, RULES, busy, FIRST, last, NOW)),
        timed(lambda: free(WEEK, RULES, busy, FIRST, last, NOW)),
    )


def timed(work: Callable[[], object], repetitions: int = 200) -> float:
    """The median of the milliseconds it takes, after a few repetitions that do not count."""
    took = []
    for _ in range(repetitions + 10):
        started = perf_counter_ns()
        work()
        took.append(perf_counter_ns() - started)
    return median(took[10:]) / 1e6


def sessions_over(days: int, count: int) -> list[Stretch]:
    """Blocked times, an hour each with their buffers, spread evenly over the days."""
    start = int(NOW.timestamp()) + 7 * 3600
    step = days * 86_400 // max(count, 1) // 900 * 900
    return [(start + n * step, start + n * step + 3600) for n in range(count)]
