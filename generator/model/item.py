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

    id: str = Field(description="An opaque name; it says nothing of the key.")
    text: str = Field(description="The words.")


class Choice(Frozen):
    """Choose one option."""

    kind: Literal["choice"] = Field(default="choice", description="Choose one.")
    options: tuple[Option, ...] = Field(description="The options in the order of the sheet.")


class MultiChoice(Frozen):
    """Choose every option that fits; `choose` says how many, or None where students must decide."""

    kind: Literal["multi-choice"] = Field(default="multi-choice", description="Choose all that fit.")
    options: tuple[Option, ...] = Field(description="The options in the order of the sheet.")
    choose: int | None = Field(default=None, description="How many to choose; null where students must decide.")


class Match(Frozen):
    """Give each row one option; options may be used again where `reuse` is true."""

    kind: Literal["match"] = Field(default="match", description="Give each row an option.")
    rows: tuple[Option, ...] = Field(description="What is matched.")
    options: tuple[Option, ...] = Field(description="What it is matched with.")
    reuse: bool = Field(default=False, description="Whether an option may be used more than once.")


class Grid(Frozen):
    """Tick one column in each row."""

    kind: Literal["grid"] = Field(default="grid", description="Tick one column in each row.")
    corner: str = Field(default="", description="Heading over the rows.")
    rows: tuple[Option, ...] = Field(description="The rows.")
    columns: tuple[Option, ...] = Field(description="The columns.")


class Order(Frozen):
    """Put the options in order; `first` and `last` name the two ends."""

    kind: Literal["order"] = Field(default="order", description="Put in order.")
    options: tuple[Option, ...] = Field(description="What is put in order, shuffled.")
    first: str = Field(description="Name of the first end.")
    last: str = Field(description="Name of the last end.")


class Blank(Frozen):
    """A place to write a few words. In a table `row` and `column` are ids of the table."""

    id: str = Field(description="An opaque name.")
    label: str = Field(description="What to write there.")
    row: str | None = Field(default=None, description="Row of the table.")
    column: str | None = Field(default=None, description="Column of the table.")


class Table(Frozen):
    """The frame of a table of blanks. A cell that is given stands in `given` under 'row:column'."""

    corner: str = Field(description="Heading over the rows.")
    rows: tuple[Option, ...] = Field(description="The rows.")
    columns: tuple[Option, ...] = Field(description="The columns.")
    given: dict[str, str] = Field(
        default_factory=dict, description="Cells that are filled in: 'row:column' -> text."
    )


class ShortText(Frozen):
    """Write a few words in each blank, in a table where there is one; `bank` holds words to use."""

    kind: Literal["short-text"] = Field(default="short-text", description="Write a few words.")
    blanks: tuple[Blank, ...] = Field(description="The places to write in.")
    table: Table | None = Field(default=None, description="The table they stand in.")
    bank: tuple[str, ...] = Field(default=(), description="Words to use.")


class ExtendedText(Frozen):
    """Write sentences on `lines` ruled lines; `frame` holds sentence starters."""

    kind: Literal["extended-text"] = Field(default="extended-text", description="Write sentences.")
    lines: int = Field(ge=1, description="How many ruled lines.")
    frame: tuple[str, ...] = Field(default=(), description="Sentence starters.")


class MarkKind(Frozen):
    """A way of marking words: its name in words and the sign to draw."""

    id: str = Field(description="An opaque name.")
    label: str = Field(description="What is marked so.")
    sign: Literal["underline", "circle", "bracket", "wavy"] = Field(description="How it is marked.")


class TextSelection(Frozen):
    """Mark words in lines `lines[0]` to `lines[1]` of a passage; `find` says how many, if told."""

    kind: Literal["text-selection"] = Field(default="text-selection", description="Mark words in a passage.")
    passage: str = Field(description="Label of the passage.")
    lines: tuple[int, int] = Field(description="First and last line to look at.")
    marks: tuple[MarkKind, ...] = Field(description="The ways of marking.")
    find: int | None = Field(default=None, description="How many to find; null where that is not told.")


Response = Annotated[
    Choice | MultiChoice | Match | Grid | Order | ShortText | ExtendedText | TextSelection,
    Field(discriminator="kind"),
]


class Extract(Frozen):
    """Words of a passage shown in a question, with their lines."""

    passage: str = Field(description="Label of the passage.")
    lines: tuple[int, int] = Field(description="First and last line.")
    text: str = Field(description="The words.")


class Question(Frozen):
    """What the student sees of an item. `**words**` in texts are printed bold."""

    id: str = Field(description="Lesson and name of the item; it stays the same under rewording.")
    skill: Skill = Field(description="What it practises.")
    type: str = Field(description="The exercise type.")
    prompt: str = Field(description="The instruction: one command verb, at most 20 words.")
    stem: str = Field(description="What is asked about; may be empty.")
    extracts: tuple[Extract, ...] = Field(default=(), description="Words of the passages shown in the question.")
    points: int = Field(ge=1, description="Marks.")
    hints: tuple[str, ...] = Field(default=(), description="Help that this lane gives.")
    response: Response = Field(description="How students answer.")


