"""Where a value stands in its sentence, and whether two values stand in it for the same thing."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from generator.draft.comparison.side import Sentence, Word
from generator.draft.comparison.vectors import NAME, PERHAPS, PLAIN, Weights, length, product
from generator.draft.marks import Span

_REACH = 5
"""Words on either side that weigh most: they belong to the value's own clause."""
_FAR = 80
"""Words on either side that are looked at: longer stretches without a full stop are no sentence."""
_FRAME = 4
"""Words on either side that are held against each other one by one."""

Spread = Callable[[str], float]
"""How rare a stem is in the two reports, 1 where it stands once."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of words of a sentence: from the first to behind the last."""

    sentence: Sentence
    first: int
    behind: int


def place(sentence: Sentence, span: Span) -> Place:
    """The words of a span within a sentence."""
    first = sentence.word_at(span[0])
    behind = max(sentence.word_at(max(span[1] - 1, span[0])) + 1, first + 1)
    return Place(sentence, first, min(behind, len(sentence.words)))


def around(at: Place, spread: Spread, without: frozenset[str] = frozenset()) -> Weights:
    """The stems about a place, the nearer the heavier, leaving out the place itself and stems given."""
    out: Weights = {}
    first = max(at.first - _FAR, 0)
    for k, word in enumerate(at.sentence.words[first : at.behind + _FAR], start=first):
        if not word.key or at.first <= k < at.behind or word.key in without:
            continue
        distance = at.first - k if k < at.first else k - at.behind + 1
        decay = 1.0 if distance <= _REACH else _REACH / distance
        weight = word.weight * decay * spread(word.key)
        if weight > out.get(word.key, 0.0):
            out[word.key] = weight
    return out


def nearness(one: Weights, other: Weights) -> float:
    """How much the surroundings of two places have in common, 0 to 1: the shorter sentence counts more.

    A report that tells more in the same sentence is not about something else, so that what the shorter sentence
    shares counts beside the plain cosine.
    """
    if not one or not other:
        return 0.0
    shared = product(one, other)
    a, b = length(one), length(other)
    return math.sqrt((shared / (a * b)) * min(shared / min(a, b) ** 2, 1.0))


def statement(one: Place, other: Place, spread: Spread) -> float:
    """How much two sentences say the same, 0 to 1, names counting like other words, both places left out.

    Other than in the likeness by which sentences are aligned, nothing is forgiven: what one tells more counts.
    """
    without = {word.key for at in (one, other) for word in at.sentence.words[at.first : at.behind]}
    left, right = (
        {
            key: min(weight, PLAIN) * spread(key)
            for key, weight in at.sentence.weights.items()
            if key not in without and not key[0].isdigit()
        }
        for at in (one, other)
    )
    return product(left, right) / (length(left) * length(right))


def beside(one: Place, other: Place, without: frozenset[str] = frozenset()) -> bool:
    """Whether the words beside both places, figures left out, say that they belong to the same act or thing.

    That is so where the nearest word before, or behind, is the same for both, and where two words within reach
    are. Names do not count: one person does many things.
    """
    for way in (-1, 1):
        x, y = _next(one, way, without), _next(other, way, without)
        if x is not None and y is not None and x.key == y.key and x.weight <= PLAIN:
            return True
    return len((_near(one, PLAIN) & _near(other, PLAIN)) - without) > 1


def _next(at: Place, way: int, without: frozenset[str]) -> Word | None:
    words = at.sentence.words
    first, behind = (at.first - 1, at.first - 1 - _FRAME) if way < 0 else (at.behind, at.behind + _FRAME)
    for k in range(first, behind, way):
        key = words[k].key if 0 <= k < len(words) else ""
        if key and key not in without and not key[0].isdigit():
            return words[k]
    return None


def near_names(at: Place) -> set[str]:
    """The words within reach that may be of a name."""
    return _near(at, PERHAPS) | _near(at, NAME)


def share_matter(one: Place, other: Place) -> bool:
    """Whether a plain word of the matter stands within a clause's reach of both places."""
    return not _near(one, PLAIN, 2 * _REACH).isdisjoint(_near(other, PLAIN, 2 * _REACH))


def _near(at: Place, weight: float, reach: int = _REACH) -> set[str]:
    words = at.sentence.words
    around_it = words[max(at.first - reach, 0) : at.first] + words[at.behind : at.behind + reach]
    return {word.key for word in around_it if word.key and word.weight == weight}


def frame(one: Place, other: Place) -> tuple[int, int]:
    """How many words directly before and directly behind both places are the same, at most four each.

    The beginning or end of both sentences counts as one word.
    """
    return (
        _run(one.sentence.words[: one.first][::-1][:_FRAME], other.sentence.words[: other.first][::-1][:_FRAME]),
        _run(one.sentence.words[one.behind :][:_FRAME], other.sentence.words[other.behind :][:_FRAME]),
    )


def _run(one: list[Word], other: list[Word]) -> int:
    same = 0
    for x, y in zip(one, other, strict=False):
        if (x.key or x.lower) != (y.key or y.lower):
            return same
        same += 1
    return same + 1 if same == len(one) == len(other) and same < _FRAME else same
