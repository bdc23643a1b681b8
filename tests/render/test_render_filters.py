"""Texts made fit for pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.filters import css_string, dashes, licence_name, rich, short_number


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b c** d", "a <strong>b c</strong> d"),
        ("**W** means **S**", "<strong>W</strong> means <strong>S</strong>"),
        ("lines 4–16", "lines 4\u2060–\u206016"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("<i> & **<b>**", "&lt;i&gt; &amp; <strong>&lt;b&gt;</strong>"),
    ],
)
def test_words_between_asterisks_are_bold_and_all_else_is_escaped(text: str, html: str) -> None:
    assert rich(text) == html


@given(st.text())
def test_text_in_a_style_sheet_ends_neither_string_nor_element(text: str) -> None:
    css = css_string(text)
    assert css[0] == css[-1] == '"'
    assert not set(css[1:-1]) & set('"<>&\n\r\f\0')


@pytest.mark.parametrize(
    ("text", "shown"),
    [("CC-BY-4.0", "CC BY 4.0"), ("CC-BY-SA-4.0", "CC BY-SA 4.0"), ("CC0-1.0", "CC0 1.0"), ("own", "own")],
)
def test_licences_as_people_write_them(text: str, shown: str) -> None:
    assert licence_name(text) == shown


def test_ranges_and_numbers() -> None:
    assert dashes("7-9") == "7–9"
    assert dashes("K-2") == "K-2"
    assert (short_number(1.0), short_number(2.5)) == ("1", "2.5")
