"""Aligned sentences -> one word in the place of another before the same word, wherever in the sentence it stands.

It finds what the word-by-word comparison misses where the sentences tell the same in another order: another
ordinal ('the third floor'), another title or given name before the same name, of which nothing need be known.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.draft.compared import Difference, SlotKind
from generator.draft.comparison.context import Spread, place
from generator.draft.comparison.side import Sentence, Side, Word
from generator.draft.comparison.slots import Slot, like
from generator.draft.comparison.titles import differ, offices
from generator.draft.tables import table

_ORDINAL = re.compile(r"\d{1,9}(?:st|nd|rd|th)")
_SAME = 0.7
"""Likeness of two sentences from which they say the same but for the one word."""
_MOST: dict[SlotKind, float] = {"number": 0.85, "title": 0.6, "name": 0.6}
"""One person may have two titles, and two relatives one surname."""
_WORDS = 80
"""Longer stretches without a full stop are no sentence."""


def replaced(
    a: Sentence, b: Sentence, sides: tuple[Side, Side], spread: Spread, shared: bool
) -> Iterator[tuple[Difference, bool]]:
    """Differences of number, title and name, each with whether they exclude one another.

    `shared`: whether the sentences have a figure or date in common.
    """
    if a.shouted or b.shouted or max(len(a.words), len(b.words)) > _WORDS:
        return
    theirs = {word.lower for word in b.words}
    mine = {word.lower for word in a.words}
    for i, (one, behind) in enumerate(zip(a.words, a.words[1:], strict=False)):
        if one.lower in theirs or behind.lower not in theirs:
            continue
        for j, (other, after) in enumerate(zip(b.words, b.words[1:], strict=False)):
            if after.lower != behind.lower or other.lower in mine:
                continue
            slot = _kind((one, behind), (other, after), (i, j), sides)
            if not behind.key and (
                slot != "number" or not i or not j or a.words[i - 1].lower != b.words[j - 1].lower
            ):
                continue
            if slot is None or (slot != "number" and _marked(one, a) | _marked(other, b)):
                continue
            if slot == "name" and not (_named(one, a) or _named(other, b)):
                continue
            places = Slot(one.span, None, place(a, one.span)), Slot(other.span, None, place(b, other.span))
            confidence = like(*places, spread).by_statement(_SAME, shared, True)
            if confidence:
                rule = "number-ordinal" if slot == "number" else f"{slot}-before-name"
                found = Difference(slot, one.span, other.span, rule, min(confidence, _MOST[slot]))
                yield found, slot == "number"


def _kind(
    ours: tuple[Word, Word], theirs: tuple[Word, Word], first: tuple[int, int], sides: tuple[Side, Side]
) -> SlotKind | None:
    """What two words stand for before one word: nothing where they are neither ordinals nor parts of a name."""
    one, other = ours[0].lower, theirs[0].lower
    numbers = _ordinal(one), _ordinal(other)
    if all(numbers):
        return "number" if numbers[0] != numbers[1] else None
    for side, (word, behind) in zip(sides, (ours, theirs), strict=True):
        text = side.text.text
        if not text[word.span[0]].isupper() or not text[behind.span[0]].isupper():
            return None
        if text[word.span[1] : behind.span[0]].strip(". ") or text[word.span[0] : word.span[1]].isupper():
            return None
    if offices(one) or offices(other):
        return "title" if differ(one, other) else None
    return "name" if max(first) > 0 else None


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    row = next(row for row in table("compare_signs") if row[0] == "ordinal")
    return {word: number for number, word in enumerate(row[1:], start=1)}


def _ordinal(word: str) -> int:
    """What an ordinal stands for, 0 for another word."""
    if _ORDINAL.fullmatch(word):
        return int(word[:-2])
    return _ordinals().get(word, 0)


def _named(word: Word, sentence: Sentence) -> bool:
    """Whether a word is part of a person's name, in which a report may have it."""
    return any(
        entity.kind == "person" and mention.span[0] <= word.span[0] < mention.span[1]
        for entity, mention in sentence.names
    )


def _marked(word: Word, sentence: Sentence) -> bool:
    """Whether a word is part of a time, or of a figure, which are compared as such."""
    spans = [number.span for number in sentence.numbers] + [date.span for date in sentence.dates]
    return any(start < word.span[1] and word.span[0] < end for start, end in spans)
