"""Number words -> values: 'twenty-three', 'a hundred and four', 'two and a half million', 'a dozen'."""

import re
from functools import lru_cache

from generator.draft.text import Text

_LOW = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
UNITS = {word: float(value) for value, word in enumerate(_LOW)}
TENS = {
    word: float(10 * value)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
WORDS = frozenset(UNITS) | frozenset(TENS)


_RUN = re.compile(r"\d+")


@lru_cache(maxsize=2)
def digits(text: Text) -> tuple[int, ...]:
    """Where runs of digits begin: few places, so that patterns for numbers and dates are tried there only."""
    return tuple(match.start() for match in _RUN.finditer(text.text))


def beside(text: Text, i: int) -> bool:
    """Whether nothing but white space stands between word `i` and the next, on one line."""
    if i < 0 or i + 1 >= len(text.starts):
        return False
    gap = text.text[text.ends[i] : text.starts[i + 1]]
    return gap == " " or (gap.isspace() and gap.count("\n") < 2)


def simple(word: str) -> float | None:
    """The value of one word below a hundred: 'seven', 'forty', 'twenty-three'."""
    if word in UNITS:
        return UNITS[word]
    if word in TENS:
        return TENS[word]
    head, _, tail = word.partition("-")
    if head in TENS and 0 < UNITS.get(tail, 0) < 10:
        return TENS[head] + UNITS[tail]
    return None


def scaled(text: Text, i: int, value: float) -> tuple[float, int]:
    """A value and the number of the word behind it -> the same with the scale words that stand there."""
    lower = text.lower
    while i < len(lower) and lower[i] in SCALES and beside(text, i - 1):
        value *= SCALES[lower[i]]
        i += 1
    return value, i


def spelled(text: Text, i: int) -> tuple[float, int] | None:
    """Word `i` -> the value of the number words that begin there, and the number of the word behind them.

    'a' counts only before a scale ('a dozen', 'a hundred and four'); 'half a million' and 'half a dozen' too.
    """
    lower, count = text.lower, len(text.lower)
    word = lower[i]
    if word in ("half", "quarter") and i + 2 < count and lower[i + 1] == "a" and lower[i + 2] in SCALES:
        value, after = scaled(text, i + 2, 1 / PARTS[word])
        return value, after
    if word in ("a", "an"):
        if i + 1 < count and lower[i + 1] in SCALES and beside(text, i):
            total, j = scaled(text, i + 1, 1.0)
        else:
            return None
    else:
        first = simple(word)
        if first is None:
            return None
        total, j = first, i + 1
        if word in TENS and j < count and beside(text, i) and 0 < UNITS.get(lower[j], 0) < 10:
            total, j = total + UNITS[lower[j]], j + 1
        if _half(text, j):
            total, j = total + 0.5, j + 3
        total, j = scaled(text, j, total)
    while total >= 100 and j < count and beside(text, j - 1):
        k = j + 1 if lower[j] == "and" and total % 100 == 0 and beside(text, j) else j
        more = simple(lower[k]) if k < count else None
        if more is None or more == 0 or (k > j and lower[j - 1] not in SCALES):
            break
        value, after = scaled(text, k + 1, more)
        if value >= total or (k > j and after < count and lower[after] in SCALES):
            break
        total, j = total + value, after
    return total, j


def _half(text: Text, j: int) -> bool:
    """Whether 'and a half' stands at word `j`."""
    lower = text.lower
    return lower[j : j + 3] == ["and", "a", "half"] and beside(text, j - 1)


def part(word: str) -> float | None:
    """'two-thirds', 'three-quarters', 'one-half' -> the fraction."""
    head, _, tail = word.partition("-")
    return fraction(head, tail) if tail else None


def fraction(head: str, tail: str) -> float | None:
    """'two', 'thirds' -> the fraction below one; None where the words do not go together."""
    above = 1.0 if head in ("a", "one") else UNITS.get(head, 0.0)
    below = PARTS.get(tail if above == 1 else tail.removesuffix("s") if tail.endswith("s") else "")
    return above / below if below and 0 < above < below else None
