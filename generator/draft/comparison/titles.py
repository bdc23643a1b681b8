"""Titles -> the offices that they name, and whether two of them can be one."""

import re
from functools import lru_cache

from generator.draft.comparison.signs import signs
from generator.draft.tables import table

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


_SEATS = frozenset(("speaker", "representative"))
"""Offices that one person may well hold together."""


@lru_cache(maxsize=1)
def _offices() -> dict[str, str]:
    """Words of titles -> the first word of their line, '' for words of address those of any office with a star."""
    address, loose, *firm = table("compare_titles")
    out = {word: row[0] for row in firm for word in row}
    return out | {word: f"*{word}" for word in loose} | dict.fromkeys(address, "")


def _words(title: str) -> list[str]:
    return [part for match in _WORD.finditer(title) for part in match[0].lower().rstrip(".").split("-")]


def without_title(name: str) -> str:
    """A name without the words of a title in front of it."""
    words = name.split()
    while len(words) > 1 and words[0].lower().rstrip(".,") in _offices():
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=4096)
def offices(title: str) -> frozenset[str]:
    """The offices that the words of a title name; empty for a word of address and for words of no office."""
    known = _offices()
    return frozenset(office for word in _words(title) if (office := known.get(word, "")))


@lru_cache(maxsize=1)
def _no_office() -> frozenset[str]:
    """Words of address and words that go with any office."""
    address, loose, *_ = table("compare_titles")
    return frozenset((*address, *loose))


@lru_cache(maxsize=4096)
def differ(one: str, other: str) -> bool:
    """Whether both say what somebody is, in other words of which none is a word of address or of any office.

    Nothing need be known of the offices: a deacon and a rabbi, a ranger and a captain.
    """
    a, b = _words(one), _words(other)
    if not a or not b or a[-1] in b or b[-1] in a:
        return False
    return not offices(one) & offices(other) and not _no_office().intersection((*a, *b))


@lru_cache(maxsize=4096)
def ranks(title: str) -> frozenset[str]:
    """The words of a title that change the office."""
    return frozenset(_words(title)) & signs("rank")


def contradict(one: str, other: str) -> str | None:
    """How two titles of one person differ, or None where they are one.

    'office': nobody holds both; 'rank': a deputy's and the office itself; 'words': both may be right.
    """
    a, b = offices(one), offices(other)
    if not a or not b:
        return None
    firm = [{office for office in side if office[0] != "*"} for side in (a, b)]
    if all(firm) and not firm[0] & firm[1]:
        return "office" if firm[0] | firm[1] != _SEATS else "words"
    if a & b:
        return "rank" if ranks(one) != ranks(other) else None
    return "words"
