"""What the reading of a text finds: frozen values with places in the text as given.

Places are half-open Python string offsets into the text as given, never into a normalised copy. Every find
has the name of the rule that made it and a confidence between 0 and 1: the share of finds of that rule, in
that kind of place, that hold.
"""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Begin and end (exclusive) of a stretch of the text."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


Form = Literal["direct", "indirect", "mixed", "agentless"]
SourceKind = Literal[
    "person", "office", "organisation", "outlet", "document", "poll", "unnamed", "pronoun", "none"
]
CueClass = Literal["neutral", "asserting", "distancing", "endorsing", "believing", "wanting"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, in which words: source, cue and content, with recipient, chain and speaker behind a pronoun.

    `speaker` is the fullest name of the text for the source (the antecedent of a pronoun, the full name for a
    surname), or None where the source is already that name or nothing compatible stands before it. `inherited`
    is true where the source stands in another paragraph and is taken over. `via` are those who passed it on,
    first hand first. `outer` is the number of the attribution of this text in whose content this one stands.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    kind: SourceKind
    cue_class: CueClass
    rule: str
    confidence: float
    recipient: Span | None = None
    speaker: Span | None = None
    inherited: bool = False
    via: tuple[Span, ...] = ()
    outer: int | None = None
    role: Span | None = None
    """The words that say who the source is: a title before the name, an apposition behind it."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that limit or raise certainty.

    `kind` is one of MarkerKind, or 'weasel' (a vague authority, a view without its holder), 'belief' (what
    somebody thinks), 'condition', 'open-question'.
    """

    span: Span
    kind: str
    rule: str
    confidence: float
    scope: Span | None = None
    """The clause that it limits, as far as the rules can tell."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Loaded words with neutral ones of the same grammar; `leave_out` where the sentence stands without them."""

    span: Span
    neutral: tuple[str, ...]
    leave_out: bool
    voice: Literal["writer", "quoted", "unclear"]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Number:
    """An amount: `value` as a number where it is one, `unit` as the noun or sign counted, folded to lower case.

    `approximate` is the span of words such as 'about', 'more than'; `vague` where the amount itself is open
    ('dozens', 'several').
    """

    span: Span
    value: float | None
    unit: str
    rule: str
    confidence: float
    approximate: Span | None = None
    vague: bool = False
    high: float | None = None
    """The upper end of a range, whose lower end is `value`."""
    noun: Span | None = None
    """The noun counted, where it stands apart from `span`: of 'nine air strikes', 'strikes'."""


@dataclass(frozen=True, slots=True)
class Date:
    """A time: `kind` is day, weekday, month, year, clock, period or relative; `value` in a comparable form."""

    span: Span
    kind: str
    value: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, with the title before it, if any."""

    span: Span
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or office, and every mention of it. `name` is its fullest name."""

    name: str
    kind: Literal["person", "organisation", "place", "office", "outlet", "other"]
    mentions: tuple[Mention, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that the reading of one text found, each list in the order of the text."""

    attributions: tuple[Attribution, ...] = ()
    markers: tuple[Marker, ...] = ()
    wording: tuple[Wording, ...] = ()
    entities: tuple[Entity, ...] = ()
    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
