"""Names -> whether they may be one person's, and how their forms differ."""

import unicodedata
from functools import lru_cache

from generator.draft.comparison.titles import without_title

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LONG, _LONGER = 4, 6
"""Letters from which two names that differ in one or two of them are one name spelled in two ways."""
_LOW, _HIGH = 0.6, 0.95


@lru_cache(maxsize=8192)
def parts(name: str) -> tuple[str, ...]:
    """A name's words in lower case without accents, full stops, titles, initials and the possessive."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    words = [
        word.strip(",'’").lower().replace("’", "'").removesuffix("'s").replace(".", "")
        for word in without_title(plain).split()
    ]
    return tuple(word for word in words if len(word) > 1 and word not in _SUFFIXES) or tuple(words)


def one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the last word, or all words of the shorter, are in both."""
    a, b = parts(one), parts(other)
    if not a or not b:
        return False
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a) or _spelled(a, b)


def _spelled(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both are one name in two spellings: as many words, all the same or nearly so, long ones only."""
    if len(a) != len(b) or a == b:
        return False
    return all(x == y or (alike(x, y)) for x, y in zip(a, b, strict=True))


def alike(x: str, y: str) -> bool:
    """Whether two words are one in two spellings: the same first letter, one letter other, two in a long word."""
    if min(len(x), len(y)) < _LONG or x[0] != y[0]:
        return False
    return _edits(x, y) <= (2 if min(len(x), len(y)) >= _LONGER else 1)


def _edits(x: str, y: str) -> int:
    row = list(range(len(y) + 1))
    for i, c in enumerate(x, start=1):
        before, row[0] = row[0], i
        for j, d in enumerate(y, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (c != d))
    return row[-1]


def form(one: str, other: str) -> str | None:
    """How two names of one person differ: 'spelling', 'part', 'given', or None where one only leaves words out."""
    a, b = parts(one), parts(other)
    if a == b:
        return None
    if _spelled(a, b):
        return "spelling"
    if a[-1] != b[-1]:
        short, long = sorted((a, b), key=len)
        return "part" if len(short) > 1 and set(short) <= set(long) else None
    if len(a) > 1 and len(b) > 1 and a[0] != b[0] and a[0] not in b and b[0] not in a:
        return "given"
    return None
