"""Two reports -> what one only alleges and the other, perhaps in a sentence about more, says is confirmed."""

from collections.abc import Collection, Iterator

from generator.draft.compared import Difference, Pair
from generator.draft.comparison.doubts import limited
from generator.draft.comparison.pairing import Pairing
from generator.draft.comparison.side import Sentence
from generator.draft.comparison.signs import signs

_CONFIDENCE = 0.65
"""An allegation and a confirmation that share the deed and who did it are likely, not surely, of one thing."""
_MOST = 100
"""Sentences of either kind that are looked at: more are no article."""
_SHARE = 0.6
"""Least confidence that the words alleged stand in the other sentence, before it is scaled."""


def confirmed(pairing: Pairing, taken: Collection[tuple[int, int]]) -> Iterator[Pair]:
    """Pairs of sentences that are not aligned yet: an allegation, and the words that it is so.

    `taken` are the numbers of sentences aligned already.
    """
    for less, more, turned in ((pairing.a, pairing.b, False), (pairing.b, pairing.a, True)):
        firm = [s for s in more.sentences if any(word.lower in signs("firm") for word in s.words)][:_MOST]
        alleged = [s for s in less.sentences if any(marker.kind == "allegation" for marker in s.markers)][:_MOST]
        for sentence in alleged if firm else []:
            found = [
                (hit[3], other, hit)
                for other in firm
                if (hit := limited(sentence, other, pairing.spread)) and hit[1] and hit[3] >= _SHARE
            ]
            for _, other, (span, sure, rule, _share) in sorted(found, key=lambda entry: -entry[0])[:1]:
                a, b = (other, sentence) if turned else (sentence, other)
                if (a.number, b.number) not in taken and sure is not None:
                    sides = (sure, span) if turned else (span, sure)
                    difference = Difference("certainty", *sides, rule, _CONFIDENCE)
                    yield _pair(a, b, difference, pairing.alike.get((a.number, b.number), 0.0))


def _pair(a: Sentence, b: Sentence, difference: Difference, score: float) -> Pair:
    return Pair(
        a.number,
        b.number,
        a.span,
        b.span,
        round(score, 3),
        "differ-in-certainty",
        (difference,),
        difference.rule,
        difference.confidence,
    )
