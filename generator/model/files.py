"""What stands in the files that people write: front matter, notes, dossier, lesson."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from generator.model.base import Frozen, Label, Slug, Text
from generator.model.vocabulary import (
    Basis,
    EdgeBasis,
    Form,
    GapState,
    How,
    Independent,
    Lane,
    MarkerKind,
    NodeKind,
    Relation,
    ReportKind,
    Skill,
    Slot,
    SourceKind,
    Standing,
    Strength,
    Sureness,
    Variant,
    Voice,
)

SchemaVersion = Annotated[int, Field(description="Version of this file format; 1 today.", examples=[1])]


class QuoteRef(Frozen):
    """Words quoted exactly from a passage. A plain string is enough where they stand there once."""

    text: Text = Field(description="The words, exactly as they stand in the passage.")
    occurrence: int | None = Field(
        default=None, ge=1, description="Which one is meant where the words stand more than once: 1, 2, ..."
    )
    near: Text | None = Field(
        default=None, description="Other words of the same paragraph, to tell which one is meant."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


# -- source_texts/<event>/<report>.md, front matter ------------------------------------------------


class ReportMeta(Frozen):
    """The front matter of a report: where the text comes from and what may be done with it."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text | None = Field(description="The headline; null where the source has none.")
    outlet: Text = Field(description="Who published it.", examples=["Ellerby Courier"])
    outlet_note: Text | None = Field(
        default=None, description="What kind of outlet it is.", examples=["a fictional local newspaper"]
    )
    byline: Text | None = Field(default=None, description="Who wrote it; null where not given.")
    published: date | None = Field(
        description="Date of publication as YYYY-MM-DD; null where not given, never guessed."
    )
    place: Text | None = Field(default=None, description="The dateline's place; null where not given.")
    licence: Text | None = Field(
        default=None, description="Licence of the text, as an SPDX name or in words.", examples=["CC-BY-4.0"]
    )
    kind: ReportKind = Field(description="What sort of text this is.")
    credit: Text | None = Field(default=None, description="The credit line to print under the passage.")
    source_url: Text | None = Field(default=None, description="Where it was published; null where not given.")
    language: str = Field(default="en", pattern=r"^[a-z]{2}$", description="Two-letter language code.")


# -- source_texts/<event>/<report>.notes.yaml ------------------------------------------------------


class NotSource(Frozen):
    """Somebody named near a statement whom a hasty reader takes for its source."""

    text: QuoteRef = Field(description="The name as it stands in the passage.")
    why: Text = Field(description="Why this is not the source; a whole sentence for the key.")


class AttributionNote(Frozen):
    """Who says what, in which words: source, cue and content (the PARC triple), quoted exactly."""

    id: Slug
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
        default=None, description="What to call the source where the passage only says 'he' or 'they' there."
    )
    recipient: QuoteRef | None = Field(default=None, description="Who was told, quoted.")
    form: Form
    source_kind: SourceKind
    role: Text | None = Field(
        default=None,
        description="What the text says the source is or does; leave out where it does not say.",
        examples=["spokesman for the council"],
    )
    basis: Basis = Field(description="How the source could know, as far as the text says.")
    basis_why: Text | None = Field(
        default=None, description="Why this basis: one sentence for the key, from the text alone."
    )
    strength: Strength | None = Field(default=None, description="What the cue does to the statement.")
    speaker: Slug | None = Field(default=None, description="The origin (node id) that speaks.")
    via: tuple[Slug, ...] = Field(
        default=(), description="Origins that passed the words on to this report, first hand first."
    )
    not_source: tuple[NotSource, ...] = Field(
        default=(), description="Others named nearby who are easily taken for the source."
    )

    @model_validator(mode="before")
    @classmethod
    def _one_content(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("content"), str | dict):
            return {**value, "content": [value["content"]]}
        return value


class MarkerNote(Frozen):
    """Words that limit or raise certainty."""

    id: Slug
    text: QuoteRef
    kind: MarkerKind
    limits: Slug | None = Field(default=None, description="The claim (id) that these words limit.")
    scope: QuoteRef | None = Field(default=None, description="The words of the passage that they limit.")
    effect: Text | None = Field(
        default=None,
        description="What the statement would claim without these words; a whole sentence for the key.",
    )


