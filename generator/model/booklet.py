"""One variant of a lesson in one lane, and the four papers made from it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Frozen
from generator.model.dossier import Dossier
from generator.model.files import Expected, Step
from generator.model.item import Item, KeyEntry, Question
from generator.model.variants import VariantName
from generator.model.vocabulary import (
    Basis,
    BlockKind,
    EdgeBasis,
    Form,
    How,
    Lane,
    NodeKind,
    Relation,
    ReportKind,
    Skill,
    Standing,
)


class BookletSection(Frozen):
    """The items of one skill, in the order of the sheet."""

    skill: Skill
    intro: str
    items: tuple[Item, ...]


class Booklet(Frozen):
    """Everything of one variant in one lane. Papers are made from it; it is never printed itself."""

    lesson: str
    title: str
    lane: Lane
    variant: VariantName
    form_id: str
    sections: tuple[BookletSection, ...]
    dossier: Dossier

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)


# -- the student's paper: it has no field in which anything of a key could stand --------------------


class SheetLine(Frozen):
    """A numbered line of a passage; line 0 is the headline. `start` is its offset in the passage's text."""

    n: int = Field(description="Number of the line; 0 is the headline.")
    text: str = Field(description="The line.")
    start: int = Field(description="Offset of the line in the passage's text.")


class SheetExtra(Frozen):
    """A caption, credit or link: printed, but not evidence; it stands behind line `after`."""

    kind: BlockKind = Field(description="Caption, credit, link and so on.")
    text: str = Field(description="Its words.")
    after: int = Field(description="Number of the line it stands behind.")


class SheetPassage(Frozen):
    """A passage as it is printed."""

    label: str = Field(description="A, B, C or D.")
    title: str | None = Field(description="The headline.")
    outlet: str = Field(description="Who published it.")
    outlet_note: str | None = Field(description="What kind of outlet it is.")
    byline: str | None = Field(description="Who wrote it.")
    published: str | None = Field(description="Date of publication.")
    place: str | None = Field(description="Place in the dateline.")
    licence: str | None = Field(description="Licence of the text.")
    kind: ReportKind = Field(description="What sort of text it is.")
    credit: str | None = Field(description="The credit line.")
    language: str = Field(description="Two-letter language code.")
    lines: tuple[SheetLine, ...] = Field(description="The numbered lines.")
    paragraphs: tuple[int, ...] = Field(description="Numbers of the lines that open a paragraph.")
    extras: tuple[SheetExtra, ...] = Field(description="What is printed but is no evidence.")


class SheetSection(Frozen):
    """A part of the sheet: one skill, and the ids of its items in order."""

    skill: Skill = Field(description="The skill.")
    intro: str = Field(description="The opening sentence.")
    items: tuple[str, ...] = Field(description="Ids of its items, in order.")
    points: int = Field(description="Marks for its items.")


class Worksheet(Frozen):
    """What students get."""

    form_id: str = Field(description="Lesson, lane, variant and content hash; a sheet and its key bear the same.")
    lesson: str = Field(description="Name of the lesson.")
    title: str = Field(description="Title of the lesson.")
    lane: Lane = Field(description="How much help.")
    variant: VariantName = Field(description="Which of the parallel forms.")
    language: str = Field(description="Two-letter language code.")
    grades: str = Field(description="School grades.")
    minutes: int = Field(description="Time for the lesson.")
    points: int = Field(description="Marks for all items together.")
    intro: str = Field(description="The sentences at the top; may be empty.")
    skills: tuple[Skill, ...] = Field(description="The skills practised, in order.")
    context_note: str | None = Field(
        description="What keeps readers from taking the texts for current or real news."
    )
    content_note: str | None = Field(description="What a class should be warned of.")
    glossary: dict[str, str] = Field(description="Hard word -> plain meaning.")
    measure: float = Field(description="Length of a passage line in em.")
    passages: tuple[SheetPassage, ...] = Field(description="The reports, with numbered lines.")
    sections: tuple[SheetSection, ...] = Field(description="The parts of the sheet, one a skill.")
    items: tuple[Question, ...] = Field(description="All items, in the order of the sheet.")


# -- the teacher's papers --------------------------------------------------------------------------


