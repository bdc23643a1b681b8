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

Token = tuple[str, int, int]


def nearest_words(text: str, stretches: Sequence[tuple[int, int]], words: str) -> tuple[int, int] | None:
    """Offsets of the stretch of `text` most like `words`, inside one of `stretches`; None where nothing is near.

    All texts are folded. The time grows with the length of the text alone: stretches are first counted by
    the words they share, and only a few are compared letter by letter.
    """
    words = words[:_LONGEST]
    wanted = [_bare(w) for w in words.split()]
    best: tuple[float, int, int] | None = None
    for _, start, end in sorted(_candidates(text, stretches, wanted), reverse=True)[:_TRIED]:
        start, end = _trimmed(text, start, end, words)
        ratio = SequenceMatcher(None, words.lower(), text[start:end].lower(), autojunk=False).ratio()
        if best is None or ratio > best[0]:
            best = (ratio, start, end)
    return (best[1], best[2]) if best and best[0] >= 0.5 else None


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


def _candidates(
    text: str, stretches: Sequence[tuple[int, int]], wanted: list[str]
) -> Iterator[tuple[float, int, int]]:
    """(number of shared words, start, end) of every stretch of about as many words."""
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


def _windows(tokens: list[Token], need: Counter[str], size: int) -> Iterator[tuple[float, int, int]]:
    have: Counter[str] = Counter()
    shared = 0
    for i, (word, _, end) in enumerate(tokens):
        have[word] += 1
        shared += have[word] <= need[word]
        if i >= size:
            gone = tokens[i - size][0]
            shared -= have[gone] <= need[gone]
            have[gone] -= 1
        if i >= size - 1 and shared:
            yield shared, tokens[i - size + 1][1], end


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
