"""What templates may call: texts made fit for HTML and style sheets, and small sums on items."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from generator.model.theme import Logo
from generator.render import view
from generator.render.answers import accepted_of, evidence_of, misreadings_of, places_of
from generator.render.editions import first_column
from generator.render.text_forms import fence, hang, joined, markdown

_RANGE = re.compile(r"(?<=\d)–(?=\d)")
# An element around the range would do too, but the PDF engine then now and then breaks the line before it
# after its first word.
_JOINED = "\u2060–\u2060"
_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<!\s)\*\*")


def rich(text: object) -> Markup:
    """Text as HTML, with **words** bold and ranges such as 22–27 kept on one line."""
    html = _BOLD.sub(r"<strong>\1</strong>", str(escape(str(text))))
    return Markup(_RANGE.sub(_JOINED, html))


def plain(text: object) -> str:
    """Text for a terminal, without the signs for bold."""
    return _BOLD.sub(r"\1", str(text))


def css_string(text: str) -> Markup:
    """Text as a string in a style sheet; nothing in it can end the string or the style element."""
    risky = {c: f"\\{ord(c):x} " for c in '\\"<>&\n\r\f\0'}
    return Markup('"' + "".join(risky.get(c, c) for c in text) + '"')


def dashes(text: str) -> str:
    """A range with a proper dash: 7-9 becomes 7–9."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", text)


def licence_name(text: str) -> str:
    """An SPDX name as people write it: CC-BY-4.0 becomes CC BY 4.0."""
    if text == "CC0-1.0":
        return "CC0 1.0"
    return re.sub(r"^CC-([A-Z-]+)-(\d.*)$", r"CC \1 \2", text)


def data_uri(logo: Logo) -> Markup:
    """A picture as a data: URI."""
    return Markup(f"data:{logo.type};base64,{b64encode(logo.data).decode('ascii')}")


def short_number(value: float) -> str:
    """A number without needless zeros: 1.0 becomes 1."""
    return f"{value:.1f}".removesuffix(".0")


_SIZE = re.compile(r"(?<![\w.#])(-?\d*\.?\d+)(pt|mm)\b")
_PT = {"pt": 1.0, "mm": 72 / 25.4}
ROOT_PT = 12.0
"""What 1rem is in pt where nobody has changed the size of the browser's text."""


def in_rem(css: str) -> Markup:
    """A style sheet with its lengths in rem, so that a page made for paper grows with the text of a screen."""
    parts = re.split(r'(url\("[^"]*"\))', css)
    parts[::2] = [_SIZE.sub(lambda m: f"{float(m[1]) * _PT[m[2]] / ROOT_PT:.4g}rem", part) for part in parts[::2]]
    return Markup("".join(parts))


def on_dark(colour: str) -> str:
    """A colour that can be read on white, '#rrggbb', as a lighter one that can be read on black."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(0.42 * part + 0.58 * 255):02x}" for part in parts)


FILTERS: dict[str, Callable[..., Any]] = {
    "rich": rich,
    "plain": plain,
    "css_string": css_string,
    "dashes": dashes,
    "licence_name": licence_name,
    "short_number": short_number,
    "data_uri": data_uri,
    "letter": view.letter,
    "is_long": view.is_long,
    "md": markdown,
    "joined": joined,
    "in_rem": in_rem,
    "on_dark": on_dark,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "hang": hang,
    "fence": fence,
    "letters_of": view.letters_of,
    "longest": view.longest,
    "first_column": first_column,
    "excerpt": view.excerpt,
    "blank_lines": view.blank_lines,
    "share_of": view.share_of,
    "places_of": places_of,
    "accepted_of": accepted_of,
    "evidence_of": evidence_of,
    "misreadings_of": misreadings_of,
}
