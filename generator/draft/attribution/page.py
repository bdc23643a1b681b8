"""A text as the attribution rules see it: words with the punctuation before them, quotations, sentences."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.draft.attribution.lexicon import grammar
from generator.draft.marks import Span
from generator.draft.text import Text

_MARK = re.compile("[“”\"«»]|''")
_SINGLE = re.compile("[‘’']")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: offsets with the marks, and word numbers."""

    start: int
    end: int
    first: int
    last: int
    """Behind the last word."""
    closed: bool


class Page:
    """`low` are the words in lower case, `gap[i]` the punctuation before word i without white space.

    A lone full stop is left out of `gap`: within a sentence it ends an abbreviation; so is a comma within a
    number. `quote[i]` is the number of the quotation that word i stands in, or -1.
    """

    def __init__(self, text: Text) -> None:
        self.source = text
        self.text = text.text
        self.words = text.words
        self.low = text.lower
        self.starts = text.starts
        self.ends = text.ends
        self.size = len(self.words)

    @cached_property
    def gap(self) -> list[str]:
        """Punctuation before each word, and behind the last."""
        text = self.text
        befores = [0, *self.ends]
        afters = [*self.starts, len(text)]
        gaps = [text[a:b] for a, b in zip(befores, afters, strict=True)]
        return ["" if g == " " or g == ". " or g == "," else g.strip() for g in gaps]

    @cached_property
    def quotes(self) -> list[Quoted]:
        """Quotations in double marks or pairs of single ones, by paragraph; else in single marks."""
        text = self.text
        if _MARK.search(text) is None:
            return self._singly() if "‘" in text or "'" in text else []
        out: list[Quoted] = []
        for start, end in self.source.paragraphs:
            opened: tuple[int, str] | None = None
            for match in _MARK.finditer(text, start, end):
                mark, at = match[0], match.start()
                closes, opens = self._turned(at, match.end(), start, end)
                if opened is None:
                    if mark not in "”»" or (opens and not closes):
                        opened = (at, mark)
                elif mark in "”»" or mark == opened[1] or (mark == '"' and opened[1] == "“"):
                    if mark == "“" and not closes:
                        continue
                    out.append(self._quoted(opened[0], match.end(), True))
                    opened = None
            if opened is not None:
                out.append(self._quoted(opened[0], end, False))
        return out

    def _singly(self) -> list[Quoted]:
        """Quotations in single marks. An apostrophe behind an s closes none unless a stop stands before it."""
        text = self.text
        out: list[Quoted] = []
        for start, end in self.source.paragraphs:
            opened: int | None = None
            for match in _SINGLE.finditer(text, start, end):
                at = match.start()
                before = text[at - 1] if at > start else " "
                after = text[at + 1] if at + 1 < end else " "
                if opened is None:
                    if match[0] != "’" and not before.isalnum() and after.isalpha():
                        opened = at
                elif (
                    match[0] != "‘"
                    and not after.isalnum()
                    and (before in ",.?!…" or (before.isalnum() and before != "s"))
                ):
                    out.append(self._quoted(opened, at + 1, True))
                    opened = None
        return out

    def _quoted(self, start: int, end: int, closed: bool) -> Quoted:
        return Quoted(start, end, bisect_left(self.starts, start), bisect_left(self.starts, end), closed)

    def _turned(self, at: int, behind: int, start: int, end: int) -> tuple[bool, bool]:
        """Whether a mark looks like a closing one and like an opening one by what stands beside it."""
        before = self.text[at - 1] if at > start else " "
        after = self.text[behind] if behind < end else " "
        return not before.isspace() and not after.isalnum(), before.isspace() and not after.isspace()

    @cached_property
    def quote(self) -> list[int]:
        """The number of the quotation of each word, or -1."""
        out = [-1] * (self.size + 1)
        for n, q in enumerate(self.quotes):
            for i in range(q.first, q.last):
                out[i] = n
        return out

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Word ranges of the sentences."""
        starts = self.starts
        found = [(bisect_left(starts, a), bisect_left(starts, b)) for a, b in self.source.sentences]
        if "a.m" not in self.low and "p.m" not in self.low:
            return found
        out = []
        for a, b in found:
            for i in range(a, b - 1):
                if self.low[i] in ("a.m", "p.m") and self._begins(i + 1):
                    out.append((a, i + 1))
                    a = i + 1
            out.append((a, b))
        return out

    def _begins(self, word: int) -> bool:
        """Whether a word behind the full stop of an hour begins a sentence: 'at 9 a.m. The bus left'."""
        mark = self.text[self.ends[word - 1] : self.starts[word]].strip()
        openers = grammar()["determiner"] | grammar()["subject-pronoun"]
        return mark[:1] == "." and self.words[word][:1].isupper() and (len(mark) > 1 or self.low[word] in openers)

    @cached_property
    def _sentence_firsts(self) -> list[int]:
        return [a for a, _ in self.sentences]

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return max(bisect_right(self._sentence_firsts, word) - 1, 0)

    def paragraph_of(self, word: int) -> tuple[int, int]:
        """The word range of the paragraph that holds a word."""
        a, b = self.source.paragraphs[self.source.paragraph_at(self.starts[word])]
        return bisect_left(self.starts, a), bisect_left(self.starts, b)

    @cached_property
    def titled(self) -> int:
        """Behind the last word of a first line that is set like a headline, most words in capitals; else 0."""
        if not self.size:
            return 0
        words = self.words[: min(self.paragraph_of(0)[1], 25)]
        set_so = len(words) < 25 and sum(1 for w in words if w[:1].isupper()) * 2 > len(words)
        return len(words) if set_so else 0

    def span(self, first: int, last: int) -> Span:
        """Offsets of the words first..last (behind the last), with a quotation mark that belongs to them."""
        start, end = self.starts[first], self.ends[last - 1]
        n, m = self.quote[first], self.quote[last - 1]
        if n >= 0 and self.quotes[n].first == first:
            start = self.quotes[n].start
        if m >= 0 and self.quotes[m].last == last:
            return start, self.quotes[m].end
        if "." in self.words[last - 1] and self.text[end : end + 1] == ".":
            # the full stop of an abbreviation: U.S.
            end += 1
        return start, end
