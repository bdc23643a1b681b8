"""Two reports -> which of their sentences are about the same thing, and how sure it is that the event is one."""

import math
from dataclasses import dataclass
from functools import cached_property

from generator.draft.comparison.aligning import likenesses, rarity, scaled
from generator.draft.comparison.context import nearness
from generator.draft.comparison.side import Sentence, Side
from generator.draft.comparison.vectors import LIGHT, PLAIN, Vectors, Weights, length, product, vectors

LEAST = 0.27
"""Likeness below which two sentences share words and no more."""
_SURE = 0.42
"""Likeness from which a pair stands even where one of its sentences has a better one."""
_PER_SENTENCE = 2
_NO_NAME, _NO_PAIR = 0.4, 0.3
"""What is left of it where no name is in both reports, and where no sentence has a counterpart."""
_LEAD = 4
"""Sentences in which a report says what it is about."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two sentences and how alike they are: `score` forgives what one tells more, `same` does not.

    In `same`, names count like other words: it says whether both tell the same, not only of the same.
    """

    a: Sentence
    b: Sentence
    score: float
    same: float


class Pairing:
    """Both reports side by side."""

    def __init__(self, a: Side, b: Side) -> None:
        self.a, self.b = a, b

    @cached_property
    def rarity(self) -> Weights:
        """How rare each stem is in the sentences of both."""
        return rarity([s.weights for side in (self.a, self.b) for s in side.sentences])

    def spread(self, key: str) -> float:
        """The rarity of one stem."""
        return self.rarity.get(key, 1.0)

    @cached_property
    def _vectors(self) -> tuple[Vectors, Vectors]:
        return _of(self.a, None), _of(self.b, None)

    @cached_property
    def related(self) -> float:
        """How sure it is that both reports tell of one event, 0 to 1.

        Three figures that lie apart for reports of one event and for others: the words of the whole, those of
        the first sentences, and how well the best pairs of sentences go together.
        """
        one, two = self._vectors
        fewer = min(len(one.sentences), len(two.sentences))
        if not fewer:
            return 0.0
        best = sorted(self.alike.values(), reverse=True)[:fewer]
        total = _cosine(one, two) + _cosine(_of(self.a, _LEAD), _of(self.b, _LEAD)) + sum(best) / fewer
        sure = 1 / (1 + math.exp((0.64 - total) / 0.05))
        named = any(weight > PLAIN and two.whole.get(key, 0.0) > PLAIN for key, weight in one.whole.items())
        return sure * (1.0 if named else _NO_NAME) * (1.0 if self.pairs else _NO_PAIR)

    @cached_property
    def alike(self) -> dict[tuple[int, int], float]:
        """The likeness of sentences that share a word, rare words counting more."""
        return likenesses(*self._vectors, True)

    @cached_property
    def pairs(self) -> list[Aligned]:
        """Sentences about the same thing, by the order of the first report; no sentence more than twice."""
        left = scaled([s.weights for s in self.a.sentences], self.rarity)
        right = scaled([s.weights for s in self.b.sentences], self.rarity)
        scores = []
        for (i, j), value in self.alike.items():
            if value >= LEAST / 2 and _told(left[i], right[j]):
                score = min(nearness(*_without_other_figures(left[i], right[j])), 1.0)
                if score >= LEAST:
                    scores.append((score, -i, -j))
        scores.sort(reverse=True)
        used: tuple[dict[int, int], dict[int, int]] = ({}, {})
        out = []
        for score, i, j in scores:
            n, m = used[0].get(-i, 0), used[1].get(-j, 0)
            if (n and m and score < _SURE) or max(n, m) >= _PER_SENTENCE or (n + m and score < LEAST * 1.2):
                continue
            used[0][-i], used[1][-j] = n + 1, m + 1
            a, b = self.a.sentences[-i], self.b.sentences[-j]
            same = _cosine_of(_flat(a.weights, self.rarity), _flat(b.weights, self.rarity))
            out.append(Aligned(a, b, score, same))
        return sorted(out, key=lambda pair: (pair.a.number, pair.b.number))


def _told(one: Weights, other: Weights) -> bool:
    """Whether two sentences share at least two stems that not every text has."""
    return sum(1 for key, value in one.items() if key in other and value > LIGHT / 2) >= 2


def _without_other_figures(one: Weights, other: Weights) -> tuple[Weights, Weights]:
    """Both without the figures that only one has: another figure does not make it another matter."""
    left, right = (
        {key: weight for key, weight in mine.items() if key in theirs or not key[0].isdigit()}
        for mine, theirs in ((one, other), (other, one))
    )
    return left, right


def _flat(weights: Weights, rarity_of: Weights) -> Weights:
    return {key: min(weight, PLAIN) * rarity_of[key] for key, weight in weights.items()}


def _cosine_of(one: Weights, other: Weights) -> float:
    return product(one, other) / (length(one) * length(other))


def _of(side: Side, first: int | None) -> Vectors:
    text = side.text.text
    return vectors(tuple(text[start:end] for start, end in side.text.sentences[:first]))


def _cosine(one: Vectors, two: Vectors) -> float:
    return product(one.whole, two.whole) / (one.length * two.length)
