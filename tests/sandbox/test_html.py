"""HTML becomes text and entities, or Telegram's complaint about it."""

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.html_markup import read_html

Spans = list[tuple[str, int, int]]


def spans(source: str) -> tuple[str, Spans]:
    text, entities = read_html(source, lambda _: None)
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ("<pre>a</pre>", "a", [("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("italic", 1, 1), ("bold", 0, 2)]),
        ("🏟 <b>🏟</b>", "🏟 🏟", [("bold", 3, 2)]),
        ("<b></b>a", "a", []),
        ("<B>a</b >", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("&lt;&gt;&amp;&quot;&#65;&#x42;&laquo;", '<>&"AB&laquo;', []),
        ("fish & chips &", "fish & chips &", []),
    ],
)
def test_tags_become_entities_counted_in_utf16(source: str, text: str, expected: Spans) -> None:
    assert spans(source) == (text, expected)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("x<br>", 'Unsupported start tag "br" at byte offset 1'),
        ("<i   =a>", 'Empty attribute name in the tag "i" at byte offset 0'),
        (
            "<i   a>",
            'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 0',
        ),
        ("<i   a  =  ", 'Unclosed start tag "i" at byte offset 0'),
        ("<i a=190azAz-.,", "Unexpected end of name token at byte offset 5"),
        ('<i a="&lt;>', "Unclosed start tag at byte offset 0"),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
        (
            "<i>a</em>",
            'Unmatched end tag at byte offset 4, expected "</i>", found "</em>"',
        ),
        ("<b>a", "Can't find end tag corresponding to start tag b"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ('<tg-time unix="soon">a</tg-time>', "Invalid unix time specified"),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        read_html(source, lambda _: None)

    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ApiError, match="invalid Unicode characters"):
        read_html("&#xDFDF;", lambda _: None)


def test_a_link_is_completed_and_nonsense_is_shown_as_text() -> None:
    _, entities = read_html(
        '<a href="telegram.org">a</a><a>https://b.org/?x=1&amp;y</a><a href="nonsense">c</a>',
        lambda _: None,
    )

    assert [entity["url"] for entity in entities] == [
        "http://telegram.org/",
        "https://b.org/?x=1&y",
    ]


def test_code_in_pre_is_one_block_with_a_language() -> None:
    _, entities = read_html('<pre><code class="language-python">x</code></pre>', lambda _: None)

    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


def test_a_person_is_mentioned_by_id_only_when_known() -> None:
    ann = {"id": 7, "is_bot": False, "first_name": "Ann"}
    source = '<a href="tg://user?id=7">Ann</a> <a href="tg://user?id=8">Ben</a>'

    _, entities = read_html(source, {7: ann}.get)

    assert entities == [{"type": "text_mention", "offset": 0, "length": 3, "user": ann}]


def test_a_moment_and_an_emoji_keep_what_they_stand_for() -> None:
    source = (
        '<tg-time unix="1647531900" format="wDT">then</tg-time>'
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>'
    )

    _, (moment, emoji) = read_html(source, lambda _: None)

    assert (moment["type"], moment["unix_time"], moment["date_time_format"]) == (
        "date_time",
        1647531900,
        "wDT",
    )
    assert emoji["custom_emoji_id"] == "5368324170671202286"
