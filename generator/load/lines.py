"""Paragraphs -> frozen lines by the advance widths of the passage font.

Line numbers are data: they come from the text and the measure alone, so that every format and every size
of print carries the same ones.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from generator.load.project import bundled_root
from generator.model.dossier import Block, Line

SLACK = 0.985
"""Share of the measure that is filled at most; the rest is for rounding in layout."""
_SHORT = 0.16
"""A last line that fills less of the measure than this takes a word from the line before."""

Width = Callable[[str], float]
"""Width of a text in em."""


def break_lines(blocks: Iterable[Block], measure: float) -> tuple[Line, ...]:
    """The frozen lines of a passage: the headline as line 0, then its body from line 1.

    `measure` is in em. Breaks fall at spaces alone: a word that is wider than the measure has a line of its
    own and stays whole.
    """
    width = text_width()
    lines: list[Line] = []
    n = 1
    for block in blocks:
        if block.kind == "headline":
            lines.append(Line(n=0, text=block.text, start=block.start, end=block.end, opens_paragraph=True))
        if block.kind != "body":
            continue
        start = block.start
        for number, text in enumerate(fill(block.text, measure * SLACK, width)):
            lines.append(Line(n=n, text=text, start=start, end=start + len(text), opens_paragraph=number == 0))
            start += len(text) + 1
            n += 1
    return tuple(lines)


def fill(paragraph: str, limit: float, width: Width) -> list[str]:
    """The paragraph in lines no wider than `limit`; joined by single spaces they give it back."""
    space = width(" ")
    rows: list[list[str]] = [[]]
    used = 0.0
    for word in paragraph.split(" "):
        wide = width(word)
        if rows[-1] and used + space + wide > limit:
            rows.append([])
            used = 0.0
        used += (space if rows[-1] else 0.0) + wide
        rows[-1].append(word)
    _fill_last(rows, limit, width)
    return [" ".join(row) for row in rows]


def _fill_last(rows: list[list[str]], limit: float, width: Width) -> None:
    """A last line of one short word gets the last word of the line before, where that can spare it."""
    if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 4:
        return
    joined = f"{rows[-2][-1]} {rows[-1][0]}"
    if width(rows[-1][0]) < _SHORT * limit and width(joined) <= limit:
        rows[-1].insert(0, rows[-2].pop())


@cache
def text_width() -> Width:
    """The width of texts in the bundled passage font, in em; kerning is left out, which only narrows."""
    advances = _advances()

    def width(text: str) -> float:
        return sum(advances.get(ord(char)) or _foreign(char) for char in text)

    return width


def foreign_characters(text: str) -> Sequence[str]:
    """The characters of a text that the passage font does not have, each once."""
    advances = _advances()
    return [c for c in dict.fromkeys(text) if ord(c) not in advances and c not in "\n\u202f\u2007"]


@cache
def _advances() -> dict[int, float]:
    """Code point -> advance width in em."""
    from fontTools.ttLib import TTFont

    path = bundled_root() / "templates" / "fonts" / "PassageSerif-Regular.ttf"
    with TTFont(path, lazy=True) as font:
        units = float(font["head"].unitsPerEm)
        metrics = font["hmtx"].metrics
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


@cache
def _foreign(char: str) -> float:
    """A safe width for a character that another font will have to draw."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.0
    return 0.3 if char.isspace() else 0.8
