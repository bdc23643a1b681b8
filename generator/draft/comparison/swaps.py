"""Two sentences in nearly the same words -> a name, title or figure that stands in the place of another one.

It catches what the finders of names, titles and numbers do not know: in a sentence that is otherwise the same,
a word with a capital in the place of another one is enough, and so are the figures of a label ('Article 12').
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.draft.compared import Difference, SlotKind
from generator.draft.comparison.forms import alike
from generator.draft.comparison.side import Sentence, Side, Word
from generator.draft.comparison.titles import contradict, offices
from generator.draft.marks import Span

LEAST = 0.45
"""Likeness from which two sentences may be held against each other word by word."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_LONG = 4
"""Words of a name or title; more are another clause."""
_TITLE = 2
_WORDS = 150
"""Longer stretches without a full stop are no sentence."""
_CONFIDENCE: dict[SlotKind, float] = {"title": 0.85, "name": 0.85, "number": 0.8}
_RUN = 5
"""Words around a swap that must be the same, both sides together; the beginning and end of a sentence count."""


def swaps(a: Sentence, b: Sentence, sides: tuple[Side, Side]) -> Iterator[tuple[Difference, bool]]:
    """Differences of name and title, each with whether they exclude one another."""
    if a.shouted or b.shouted or max(len(a.words), len(b.words)) > _WORDS:
        return
    left, right = [w.lower for w in a.words], [w.lower for w in b.words]
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for k, (kind, i, i_end, j, j_end) in enumerate(blocks):
        if kind != "replace" or max(i_end - i, j_end - j) > _LONG:
            continue
        before = blocks[k - 1][2] - blocks[k - 1][1] if k else _RUN
        after = blocks[k + 1][2] - blocks[k + 1][1] if k + 1 < len(blocks) else _RUN
        if not before or not after or before + after < _RUN:
            continue
        ours, theirs = a.words[i:i_end], b.words[j:j_end]
        slot = _kind(ours, theirs, (i, j), (a, b), sides)
        if slot is not None:
            spans = (ours[0].span[0], ours[-1].span[1]), (theirs[0].span[0], theirs[-1].span[1])
            yield Difference(slot, *spans, f"{slot}-in-its-place", _CONFIDENCE[slot]), True


def _kind(
    ours: list[Word],
    theirs: list[Word],
    first: tuple[int, int],
    pair: tuple[Sentence, Sentence],
    sides: tuple[Side, Side],
) -> SlotKind | None:
    texts = _text(ours, sides[0]), _text(theirs, sides[1])
    if len(ours) == len(theirs) == 1 and all(_FIGURE.fullmatch(text) for text in texts):
        return None if _read(ours, pair[0]) or _read(theirs, pair[1]) else "number"
    if offices(texts[0]) and offices(texts[1]):
        short = max(len(ours), len(theirs)) <= _TITLE and texts[0][0].isupper() and texts[1][0].isupper()
        return "title" if short and contradict(*texts) else None
    if not (_is_name(ours, first[0], sides[0]) and _is_name(theirs, first[1], sides[1])):
        return None
    kinds = _entity(ours, pair[0]), _entity(theirs, pair[1])
    if "part" in kinds or (all(kinds) and kinds[0] != kinds[1]):
        return None
    keys = {w.key for w in ours}, {w.key for w in theirs}
    if keys[0] & keys[1] or any(alike(x.lower, y.lower) for x in ours for y in theirs):
        return None
    return None if _short_for(*texts) or _short_for(*texts[::-1]) else "name"


def _read(words: list[Word], sentence: Sentence) -> bool:
    """Whether a figure is part of a number or time that is compared as such."""
    start, end = words[0].span
    spans = [number.span for number in sentence.numbers] + [date.span for date in sentence.dates]
    return any(first < end and start < behind for first, behind in spans)


def _is_name(words: list[Word], first: int, side: Side) -> bool:
    """Whether all words have a capital that is not the sentence's, and no office or figure is among them."""
    return all(
        w.key
        and k + first > 0
        and side.text.text[w.span[0]].isupper()
        and not side.text.text[w.span[0] : w.span[1]].isupper()
        and not offices(w.lower)
        for k, w in enumerate(words)
    )


def _entity(words: list[Word], sentence: Sentence) -> str:
    """The kind of the entity that is named here, '' where none is; 'part' for a part of a name of no person."""
    start, end = words[0].span[0], words[-1].span[1]
    for entity, mention in sentence.names:
        if mention.span[0] < end and start < mention.span[1]:
            whole = start <= mention.span[0] and mention.span[1] <= end
            return entity.kind if whole or entity.kind == "person" else "part"
    return ""


def _text(words: list[Word], side: Side) -> str:
    span: Span = (words[0].span[0], words[-1].span[1])
    return side.words_of(span)


def _short_for(one: str, other: str) -> bool:
    """Whether the first is made of the letters of the second, as in 'Mass.' and 'Massachusetts'."""
    letters = [c for c in one.lower() if c.isalpha()]
    rest = iter(other.lower())
    return other[:1].lower() == one[:1].lower() and all(c in rest for c in letters)
