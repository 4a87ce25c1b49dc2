"""What was written down after a session: its provider writes it, its customer reads their part."""

from collections.abc import Mapping

from bot.usecases.keeping import Card
from bot.views import attendance, taps
from bot.views.clocks import clock
from bot.views.details import named, short
from bot.views.feedback import once_more
from bot.views.layout import column, home, key
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.words import Words
from domain import attachments
from domain.notices import Side
from domain.outcomes import NOTE_LIMIT, Heading, Outcome

_BRIEF = 120  # characters of each note on the page of its provider, where a tap shows the whole
_MEBIBYTE = 1024**2
_ROOM = 3400  # UTF-16 units that leave room for what else a message says


def writing(seen: Card, words: Words, toast: str = "") -> Screen:
    """The provider's page: every heading with what stands under it, and the way to the customer."""
    booking, outcome = seen.booking, _outcome(seen)
    lines = [words.say("notes-title"), *_about(seen, words), ""]
    if seen.customer.is_walk_in:
        lines.append(words.say("notes-how-alone"))
    else:
        lines.append(words.say("notes-how", customer=seen.customer.name))
    lines += [*_written(outcome.notes, words, _BRIEF), *_attached(outcome, words)]
    if outcome.shared is not None:
        when = words.day_and_time(outcome.shared, clock(booking, words))
        lines += ["", words.say("notes-sent", customer=seen.customer.name, when=when)]
    rows = column(_heading(booking.id, each, outcome, words) for each in Heading)
    back = key(words.label("back"), taps.ShowBooking(booking.id, Side.PROVIDER))
    return Screen("\n".join(lines), (*rows, *_sending(seen, words), (back, home(words))), toast)


def reading(seen: Card, words: Words) -> Screen:
    """What the customer gets, as a message of its own and from their card."""
    booking, notes = seen.booking, _outcome(seen).for_customer
    lines = [words.say("notes-for-you", provider=seen.provider.name), *_about(seen, words)]
    most = NOTE_LIMIT if _units(notes) <= _ROOM else _BRIEF * 2
    lines += [*_written(notes, words, most), *_attached(_outcome(seen), words)]
    back = key(words.label("key-details"), taps.ShowBooking(booking.id, Side.CUSTOMER))
    rows = (*_files_key(seen, words), (once_more(booking, words),), (back, home(words)))
    return Screen("\n".join(lines), rows)


def asking(seen: Card, heading: Heading, words: Words) -> Screen:
    """Words are awaited for what is to stand under a heading."""
    booking, note = seen.booking, _outcome(seen).notes.get(heading, "")
    if heading is Heading.PRIVATE or seen.customer.is_walk_in:
        who = words.say("note-for-provider")
    else:
        who = words.say("note-for-customer", customer=seen.customer.name)
    name = words.label(f"heading-{heading}")
    head = words.say("note-write", heading=name, limit=NOTE_LIMIT)
    lines = [head, words.say(f"about-{heading}"), who]
    rows: list[tuple[Key, ...]] = []
    if note:
        lines += ["", words.say("note-now", note=note)]
        rows.append((key(words.label("key-note-gone"), taps.DropOutcome(booking.id, heading)),))
    if heading is Heading.MATERIALS and not seen.customer.is_walk_in:
        lines += ["", *_materials(seen, words)]
        rows += _drop_keys(seen, words)
    rows.append((key(words.label("back"), taps.ShowNotes(booking.id, Side.PROVIDER)),))
    return Screen("\n".join(lines), tuple(rows))


def _about(seen: Card, words: Words) -> list[str]:
    booking = seen.booking
    title = booking.title.into(words.language)
    lines = [words.say("booking-of", title=title, provider=seen.provider.name)]
    if seen.side is Side.PROVIDER:
        lines.append(f"👤 {words.say('booking-customer', customer=seen.customer.name)}")
    lines.append(f"🗓 {words.moment(booking.start, clock(booking, words))}")
    return [*lines, attendance.ended(booking, _outcome(seen), words)]


def _written(notes: Mapping[Heading, str], words: Words, most: int) -> list[str]:
    lines = []
    for heading in Heading:
        if note := notes.get(heading):
            name = words.say(f"heading-{heading}")
            shown = note if len(note) <= most else f"{note[:most]}…"
            lines += ["", f"<b>{name}</b>", words.plain(shown)]
    return lines


def _attached(outcome: Outcome, words: Words) -> list[str]:
    if not outcome.files:
        return []
    return ["", words.say("details-files", count=len(outcome.files))]


def _files_key(seen: Card, words: Words) -> Rows:
    """To have the files sent again."""
    count = len(_outcome(seen).files)
    if not count:
        return ()
    button = taps.ShowMaterials(seen.booking.id, seen.side)
    return ((key(words.label("key-files", count=count), button),),)


def _materials(seen: Card, words: Words) -> list[str]:
    """That files can be sent, too, and those that are there."""
    most, largest = attachments.MOST, attachments.LARGEST // _MEBIBYTE
    names = [named(at, each, words) for at, each in enumerate(_outcome(seen).files)]
    return [words.say("materials-how", most=most, largest=largest), *map(words.plain, names)]


def _drop_keys(seen: Card, words: Words) -> Rows:
    files = _outcome(seen).files
    names = (short(named(at, each, words)) for at, each in enumerate(files))
    drops = column(
        key(words.label("key-drop-file", name=name), taps.DropMaterial(seen.booking.id, at))
        for at, name in enumerate(names)
    )
    if not files:
        return ()
    done = key(
        words.label("key-done"), taps.ShowNotes(seen.booking.id, Side.PROVIDER), Style.PRIMARY
    )
    return *drops, *_files_key(seen, words), (done,)


def _heading(booking_id: int, heading: Heading, outcome: Outcome, words: Words) -> Key:
    name = words.label(f"heading-{heading}")
    has_files = heading is Heading.MATERIALS and outcome.files
    is_there = heading in outcome.notes or has_files
    label = words.label("ticked", what=name) if is_there else name
    return key(label, taps.WriteOutcome(booking_id, heading))


def _sending(seen: Card, words: Words) -> Rows:
    outcome = _outcome(seen)
    if seen.customer.is_walk_in or not outcome.has_for_customer:
        return ()
    label = words.label("key-send-notes" if outcome.shared is None else "key-send-notes-again")
    return ((key(label, taps.SendNotes(seen.booking.id), Style.PRIMARY),),)


def _units(notes: Mapping[Heading, str]) -> int:
    return sum(len(note.encode("utf-16-le")) // 2 for note in notes.values())


def _outcome(seen: Card) -> Outcome:
    if seen.outcome is None:
        raise ValueError("nobody has said how this session ended")
    return seen.outcome
