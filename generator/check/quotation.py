"""Passage text -> the stretches of it that stand inside quotation marks."""

import re

from generator.model.dossier import Passage, Quote

_CLOSING = {"“": "”“", "„": "“”", "«": "»"}
_MARKS = "\"'“”„«»‘’"
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–])|^)(?:‘|')(?=\S)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")

Span = tuple[int, int]


def inside(passage: Passage, quote: Quote, *, surely: bool) -> bool:
    """Whether the whole quote, its own outer marks left aside, stands inside quotation marks.

    An apostrophe may look like the end of a 'single quotation'. Where that leaves a doubt, the answer is
    False with `surely` and True without.
    """
    start, end = quote.start, quote.end
    while start < end and passage.text[start] in _MARKS + " ":
        start += 1
    while start < end and passage.text[end - 1] in _MARKS + " ":
        end -= 1
    return any(a <= start and end <= b for a, b in quoted_spans(passage, surely=surely))


def touches(passage: Passage, quote: Quote) -> bool:
    """Whether any words of the quote stand inside quotation marks, or may."""
    return any(a < quote.end and quote.start < b for a, b in quoted_spans(passage, surely=False))


def quoted_spans(passage: Passage, *, surely: bool) -> list[Span]:
    """The stretches inside quotation marks, as offsets into the passage's text.

    Marks that open and are not closed hold to the end of their paragraph, as they do where a quotation
    goes on in the next one.
    """
    found: list[Span] = []
    for block in passage.blocks:
        for start, end in (*_double(block.text), *_single(block.text, surely)):
            found.append((block.start + start, block.start + end))
    return found


def _double(text: str) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    closers = ""
    for i, char in enumerate(text):
        if opened is not None and char in closers:
            found.append((opened, i + 1))
            opened = None
        elif opened is None and (char == '"' or char in _CLOSING):
            opened, closers = i, _CLOSING.get(char, '"')
    if opened is not None:
        found.append((opened, len(text)))
    return found


def _single(text: str, surely: bool) -> list[Span]:
    opens = [m.start() for m in _SINGLE_OPEN.finditer(text)]
    found: list[Span] = []
    for i, start in enumerate(opens):
        limit = opens[i + 1] if i + 1 < len(opens) else len(text)
        closes = [m.end() for m in _SINGLE_CLOSE.finditer(text, start + 1, limit)]
        if closes:
            found.append((start, closes[0] if surely else closes[-1]))
    return found
