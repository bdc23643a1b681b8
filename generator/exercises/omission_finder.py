"""Omission finder: statements -> in report A only, in report B only, or in both."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import (
    SAME,
    both,
    claim_evidence,
    claim_units,
    claims_of,
    present,
    topped_up,
    varied,
)
from generator.model.dossier import Claim, Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question


class OmissionFinder(ExerciseType):
    """What a reader of one report alone would not know."""

    name = "omission_finder"
    skill = "differences"
    kind = "grid"
    rows = (3, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        found = claim_units(dossier, _look)
        groups = {unit.group for unit in found.units if _is_omission(dossier, unit)}
        units = tuple(unit for unit in found.units if unit.group in groups)
        kept = {unit.id for unit in units}
        lost = dict.fromkeys(unit.id for unit in found.units if unit.id not in kept)
        return Usable(units, (*found.shortages, *(Shortage(id_, "no-omission") for id_ in lost)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        units = topped_up(units, self.units(dossier).units, lambda unit: _is_omission(dossier, unit))
        words, noted = scene.words, claims_of(dossier, units)
        claims = varied(scene, noted, lambda c: _where(c, first, second), scene.how_many(4, 6, 8))
        columns = {
            where: scene.option(words.say(f"column.{where}", first=first, second=second))
            for where in ("first", "second", "both")
        }
        rows = {claim.id: scene.option(claim.statement or claim.topic) for claim in claims}
        cells = {rows[c.id].id: columns[_where(c, first, second)].id for c in claims}
        in_order = [claim for claim in noted if claim in claims]
        points, marking = scene.share(len(claims))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=(words.say("hint.support", first=first, second=second),) if scene.lane == "support" else (),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say(
                        "brief.row",
                        row=rows[c.id].text.removesuffix("."),
                        answer=columns[_where(c, first, second)].text,
                    )
                    for c in claims
                ),
                answer=GridAnswer(cells=cells),
                evidence=claim_evidence(scene, in_order, first, second),
                rationale=_rationale(scene, in_order, first, second),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{where}", first=first, second=second)
                    for where, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=leaks.where(claims, first, second),
            minutes=scene.minutes or round(0.6 * len(claims) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _look(claim: Claim, first: str, second: str) -> str | None:
    if claim.relation(first, second) not in SAME | {"only-in-one"}:
        return "partly"
    if claim.statement is None:
        return "no-statement"
    if any(side.standing == "denied" for side in present(claim, first, second)):
        return "denied"
    return None


def _is_omission(dossier: Dossier, unit: Unit) -> bool:
    return dossier.claim(unit.id).relation(*unit.labels[:2]) == "only-in-one"


def _where(claim: Claim, first: str, second: str) -> str:
    here = {side.label for side in present(claim, first, second)}
    return "both" if here == {first, second} else "first" if first in here else "second"


def _rationale(scene: Scene, claims: Sequence[Claim], first: str, second: str) -> str:
    """What a reader of only one report would miss, report by report."""
    told = []
    for label, where in ((first, "second"), (second, "first")):
        missed = [c.statement for c in claims if _where(c, first, second) == where and c.statement]
        if missed:
            told.append(scene.words.say("missed", label=label, statements=" ".join(missed)))
    return " ".join([*told, scene.words.say("rationale")])