class WordingNote(Frozen):
    """Loaded or evaluative words."""

    id: Slug
    text: QuoteRef
    neutral: tuple[Text, ...] = Field(default=(), description="Neutral words that could stand instead.")
    voice: Voice = Field(description="Whose words they are: the writer's or a quoted speaker's.")
    arguable: bool = Field(description="True where two careful readers may disagree that it is loaded.")
    effect: Text | None = Field(default=None, description="What the word adds; a whole sentence for the key.")


class NotesFile(Frozen):
    """What is known about one report."""

    schema_: SchemaVersion = Field(alias="schema")
    report: Slug = Field(description="The report's file name without .md.")
    reviewed_by: Text | None = Field(description="Who read these notes against the passage; null until then.")
    reviewed_on: date | None = Field(default=None, description="When, as YYYY-MM-DD.")
    complete: tuple[Literal["attributions", "markers", "wording"], ...] = Field(
        default=(),
        description="Lists that hold every case in the passage; 'find all' exercises are made only from these.",
    )
    attributions: tuple[AttributionNote, ...] = ()
    markers: tuple[MarkerNote, ...] = ()
    wording: tuple[WordingNote, ...] = ()


# -- source_texts/<event>/dossier.yaml -------------------------------------------------------------


class ClaimSide(Frozen):
    """Where and how one report makes a claim. The word `absent` alone says that it does not."""

    standing: Standing
    quote: QuoteRef | None = Field(default=None, description="The words that make the claim, quoted.")
    value: Text | None = Field(
        default=None, description="The report's short answer to the topic.", examples=["two"]
    )
    accept: tuple[Text, ...] = Field(default=(), description="Other right ways to give the value.")
    said_by: Slug | None = Field(default=None, description="The attribution (id) it rests on.")
    origin: Slug | None = Field(default=None, description="The origin (node id) it comes from.")

    @model_validator(mode="before")
    @classmethod
    def _absent(cls, value: Any) -> Any:
        return {"standing": "absent"} if value == "absent" else value


class ClaimNote(Frozen):
    """One checkable statement of the dossier and its standing in each report."""

    id: Slug
    topic: Text = Field(
        description="What it is about, as a short phrase that fits in a table.",
        examples=["number of damaged beams"],
    )
    statement: Text | None = Field(
        default=None,
        description="The claim as a plain sentence. Where reports differ, only what they share, or leave it out.",
    )
    slot: Slot = Field(description="Which question it answers: who, what, when, where, how-many, why, other.")
    A: ClaimSide | None = None
    B: ClaimSide | None = None
    C: ClaimSide | None = None
    D: ClaimSide | None = None
    relation: Relation | dict[str, Relation] = Field(
        description="How the reports stand on it; for three reports a mapping such as {AB: agree, AC: conflict}."
    )
    explain: Text | None = Field(
        default=None, description="Why this relation; a whole sentence for the key, from the texts alone."
    )
    explanations: tuple[Text, ...] = Field(
        default=(), description="For a difference or conflict: honest reasons why the reports may differ."
    )
    settle: tuple[Text, ...] = Field(
        default=(), description="For a difference or conflict: what evidence would settle it."
    )


class NodeNote(Frozen):
    """A person, office, outlet or document that information comes from."""

    label: Text
    kind: NodeKind
    report: Label | None = Field(default=None, description="The report (label) that this outlet published.")


class EdgeNote(Frozen):
    """One step that information took."""

    from_: Slug = Field(alias="from")
    to: Slug
    how: How
    basis: EdgeBasis = Field(description="Stated in a text, inferred from it, or known from outside.")
    evidence: dict[Label, QuoteRef] = Field(
        default_factory=dict, description="The words that show it, by report label."
    )


class OriginNotes(Frozen):
    """The provenance graph: where the information of the reports comes from."""

    nodes: dict[Slug, NodeNote] = Field(default_factory=dict)
    edges: tuple[EdgeNote, ...] = ()


