"""Words -> the sentence of a passage that shares most with them; no language in particular is known."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log

from generator.exercises.places import quote_between
from generator.model.dossier import Passage, Quote
from generator.model.sentences import sentence_ends

STEM = 4
"""Letters that two words must begin with alike to count as forms of one ('stop', 'stopped')."""
SHARED = 2
"""Words that a sentence must share, at least, to be about the same thing."""


def nearest_sentence(passage: Passage, words: str) -> Quote | None:
    """The sentence of the body that shares most words with these, rare ones first; None where none is near."""
    sentences = [(quote, _stems(quote.text)) for quote in sentences_of(passage)]
    often = Counter(stem for _, stems in sentences for stem in stems)
    wanted = _stems(words)

    def worth(stems: frozenset[str]) -> float:
        return sum(log((len(sentences) + 1) / often[stem]) for stem in sorted(wanted & stems))

    near = [(quote, stems) for quote, stems in sentences if len(wanted & stems) >= SHARED]
    return max(near, key=lambda pair: worth(pair[1]))[0] if near else None


def sentences_of(passage: Passage) -> Iterator[Quote]:
    """The sentences of the body, in their order."""
    for block in passage.blocks:
        if block.kind != "body":
            continue
        start = 0
        for end in sentence_ends(block.text):
            text = block.text[start:end]
            at = block.start + start + len(text) - len(text.lstrip())
            if text.strip():
                yield quote_between(passage, at, at + len(text.strip()))
            start = end


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of words long enough to tell something, and all numbers."""
    found = re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]+", text.casefold())
    return frozenset(word[:STEM] for word in found if len(word) >= STEM or word[0].isdigit())
