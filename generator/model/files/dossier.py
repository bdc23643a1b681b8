"""What compares the reports of one event: `source_texts/<event>/dossier.yaml`."""

from typing import Any

from pydantic import Field, model_validator

from generator.model.base import Day, Frozen, Label, Slug, Text
from generator.model.files.particulars import LinkNote, MadeHeadline, TimeNote
from generator.model.files.quote import NoteId, QuoteRef, ReviewHash, SchemaVersion
from generator.model.vocabulary import (
    EdgeBasis,
    GapState,
    How,
    Independent,
    NodeKind,
    Relation,
    Slot,
    Standing,
    Sureness,
)


class ClaimSide(Frozen):
    """Where and how one report makes a claim. The word `absent` alone says that it does not."""

    standing: Standing = Field(
        description="How the report makes the claim: asserted (own voice), attributed, hedged, denied or absent."
    )
    quote: QuoteRef | None = Field(default=None, description="The words that make the claim, quoted.")
    value: Text | None = Field(
        default=None, description="The report's short answer to the topic.", examples=["two"]
    )
    accept: tuple[Text, ...] = Field(
        default=(), description="Other right ways to give the value.", examples=[["2", "a couple"]]
    )
    said_by: Slug | None = Field(
        default=None, description="The attribution (id) it rests on.", examples=["spokesman-closure"]
    )
    origin: Slug | None = Field(
        default=None, description="The origin (node id) it comes from.", examples=["council"]
    )

    @model_validator(mode="before")
    @classmethod
    def _absent(cls, value: Any) -> Any:
        return {"standing": "absent"} if value == "absent" else value


class ClaimNote(Frozen):
    """One checkable statement of the dossier and its standing in each report."""

    id: NoteId = Field(examples=["number-of-beams"])
    topic: Text = Field(
        description="What it is about, as a short phrase that fits in a table.",
        examples=["number of damaged beams"],
    )
    statement: Text | None = Field(
        default=None,
        description="The claim as a plain sentence. Where reports differ, only what they share, or leave it out.",
        examples=["The footbridge is closed."],
    )
    slot: Slot = Field(description="Which question it answers: who, what, when, where, how-many, why, other.")
    A: ClaimSide | None = Field(
        default=None, description="The claim in report A; `absent` where it does not make it."
    )
    B: ClaimSide | None = Field(
        default=None, description="The claim in report B; `absent` where it does not make it."
    )
    C: ClaimSide | None = Field(
        default=None, description="The claim in report C; `absent` where it does not make it."
    )
    D: ClaimSide | None = Field(
        default=None, description="The claim in report D; `absent` where it does not make it."
    )
    relation: Relation | dict[str, Relation] = Field(
        description="How the reports stand on it; for three reports a mapping such as {AB: agree, AC: conflict}."
    )
    explain: Text | None = Field(
        default=None,
        description="Why this relation; a whole sentence for the key, from the texts alone.",
        examples=["A gives two beams, B three."],
    )
    explanations: tuple[Text, ...] = Field(
        default=(),
        description="For a difference or conflict: honest reasons why the reports may differ.",
        examples=[["A third crack may have been found later."]],
    )
    settle: tuple[Text, ...] = Field(
        default=(),
        description="For a difference or conflict: what evidence would settle it.",
        examples=[["The inspection report."]],
    )
    links: tuple[LinkNote, ...] = Field(
        default=(), description="What other words of the reports do for this claim: supports, background, ..."
    )


class NodeNote(Frozen):
    """A person, office, outlet or document that information comes from."""

    label: Text = Field(
        description="What to call it in a question or a drawing.", examples=["the county's inspector"]
    )
    kind: NodeKind = Field(description="What it is; unknown where the texts do not say.")
    report: Label | None = Field(
        default=None, description="The report (label) that this outlet published.", examples=["A"]
    )


class EdgeNote(Frozen):
    """One step that information took."""

    from_: Slug = Field(
        alias="from", description="The origin (node id) that the information comes from.", examples=["inspector"]
    )
    to: Slug = Field(description="The origin (node id) that it goes to.", examples=["courier"])
    how: How = Field(description="How it went there: told, quoted, republished, cites, saw.")
    basis: EdgeBasis = Field(description="Stated in a text, inferred from it, or known from outside.")
    evidence: dict[Label, QuoteRef] = Field(
        default_factory=dict, description="The words that show it, by report label."
    )


class OriginNotes(Frozen):
    """The provenance graph: where the information of the reports comes from."""

    nodes: dict[Slug, NodeNote] = Field(default_factory=dict, description="Node id -> who or what it is.")
    edges: tuple[EdgeNote, ...] = Field(default=(), description="The steps between them, first hand first.")


