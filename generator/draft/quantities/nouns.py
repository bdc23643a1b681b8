"""The noun that a number counts: 'nine air strikes' -> 'strike', 'two of its twelve beams' -> 'beam'."""

from generator.draft.counting import WORDS, beside
from generator.draft.marks import Span
from generator.draft.quantities.words import is_plural, singular, words
from generator.draft.text import Text
from generator.draft.times.names import capital

_REACH = 6
_DOLLARS = {"canadian": "C$", "australian": "A$", "zealand": "NZ$", "singapore": "S$", "kong": "HK$"}


def counted(text: Text, j: int, end: int, value: float) -> tuple[str, Span | None]:
    """The unit and where its noun stands; `j` is the word behind the number, `end` the end of the number."""
    lower, count = text.lower, len(text.lower)
    if j >= count or not text.text[end : text.starts[j]].isspace():
        return "", None
    first = _first(text, j)
    last = -1
    for k in range(first, min(first + _REACH, count)):
        word = lower[k]
        if k > first and not beside(text, k - 1) and text.text[text.ends[k - 1] : text.starts[k]] != " - ":
            break
        if word in words("dead") and last < 0:
            if not beside(text, k) or not is_plural(lower[k + 1]):
                return "people", (text.starts[k], text.ends[k])
        elif word in words("stop"):
            if not (
                word == "and" and k > first and k + 1 < count and capital(text, k - 1) and capital(text, k + 1)
            ):
                break  # but: 23 Somali and Yemeni sailors
        elif is_plural(word) or word in words("mass"):
            return _head(text, k)
        elif not word.endswith("'s"):
            if value not in (0, 1) and (word in WORDS or word.isdecimal()):
                break
            if last >= 0 and word.endswith(("ed", "ing")) and (value == 1 or last > first):
                break
            last = k
    if last >= 0 and (0 < value <= 1 or lower[last] in words("measure")) and not lower[last].endswith("ly"):
        return singular(lower[last]), (text.starts[last], text.ends[last])
    return "", None


def _first(text: Text, j: int) -> int:
    """The first word that may be the noun: behind 'of the', and behind an article ('half the homes')."""
    lower, count = text.lower, len(text.lower)
    if lower[j] != "of":
        return j + 1 if lower[j] in ("the", "its", "their", "all", "a", "an") else j
    k = j + 1
    while (
        k < count
        and beside(text, k - 1)
        and (lower[k] in words("partitive") or lower[k] in WORDS or lower[k].isdecimal())
    ):
        k += 1
    return k if k < count and beside(text, k - 1) else count


def _head(text: Text, k: int) -> tuple[str, Span]:
    """The plural at word `k`, or the one behind it where two stand together, as in 'police officers'."""
    lower = text.lower
    following = lower[k + 1] if beside(text, k) else ""
    if (
        lower[k] in words("mass")
        and lower[k] != "people"
        and following not in words("stop")
        and is_plural(following)
    ):
        k += 1
    unit = singular(lower[k])
    if unit == "$" and k and lower[k - 1] in _DOLLARS:
        unit = _DOLLARS[lower[k - 1]]
    return unit, (text.starts[k], text.ends[k])
