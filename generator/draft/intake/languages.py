"""A text -> its language, by its small words."""

import re
from collections import Counter
from functools import lru_cache

from generator.draft.tables import table

_WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)


_ENOUGH = 2500
"""Letters that are looked at."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("languages", "any")}


def language(text: str) -> str | None:
    """Two letters, or None where the words are too few or of no language that is known."""
    head = text[:_ENOUGH]
    for code, script in () if head.isascii() else _SCRIPTS:
        if len(script.findall(head)) * 5 > len(head.replace(" ", "")):
            return code
    words = [word.lower().replace("’", "'") for word in _WORDS.findall(head)]
    if len(words) < 20:
        return None
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in small) / len(words) for code, small in _lists().items()}
    best, second = sorted(shares, key=lambda code: -shares[code])[:2]
    if shares[best] < 0.1 or shares[best] < 1.15 * shares[second]:
        return None
    return best
