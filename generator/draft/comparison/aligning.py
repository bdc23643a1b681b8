"""Two lists of sentences -> the pairs that are about the same thing."""

import math
from collections import Counter
from collections.abc import Sequence

from generator.draft.comparison.vectors import Vectors, Weights, length, product, vectors

THRESHOLD = 0.28
"""Below it, a pair shares words of the subject rather than an event."""
_EXCERPT = 4
"""Sentences up to which a text counts as an excerpt, in which every sentence is about the one event."""
_WHOLE = 0.9
"""Share of the likeness of the whole texts in the likeness of two sentences of excerpts."""
_SMOOTH = 8
"""Sentences added to the count, for in two short texts a word of both is not a common word."""
_CROWD, _LONG = 2500, 400
"""Pairs of sentences that may share a stem before it is left out: it tells none of them apart, and a long text
must not cost its length squared."""

Likenesses = dict[tuple[int, int], float]


def align(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs (number in the first, number in the second, likeness) of sentences about the same thing.

    Sentences of excerpts are about the same thing where the excerpts are: two reports of one event seldom tell
    it in the same words sentence by sentence, but do use its names and figures somewhere. The longer the texts
    are, the more it is the two sentences that count.
    """
    one, two = vectors(tuple(first)), vectors(tuple(second))
    share = whole_share(len(first), len(second))
    base = share * product(one.whole, two.whole) / (one.length * two.length) if share else 0.0
    if base + 1 - share < THRESHOLD:
        return []
    alike = likenesses(one, two, share < _WHOLE)
    if base < THRESHOLD:
        found = [(i, j, base + (1 - share) * value) for (i, j), value in sorted(alike.items())]
    else:
        found = [
            (i, j, base + (1 - share) * alike.get((i, j), 0.0))
            for i in range(len(first))
            for j in range(len(second))
        ]
    return [(i, j, min(likeness, 1.0)) for i, j, likeness in found if likeness >= THRESHOLD]


def whole_share(first: int, second: int) -> float:
    """How much the likeness of the whole texts says of two sentences, by the numbers of sentences."""
    size = math.sqrt(first * second)
    return min(_WHOLE, _WHOLE * (_EXCERPT / size) ** 2) if size else 0.0


def likenesses(one: Vectors, two: Vectors, rare: bool) -> Likenesses:
    """The likeness, 0 to 1, of the pairs of sentences that share a stem.

    `rare`: whether words that stand in few sentences of the two texts count more; in excerpts they must not,
    for what both repeat is the event.
    """
    left, right = one.sentences, two.sentences
    left_lengths, right_lengths = one.lengths, two.lengths
    if rare:
        spread = rarity((*left, *right))
        left, right = scaled(left, spread), scaled(right, spread)
        left_lengths, right_lengths = tuple(map(length, left)), tuple(map(length, right))
    places: dict[str, list[int]] = {}
    for j, weights in enumerate(right):
        for key in weights:
            places.setdefault(key, []).append(j)
    crowd = _CROWD if len(left) + len(right) <= _LONG else _LONG
    times = Counter(key for weights in left for key in weights)
    shared: Likenesses = {}
    for i, weights in enumerate(left):
        for key, value in weights.items():
            where = places.get(key)
            if where and len(where) * times[key] <= crowd:
                for j in where:
                    shared[i, j] = shared.get((i, j), 0.0) + value * right[j][key]
    return {(i, j): value / (left_lengths[i] * right_lengths[j]) for (i, j), value in shared.items()}


def rarity(sentences: Sequence[Weights]) -> Weights:
    """Inverse sentence frequency of each stem, 1 for a stem that stands in one sentence."""
    count = Counter(key for weights in sentences for key in weights)
    size = len(sentences) + _SMOOTH
    return {key: math.log(size / times) / math.log(size) for key, times in count.items()}


def scaled(sentences: Sequence[Weights], by: Weights) -> tuple[Weights, ...]:
    """The vectors with each weight multiplied."""
    return tuple({key: value * by[key] for key, value in weights.items()} for weights in sentences)
