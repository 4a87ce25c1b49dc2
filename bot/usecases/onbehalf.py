"""A provider books for somebody: a customer who was here before, or a walk-in by name."""

from bot.usecases.workspace import own
from domain.bookings import fitting
from domain.people import PHONE, Person
from domain.refusals import NotFound
from domain.services import Provider
from storage.store import Tx

NAME_LIMIT = 64
MOST = 8  # customers that are shown to choose from


async def customers(tx: Tx, keeper: Person, provider_id: int) -> tuple[Provider, list[Person]]:
    """The provider with its latest customers, latest first; NotFound unless the person runs it."""
    provider = await own(tx, keeper, provider_id)
    return provider, await tx.bookings.customers_of(provider.id, MOST)


async def known(tx: Tx, keeper: Person, provider_id: int, customer_id: int) -> Person:
    """A customer of this provider; NotFound for anybody else."""
    provider = await own(tx, keeper, provider_id)
    if not await tx.bookings.is_customer_of(customer_id, provider.id):
        raise NotFound
    return await tx.people.get(customer_id)


async def walk_in(tx: Tx, keeper: Person, provider_id: int, text: str) -> Person:
    """Somebody new by what the provider wrote: a name, and a phone number behind it if known.

    Raises TextTooLong, or NotFound unless the person runs the provider.
    """
    await own(tx, keeper, provider_id)
    name, phone = named(text)
    return await tx.people.walk_in(fitting(name, NAME_LIMIT), phone, keeper.language)


def named(text: str) -> tuple[str, str]:
    """The name and the phone number in a line such as `Ibu Sari, +62 812 0000 0000`."""
    line = " ".join(text.split())
    found = PHONE.search(line)
    if found is None or not line[: found.start()].strip(" ,;:"):
        return line, ""
    return line[: found.start()].strip(" ,;:"), found[0].strip()
