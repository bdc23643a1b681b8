"""Fonts inside the page."""

import re
from base64 import b64decode
from io import BytesIO

from fontTools.ttLib import TTFont

from generator.render.fonts import COMMON, advance, embed_fonts
from tests.render import desk

FONTS = desk.TEMPLATES / "fonts"


def test_all_fonts_of_a_page_go_into_it_with_its_characters() -> None:
    html = desk.html("worksheet")
    out = embed_fonts(html, FONTS)
    assert 'url("fonts/' not in out
    data = re.findall(r"data:font/woff2;base64,([A-Za-z0-9+/=]+)", out)
    assert len(data) == html.count('url("fonts/')
    wanted = (set(html) | set(COMMON)) - set("\n")
    for file, one in zip(re.findall(r'url\("fonts/([^"]+)"\)', html), data, strict=True):
        had = set(map(chr, TTFont(FONTS / file).getBestCmap()))
        has = set(map(chr, TTFont(BytesIO(b64decode(one))).getBestCmap()))
        assert wanted & had <= has
        assert len(has) < len(had)


def test_a_page_with_fonts_is_small_and_always_the_same() -> None:
    html = desk.html("worksheet")
    assert embed_fonts(html, FONTS) == embed_fonts(html, FONTS)
    assert len(embed_fonts(html, FONTS)) < 300_000


def test_everything_but_the_fonts_is_left_alone() -> None:
    html = '<p>url("fonts/../../etc/passwd.ttf") url("fonts/x.svg")</p>'
    assert embed_fonts(html, FONTS) == html


def test_advance_widths() -> None:
    width = advance(FONTS / "AtkinsonHyperlegible-Regular.ttf")
    assert width("", 9) == 0
    assert width("mm", 9) == 2 * width("m", 9) > width("ii", 9)
