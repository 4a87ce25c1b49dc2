"""What a booking's card tells beyond the booking itself, mostly in one round trip."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, text

from domain.attachments import Attachment
from domain.bookings import UPCOMING, Status
from domain.details import NONE as NO_DETAILS, Details
from domain.outcomes import Heading, Outcome
from domain.reviews import Feedback, Review
from domain.services import Rating
from storage.columns import listed
from storage.connection import Connection
from storage.outcomes import files_of

_KEPT = frozenset({Status.CONFIRMED, Status.COMPLETED})
_OF = text(
    f"""
    SELECT
        (
            SELECT count(*) FROM bookings AS earlier
            WHERE earlier.customer_id = this.customer_id
                AND earlier.provider_id = this.provider_id
                AND earlier.starts_at < this.starts_at AND earlier.status IN ({listed(_KEPT)})
        ) AS earlier,
        (
            SELECT count(*) FROM bookings AS beside
            WHERE beside.session_id = this.session_id AND beside.status IN ({listed(UPCOMING)})
        ) AS taken,
        EXISTS (SELECT FROM series_bookings WHERE booking_id = this.id) AS in_series,
        EXISTS (
            SELECT FROM bookings AS kept WHERE kept.moves_id = this.id AND kept.status = 'held'
        ) AS may_move,
        this.suggested,
        said.booking_id IS NOT NULL AS said, said.topic, said.other_start,
        (SELECT count(*) FROM booking_attachments WHERE booking_id = this.id) AS files,
        (SELECT count(*) FROM booking_answers WHERE booking_id = this.id) AS answers,
        outcomes.ended_at, outcomes.notes, outcomes.shared_at,
        EXISTS (SELECT FROM outcome_files WHERE booking_id = this.id) AS attached,
        reviews.stars, reviews.given_at, reviews.comment, reviews.version,
        participations.stars AS participation, standing.mean, standing.number
    FROM bookings AS this
    LEFT JOIN booking_details AS said ON said.booking_id = this.id
    LEFT JOIN outcomes ON outcomes.booking_id = this.id
    LEFT JOIN reviews ON reviews.booking_id = this.id
    LEFT JOIN participations ON participations.booking_id = this.id
    CROSS JOIN LATERAL (
        SELECT avg(given.stars)::double precision AS mean, count(*) AS number
        FROM participations AS given
        JOIN bookings AS met ON met.id = given.booking_id
        JOIN providers ON providers.id = met.provider_id
        WHERE met.customer_id = this.customer_id AND providers.organization_id = (
            SELECT organization_id FROM providers WHERE id = this.provider_id
        )
    ) AS standing
    WHERE this.id = :of_booking
    """  # noqa: S608  # the statuses are ours
).bindparams(bindparam("of_booking", type_=BigInteger))


@dataclass(frozen=True, slots=True)
class CardFacts:
    """`before` counts kept bookings of the two that began earlier, `taken` seats of the session.

    `may_move`: another time is kept for it. `suggested` are times to be had instead, ascending.
    """

    before: int
    taken: int
    in_series: bool
    may_move: bool
    suggested: tuple[datetime, ...]
    details: Details
    outcome: Outcome | None
    feedback: Feedback


class AllCardFacts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, booking_id: int) -> CardFacts:
        row = (await self._connection.read(_OF, of_booking=booking_id)).one()
        files = await files_of(self._connection, booking_id) if row.attached else ()
        return CardFacts(
            row.earlier,
            row.taken,
            row.in_series,
            row.may_move,
            tuple(row.suggested),
            _details(row),
            _outcome(booking_id, row, files),
            _feedback(row),
        )


def _details(row: Row[Any]) -> Details:
    if not row.said:
        return NO_DETAILS
    return Details(row.topic, row.other_start, row.files, row.answers)


def _outcome(booking_id: int, row: Row[Any], files: tuple[Attachment, ...]) -> Outcome | None:
    if row.ended_at is None:
        return None
    notes = {Heading(heading): note for heading, note in row.notes.items()}
    return Outcome(booking_id, row.ended_at, notes, row.shared_at, files)


def _feedback(row: Row[Any]) -> Feedback:
    review = None
    if row.stars is not None:
        review = Review(row.stars, row.given_at, row.comment, row.version)
    return Feedback(review, row.participation, Rating(row.mean or 0.0, row.number))
