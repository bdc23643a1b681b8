"""Text -> where its sentences end."""

from collections.abc import Iterator
from functools import lru_cache

_NOT_AN_END = frozenset(
    {
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "St",
        "Prof",
        "Gen",
        "Lt",
        "Col",
        "Sgt",
        "Rev",
        "Jr",
        "Sr",
        "No",
        "vs",
        "U.S",
        "U.N",
    }
    | {
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
    }
)
_CLOSERS = "\"'”’)]"


@lru_cache(maxsize=512)
def sentence_ends(text: str) -> tuple[int, ...]:
    """Offsets just behind each sentence of a paragraph, the last one included."""
    return tuple(_ends(text))


def _ends(text: str) -> Iterator[int]:
    for i, char in enumerate(text):
        if char not in ".!?":
            continue
        stop = i + 1
        while stop < len(text) and text[stop] in _CLOSERS:
            stop += 1
        if stop >= len(text) or not text[stop].isspace():
            continue
        word = text[:i].rsplit(None, 1)[-1].lstrip("\"'“‘([") if text[:i].strip() else ""
        following = text[stop:].lstrip().lstrip("\"'“‘([")[:1]
        if char == "." and (word in _NOT_AN_END or (len(word) == 1 and word.isupper())):
            continue
        if following and not (following.isupper() or following.isdigit()):
            continue
        yield stop
    yield len(text)
