"""A text taken apart once for all rules: paragraphs, sentences, words and quotations, by offsets."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from generator.draft.marks import Span
from generator.draft.tables import column

WORD = re.compile(r"\w+(?:[’'.&\-]\w+)*")
"""A word: hyphens, apostrophes and inner full stops belong to it, as in 'U.S' and 'al-Karim's'."""
_BREAK = re.compile(r"\n[ \t]*(?:\n\s*)?")
# Possessive, and never begun within a row of marks: a text of nothing but marks must not take for ever.
_ENDS = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]»]*+(?=\s+[\"'“‘(\[«]*[A-Z0-9À-Þ]|\s*$)")
_INITIALS = re.compile(r"(?:^|[\s\"'“‘(\[.])(?:[A-Za-z]\.)*[A-Z]$")


class Quotation:
    """Words in double (or, where a text has no double ones, single) quotation marks.

    `start` and `end` take in the marks; `inner` leaves them out. `closed` is false where the paragraph ends
    before the mark is closed, as in a quotation that runs on.
    """

    __slots__ = ("closed", "end", "inner", "start")

    def __init__(self, start: int, end: int, closed: bool) -> None:
        self.start, self.end, self.closed = start, end, closed
        self.inner: Span = (start + 1, end - 1 if closed else end)

    def __repr__(self) -> str:
        return f"Quotation({self.start}, {self.end}, {self.closed})"


class Text:
    """A text as given. All lists are in its order, and made when first asked for.

    A line break parts paragraphs unless the text is hard-wrapped: then only a blank line does.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines are broken by width: most of them end within a sentence."""
        lines = [line for line in self.text.split("\n") if line.strip()]
        followed = [a for a, b in pairwise(self.text.split("\n")) if a.strip() and b.strip()]
        if len(followed) < 3 or len(followed) * 3 < len(lines):
            return False
        inside = sum(1 for line in followed if line.rstrip()[-1] not in '.!?:;”"’…)')
        return inside * 2 > len(followed) and max(map(len, followed)) <= 130

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Stretches without white space at their ends."""
        pattern = re.compile(r"\n[ \t]*\n\s*") if self.wrapped else _BREAK
        out: list[Span] = []
        at = 0
        for match in pattern.finditer(self.text):
            self._add(out, at, match.start())
            at = match.end()
        self._add(out, at, len(self.text))
        return out

    def _add(self, out: list[Span], start: int, end: int) -> None:
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            out.append((start + left, start + len(piece.rstrip())))

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences of all paragraphs, closing quotation marks with them."""
        abbreviations = column("abbreviations")
        text, out = self.text, []
        for start, end in self.paragraphs:
            at = start
            for match in _ENDS.finditer(text, start, end):
                if match.end() >= end:
                    break
                if match[0][0] == "." and not match[0].startswith(".."):
                    head = text[max(start, match.start() - 14) : match.start()]
                    word = head.rsplit(None, 1)[-1].lstrip("\"'“‘([") if head.strip() else ""
                    if (word in abbreviations or _INITIALS.search(head)) and match[0] == ".":
                        continue
                stop = match.end()
                if stop > at:
                    out.append((at, stop))
                    while stop < end and text[stop].isspace():
                        stop += 1
                    at = stop
            if at < end:
                out.append((at, end))
        return out

    @cached_property
    def words(self) -> list[str]:
        """Words as they stand."""
        return [m[0] for m in self._matches]

    @cached_property
    def lower(self) -> list[str]:
        """Words in lower case, with straight apostrophes."""
        return [w.lower().replace("’", "'") for w in self.words]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [m.start() for m in self._matches]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return [m.end() for m in self._matches]

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        return list(WORD.finditer(self.text))

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Quotations in double marks, by paragraph; one that is not closed runs to the end of its paragraph."""
        text, out = self.text, []
        for start, end in self.paragraphs:
            opened: int | None = None
            for match in _MARKS.finditer(text, start, end):
                char, i = match[0], match.start()
                if opened is None:
                    if char != "”" and char != "»":
                        opened = i
                elif (
                    char in "”»" or (char == '"' and text[opened] == '"') or (char == '"' and text[opened] == "“")
                ):
                    out.append(Quotation(opened, i + 1, True))
                    opened = None
            if opened is not None:
                out.append(Quotation(opened, end, False))
        return out

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """Numbers (first, behind the last) of the words that begin between two offsets."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds an offset, or the one before it."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, or of the one before it."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds an offset, its marks included."""
        i = bisect_right(self._quotation_starts, offset) - 1
        if i >= 0 and offset < self.quotations[i].end:
            return self.quotations[i]
        return None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s for s, _ in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [s for s, _ in self.paragraphs]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.start for q in self.quotations]


_MARKS = re.compile('[“”"«»]')
