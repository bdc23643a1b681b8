"""Sentences -> weighted stems: what a sentence is about, by the words that a reader would underline."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.draft.comparison.stems import plain, stem
from generator.draft.tables import column

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
NAME, PERHAPS, FIGURE, PLAIN, LIGHT = 2.0, 1.5, 1.5, 1.0, 0.5
"""Weights: a name tells events apart best; a capital in a headline or at the start may be a name or none."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The weighted stems of each sentence, of all of them together, and their lengths as vectors."""

    sentences: tuple[Weights, ...]
    lengths: tuple[float, ...]
    whole: Weights
    length: float


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return column("compare_stop")


@lru_cache(maxsize=1)
def light_stems() -> frozenset[str]:
    """Stems of the words that any news text may hold."""
    return frozenset(stem(word) for word in column("compare_light"))


def is_content(word: str) -> bool:
    """Whether a plain word says what a sentence is about."""
    return bool(word) and word not in _stop()


def length(weights: Weights) -> float:
    """The length of a vector; never 0, so that it can be divided by."""
    return math.sqrt(sum(value * value for value in weights.values())) or 1.0


def product(one: Weights, other: Weights) -> float:
    """The inner product."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[key] for key, value in one.items() if key in other)


def is_shouted(words: Sequence[str]) -> bool:
    """Whether most longer words have a capital, as in a headline."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


@lru_cache(maxsize=4096)
def vectors(sentences: tuple[str, ...]) -> Vectors:
    """The vectors of a text given as sentences. A capital is no sign of a name where most words have one."""
    scanned = []
    lower: set[str] = set()
    for sentence in sentences:
        words = [match[0] for match in _WORD.finditer(sentence)]
        shouted = is_shouted(words)
        if not shouted:
            lower.update(plain(word) for word in words if word[0].islower())
        scanned.append((words, shouted))
    out = tuple(_weighed(words, shouted, lower) for words, shouted in scanned)
    whole: Weights = {}
    for weights in out:
        for key, value in weights.items():
            if value > whole.get(key, 0.0):
                whole[key] = value
    return Vectors(out, tuple(map(length, out)), whole, length(whole))


def _weighed(words: Sequence[str], shouted: bool, lower: set[str]) -> Weights:
    weights: Weights = {}
    light = light_stems()
    for place, word in enumerate(words):
        bare = plain(word)
        if not is_content(bare):
            continue
        key = stem(bare)
        if key in light:
            weight = LIGHT
        elif word[0].isdigit():
            weight = FIGURE
        elif word[0].isupper() and bare not in lower:
            weight = NAME if place and not shouted else PERHAPS
        else:
            weight = PLAIN
        if weight > weights.get(key, 0.0):
            weights[key] = weight
    return weights
