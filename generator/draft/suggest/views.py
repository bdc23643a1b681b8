"""A report as the suggestions see it: its evidence as one text, what was found there, and quotes that resolve."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.draft.annotate import annotate
from generator.draft.marks import Annotations, Attribution, Span
from generator.draft.text import Text
from generator.load.quotes import QuoteProblem, find_quote
from generator.model.dossier import Block
from generator.model.files import QuoteRef

if TYPE_CHECKING:
    from generator.draft.parser import Parser

_JOIN = "\n\n"
_MOST = 80
"""How often words may stand in a report before a quote of them is given up."""


@dataclass(frozen=True)
class ReportView:
    """One report: its label, file name without ending, and its headline and body paragraphs, in order.

    All places are offsets into `text.text`, which joins headline and body by blank lines; captions, credits,
    links and addresses are not in it, for they are no evidence.
    """

    label: str
    name: str
    blocks: tuple[Block, ...]
    outlet: str | None = None
    parser: "Parser | None" = None

    @cached_property
    def text(self) -> Text:
        """Headline and body, taken apart."""
        return Text(_JOIN.join(b.text for b in self.blocks))

    @cached_property
    def found(self) -> Annotations:
        """What the rules find in it."""
        return annotate(self.text, self.parser)

    @property
    def headed(self) -> bool:
        """Whether the first block is a headline."""
        return bool(self.blocks) and self.blocks[0].kind == "headline"

    def of(self, span: Span) -> str:
        """The words of a span."""
        return self.text.text[span[0] : span[1]]

    def in_headline(self, span: Span) -> bool:
        """Whether a span stands in the headline."""
        return self.headed and span[0] < self.blocks[0].end

    def block_of(self, span: Span) -> Block | None:
        """The block that holds a whole span."""
        return next((b for b in self.blocks if b.start <= span[0] and span[1] <= b.end), None)

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins."""
        return self.text.sentence_at(span[0])

    def quote(self, span: Span) -> str | dict[str, Any] | None:
        """A quote of the words as notes hold it, which resolves to this very place; None where none does."""
        words = self.of(span)
        start = span[0] + len(words) - len(words.lstrip())
        wanted = (start, start + len(words.strip()))
        words = words.strip()
        if not words or self.block_of(wanted) is None:
            return None
        alone = find_quote(self.text.text, self.blocks, QuoteRef(text=words))
        if alone == wanted:
            return words
        if not isinstance(alone, QuoteProblem) or wanted not in alone.spots:
            return None
        for near in self._near(wanted):
            if find_quote(self.text.text, self.blocks, QuoteRef(text=words, near=near)) == wanted:
                return {"text": words, "near": near}
        # The places are told in the order in which `occurrence` counts them; to try each number takes for ever.
        number = alone.spots.index(wanted) + 1
        numbered = QuoteRef(text=words, occurrence=number)
        if number < _MOST and find_quote(self.text.text, self.blocks, numbered) == wanted:
            return {"text": words, "occurrence": number}
        return None

    def _near(self, span: Span) -> Iterator[str]:
        """Words around a span in its paragraph, few first, that may tell it from other places."""
        block = self.block_of(span)
        if block is None:
            return
        before = self.text.text[block.start : span[0]].split()
        after = self.text.text[span[1] : block.end].split()
        middle = " ".join(self.of(span).split())
        glued_left = span[0] > block.start and not self.text.text[span[0] - 1].isspace()
        glued_right = span[1] < block.end and not self.text.text[span[1]].isspace()
        if not glued_right and after:
            yield f"{middle} {' '.join(after[:2])}".rstrip(",.;:")
        if not glued_left and before:
            yield f"{' '.join(before[-2:])} {middle}"
            if not glued_right and after:
                yield f"{' '.join(before[-3:])} {middle} {' '.join(after[:3])}".rstrip(",.;:")


def view(
    label: str,
    name: str,
    blocks: Sequence[Block],
    outlet: str | None = None,
    parser: "Parser | None" = None,
) -> ReportView:
    """A report's view from its blocks; those that are no evidence are left out."""
    kept: list[Block] = []
    at = 0
    for block in blocks:
        if block.is_evidence and block.text:
            kept.append(Block(kind=block.kind, text=block.text, start=at, end=at + len(block.text)))
            at += len(block.text) + len(_JOIN)
    return ReportView(label, name, tuple(kept), outlet, parser)


def hull(said: Attribution) -> Span:
    """From the first to the last character of an attribution."""
    spans = [*said.source, *said.cue, *said.content]
    return min(s for s, _ in spans), max(e for _, e in spans)


_LETTERS = re.compile(r"[^a-z0-9]+")


def slug(words: str, most: int = 5) -> str:
    """An id from the first words of a text: small ASCII letters, digits, hyphens; "note" where none is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    plain = plain.encode("ascii", "ignore").decode().lower()
    parts = [part for part in _LETTERS.split(plain) if part and part not in _SMALL]
    return "-".join(parts[:most])[:60].strip("-") or "note"


_SMALL_WORDS = """
    a an the of to in on at for by with from and or but as that this it its is was were are be been has have had
    he she they we i you his her their our my who which what not no s
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Names:
    """Ids of one dossier, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wish: str) -> str:
        """The wish, with a number behind it where somebody has it already."""
        name, number = wish, 2
        while name in self._taken:
            name, number = f"{wish}-{number}", number + 1
        self._taken.add(name)
        return name


def name_words(text: str) -> list[str]:
    """The words of a text that may be of a name, to be compared: small letters, no possessive ending."""
    return [
        w.strip(".,’'").removesuffix("’s").removesuffix("'s").casefold()
        for w in text.split()
        if w[:1].isupper() or _LATER_CAPITAL.search(w)
    ]


_LATER_CAPITAL = re.compile(r"^[a-z]{1,3}[-’'][A-Z]")
"""Names such as al-Karim and d'Arcy."""
