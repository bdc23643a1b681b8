"""Amounts in words: 'twenty-three', 'half of', 'one in five', 'nearly a mile', 'three-year'."""

from collections.abc import Iterator

from generator.draft.counting import PARTS, SCALES, WORDS, beside, fraction, part, simple, spelled
from generator.draft.quantities.atom import Atom, per_cent, spaced, years_old
from generator.draft.quantities.names import wrong_word
from generator.draft.quantities.words import is_plural, words
from generator.draft.text import Text

_TRIGGERS = WORDS | {"half", "a", "an", "quarter", "twice"}
_NEAR = frozenset({"nearly", "almost", "about", "around", "roughly", "approximately", "than", "least", "over"})
_NO_MEASURE = frozenset({"second", "quarter", "point", "half", "degree"})
_WHICH_HALF = frozenset(
    {"second", "first", "other", "the", "better", "latter", "top", "bottom", "final", "back", "front", "last"}
)


def in_words(text: Text) -> Iterator[Atom]:
    """In the order of the text."""
    skip = -1
    for i, word in enumerate(text.lower):
        if i < skip:
            continue
        if word in _TRIGGERS:
            found = _word(text, i, word)
        elif "-" in word and word.partition("-")[0] in _TRIGGERS:
            found = _hyphened(text, i, word)
        else:
            continue
        if found is not None:
            skip = found.after
            yield found


def _word(text: Text, i: int, word: str) -> Atom | None:
    start = text.starts[i]
    following = text.lower[i + 1] if beside(text, i) else ""
    if word == "twice":
        return Atom(start, text.ends[i], 2.0, i + 1, "twice", "time")
    if following.removesuffix("s") in PARTS and (found := _part(text, i, word, following)):
        return found
    if word in ("half", "quarter"):
        return _half(text, i, word, following)
    if word in ("a", "an") and following not in SCALES:
        near = text.lower[i - 1] in _NEAR if beside(text, i - 1) else False
        if near and following in words("measure") and following not in _NO_MEASURE:
            return Atom(start, text.ends[i], 1.0, i + 1, "a")
        return None
    whole = spelled(text, i)
    return (_ratio(text, i, whole) or _made(text, i, whole)) if whole else None


def _part(text: Text, i: int, word: str, following: str) -> Atom | None:
    """'a third of', 'two thirds of the', 'three quarters'."""
    third = text.lower[i + 2] if beside(text, i + 1) else ""
    small = fraction(word, following)
    single = word in ("a", "an", "one")
    if small is None or not (third == "of" or (not single and third in words("of-half"))):
        return None
    return Atom(text.starts[i], text.ends[i + 1], small, i + 2, "fraction")


def _half(text: Text, i: int, word: str, following: str) -> Atom | None:
    """'half of the', 'half an hour', 'half a million', 'nearly half their'; not the second half."""
    before = text.lower[i - 1] if beside(text, i - 1) else ""
    if following in ("a", "an"):
        whole = spelled(text, i)
        if whole is not None:
            return _made(text, i, whole)
        measured = beside(text, i + 1) and text.lower[i + 2] in words("measure")
    else:
        measured = following in words("of-half") and before not in _WHICH_HALF
    half = word == "half" and measured
    return Atom(text.starts[i], text.ends[i], 0.5, i + 1, "fraction") if half else None


def _ratio(text: Text, i: int, whole: tuple[float, int]) -> Atom | None:
    """'one in five', 'nine out of ten'."""
    (value, j), lower = whole, text.lower
    k = j + 1 if lower[j : j + 1] == ["in"] else j + 2 if lower[j : j + 2] == ["out", "of"] else 0
    if not k or k >= len(lower) or not all(beside(text, n) for n in range(j - 1, k)):
        return None
    if lower[k] in WORDS:
        below = spelled(text, k)
    else:
        below = (float(lower[k]), k + 1) if lower[k].isdecimal() and len(lower[k]) < 7 else None
    if below is None or not 0 < value < below[0]:
        return None
    if k == j + 1 and below[1] < len(lower) and lower[below[1]].removesuffix("s") in words("measure"):
        return None  # three in ten years
    return Atom(text.starts[i], text.ends[below[1] - 1], value / below[0], below[1], "ratio")


def _made(text: Text, i: int, whole: tuple[float, int]) -> Atom | None:
    (value, j), start = whole, text.starts[i]
    end = text.ends[j - 1]
    if found := per_cent(text, start, end, value, "word"):
        return found
    if text.text[end : end + 1] in ("-", "–") and text.text[end + 1 : end + 2].isalnum():
        return None
    if wrong_word(text, i, j) or (value == 0 and not (j < len(text.lower) and is_plural(text.lower[j]))):
        return None
    if j == i + 1 and (found := spaced(text, start, end, value)):
        return found
    return Atom(start, end, value, j, "word", scaled=text.lower[j - 1] in SCALES)


def _hyphened(text: Text, i: int, word: str) -> Atom | None:
    """'twenty-three', 'two-thirds', 'three-year', 'four-year-old', 'half-million'."""
    start, end, pieces = text.starts[i], text.ends[i], word.split("-")
    if simple(word) is not None:
        whole = spelled(text, i)
        return (_ratio(text, i, whole) or _made(text, i, whole)) if whole else None
    small = part(word)
    if small is not None:
        return Atom(start, end, small, i + 1, "fraction")
    n = 2 if len(pieces) > 2 and simple("-".join(pieces[:2])) is not None else 1
    head, rest = "-".join(pieces[:n]), pieces[n:]
    value = 0.5 if head == "half" else simple(head)
    if value is None or not rest:
        return None
    unit, at = rest[0], start + len(head) + 1
    if unit in SCALES and len(rest) == 1:
        return Atom(start, end, value * SCALES[unit], i + 1, "word", scaled=True)
    if rest[1:2] in (["old"], ["olds"]):
        return Atom(start, end, value, i + 1, "age", years_old(unit))
    if unit in words("measure") or unit in words("member"):
        return Atom(start, at - 1, value, i + 1, "compound", noun=(at, at + len(unit)))
    return None
