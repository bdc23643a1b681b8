"""Echo or evidence: a made-up further piece -> would it support the claim independently?"""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.leaks import whereabouts
from generator.exercises.pairs import claim_evidence, present, sentences_to_read, side_proof
from generator.exercises.places import find_words
from generator.model.dossier import Claim, Dossier
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question

ANSWERS = ("yes", "no", "cannot-tell")


class EchoOrEvidence(ExerciseType):
    """Another voice is not yet another origin."""

    name = "echo_or_evidence"
    skill = "corroboration"
    kind = "choice"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        units, shortages = [], []
        claims = {claim.id: claim for claim in dossier.claims}
        for probe in dossier.probes:
            claim = claims.get(probe.claim)
            sides = present(claim, *dossier.labels) if claim else []
            if claim is None or not sides:
                shortages.append(Shortage(probe.id, "no-claim"))
            elif claim.statement is None:
                shortages.append(Shortage(probe.id, "no-statement"))
            elif all(side.quote is None for side in sides):
                shortages.append(Shortage(probe.id, "no-quote"))
            else:
                labels = tuple(side.label for side in sides)
                units.append(Unit(probe.id, (probe.id, claim.id), labels))
        return Usable(tuple(units), tuple(shortages))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, labels = scene.words, units[0].labels
        probe = next(p for p in dossier.probes if p.id == units[0].id)
        claim = dossier.claim(probe.claim)
        assert claim.statement is not None
        options = {answer: scene.option(words.say(f"option.{answer}")) for answer in ANSWERS}
        points, marking = scene.share(1)
        told = {"reports": _reports(scene, dossier, labels), "statement": claim.statement, "probe": probe.text}
        asked = words.say("asked.one" if len(labels) == 1 else "asked.several", reports=told["reports"])
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.hedged" if _doubted(claim, labels) else "stem", **told, asked=asked),
                points=points,
                hints=sentences_to_read(scene, dossier, side_proof(dossier, claim, *labels)),
                response=Choice(options=tuple(scene.shuffled(options.values()))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say(f"brief.{probe.independent}"),
                answer=ChoiceAnswer(option=options[probe.independent].id),
                evidence=claim_evidence(scene, [claim], *labels),
                rationale=probe.why,
                marking=marking,
                misreadings={
                    option.id: words.say(f"misreading.{probe.independent}.{answer}")
                    for answer, option in options.items()
                    if answer != probe.independent
                },
            ),
            asks=frozenset({f"probe:{probe.id}"}),
            tells=whereabouts(dossier, claim, labels),
            minutes=scene.minutes or 1.5,
            difficulty=self.difficulty,
        )


def _doubted(claim: Claim, labels: Sequence[str]) -> bool:
    """Whether a report limits what the claim, as it is worded here, says outright."""
    hedged = [side for side in present(claim, *labels) if side.standing == "hedged"]
    kept = [m for side in hedged for m in side.markers if find_words(claim.statement or "", m.quote.text)]
    return bool(hedged) and not kept


def _reports(scene: Scene, dossier: Dossier, labels: Sequence[str]) -> str:
    """Whose claim it is, in words."""
    if len(labels) == 1:
        return scene.words.say("reports.one", first=labels[0])
    if labels == dossier.labels and len(labels) == 2:
        return scene.words.say("reports.both", first=labels[0], second=labels[1])
    return scene.words.say("reports.several", passages=scene.words.say("list.comma").join(labels))
