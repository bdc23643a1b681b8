"""A dossier as the exercises see it: every quote resolved to its place in a numbered passage."""

from pydantic import Field

from generator.model.base import Frozen
from generator.model.files import LessonFile, MadeHeadline, ProbeNote, ReportMeta
from generator.model.grammar import Grammar
from generator.model.particulars import Dated, Figure, Headline, Judged, Lead, Link, Progress, Summary
from generator.model.quote import Quote as Quote
from generator.model.sentences import sentence_ends
from generator.model.vocabulary import (
    EVIDENCE_BLOCKS,
    Basis,
    BlockKind,
    EdgeBasis,
    Form,
    GapState,
    How,
    MarkerKind,
    NodeKind,
    Relation,
    Slot,
    SourceKind,
    Standing,
    Strength,
    Sureness,
    Voice,
)


class Block(Frozen):
    """A typed piece of a report; `start` and `end` are offsets into `Passage.text`, half open."""

    kind: BlockKind
    text: str
    start: int
    end: int

    @property
    def is_evidence(self) -> bool:
        return self.kind in EVIDENCE_BLOCKS


class Line(Frozen):
    """A frozen line. `n` counts body lines from 1; the headline is line 0. Offsets are into `Passage.text`."""

    n: int
    text: str
    start: int
    end: int
    opens_paragraph: bool


class Passage(Frozen):
    """One report in a dossier, with its label and its frozen lines.

    `text` is the NFC-normalised text of all blocks (the headline first, if there is one), white space
    folded inside a block, joined by newlines. Joining the texts of a paragraph's lines with single
    spaces gives back the paragraph exactly.
    """

    label: str
    name: str
    meta: ReportMeta
    blocks: tuple[Block, ...]
    text: str
    lines: tuple[Line, ...]
    reviewed: bool
    complete: frozenset[str]
    grammar: Grammar = Grammar()

    @property
    def language(self) -> str:
        return self.meta.language or self.grammar.language

    @property
    def outlet(self) -> str:
        """Who published it, as it is printed; where the report does not say, what the language calls a report."""
        return self.meta.outlet or self.grammar.unnamed_report(self.label)

    @property
    def words(self) -> int:
        return sum(len(b.text.split()) for b in self.blocks if b.is_evidence)

    def paragraph_of(self, offset: int) -> Block:
        """The block that holds this offset. Raises ValueError where none does."""
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block
        raise ValueError(f"offset {offset} is in no block of report {self.label}")

    def sentence_of(self, quote: Quote) -> str:
        """The sentence or sentences of the paragraph that hold the quote."""
        block = self.paragraph_of(quote.start)
        begin, end = quote.start - block.start, quote.end - block.start
        start = 0
        for stop in sentence_ends(block.text, self.grammar.words("abbreviations")):
            if stop <= begin:
                start = stop
            elif stop >= end:
                return block.text[start:stop].strip()
        return block.text[start:].strip()


class NamedQuote(Frozen):
    """Somebody named in a passage who is not the source, and why."""

    quote: Quote
    why: str


