"""A quote -> the longer and shorter words that show the same, for what a short answer accepts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.exercises.places import Span, sentence_around
from generator.model.dossier import Passage, Quote

CUT = re.compile(r"[,;:](?!\d)|[“”«»()\[\]–—]")
OUTER = "“”«»‘’\"'()[]–— ,.;:!?¿¡"
PAIRS = (("“", "”"), ("«", "»"))
MOST = 24
"""How many pieces there may be; whole phrases are kept first, and those nearest in length to the quote."""


def near_words(
    passage: Passage, quote: Quote, small: Sequence[str], beginnings: Iterable[Quote] = ()
) -> tuple[str, ...]:
    """The words themselves first; then pieces of their sentence that hold them, or at least half of them.

    A piece ends in the second half of the quote or in the rest of its clause, but with no `small` word, or it ends
    with a later clause. It begins with the quote or without its first small words, with a clause, with the
    sentence, or with one of `beginnings` (the source, say) where that stands before the quote. Parts of the quote
    between commas are pieces, too, and so is the quote without its first words (a predicate without its subject),
    if four fifths of its telling words are left and no negation is lost.
    """
    sentence = sentence_around(passage, quote)
    start, end = quote.start - sentence.start, quote.end - sentence.start
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", sentence.text)]
    telling = [word for word in words if not _small(sentence.text, word, small)]
    inside = [word for word in telling if start <= word[0] < end] or [(start, end)]
    front = [a for a, _ in words if start <= a <= inside[0][0]][: min(3, len(inside) + 1)]
    negated = next(
        (a for a, b in words if a >= start and passage.grammar.has("negations", sentence.text[a:b])), end
    )
    most = inside[len(inside) // 5][0]
    tails = [a for a, _ in words if inside[0][0] < a <= min(most, negated)]
    starts = {start, *front, *_clauses(sentence.text, start)}
    starts |= {q.start - sentence.start for q in beginnings if sentence.start <= q.start < quote.start}
    kernel = inside[min(len(inside), max(2, (len(inside) + 1) // 2)) - 1 :]
    clauses = [match.start() for match in CUT.finditer(sentence.text) if match.start() >= end]
    behind = [word for word in telling if end <= word[0] < min((*clauses, len(sentence.text)))]
    near = (b for a, b in (*kernel, *behind) if not passage.grammar.has("negations", sentence.text[a:b]))
    ends = {end, len(sentence.text), *clauses, *near}
    torn = {b for (_, b), (a, _) in pairwise(telling) if sentence.text[b:a] == " "}
    pieces = [(b in torn, sentence.text[a:b]) for a in starts for b in ends if a < b]
    pieces += [(False, sentence.text[a:end]) for a in tails]
    pieces += [(False, text) for text in _between_commas(quote.text, small)]
    pieces.sort(key=lambda piece: (piece[0], abs(len(piece[1]) - len(quote.text)), piece[1]))
    found: dict[str, str] = {}
    for bare in (text.strip(OUTER) for text in (quote.text, *(text for _, text in pieces), sentence.text)):
        if bare:
            found.setdefault(bare.casefold(), _closed(bare))
    return tuple(found.values())[:MOST]


def _small(text: str, word: Span, small: Sequence[str]) -> bool:
    return text[word[0] : word[1]].strip(OUTER).casefold() in (*small, "")


def _clauses(text: str, before: int) -> Iterator[int]:
    """Where the clauses begin in which an offset stands, the whole text included."""
    yield 0
    for match in CUT.finditer(text):
        if match.end() <= before:
            yield match.end()


def _between_commas(text: str, small: Sequence[str]) -> list[str]:
    """The parts of a quote between commas that hold more than small words."""
    parts = [part.strip(OUTER) for part in CUT.split(text)]
    return [part for part in parts if any(word.casefold() not in small for word in part.split())]


def _closed(text: str) -> str:
    """The text with a quotation mark more where it begins or ends inside a quotation; marking passes over it."""
    for opens, closes in PAIRS:
        if text.count(closes) > text.count(opens):
            text = opens + text
        elif text.count(opens) > text.count(closes):
            text += closes
    return text
