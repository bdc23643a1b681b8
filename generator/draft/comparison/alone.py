"""Two reports -> sentences whose content only one has, and loaded words where the other has none."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.draft.compared import LoadedDifference, Only, Pair
from generator.draft.comparison.pairing import Aligned, Pairing
from generator.draft.comparison.side import Sentence
from generator.draft.comparison.vectors import LIGHT

_WORDS = 5
"""Content words from which a sentence says something by itself."""
_SHARE = 0.4
"""Weight of the words that the other report has somewhere, from which a sentence may be told there too."""
_CROWD = 200
"""Sentences with a word that are looked at: in a very long text, it tells nothing."""
_ONE_PLACE = 0.3
"""The same within one sentence of the other."""


def only(pairing: Pairing, pairs: Iterable[Pair]) -> list[Only]:
    """Sentences of either report that have no counterpart in the other, first report first."""
    taken = {(0, pair.a) for pair in pairs} | {(1, pair.b) for pair in pairs}
    out = []
    for report, (side, other) in enumerate(((pairing.a, pairing.b), (pairing.b, pairing.a))):
        places: dict[str, list[int]] = {}
        for sentence in other.sentences:
            for key in sentence.weights:
                places.setdefault(key, []).append(sentence.number)
        for sentence in side.sentences:
            if (report, sentence.number) in taken or "://" in side.words_of(sentence.span):
                continue
            confidence = _alone(sentence, places, pairing)
            if confidence:
                out.append(Only(report, sentence.number, sentence.span, confidence))
    return out


def _alone(sentence: Sentence, places: dict[str, list[int]], pairing: Pairing) -> float:
    weights = {key: value * pairing.spread(key) for key, value in sentence.weights.items() if value > LIGHT}
    total = sum(weights.values())
    if len(weights) < _WORDS:
        return 0.0
    anywhere = sum(value for key, value in weights.items() if key in places) / total
    there: dict[int, float] = defaultdict(float)
    for key, value in weights.items():
        for number in places.get(key, ())[:_CROWD]:
            there[number] += value
    place = max(there.values(), default=0.0) / total
    if anywhere > 2 * _SHARE or place > 1.5 * _ONE_PLACE:
        return 0.0
    return round(min(0.9, 0.95 - 0.5 * max(anywhere - _SHARE, 0) - 0.9 * max(place - _ONE_PLACE / 2, 0)), 2)


def loaded(pairs: Sequence[Aligned]) -> list[LoadedDifference]:
    """Loaded words of a sentence whose counterpart has none; each once, with the likest counterpart."""
    best: dict[tuple[int, tuple[int, int]], tuple[float, LoadedDifference]] = {}
    for pair in pairs:
        for report, mine, theirs in ((0, pair.a, pair.b), (1, pair.b, pair.a)):
            if any(wording.voice != "quoted" for wording in theirs.loaded):
                continue
            for wording in mine.loaded:
                if wording.voice == "quoted":
                    continue
                confidence = round(min(0.95, wording.confidence * (0.4 + 0.6 * min(pair.same / 0.45, 1.0))), 2)
                found = LoadedDifference(report, wording.span, theirs.span, confidence)
                key = (report, wording.span)
                if key not in best or pair.score > best[key][0]:
                    best[key] = (pair.score, found)
    return [found for _, (_, found) in sorted(best.items(), key=lambda item: item[0])]
