"""Writer or someone else: statements -> the writer's own voice, or a source's words."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.statements import (
    Presented,
    chosen,
    distinct,
    presented,
    proof,
    row_of,
    spread,
    told_by_rows,
    units_of,
)
from generator.model.dossier import Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question

LEAST_LETTERS = 3
"""Shorter words tell little of what a statement is about."""
ALIKE = 0.75
"""Share of the words of one statement that another must have to be much the same."""


class WriterOrSomeoneElse(ExerciseType):
    """About half of the rows each way; a claim told in both voices makes the best pair of rows."""

    name = "writer_or_someone_else"
    skill = "attribution"
    kind = "grid"
    rows = (4, 12)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        found, short = presented(dossier)
        twice = [p for p in found if _in_two_voices(dossier, p)]
        short += [Shortage(note, "two-voices") for note in dict.fromkeys(p.note for p in twice)]
        found = [p for p in found if p not in twice]
        return units_of(_by_voice(found), short, least=4, least_groups=2)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        most = scene.how_many(4, 6, 8)
        pool = distinct(scene.shuffled(chosen(presented(dossier)[0], units)), most)
        found = _draw(pool, scene, most)
        columns = {voice: scene.option(words.say(f"column.{voice}")) for voice in ("writer", "source")}
        rows = [(scene.option(row_of(scene, dossier, p)), p) for p in scene.shuffled(found)]
        points, marking = scene.share(len(rows))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                response=Grid(
                    corner=words.say("corner"), rows=tuple(row for row, _ in rows), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.comma").join(words.say(f"brief.{_voice(p)}") for _, p in rows),
                answer=GridAnswer(cells={row.id: columns[_voice(p)].id for row, p in rows}),
                evidence=tuple(e for _, p in rows for e in proof(scene, p, f"shows.{_voice(p)}")),
                rationale=words.say("rationale"),
                marking=marking,
                misreadings={column.id: words.say(f"misreading.{voice}") for voice, column in columns.items()},
            ),
            asks=frozenset(p.fact for p in found),
            tells=told_by_rows(dossier, found),
            minutes=scene.minutes or round(0.4 * len(rows) + 0.4, 1),
            difficulty=self.difficulty,
        )


def _in_two_voices(dossier: Dossier, statement: Presented) -> bool:
    """Whether the paragraph tells much the same once more in the other voice, so that its lines do not decide.

    Statements are compared by their words; a headline is a place of its own.
    """
    passage = dossier.passages[statement.label]
    block, told = passage.paragraph_of(statement.quote.start), _content_words(statement.text)
    if statement.status not in ("fact", "said") or statement.quote.first == 0:
        return False
    if statement.status == "fact":
        others = [(a.says, q) for a in dossier.attributions if a.label == statement.label for q in a.content[:1]]
    else:
        sides = (
            (c.statement or "", c.sides[statement.label]) for c in dossier.claims if statement.label in c.sides
        )
        others = [(text, s.quote) for text, s in sides if s.standing == "asserted" and s.quote is not None]
    near = [text for text, quote in others if block.start <= quote.start < block.end]
    return any(_alike(told, _content_words(text)) for text in near)


def _content_words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,“”«»¿¡").casefold() for word in text.split() if len(word) > LEAST_LETTERS)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= ALIKE


def _voice(statement: Presented) -> str:
    return "source" if statement.status == "said" else "writer"


def _by_voice(found: Sequence[Presented]) -> dict[str, list[Presented]]:
    """Only plain facts of the writer and plain words of sources; hedged statements hide whose words they are."""
    return {
        "writer": [p for p in found if p.status == "fact"],
        "source": [p for p in found if p.status == "said"],
    }


def _draw(found: Sequence[Presented], scene: Scene, most: int) -> list[Presented]:
    """One claim told in both voices, if there is one, then as many of each voice as the notes give."""
    groups = _by_voice(found)
    pairs = [
        (mine, theirs)
        for mine in groups["writer"]
        for theirs in groups["source"]
        if mine.claim and theirs.claim and mine.note == theirs.note
    ]
    first = list(scene.rng.choice(pairs)) if pairs else []
    rest = {voice: [p for p in group if p not in first] for voice, group in groups.items()}
    return [*first, *spread(scene, rest, most - len(first))]
