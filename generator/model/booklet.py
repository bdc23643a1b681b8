"""One variant of a lesson in one lane, and the four papers made from it."""

from typing import Literal

from generator.model.base import Frozen
from generator.model.dossier import Dossier
from generator.model.files import Expected, Step
from generator.model.item import Item, KeyEntry, Question
from generator.model.vocabulary import (
    BlockKind,
    EdgeBasis,
    How,
    Lane,
    NodeKind,
    Relation,
    ReportKind,
    Skill,
    Variant,
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
    variant: Variant
    form_id: str
    sections: tuple[BookletSection, ...]
    dossier: Dossier

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)


# -- the student's paper: it has no field in which anything of a key could stand --------------------


class SheetLine(Frozen):
    """A numbered line of a passage; line 0 is the headline. `start` is its offset in the passage's text."""

    n: int
    text: str
    start: int


class SheetExtra(Frozen):
    """A caption, credit or link: printed, but not evidence; it stands behind line `after`."""

    kind: BlockKind
    text: str
    after: int


class SheetPassage(Frozen):
    """A passage as it is printed."""

    label: str
    title: str | None
    outlet: str
    outlet_note: str | None
    byline: str | None
    published: str | None
    place: str | None
    licence: str | None
    kind: ReportKind
    credit: str | None
    language: str
    lines: tuple[SheetLine, ...]
    paragraphs: tuple[int, ...]
    """Numbers of the lines that open a paragraph."""
    extras: tuple[SheetExtra, ...]


class SheetSection(Frozen):
    """A part of the sheet: one skill, and the ids of its items in order."""

    skill: Skill
    intro: str
    items: tuple[str, ...]
    points: int


class Worksheet(Frozen):
    """What students get."""

    form_id: str
    lesson: str
    title: str
    lane: Lane
    variant: Variant
    language: str
    grades: str
    minutes: int
    points: int
    intro: str
    skills: tuple[Skill, ...]
    context_note: str | None
    content_note: str | None
    glossary: dict[str, str]
    measure: float
    passages: tuple[SheetPassage, ...]
    sections: tuple[SheetSection, ...]
    items: tuple[Question, ...]


# -- the teacher's papers --------------------------------------------------------------------------


class AnswerKey(Frozen):
    """What teachers mark with; it refers to the worksheet's items by id."""

    form_id: str
    lesson: str
    title: str
    lane: Lane
    variant: Variant
    language: str
    draft: bool
    """True while the notes of a passage are unreviewed; then every page says so."""
    points: int
    items: tuple[KeyEntry, ...]


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


class TeacherNotes(Frozen):
    """How to teach the lesson."""

    form_id: str
    lesson: str
    title: str
    lane: Lane
    variant: Variant
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