class AnswerKey(Frozen):
    """What teachers mark with; it refers to the worksheet's items by id."""

    form_id: str = Field(description="Lesson, lane, variant and content hash; a sheet and its key bear the same.")
    lesson: str = Field(description="Name of the lesson.")
    title: str = Field(description="Title of the lesson.")
    lane: Lane = Field(description="How much help.")
    variant: VariantName = Field(description="Which of the parallel forms.")
    language: str = Field(description="Two-letter language code.")
    draft: bool = Field(description="True while the notes of a passage are unreviewed; every page then says so.")
    points: int = Field(description="Marks for all items together.")
    items: tuple[KeyEntry, ...] = Field(description="One entry for each item of the sheet, in its order.")


class ComparisonCell(Frozen):
    """What one report says on a topic; `text` is None where it is silent."""

    text: str | None
    lines: tuple[int, int] | None


class ComparisonRow(Frozen):
    """One claim side by side; `relations` maps a pair of labels ('AB') to how they stand."""

    number: int
    topic: str
    cells: dict[str, ComparisonCell]
    relations: dict[str, Relation]
    explain: str | None


class GraphNode(Frozen):
    """A node to draw; an independent root is drawn heavy."""

    id: str
    label: str
    kind: NodeKind
    report: str | None
    root: bool


class GraphEdge(Frozen):
    """An arrow to draw: solid where a text states it, dashed where it is inferred."""

    start: str
    end: str
    how: How
    basis: EdgeBasis


class Graph(Frozen):
    """The provenance graph of the dossier."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


class ItemTime(Frozen):
    """An item in the overview of the notes."""

    id: str
    skill: Skill
    type: str
    title: str
    minutes: float
    points: int
    difficulty: int


class PassageFacts(Frozen):
    """What the teacher should know of a passage before handing it out."""

    label: str
    title: str | None
    outlet: str
    words: int
    lines: int
    level: float | None = None
    """Reading level as a school grade; None for a language without a formula."""


class TeacherNotes(Frozen):
    """How to teach the lesson."""

    form_id: str
    lesson: str
    title: str
    lane: Lane
    variant: VariantName
    language: str
    draft: bool
    grades: str
    ages: str | None
    minutes: int
    reading_minutes: float
    points: int
    summary: str | None
    goals: tuple[str, ...]
    standards: tuple[str, ...]
    steps: tuple[Step, ...]
    expect: tuple[Expected, ...]
    discuss: tuple[str, ...]
    check_next: tuple[str, ...]
    passages: tuple[PassageFacts, ...]
    items: tuple[ItemTime, ...]
    comparison: tuple[ComparisonRow, ...]
    graph: Graph
    context_note: str | None
    content_note: str | None
    instruction_level: float | None = None
    """Reading level of the instructions, taken together, as a school grade."""


class SaidClaim(Frozen):
    """A claim by its number in the comparison, and how it stands in the report: plain, hedged or denied."""

    number: int
    standing: Standing


class Mention(Frozen):
    """One attribution to a voice: in which report, on which lines, in what words and how the voice could know.

    `called` is what the report calls the voice, `named` whether that is a name, `via` who passed the words on,
    nearest the voice first.
    """

    label: str
    lines: tuple[int, int]
    says: str
    called: str | None
    named: bool
    form: Form
    basis: Basis
    via: tuple[str, ...]
    claims: tuple[SaidClaim, ...]


class Voice(Frozen):
    """Somebody or something that the reports give words of. `name` is None where a report names nobody at all.

    `report` is the label of the report that is itself the voice in another one.
    """

    id: str
    name: str | None
    kind: NodeKind
    report: str | None
    mentions: tuple[Mention, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.label for mention in self.mentions))


class OwnWords(Frozen):
    """The claims that a report makes in its own words."""

    label: str
    claims: tuple[SaidClaim, ...]


TextMarkKind = Literal["source", "cue", "content", "marker", "wording", "claim"]


class TextMark(Frozen):
    """A span to mark on a passage; offsets are into the passage's text. `note` is the remark it gets.

    `number` ties source, cue and content of one attribution together, and a claim in A to the same in B.
    """

    kind: TextMarkKind
    start: int
    end: int
    number: int
    note: str


class AnnotatedPassage(Frozen):
    """The marks of one passage, in the order of the text."""

    label: str
    marks: tuple[TextMark, ...]


class AnnotatedCopy(Frozen):
    """The passages with everything the notes know of them."""

    lesson: str
    title: str
    language: str
    draft: bool
    measure: float
    context_note: str | None
    passages: tuple[SheetPassage, ...]
    annotations: tuple[AnnotatedPassage, ...]
    comparison: tuple[ComparisonRow, ...] = ()
    graph: Graph = Graph(nodes=(), edges=())
    voices: tuple[Voice, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
