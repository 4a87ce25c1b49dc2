"""Choosing whom to see and for what."""

from collections.abc import Iterable
from functools import partial

from bot.usecases.browsing import Choice, Listing, Offer, Providers
from bot.views import meeting, taps
from bot.views.layout import column, flow_foot, grid, home, key, marked, paged, pager
from bot.views.screens import Key, Rows, Screen
from bot.views.words import Words
from domain.services import BusinessType, Provider, Service

_SERVICES_A_PAGE = 12


def providers(found: Providers, flow: int, words: Words) -> Screen:
    if not found.listings:
        return Screen(words.say("providers-none"), ((home(words),),))
    lines = [words.say("providers-title"), ""]
    lines += [_line(each, words) for each in found.listings]
    rows = (
        *_businesses(found.businesses, found.business, flow, words),
        *column(_key(each, flow, words) for each in found.listings),
        *pager(found.page, found.pages, partial(taps.TurnProviders, flow), words),
        (key(words.label("leave"), taps.LeaveFlow(flow)),),
    )
    return Screen("\n".join(lines), rows)


def offering(choice: Choice, flow: int, words: Words) -> Screen:
    """Who does what somebody has already chosen."""
    title = choice.service.title.into(words.language)
    lines = [words.say("offering-title", title=title), ""]
    lines += [_line(each, words) for each in choice.listings]
    rows = column(_key(each, flow, words) for each in choice.listings)
    if len(choice.listings) > 1:
        anyone = words.label("key-anyone", count=len(choice.listings))
        rows = ((key(anyone, taps.WithAnyone(flow)),), *rows)
    return Screen("\n".join(lines), (*rows, (key(words.label("leave"), taps.LeaveFlow(flow)),)))


def services(offer: Offer, page: int, flow: int, words: Words) -> Screen:
    """A page of what a provider offers; one too far is the last one."""
    provider = offer.provider
    lines = [
        words.say("services-title", name=provider.name, organization=provider.organization),
        _rating(provider, words),
        words.plain(provider.bio.into(words.language)) if provider.bio else "",
        words.say("address", address=provider.address) if provider.address else "",
    ]
    if not offer.services:
        lines.append(words.say("services-none", name=provider.name))
        return Screen(words.joined(*lines), (flow_foot(words, flow),))
    lines += [f"\n{words.say('services-choose')}"]
    shown, page, pages = paged(offer.services, page, _SERVICES_A_PAGE)
    lines += [_service(each, provider, words) for each in shown]
    rows = (
        *column(_service_key(each, flow, words) for each in shown),
        *pager(page, pages, partial(taps.TurnServices, flow), words),
    )
    return Screen(words.joined(*lines), (*rows, flow_foot(words, flow)))


def _line(listing: Listing, words: Words) -> str:
    provider = listing.provider
    head = words.say("provider-line", name=provider.name, organization=provider.organization)
    if listing.first_free is None:
        when = words.say("provider-full")
    else:
        when = words.say(
            "provider-first",
            when=words.day_and_time(listing.first_free, provider.zone),
            city=words.city(provider.zone),
        )
    return f"{head}\n{_rating(provider, words)} · {when}\n"


def _rating(provider: Provider, words: Words) -> str:
    if not provider.rating.is_telling:
        return words.say("provider-new")
    mean = f"{provider.rating.mean:.1f}"
    return words.say("provider-rating", mean=mean, count=provider.rating.count)


def _key(listing: Listing, flow: int, words: Words) -> Key:
    provider = listing.provider
    button = taps.PickProvider(flow, provider.id)
    if listing.first_free is None:
        return key(words.label("key-provider-full", name=provider.name), button)
    when = words.day_and_time(listing.first_free, provider.zone)
    return key(words.label("key-provider", name=provider.name, when=when), button)


def _businesses(
    all_of_them: Iterable[BusinessType], chosen: BusinessType | None, flow: int, words: Words
) -> Rows:
    kinds = tuple(all_of_them)
    if len(kinds) < 2:
        return ()
    keys = [
        key(marked(words.label("business-all"), chosen is None, words), taps.AllBusinesses(flow))
    ]
    keys += [
        key(
            marked(words.label(f"business-{kind}"), kind is chosen, words),
            taps.PickBusiness(flow, kind),
        )
        for kind in kinds
    ]
    return grid(keys, 3)


def _service(service: Service, provider: Provider, words: Words) -> str:
    line = words.say(
        "service-line",
        title=service.title.into(words.language),
        length=words.length(service.rules.duration),
        price=words.money(service.price),
    )
    extras = [meeting.named(service.meetings, words)]
    extras += [words.say("service-approval")] if provider.policy_for(service).approval else []
    return " · ".join(filter(None, [line, *extras]))


def _service_key(service: Service, flow: int, words: Words) -> Key:
    label = words.label(
        "key-service",
        title=service.title.into(words.language),
        price=words.money(service.price),
    )
    return key(label, taps.PickService(flow, service.id))
