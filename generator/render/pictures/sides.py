"""Claims side by side -> picture: a row a claim, what each report has of it, and a sign for how they stand.

All sizes in pt.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.booklet import AnnotatedCopy, ComparisonRow
from generator.model.vocabulary import RELATIONS, Relation
from generator.render.pictures.lettering import LEADING, Entry, Sign, Words, legend, ring, ring_width, text_at
from generator.render.pictures.picture import Frame, Measure
from generator.render.pictures.told import hedged_in, place_in_words

Say = Callable[..., str]

PAD, SPACE = 4.0, 10.0
SIGN = 13.0
RING = 9.0
_ORDER: tuple[Relation, ...] = (
    "conflict",
    "differ-in-certainty",
    "differ-in-detail",
    "same-in-other-words",
    "agree",
    "only-in-one",
)
assert set(_ORDER) == set(RELATIONS)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on a claim; `silent` where it says nothing."""

    label: str
    words: tuple[Words, ...]
    place: tuple[Words, ...]
    silent: bool
    doubt: Sign | None = None
    """Before the place where the report says it with a word of doubt."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """A claim with its cells. `top` and `bottom` bound it."""

    number: int
    ring: Sign
    topic: tuple[Words, ...]
    cells: tuple[Cell, ...]
    relations: tuple[Entry, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand alike, under the words for it. Of several reports, only what one alone says is apart."""

    relation: Relation | None
    head: Entry | None
    rows: tuple[SideRow, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole drawing; `columns` are the letters and names of the reports."""

    width: float
    height: float
    columns: tuple[tuple[str, Frame, tuple[Words, ...]], ...]
    sections: tuple[Section, ...]
    legend: tuple[Entry, ...]


class _Plan:
    """Sizes that all rows share."""

    def __init__(self, copy: AnnotatedCopy, say: Say, measure: Measure, bold: Measure, width: float) -> None:
        self.say, self.measure, self.bold, self.width = say, measure, bold, width
        self.labels = [p.label for p in copy.passages]
        self.several = len(self.labels) > 2
        self.hedged = hedged_in(copy)
        shares = (
            [0.25, *(0.165 for _ in self.labels), 0.255] if self.several else [0.3, *(0.35 for _ in self.labels)]
        )
        self.ring = max((ring_width(row.number, measure) for row in copy.comparison), default=12.0) + 5
        wide = (width - self.ring - SPACE * (len(shares) - 1)) / sum(shares)
        self.widths = [share * wide for share in shares]
        self.left = [self.ring + sum(self.widths[:i]) + SPACE * i for i in range(len(shares))]


def draw_comparison(copy: AnnotatedCopy, say: Say, measure: Measure, bold: Measure, width: float) -> SideBySide:
    """The picture in exactly `width`. Claims of two reports come sorted, those on which they conflict first."""
    plan = _Plan(copy, say, measure, bold, width)
    names = {p.label: p.outlet for p in copy.passages}
    columns, y = [], 0.0
    for i, label in enumerate(plan.labels, 1):
        words = text_at(names[label], plan.left[i] + 18, 1.0, plan.widths[i] - 18, bold)
        columns.append((label, Frame(round(plan.left[i], 2), 0.0, 13.0, 13.0), words))
        y = max(y, len(words) * LEADING + 6, 19.0)
    sections = []
    for relation, rows in _sorted(plan, copy.comparison):
        head = None
        if relation is not None:
            y += 5
            words = text_at(say(f"relation.{relation}"), SIGN + 6, y, width - SIGN - 6, bold)
            head = Entry(Sign(relation, Frame(0.0, round(y - 1, 2), SIGN, SIGN)), words)
            y += len(words) * LEADING + 4
        placed = []
        for row in rows:
            made = _row(plan, row, y)
            placed.append(made)
            y = made.bottom
        sections.append(Section(relation, head, tuple(placed)))
        y += 4
    meanings = [("hedged", say("picture.hedged"))] if plan.hedged else []
    signs, y = legend(meanings, y + 4, width, measure)
    return SideBySide(round(width, 1), round(y + 2, 1), tuple(columns), tuple(sections), signs)


def _sorted(plan: _Plan, rows: Sequence[ComparisonRow]) -> list[tuple[Relation | None, list[ComparisonRow]]]:
    if plan.several or len(plan.labels) < 2:
        alone = [row for row in rows if plan.several and len(_said(row, plan.labels)) < 2]
        shared = [row for row in rows if row not in alone]
        parts: list[tuple[Relation | None, list[ComparisonRow]]] = [(None, shared), ("only-in-one", alone)]
        return [part for part in parts if part[1]]
    pair = "".join(plan.labels)
    kept: dict[Relation, list[ComparisonRow]] = {relation: [] for relation in _ORDER}
    for row in rows:
        kept[row.relations.get(pair) or _plain(row, plan.labels)].append(row)
    return [(relation, own) for relation, own in kept.items() if own]


def _plain(row: ComparisonRow, labels: Sequence[str]) -> Relation:
    """How two reports stand where the notes do not say it."""
    return "agree" if len(_said(row, labels)) == len(labels) else "only-in-one"


def _said(row: ComparisonRow, labels: Sequence[str]) -> list[str]:
    """The reports that say something on the claim."""
    return [label for label in labels if label in row.cells and row.cells[label].text is not None]


def _row(plan: _Plan, row: ComparisonRow, top: float) -> SideRow:
    y = top + PAD
    topic = text_at(row.topic.replace("**", ""), plan.left[0], y, plan.widths[0], plan.measure)
    cells = tuple(_cell(plan, row, label, i, y) for i, label in enumerate(plan.labels, 1))
    relations = _relations(plan, row, y) if plan.several else ()
    texts = [*topic, *(w for c in cells for w in (*c.words, *c.place)), *(w for e in relations for w in e.words)]
    low = max([w.frame.y + w.frame.height for w in texts] + [y + 12.0])
    number = ring(row.number, plan.ring - 5 - ring_width(row.number, plan.measure), y - 0.3, plan.measure)
    return SideRow(row.number, number, topic, cells, relations, round(top, 2), round(low + PAD - 1.5, 2))


def _cell(plan: _Plan, row: ComparisonRow, label: str, column: int, y: float) -> Cell:
    cell = row.cells.get(label)
    x, width = plan.left[column], plan.widths[column]
    if cell is None or cell.text is None:
        return Cell(label, text_at(plan.say("notes.silent"), x, y, width, plan.measure), (), True)
    words = text_at(cell.text, x, y, width, plan.measure)
    if cell.lines is None:
        return Cell(label, words, (), False)
    ref = place_in_words(plan.say, label, cell.lines)
    end = words[-1].frame
    hedged = (label, row.number) in plan.hedged
    aside = plan.measure(ref) + (RING + 4 if hedged else 0)
    here, y = (end.x + end.width + 6, end.y) if end.width + 6 + aside <= width else (x, end.y + LEADING)
    sign = None
    if hedged:
        sign = Sign("ring", Frame(round(here, 2), round(y + 1, 2), RING, RING), "", "hedged")
        here += RING + 4
    return Cell(label, words, text_at(ref, here, y, width, plan.measure), False, sign)


def _relations(plan: _Plan, row: ComparisonRow, y: float) -> tuple[Entry, ...]:
    """Pairs of reports that stand alike share a line; a pair of which one says nothing needs none."""
    ways: dict[Relation, list[str]] = {}
    for pair, relation in row.relations.items():
        if relation != "only-in-one":
            ways.setdefault(relation, []).append(pair)
    x, out = plan.left[-1], []
    for relation, pairs in ways.items():
        named = plan.say(f"relation.{relation}")
        text = plan.say("notes.pair", labels=plan.say("list.comma").join(pairs), text=named)
        words = text_at(text, x + SIGN + 4, y, plan.widths[-1] - SIGN - 4, plan.measure)
        out.append(Entry(Sign(relation, Frame(round(x, 2), round(y - 1, 2), SIGN, SIGN)), words))
        y += len(words) * LEADING + 2
    return tuple(out)