class ProbeNote(Frozen):
    """A made-up further piece of evidence: would it support the claim independently?"""

    id: Slug
    text: Text = Field(description="The new piece in one or two sentences.")
    claim: Slug
    independent: Independent
    why: Text = Field(description="Why; a whole sentence for the key.")


class GapSide(Frozen):
    """What one report says on an open question. The words `not-mentioned` alone are enough for silence."""

    state: GapState
    quote: QuoteRef | None = None

    @model_validator(mode="before")
    @classmethod
    def _silent(cls, value: Any) -> Any:
        return {"state": "not-mentioned"} if value == "not-mentioned" else value


class GapNote(Frozen):
    """A question a reader would ask, and whether each report answers it."""

    id: Slug
    asks: Text = Field(examples=["When will the bridge reopen?"])
    A: GapSide | None = None
    B: GapSide | None = None
    C: GapSide | None = None
    D: GapSide | None = None
    matters: Text | None = Field(default=None, description="Why the answer matters; a sentence for the key.")


class EntityNote(Frozen):
    """One person or group and every label the reports use for it."""

    id: Slug
    name: Text
    labels: dict[Label, tuple[QuoteRef, ...]]
    sure: Sureness = Field(description="Whether the texts state that the labels name one and the same.")
    why: Text | None = Field(default=None, description="What joins the labels; a sentence for the key.")


class DossierFile(Frozen):
    """The reports on one event, with what compares them."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text
    language: str = Field(default="en", pattern=r"^[a-z]{2}$")
    summary: Text | None = Field(default=None, description="The event in one or two neutral sentences.")
    reports: dict[Label, Slug] = Field(description="Label -> the report's file name without .md.")
    claims: tuple[ClaimNote, ...] = ()
    origins: OriginNotes = OriginNotes()
    probes: tuple[ProbeNote, ...] = ()
    gaps: tuple[GapNote, ...] = ()
    entities: tuple[EntityNote, ...] = ()
    glossary: dict[str, Text] = Field(default_factory=dict, description="Hard word -> plain meaning.")
    content_note: Text | None = Field(default=None, description="What a class should be warned of; or null.")
    context_note: Text | None = Field(
        default=None, description="What keeps the reader from taking the text for current or real news."
    )


# -- lessons/<lesson>.yaml -------------------------------------------------------------------------


class Level(Frozen):
    """Who the lesson is for."""

    grades: Text = Field(examples=["7-9"])
    ages: Text | None = Field(default=None, examples=["12-15"])


class ItemSpec(Frozen):
    """One item made from the notes."""

    type: Slug | Annotated[str, Field(pattern=r"^[a-z0-9_]+$")] = Field(
        description="The exercise type; `secondsource list exercises` names them.",
        examples=["source_or_channel"],
    )
    id: Slug | None = Field(default=None, description="A name of your own; else made from the type.")
    use: tuple[Slug, ...] = Field(
        default=(),
        description="Notes to use; left out, the program chooses. For single items, one a variant.",
    )
    reports: tuple[Label, ...] = Field(default=(), description="Only notes of these reports.")
    rows: int | None = Field(default=None, ge=1, le=12, description="How many rows, statements or marks.")
    points: int | None = Field(default=None, ge=1, le=20)
    minutes: float | None = Field(default=None, gt=0, le=60)
    prompt: Text | None = Field(default=None, description="Your own instruction instead of the usual one.")
    lanes: tuple[Lane, ...] = Field(default=(), description="Only in these lanes; left out, in all.")


class HandOption(Frozen):
    """One option of an item written by hand."""

    text: Text
    right: bool = False
    why: Text | None = Field(
        default=None, description="For a wrong option: the misreading it shows; a whole sentence for the key."
    )


class HandRow(Frozen):
    """One row of a table or of a matching task written by hand."""

    text: Text
    answer: Text = Field(description="The right column, option or words.")
    accept: tuple[Text, ...] = ()
    why: Text | None = None


class HandReject(Frozen):
    """An answer that is not accepted, and why."""

    text: Text
    why: Text


class HandLevel(Frozen):
    """One level of a rubric: defined by what the reasoning names, never by length."""

    level: Text = Field(examples=["Proficient", "Emergent", "Basic"])
    points: int = Field(ge=0)
    names: Text = Field(description="What the reasoning names at this level.")
    sample: Text = Field(description="A sample answer of this level.")


class HandItem(Frozen):
    """An item written by hand in the lesson."""

    type: Literal["own"]
    id: Slug
    kind: Literal["choice", "multi-choice", "match", "grid", "order", "short-text", "extended-text"]
    prompt: Text
    stem: Text = ""
    options: tuple[HandOption, ...] = Field(default=(), description="For choice and multi-choice.")
    columns: tuple[Text, ...] = Field(default=(), description="For grid: the columns; for match: the options.")
    rows: tuple[HandRow, ...] = Field(default=(), description="For match, grid and short-text.")
    order: tuple[Text, ...] = Field(default=(), description="For order: the pieces in the right order.")
    rationale: Text | None = None
    accept: tuple[Text, ...] = ()
    reject: tuple[HandReject, ...] = ()
    rubric: tuple[HandLevel, ...] = Field(default=(), description="For extended-text: best level first.")
    evidence: dict[Label, tuple[QuoteRef, ...]] = Field(description="The words the key rests on, by report.")
    points: int = Field(ge=1, le=20)
    minutes: float = Field(gt=0, le=60)
    difficulty: int = Field(default=2, ge=1, le=3, description="1 locate, 2 interpret, 3 judge.")
    lanes: tuple[Lane, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_quote(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("evidence"), dict):
            evidence = {
                k: [v] if isinstance(v, str) or (isinstance(v, dict) and "text" in v) else v
                for k, v in value["evidence"].items()
            }
            return {**value, "evidence": evidence}
        return value


class Pick(Frozen):
    """The blueprint chooses further items of the section's skill from the pool."""

    items: int = Field(ge=1, le=12)
    minutes: float | None = Field(default=None, gt=0, description="Room for all of them together.")
    types: tuple[str, ...] = Field(default=(), description="Only these types.")
    not_types: tuple[str, ...] = Field(default=(), description="Not these types.")
    difficulty: tuple[int, ...] = Field(default=(), description="Only these: 1 locate, 2 interpret, 3 judge.")


