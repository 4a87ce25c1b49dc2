"""A provider's services: the list, one service with all it says, its rules."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from bot.usecases.services import Look, Shelf
from bot.views import meeting, taps
from bot.views.hourwords import said
from bot.views.layout import column, home, key, paged, pager, reading
from bot.views.screens import Key, Rows, Screen, Style
from bot.views.taps import Way
from bot.views.words import Words
from bot.views.workspace import back
from domain.catalogues import KeptService, ServiceEntry
from domain.editing import windows_of
from domain.policies import Clause, Level, said_by
from domain.terms import Term, Wording, value_of

_PAGE = 8
_NAMES = 5  # of others who offer the same
_GLIMPSE = 120  # characters of a text among those in other languages
_RULES = (
    Term.STEP,
    Term.BEFORE,
    Term.AFTER,
    Term.NOTICE,
    Term.HORIZON,
    Term.MOST,
    Term.SEATS,
)


def shelf(seen: Shelf, page: int, words: Words, toast: str = "") -> Screen:
    """A page of the list; one too far is the last one."""
    provider = seen.provider
    lines = [words.say("own-services-title", provider=provider.name)]
    shown, page, pages = paged(seen.services, page, _PAGE)
    lines += ["", *(_line(each.entry, words) for each in shown)]
    if not shown:
        lines.append(words.say("own-services-none"))
    new = key(words.label("service-new"), taps.NewService(provider.id), Style.PRIMARY)
    rows = (
        *column(_key(provider.id, each, words) for each in shown),
        *pager(page, pages, partial(taps.Services, provider.id), words),
        (new,),
        (back(provider.id, words), home(words)),
    )
    return Screen("\n".join(lines), rows, toast)


def service(seen: Look, words: Words, toast: str = "") -> Screen:
    """All that a service says, with a key for each part of it."""
    rows = _shared_keys(seen, words) if seen.is_shared else _keys(seen, words)
    return Screen(_text(seen, words), (*rows, _foot(seen, words)), toast)


def rules(seen: Look, words: Words, toast: str = "") -> Screen:
    """When it can be booked, rule by rule."""
    text = words.joined(_head(seen, words), words.say("service-rules-explain"))
    keys = (_term_key(seen, term, words) for term in _RULES)
    hours = key(words.label("service-hours"), taps.ChooseServiceHours(*_ids(seen)))
    policies = key(words.label("key-policies"), taps.Policies(Level.SERVICE, seen.kept.id))
    return Screen(text, (*column(keys), (hours,), (policies,), (to_service(seen, words),)), toast)


def wording(seen: Look, what: Wording, words: Words, toast: str = "") -> Screen:
    """A text in the organization's languages, of which one is chosen to be written."""
    texts = _texts(seen.entry, what)
    lines = [_head(seen, words), words.say(f"wording-{what.name.lower()}-languages")]
    keys = []
    for place, code in enumerate(seen.house.languages):
        name = words.language_name(code)
        label = words.label("ticked", what=name) if code in texts else name
        keys.append(key(label, taps.WriteWording(*_ids(seen), what, place)))
        if code in texts:
            text = shortened(texts[code], _GLIMPSE)
            lines += ["", words.say("wording-line", language=name, text=text)]
    return Screen("\n".join(lines), (*column(keys), (to_service(seen, words),)), toast)


def ask_wording(seen: Look, what: Wording, place: int, words: Words) -> Screen:
    """Write it, please; what is there can be copied, or dropped where it need not be."""
    code = seen.house.languages[place]
    texts = _texts(seen.entry, what)
    now = texts.get(code, "")
    ask = words.say(f"wording-{what.name.lower()}", limit=what.limit)
    named = len(seen.house.languages) > 1
    text = words.joined(
        _head(seen, words),
        words.say("wording-language", language=words.language_name(code)) if named else "",
        ask,
        words.say("wording-now", text=now) if now else "",
    )
    rows: list[tuple[Key, ...]] = []
    if 0 < len(now) <= 256:  # as much as Telegram copies
        rows.append((Key(words.label("wording-copy"), copy=now),))
    if now and (what is not Wording.TITLE or len(texts) > 1):
        drop = taps.DropWording(*_ids(seen), what, place)
        rows.append((key(words.label("wording-drop"), drop),))
    return Screen(text, (*rows, (to_service(seen, words),)))


def ask_delete(seen: Look, words: Words) -> Screen:
    """Sure? What has been booked can only be paused."""
    head = _head(seen, words)
    if seen.is_used:
        text = words.joined(head, words.say("service-used"))
        rows: Rows = (_pause_key(seen, words),), (to_service(seen, words),)
        return Screen(text, rows)
    delete = key(words.label("service-delete-sure"), taps.DeleteService(*_ids(seen)), Style.DANGER)
    text = words.joined(head, words.say("service-delete-ask"))
    return Screen(text, ((delete,), (to_service(seen, words),)))


def hours_said(seen: Look, words: Words) -> list[str]:
    """The hours of its own, a line for each run of weekdays, or that it has none."""
    hours = seen.entry.rules.hours
    if hours is None:
        return [words.label("service-hours-any")]
    return said({day: windows_of(hours, day) for day in range(7)}, words)


def to_service(seen: Look, words: Words) -> Key:
    return key(words.label("back"), taps.ShowService(*_ids(seen)))


def title_of(seen: Look, words: Words) -> str:
    return seen.entry.title.into(words.language)


