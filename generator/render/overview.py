"""Teacher notes -> their tables: claims sorted by how reports stand on them, steps by minute, items by skill."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.booklet import ComparisonRow, ItemTime, TeacherNotes
from generator.model.files import Step
from generator.model.vocabulary import RELATIONS, Relation, Skill


@dataclass(frozen=True, slots=True)
class Group:
    """Claims on which two reports stand alike; `relation` is None where rows of three reports stay unsorted."""

    relation: Relation | None
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What only report `label` says."""

    label: str
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How pairs of reports, such as 'AB', stand alike on a claim."""

    relation: Relation
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Claims for the table; those that two reports make in the same words, or only one makes, need no row."""

    groups: tuple[Group, ...]
    both: tuple[ComparisonRow, ...] = ()
    alone: tuple[Alone, ...] = ()


def comparison(notes: TeacherNotes) -> Comparison:
    """The claims of two reports sorted by relation, from agreement to silence; of more reports, as they come.

    What only one of several reports says needs no row in either case.
    """
    labels = [p.label for p in notes.passages]
    if len(labels) != 2:
        return _of_several(notes.comparison, labels)
    pair = "".join(labels)
    kept: dict[Relation, list[ComparisonRow]] = {relation: [] for relation in RELATIONS}
    both: list[ComparisonRow] = []
    alone: dict[str, list[ComparisonRow]] = {label: [] for label in labels}
    for row in notes.comparison:
        said = _said(row, labels)
        relation = row.relations.get(pair, "agree")
        if relation == "only-in-one" and len(said) == 1:
            alone[said[0]].append(row)
        elif relation == "agree" and _same_words(row, said):
            both.append(row)
        else:
            kept[relation].append(row)
    return Comparison(
        tuple(Group(relation, tuple(rows)) for relation, rows in kept.items() if rows),
        tuple(both),
        tuple(Alone(label, tuple(rows)) for label, rows in alone.items() if rows),
    )


def _of_several(rows: Sequence[ComparisonRow], labels: Sequence[str]) -> Comparison:
    alone: dict[str, list[ComparisonRow]] = {label: [] for label in labels}
    shared = []
    for row in rows:
        said = _said(row, labels)
        if len(labels) > 1 and len(said) == 1:
            alone[said[0]].append(row)
        else:
            shared.append(row)
    return Comparison(
        groups=(Group(None, tuple(shared)),) if shared else (),
        alone=tuple(Alone(label, tuple(own)) for label, own in alone.items() if own),
    )


def stands(row: ComparisonRow) -> tuple[Stand, ...]:
    """How the reports stand on a claim of a table for several; where one is silent, its cell says so already."""
    kept: dict[Relation, list[str]] = {}
    for pair, relation in row.relations.items():
        if relation != "only-in-one":
            kept.setdefault(relation, []).append(pair)
    return tuple(Stand(relation, tuple(pairs)) for relation, pairs in kept.items())


def _said(row: ComparisonRow, labels: Sequence[str]) -> list[str]:
    """The reports that say something on the claim."""
    return [label for label in labels if (cell := row.cells.get(label)) and cell.text]


def _same_words(row: ComparisonRow, said: Sequence[str]) -> bool:
    return len(said) == 2 and len({(row.cells[label].text or "").casefold() for label in said}) == 1


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step of the lesson from minute `first` to minute `last`."""

    first: int
    last: int
    does: str


def timed(steps: Sequence[Step]) -> tuple[TimedStep, ...]:
    """The steps with the minutes at which they begin and end."""
    out: list[TimedStep] = []
    for step in steps:
        begin = out[-1].last if out else 0
        out.append(TimedStep(begin, begin + step.minutes, step.does))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An item with its number on the sheet."""

    number: int
    title: str
    difficulty: int


@dataclass(frozen=True, slots=True)
class SkillPart:
    """The items of one skill, with their minutes and marks together."""

    skill: Skill
    items: tuple[NumberedItem, ...]
    minutes: float
    points: int


def by_skill(items: Sequence[ItemTime]) -> tuple[SkillPart, ...]:
    """The items of each skill in the order of the sheet."""
    numbered = list(enumerate(items, 1))
    out = []
    for skill in dict.fromkeys(item.skill for item in items):
        own = [(number, item) for number, item in numbered if item.skill == skill]
        out.append(
            SkillPart(
                skill,
                tuple(NumberedItem(number, item.title, item.difficulty) for number, item in own),
                sum(item.minutes for _, item in own),
                sum(item.points for _, item in own),
            )
        )
    return tuple(out)
