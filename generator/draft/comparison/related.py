"""Two reports -> whether they are about one event, and whether they are one and the same article."""

from generator.draft.comparison.signs import signs
from generator.draft.comparison.stems import plain
from generator.draft.text import Text

_ENGLISH, _SOME = 0.12, 60
"""Least share of the commonest words in a text of some words; in English news, one word in five is one."""
_SHINGLE = 5
_SAME = 0.9
"""Share of the shorter text's word runs that the longer has too, from which both are one article."""
_SIZES = 0.7
"""Least ratio of their lengths: an extract is not the article."""


def english(a: Text, b: Text) -> bool:
    """Whether enough of the words of both are the commonest English ones; of a line or two, one will do."""
    words = a.lower + b.lower
    known = sum(word in signs("english") for word in words)
    return known >= (_ENGLISH if len(words) >= _SOME else _ENGLISH / 4) * len(words) and known > 0


def same_text(a: Text, b: Text) -> bool:
    """Whether both are one article, perhaps in another layout or with a few words changed."""
    left = _shingles(a)
    right = _shingles(b)
    less, more = sorted((left, right), key=len)
    if not less:
        return [w.lower() for w in a.words] == [w.lower() for w in b.words]
    if len(less) < _SIZES * len(more):
        return False
    return len(less & more) >= _SAME * len(less)


def _shingles(text: Text) -> set[tuple[str, ...]]:
    words = [plain(word) for word in text.words]
    return {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