def term_said(term: Term, value: int, words: Words) -> str:
    """The number in words: a length of time, a count, or that there is none."""
    match term:
        case Term.SEATS | Term.MOST:
            return str(value) if value else words.label("no-cap")
        case Term.HORIZON:
            return words.length(timedelta(days=value))
        case _:
            return words.length(timedelta(minutes=value)) or words.label("no-minutes")


def approval_said(seen: Look, words: Words) -> str:
    """Who confirms a booking, and who says so if it is not the service itself."""
    line = words.say("service-by-hand" if seen.policy.approval else "service-at-once")
    if seen.entry.clauses and seen.entry.clauses.approval is not None:
        return line
    above = said_by(Clause.APPROVAL, seen.levels)
    return f"{line} {words.say('approval-from', above=above)}" if above else line


def shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _text(seen: Look, words: Words) -> str:
    entry = seen.entry
    described = entry.description.into(words.language) if entry.description else ""
    names = [*seen.others[:_NAMES], *(["…"] if len(seen.others) > _NAMES else [])]
    others = words.several(names) if names else ""
    length_and_price = words.say(
        "length-and-price",
        length=words.length(entry.rules.duration),
        price=words.money(entry.price),
    )
    own_hours = hours_said(seen, words) if entry.rules.hours is not None else []
    parts = (
        words.say("service-paused") if not entry.active else "",
        f"<i>{words.plain(described)}</i>" if described else "",
        length_and_price,
        *(meeting.kept(each, words) for each in entry.meetings.ways),
        approval_said(seen, words),
        *(words.plain(_term_line(seen, term, words)) for term in _RULES if _says(seen, term)),
        *(words.plain(f"🕘 {line}") for line in own_hours),
        "\n" + words.say("service-shared", others=others) if others else "",
    )
    return words.joined(_head(seen, words), *parts)


def _head(seen: Look, words: Words) -> str:
    return words.say("own-service-title", title=title_of(seen, words), provider=seen.provider.name)


def _keys(seen: Look, words: Words) -> Rows:
    ids = _ids(seen)
    pairs = (
        (
            key(words.label("service-title"), taps.ShowWording(*ids, Wording.TITLE)),
            key(words.label("service-description"), taps.ShowWording(*ids, Wording.DESCRIPTION)),
        ),
        (
            key(words.label("service-length"), taps.ChooseTerm(*ids, Term.LENGTH, 0)),
            key(words.label("service-price"), taps.ChoosePrice(*ids)),
        ),
        (
            key(words.label("service-format"), taps.ChooseFormats(*ids)),
            key(words.label("service-approves"), taps.ChooseApproval(*ids)),
        ),
        (key(words.label("service-rules"), taps.ShowRules(*ids)),),
        _order_keys(seen, words),
        (
            key(words.label("service-duplicate"), taps.DuplicateService(*ids)),
            _pause_key(seen, words),
        ),
        (
            key(words.label("share"), taps.ShareService(*ids)),
            key(words.label("service-delete"), taps.AskDeleteService(*ids)),
        ),
    )
    return tuple(reading(words, pair) for pair in pairs)


def _shared_keys(seen: Look, words: Words) -> Rows:
    own = key(words.label("service-make-own"), taps.MakeOwnService(*_ids(seen)), Style.PRIMARY)
    share = key(words.label("share"), taps.ShareService(*_ids(seen)))
    return ((own,), reading(words, _order_keys(seen, words)), (share,))


def _order_keys(seen: Look, words: Words) -> tuple[Key, ...]:
    return tuple(
        key(words.label(f"service-{way.name.lower()}"), taps.MoveService(*_ids(seen), way))
        for way in Way
    )


def _pause_key(seen: Look, words: Words) -> Key:
    if seen.entry.active:
        return key(words.label("service-pause"), taps.PauseService(*_ids(seen)))
    return key(words.label("service-resume"), taps.ResumeService(*_ids(seen)), Style.SUCCESS)


def _foot(seen: Look, words: Words) -> tuple[Key, ...]:
    to_list = key(words.label("own-services-back"), taps.Services(seen.provider.id, 0))
    return (to_list, home(words))


def _term_key(seen: Look, term: Term, words: Words) -> Key:
    return key(_term_line(seen, term, words), taps.ChooseTerm(*_ids(seen), term, 0))


def _term_line(seen: Look, term: Term, words: Words) -> str:
    value = term_said(term, value_of(seen.entry.rules, term), words)
    return words.label(f"term-{term.name.lower()}", value=value)


def _says(seen: Look, term: Term) -> bool:
    """Whether a rule asks for anything: no buffer, notice or cap and a single seat do not."""
    return value_of(seen.entry.rules, term) > (1 if term is Term.SEATS else 0)


def _texts(entry: ServiceEntry, what: Wording) -> Mapping[str, str]:
    """By language."""
    titles = entry.title if what is Wording.TITLE else entry.description
    return titles.by_language if titles else {}


def _line(entry: ServiceEntry, words: Words) -> str:
    line = words.say(
        "service-line",
        title=entry.title.into(words.language),
        length=words.length(entry.rules.duration),
        price=words.money(entry.price),
    )
    return line if entry.active else f"⏸ {line}"


def _key(provider_id: int, kept: KeptService, words: Words) -> Key:
    title = kept.entry.title.into(words.language)
    label = title if kept.entry.active else f"⏸ {title}"
    return key(label, taps.ShowService(provider_id, kept.id))


def _ids(seen: Look) -> tuple[int, int]:
    return seen.provider.id, seen.kept.id
