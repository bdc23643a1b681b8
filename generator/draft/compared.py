"""What the comparison of reports finds. Spans are offsets into the text of the report that they belong to."""

from dataclasses import dataclass
from typing import Literal

from generator.draft.marks import Span

Verdict = Literal["agree", "other-words", "differ-in-detail", "differ-in-certainty", "conflict", "not-comparable"]
SlotKind = Literal["number", "date", "name", "title", "place", "certainty"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which two aligned sentences differ; a side is None where it leaves the slot out.

    For certainty, the span is the marker or the reporting words of the less certain side.
    """

    slot: SlotKind
    a: Span | None
    b: Span | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences about the same thing: their numbers and places, how alike they are (0 to 1), the verdict."""

    a: int
    b: int
    a_span: Span
    b_span: Span
    score: float
    verdict: Verdict
    differences: tuple[Difference, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Only:
    """A sentence whose content the other report does not have. `report` is 0 for the first, 1 for the second."""

    report: int
    sentence: int
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class SharedWording:
    """The same run of words in both reports. `quoted` where it stands in quotation marks in both."""

    a: Span
    b: Span
    words: int
    quoted: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """A sign that both reports have something from one place.

    `kind`: wording (seven or more words outside quotations), agency (the same agency named in both), speaker
    (the same words by the same speaker). `name` is the agency or speaker, as the first report has it.
    """

    kind: Literal["wording", "agency", "speaker"]
    name: str
    a: Span
    b: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class LoadedDifference:
    """Loaded words in one report where an aligned sentence of the other has none. `other` is that sentence."""

    report: int
    span: Span
    other: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two reports of (perhaps) one event stand to each other. `related` says how sure it is one event."""

    pairs: tuple[Pair, ...] = ()
    only: tuple[Only, ...] = ()
    wording: tuple[SharedWording, ...] = ()
    origins: tuple[SharedOrigin, ...] = ()
    loaded: tuple[LoadedDifference, ...] = ()
    related: float = 0.0
    same_text: bool = False
