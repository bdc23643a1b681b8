"""The narrow waist: every exercise becomes an `Item`; every format reads nothing else.

An item has two halves that never hold each other: the `Question` that students get and the `KeyEntry`
that teachers get. The response kinds follow the vocabulary of QTI 3 (1EdTech).
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Frozen
from generator.model.vocabulary import Skill

# -- what students get -----------------------------------------------------------------------------


class Option(Frozen):
    """Something to choose, to sort or to put in order. `id` is opaque and says nothing of the key."""

    id: str
    text: str


class Choice(Frozen):
    """Choose one option."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]


class MultiChoice(Frozen):
    """Choose every option that fits; `choose` says how many, or None where students must decide."""

    kind: Literal["multi-choice"] = "multi-choice"
    options: tuple[Option, ...]
    choose: int | None = None


class Match(Frozen):
    """Give each row one option; options may be used again where `reuse` is true."""

    kind: Literal["match"] = "match"
    rows: tuple[Option, ...]
    options: tuple[Option, ...]
    reuse: bool = False


class Grid(Frozen):
    """Tick one column in each row."""

    kind: Literal["grid"] = "grid"
    corner: str = ""
    rows: tuple[Option, ...]
    columns: tuple[Option, ...]


class Order(Frozen):
    """Put the options in order; `first` and `last` name the two ends."""

    kind: Literal["order"] = "order"
    options: tuple[Option, ...]
    first: str
    last: str


class Blank(Frozen):
    """A place to write a few words. In a table `row` and `column` are ids of the table."""

    id: str
    label: str
    row: str | None = None
    column: str | None = None


class Table(Frozen):
    """The frame of a table of blanks. A cell that is given stands in `given` under 'row:column'."""

    corner: str
    rows: tuple[Option, ...]
    columns: tuple[Option, ...]
    given: dict[str, str] = Field(default_factory=dict)


class ShortText(Frozen):
    """Write a few words in each blank, in a table where there is one; `bank` holds words to use."""

    kind: Literal["short-text"] = "short-text"
    blanks: tuple[Blank, ...]
    table: Table | None = None
    bank: tuple[str, ...] = ()


class ExtendedText(Frozen):
    """Write sentences on `lines` ruled lines; `frame` holds sentence starters."""

    kind: Literal["extended-text"] = "extended-text"
    lines: int = Field(ge=1)
    frame: tuple[str, ...] = ()


class MarkKind(Frozen):
    """A way of marking words: its name in words and the sign to draw."""

    id: str
    label: str
    sign: Literal["underline", "circle", "bracket", "wavy"]


class TextSelection(Frozen):
    """Mark words in lines `lines[0]` to `lines[1]` of a passage; `find` says how many, if told."""

    kind: Literal["text-selection"] = "text-selection"
    passage: str
    lines: tuple[int, int]
    marks: tuple[MarkKind, ...]
    find: int | None = None


Response = Annotated[
    Choice | MultiChoice | Match | Grid | Order | ShortText | ExtendedText | TextSelection,
    Field(discriminator="kind"),
]


class Extract(Frozen):
    """Words of a passage shown in a question, with their lines."""

    passage: str
    lines: tuple[int, int]
    text: str


class Question(Frozen):
    """What the student sees of an item. `**words**` in texts are printed bold."""

    id: str
    skill: Skill
    type: str
    prompt: str = Field(description="The instruction: one command verb, at most 20 words.")
    stem: str = Field(description="What is asked about; may be empty.")
    extracts: tuple[Extract, ...] = ()
    points: int = Field(ge=1)
    hints: tuple[str, ...] = Field(default=(), description="Help that this lane gives.")
    response: Response


# -- what teachers get -----------------------------------------------------------------------------


class ChoiceAnswer(Frozen):
    """The id of the right option."""

    kind: Literal["choice"] = "choice"
    option: str


class MultiChoiceAnswer(Frozen):
    """The ids of all right options."""

    kind: Literal["multi-choice"] = "multi-choice"
    options: tuple[str, ...]


class MatchAnswer(Frozen):
    """Row id -> id of its option."""

    kind: Literal["match"] = "match"
    pairs: dict[str, str]


class GridAnswer(Frozen):
    """Row id -> id of its column."""

    kind: Literal["grid"] = "grid"
    cells: dict[str, str]


class OrderAnswer(Frozen):
    """Option ids in order; options of one group may stand in any order among themselves."""

    kind: Literal["order"] = "order"
    groups: tuple[tuple[str, ...], ...]


class BlankKey(Frozen):
    """The model answer for a blank and everything else that is accepted."""

    model: str
    accept: tuple[str, ...] = ()


class ShortTextAnswer(Frozen):
    """Blank id -> what is accepted there."""

    kind: Literal["short-text"] = "short-text"
    blanks: dict[str, BlankKey]


class ExtendedTextAnswer(Frozen):
    """A sample answer for full marks; marking goes by the rubric."""

    kind: Literal["extended-text"] = "extended-text"
    sample: str


class MarkedSpan(Frozen):
    """Words to mark. Offsets are into the passage's text; `core` are the words that must be in the mark."""

    mark: str
    passage: str
    start: int
    end: int
    lines: tuple[int, int]
    text: str


class TextSelectionAnswer(Frozen):
    """The words to mark; any `enough` of them earn full marks (None: all)."""

    kind: Literal["text-selection"] = "text-selection"
    spans: tuple[MarkedSpan, ...]
    enough: int | None = None


Answer = Annotated[
    ChoiceAnswer
    | MultiChoiceAnswer
    | MatchAnswer
    | GridAnswer
    | OrderAnswer
    | ShortTextAnswer
    | ExtendedTextAnswer
    | TextSelectionAnswer,
    Field(discriminator="kind"),
]


class Evidence(Frozen):
    """Words that prove the key, with the first and last line they stand on (0 is the headline)."""

    passage: str
    lines: tuple[int, int]
    quote: str
    shows: str | None = Field(default=None, description="What it proves: a row, an option, a level.")


class Reject(Frozen):
    """An answer that is not accepted, and why: the misreading it shows."""

    text: str
    why: str


class RubricLevel(Frozen):
    """A level of a rubric: what the reasoning names, and a sample answer."""

    level: str
    points: int = Field(ge=0)
    names: str
    sample: str


class KeyEntry(Frozen):
    """What the teacher needs to mark one item."""

    id: str
    brief: str = Field(description="The answer in a word, for the overview.")
    answer: Answer
    evidence: tuple[Evidence, ...]
    rationale: str
    marking: str = Field(default="", description="How the marks are shared out, where it is not obvious.")
    accept: tuple[str, ...] = ()
    reject: tuple[Reject, ...] = ()
    misreadings: dict[str, str] = Field(
        default_factory=dict, description="Wrong option id -> the misreading it shows."
    )
    rubric: tuple[RubricLevel, ...] = ()


class Item(Frozen):
    """Both halves of an item, and what assembly must know of it.

    `asks` names the facts that its key gives away, `tells` the facts that its question gives away, as
    'kind:note:field' strings; an item whose `tells` meets another's `asks` would answer it.
    """

    question: Question
    key: KeyEntry
    asks: frozenset[str]
    tells: frozenset[str] = frozenset()
    minutes: float = Field(gt=0)
    difficulty: int = Field(ge=1, le=3, description="1 locate, 2 interpret, 3 judge")
