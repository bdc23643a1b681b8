"""Handle the conflict: two reports that differ -> what each says, why that may be, what would settle it."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.leaks import presence
from generator.exercises.pairs import (
    both,
    cite,
    claim_evidence,
    claim_units,
    opening,
    paragraphs_to_read,
    side_proof,
    side_words,
)
from generator.exercises.rubric import three_levels
from generator.exercises.stands import stands
from generator.model.dossier import Claim, Dossier
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject

LEAST_EXPLANATIONS = 2


class HandleTheConflict(ExerciseType):
    """Neither report is called right: the texts alone do not decide it."""

    name = "handle_the_conflict"
    skill = "corroboration"
    kind = "extended-text"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        def look(claim: Claim, first: str, second: str) -> str | None:
            if claim.relation(first, second) not in ("conflict", "differ-in-detail"):
                return "no-difference"
            if len(claim.explanations) < LEAST_EXPLANATIONS:
                return "no-explanations"
            return None if claim.settle else "no-settle"

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, claim = scene.words, dossier.claim(units[0].id)
        relation = claim.relation(first, second)
        points = scene.points or 4
        aim = words.say(f"aim.{relation}")
        facts = ("explanations", f"{first}:side", f"{second}:side")
        stem = words.say(f"stem.{relation}", first=first, second=second, topic=claim.topic)
        brief = ".brief" if scene.lane == "extension" else ""
        parts = words.say(f"stem.{'marks' if points == 4 else 'parts'}{brief}", aim=aim)
        rubric = three_levels(
            scene,
            points,
            first=first,
            second=second,
            topic=claim.topic,
            quote=cite(scene, side_words(claim, first)),
            other_quote=cite(scene, side_words(claim, second)),
            sure=stands(scene, claim.sides[first]),
            other_sure=stands(scene, claim.sides[second]),
            reason=claim.explanations[0],
            other_reason=claim.explanations[1],
            settle=claim.settle[0],
            aim=aim,
        )
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", first=first, second=second),
                stem=f"{stem} {parts}",
                points=points,
                hints=paragraphs_to_read(scene, dossier, side_proof(dossier, claim, first, second)),
                response=ExtendedText(lines=2 * points, frame=_frame(scene, first, second, aim)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=claim_evidence(scene, [claim], first, second),
                rationale=claim.explain or words.say("rationale", topic=opening(claim.topic)),
                marking=words.say(f"marking{brief}", aim=aim) if points == 4 else "",
                accept=(
                    *(words.say("accept.reason", reason=reason) for reason in claim.explanations),
                    *(words.say("accept.settle", settle=settle, aim=aim) for settle in claim.settle),
                    words.say("accept.other"),
                ),
                reject=tuple(
                    Reject(text=words.say(f"reject.{n}.text"), why=words.say(f"reject.{n}.why"))
                    for n in ("verdict", "lie", "bare")
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"claim:{claim.id}:{fact}" for fact in facts}),
            tells=presence((claim.id, label) for label in (first, second)) | {f"claim:{claim.id}:relation"},
            minutes=scene.minutes or 5.0,
            difficulty=self.difficulty,
        )


def _frame(scene: Scene, first: str, second: str, aim: str) -> tuple[str, ...]:
    if scene.lane != "support":
        return ()
    return tuple(
        scene.words.say(f"frame.{part}", first=first, second=second, aim=aim)
        for part in ("first", "second", "reason", "other-reason", "settle")
    )
