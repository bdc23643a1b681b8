"""Lead comparison: the first paragraph of each report -> who acts, on whom or what, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.leads import PARTS, differ, facts_of, first_words, in_opening, parts_of, same, trouble
from generator.exercises.pairs import evidence, paragraphs_to_read, present
from generator.model.dossier import Dossier
from generator.model.item import (
    Blank,
    BlankKey,
    Item,
    KeyEntry,
    Option,
    Question,
    Reject,
    ShortText,
    ShortTextAnswer,
    Table,
)
from generator.model.particulars import Told

LEFT_OVER = 2
"""Words in the bank that fit no cell, at most."""


@dataclass(frozen=True, slots=True)
class _Cell:
    part: str
    label: str
    told: Told | None
    row: Option
    column: Option
    key: BlankKey

    @property
    def at(self) -> str:
        return f"{self.row.id}:{self.column.id}"

    @property
    def fact(self) -> str:
        return f"lead:{self.label}:{self.part}"


class LeadComparison(ExerciseType):
    """What stands in the first paragraph, and what has to wait, is a choice of the report."""

    name = "lead_comparison"
    skill = "differences"
    kind = "short-text"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        good: list[str] = []
        short: list[Shortage] = []
        for label, lead in dossier.leads.items():
            reason = trouble(dossier.passages[label], lead)
            if reason:
                short.append(Shortage(_id(label), reason))
            else:
                good.append(label)
        sets = [tuple(good), *combinations(good, 2)] if len(good) > 2 else list(combinations(good, 2))
        units = [_unit(dossier, labels) for labels in sets if differ([dossier.leads[label] for label in labels])]
        if not units:
            reason = "same" if len(good) > 1 else "one-only"
            short += [Shortage(_id(label), reason) for label in good]
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, labels = scene.words, units[0].labels
        cells = _cells(dossier, labels, scene)
        given = _given(cells, labels, scene)
        blanks = {
            cell: Blank(
                id=scene.option(cell.fact).id,
                label=words.say("blank", row=cell.row.text, passage=cell.label),
                row=cell.row.id,
                column=cell.column.id,
            )
            for cell in cells
            if cell not in given
        }
        points, marking = scene.share(len(blanks))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=paragraphs_to_read(scene, dossier, (first_words(dossier, label) for label in labels)),
                response=ShortText(
                    blanks=tuple(blanks.values()),
                    table=Table(
                        corner=words.say("corner"),
                        rows=tuple(dict.fromkeys(cell.row for cell in cells)),
                        columns=tuple(dict.fromkeys(cell.column for cell in cells)),
                        given={cell.at: cell.key.model for cell in given},
                    ),
                    bank=_bank(dossier, labels, cells, given, scene),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=blank.label, answer=cell.key.model)
                    for cell, blank in blanks.items()
                ),
                answer=ShortTextAnswer(blanks={blank.id: cell.key for cell, blank in blanks.items()}),
                evidence=evidence(
                    scene,
                    ((c.told.quote, words.say(f"shows.{c.part}", passage=c.label)) for c in cells if c.told),
                ),
                rationale="\n".join([words.say("rationale"), *_effects(dossier, labels, scene)]),
                marking=marking,
                accept=(words.say("accept.wording"),),
                reject=tuple(_rejects(dossier, cells, scene)),
            ),
            asks=frozenset[str]().union(*(facts_of(dossier, cell.label, cell.part, cell.told) for cell in blanks)),
            tells=frozenset[str]().union(*(facts_of(dossier, cell.label, cell.part, cell.told) for cell in given)),
            minutes=scene.minutes or 0.5 * len(blanks) + 1.0,
            difficulty=self.difficulty,
        )


def _id(label: str) -> str:
    return f"lead-{label.lower()}"


def _unit(dossier: Dossier, labels: Sequence[str]) -> Unit:
    facts = {
        fact
        for label in labels
        for part, told in parts_of(dossier.leads[label]).items()
        for fact in facts_of(dossier, label, part, told)
    }
    claims = [claim.id for claim in dossier.claims if any(fact.startswith(f"claim:{claim.id}:") for fact in facts)]
    return Unit(_id(labels[0]), (*map(_id, labels), *claims), tuple(labels))


# -- the table -------------------------------------------------------------------------------------


def _cells(dossier: Dossier, labels: Sequence[str], scene: Scene) -> list[_Cell]:
    """All cells, row by row."""
    words = scene.words
    rows = {part: scene.option(words.say(f"row.{part}")) for part in PARTS}
    columns = {label: scene.option(words.say("column", passage=label)) for label in labels}
    return [
        _Cell(part, label, told, rows[part], columns[label], _key(told, scene))
        for part in PARTS
        for label in labels
        for told in [parts_of(dossier.leads[label])[part]]
    ]


def _key(told: Told | None, scene: Scene) -> BlankKey:
    if told is None:
        words = scene.words
        return BlankKey(model=words.say("not-stated"), accept=tuple(words.say("accept.not-stated").split("|")))
    others = dict.fromkeys([*told.accept, told.quote.text])
    return BlankKey(model=told.value, accept=tuple(text for text in others if text != told.value))


def _given(cells: Sequence[_Cell], labels: Sequence[str], scene: Scene) -> list[_Cell]:
    """What support fills in: the first cell that is not silent, and the whole first column of three or more."""
    if scene.lane != "support":
        return []
    first = [cell for cell in cells if cell.label == labels[0]]
    return first if len(labels) > 2 else [cell for cell in first if cell.told][:1]


def _bank(
    dossier: Dossier, labels: Sequence[str], cells: Sequence[_Cell], given: Sequence[_Cell], scene: Scene
) -> tuple[str, ...]:
    """The words that fit, 'not stated', and values that the reports give elsewhere, of like length."""
    if scene.lane != "support":
        return ()
    fitting = [cell.key.model for cell in cells if cell not in given]
    taken = {text.casefold() for cell in cells for text in (cell.key.model, *cell.key.accept)}
    elsewhere = [
        side.value
        for claim in dossier.claims
        if claim.slot in ("who", "what", "why", "other")
        for side in present(claim, *labels)
        if side.value and side.quote and not in_opening(dossier, side.quote)
    ]
    spare = [text for text in dict.fromkeys(elsewhere) if text.casefold() not in taken]
    size = sum(map(len, fitting)) // len(fitting)
    spare.sort(key=lambda text: abs(len(text) - size))
    return tuple(scene.shuffled(dict.fromkeys([*fitting, scene.words.say("not-stated"), *spare[:LEFT_OVER]])))


# -- the key ---------------------------------------------------------------------------------------


def _effects(dossier: Dossier, labels: Sequence[str], scene: Scene) -> Iterator[str]:
    for label in labels:
        effect = dossier.leads[label].effect
        if effect:
            yield scene.words.say("effect", passage=label, effect=effect)


def _rejects(dossier: Dossier, cells: Sequence[_Cell], scene: Scene) -> Iterator[Reject]:
    """The other report's answer, the headline's words, and what comes later in the report."""
    words = scene.words
    for cell in cells:
        for other in cells:
            if cell.part != other.part or cell.label == other.label or not cell.told or not other.told:
                continue
            if not same(cell.told, other.told):
                row = words.say("blank", row=cell.row.text, passage=cell.label)
                yield Reject(
                    text=words.say("brief.row", row=row, answer=other.told.value),
                    why=words.say("reject.other.why", passage=other.label),
                )
    if any(line.n == 0 for cell in cells for line in dossier.passages[cell.label].lines):
        yield Reject(text=words.say("reject.headline.text"), why=words.say("reject.headline.why"))
    if any(cell.told is None for cell in cells):
        yield Reject(text=words.say("reject.later.text"), why=words.say("reject.later.why"))
