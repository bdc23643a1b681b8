"""Writer or someone else: statements -> the writer's own voice, or a source's words."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.leaks import told_values
from generator.exercises.statements import Presented, chosen, presented, proof, row_text, spread, units_of
from generator.model.dossier import Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question


class WriterOrSomeoneElse(ExerciseType):
    """About half of the rows each way; a claim told in both voices makes the best pair of rows."""

    name = "writer_or_someone_else"
    skill = "attribution"
    kind = "grid"
    rows = (4, 12)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        found, short = presented(dossier)
        return units_of(_by_voice(found), short, least=4, least_groups=2)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        found = _draw(chosen(presented(dossier)[0], units), scene, scene.how_many(4, 6, 8))
        columns = {voice: scene.option(words.say(f"column.{voice}")) for voice in ("writer", "source")}
        rows = [(scene.option(row_text(scene, dossier, p.text, p.quote)), p) for p in scene.shuffled(found)]
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
            tells=frozenset[str]().union(*(told_values(dossier, p.text, [p.quote]) for p in found)),
            minutes=scene.minutes or round(0.4 * len(rows) + 0.4, 1),
            difficulty=self.difficulty,
        )


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
