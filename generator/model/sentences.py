"""Text -> where its sentences end."""

from collections.abc import Iterator
from functools import lru_cache

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([¿¡—"


@lru_cache(maxsize=512)
def sentence_ends(text: str, abbreviations: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Offsets just behind each sentence of a paragraph, the last one included.

    A full stop behind one of the abbreviations, or behind a single capital letter, ends none.
    """
    return tuple(_ends(text, frozenset(abbreviations)))


def _ends(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for i, char in enumerate(text):
        if char not in ".!?":
            continue
        stop = i + 1
        while stop < len(text) and text[stop] in _CLOSERS:
            stop += 1
        if stop >= len(text) or not text[stop].isspace():
            continue
        word = text[:i].rsplit(None, 1)[-1].lstrip(_OPENERS) if text[:i].strip() else ""
        following = text[stop:].lstrip().lstrip(_OPENERS)[:1]
        if char == "." and (word in abbreviations or (len(word) == 1 and word.isupper())):
            continue
        if following and not (following.isupper() or following.isdigit()):
            continue
        yield stop
    yield len(text)
