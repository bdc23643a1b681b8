"""Sort the status: statements -> fact of the writer, word of a source, allegation, or possibility."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.statements import (
    Presented,
    Status,
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

STATUSES: tuple[Status, ...] = ("fact", "said", "alleged", "expected")


class SortTheStatus(ExerciseType):
    """Statements with a source and limiting words at once would fit two columns; they are left out."""

    name = "sort_the_status"
    skill = "uncertainty"
    kind = "grid"
    rows = (3, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        found, short = presented(dossier)
        return units_of(_by_status(found), short, least=3, least_groups=2)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        most = scene.how_many(4, 5, 7)
        pool = distinct(scene.shuffled(chosen(presented(dossier)[0], units)), most)
        found = scene.shuffled(spread(scene, _by_status(pool), most))
        columns = {status: scene.option(words.say(f"column.{status}")) for status in STATUSES}
        rows = [(scene.option(row_of(scene, dossier, p)), p) for p in found]
        points, marking = scene.share(len(rows))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.bare" if any(p.marker for p in found) else "stem"),
                points=points,
                response=Grid(
                    corner=words.say("corner"), rows=tuple(row for row, _ in rows), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(words.say(f"brief.{p.status}") for _, p in rows),
                answer=GridAnswer(cells={row.id: columns[p.status].id for row, p in rows}),
                evidence=tuple(e for _, p in rows for e in proof(scene, p, f"shows.{p.status}")),
                rationale=words.say("rationale"),
                marking=marking,
                misreadings={columns[s].id: words.say(f"misreading.{s}") for s in STATUSES},
            ),
            asks=frozenset(p.fact for p in found),
            tells=told_by_rows(dossier, found),
            minutes=scene.minutes or round(0.5 * len(rows) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _by_status(found: Sequence[Presented]) -> dict[str, list[Presented]]:
    return {status: [p for p in found if p.status == status] for status in STATUSES}
