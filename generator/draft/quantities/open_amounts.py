"""Amounts that are left open: dozens, hundreds of, several, a few, many, a handful of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.draft.counting import SCALES, beside
from generator.draft.marks import Number, Span
from generator.draft.quantities.around import approximate
from generator.draft.quantities.nouns import counted
from generator.draft.quantities.words import words
from generator.draft.text import Text

_OF = {"handful": 0.93, "number": 0.93, "couple": 0.85, "lot": 0.8}
_PLAIN = {"several": 0.95, "numerous": 0.9, "countless": 0.9}
_NOT_MANY = frozenset({"how", "as", "so", "too", "not", "that", "very", "great", "good", "like", "for"})
_NOT_FEW = frozenset({"very", "the", "too", "so", "as", "no", "precious", "relatively", "quite"})
_TRIGGERS = frozenset({*_OF, *_PLAIN, "few", "many", "lots"})

_Place = tuple[int, int, float]
"""The first word of a phrase, the word behind it, and how sure it is an amount."""


def open_amounts(text: Text, taken: Sequence[Span]) -> Iterator[Number]:
    """In the order of the text, without those inside a stretch that is taken (in order)."""
    heap, starts, skip = words("heap"), [span[0] for span in taken], -1
    for i, word in enumerate(text.lower):
        if i < skip or not (word in heap or word in _TRIGGERS):
            continue
        place = _heap(text, i, word) if word in heap else _place(text, i, word)
        if place is None:
            continue
        first, after, sure = place
        start, end = text.starts[first], text.ends[after - 1]
        at = bisect_left(starts, end)
        unit, noun = counted(text, after, end, 2)
        if (at and taken[at - 1][1] > start) or not (unit or word in heap or word == "several"):
            continue
        skip = after
        about = approximate(text, start, end, 100, unit)
        rule = "open-many" if word == "many" else "open-amount"
        yield Number((start, end), None, unit, rule, sure if unit else 0.8, about, True, None, noun)


def _heap(text: Text, i: int, word: str) -> _Place | None:
    """'dozens of', 'hundreds of thousands of', 'tens of millions'."""
    before, following = _sides(text, i)
    after = i + 1
    if following == "of" and i + 2 < len(text.lower) and text.lower[i + 2] in words("heap"):
        after = i + 3
    if (word == "tens" and after == i + 1) or (
        word == "scores" and (following != "of" or before in ("the", "test", "his", "her", "their", "of"))
    ):
        return None
    return i - 1 if before in ("several", "many") else i, after, 0.95


def _place(text: Text, i: int, word: str) -> _Place | None:
    before, following = _sides(text, i)
    after = i + 2 if following in SCALES else i + 1
    if word in _PLAIN:
        return i, after, _PLAIN[word]
    if word in _OF:
        return (i - 1, i + 1, _OF[word]) if (before, following) == ("a", "of") else None
    if word == "lots":
        return (i, i + 1, 0.8) if following == "of" else None
    if word == "many":
        return None if before in _NOT_MANY or following in ("a", "as", "of", "more", "") else (i, i + 1, 0.88)
    if before == "a":
        return i - 1, after, 0.93
    return None if before in _NOT_FEW or following in ("and", "") else (i, after, 0.8)


def _sides(text: Text, i: int) -> tuple[str, str]:
    """The words right before and right behind word `i`."""
    return text.lower[i - 1] if beside(text, i - 1) else "", text.lower[i + 1] if beside(text, i) else ""
