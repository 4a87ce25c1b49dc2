"""What customers do in several scenarios."""

import re

from tests.browser.desk import BOOK, Phone


async def looks_over(person: Phone, service: str, day: str, time: str) -> None:
    """From the start page to the review of a time on a day of this month."""
    await person.tap("Book an appointment")
    await person.sees("Who would you like to see?")
    await person.tap("Claire", service)
    await person.sees("Choose a day")
    await person.tap(re.compile(rf"^{day}\b"))
    await person.sees("times are free")
    await person.tap(re.compile(rf"^{time}$"))
    await person.sees("Please check")


async def books(person: Phone, service: str, day: str, time: str) -> None:
    """At once, or after the provider has agreed."""
    await looks_over(person, service, day, time)
    await person.tap(BOOK)
