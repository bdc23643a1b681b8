"""An aligned pair and its differences -> how the two sentences stand to each other."""

import datetime

from generator.draft.compared import Difference, Pair, Verdict
from generator.draft.comparison.called import titles
from generator.draft.comparison.context import Spread
from generator.draft.comparison.days import days
from generator.draft.comparison.doubts import doubts
from generator.draft.comparison.figures import figures
from generator.draft.comparison.names import name_words, names
from generator.draft.comparison.pairing import Aligned
from generator.draft.comparison.replaced import replaced
from generator.draft.comparison.side import Sentence, Side
from generator.draft.comparison.signs import signs
from generator.draft.comparison.swaps import LEAST as swaps_from
from generator.draft.comparison.swaps import swaps
from generator.draft.comparison.vectors import PLAIN

Datelines = tuple[datetime.date | None, datetime.date | None]
_SAME_WORDS = 0.8
"""Share of the words of both sentences that are the same, from which they agree in words, too."""
_PLAIN, _FEW, _NEGATED = 3, 0.75, 0.65
"""Plain words two sentences must share to say the same, not only to speak of the same people."""
_TOLD = 0.5
"""Below it, it is less likely than not that both sentences say the same."""
_DOUBT = 0.4
"""Least confidence of a difference in certainty; one of detail must be more likely than not."""
_HELD = 0.55
"""Confidence from which a difference decides the verdict."""
_ALIKE = ((0.1, 0.2), (0.25, 0.4), (0.3, 0.5), (0.38, 0.7), (0.45, 0.83), (0.55, 0.92), (0.8, 0.97))
"""Likeness and the share of such pairs that are about the same thing, as read on news of one day."""


def judged(pair: Aligned, sides: tuple[Side, Side], spread: Spread, datelines: Datelines) -> Pair:
    """The verdict on two sentences, with every difference found."""
    a, b = pair.a, pair.b
    known = name_words(sides[0].found.entities), name_words(sides[1].found.entities)
    shared = _share_a_value(a, b)
    found: list[tuple[Difference, bool]] = [
        *figures(a, b, sides, spread, shared),
        *days(a, b, spread, shared, datelines),
        *names(a, b, spread, shared, known),
        *titles(a, b, sides, spread, shared),
        *((difference, False) for difference in doubts(a, b, spread, pair.same)),
    ]
    for entry in replaced(a, b, sides, spread, shared):
        found += [] if _known(entry[0], found) else [entry]
    if pair.score >= swaps_from:
        found += [entry for entry in swaps(a, b, sides) if not _known(entry[0], found)]
    found = [e for e in found if e[0].confidence >= (_DOUBT if e[0].slot == "certainty" else _HELD)]
    alike = _share(pair)
    verdict, rule, confidence = _verdict(found, alike, _sure(pair.same), _most(pair))
    return Pair(
        a.number,
        b.number,
        a.span,
        b.span,
        round(pair.score, 3),
        verdict,
        tuple(difference for difference, _ in found),
        rule,
        round(confidence, 2),
    )


def _known(new: Difference, found: list[tuple[Difference, bool]]) -> bool:
    """Whether a difference is among those found, by its place in either report."""
    return any(
        mine is not None and theirs is not None and mine[0] < theirs[1] and theirs[0] < mine[1]
        for difference, _ in found
        if difference.slot != "certainty"
        for mine, theirs in ((new.a, difference.a), (new.b, difference.b))
    )


def _verdict(
    found: list[tuple[Difference, bool]], alike: float, sure: float, most: float
) -> tuple[Verdict, str, float]:
    held = sorted(
        (entry for entry in found if entry[0].confidence >= _HELD), key=lambda entry: -entry[0].confidence
    )
    exclusive = [difference for difference, excludes in held if excludes]
    if exclusive:
        return "conflict", f"conflict-{exclusive[0].slot}", exclusive[0].confidence
    details = [difference for difference, _ in held if difference.slot != "certainty"]
    if details:
        return "differ-in-detail", f"detail-{details[0].slot}", details[0].confidence
    if held:
        return "differ-in-certainty", held[0][0].rule, held[0][0].confidence
    if sure < _TOLD:
        return "not-comparable", "too-little-shared", 1 - sure
    doubtful = max((difference.confidence for difference, _ in found), default=0.0)
    if alike >= _SAME_WORDS:
        return "agree", "same-words", max(sure, 0.9) * (1 - doubtful / 2)
    return "other-words", "no-difference", min(sure, most) * (1 - doubtful / 2)


def _share_a_value(a: Sentence, b: Sentence) -> bool:
    """Whether a figure with its unit, or a time, is the same in both."""
    mine, theirs = (
        {(n.value, n.unit) for n in s.numbers} | {d.value.split("~")[0] for d in s.dates} for s in (a, b)
    )
    return not mine.isdisjoint(theirs)


def _share(pair: Aligned) -> float:
    """Twice the words that both have over the words of both."""
    left = [word.lower for word in pair.a.words]
    right = [word.lower for word in pair.b.words]
    shared = len(set(left) & set(right))
    return 2 * shared / max(len(set(left)) + len(set(right)), 1)


def _most(pair: Aligned) -> float:
    """How sure 'the same in other words' can be at most: less with few plain words in common, or one 'not'."""
    plain = {word.key for word in pair.a.words if word.weight == PLAIN} & {word.key for word in pair.b.words}
    if _negations(pair.a) % 2 != _negations(pair.b) % 2:
        return _NEGATED
    return 1.0 if len(plain) >= _PLAIN else _FEW


def _negations(sentence: Sentence) -> int:
    return sum(word.lower in signs("negation") or word.lower.endswith("n't") for word in sentence.words)


def _sure(score: float) -> float:
    low = _ALIKE[0]
    if score <= low[0]:
        return low[1]
    for high in _ALIKE[1:]:
        if score <= high[0]:
            return low[1] + (high[1] - low[1]) * (score - low[0]) / (high[0] - low[0])
        low = high
    return low[1]
