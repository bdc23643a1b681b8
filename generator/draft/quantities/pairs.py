"""Two amounts that belong together: ranges and scores."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.draft.quantities.atom import Atom
from generator.draft.quantities.words import is_plural, words
from generator.draft.text import Text

_RANGES = re.compile(r"\s?[-–]\s?|\s(?:to|or)\s|-to-|-or-")
_FROM = re.compile(r"\b(?P<range>rang(?:e|es|ed|ing)\s|anywhere\s|anything\s|ages\s)?from\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)


def joined(text: Text, found: Sequence[Atom]) -> Iterator[tuple[Atom, float | None, str]]:
    """Each amount with the upper end of its range or the other side of its score, and the rule that says so."""
    i = 0
    while i < len(found):
        atom = found[i]
        if i + 1 < len(found):
            pair = _pair(text, atom, found[i + 1])
            if pair is not None:
                yield pair
                i += 2
                continue
            atom = _shared(text, atom, found[i + 1])
        yield atom, None, "amount"
        i += 1


def _shared(text: Text, a: Atom, b: Atom) -> Atom:
    """Of 'from 12 to 15 percent', the first amount with the unit of the second."""
    if b.unit in ("%", "percentage point") and not a.unit and a.kind in ("digits", "word"):
        gap = text.text[a.end : b.start]
        if gap in (" to ", " or ", " and "):
            return replace(a, unit=b.unit)
    return a


def _pair(text: Text, a: Atom, b: Atom) -> tuple[Atom, float | None, str] | None:
    source = text.text
    gap = source[a.end : b.start]
    if source[b.end : b.end + 1] in ("-", "–") and source[b.end + 1 : b.end + 2].isdecimal():
        return None  # a record of wins, losses and draws
    if (
        len(gap) > 5
        or not gap
        or a.kind not in ("digits", "word")
        or b.kind not in ("digits", "word", "compound", "age")
    ):
        return None
    before = source[max(0, a.start - 60) : a.start]
    if gap == " and ":
        if not _BETWEEN.search(before) or a.value >= b.value:
            return None
        return _range(a, b)
    if not _RANGES.fullmatch(gap) or (a.unit and a.unit != b.unit and b.unit):
        return None
    lead = _FROM.search(before)
    if lead and not lead["range"]:
        return None
    tight = gap.strip() in ("-", "–")
    whole = not (a.unit or b.unit or a.scaled or b.scaled or a.value % 1 or b.value % 1) and b.kind != "compound"
    if whole and (tight or gap == " to ") and _is_score(text, a, b, tight, before):
        merged = replace(a, end=b.end, after=b.after)
        return merged, b.value, "score"
    low = a.value
    if b.scaled and not a.scaled and a.kind == b.kind == "digits":
        low = a.value * _scale(source, b)
    if low >= b.value or (gap == " or " and b.value > 2 * low + 1):
        return None
    return _range(replace(a, value=low), b)


def _scale(source: str, b: Atom) -> float:
    digits = re.search(r"\d[\d,.]*", source[b.start : b.end])
    base = float(digits[0].replace(",", "").rstrip(".")) if digits else 0.0
    return b.value / base if base else 1.0


def _range(a: Atom, b: Atom) -> tuple[Atom, float | None, str]:
    merged = replace(
        a, end=b.end, after=b.after, unit=b.unit or a.unit, noun=b.noun, scaled=b.scaled, loose=b.loose,
        kind=b.kind if b.kind in ("age", "compound") else a.kind,
    )  # fmt: skip
    return merged, b.value, "range"


def _is_score(text: Text, a: Atom, b: Atom, tight: bool, before: str) -> bool:
    """Votes and games: the words around tell, or a bigger number before a smaller one."""
    if max(a.value, b.value) > 650:
        return False
    i = text.word_range(a.start, a.start)[0]
    lead = set(text.lower[max(0, i - 5) : i])
    told = bool(lead & words("win")) or (b.after < len(text.lower) and text.lower[b.after] in words("decision"))
    if tight:
        follows = (
            b.after < len(text.lower) and is_plural(text.lower[b.after]) and text.text[b.end : b.end + 1] == " "
        )
        if a.value < b.value and not told:
            return False
        return told or not follows
    return told and a.kind == b.kind and (a.value > b.value or " to " in before[-1:]) and not _counts(text, b)


def _counts(text: Text, b: Atom) -> bool:
    return b.after < len(text.lower) and is_plural(text.lower[b.after])
