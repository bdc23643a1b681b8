"""What a lesson practises: `lessons/<lesson>.yaml`."""

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Frozen, Label, Slug, Text
from generator.model.files.quote import NoteId, QuoteRef, SchemaVersion
from generator.model.vocabulary import (
    Lane,
    Skill,
    Variant,
)


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
    frame: tuple[Text, ...] = Field(
        default=(),
        description="For extended-text: openings of sentences; printed in the support lane only.",
        examples=[["Both reports say …", "One reason may be …"]],
    )
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
