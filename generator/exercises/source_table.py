"""Source table: statements -> who says so, what they are, how they could know, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_sentence
from generator.exercises.sources import articles_of, same_name, same_source
from generator.exercises.statements import as_sentence, attribution_of
from generator.model.dossier import Attribution, Dossier
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

LONGEST = 6
"""How many lines a range may have, except for one from the first to the last word of the attribution."""
COLUMNS = ("who", "role", "how", "line")
BASES = ("witness", "participant", "official", "record", "report", "not-stated")


@dataclass(frozen=True, slots=True)
class _Cell:
    row: Option
    column: Option
    key: BlankKey
    given: bool

    @property
    def at(self) -> str:
        return f"{self.row.id}:{self.column.id}"


class SourceTable(ExerciseType):
    """'Not stated' is a right answer in every column but the last."""

    name = "source_table"
    skill = "attribution"
    kind = "short-text"
    rows = (2, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for note in dossier.attributions:
            reason = _shortage(note)
            if reason:
                short.append(Shortage(note.id, reason))
            else:
                units.append(note)
        if len({n.says for n in units}) < 2:
            return Usable((), (*short, *(Shortage(n.id, "too-few") for n in units)))
        return Usable(tuple(Unit(n.id, leaks.notes_of(dossier, n), (n.label,)) for n in units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        notes = _draw(dossier, [attribution_of(dossier, unit) for unit in units], scene)
        cells = _cells(dossier, notes, scene)
        blanks = {cell.at: scene.option(f"{cell.row.text} {cell.column.text}").id for cell in cells}
        open_cells = [cell for cell in cells if not cell.given]
        points, marking = scene.share(len(open_cells))
        in_order = sorted(notes, key=lambda n: (n.label, n.content[0].start))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                response=ShortText(
                    blanks=tuple(
                        Blank(id=blanks[c.at], label=c.column.text, row=c.row.id, column=c.column.id)
                        for c in open_cells
                    ),
                    table=Table(
                        corner=words.say("corner"),
                        rows=tuple(dict.fromkeys(c.row for c in cells)),
                        columns=tuple(dict.fromkeys(c.column for c in cells)),
                        given={c.at: c.key.model for c in cells if c.given},
                    ),
                    bank=tuple(words.say(f"basis.{basis}") for basis in BASES),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(_who(n, scene) for n in notes),
                answer=ShortTextAnswer(blanks={blanks[c.at]: c.key for c in open_cells}),
                evidence=tuple(
                    scene.evidence(quote, _shows(n, scene) if i == 0 else None)
                    for n in in_order
                    for i, quote in enumerate(n.quotes)
                ),
                rationale=words.say("rationale"),
                marking=marking,
                accept=(words.say("accept.words"), words.say("accept.lines"), words.say("accept.how")),
                reject=_rejects(notes, scene),
            ),
            asks=leaks.sources(dossier, *notes) | {f"attribution:{n.id}:basis" for n in notes},
            tells=frozenset(f"attribution:{notes[0].id}:source" for c in cells[:1] if c.given).union(
                *(leaks.statement(dossier, n) for n in notes)
            ),
            minutes=scene.minutes or max(2.0, 0.5 * len(open_cells)),
            difficulty=self.difficulty,
        )


def _draw(dossier: Dossier, notes: Sequence[Attribution], scene: Scene) -> list[Attribution]:
    """Different statements in the order of this variant, from as many different sources as there are."""
    fresh: list[Attribution] = []
    again: list[Attribution] = []
    for note in {note.says: note for note in scene.shuffled(notes)}.values():
        seen = any(same_source(dossier, note, other) for other in fresh)
        (again if seen else fresh).append(note)
    return [*fresh, *again][: scene.how_many(2, 3, 4)]


def _shortage(note: Attribution) -> str | None:
    """Why a true row cannot be made of this attribution, if it cannot."""
    if note.source is not None and note.role is None and note.source_kind != "person":
        return "no-role"
    if note.basis != "not-stated" and not note.basis_why:
        return "no-basis-why"
    return None


def _who(note: Attribution, scene: Scene) -> str:
    return note.who or scene.words.say("not-stated")


def _cells(dossier: Dossier, notes: Sequence[Attribution], scene: Scene) -> list[_Cell]:
    """All cells, row by row. Support gives the lines, and the first source as an example."""
    words = scene.words
    columns = {name: scene.option(words.say(f"column.{name}")) for name in COLUMNS}
    cells = []
    for i, note in enumerate(notes):
        text = words.say(
            "row.statement",
            statement=as_sentence(note.says),
            place=words.say("place.report.short", passage=note.label),
        )
        row = scene.option(text)
        silent = words.say("not-stated")
        who = BlankKey(model=_who(note, scene), accept=_other_names(note, articles_of(dossier)))
        role = BlankKey(model=note.role or silent, accept=_introduced(note))
        how = BlankKey(model=words.say(f"basis.{note.basis}"))
        for name, key in zip(COLUMNS, (who, role, how, _line(dossier, note, scene)), strict=True):
            given = scene.lane == "support" and (name == "line" or (i == 0 and name == "who"))
            cells.append(_Cell(row, columns[name], key, given))
    return cells


def _line(dossier: Dossier, note: Attribution, scene: Scene) -> BlankKey:
    """The lines of the content; any line or range of its sentences that holds a part of the attribution counts."""
    model = _range(scene, note.content[0].first, note.content[-1].last)
    on = {n for q in note.quotes for n in range(q.first, q.last + 1)}
    sentences = [lines_of_sentence(dossier.passages[note.label], q) for q in note.quotes]
    lines = range(min(first for first, _ in sentences), max(last for _, last in sentences) + 1)
    ranges = [
        (first, last)
        for first in lines
        for last in lines[lines.index(first) : lines.index(first) + LONGEST]
        if on.intersection(range(first, last + 1))
    ]
    ranges = sorted([*ranges, (lines[0], lines[-1])], key=lambda span: (span[1] - span[0], span))
    accept = dict.fromkeys(_range(scene, *span) for span in ranges)
    return BlankKey(model=model, accept=tuple(text for text in accept if text != model))


def _range(scene: Scene, first: int, last: int) -> str:
    return str(first) if first == last else scene.words.say("lines", first=str(first), last=str(last))


def _introduced(note: Attribution) -> tuple[str, ...]:
    """The words of the passage for what the source is, where there are any beside the role."""
    if note.role is None or note.introduced is None or note.introduced.text == note.role:
        return ()
    return (note.introduced.text,)


def _other_names(note: Attribution, articles: tuple[str, ...]) -> tuple[str, ...]:
    """The passage's own words for the source, where the model answer is another; not a bare 'he' or 'they'."""
    own = note.source.text if note.source else note.who
    if own is None or note.who is None or own == note.who:
        return ()
    return (own,) if " " in own or same_name(own, note.who, articles) else ()


def _shows(note: Attribution, scene: Scene) -> str:
    why = note.basis_why or scene.words.say("why.not-stated")
    return scene.words.say("shows", who=_who(note, scene), why=why)


def _rejects(notes: Sequence[Attribution], scene: Scene) -> tuple[Reject, ...]:
    """Those who are easily taken for the source, and guesses where the text is silent."""
    named = [Reject(text=n.quote.text, why=n.why) for note in notes for n in note.not_source]
    silent = any(note.role is None or note.basis == "not-stated" for note in notes)
    guess = [Reject(text=scene.words.say("reject.guess"), why=scene.words.say("reject.guess.why"))]
    return tuple(dict.fromkeys((*named, *(guess if silent else ()))))
