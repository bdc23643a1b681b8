"""What templates may call: texts made fit for HTML and style sheets, and small sums on items."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from generator.render import view
from generator.render.answers import accepted_of, evidence_of, misreadings_of, places_of

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


def short_number(value: float) -> str:
    """A number without needless zeros: 1.0 becomes 1."""
    return f"{value:.1f}".removesuffix(".0")


FILTERS: dict[str, Callable[..., Any]] = {
    "rich": rich,
    "plain": plain,
    "css_string": css_string,
    "dashes": dashes,
    "licence_name": licence_name,
    "short_number": short_number,
    "letter": view.letter,
    "is_long": view.is_long,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "letters_of": view.letters_of,
    "longest": view.longest,
    "first_column": view.first_column,
    "blank_lines": view.blank_lines,
    "share_of": view.share_of,
    "places_of": places_of,
    "accepted_of": accepted_of,
    "evidence_of": evidence_of,
    "misreadings_of": misreadings_of,
}
