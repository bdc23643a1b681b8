"""Evidence of a key entry -> places in the passages, to light them up."""

from generator.model.booklet import SheetPassage, Worksheet
from generator.model.item import KeyEntry


def proof_of(sheet: Worksheet, entry: KeyEntry) -> list[tuple[str, int, int]]:
    """(label, start, end) of each quote, offsets into the passage's text; its lines where it is not found."""
    passages = {passage.label: passage for passage in sheet.passages}
    return [
        (e.passage, *_span(passages[e.passage], e.lines, e.quote)) for e in entry.evidence if e.passage in passages
    ]


def _span(passage: SheetPassage, lines: tuple[int, int], quote: str) -> tuple[int, int]:
    inside = [line for line in passage.lines if lines[0] <= line.n <= lines[1]]
    if not inside:
        return 0, 0
    first = inside[0].start
    text = ""
    for line in inside:
        # Lines lie apart by one blank, paragraphs by more; offsets count them all.
        text = text.ljust(line.start - first) + line.text
    at = text.find(" ".join(quote.split()))
    if at < 0:
        return first, first + len(text)
    return first + at, first + at + len(" ".join(quote.split()))
