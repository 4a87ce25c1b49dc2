"""A provider's services: looked at, changed part by part, paused, put in order, deleted."""

from dataclasses import replace

from bot.telegram.handlers.front import leave_all
from bot.telegram.turn import State, Turn
from bot.usecases import services as usecases
from bot.usecases.services import Look
from bot.views import (
    hourreading,
    serviceformats,
    servicegrids as grids,
    servicehours,
    services as views,
    taps,
)
from bot.views.screens import Answer, Reply, Screen
from bot.views.taps import OneService, Way
from domain.hours import Hours
from domain.refusals import NotFound
from domain.services import Format
from domain.terms import Term, Wording

_PRICE, _HOURS, _PLACE = "price", "hours", "place"  # as the draft says what words are awaited


async def show_services(tap: taps.Services, turn: Turn) -> Answer:
    return await _shelf(tap.provider_id, tap.page, turn)


async def show_service(tap: taps.ShowService, turn: Turn) -> Answer:
    return await page(tap.provider_id, tap.service_id, turn)


async def show_rules(tap: taps.ShowRules, turn: Turn) -> Answer:
    return views.rules(await _looked(tap, turn), turn.words)


async def choose_term(tap: taps.ChooseTerm, turn: Turn) -> Answer:
    return grids.choose_term(await _looked(tap, turn), tap.term, tap.page, turn.words)


async def set_term(tap: taps.SetTerm, turn: Turn) -> Answer:
    await usecases.set_term(turn.tx, turn.person, *_ids(tap), tap.term, tap.value)
    seen = await _looked(tap, turn)
    shown = views.service if tap.term is Term.LENGTH else views.rules
    return shown(seen, turn.words, turn.words.label("saved"))


async def choose_price(tap: taps.ChoosePrice, turn: Turn) -> Answer:
    await _looked(tap, turn)
    turn.draft = replace(turn.draft, part=_PRICE)
    return await show(turn)


async def set_price(tap: taps.SetPrice, turn: Turn) -> Answer:
    price = await usecases.price_tapped(turn.tx, tap.provider_id, tap.amount)
    await usecases.set_price(turn.tx, turn.person, *_ids(tap), price)
    return await _saved(tap, turn)


async def choose_hours(tap: taps.ChooseServiceHours, turn: Turn) -> Answer:
    seen = await _looked(tap, turn)
    turn.draft = replace(turn.draft, part=_HOURS)
    return servicehours.choose(seen, turn.words)


async def set_hours(tap: taps.SetServiceHours, turn: Turn) -> Answer:
    hours = servicehours.hours_of(tap.hours, turn.words)
    toast = await _set_hours(*_ids(tap), hours, turn)
    return await page(*_ids(tap), turn, toast)


async def choose_formats(tap: taps.ChooseFormats, turn: Turn) -> Answer:
    return serviceformats.formats(await _looked(tap, turn), turn.words)


async def toggle_format(tap: taps.ToggleFormat, turn: Turn) -> Answer:
    await usecases.toggle_format(turn.tx, turn.person, *_ids(tap), tap.format)
    return await _formats(tap, turn)


async def lead_with(tap: taps.LeadWithFormat, turn: Turn) -> Answer:
    await usecases.lead_with(turn.tx, turn.person, *_ids(tap), tap.format)
    return await _formats(tap, turn)


async def write_place(tap: taps.WritePlace, turn: Turn) -> Answer:
    shown = serviceformats.ask_place(await _looked(tap, turn), tap.format, turn.words)
    turn.draft = replace(turn.draft, part=_PLACE, way=tap.format.value)
    return shown


async def drop_place(tap: taps.DropPlace, turn: Turn) -> Answer:
    await usecases.set_place(turn.tx, turn.person, *_ids(tap), tap.format, "")
    return await _formats(tap, turn)


async def choose_approval(tap: taps.ChooseApproval, turn: Turn) -> Answer:
    return grids.choose_approval(await _looked(tap, turn), turn.words)


async def set_approval(tap: taps.SetApproval, turn: Turn) -> Answer:
    await usecases.set_approval(turn.tx, turn.person, *_ids(tap), tap.approval)
    return await _saved(tap, turn)


async def show_wording(tap: taps.ShowWording, turn: Turn) -> Answer:
    seen = await _looked(tap, turn)
    if len(seen.house.languages) > 1:
        return views.wording(seen, tap.what, turn.words)
    return await _ask(seen, tap.what, 0, turn)


async def write_wording(tap: taps.WriteWording, turn: Turn) -> Answer:
    return await _ask(await _looked(tap, turn), tap.what, tap.place, turn)


async def drop_wording(tap: taps.DropWording, turn: Turn) -> Answer:
    seen = await _looked(tap, turn)
    language = _language(seen, tap.place)
    await usecases.set_text(turn.tx, turn.person, *_ids(tap), tap.what, language, "")
    return await _saved(tap, turn)


async def written(text: str, turn: Turn) -> Answer:
    """A text or a price where one is awaited; elsewhere taps are expected."""
    draft = turn.draft
    ids = _awaited(turn)
    if draft.part == _PRICE:
        price = await usecases.price_written(turn.tx, ids[0], text)
        await usecases.set_price(turn.tx, turn.person, *ids, price)
    elif draft.part == _HOURS:
        hours = hourreading.hours_understood(text, turn.words.language)
        told = await _set_hours(*ids, hours, turn)
        shown = await page(*ids, turn)
        return Reply(Screen(f"{turn.words.plain(told)}\n\n{shown.text}", shown.rows))
    elif draft.part == _PLACE:
        await usecases.set_place(turn.tx, turn.person, *ids, Format(draft.way), text)
        seen = await _at(*ids, turn)
        return Reply(serviceformats.formats(seen, turn.words))
    elif draft.part:
        what = Wording(draft.part)
        words = usecases.checked(what, text)
        await usecases.set_text(turn.tx, turn.person, *ids, what, draft.language, words)
    else:
        return await not_written(turn)
    return Reply(await page(*ids, turn))


