"""Two texts -> runs of the same words in both, longest first come, none inside another."""

from collections.abc import Iterator
from itertools import groupby

from generator.draft.compared import SharedWording
from generator.draft.comparison.signs import signs
from generator.draft.comparison.stems import plain
from generator.draft.comparison.vectors import is_content
from generator.draft.text import Text

LEAST = 7
"""Words from which a run outside quotations is no chance: shorter ones are the language's, not a source's."""
LEAST_QUOTED = 5
_CONTENT = 3
"""Content words a run must hold; 'at the end of the day on' is nobody's wording."""
_MOSTLY = 0.5
"""Share of names from which a run may be a title and a name only."""
_MIXED = 0.6
"""Words that one report quotes and the other has as its own, or that are mostly names."""
_OFTEN = 4
"""A run that stands more often in one text is a refrain or a form."""


def shared_wording(a: Text, b: Text) -> list[SharedWording]:
    """Runs of at least seven words outside quotations or five words quoted in both, in the order of the first.

    A run is cut where a quotation begins or ends in either report.
    """
    left, right = _folded(a), _folded(b)
    in_quotes = _quoted(a), _quoted(b)
    out = []
    for start, other, length in _runs(left, right):
        marks = list(zip(in_quotes[0][start : start + length], in_quotes[1][other : other + length], strict=True))
        done = 0
        for mark, stretch in groupby(marks):
            size = len(list(stretch))
            i, j, done = start + done, other + done, done + size
            words = left[i : i + size]
            quoted = all(mark)
            if size < (LEAST_QUOTED if quoted else LEAST) or signs("note").intersection(words):
                continue
            named = _named(a, i, size)
            if sum(map(is_content, words)) < _CONTENT or named == 1.0:
                continue
            confidence = 0.98 if quoted else _MIXED if any(mark) else 0.9 if size < LEAST + 2 else 0.96
            if named >= _MOSTLY and not quoted:
                confidence = min(confidence, _MIXED)
            spans = (a.starts[i], a.ends[i + size - 1]), (b.starts[j], b.ends[j + size - 1])
            out.append(SharedWording(*spans, size, quoted, confidence))
    return out


def _folded(text: Text) -> list[str]:
    return [plain(word) if len(word) > 2 else word.lower() for word in text.words]


def _quoted(text: Text) -> list[bool]:
    out = [False] * len(text.starts)
    for quotation in text.quotations:
        first, behind = text.word_range(*quotation.inner)
        out[first:behind] = [True] * (behind - first)
    return out


def _named(text: Text, first: int, size: int) -> float:
    """The share of names and figures among the content words: a full title is nobody's wording."""
    words = [word for word in text.words[first : first + size] if is_content(plain(word))]
    return sum(word[0].isupper() or word[0].isdigit() for word in words) / len(words) if words else 1.0


def _runs(left: list[str], right: list[str]) -> Iterator[tuple[int, int, int]]:
    """(place in the left, place in the right, words): the longest run at a place of the left, then behind it."""
    size = LEAST_QUOTED
    places: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(right) - size + 1):
        places.setdefault(tuple(right[j : j + size]), []).append(j)
    i = 0
    while i + size <= len(left):
        best, best_at = 0, 0
        for j in places.get(tuple(left[i : i + size]), [])[:_OFTEN]:
            length = size
            while i + length < len(left) and j + length < len(right) and left[i + length] == right[j + length]:
                length += 1
            if length > best:
                best, best_at = length, j
        if best:
            yield i, best_at, best
            i += best
        else:
            i += 1
