"""Passages and spans -> lines in pieces that know which spans they belong to, for pages that light them up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.booklet import SheetLine, SheetPassage
from generator.model.item import Evidence, KeyEntry


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a passage under a name; half-open offsets into the passage's text."""

    name: str
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LitPiece:
    """Words that belong to the same stretches; `begins` and `ends` name those of them that begin and end here."""

    text: str
    names: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


LitLines = Mapping[int, tuple[LitPiece, ...]]
"""Number of the line -> its pieces; joining their texts gives the line back."""


class NoSuchWords(ValueError):
    """A quote does not stand on the lines that it names."""


def place_of(passage: SheetPassage, evidence: Evidence) -> tuple[int, int]:
    """Where the quote begins and ends in the passage's text. Raises NoSuchWords.

    Without a `start` it is the first time that the quote stands as whole words on exactly its lines.
    """
    first, last = evidence.lines
    offsets = [
        offset
        for line in passage.lines
        if first <= line.n <= last
        # The sign between two lines is one space of the quote, whatever the passage has there.
        for offset in range(line.start, line.start + len(line.text) + 1)
    ]
    text = " ".join(line.text for line in passage.lines if first <= line.n <= last)
    found = [m.start() for m in re.finditer(f"(?={re.escape(evidence.quote)})", text)]
    whole = [at for at in found if _is_whole(text, at, at + len(evidence.quote))]
    for at in (*whole, *found):
        start, end = offsets[at], offsets[at + len(evidence.quote) - 1] + 1
        if evidence.start in (None, start) and _lines_of(passage.lines, start, end) == evidence.lines:
            return start, end
    raise NoSuchWords(f"{evidence.passage} {first}-{last} does not hold {evidence.quote!r}")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on over either end."""
    return not any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end) if 0 < at < len(text)
    )


def _lines_of(lines: Sequence[SheetLine], start: int, end: int) -> tuple[int, int]:
    on = [line.n for line in lines if line.start < end and line.start + len(line.text) > start]
    return on[0], on[-1]


def evidence_name(number: int, index: int) -> str:
    """The name of the evidence with that index (from 0) of the item with that number."""
    return f"e{number}-{index + 1}"


def evidence_stretches(passages: Iterable[SheetPassage], entries: Iterable[KeyEntry]) -> tuple[Stretch, ...]:
    """Every quote of the entries, which are numbered from 1, where it stands. Raises NoSuchWords."""
    by_label = {p.label: p for p in passages}
    return tuple(
        Stretch(evidence_name(number, i), evidence.passage, *place_of(by_label[evidence.passage], evidence))
        for number, entry in enumerate(entries, 1)
        for i, evidence in enumerate(entry.evidence)
    )


def lit_lines(passage: SheetPassage, stretches: Iterable[Stretch]) -> LitLines:
    """All lines of the passage, headline included, cut at the edges of its stretches."""
    own = [s for s in stretches if s.passage == passage.label]
    return {line.n: _cut(line, own) for line in passage.lines}


def _cut(line: SheetLine, stretches: Sequence[Stretch]) -> tuple[LitPiece, ...]:
    begin, stop = line.start, line.start + len(line.text)
    here = [s for s in stretches if s.start < stop and s.end > begin]
    cuts = sorted({begin, stop} | {at for s in here for at in (s.start, s.end) if begin < at < stop})
    return tuple(
        LitPiece(
            text=line.text[a - begin : b - begin],
            names=tuple(dict.fromkeys(s.name for s in here if s.start <= a and s.end >= b)),
            begins=tuple(dict.fromkeys(s.name for s in here if s.start == a)),
            ends=tuple(dict.fromkeys(s.name for s in here if s.end == b)),
        )
        for a, b in pairwise(cuts)
    )
