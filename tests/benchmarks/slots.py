"""How long listing slots takes: three windows a day, a 15-minute grid, buffers, many sessions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter_ns
from zoneinfo import ZoneInfo

from domain.diaries import Diary, Session
from domain.hours import Week, Window, regular
from domain.money import Money
from domain.rules import Rules
from domain.services import Service, Titles
from domain.slots import check, free
from domain.spans import from_epoch
from tests.benchmarks.tables import say, table, target, title

FIRST = date(2026, 2, 20)  # a change of the clock lies in the weeks after it
NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)
WINDOWS = (Window(480, 720), Window(780, 1020), Window(1080, 1260))
WEEK = Week(ZoneInfo("America/New_York"), regular((WINDOWS,) * 7))
RULES = Rules(
    duration=timedelta(minutes=45),
    interval=timedelta(minutes=15),
    before=timedelta(minutes=5),
    after=timedelta(minutes=10),
    notice=timedelta(hours=2),
    horizon=120,
)
MOST_A_DAY = 6  # of all services
CAPPED = replace(RULES, most_a_day=5)
SHARED = replace(CAPPED, capacity=4, hours=regular(((Window(540, 1200),),) * 7))


def run() -> None:
    """Print the medians of many repetitions, warm, and how they compare to no sessions at all."""
    title("slots: all free starts, three windows a day on a 15-minute grid, with buffers")
    for rules, cap, name in (
        (RULES, None, "buffers"),
        (CAPPED, MOST_A_DAY, "buffers, caps"),
        (SHARED, MOST_A_DAY, "buffers, caps, seats, own hours"),
    ):
        took = listings(name, offered(rules), cap)
        target(f"90 days with 500 sessions {took:.2f} ms, under 3 ms", took < 3)
    say(f"  check of one start, 500 sessions: {checking():.3f} ms")


def listings(name: str, service: Service, most_a_day: int | None) -> float:
    """Print how long few days and many take, few sessions and many; the last is returned, in ms."""
    rows = []
    took = 0.0
    for days in (30, 90):
        alone = 0.0
        for sessions in (0, 100, 500):
            found, took = listing(days, service, diary_over(days, sessions, most_a_day))
            alone = alone or took
            ratio = f"{took / alone:.2f}"
            rows.append((f"{days} days", f"{sessions}", f"{found}", f"{took:.2f}", ratio))
    table((name, "sessions", "free", "median ms", "to no sessions"), rows)
    return took


def checking() -> float:
    """The milliseconds it takes to check the last free start of 90 days."""
    diary = diary_over(90, 500, MOST_A_DAY)
    service = offered(CAPPED)
    start = from_epoch(free(diary, service, FIRST, FIRST + timedelta(days=89), NOW)[-1])
    return timed(lambda: check(diary, service, start, NOW))


def offered(rules: Rules) -> Service:
    return Service(1, Titles({"en": "Lesson"}), rules, Money(0, "USD"))


def listing(days: int, service: Service, diary: Diary) -> tuple[int, float]:
    """How many slots are free in so many days, and the milliseconds it takes to list them."""
    last = FIRST + timedelta(days=days - 1)
    return (
        len(free(diary, service, FIRST, last, NOW)),
        timed(lambda: free(diary, service, FIRST, last, NOW)),
    )


def timed(work: Callable[[], object], repetitions: int = 200) -> float:
    """The median of the milliseconds it takes, after a few repetitions that do not count."""
    took = []
    for _ in range(repetitions + 10):
        started = perf_counter_ns()
        work()
        took.append(perf_counter_ns() - started)
    return median(took[10:]) / 1e6


def diary_over(days: int, count: int, most_a_day: int | None) -> Diary:
    """Sessions, an hour each with their buffers, spread evenly over the days, of four services."""
    start = int(NOW.timestamp()) + 7 * 3600
    step = days * 86_400 // max(count, 1) // 900 * 900
    begins = [start + n * step for n in range(count)]
    sessions = tuple(
        Session(n, 1 + n % 4, at + 300, at + 3000, (at, at + 3600), capacity=4)
        for n, at in enumerate(begins)
    )
    return Diary(WEEK, sessions, most_a_day=most_a_day)