class Section(Frozen):
    """The part of a lesson that practises one skill."""

    skill: Skill
    intro: Text | None = Field(default=None, description="Your own opening sentence.")
    items: tuple[HandItem | ItemSpec, ...] = ()
    pick: Pick | None = None


class Step(Frozen):
    """One step of the lesson plan."""

    minutes: int = Field(ge=1)
    does: Text


class Expected(Frozen):
    """A misreading to expect, and a question that helps."""

    misreading: Text
    ask: Text


class LessonNotes(Frozen):
    """What the teacher notes add to the lesson."""

    steps: tuple[Step, ...] = ()
    expect: tuple[Expected, ...] = ()
    discuss: tuple[Text, ...] = ()
    check_next: tuple[Text, ...] = Field(
        default=(), description="What to look up outside the texts; marked as such in the notes."
    )


class LessonFile(Frozen):
    """What to practise, with which reports, how long, which items."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text
    dossier: Slug
    level: Level
    minutes: int = Field(ge=5, le=180, description="The whole lesson, reading included.")
    reading_minutes: float | None = Field(
        default=None, ge=0, description="Time to read the passages; left out, from their length."
    )
    goals: tuple[Text, ...]
    standards: tuple[Text, ...] = Field(default=(), description="Codes; printed as 'supports'.")
    intro: Text | None = Field(default=None, description="One or two sentences at the top of the sheet.")
    reports: tuple[Label, ...] = Field(default=(), description="Only these reports of the dossier.")
    measure: float = Field(default=26, ge=16, le=40, description="Length of a passage line in em.")
    sections: tuple[Section, ...]
    variants: tuple[Variant, ...] = ("A",)
    lanes: tuple[Lane, ...] = ("core",)
    notes: LessonNotes = LessonNotes()
