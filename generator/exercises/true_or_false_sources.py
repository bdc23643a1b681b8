"""True or false: claims of both reports -> whether two independent sources stand behind them, with lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.descent import Descent, descent, root_of, tell_route
from generator.exercises.leaks import presence
from generator.exercises.pairs import both, claim_units, claims_of, evidence, lines_to_read, side_quotes, varied
from generator.exercises.places import sentence_around, voice_of
from generator.model.dossier import Attribution, Claim, Dossier, Quote
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


@dataclass(frozen=True, slots=True)
class _Cell:
    row: Option
    column: Option
    key: BlankKey
    given: bool

    @property
    def at(self) -> str:
        return f"{self.row.id}:{self.column.id}"


class TrueOrFalseSources(ExerciseType):
    """A verdict counts for a third; the lines that show where each report has it from count for the rest."""

    name = "true_or_false_sources"
    skill = "corroboration"
    kind = "short-text"
    rows = (2, 10)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        def look(claim: Claim, first: str, second: str) -> str | None:
            if claim.relation(first, second) in ("conflict", "only-in-one"):
                return "not-in-both"
            if claim.statement is None:
                return "no-statement"
            if "denied" in (claim.sides[first].standing, claim.sides[second].standing):
                return "denied"
            found = descent(dossier, claim, first, second)
            if isinstance(found, str):
                return found
            # Two reports without a source leave the lines empty, and the verdict would give that away.
            return None if any(_shown(dossier, claim, found, label) for label in (first, second)) else "no-lines"

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        labels = both(units)
        words, noted = scene.words, claims_of(dossier, units)
        found = {claim.id: _descent(dossier, claim, labels) for claim in noted}
        claims = varied(scene, noted, lambda c: found[c.id].verdict, max(2, scene.how_many(2, 3, 4)))
        cells = _cells(scene, dossier, claims, found, labels)
        open_cells = [cell for cell in cells if not cell.given]
        blanks = tuple(
            Blank(
                id=f"b{number}",
                label=words.say("blank", statement=cell.row.text, column=cell.column.text),
                row=cell.row.id,
                column=cell.column.id,
            )
            for number, cell in enumerate(open_cells, start=1)
        )
        points, marking = scene.share(len(blanks))
        quotes = [(q, claim.statement) for claim in claims for q in side_quotes(claim, *labels)]
        quotes += [
            (q, words.say("shows.step"))
            for c in claims
            for label in labels
            for q in _shown(dossier, c, found[c.id], label)
        ]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", first=labels[0], second=labels[1]),
                points=points,
                hints=lines_to_read(scene, dossier, (q for q, _ in quotes)),
                response=ShortText(
                    blanks=blanks,
                    table=Table(
                        corner=words.say("corner"),
                        rows=tuple(dict.fromkeys(cell.row for cell in cells)),
                        columns=tuple(dict.fromkeys(cell.column for cell in cells)),
                        given={cell.at: cell.key.model for cell in cells if cell.given},
                    ),
                    bank=tuple(words.say(f"answer.{v}") for v in ("independent", "shared", "cannot-tell")),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(words.say(f"answer.{found[c.id].verdict}") for c in claims),
                answer=ShortTextAnswer(
                    blanks={blank.id: cell.key for blank, cell in zip(blanks, open_cells, strict=True)}
                ),
                evidence=evidence(scene, quotes),
                rationale="\n".join(_because(scene, dossier, c, found[c.id], labels) for c in claims),
                marking=marking,
                accept=(words.say("accept.lines"),),
                reject=tuple(
                    Reject(text=words.say(f"reject.{n}.text"), why=words.say(f"reject.{n}.why"))
                    for n in ("count", "same", "bare")
                ),
            ),
            asks=frozenset(f"claim:{c.id}:independence" for c in claims),
            tells=presence((c.id, label) for c in claims for label in labels)
            | {f"claim:{c.id}:relation" for c in claims},
            minutes=scene.minutes or 1.5 * len(claims) + 0.5,
            difficulty=self.difficulty,
        )


def _descent(dossier: Dossier, claim: Claim, labels: tuple[str, str]) -> Descent:
    found = descent(dossier, claim, *labels)
    assert isinstance(found, Descent)
    return found


def _shown(dossier: Dossier, claim: Claim, found: Descent, label: str) -> list[Quote]:
    """The words of a report that show where it has a claim from; none where it only makes the claim.

    Words of other paragraphs may be on another claim from the same source, and do not count.
    """
    quote, passage = claim.sides[label].quote, dossier.passages[label]
    voice = [q for note in _sourced(dossier, claim, label) for q in voice_of(dossier, note)]
    if quote is None:
        return voice
    block = passage.paragraph_of(quote.start)
    known = [e for e in found.routes[label].edges if dossier.origins.nodes[e.from_].kind != "unknown"]
    steps = [edge.evidence[label] for edge in known if label in edge.evidence]
    near = [q for q in steps if block.start <= q.start < block.end and not q.overlaps(quote)]
    return [*voice, *(q for q in near if q not in voice)]


def _sourced(dossier: Dossier, claim: Claim, label: str) -> list[Attribution]:
    """The attributions of a claim in a report that name or describe a source."""
    side = claim.sides[label]
    quote = side.quote
    return [
        note
        for note in dossier.attributions
        if note.label == label
        and note.source is not None
        and (note == side.said_by or (quote is not None and any(q.overlaps(quote) for q in note.content)))
    ]


def _cells(
    scene: Scene,
    dossier: Dossier,
    claims: Sequence[Claim],
    found: dict[str, Descent],
    labels: tuple[str, str],
) -> list[_Cell]:
    """All cells, row by row. Support gets the line of the first report in the first row."""
    words = scene.words
    verdict = scene.option(words.say("column.verdict"))
    lines = {label: scene.option(words.say("column.line", passage=label)) for label in labels}
    cells = []
    for number, claim in enumerate(claims):
        row = scene.option(claim.statement or claim.topic)
        answer = words.say(f"answer.{found[claim.id].verdict}")
        accept = tuple(words.say(f"accept.{found[claim.id].verdict}").split("|"))
        cells.append(_Cell(row, verdict, BlankKey(model=answer, accept=accept), given=False))
        for label in labels:
            given = scene.lane == "support" and number == 0 and label == labels[0]
            cells.append(_Cell(row, lines[label], _line(scene, dossier, claim, found[claim.id], label), given))
    return cells


def _line(scene: Scene, dossier: Dossier, claim: Claim, found: Descent, label: str) -> BlankKey:
    """A line on which a report shows where it has a claim from; any line of these sentences is accepted.

    So is any line of the attribution, for what one source says may go on in a further sentence.
    """
    shown = _shown(dossier, claim, found, label)
    passage = dossier.passages[label]
    sentences = [sentence_around(passage, q) for q in shown or side_quotes(claim, label)]
    attributed = [q for note in _sourced(dossier, claim, label) for q in note.quotes]
    on = sorted({n for place in (*sentences, *attributed) for n in range(place.first, place.last + 1)})
    ranges = [f"{s.first}–{s.last}" for s in sentences if s.first < s.last]
    accept = [scene.words.say("headline") if n == 0 else str(n) for n in on] + ranges
    if not shown:
        return BlankKey(model=scene.words.say("none"), accept=tuple(dict.fromkeys(accept)))
    first = shown[0].first
    model = scene.words.say("headline") if first == 0 else str(first)
    return BlankKey(model=model, accept=tuple(text for text in dict.fromkeys(accept) if text != model))


def _because(scene: Scene, dossier: Dossier, claim: Claim, found: Descent, labels: tuple[str, str]) -> str:
    told = scene.words.say(
        f"because.{found.verdict}",
        first=labels[0],
        second=labels[1],
        root=root_of(dossier, found, labels[0]),
        other_root=root_of(dossier, found, labels[1]),
    )
    return " ".join([claim.statement or "", *(tell_route(scene, dossier, found, x) for x in labels), told])
