"""What the steps of a life come to: how often each kind was taken, and what happened by it."""

from collections import Counter
from collections.abc import Iterator

from domain.bookings import Status
from tests.usecases.life.facts import Event, Facts, Kept


class Tally:
    """By the names of rules; what happened is counted by the rule and what it was."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.happened: Counter[tuple[str, str]] = Counter()

    def add(self, name: str, before: Facts, after: Facts) -> None:
        """A step that was not refused."""
        self.done[name] += 1
        self.happened.update((name, what) for what in _happened(before, after))

    def total(self, what: str) -> int:
        """How often this has happened, by whatever rule."""
        return sum(count for (_, each), count in self.happened.items() if each == what)

    def __str__(self) -> str:
        lines = [f"{'step':36}{'tried':>7}{'done':>7}  what happened"]
        for name in sorted(self.tried):
            came = [
                f"{what}: {count}"
                for (whose, what), count in sorted(self.happened.items())
                if whose == name
            ]
            lines.append(f"{name:36}{self.tried[name]:7}{self.done[name]:7}  {', '.join(came)}")
        return "\n".join(lines)


def _happened(before: Facts, after: Facts) -> Iterator[str]:
    for event in after.events[len(before.events) :]:
        yield _named(event, after.bookings[event.booking_id])
    for booking in after.bookings.values():
        was = before.bookings.get(booking.id)
        if was is not None and was.meeting != booking.meeting:
            yield "format chosen"
        if _has_come(was, booking) and _clashes(booking, after):
            yield "own clash"
    for wait in after.waits.values():
        stood = before.waits.get(wait.id)
        if stood is not None and stood.state is not wait.state:
            yield f"wait {stood.state} > {wait.state}"


def _named(event: Event, booking: Kept) -> str:
    what = "proposal " if booking.moves_id else "offer " if booking.offered else ""
    if event.moved_to is not None:
        return f"{event.after} moved by {event.role}"
    if event.before is None:
        return f"{what or 'time '}kept"
    return f"{what}{event.before} > {event.after} by {event.role}"


def _has_come(was: Kept | None, booking: Kept) -> bool:
    return booking.is_upcoming and (was is None or was.status is Status.HELD)


def _clashes(booking: Kept, facts: Facts) -> bool:
    """Whether its customer has something else at the time."""
    return any(
        each.during.overlaps(booking.during)
        for each in facts.live
        if each.customer_id == booking.customer_id and each.is_upcoming and each.id != booking.id
    )
