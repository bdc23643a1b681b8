"""Aligned sentences -> differences in certainty: what one report limits, or has somebody say, the other states."""

from collections.abc import Iterator, Mapping

from generator.draft.compared import Difference
from generator.draft.comparison.context import Spread
from generator.draft.comparison.side import Sentence, Word
from generator.draft.comparison.signs import signs
from generator.draft.comparison.slots import graded
from generator.draft.comparison.vectors import PLAIN
from generator.draft.marks import Attribution, Marker, Span

_DOUBT = {
    "allegation": 1.0,
    "probability": 0.85,
    "speculation": 0.85,
    "modal": 0.75,
}
"""Kinds of marker that make a statement less certain, with how much a difference in them weighs."""
_MARKED = 0.5
_CLAUSE = 8
"""Words behind a marker that it limits, where its scope is not known."""
_LEAST = 2
"""Content words that what is limited must share with the other sentence."""
_LOW, _HIGH = 0.3, 0.9
_SAID_LOW, _SAID_HIGH = 0.3, 0.6


def doubts(a: Sentence, b: Sentence, spread: Spread, same: float) -> Iterator[Difference]:
    """Differences in certainty between two sentences, at most one in each direction."""
    for less, more, turned in ((a, b, False), (b, a, True)):
        found = limited(less, more, spread)
        if found is None and same >= _SAID_LOW:
            found = _attributed(less, more, same)
        if found is None:
            continue
        span, firm, rule, confidence = found
        yield Difference("certainty", firm if turned else span, span if turned else firm, rule, confidence)


Found = tuple[Span, Span | None, str, float]


def limited(less: Sentence, more: Sentence, spread: Spread) -> Found | None:
    """A marker of doubt whose matter the other sentence states without any."""
    if any(_doubts(marker) for marker in more.markers) or any(word.lower in signs("open") for word in more.words):
        return None
    best: Found | None = None
    there = {word.key: word for word in more.words if word.key}
    for marker in less.markers:
        if not _doubts(marker):
            continue
        matter = [word for word in _matter(less, marker) if word.key]
        shared = [word for word in matter if word.key in there]
        if len({word.key for word in shared}) < _LEAST or not _begins(matter, there):
            continue
        weight = sum(word.weight * spread(word.key) for word in matter)
        share = sum(word.weight * spread(word.key) for word in shared) / weight if weight else 0.0
        firm = next((word.span for word in more.words if word.lower in signs("firm")), None)
        held = any(_within(there[word.key], said) for word in shared for said in more.said)
        confidence = graded(share + (0.2 if firm else 0.0), _LOW, _HIGH) * _DOUBT[marker.kind] * marker.confidence
        confidence = round(confidence * (0.75 if held and not firm else 1.0), 2)
        if confidence and (best is None or confidence > best[3]):
            best = (marker.span, firm, f"{marker.kind}-against-{'confirmed' if firm else 'plain'}", confidence)
    return best


def _begins(matter: list[Word], there: Mapping[str, Word]) -> bool:
    """Whether the first word limited, or the first behind a name, is in the other sentence: the deed itself."""
    for word in matter[:_LEAST]:
        if word.key not in there:
            return False
        if word.weight <= PLAIN:
            break
    return True


def _doubts(marker: Marker) -> bool:
    return marker.kind in _DOUBT and marker.confidence >= _MARKED


def _matter(sentence: Sentence, marker: Marker) -> list[Word]:
    """The words that a marker limits: its scope, or the words behind it."""
    if marker.scope is not None:
        return [word for word in sentence.words if marker.scope[0] <= word.span[0] < marker.scope[1]]
    first = sentence.word_at(marker.span[1])
    return sentence.words[first : first + _CLAUSE]


def _attributed(less: Sentence, more: Sentence, same: float) -> Found | None:
    """What one report has somebody say and the other states in its own voice."""
    keys = {word.key for word in less.words if word.key} & {word.key for word in more.words if word.key}
    if len(keys) <= _LEAST:
        return None
    for said in less.said:
        if said.form == "direct" or not said.cue or not said.content:
            continue
        if not less.span[0] <= said.cue[0][0] < less.span[1]:
            continue
        inside = {word.key for word in less.words if word.key in keys and _within(word, said)}
        if len(inside) * 4 < len(keys) * 3:
            continue
        told = [word for word in more.words if word.key in inside]
        if any(word.quoted or _within(word, their) for word in told for their in more.said):
            return None
        confidence = round(graded(same, _SAID_LOW, _SAID_HIGH) * 0.8, 2)
        return (said.cue[0], None, "attributed-against-plain", confidence) if confidence else None
    return None


def _within(word: Word, said: Attribution) -> bool:
    return any(start <= word.span[0] < end for start, end in said.content)
