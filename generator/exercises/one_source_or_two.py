"""One source or two: claims of both reports -> one shared origin, independent origins, or no telling."""

from collections.abc import Sequence
from dataclasses import replace

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.descent import Descent, descent, root_of, tell_route
from generator.exercises.leaks import presence, told_values
from generator.exercises.pairs import (
    both,
    claim_units,
    claims_of,
    evidence,
    lines_to_read,
    side_proof,
    side_quotes,
    unstopped,
    varied,
)
from generator.model.dossier import Claim, Dossier
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question

VERDICTS = ("shared", "independent", "cannot-tell")


class OneSourceOrTwo(ExerciseType):
    """Two reports are two sources only where what they say has two roots."""

    name = "one_source_or_two"
    skill = "corroboration"
    kind = "grid"
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
            return found if isinstance(found, str) else None

        found = claim_units(dossier, look)
        return Usable(tuple(_with_told(dossier, unit) for unit in found.units), found.shortages)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, noted = scene.words, claims_of(dossier, units)
        found = {claim.id: _descent(dossier, claim, first, second) for claim in noted}
        claims = varied(scene, noted, lambda c: found[c.id].verdict, scene.how_many(2, 4, 5))
        columns = {verdict: scene.option(words.say(f"column.{verdict}")) for verdict in VERDICTS}
        rows = {claim.id: scene.option(claim.statement or claim.topic) for claim in claims}
        cells = {rows[c.id].id: columns[found[c.id].verdict].id for c in claims}
        points, marking = scene.share(len(claims))
        quotes = [(q, rows[c.id].text) for c in claims for q in side_quotes(c, first, second)]
        quotes += [(q, words.say("shows.step")) for c in claims for q in found[c.id].quotes]
        read = [q for c in claims for q in (*side_proof(dossier, c, first, second), *found[c.id].quotes)]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", first=first, second=second),
                points=points,
                hints=lines_to_read(scene, dossier, read),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say(
                        "brief.row", row=unstopped(rows[c.id].text), answer=columns[found[c.id].verdict].text
                    )
                    for c in claims
                ),
                answer=GridAnswer(cells=cells),
                evidence=evidence(scene, quotes),
                rationale="\n".join(_because(scene, dossier, c, found[c.id], (first, second)) for c in claims),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{verdict}")
                    for verdict, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=frozenset(f"claim:{c.id}:independence" for c in claims),
            tells=presence((c.id, label) for c in claims for label in (first, second))
            | {f"claim:{c.id}:relation" for c in claims}
            | frozenset[str]().union(*(_told(dossier, claim, first, second) for claim in claims)),
            minutes=scene.minutes or 1.0 * len(claims) + 0.5,
            difficulty=self.difficulty,
        )


def _told(dossier: Dossier, claim: Claim, first: str, second: str) -> frozenset[str]:
    """The values that the statement gives away, of this claim and of others that rest on the same words."""
    return told_values(dossier, claim.statement or "", side_quotes(claim, first, second))


def _with_told(dossier: Dossier, unit: Unit) -> Unit:
    """The unit with the other claims whose values its row gives away, so that it can go for their sake."""
    first, second = both([unit])
    others = sorted(fact.split(":")[1] for fact in _told(dossier, dossier.claim(unit.id), first, second))
    return replace(unit, notes=tuple(dict.fromkeys((*unit.notes, *others))))


def _descent(dossier: Dossier, claim: Claim, first: str, second: str) -> Descent:
    found = descent(dossier, claim, first, second)
    assert isinstance(found, Descent)
    return found


def _because(scene: Scene, dossier: Dossier, claim: Claim, found: Descent, labels: tuple[str, str]) -> str:
    first, second = labels
    told = [
        claim.statement or claim.topic,
        *(tell_route(scene, dossier, found, label) for label in labels),
        scene.words.say(
            f"because.{found.verdict}",
            first=first,
            second=second,
            root=root_of(dossier, found, first),
            other_root=root_of(dossier, found, second),
        ),
    ]
    if found.circular:
        told.append(scene.words.say("because.circular"))
    return " ".join(told)