class ProbeNote(Frozen):
    """A made-up further piece of evidence: would it support the claim independently?"""

    id: NoteId = Field(examples=["second-inspector"])
    text: Text = Field(
        description="The new piece in one or two sentences.",
        examples=["A blog repeats the number and links to the Courier."],
    )
    claim: Slug = Field(description="The claim (id) that it is about.", examples=["number-of-beams"])
    independent: Independent = Field(
        description="Whether it would support the claim independently of what the reports rest on."
    )
    why: Text = Field(
        description="Why; a whole sentence for the key.",
        examples=["The blog rests on the Courier and adds no source of its own."],
    )


class GapSide(Frozen):
    """What one report says on an open question. The words `not-mentioned` alone are enough for silence."""

    state: GapState = Field(
        description="Whether the answer is known, or the source says it does not know, or nothing is said."
    )
    quote: QuoteRef | None = Field(
        default=None, description="The words that answer, or that say the answer is not known, quoted."
    )

    @model_validator(mode="before")
    @classmethod
    def _silent(cls, value: Any) -> Any:
        return {"state": "not-mentioned"} if value == "not-mentioned" else value


class GapNote(Frozen):
    """A question a reader would ask, and whether each report answers it."""

    id: NoteId = Field(examples=["reopening"])
    asks: Text = Field(
        examples=["When will the bridge reopen?"], description="The question, as a reader would ask it."
    )
    A: GapSide | None = Field(
        default=None, description="What report A says on it; `not-mentioned` where it is silent."
    )
    B: GapSide | None = Field(
        default=None, description="What report B says on it; `not-mentioned` where it is silent."
    )
    C: GapSide | None = Field(
        default=None, description="What report C says on it; `not-mentioned` where it is silent."
    )
    D: GapSide | None = Field(
        default=None, description="What report D says on it; `not-mentioned` where it is silent."
    )
    claim: Slug | None = Field(
        default=None,
        description="The claim (id) that answers it, so that no other item of a sheet gives the answer away; "
        "found from the quotes where left out.",
        examples=["reopening-date"],
    )
    matters: Text | None = Field(
        default=None,
        description="Why the answer matters; a sentence for the key.",
        examples=["Without a date people cannot plan."],
    )


class EntityNote(Frozen):
    """One person or group and every label the reports use for it."""

    id: NoteId = Field(examples=["inspector"])
    name: Text = Field(description="What to call the person or group.", examples=["the county's inspector"])
    labels: dict[Label, tuple[QuoteRef, ...]] = Field(
        description="Report label -> every name this report uses, quoted."
    )
    sure: Sureness = Field(description="Whether the texts state that the labels name one and the same.")
    why: Text | None = Field(
        default=None,
        description="What joins the labels; a sentence for the key.",
        examples=["Both reports give the name and the office together."],
    )


class DossierFile(Frozen):
    """The reports on one event, with what compares them."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text = Field(description="The event in a few words.", examples=["The footbridge closure"])
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2}$",
        description="Two-letter language code of the reports.",
        examples=["en"],
    )
    summary: Text | None = Field(
        default=None,
        description="The event in one or two neutral sentences.",
        examples=["A county closes a footbridge after cracks are found."],
    )
    reports: dict[Label, Slug] = Field(
        description="Label -> the report's file name without .md.",
        examples=[{"A": "courier", "B": "valley-radio"}],
    )
    reviewed_by: Text | None = Field(
        default=None,
        description="Who read this file against the passages; null until then.",
        examples=["Kim Alder"],
    )
    reviewed_on: Day | None = Field(default=None, description="When, as YYYY-MM-DD.", examples=["2025-03-10"])
    reviewed_hash: ReviewHash | None = Field(
        default=None,
        description="Fingerprint of what was read, written by `secondsource sign`; any change voids the review.",
        examples=["n3f9a0c12de"],
    )
    claims: tuple[ClaimNote, ...] = Field(
        default=(), description="Checkable statements, and how each report stands on them."
    )
    origins: OriginNotes = Field(default_factory=OriginNotes, description="Where the information comes from.")
    probes: tuple[ProbeNote, ...] = Field(
        default=(), description="Made-up further evidence, to ask whether it would be independent support."
    )
    gaps: tuple[GapNote, ...] = Field(
        default=(), description="Questions that a reader would ask and the reports may leave open."
    )
    entities: tuple[EntityNote, ...] = Field(
        default=(), description="Persons and groups that go by several names."
    )
    times: tuple[TimeNote, ...] = Field(default=(), description="What happened when, for a timeline.")
    headlines: tuple[MadeHeadline, ...] = Field(
        default=(), description="Headlines written for class, and the reports that they fit."
    )
    glossary: dict[str, Text] = Field(
        default_factory=dict,
        description="Hard word -> plain meaning.",
        examples=[{"beam": "a long piece that carries weight"}],
    )
    content_note: Text | None = Field(
        default=None,
        description="What a class should be warned of; or null.",
        examples=["Somebody is hurt in both reports."],
    )
    context_note: Text | None = Field(
        default=None,
        description="What keeps the reader from taking the text for current or real news.",
        examples=["This is fiction; no real bridge, place or person is meant."],
    )
