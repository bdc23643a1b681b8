"""What stands in the files that people write: front matter, notes, dossier, lesson."""

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Frozen, Label, Slug, Text
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

NoteId = Annotated[
    Slug,
    Field(description="A name of your own: small letters, digits, hyphens. It stays when the text is reworded."),
]


class QuoteRef(Frozen):
    """Words quoted exactly from a passage. A plain string is enough where they stand there once."""

    text: Text = Field(
        description="The words, exactly as they stand in the passage.", examples=["a council spokesman"]
    )
    occurrence: int | None = Field(
        default=None,
        ge=1,
        description="Which one is meant where the words stand more than once: 1, 2, ...",
        examples=[2],
    )
    near: Text | None = Field(
        default=None,
        description="Other words of the same paragraph, to tell which one is meant.",
        examples=["said on Tuesday"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


# -- source_texts/<event>/<report>.md, front matter ------------------------------------------------


class ReportMeta(Frozen):
    """The front matter of a report: where the text comes from and what may be done with it."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text | None = Field(
        description="The headline; null where the source has none.", examples=["Footbridge shut after inspection"]
    )
    outlet: Text = Field(description="Who published it.", examples=["Ellerby Courier"])
    outlet_note: Text | None = Field(
        default=None, description="What kind of outlet it is.", examples=["a fictional local newspaper"]
    )
    byline: Text | None = Field(
        default=None, description="Who wrote it; null where not given.", examples=["Kim Alder"]
    )
    published: Day | None = Field(
        description="Date of publication as YYYY-MM-DD; null where not given, never guessed.",
        examples=["2025-03-04"],
    )
    place: Text | None = Field(
        default=None, description="The dateline's place; null where not given.", examples=["Ellerby"]
    )
    licence: Text | None = Field(
        default=None, description="Licence of the text, as an SPDX name or in words.", examples=["CC-BY-4.0"]
    )
    kind: ReportKind = Field(description="What sort of text this is.")
    credit: Text | None = Field(
        default=None,
        description="The credit line to print under the passage.",
        examples=["Written for secondsource"],
    )
    source_url: Text | None = Field(
        default=None,
        description="Where it was published; null where not given.",
        examples=["https://example.org/footbridge"],
    )
    language: str = Field(
        default="en", pattern=r"^[a-z]{2}$", description="Two-letter language code.", examples=["en"]
    )


# -- source_texts/<event>/<report>.notes.yaml ------------------------------------------------------


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
    complete: tuple[Literal["attributions", "markers", "wording"], ...] = Field(
        default=(),
        description="Lists that hold every case in the passage; 'find all' exercises are made only from these.",
    )
    attributions: tuple[AttributionNote, ...] = Field(default=(), description="Who says what in this report.")
    markers: tuple[MarkerNote, ...] = Field(default=(), description="Words that limit or raise certainty.")
    wording: tuple[WordingNote, ...] = Field(default=(), description="Loaded or evaluative words.")


# -- source_texts/<event>/dossier.yaml -------------------------------------------------------------


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


# -- lessons/<lesson>.yaml -------------------------------------------------------------------------


class Level(Frozen):
    """Who the lesson is for."""

    grades: Text = Field(examples=["7-9"], description="School grades.")
    ages: Text | None = Field(default=None, examples=["12-15"], description="Ages in years.")


class ItemSpec(Frozen):
    """One item made from the notes."""

    type: Annotated[str, Field(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")] = Field(
        description="The exercise type; `secondsource list exercises` names them.",
        examples=["source_or_channel"],
    )
    id: Slug | None = Field(
        default=None, description="A name of your own; else made from the type.", examples=["who-closed-it"]
    )
    use: tuple[Slug, ...] = Field(
        default=(),
        description="Notes to use; left out, the program chooses. A single item takes one of them a variant, "
        "an item with rows draws its rows from all of them.",
        examples=[["spokesman-closure"]],
    )
    reports: tuple[Label, ...] = Field(default=(), description="Only notes of these reports.", examples=[["A"]])
    rows: int | None = Field(
        default=None, ge=1, le=12, description="How many rows, statements or marks.", examples=[6]
    )
    points: int | None = Field(
        default=None,
        ge=1,
        le=20,
        description="Marks; left out, from the parts of the item.",
        examples=[3],
    )
    minutes: float | None = Field(
        default=None,
        gt=0,
        le=60,
        description="Time for the item; left out, the type's own.",
        examples=[4],
    )
    prompt: Text | None = Field(
        default=None,
        description="Your own instruction instead of the usual one.",
        examples=["Tick the person who says this."],
    )
    lanes: tuple[Lane, ...] = Field(default=(), description="Only in these lanes; left out, in all.")

    @field_validator("type")
    @classmethod
    def _not_by_hand(cls, value: str) -> str:
        if value == "own":
            raise PydanticCustomError("own_item", "an item written by hand lacks keys")
        return value


class HandOption(Frozen):
    """One option of an item written by hand."""

    text: Text = Field(description="The option as students read it.", examples=["the inspector"])
    right: bool = Field(default=False, description="True for a right option.")
    why: Text | None = Field(
        default=None,
        description="For a wrong option: the misreading it shows; a whole sentence for the key.",
        examples=["The inspector found the cracks but does not speak."],
    )


class HandRow(Frozen):
    """One row of a table or of a matching task written by hand."""

    text: Text = Field(description="The row as students read it.", examples=["How many beams are cracked?"])
    answer: Text = Field(description="The right column, option or words.", examples=["two"])
    accept: tuple[Text, ...] = Field(default=(), description="Other right answers.", examples=[["2"]])
    why: Text | None = Field(
        default=None,
        description="Why this is the answer; a whole sentence for the key.",
        examples=["Line 2 of A says two."],
    )


class HandReject(Frozen):
    """An answer that is not accepted, and why."""

    text: Text = Field(description="The answer as a student may give it.", examples=["yes, two sources"])
    why: Text = Field(
        description="The misreading it shows; a whole sentence for the key.",
        examples=["B rests on A, so there is one source."],
    )


class HandLevel(Frozen):
    """One level of a rubric: defined by what the reasoning names, never by length."""

    level: Text = Field(examples=["Proficient", "Emergent", "Basic"], description="What the level is called.")
    points: int = Field(ge=0, description="Marks for this level.", examples=[3])
    names: Text = Field(
        description="What the reasoning names at this level.",
        examples=["Both lines, the shared origin, and what would help."],
    )
    sample: Text = Field(
        description="A sample answer of this level.",
        examples=["No, because B only repeats the Courier (B, line 1)."],
    )


class HandItem(Frozen):
    """An item written by hand in the lesson."""

    type: Literal["own"] = Field(description="`own` says that the item is written here.")
    id: NoteId = Field(examples=["rely-on-the-date"])
    kind: Literal["choice", "multi-choice", "match", "grid", "order", "short-text", "extended-text"] = Field(
        description="How students answer."
    )
    prompt: Text = Field(
        description="The instruction: one command verb, at most 20 words.",
        examples=["Choose the source of this statement."],
    )
    stem: Text = Field(
        default="",
        description="What is asked about, in full.",
        examples=["Which report names its source for the number of beams?"],
    )
    options: tuple[HandOption, ...] = Field(default=(), description="For choice and multi-choice.")
    columns: tuple[Text, ...] = Field(
        default=(), description="For grid: the columns; for match: the options.", examples=[["A", "B", "neither"]]
    )
    rows: tuple[HandRow, ...] = Field(default=(), description="For match, grid and short-text.")
    order: tuple[Text, ...] = Field(
        default=(),
        description="For order: the pieces in the right order.",
        examples=[["planned", "promised", "done"]],
    )
    rationale: Text | None = Field(
        default=None,
        description="Why the key is right; whole sentences for the teacher.",
        examples=["Only A names the spokesman."],
    )
    accept: tuple[Text, ...] = Field(default=(), description="Other right answers.", examples=[["the spokesman"]])
    reject: tuple[HandReject, ...] = Field(default=(), description="Answers that are not accepted, and why.")
    rubric: tuple[HandLevel, ...] = Field(default=(), description="For extended-text: best level first.")
    evidence: dict[Label, tuple[QuoteRef, ...]] = Field(description="The words the key rests on, by report.")
    points: int = Field(ge=1, le=20, description="Marks.", examples=[2])
    minutes: float = Field(gt=0, le=60, description="Time for the item.", examples=[3])
    difficulty: int = Field(default=2, ge=1, le=3, description="1 locate, 2 interpret, 3 judge.", examples=[2])
    lanes: tuple[Lane, ...] = Field(default=(), description="Only in these lanes; left out, in all.")

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

    items: int = Field(ge=1, le=12, description="How many items.", examples=[3])
    minutes: float | None = Field(default=None, gt=0, description="Room for all of them together.", examples=[12])
    types: tuple[str, ...] = Field(default=(), description="Only these types.", examples=[["source_or_channel"]])
    not_types: tuple[str, ...] = Field(default=(), description="Not these types.", examples=[["mark_up"]])
    difficulty: tuple[int, ...] = Field(
        default=(), description="Only these: 1 locate, 2 interpret, 3 judge.", examples=[[1, 2]]
    )


class Section(Frozen):
    """The part of a lesson that practises one skill."""

    skill: Skill = Field(description="What this part practises.")
    intro: Text | None = Field(
        default=None, description="Your own opening sentence.", examples=["Who says so, and how do they know?"]
    )
    items: tuple[HandItem | ItemSpec, ...] = Field(
        default=(), description="Items asked for by type, and items written by hand, in the order of the sheet."
    )
    pick: Pick | None = Field(default=None, description="Further items of this skill, chosen by the program.")


class Step(Frozen):
    """One step of the lesson plan."""

    minutes: int = Field(ge=1, description="How long the step takes.", examples=[10])
    does: Text = Field(description="What the class and the teacher do.", examples=["Read both reports aloud."])


class Expected(Frozen):
    """A misreading to expect, and a question that helps."""

    misreading: Text = Field(
        description="What students may get wrong.", examples=["Two reports mean two sources."]
    )
    ask: Text = Field(description="A question that helps.", examples=["Where did the second report get it from?"])


class LessonNotes(Frozen):
    """What the teacher notes add to the lesson."""

    steps: tuple[Step, ...] = Field(default=(), description="The lesson plan, step by step.")
    expect: tuple[Expected, ...] = Field(
        default=(), description="Misreadings to expect, each with a question that helps."
    )
    discuss: tuple[Text, ...] = Field(
        default=(),
        description="Questions for the class.",
        examples=[["Which report would you trust with the date?"]],
    )
    check_next: tuple[Text, ...] = Field(
        default=(),
        description="What to look up outside the texts; marked as such in the notes.",
        examples=[["Look up what the county says today."]],
    )


class LessonFile(Frozen):
    """What to practise, with which reports, how long, which items."""

    schema_: SchemaVersion = Field(alias="schema")
    title: Text = Field(
        description="The lesson's name, printed on every sheet.", examples=["Who says the bridge is unsafe?"]
    )
    dossier: Slug = Field(
        description="The folder in source_texts/ whose reports are read.", examples=["footbridge"]
    )
    level: Level = Field(description="The students it is for.")
    minutes: int = Field(ge=5, le=180, description="The whole lesson, reading included.", examples=[45])
    reading_minutes: float | None = Field(
        default=None,
        ge=0,
        description="Time to read the passages; left out, from their length.",
        examples=[8],
    )
    goals: tuple[Text, ...] = Field(
        description="What students can do afterwards.", examples=[["Tell a source from a channel."]]
    )
    standards: tuple[Text, ...] = Field(
        default=(), description="Codes; printed as 'supports'.", examples=[["CCSS.RI.8.9"]]
    )
    intro: Text | None = Field(
        default=None,
        description="One or two sentences at the top of the sheet.",
        examples=["Two reports tell of the same bridge. Read both before you answer."],
    )
    reports: tuple[Label, ...] = Field(
        default=(), description="Only these reports of the dossier.", examples=[["A", "B"]]
    )
    measure: float = Field(default=26, ge=16, le=40, description="Length of a passage line in em.", examples=[26])
    sections: tuple[Section, ...] = Field(description="The parts of the sheet, one for each skill.")
    variants: tuple[Variant, ...] = Field(
        default=("A",), description="Parallel forms against copying.", examples=[["A", "B"]]
    )
    lanes: tuple[Lane, ...] = Field(
        default=("core",),
        description="How much help: the same goals in each.",
        examples=[["support", "core", "extension"]],
    )
    notes: LessonNotes = Field(default_factory=LessonNotes, description="What the teacher notes add.")


# -- templates/prompts/<language>/<type>.yaml ------------------------------------------------------


class PromptFile(Frozen):
    """The wording of one exercise type, of what types share, or of the pages.

    A file in a folder of one's own needs only the keys that it changes.
    """

    schema_: SchemaVersion = Field(alias="schema")
    title: Text | None = Field(
        default=None, description="What the exercise is called.", examples=["Source or channel"]
    )
    practises: Text | None = Field(
        default=None,
        description="What students practise with it.",
        examples=["Telling who speaks from who passes the words on."],
    )
    needs: Text | None = Field(
        default=None, description="Which notes it is made from.", examples=["An attribution with a source."]
    )
    example: Text | None = Field(
        default=None,
        description="What an item looks like.",
        examples=["Who is the source? (a) the outlet (b) a spokesman"],
    )
    placeholders: dict[str, Text] = Field(
        default_factory=dict,
        description="The {words in braces} that texts may use, with what they stand for.",
        examples=[{"place": "report and lines of the statement"}],
    )
    text: dict[str, str] = Field(
        default_factory=dict,
        description="Wording by key; blanks at its ends count.",
        examples=[{"prompt": "Choose the source of this statement."}],
    )
    shortages: dict[str, str] = Field(
        default_factory=dict,
        description="Why a note cannot be used, by the reason's key.",
        examples=[{"no-source": "It names no source."}],
    )
