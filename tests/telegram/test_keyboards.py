"""Screens as the Bot API takes them."""

from bot.telegram.keyboards import body, keyboard
from bot.views.screens import Key, Screen, Style
from tests.telegram.toy import Count


def test_a_key_has_exactly_the_fields_of_what_it_does() -> None:
    row = (
        Key("One", Count(), style=Style.DANGER),
        Key("Site", url="https://example.org/"),
        Key("Code", copy="A7"),
    )

    assert keyboard((row,)) == {
        "inline_keyboard": [
            [
                {"text": "One", "callback_data": "1~b", "style": "danger"},
                {"text": "Site", "url": "https://example.org/"},
                {"text": "Code", "copy_text": {"text": "A7"}},
            ]
        ]
    }


def test_a_screen_without_keys_brings_no_keyboard() -> None:
    assert "reply_markup" not in body(Screen("Hello"))


def test_texts_are_html_without_previews_of_links() -> None:
    assert body(Screen("<b>Hello</b>")) == {
        "text": "<b>Hello</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
