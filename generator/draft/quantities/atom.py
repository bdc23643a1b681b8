"""One amount where it stands, and what may hang on it: per cent, '-year-old', '-mile'."""

import re
from dataclasses import dataclass

from generator.draft.marks import Span
from generator.draft.quantities.words import words
from generator.draft.text import Text

CENT = re.compile(
    r"(?:\s?%|[\s-]per\s?cent(?!\w)|\s(?:pct|percent)\b)(?P<points>[\s-](?:percentage\s)?points?\b)?"
    r"|\spercentage\spoints?\b",
    re.IGNORECASE,
)
_SPACED_TAIL = re.compile(r"\s-\s(?P<word>[a-z]+)(?:(?P<old>\s-\solds?\b)|\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """One amount. `after` is the number of the first word behind it; `unit` where the amount itself tells it.

    `kind` is digits, word, fraction, compound ('two-year'), age, ratio, a ('nearly a mile') or twice; `loose` is a
    letter that may be a scale or a unit (3.5m); `scaled` tells that a scale word has been counted in.
    """

    start: int
    end: int
    value: float
    after: int
    kind: str
    unit: str = ""
    noun: Span | None = None
    scaled: bool = False
    loose: str = ""


def per_cent(text: Text, start: int, end: int, value: float, kind: str, scaled: bool = False) -> Atom | None:
    """The amount with the per cent or percentage points behind it, if they stand there."""
    cent = CENT.match(text.text, end)
    if cent is None:
        return None
    unit = "percentage point" if "point" in cent[0] else "%"
    return Atom(start, cent.end(), value, _word_at(text, cent.end()), kind, unit, scaled=scaled)


def years_old(word: str) -> str:
    """The unit of an age: 'year' -> 'age', 'months' -> 'age in months'."""
    return "age" if word.startswith("year") else f"age in {word.removesuffix('s')}s"


def spaced(text: Text, start: int, end: int, value: float) -> Atom | None:
    """'26 - year - old', 'an eight - year deal': hyphens that a tokeniser has set apart."""
    tail = _SPACED_TAIL.match(text.text, end)
    if tail is None:
        return None
    word = tail["word"].lower()
    if tail["old"]:
        return Atom(start, tail.end(), value, _word_at(text, tail.end()), "age", years_old(word))
    if word in words("measure") or word in words("member"):
        return Atom(start, end, value, _word_at(text, tail.start("word")), "compound", noun=tail.span("word"))
    return None


def _word_at(text: Text, offset: int) -> int:
    return text.word_range(offset, offset)[0]