async def not_written(turn: Turn) -> Answer:
    """What is awaited is asked for again."""
    hint = "service-not-text" if turn.draft.part else "please-tap"
    shown = await show(turn)
    return Reply(Screen(f"{turn.words.say(hint)}\n\n{shown.text}", shown.rows))


async def show(turn: Turn) -> Screen:
    """The service, its price or the text that is awaited; without a service, the list."""
    draft = turn.draft
    if draft.provider_id is not None and draft.service_id is None:
        return await _shelf(draft.provider_id, 0, turn)
    seen = await usecases.look(turn.tx, turn.person, *_awaited(turn))
    if draft.part == _PRICE:
        prices = await usecases.suggested(turn.tx, seen.provider.id)
        return grids.choose_price(seen, prices, turn.words)
    if draft.part == _HOURS:
        return servicehours.choose(seen, turn.words)
    if draft.part == _PLACE:
        return serviceformats.ask_place(seen, Format(draft.way), turn.words)
    if draft.part:
        place = seen.house.languages.index(draft.language)
        return views.ask_wording(seen, Wording(draft.part), place, turn.words)
    return views.service(seen, turn.words)


async def pause(tap: taps.PauseService, turn: Turn) -> Answer:
    await usecases.pause(turn.tx, turn.person, *_ids(tap))
    return await page(*_ids(tap), turn, turn.words.label("service-paused-toast"))


async def resume(tap: taps.ResumeService, turn: Turn) -> Answer:
    await usecases.resume(turn.tx, turn.person, *_ids(tap))
    return await page(*_ids(tap), turn, turn.words.label("service-resumed-toast"))


async def move(tap: taps.MoveService, turn: Turn) -> Answer:
    places = -1 if tap.way is Way.UP else 1
    place = await usecases.move(turn.tx, turn.person, *_ids(tap), places)
    return await page(*_ids(tap), turn, turn.words.label("service-place-now", place=place))


async def duplicate(tap: taps.DuplicateService, turn: Turn) -> Answer:
    copy_id = await usecases.duplicate(turn.tx, turn.person, *_ids(tap), turn.now)
    return await page(tap.provider_id, copy_id, turn, turn.words.label("service-duplicated"))


async def make_own(tap: taps.MakeOwnService, turn: Turn) -> Answer:
    copy_id = await usecases.make_own(turn.tx, turn.person, *_ids(tap), turn.now)
    return await page(tap.provider_id, copy_id, turn, turn.words.label("service-own-now"))


async def ask_delete(tap: taps.AskDeleteService, turn: Turn) -> Answer:
    return views.ask_delete(await _looked(tap, turn), turn.words)


async def delete(tap: taps.DeleteService, turn: Turn) -> Answer:
    await usecases.delete(turn.tx, turn.person, *_ids(tap))
    return await _shelf(tap.provider_id, 0, turn, turn.words.label("service-deleted"))


async def page(provider_id: int, service_id: int, turn: Turn, toast: str = "") -> Screen:
    """One service; whatever was awaited before is awaited no longer."""
    seen = await _at(provider_id, service_id, turn)
    return views.service(seen, turn.words, toast)


async def _shelf(provider_id: int, at: int, turn: Turn, toast: str = "") -> Screen:
    mine = await usecases.shelf(turn.tx, turn.person, provider_id)
    await leave_all(turn)
    turn.draft = replace(turn.draft, provider_id=provider_id)
    turn.state = State.OWN_SERVICE
    return views.shelf(mine, at, turn.words, toast)


async def _looked(tap: OneService, turn: Turn) -> Look:
    return await _at(*_ids(tap), turn)


async def _at(provider_id: int, service_id: int, turn: Turn) -> Look:
    """The person is at this service from now on, and has nothing to write."""
    seen = await usecases.look(turn.tx, turn.person, provider_id, service_id)
    await leave_all(turn)
    turn.draft = replace(turn.draft, provider_id=provider_id, service_id=service_id)
    turn.state = State.OWN_SERVICE
    return seen


async def _ask(seen: Look, what: Wording, place: int, turn: Turn) -> Screen:
    turn.draft = replace(turn.draft, part=what.value, language=_language(seen, place))
    return views.ask_wording(seen, what, place, turn.words)


async def _saved(tap: OneService, turn: Turn) -> Screen:
    return await page(*_ids(tap), turn, turn.words.label("saved"))


async def _formats(tap: OneService, turn: Turn) -> Screen:
    seen = await _looked(tap, turn)
    return serviceformats.formats(seen, turn.words, turn.words.label("saved"))


async def _set_hours(provider_id: int, service_id: int, hours: Hours | None, turn: Turn) -> str:
    """What to say of it: that it is saved, and how many bookings lie outside now."""
    outside = await usecases.set_hours(
        turn.tx, turn.person, provider_id, service_id, hours, turn.now
    )
    if outside:
        return turn.words.label("service-hours-outside", count=outside)
    return turn.words.label("saved")


def _language(seen: Look, place: int) -> str:
    if place >= len(seen.house.languages):
        raise NotFound
    return seen.house.languages[place]


def _ids(tap: OneService) -> tuple[int, int]:
    return tap.provider_id, tap.service_id


def _awaited(turn: Turn) -> tuple[int, int]:
    if turn.draft.provider_id is None or turn.draft.service_id is None:
        raise NotFound
    return turn.draft.provider_id, turn.draft.service_id
