"""Two reports -> short sentences that are the same but for a few words in one place.

Of a sentence such as 'He is sure of it' no word says what it is about, so that it is aligned with none: only the
run of the same words shows that one report has it from the other, or both from a third.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from generator.draft.comparison.pairing import Aligned, Pairing
from generator.draft.comparison.side import Sentence

_HEAD = 2
_LEAST = 5
"""Words that must be the same, at the beginning and the end together."""
_OTHER = 2
"""Words that may be other ones."""
_MOST = 20
"""Words of a sentence: longer ones are aligned by what they say. Also sentences that begin or end alike."""


def repeated(pairing: Pairing, taken: Collection[tuple[int, int]]) -> Iterator[Aligned]:
    """Pairs of such sentences, each with no other like it, of which neither is aligned yet.

    `taken` are the numbers of those that are.
    """
    used = {i for i, _ in taken}, {j for _, j in taken}
    free = [
        [s for s in side.sentences if s.number not in numbers and _LEAST < len(s.words) <= _MOST]
        for side, numbers in zip((pairing.a, pairing.b), used, strict=True)
    ]
    places: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in free[1]:
        for key in _ends(sentence):
            places.setdefault(key, []).append(sentence)
    found = [
        Aligned(sentence, other, share, share)
        for sentence in free[0]
        for other in {s.number: s for key in _ends(sentence) for s in places.get(key, ())[:_MOST]}.values()
        if (share := _share(sentence, other))
    ]
    times = Counter(pair.a.number for pair in found), Counter(pair.b.number for pair in found)
    for pair in found:
        if times[0][pair.a.number] == times[1][pair.b.number] == 1:
            yield pair


def _ends(sentence: Sentence) -> set[tuple[str, ...]]:
    words = [word.lower for word in sentence.words]
    return {("first", *words[:_HEAD]), ("last", *words[-_HEAD:])}


def _share(one: Sentence, other: Sentence) -> float:
    """The share of the same words, 0 where too few are or too many others stand between them."""
    left, right = [word.lower for word in one.words], [word.lower for word in other.words]
    short = min(len(left), len(right))
    head = next((k for k in range(short) if left[k] != right[k]), short)
    tail = next((k for k in range(short - head) if left[-1 - k] != right[-1 - k]), short - head)
    longest = max(len(left), len(right))
    same = head + tail
    return same / longest if same >= _LEAST and longest - same <= _OTHER else 0.0
