"""A quote -> the longer and shorter words that show the same, for what a short answer accepts."""

import re
from collections.abc import Sequence

from generator.exercises.places import sentence_around
from generator.model.dossier import Passage, Quote

CUT = re.compile(r"[,;:“”«»()\[\]–—]")
OUTER = "“”«»‘’\"'()[]–— ,.;:!?¿¡"
PAIRS = (("“", "”"), ("«", "»"))


def near_words(passage: Passage, quote: Quote, small: Sequence[str]) -> tuple[str, ...]:
    """The words themselves; the same without `small` words at their ends; wider ones, up to the sentence."""
    sentence = sentence_around(passage, quote)
    start, end = quote.start - sentence.start, quote.end - sentence.start
    cuts = [(match.start(), match.end()) for match in CUT.finditer(sentence.text)]
    starts = [0, *(after for _, after in cuts if after <= start)][-2:]
    ends = [*(before for before, _ in cuts if before >= end), len(sentence.text)][:2]
    wider = [sentence.text[a:b] for a in reversed(starts) for b in ends]
    every = [quote.text, *_trimmed(quote.text, small), *wider, sentence.text]
    found: dict[str, str] = {}
    for bare in (text.strip(OUTER) for text in every):
        found.setdefault(bare.casefold(), _closed(bare))
    return tuple(text for text in found.values() if text)


def _closed(text: str) -> str:
    """The text with a quotation mark more where it begins or ends inside a quotation; marking passes over it."""
    for opens, closes in PAIRS:
        if text.count(closes) > text.count(opens):
            text = opens + text
        elif text.count(opens) > text.count(closes):
            text += closes
    return text


def _trimmed(text: str, small: Sequence[str]) -> list[str]:
    """The text without small words in front, behind, and both."""
    words = text.strip(OUTER).split()
    first, last = 0, len(words)
    while first < last - 1 and words[first].strip(OUTER).casefold() in small:
        first += 1
    while last > first + 1 and words[last - 1].strip(OUTER).casefold() in small:
        last -= 1
    return [" ".join(words[a:b]) for a, b in ((first, len(words)), (0, last), (first, last))]