# -- what teachers get -----------------------------------------------------------------------------


class ChoiceAnswer(Frozen):
    """The id of the right option."""

    kind: Literal["choice"] = Field(default="choice", description="Choose one.")
    option: str = Field(description="Id of the right option.")


class MultiChoiceAnswer(Frozen):
    """The ids of all right options."""

    kind: Literal["multi-choice"] = Field(default="multi-choice", description="Choose all that fit.")
    options: tuple[str, ...] = Field(description="Ids of the right options.")


class MatchAnswer(Frozen):
    """Row id -> id of its option."""

    kind: Literal["match"] = Field(default="match", description="Give each row an option.")
    pairs: dict[str, str] = Field(description="Row id -> option id.")


class GridAnswer(Frozen):
    """Row id -> id of its column."""

    kind: Literal["grid"] = Field(default="grid", description="Tick one column in each row.")
    cells: dict[str, str] = Field(description="Row id -> column id.")


class OrderAnswer(Frozen):
    """Option ids in order; options of one group may stand in any order among themselves."""

    kind: Literal["order"] = Field(default="order", description="Put in order.")
    groups: tuple[tuple[str, ...], ...] = Field(
        description="Option ids in order, in groups within which any order is right."
    )


class BlankKey(Frozen):
    """The model answer for a blank and everything else that is accepted."""

    model: str = Field(description="The model answer.")
    accept: tuple[str, ...] = Field(default=(), description="Other answers that are accepted.")


class ShortTextAnswer(Frozen):
    """Blank id -> what is accepted there."""

    kind: Literal["short-text"] = Field(default="short-text", description="Write a few words.")
    blanks: dict[str, BlankKey] = Field(description="Blank id -> what is accepted there.")


class ExtendedTextAnswer(Frozen):
    """A sample answer for full marks; marking goes by the rubric."""

    kind: Literal["extended-text"] = Field(default="extended-text", description="Write sentences.")
    sample: str = Field(description="An answer for full marks.")


class MarkedSpan(Frozen):
    """Words to mark. Offsets are into the passage's text."""

    mark: str = Field(description="Id of the way of marking.")
    passage: str = Field(description="Label of the passage.")
    start: int = Field(description="Offset in the passage's text.")
    end: int = Field(description="Offset just behind.")
    lines: tuple[int, int] = Field(description="First and last line.")
    text: str = Field(description="The words.")


class TextSelectionAnswer(Frozen):
    """The words to mark; any `enough` of them earn full marks (None: all)."""

    kind: Literal["text-selection"] = Field(default="text-selection", description="Mark words in a passage.")
    spans: tuple[MarkedSpan, ...] = Field(description="The words to mark.")
    enough: int | None = Field(default=None, description="How many of them earn full marks; null for all.")


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

    passage: str = Field(description="Label of the passage.")
    lines: tuple[int, int] = Field(description="First and last line; 0 is the headline.")
    quote: str = Field(description="The words, exactly as they stand there.")
    start: int | None = Field(default=None, description="Offset of the words in the passage's text.")
    shows: str | None = Field(default=None, description="What it proves: a row, an option, a level.")


class Reject(Frozen):
    """An answer that is not accepted, and why: the misreading it shows."""

    text: str = Field(description="The answer.")
    why: str = Field(description="The misreading it shows.")


class RubricLevel(Frozen):
    """A level of a rubric: what the reasoning names, and a sample answer."""

    level: str = Field(description="Name of the level.")
    points: int = Field(ge=0, description="Marks for it.")
    names: str = Field(description="What the reasoning names at this level.")
    sample: str = Field(description="A sample answer.")


class KeyEntry(Frozen):
    """What the teacher needs to mark one item."""

    id: str = Field(description="Id of the item.")
    brief: str = Field(description="The answer in a word, for the overview.")
    answer: Answer = Field(description="The right answer.")
    evidence: tuple[Evidence, ...] = Field(description="The words that prove it.")
    rationale: str = Field(description="Why it is right; each line is a paragraph.")
    marking: str = Field(default="", description="How the marks are shared out, where it is not obvious.")
    accept: tuple[str, ...] = Field(default=(), description="Other answers that are accepted.")
    reject: tuple[Reject, ...] = Field(default=(), description="Answers that are not accepted.")
    misreadings: dict[str, str] = Field(
        default_factory=dict, description="Wrong option id -> the misreading it shows."
    )
    rubric: tuple[RubricLevel, ...] = Field(default=(), description="Levels for marking, best first.")


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
