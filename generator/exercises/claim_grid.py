"""Claim grid: topics -> how the two reports stand on each."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.pairs import (
    SAME,
    both,
    claim_evidence,
    claim_units,
    claims_of,
    lines_to_read,
    opening,
    present,
    side_proof,
    topic_trouble,
    uncertainty_trouble,
    varied,
)
from generator.model.dossier import Claim, Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question

LEAST_COLUMNS = 4
_ORDER = ("same", "differ-in-detail", "conflict", "differ-in-certainty", "only-first", "only-second")


class ClaimGrid(ExerciseType):
    """Agreement in the same and in other words is one column: no reader could tell the two apart for sure."""

    name = "claim_grid"
    skill = "corroboration"
    kind = "grid"
    rows = (3, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        topic, certainty = topic_trouble(dossier), uncertainty_trouble(dossier)
        return claim_units(dossier, lambda *sides: topic(*sides) or certainty(*sides))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, noted = scene.words, claims_of(dossier, units)
        claims = varied(scene, noted, lambda c: _stand(c, first, second), scene.how_many(4, 6, 8))
        columns = {
            name: scene.option(words.say(f"column.{name}", first=first, second=second))
            for name in _columns({_stand(c, first, second) for c in noted})
        }
        rows = {claim.id: scene.option(opening(claim.topic)) for claim in claims}
        cells = {rows[c.id].id: columns[_stand(c, first, second)].id for c in claims}
        points, marking = scene.share(len(claims))
        defined = [words.say(f"define.{name}") for name in columns if words.has(f"define.{name}")]
        in_order = [claim for claim in noted if claim in claims]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=" ".join(defined),
                points=points,
                hints=lines_to_read(
                    scene, dossier, (q for c in claims for q in side_proof(dossier, c, first, second))
                ),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=rows[c.id].text, answer=columns[_stand(c, first, second)].text)
                    for c in claims
                ),
                answer=GridAnswer(cells=cells),
                evidence=claim_evidence(scene, in_order, first, second),
                rationale="\n".join(_because(scene, c, first, second) for c in in_order),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{name}", first=first, second=second)
                    for name, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=frozenset(f"claim:{c.id}:relation" for c in claims),
            minutes=scene.minutes or round(0.75 * len(claims) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _stand(claim: Claim, first: str, second: str) -> str:
    """The column of a claim."""
    relation = claim.relation(first, second)
    assert relation is not None
    if relation in SAME:
        return "same"
    if relation == "only-in-one":
        return "only-first" if present(claim, first) else "only-second"
    return relation


def _columns(found: set[str]) -> list[str]:
    """The columns that the notes make plausible, and enough others for a real choice."""
    if found & {"only-first", "only-second"}:
        found = found | {"only-first", "only-second"}
    spare = [name for name in _ORDER if name not in found]
    while len(found) < LEAST_COLUMNS:
        found = found | {spare.pop(0)}
    return [name for name in _ORDER if name in found]


def _because(scene: Scene, claim: Claim, first: str, second: str) -> str:
    stand = _stand(claim, first, second)
    if claim.explain and not stand.startswith("only"):
        return scene.words.say("because", topic=opening(claim.topic), explain=claim.explain)
    return scene.words.say(f"because.{stand}", topic=opening(claim.topic), first=first, second=second)
