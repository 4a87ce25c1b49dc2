"""Importing a catalogue: what a file describes becomes what is offered."""

from collections.abc import Sequence
from datetime import datetime

from domain.catalogues import OrganizationEntry
from storage.catalogue import Report
from storage.store import Tx


async def import_catalogue(tx: Tx, entries: Sequence[OrganizationEntry], now: datetime) -> Report:
    """Create or update by slug, all or nothing; what the entries do not name stays as it is."""
    return await tx.catalogue.apply(entries, now)
