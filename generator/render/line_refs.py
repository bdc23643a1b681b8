"""Texts that name lines -> HTML in which “A, lines 3–9” is a link to these lines."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from generator.render.filters import rich
from generator.render.pages import Pages

_PLACES = (
    "place.headline-several",
    "place.headline-line",
    "place.headline",
    "place.several",
    "place.lines",
    "place.line",
)
_DASH = "\u2060?–\u2060?"
_NUMBERS = re.compile(r"\d+")


class LineRefs:
    """Links to lines of the passages with these labels, by the wording of the language of the pages."""

    def __init__(self, pages: Pages, labels: Sequence[str]) -> None:
        self._say = pages.say
        self._labels = "|".join(map(re.escape, labels)) or "(?!)"
        self._place = re.compile("|".join(f"(?:{self._pattern(key)})" for key in _PLACES))

    def linked(self, text: object) -> Markup:
        """Text as HTML, words between stars bold and places in passages as links."""
        return Markup(self._place.sub(self._link, str(rich(text))))

    def place(self, label: str, lines: tuple[int, int]) -> Markup:
        """The short reference to lines of a passage, as a link."""
        first, last = lines
        key = "ref.headline" if last == 0 else "ref.line" if first == last else "ref.lines"
        words = rich(self._say(key, label=label, first=str(first), last=str(last)))
        return _anchor(label, first, last, words)

    def _pattern(self, key: str) -> str:
        said = re.escape(self._say(key, passage="\x01", first="\x02", last="\x03", lines="\x04"))
        several = rf"\d+(?:(?:{_DASH}|, | \w{{1,3}} )\d+)*"
        parts = {"\x01": rf"(?<!\w)(?:{self._labels})", "\x02": r"\d+", "\x03": r"\d+(?!\d)", "\x04": several}
        for sign, part in parts.items():
            said = said.replace(re.escape(sign), part).replace(sign, part)
        return said.replace("–", _DASH) if key == "place.lines" else said

    def _link(self, match: re.Match[str]) -> str:
        words = match[0]
        label = re.match(self._labels, words)
        assert label is not None
        numbers = [int(number) for number in _NUMBERS.findall(words)] or [0]
        return str(_anchor(label[0], min(numbers), max(numbers), Markup(words)))


def _anchor(label: str, first: int, last: int, words: Markup) -> Markup:
    return Markup('<a class="ref" href="#{}-{}" data-ref="{} {} {}">{}</a>').format(
        label, first, label, first, last, words
    )
