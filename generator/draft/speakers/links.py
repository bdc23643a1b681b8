"""The name behind a pronoun, a surname or 'the lawmaker': the last compatible one, and none where two fit."""

from generator.draft.marks import Span
from generator.draft.names.lists import word_set
from generator.draft.speakers.index import At, Index
from generator.draft.speakers.kind import Phrase
from generator.draft.speakers.memory import WINDOW, Link, Memory, Said

_SUBORDINATE = word_set("subordinate")


class Links:
    """Finds whom sources mean; to be asked in the order of the text."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.memory = Memory(index)

    def pronoun(self, span: Span, phrase: Phrase) -> Link | None:
        """Whom 'he', 'she', 'it', 'they' mean."""
        gender = phrase.gender
        if gender in ("m", "f"):
            return self._personal(span[0], gender)
        if gender == "p":
            said = self.memory.last(span[0], 1, ("unnamed", "organisation", "person", "office", "outlet"))
            if said is None or not (said.plural or said.kind == "organisation"):
                return None
            sure = 0.9 if said.plural else 0.8
            return Link(said.span, said.entity, sure, said)
        if gender == "n":
            said = self.memory.last(span[0], 1, ("organisation", "outlet", "document", "poll", "person", "office"))
            if said is None or said.kind in ("person", "office") or said.plural:
                return None
            return Link(said.span, said.entity, 0.88, said)
        if gender == "w":
            return self._relative(span[0])
        return None

    def _relative(self, at: int) -> Link | None:
        """The name right before 'who'."""
        near = self.index.persons_within(max(0, at - 40), at)
        if near and self.index.raw[near[-1].end : at].strip(" \n,") == "":
            return Link(self._name(near[-1]), near[-1].entity, 0.97)
        return None

    def _name(self, at: At) -> Span:
        full = self.index.full(at.entity)
        return (full.start, full.end)

    def _personal(self, at: int, gender: str) -> Link | None:
        """Whom 'he' or 'she' means.

        The last speaker, unless another who fits has been named since, outside what that speaker said; else the
        only one who fits in this paragraph so far, or in the last one.
        """
        index, text = self.index, self.index.text
        if self._ahead(at):
            return None
        here = text.paragraph_at(at)
        said = self.memory.last(at, 2, ("person", "unnamed", "office"))
        if said is not None and said.plural:
            said = None
        if said is not None and said.gender not in (gender, "-"):
            said = self._fitting(at, gender)
        low = text.paragraphs[max(here - 1, 0)][0]
        if said is not None:
            others = {
                m.entity
                for m in index.persons_within(min(said.at, said.begin), at)
                if m.entity != said.entity
                and not said.begin <= m.start < said.end
                and not said.at <= m.start < said.span[1]
                and index.gender(m.entity) in (gender, "-")
            }
            inside = {
                m.entity
                for m in index.persons_within(said.begin, said.end)
                if m.entity != said.entity and index.gender(m.entity) in (gender, "-")
                and text.quotation_at(m.start) is None
            }  # fmt: skip
            if others:
                return None
            sure = (0.93 if inside else 0.96) if said.gender == gender else 0.85 if inside else 0.92
            if here - said.paragraph > 1:
                sure -= 0.04
            span = said.span
            return Link(span, said.entity, sure, said)
        fits: list[At] = []
        for start in (max(text.paragraphs[here][0], at - WINDOW), max(low, at - WINDOW)):
            fits = [
                m
                for m in index.persons_within(start, at)
                if index.gender(m.entity) in (gender, "-") and text.quotation_at(m.start) is None
            ]
            if fits:
                break
        if len({m.entity for m in fits}) != 1 or index.entities[fits[0].entity].confidence < 0.8:
            return None
        entity = fits[0].entity
        if index.entities[entity].rule == "surname-of-two":
            return None
        known = index.gender(entity) == gender
        return Link(self._name(fits[0]), entity, 0.92 if known else 0.8)

    def _ahead(self, at: int) -> bool:
        """Whether the name may come after: 'In what she called a surprise, Ada Holt ...'."""
        start, end = self.index.text.sentence_at(at)
        if at - start > 60 or at == start:
            return False
        raw = self.index.raw
        first = raw[start:at].split(None, 1)[0].lower().strip("\"“‘'(")
        if first not in _SUBORDINATE or self.index.persons_within(start, at):
            return False
        comma = raw.find(", ", at, min(end, at + 150))
        return comma > 0 and bool(self.index.persons_within(comma, min(comma + 60, end)))

    def _fitting(self, at: int, gender: str) -> Said | None:
        """The last speaker who fits where the very last one is of the other sex."""
        here = self.index.text.paragraph_at(at)
        for said in self.memory.recent():
            if here - said.paragraph > 2 or at - said.at > WINDOW:
                return None
            if said.kind in ("person", "unnamed", "office") and not said.plural and said.gender in (gender, "-"):
                return said
        return None

    def surname(self, mention: At) -> Link | None:
        """The full name for a surname or given name."""
        entity = self.index.entities[mention.entity]
        words = len(self.index.raw[mention.start : mention.end].split())
        full = self.index.full(mention.entity)
        if full.start == mention.start or len(self.index.raw[full.start : full.end].split()) <= words:
            return None
        return Link((full.start, full.end), mention.entity, 0.98 if entity.kind == "person" else 0.95)
