"""How and where the two sides of a booking meet, and the customer's choice of it."""

from bot.usecases.details import Said
from bot.usecases.keeping import Card
from bot.views import taps
from bot.views.layout import column, flow_foot, key, marked
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain.bookings import Booking
from domain.notices import Side
from domain.people import Person
from domain.services import Format, Meeting, Meetings, Provider


def named(meetings: Meetings, words: Words) -> str:
    """The formats of a service; nothing where it only takes place in person, as most do."""
    if not meetings.is_choice and not meetings.usual.format.is_remote:
        return ""
    return " / ".join(words.say(f"format-{each}") for each in meetings.formats)


def place(booking: Booking, provider: Provider) -> str:
    """Where to go, for what takes place in person; empty for anything else, or if it is unknown."""
    parts = () if booking.format.is_remote else (provider.address, booking.place)
    return ", ".join(part for part in parts if part)


def address(booking: Booking, provider: Provider, words: Words) -> str:
    """As `place`, in a sentence."""
    where = place(booking, provider)
    return words.say("address", address=where) if where else ""


def line(seen: Card, words: Words) -> str:
    """The link of a session that is not in person, or who calls whom; empty if there is none."""
    booking = seen.booking
    if not booking.format.is_remote:
        return ""
    return whereabouts(booking, seen.provider, seen.customer, seen.side, words)


def whereabouts(
    booking: Booking, provider: Provider, customer: Person, side: Side, words: Words
) -> str:
    """Where to go, the link, or who calls whom, as this side reads it; empty if it is unknown."""
    if booking.format is Format.PHONE:
        phone = booking.place or customer.phone
        return _calls(booking, provider.name, customer.name, phone, side, words)
    if booking.format.is_remote:
        return words.say("session-place", place=booking.place) if booking.place else ""
    return address(booking, provider, words)


def how_key(booking: Booking, meetings: Meetings, flow: int, words: Words) -> Rows:
    """The chosen format, a tap away from another one; nothing where there is no choice."""
    if not meetings.is_choice:
        return ()
    label = words.label("key-how", format=words.label(f"format-{booking.format}"))
    return ((key(label, taps.ChooseHow(flow)),),)


def review_line(booking: Booking, provider: Provider, said: Said, words: Words) -> str:
    """Where to go, or who is going to call; links and the like come with the booking."""
    if booking.provider_calls:
        return _calls(booking, provider.name, "", said.number, Side.CUSTOMER, words)
    return address(booking, provider, words)


def number_key(booking: Booking, said: Said, flow: int, words: Words) -> Rows:
    """To another number, where one is known that the provider will call."""
    if not booking.provider_calls or not said.number:
        return ()
    return ((key(words.label("key-other-number"), taps.GiveNumber(flow)),),)


def choose(
    booking: Booking, provider: Provider, meetings: Meetings, flow: int, words: Words
) -> Screen:
    """The ways to meet; one that was switched off meanwhile is named, and to be replaced."""
    gone = booking.format not in meetings.formats
    head = words.say("how-gone", format=words.label(f"format-{booking.format}")) if gone else ""
    text = words.joined(
        head,
        words.say("how-ask", provider=provider.name),
        "",
        *(f"• {_offered(each, provider, words)}" for each in meetings.ways),
    )
    keys = (_pick(each, booking, flow, words) for each in meetings.ways)
    return Screen(text, (*column(keys), flow_foot(words, flow)))


def kept(each: Meeting, words: Words) -> str:
    """A format with its place, as the provider sees it."""
    name = words.say(f"format-{each.format}")
    if each.place:
        return words.say("how-at", format=name, place=each.place)
    return words.say("format-you-call", format=name) if each.format is Format.PHONE else name


def ask_number(provider: Provider, flow: int, words: Words) -> Screen:
    text = words.say("number-ask", provider=provider.name)
    return Screen(text, (flow_foot(words, flow),))


def ask_number_for(seen: Card, words: Words) -> Screen:
    """As `ask_number`, for what is booked already."""
    text = words.say("number-ask", provider=seen.provider.name)
    back = key(words.label("back"), taps.ShowBooking(seen.booking.id, Side.CUSTOMER))
    return Screen(text, ((back,),))


def missing_number(booking: Booking, customer: Person, side: Side, words: Words) -> Rows:
    """For the customer: to the question on which number to be called, where none is known."""
    is_open = booking.status.is_live and booking.provider_calls and not customer.phone
    if side is Side.PROVIDER or not is_open:
        return ()
    return ((key(words.label("key-my-number"), taps.NumberFor(booking.id), Style.PRIMARY),),)


def _calls(
    booking: Booking, provider: str, customer: str, phone: str, side: Side, words: Words
) -> str:
    """Who calls whom, and on which number if it is known."""
    caller = "ours" if booking.provider_calls else "theirs"
    known = "on" if phone else "open"
    return words.say(
        f"call-{caller}-{known}-{side}", provider=provider, customer=customer, phone=phone
    )


def _pick(each: Meeting, booking: Booking, flow: int, words: Words) -> Key:
    label = marked(words.label(f"format-{each.format}"), each.format is booking.format, words)
    return key(label, taps.PickHow(flow, each.format))


def _offered(each: Meeting, provider: Provider, words: Words) -> str:
    name = words.say(f"format-{each.format}")
    match each.format:
        case Format.IN_PERSON:
            place = ", ".join(part for part in (provider.address, each.place) if part)
            return words.say("how-at", format=name, place=place) if place else name
        case Format.PHONE if each.place:
            return words.say("how-call", format=name, place=each.place)
        case Format.PHONE:
            return words.say("how-called", format=name, provider=provider.name)
        case _:
            return name
