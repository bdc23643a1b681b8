"""Words that do not stand in a passage -> the words there that come nearest, and how they differ."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches

_WORD = re.compile(r"\S+")
_LONGEST = 600
"""How much of a quote is looked for, in characters."""
_TRIED = 6
"""How many stretches are compared letter by letter."""
_SHIFT = 2
_NEAR = 0.5
"""The least likeness, from 0 to 1, that is worth showing."""

Token = tuple[str, int, int]
"""A word without its punctuation, and its offsets."""
Window = tuple[int, list[Token], int, int]
"""Number of shared words; the words of a stretch; the first and the last of them that are meant."""


def nearest_words(text: str, stretches: Sequence[tuple[int, int]], words: str) -> tuple[int, int] | None:
    """Offsets of the stretch of `text` most like `words`, inside one of `stretches`; None where nothing is near.

    All texts are folded. The time grows with the length of the text alone: stretches are first counted by
    the words they share, and only a few are compared letter by letter.
    """
    words = words[:_LONGEST]
    wanted = [_bare(w) for w in words.split()]
    best: tuple[float, int, int] | None = None
    for _, tokens, first, last in sorted(_candidates(text, stretches, wanted), key=_shared)[-_TRIED:]:
        start, end = _trimmed(text, tokens[first][1], tokens[last][2], words)
        found = (_alike(words, text[start:end]), start, end, tokens, first, last)
        if best is None or found[0] > best[0]:
            best, around = found[:3], found[3:]
    if best is None or best[0] < _NEAR:
        return None
    tokens, first, last = around
    # A word more or less inside moves an end; it goes where the quote's own first or last word stands.
    firsts = [i for i in _near(first, len(tokens)) if i == first or tokens[i][0] == wanted[0]]
    lasts = [i for i in _near(last, len(tokens)) if i == last or tokens[i][0] == wanted[-1]]
    for a, b in ((a, b) for a in firsts for b in lasts if a <= b):
        start, end = _trimmed(text, tokens[a][1], tokens[b][2], words)
        ratio = _alike(words, text[start:end])
        if ratio > best[0]:
            best = (ratio, start, end)
    return best[1], best[2]


def _near(at: int, count: int) -> range:
    return range(max(at - _SHIFT, 0), min(at + _SHIFT + 1, count))


def _alike(words: str, there: str) -> float:
    return SequenceMatcher(None, words.lower(), there.lower(), autojunk=False).ratio()


def differences(words: str, there: str) -> str:
    """What is to change in `words` to make them `there`, told in a few words; empty where it would be long."""
    mine, theirs = words.split(), there.split()
    if mine == theirs:
        return ""
    if [w.lower() for w in mine] == [w.lower() for w in theirs]:
        return "capital letters differ"
    if [_bare(w) for w in mine] == [_bare(w) for w in theirs]:
        return "punctuation differs"
    told = []
    for op, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        here, other = " ".join(mine[a:b]), " ".join(theirs[c:d])
        if op == "replace":
            told.append(f"there “{other}”, here “{here}”")
        elif op == "delete":
            told.append(f"“{here}” is not there")
        elif op == "insert":
            told.append(f"“{other}” is left out here")
    return "; ".join(told) if len(told) <= 3 and sum(map(len, told)) <= 160 else ""


def _candidates(text: str, stretches: Sequence[tuple[int, int]], wanted: list[str]) -> Iterator[Window]:
    """Every run of as many words that shares a word with those that are wanted."""
    tokens_of = [
        [(_bare(m[0]), m.start(), m.end()) for m in _WORD.finditer(text, start, end)] for start, end in stretches
    ]
    known = {token[0] for tokens in tokens_of for token in tokens}
    # A word that is spelt differently there counts as the nearest word that does stand there.
    alike = {w: w if w in known else next(iter(get_close_matches(w, known, 1, 0.7)), w) for w in set(wanted)}
    need = Counter(alike[w] for w in wanted)
    size = len(wanted)
    for tokens in tokens_of:
        if tokens:
            yield from _windows(tokens, need, min(size, len(tokens)))


def _shared(window: Window) -> int:
    return window[0]


def _windows(tokens: list[Token], need: Counter[str], size: int) -> Iterator[Window]:
    have: Counter[str] = Counter()
    shared = 0
    for i, (word, _, _) in enumerate(tokens):
        have[word] += 1
        shared += have[word] <= need[word]
        if i >= size:
            gone = tokens[i - size][0]
            shared -= have[gone] <= need[gone]
            have[gone] -= 1
        if i >= size - 1 and shared:
            yield shared, tokens, i - size + 1, i


def _trimmed(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """The stretch without punctuation at its ends that the quote does not have either."""
    stretch = text[start:end]
    while len(stretch) > 1 and not stretch[-1].isalnum() and stretch[-1] != words[-1]:
        end -= 1
        stretch = text[start:end]
    while len(stretch) > 1 and not stretch[0].isalnum() and stretch[0] != words[0]:
        start += 1
        stretch = text[start:end]
    return start, end


def _bare(word: str) -> str:
    return word.strip("'\"()[]{}.,;:!?-").lower()
