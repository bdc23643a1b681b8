"""Confidence before and after: a claim in one report, then in another -> a change that the origins justify."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.descent import Descent, descent, root_of, tell_route
from generator.exercises.leaks import presence
from generator.exercises.pairs import both, claim_units, evidence, opening, side_proof, side_quotes
from generator.exercises.rubric import three_levels
from generator.model.dossier import Claim, Dossier, Quote
from generator.model.item import (
    ExtendedText,
    ExtendedTextAnswer,
    Item,
    KeyEntry,
    Question,
    Reject,
    RubricLevel,
)

LEVELS = ("proficient", "emergent", "basic")


class ConfidenceBeforeAfter(ExerciseType):
    """Any rating may stand at the start; marks go to the reason for the change."""

    name = "confidence_before_after"
    skill = "corroboration"
    kind = "extended-text"
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

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, claim = scene.words, dossier.claim(units[0].id)
        found = descent(dossier, claim, first, second)
        assert isinstance(found, Descent)
        assert claim.statement is not None
        points = scene.points or 3
        rubric = _rubric(scene, dossier, found, points, (first, second))
        routes = [tell_route(scene, dossier, found, label) for label in (first, second)]
        quotes = _quotes(scene, claim, found, (first, second))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", first=first, second=second),
                stem=words.say(
                    "stem.brief" if scene.lane == "extension" else "stem",
                    statement=claim.statement,
                    first=first,
                    second=second,
                ),
                points=points,
                hints=scene.where_to_look(dossier, [*side_proof(dossier, claim, first, second), *found.quotes]),
                response=ExtendedText(lines=2 * points, frame=_frame(scene, first, second)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say(f"brief.{found.verdict}"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=evidence(scene, quotes),
                rationale=" ".join([*routes, words.say(f"rationale.{found.verdict}", first=first, second=second)]),
                marking=words.say("marking"),
                accept=(words.say("accept.start"), words.say(f"accept.{found.verdict}", second=second)),
                reject=(
                    Reject(text=words.say("reject.count.text"), why=words.say(f"reject.count.{found.verdict}")),
                    Reject(text=words.say("reject.style.text"), why=words.say("reject.style.why")),
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"claim:{claim.id}:independence"}),
            tells=presence((claim.id, label) for label in (first, second)),
            minutes=scene.minutes or 4.0,
            difficulty=self.difficulty,
        )


def _rubric(
    scene: Scene, dossier: Dossier, found: Descent, points: int, labels: tuple[str, str]
) -> tuple[RubricLevel, ...]:
    """What earns marks depends on where the two reports have the claim from."""
    first, second = labels
    values = {
        "first": first,
        "second": second,
        "root": root_of(dossier, found, first),
        "other_root": root_of(dossier, found, second),
    }
    said = {
        f"{level}_{part}": scene.words.say(f"{found.verdict}.{level}.{part}", **values)
        for level in LEVELS
        for part in ("names", "sample")
    }
    if scene.lane == "extension":
        said["brief"] = scene.words.say(f"brief.{found.verdict}.sentence", **values)
    return three_levels(scene, points, **said)


def _quotes(scene: Scene, claim: Claim, found: Descent, labels: tuple[str, str]) -> list[tuple[Quote, str | None]]:
    quotes: list[tuple[Quote, str | None]] = [(q, opening(claim.topic)) for q in side_quotes(claim, *labels)]
    return quotes + [(q, scene.words.say("shows.step")) for q in found.quotes]


def _frame(scene: Scene, first: str, second: str) -> tuple[str, ...]:
    if scene.lane != "support":
        return ()
    return tuple(
        scene.words.say(f"frame.{part}", first=first, second=second) for part in ("before", "after", "change")
    )
