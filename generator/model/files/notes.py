"""What is known about one report: `source_texts/<event>/<report>.notes.yaml`."""

from typing import Any, Literal

from pydantic import Field, model_validator

from generator.model.base import Day, Frozen, Slug, Text
from generator.model.files.particulars import (
    FigureNote,
    HeadlineNote,
    LeadNote,
    StepNote,
    SummaryNote,
    TrustNote,
)
from generator.model.files.quote import NoteId, QuoteRef, ReviewHash, SchemaVersion
from generator.model.vocabulary import (
    Basis,
    Form,
    MarkerKind,
    SourceKind,
    Strength,
    Voice,
)


class NotSource(Frozen):
    """Somebody named near a statement whom a hasty reader takes for its source."""

    text: QuoteRef = Field(description="The name as it stands in the passage.")
    why: Text = Field(
        description="Why this is not the source; a whole sentence for the key.",
        examples=["The inspector found the cracks, but it is the spokesman who speaks."],
    )


class AttributionNote(Frozen):
    """Who says what, in which words: source, cue and content (the PARC triple), quoted exactly."""

    id: NoteId = Field(examples=["spokesman-closure"])
    says: Text = Field(
        description="The content as a plain clause that fits after 'the statement that'.",
        examples=["the footbridge was closed because two beams are cracked"],
    )
    source: QuoteRef | None = Field(
        default=None, description="Who says so, quoted; leave out where nobody is named (agentless)."
    )
    cue: QuoteRef | None = Field(default=None, description="The reporting words, quoted.", examples=["said"])
    content: tuple[QuoteRef, ...] = Field(description="What is said, quoted; a list where it is in pieces.")
    called: Text | None = Field(
        default=None,
        description="What to call the source where the passage only says 'he' or 'they' there.",
        examples=["Kim Alder"],
    )
    recipient: QuoteRef | None = Field(default=None, description="Who was told, quoted.")
    form: Form = Field(
        description="How the words are given: direct (quoted), indirect, mixed, or agentless (nobody is named)."
    )
    source_kind: SourceKind = Field(description="What the source is; none where nobody is named.")
    role: Text | None = Field(
        default=None,
        description="What the text says the source is or does; leave out where it does not say.",
        examples=["spokesman for the council"],
    )
    basis: Basis = Field(description="How the source could know, as far as the text says.")
    basis_why: Text | None = Field(
        default=None,
        description="Why this basis: one sentence for the key, from the text alone.",
        examples=["He is named as the inspector who found the cracks."],
    )
    strength: Strength | None = Field(default=None, description="What the cue does to the statement.")
    speaker: Slug | None = Field(
        default=None, description="The origin (node id) that speaks.", examples=["council"]
    )
    via: tuple[Slug, ...] = Field(
        default=(),
        description="Origins that passed the words on to this report, first hand first.",
        examples=[["courier"]],
    )
    not_source: tuple[NotSource, ...] = Field(
        default=(), description="Others named nearby who are easily taken for the source."
    )
    introduced: QuoteRef | None = Field(
        default=None,
        description="The words that introduce the source, beside its name, quoted.",
        examples=["who runs a café on Castle Street"],
    )
    unnamed_why: QuoteRef | None = Field(
        default=None,
        description="The words in which the report says why it leaves out the name of an unnamed source, quoted.",
        examples=["because she is not allowed to speak to reporters"],
    )
    trust: TrustNote | None = Field(
        default=None, description="The five questions for a source, answered from the text alone."
    )

    @model_validator(mode="before")
    @classmethod
    def _one_content(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("content"), str | dict):
            return {**value, "content": [value["content"]]}
        return value


class MarkerNote(Frozen):
    """Words that limit or raise certainty."""

    id: NoteId = Field(examples=["likely-weeks"])
    text: QuoteRef = Field(description="The limiting words, quoted.", examples=["likely"])
    kind: MarkerKind = Field(description="What sort of marker it is.")
    limits: Slug | None = Field(
        default=None, description="The claim (id) that these words limit.", examples=["reopening-date"]
    )
    scope: QuoteRef | None = Field(default=None, description="The words of the passage that they limit.")
    effect: Text | None = Field(
        default=None,
        description="What the statement would claim without these words; a whole sentence for the key.",
        examples=['Without "likely" the report would say that the bridge will reopen.'],
    )


class WordingNote(Frozen):
    """Loaded or evaluative words."""

    id: NoteId = Field(examples=["blunder"])
    text: QuoteRef = Field(description="The loaded words, quoted.", examples=["blunder"])
    neutral: tuple[Text, ...] = Field(
        default=(), description="Neutral words that could stand instead.", examples=[["mistake", "error"]]
    )
    may_leave_out: bool = Field(
        default=False,
        description="True where the sentence keeps its facts and its grammar without these words.",
        examples=[True],
    )
    voice: Voice = Field(description="Whose words they are: the writer's or a quoted speaker's.")
    arguable: bool = Field(description="True where two careful readers may disagree that it is loaded.")
    effect: Text | None = Field(
        default=None,
        description="What the word adds; a whole sentence for the key.",
        examples=['It blames the council; "mistake" would not.'],
    )


class NotesFile(Frozen):
    """What is known about one report."""

    schema_: SchemaVersion = Field(alias="schema")
    report: Slug = Field(description="The report's file name without .md.", examples=["courier"])
    reviewed_by: Text | None = Field(
        description="Who read these notes against the passage; null until then.", examples=["Kim Alder"]
    )
    reviewed_on: Day | None = Field(default=None, description="When, as YYYY-MM-DD.", examples=["2025-03-10"])
    reviewed_hash: ReviewHash | None = Field(
        default=None,
        description="Fingerprint of what was read, written by `secondsource sign`; any change voids the review.",
        examples=["p3f9a0c12de-n77b1e2a904"],
    )
    complete: tuple[Literal["attributions", "markers", "wording"], ...] = Field(
        default=(),
        description="Lists that hold every case in the passage; 'find all' exercises are made only from these.",
    )
    attributions: tuple[AttributionNote, ...] = Field(default=(), description="Who says what in this report.")
    markers: tuple[MarkerNote, ...] = Field(default=(), description="Words that limit or raise certainty.")
    wording: tuple[WordingNote, ...] = Field(default=(), description="Loaded or evaluative words.")
    figures: tuple[FigureNote, ...] = Field(default=(), description="Numbers, amounts and times: exact or vague.")
    steps: tuple[StepNote, ...] = Field(
        default=(), description="How far things have got: planned, promised, agreed, done."
    )
    headline: HeadlineNote | None = Field(default=None, description="What the headline claims, beside the body.")
    lead: LeadNote | None = Field(default=None, description="Who acts, on whom and why in the first paragraph.")
    summary: SummaryNote | None = Field(default=None, description="Sample summaries, as sure as the report.")
