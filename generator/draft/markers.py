"""Text -> markers: words that limit certainty or exactness, and a few that raise it.

The words stand in `templates/reading/en/markers.txt`; where a word is a marker only in some places, a rule of
`generator.draft.certainty` looks at its sentence.

A marker with a confidence below `SHOWN` is a doubtful one: half of careful readers or fewer would mark the
words. It is found so that no exercise takes the words for plain ones; views leave it out (`shown`).
"""

from collections.abc import Callable, Sequence

from generator.draft.certainty import amounts, claims, doubts, likelihoods, modals, views
from generator.draft.certainty.grammar import words
from generator.draft.certainty.lexicon import Entry, lexicon
from generator.draft.certainty.scope import scope
from generator.draft.certainty.sentence import Hit, Sentence
from generator.draft.marks import Marker
from generator.draft.text import Text

SHOWN = 0.5
"""From here on a find is more likely to hold than not."""

_RULES: dict[str, Callable[[Sentence, int, float], Hit | None]] = {
    **modals.RULES,
    **doubts.RULES,
    **likelihoods.RULES,
    **views.RULES,
    **claims.RULES,
    **amounts.RULES,
}
_ENGLISH = words(
    "the of to and is that for with by at from it be are his had have were which this not but has"
    " will been or their its he she they we you said"
)
_FEW = 12
_LONG = 200


def markers(text: Text) -> list[Marker]:
    """In the order of the text, none within another; nothing in a text that is not English."""
    lower = text.lower
    entries = lexicon()
    places = [i for i, word in enumerate(lower) if word in entries]
    if not places or not _english(lower):
        return []
    found: list[Marker] = []
    sentence = Sentence(text, 0, 0)
    taken = 0
    for i in places:
        if i < taken:
            continue
        if i >= sentence.last:
            start, end = text.sentence_at(text.starts[i])
            first, last = text.word_range(start, max(end, text.starts[i] + 1))
            # Rules look through their sentence; without a bound a text of one endless sentence takes for ever.
            first = max(first, sentence.last, i - _LONG)
            sentence = Sentence(text, first, min(last, first + 2 * _LONG))
        marker, behind = _find(sentence, i, entries[lower[i]], taken)
        if marker:
            found.append(marker)
            taken = behind
    return found


def shown(found: Sequence[Marker]) -> list[Marker]:
    """The markers that are more likely than not to be such."""
    return [marker for marker in found if marker.confidence >= SHOWN]


def _find(s: Sentence, i: int, entries: tuple[Entry, ...], taken: int) -> tuple[Marker | None, int]:
    """The marker of the longest entry that fits at word `i`, and the number of the word behind it."""
    for entry in entries:
        place = entry.match(s.lower, i, max(s.first, taken), s.last)
        if place is None:
            continue
        first, last = place
        if entry.rule == "-":
            hit: Hit | None = Hit("word", entry.confidence)
        else:
            hit = _RULES[entry.rule](s, i if entry.rule != "amount" else first, entry.confidence)
        if hit is None:
            continue
        if hit.first >= 0:
            first, last = max(hit.first, taken), hit.last
        kind = hit.kind or entry.kind
        confidence = round(min(hit.confidence, 0.99), 2)
        span = (s.starts[first], s.ends[last - 1])
        return Marker(span, kind, hit.rule, confidence, scope(s, first, last, kind, hit.rule)), last
    return None, i


def _english(lower: list[str]) -> bool:
    """Whether enough words of the text are the small words of English; a few words are taken as such."""
    sample = lower[:2000]
    return len(sample) < _FEW or sum(word in _ENGLISH for word in sample) * 14 >= len(sample)


__all__ = ["SHOWN", "markers", "shown"]
