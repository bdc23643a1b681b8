"""Synthesis: both reports -> a summary of how they differ, with details from each."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import (
    SAME,
    both,
    cite,
    claim_evidence,
    claim_units,
    claims_of,
    opening,
    present,
    side_words,
    varied,
)
from generator.exercises.stands import stands
from generator.model.dossier import Claim, Dossier
from generator.model.item import (
    ExtendedText,
    ExtendedTextAnswer,
    Item,
    KeyEntry,
    Question,
    Reject,
    RubricLevel,
)

LEAST_DIFFERENCES = 2
LEVELS = ("perceptive", "clear", "some", "simple")


class Synthesis(ExerciseType):
    """Four levels, from a simple remark to a perceptive comparison; length earns nothing."""

    name = "synthesis"
    skill = "differences"
    kind = "extended-text"
    rows = (2, 12)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        found = claim_units(dossier, _look)
        counts: dict[str, int] = {}
        for unit in found.units:
            counts[unit.group] = counts.get(unit.group, 0) + _differs(dossier, unit)
        units = tuple(unit for unit in found.units if counts[unit.group] >= LEAST_DIFFERENCES)
        kept = {unit.id for unit in units}
        lost = dict.fromkeys(unit.id for unit in found.units if unit.id not in kept)
        return Usable(units, (*found.shortages, *(Shortage(id_, "too-few") for id_ in lost)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        spare = [u for u in self.units(dossier).units if u.group == units[0].group and u not in units]
        missing = LEAST_DIFFERENCES - sum(_differs(dossier, unit) for unit in units)
        units = [*[u for u in spare if _differs(dossier, u)][: max(0, missing)], *units]
        words, noted = scene.words, claims_of(dossier, units)
        apart = [claim for claim in noted if claim.relation(first, second) not in SAME]
        picked = varied(scene, apart, lambda c: str(c.relation(first, second)), max(2, scene.how_many(3, 4, 6)))
        differences = sorted((c for c in noted if c in picked), key=lambda c: len(present(c, first, second)) < 2)
        shared = [claim for claim in noted if claim.relation(first, second) in SAME][:1]
        points = scene.points or 6
        rubric = _rubric(scene, points, differences, shared, (first, second))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say(_calibrated(scene, "stem"), first=first, second=second),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=ExtendedText(lines=2 * points, frame=_frame(scene, first, second)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=claim_evidence(scene, [*differences, *shared], first, second),
                rationale=words.say("rationale"),
                accept=(
                    *(_point(scene, claim, first, second) for claim in differences),
                    *(_point(scene, claim, first, second) for claim in shared),
                    words.say("accept.other"),
                ),
                reject=tuple(
                    Reject(text=words.say(f"reject.{n}.text"), why=words.say(f"reject.{n}.why"))
                    for n in ("retold", "verdict", "length")
                ),
                rubric=rubric,
            ),
            asks=frozenset(f"claim:{c.id}:synthesis" for c in differences),
            minutes=scene.minutes or 8.0,
            difficulty=self.difficulty,
        )


def _look(claim: Claim, first: str, second: str) -> str | None:
    relation = claim.relation(first, second)
    if any(side.standing == "denied" for side in present(claim, first, second)) and claim.explain is None:
        return "no-explain"
    if relation in SAME or relation == "only-in-one":
        return None if claim.statement else "no-statement"
    return None if claim.explain else "no-explain"


def _differs(dossier: Dossier, unit: Unit) -> bool:
    return dossier.claim(unit.id).relation(*unit.labels[:2]) not in SAME


def _calibrated(scene: Scene, key: str) -> str:
    """The key of the wording for this lane: extension asks for a brief that is as sure as the reports."""
    return f"{key}.brief" if scene.lane == "extension" else key


def _contrast(scene: Scene, claim: Claim, first: str, second: str) -> str:
    """What the reports say on a claim, as a sentence with words and lines of each that says anything.

    In extension it tells how sure each is, or whose word it gives.
    """
    here = present(claim, first, second)
    sure = {side.label: stands(scene, side) for side in here}
    if len(here) == 1:
        label = here[0].label
        silent = second if label == first else first
        quote = cite(scene, side_words(claim, label))
        key = _calibrated(scene, "contrast.one")
        return scene.words.say(key, passage=label, silent=silent, quote=quote, sure=sure[label])
    return scene.words.say(
        _calibrated(scene, "contrast.both"),
        first=first,
        second=second,
        sure=sure.get(first, ""),
        other_sure=sure.get(second, ""),
        quote=cite(scene, side_words(claim, first)),
        other_quote=cite(scene, side_words(claim, second)),
    )


def _point(scene: Scene, claim: Claim, first: str, second: str) -> str:
    """A content point for the key."""
    key = "point.shared" if claim.relation(first, second) in SAME else "point"
    if key == "point":
        contrast = _contrast(scene, claim, first, second)
    else:
        contrast = scene.words.say("list.and").join(cite(scene, side_words(claim, x)) for x in (first, second))
    told = scene.words.say(key, topic=opening(claim.topic), contrast=contrast)
    return f"{told} {claim.explain}" if claim.explain and key == "point" else told


def _rubric(
    scene: Scene, points: int, differences: Sequence[Claim], shared: Sequence[Claim], labels: tuple[str, str]
) -> tuple[RubricLevel, ...]:
    words, told = scene.words, [_contrast(scene, claim, *labels) for claim in differences]
    silent = next((c for c in differences if len(present(c, *labels)) == 1), None)
    best = []
    for claim, contrast in list(zip(differences, told, strict=True))[:3]:
        best += [contrast, claim.explain or ""]
    if silent is not None and silent.statement:
        here = present(silent, *labels)[0].label
        other = labels[1] if here == labels[0] else labels[0]
        best.append(words.say("sample.silent", passage=other, statement=silent.statement))
    else:
        best.append(words.say("sample.effect"))
    best += [words.say("sample.shared", statement=claim.statement or claim.topic) for claim in shared]
    samples = {
        "perceptive": " ".join(part for part in best if part),
        "clear": " ".join(told[:2]),
        "some": told[0],
        "simple": words.say("sample.simple", topic=differences[0].topic),
    }
    marks = {level: (points * part + 2) // 4 for level, part in zip(LEVELS, (4, 3, 2, 1), strict=True)}
    return tuple(
        RubricLevel(
            level=words.say(f"level.{level}"),
            points=marks[level],
            names=words.say(
                _calibrated(scene, f"rubric.{level}.names") if level == LEVELS[0] else f"rubric.{level}.names"
            ),
            sample=samples[level],
        )
        for level in LEVELS
    )


def _frame(scene: Scene, first: str, second: str) -> tuple[str, ...]:
    if scene.lane != "support":
        return ()
    return tuple(
        scene.words.say(f"frame.{n}", first=first, second=second) for n in ("both", "but", "only", "effect")
    )
