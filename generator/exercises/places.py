"""Quotes -> the lines to read for them: whole sentences or paragraphs, ranges that run on told as one."""

import re
from collections.abc import Iterable

from generator.model.dossier import Attribution, Dossier, Passage, Quote

Span = tuple[int, int]
"""First and last line; (0, 0) is the headline."""


def find_words(text: str, words: str) -> list[int]:
    """Where whole words stand in a text, whatever their case."""
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)]


def quote_between(passage: Passage, start: int, end: int) -> Quote:
    """The words of a passage between two offsets, with their lines."""
    on = [line.n for line in passage.lines if line.start < end and start < line.end]
    return Quote(
        label=passage.label,
        text=passage.text[start:end],
        start=start,
        end=end,
        first=on[0] if on else 0,
        last=on[-1] if on else 0,
    )


def sentence_around(passage: Passage, quote: Quote) -> Quote:
    """The sentence or sentences that hold a quote, with their place."""
    text, block = passage.sentence_of(quote), passage.paragraph_of(quote.start)
    start = block.start + block.text.index(text, max(0, quote.end - block.start - len(text)))
    return quote_between(passage, start, start + len(text))


def lines_of_sentence(passage: Passage, quote: Quote) -> Span:
    """First and last line of the sentence or sentences that hold a quote."""
    sentence = sentence_around(passage, quote)
    return sentence.first, sentence.last


def lines_of_paragraph(passage: Passage, quote: Quote) -> Span:
    """First and last line of the paragraph in which a quote begins."""
    block = passage.paragraph_of(quote.start)
    on = [line.n for line in passage.lines if block.start <= line.start < block.end]
    return on[0], on[-1]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch as one; the headline touches nothing."""
    out: list[Span] = []
    for first, last in sorted(set(spans)):
        if out and out[-1][0] > 0 and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out


def voice_of(dossier: Dossier, note: Attribution) -> list[Quote]:
    """Source and cue of an attribution, and where the source is named if the passage only says 'he' there."""
    found = [quote for quote in (note.source, note.cue) if quote is not None]
    name = _named_before(dossier.passages[note.label], note)
    return [*found, *([name] if name else [])]


def _named_before(passage: Passage, note: Attribution) -> Quote | None:
    """The last words of the same paragraph before the source that name it, where the source itself does not."""
    if note.source is None or not note.called:
        return None
    names = [note.called, *(word for word in note.called.split() if word[0].isupper())]
    if any(find_words(note.source.text, name) for name in names):
        return None
    begin = passage.paragraph_of(note.source.start).start
    before = passage.text[begin : note.source.start]
    found = [(at, name) for name in names for at in find_words(before, name)[-1:]]
    if not found:
        return None
    at, name = max(found)
    return quote_between(passage, begin + at, begin + at + len(name))
