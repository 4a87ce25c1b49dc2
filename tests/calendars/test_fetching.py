"""Asking a real server that is slow, huge, sick, gone, or leads elsewhere."""

import gzip

import pytest

from bot.calendars.fetching import Fetcher
from domain.busy import Marks, Trouble, Unreadable
from tests.elsewhere import HOST, Elsewhere, calendar

OPEN = Fetcher(private=True)
CALENDAR = calendar()


async def trouble(fetcher: Fetcher, url: str, known: Marks = Marks()) -> Trouble:  # noqa: B008  # frozen
    with pytest.raises(Unreadable) as refused:
        await fetcher.fetch(url, known)
    return refused.value.trouble


async def test_what_stands_at_the_address_is_fetched(server: Elsewhere) -> None:
    server.says(CALENDAR, etag='"1"', last_modified="Tue, 01 Dec 2026 08:00:00 GMT")

    page = await OPEN.fetch(server.url(), Marks())

    assert page.text == CALENDAR.encode()
    assert (page.marks.etag, page.marks.last_modified) == ('"1"', "Tue, 01 Dec 2026 08:00:00 GMT")


async def test_what_is_packed_is_unpacked(server: Elsewhere) -> None:
    server.says(gzip.compress(CALENDAR.encode()), content_encoding="gzip")

    assert (await OPEN.fetch(server.url(), Marks())).text == CALENDAR.encode()


async def test_what_has_not_changed_is_not_sent_again(server: Elsewhere) -> None:
    server.says(CALENDAR, etag='"1"')
    known = (await OPEN.fetch(server.url(), Marks())).marks

    page = await OPEN.fetch(server.url(), known)

    assert page.text is None
    assert page.marks == known
    assert server.asked[-1].headers["If-None-Match"] == '"1"'


async def test_when_it_was_changed_is_asked_too(server: Elsewhere) -> None:
    server.says(CALENDAR)

    await OPEN.fetch(server.url(), Marks("", "Tue, 01 Dec 2026 08:00:00 GMT", "digest"))

    assert server.asked[-1].headers["If-Modified-Since"] == "Tue, 01 Dec 2026 08:00:00 GMT"


async def test_a_new_mark_brings_the_new_text(server: Elsewhere) -> None:
    server.says(CALENDAR, etag='"1"')
    known = (await OPEN.fetch(server.url(), Marks())).marks
    changed = calendar(["DTSTART;VALUE=DATE:20261201"])
    server.says(changed, etag='"2"')

    page = await OPEN.fetch(server.url(), known)

    assert page.text == changed.encode()
    assert page.marks.etag == '"2"'


async def test_the_same_text_under_a_new_mark_is_no_change(server: Elsewhere) -> None:
    server.says(CALENDAR, etag='"1"')
    known = (await OPEN.fetch(server.url(), Marks())).marks
    server.says(CALENDAR, etag='"2"')

    page = await OPEN.fetch(server.url(), known)

    assert page.text is None
    assert page.marks.etag == '"2"'


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (204, Trouble.SICK),
        (304, Trouble.SICK),
        (401, Trouble.LOCKED),
        (403, Trouble.LOCKED),
        (404, Trouble.GONE),
        (410, Trouble.GONE),
        (429, Trouble.SICK),
        (500, Trouble.SICK),
        (503, Trouble.SICK),
    ],
)
async def test_what_the_server_answers_tells_the_trouble(
    server: Elsewhere, status: int, expected: Trouble
) -> None:
    server.says(status=status)

    assert await trouble(OPEN, server.url()) is expected


async def test_who_is_silent_is_slow(server: Elsewhere) -> None:
    server.is_silent()

    assert await trouble(Fetcher(private=True, seconds=0.2), server.url()) is Trouble.SLOW


async def test_who_stops_in_the_middle_is_slow(server: Elsewhere) -> None:
    server.trickles()

    assert await trouble(Fetcher(private=True, seconds=0.2), server.url()) is Trouble.SLOW


async def test_what_never_ends_is_cut_off(server: Elsewhere) -> None:
    server.never_ends()

    assert await trouble(OPEN, server.url()) is Trouble.HUGE


async def test_what_is_just_small_enough_is_fetched(server: Elsewhere) -> None:
    fetcher = Fetcher(private=True, most=1000)
    server.says(b"x" * 1000)
    assert (await fetcher.fetch(server.url(), Marks())).text == b"x" * 1000

    server.says(b"x" * 1001)
    assert await trouble(fetcher, server.url()) is Trouble.HUGE


async def test_what_swells_when_unpacked_is_not_unpacked(server: Elsewhere) -> None:
    server.sends_a_bomb()

    assert await trouble(OPEN, server.url()) is Trouble.HUGE


@pytest.mark.parametrize(
    "body", [b"not packed at all", gzip.compress(CALENDAR.encode())[:-12]], ids=["not", "half"]
)
async def test_what_is_badly_packed_is_strange(server: Elsewhere, body: bytes) -> None:
    server.says(body, content_encoding="gzip")

    assert await trouble(OPEN, server.url()) is Trouble.STRANGE


async def test_an_unknown_packing_is_strange(server: Elsewhere) -> None:
    server.says(CALENDAR, content_encoding="br")

    assert await trouble(OPEN, server.url()) is Trouble.STRANGE


async def test_three_redirects_are_followed(server: Elsewhere) -> None:
    for at in range(3):
        server.leads(f"/{at + 1}", f"/{at}")
    server.says(CALENDAR, path="/3")

    assert (await OPEN.fetch(server.url("/0"), Marks())).text == CALENDAR.encode()


async def test_a_fourth_redirect_is_not(server: Elsewhere) -> None:
    server.leads(server.url())

    assert await trouble(OPEN, server.url()) is Trouble.LOST
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x", "http://["]
)
async def test_redirects_lead_to_web_addresses_only(server: Elsewhere, to: str) -> None:
    server.leads(to)

    assert await trouble(OPEN, server.url()) is Trouble.LOST


@pytest.mark.parametrize("host", [HOST, "localhost", "[::ffff:127.0.0.1]"])
async def test_our_own_network_is_not_asked(server: Elsewhere, host: str) -> None:
    server.says(CALENDAR)

    assert await trouble(Fetcher(), server.url(host=host)) is Trouble.PRIVATE
    assert server.asked == []


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0177.0.0.1", "0x7f000001"])
async def test_odd_ways_to_write_our_own_address_do_not_help(server: Elsewhere, host: str) -> None:
    server.says(CALENDAR)

    await trouble(Fetcher(), server.url(host=host))

    assert server.asked == []


async def test_an_address_out_in_the_open_is_asked(server: Elsewhere, outside: str) -> None:
    server.says(CALENDAR)

    assert (await Fetcher().fetch(server.url(host=outside), Marks())).text == CALENDAR.encode()


@pytest.mark.parametrize("host", [HOST, "localhost", "[::ffff:127.0.0.1]"])
async def test_a_redirect_into_our_own_network_is_not_followed(
    server: Elsewhere, outside: str, host: str
) -> None:
    server.leads(server.url("/inside", host))
    server.says(CALENDAR, path="/inside")

    assert await trouble(Fetcher(), server.url(host=outside)) is Trouble.PRIVATE
    assert [request.path for request in server.asked] == ["/feed.ics"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/feed.ics", "http://nobody.invalid/feed.ics", "http://:80/"]
)
async def test_nobody_there_is_unreachable(url: str) -> None:
    assert await trouble(OPEN, url) is Trouble.UNREACHABLE