class Attribution(Frozen):
    """A resolved attribution; `label` is the report that holds it."""

    id: str
    label: str
    says: str
    source: Quote | None
    cue: Quote | None
    content: tuple[Quote, ...]
    called: str | None
    recipient: Quote | None
    form: Form
    source_kind: SourceKind
    role: str | None
    basis: Basis
    basis_why: str | None
    strength: Strength | None
    speaker: str | None
    via: tuple[str, ...]
    not_source: tuple[NamedQuote, ...]
    introduced: Quote | None = None
    """The words that introduce the source, beside its name."""
    unnamed_why: Quote | None = None
    """The words in which the report says why it leaves out the name of the source."""
    trust: dict[str, Judged] | None = None
    """Question for a source (one of `TRUST`) -> its answer."""

    @property
    def who(self) -> str | None:
        """What to call the source in a question or key; None where nobody is named."""
        return self.called or (self.source.text if self.source else None)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Source, cue and content in the order of the text."""
        found = [q for q in (self.source, self.cue, *self.content) if q is not None]
        return tuple(sorted(found, key=lambda q: q.start))


class Marker(Frozen):
    """A resolved marker of certainty."""

    id: str
    label: str
    quote: Quote
    kind: MarkerKind
    limits: str | None
    scope: Quote | None
    effect: str | None


class Wording(Frozen):
    """Resolved loaded wording. `may_leave_out`: the sentence keeps facts and grammar without the words."""

    id: str
    label: str
    quote: Quote
    neutral: tuple[str, ...]
    voice: Voice
    arguable: bool
    effect: str | None
    may_leave_out: bool = False


class Side(Frozen):
    """A claim in one report. `markers` are those of that report that limit the claim."""

    label: str
    standing: Standing
    quote: Quote | None
    value: str | None
    accept: tuple[str, ...]
    said_by: Attribution | None
    origin: str | None
    markers: tuple[Marker, ...]

    @property
    def present(self) -> bool:
        return self.standing != "absent"


class Claim(Frozen):
    """A resolved claim; `relations` maps a pair of labels ('AB') to how the two stand."""

    id: str
    topic: str
    statement: str | None
    slot: Slot
    sides: dict[str, Side]
    relations: dict[str, Relation]
    explain: str | None
    explanations: tuple[str, ...]
    settle: tuple[str, ...]
    links: tuple[Link, ...] = ()

    def relation(self, first: str = "A", second: str = "B") -> Relation | None:
        """How two reports stand on the claim; None where the notes do not say."""
        return self.relations.get("".join(sorted((first, second))))


class Node(Frozen):
    """A node of the provenance graph."""

    id: str
    label: str
    kind: NodeKind
    report: str | None


class Edge(Frozen):
    """A step of information from one node to another."""

    from_: str
    to: str
    how: How
    basis: EdgeBasis
    evidence: dict[str, Quote]


class Origins(Frozen):
    """The provenance graph. Corroboration counts independent roots, not outlets."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]

    def roots(self, node: str) -> frozenset[str]:
        """The nodes without a source of their own from which `node` got its information."""
        found: set[str] = set()
        seen: set[str] = set()
        todo = [node]
        while todo:
            at = todo.pop()
            if at in seen:
                continue
            seen.add(at)
            before = [e.from_ for e in self.edges if e.to == at]
            if before:
                todo.extend(before)
            else:
                found.add(at)
        return frozenset(found)

    def path(self, start: str, end: str) -> tuple[Edge, ...] | None:
        """The shortest chain of edges from `start` to `end`; None where there is none."""
        ways: list[tuple[str, tuple[Edge, ...]]] = [(start, ())]
        seen = {start}
        while ways:
            at, edges = ways.pop(0)
            if at == end:
                return edges
            for edge in self.edges:
                if edge.from_ == at and edge.to not in seen:
                    seen.add(edge.to)
                    ways.append((edge.to, (*edges, edge)))
        return None


class Entity(Frozen):
    """One person or group with the labels each report uses."""

    id: str
    name: str
    labels: dict[str, tuple[Quote, ...]]
    sure: Sureness
    why: str | None


class Gap(Frozen):
    """An open question and what each report says on it; `claim` is the id of the claim that answers it."""

    id: str
    asks: str
    sides: dict[str, tuple[GapState, Quote | None]]
    claim: str | None = None
    matters: str | None


class Dossier(Frozen):
    """Everything known about one event, in the order of the report labels."""

    name: str
    title: str
    language: str
    summary: str | None
    passages: dict[str, Passage]
    attributions: tuple[Attribution, ...]
    markers: tuple[Marker, ...]
    wording: tuple[Wording, ...]
    claims: tuple[Claim, ...]
    origins: Origins
    probes: tuple[ProbeNote, ...]
    gaps: tuple[Gap, ...]
    entities: tuple[Entity, ...]
    glossary: dict[str, str]
    content_note: str | None
    context_note: str | None
    figures: tuple[Figure, ...] = ()
    steps: tuple[Progress, ...] = ()
    headlines: dict[str, Headline] = Field(default_factory=dict)
    leads: dict[str, Lead] = Field(default_factory=dict)
    summaries: dict[str, Summary] = Field(default_factory=dict)
    times: tuple[Dated, ...] = ()
    made_headlines: tuple[MadeHeadline, ...] = ()
    grammar: Grammar = Grammar()
    comparison_reviewed: bool = True
    """Whether somebody has read the dossier file as it stands."""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self.passages)

    @property
    def reviewed(self) -> bool:
        """Whether everything behind the keys has been read by somebody, exactly as it stands."""
        return self.comparison_reviewed and all(p.reviewed for p in self.passages.values())

    def claim(self, id_: str) -> Claim:
        """The claim of this id. Raises KeyError where there is none."""
        return {c.id: c for c in self.claims}[id_]

    def node_of(self, label: str) -> Node | None:
        """The outlet node that published this report, where the origins name one."""
        return next((n for n in self.origins.nodes.values() if n.report == label), None)


class Lesson(Frozen):
    """A lesson file with the name it goes by."""

    name: str
    file: LessonFile
    quotes: dict[str, tuple[Quote, ...]]
    """Evidence of items written by hand: item id -> quotes."""
