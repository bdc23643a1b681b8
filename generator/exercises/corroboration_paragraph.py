"""Corroboration paragraph: two reports -> what both say, whether independently, where they differ, what helps."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.descent import Descent, descent, root_of, tell_route
from generator.exercises.pairs import (
    SAME,
    both,
    cite,
    claim_units,
    claims_of,
    evidence,
    opening,
    present,
    side_proof,
    side_quotes,
    side_words,
    topped_up,
    varied,
)
from generator.exercises.places import find_words
from generator.exercises.statements import SURENESS_KINDS
from generator.model.dossier import Claim, Dossier
from generator.model.item import (
    Evidence,
    ExtendedText,
    ExtendedTextAnswer,
    Item,
    KeyEntry,
    Question,
    Reject,
    RubricLevel,
)

LEVELS = ("perceptive", "clear", "some", "simple")
PARTS = ("both", "origin", "differ", "settle")


class CorroborationParagraph(ExerciseType):
    """Four things make a full answer; each level is defined by how many of them the reasoning names."""

    name = "corroboration_paragraph"
    skill = "corroboration"
    kind = "extended-text"
    rows = (2, 12)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        found = claim_units(dossier, lambda claim, first, second: _trouble(dossier, claim, first, second))
        shares = {unit.group for unit in found.units if _is_shared(dossier, unit)}
        differs = {unit.group for unit in found.units if not _is_shared(dossier, unit)}
        units = tuple(unit for unit in found.units if unit.group in shares & differs)
        kept = {unit.id for unit in units}
        lost = dict.fromkeys(unit.id for unit in found.units if unit.id not in kept)
        return Usable(units, (*found.shortages, *(Shortage(id_, "one-sort") for id_ in lost)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        labels = both(units)
        pool = self.units(dossier).units
        units = topped_up(units, pool, lambda unit: _is_shared(dossier, unit))
        units = topped_up(units, pool, lambda unit: not _is_shared(dossier, unit))
        words, noted = scene.words, claims_of(dossier, units)
        same = {claim.id: _descent(dossier, claim, labels) for claim in noted if claim.relation(*labels) in SAME}
        shared = varied(
            scene, [c for c in noted if c.id in same], lambda c: same[c.id].verdict, scene.how_many(1, 2, 3)
        )
        apart = varied(
            scene,
            [c for c in noted if c.id not in same],
            lambda c: str(c.relation(*labels)),
            scene.how_many(1, 1, 2),
        )
        points = scene.points or 8
        rubric = _rubric(scene, dossier, points, shared, apart, labels)
        brief = scene.lane == "extension"
        quotes = [q for c in shared for q in (*side_proof(dossier, c, *labels), *same[c.id].quotes)]
        quotes += [q for c in apart for q in side_proof(dossier, c, *labels)]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.brief" if brief else "stem", first=labels[0], second=labels[1]),
                points=points,
                hints=scene.where_to_look(dossier, quotes),
                response=ExtendedText(lines=2 * points, frame=_frame(scene, labels)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=_evidence(scene, shared, apart, same, labels),
                rationale=words.say("rationale"),
                accept=(
                    *(_shared_point(scene, dossier, c, same[c.id], labels) for c in shared),
                    *(_differ_point(scene, c, labels) for c in apart),
                    words.say("accept.other"),
                ),
                reject=tuple(
                    Reject(text=words.say(f"reject.{n}.text"), why=words.say(f"reject.{n}.why"))
                    for n in _rejects(dossier, labels, brief)
                ),
                rubric=rubric,
            ),
            asks=frozenset(f"claim:{claim.id}:corroboration" for claim in (*shared, *apart)),
            minutes=scene.minutes or 10.0,
            difficulty=self.difficulty,
        )


# -- which claims ----------------------------------------------------------------------------------


def _trouble(dossier: Dossier, claim: Claim, first: str, second: str) -> str | None:
    relation = claim.relation(first, second)
    if relation in ("conflict", "differ-in-detail"):
        return None if claim.settle else "no-settle"
    if relation not in SAME:
        return "other-relation"
    if claim.statement is None:
        return "no-statement"
    sides = present(claim, first, second)
    doubted = any(
        side.standing in ("hedged", "denied") or any(m.kind in SURENESS_KINDS for m in side.markers)
        for side in sides
    )
    if doubted:
        return "not-firm"
    found = descent(dossier, claim, first, second)
    return found if isinstance(found, str) else None


def _is_shared(dossier: Dossier, unit: Unit) -> bool:
    return dossier.claim(unit.id).relation(*unit.labels[:2]) in SAME


def _descent(dossier: Dossier, claim: Claim, labels: tuple[str, str]) -> Descent:
    found = descent(dossier, claim, *labels)
    assert isinstance(found, Descent)
    return found


# -- words -----------------------------------------------------------------------------------------


def _from(scene: Scene, dossier: Dossier, found: Descent, labels: tuple[str, str]) -> str:
    """Where both reports have a claim from, and what follows; a circle only where the steps run in one."""
    told = scene.words.say(
        f"origin.{found.verdict}",
        first=labels[0],
        second=labels[1],
        root=root_of(dossier, found, labels[0]),
        other_root=root_of(dossier, found, labels[1]),
    )
    return f"{told} {scene.words.say('origin.circular')}" if found.circular else told


def _both(scene: Scene, claim: Claim, labels: tuple[str, str]) -> str:
    quotes = [cite(scene, side_words(claim, label)) for label in labels]
    return scene.words.say(
        "told.both",
        statement=claim.statement or "",
        first=labels[0],
        second=labels[1],
        quote=quotes[0],
        other_quote=quotes[1],
    )


def _differ(scene: Scene, claim: Claim, labels: tuple[str, str]) -> str:
    return scene.words.say(
        "told.differ",
        topic=claim.topic,
        first=labels[0],
        second=labels[1],
        quote=_given(scene, claim, labels[0], labels),
        other_quote=_given(scene, claim, labels[1], labels),
    )


def _given(scene: Scene, claim: Claim, label: str, labels: tuple[str, str]) -> str:
    """What a report has on a claim; with its value where the words alone would not show the difference."""
    quote = cite(scene, side_words(claim, label))
    values = [(claim.sides[x].value or "", side_words(claim, x).text) for x in labels]
    if all(value for value, _ in values) and any(not find_words(text, value) for value, text in values):
        return scene.words.say("told.value", value=claim.sides[label].value or "", quote=quote)
    return quote


def _settle(scene: Scene, claim: Claim, settle: str, labels: tuple[str, str]) -> str:
    return scene.words.say(f"told.settle.{claim.relation(*labels)}", settle=settle)


def _shared_point(scene: Scene, dossier: Dossier, claim: Claim, found: Descent, labels: tuple[str, str]) -> str:
    """A content point: what both support, the way to each report, and whether that makes two sources."""
    routes = [tell_route(scene, dossier, found, label) for label in labels]
    return " ".join([_both(scene, claim, labels), *routes, _from(scene, dossier, found, labels)])


def _differ_point(scene: Scene, claim: Claim, labels: tuple[str, str]) -> str:
    """A content point: what the reports say, why that is a difference, and what would help."""
    told = [_differ(scene, claim, labels), claim.explain or ""]
    told.append(_settle(scene, claim, claim.settle[0], labels))
    told += [scene.words.say("told.settle.or", settle=settle) for settle in claim.settle[1:]]
    return " ".join(part for part in told if part)


def _rubric(
    scene: Scene,
    dossier: Dossier,
    points: int,
    shared: Sequence[Claim],
    apart: Sequence[Claim],
    labels: tuple[str, str],
) -> tuple[RubricLevel, ...]:
    words = scene.words
    firm = {
        c.id: (_both(scene, c, labels), _from(scene, dossier, _descent(dossier, c, labels), labels))
        for c in shared
    }
    first = shared[0]
    samples = {
        "perceptive": [
            *(part for parts in firm.values() for part in parts),
            *(p for c in apart for p in (_differ(scene, c, labels), _settle(scene, c, c.settle[0], labels))),
        ],
        "clear": [*firm[first.id], _differ(scene, apart[0], labels)],
        "some": [firm[first.id][0], _differ(scene, apart[0], labels)],
        "simple": [words.say("told.bare", statement=first.statement or "")],
    }
    names = {level: words.say(f"rubric.{level}.names") for level in LEVELS}
    if scene.lane == "extension":
        names["perceptive"] += " " + words.say("rubric.brief")
    return tuple(
        RubricLevel(
            level=words.say(f"level.{level}"),
            points=(points * part + 2) // 4,
            names=names[level],
            sample=" ".join(samples[level]),
        )
        for level, part in zip(LEVELS, (4, 3, 2, 1), strict=True)
    )


def _frame(scene: Scene, labels: tuple[str, str]) -> tuple[str, ...]:
    if scene.lane != "support":
        return ()
    return tuple(scene.words.say(f"frame.{part}", first=labels[0], second=labels[1]) for part in PARTS)


def _rejects(dossier: Dossier, labels: tuple[str, str], brief: bool) -> list[str]:
    """Wrong answers; "circular" is one only where no step of any claim comes back to its beginning."""
    names = ["count", "nothing", "verdict"]
    if not _runs_in_a_circle(dossier, labels):
        names.append("circular")
    return [*names, *(["surer"] if brief else [])]


def _runs_in_a_circle(dossier: Dossier, labels: tuple[str, str]) -> bool:
    origins = dossier.origins
    if any(origins.path(edge.to, edge.from_) is not None for edge in origins.edges):
        return True
    both_make = [claim for claim in dossier.claims if len(present(claim, *labels)) == 2]
    found = [descent(dossier, claim, *labels) for claim in both_make]
    return any(one.circular if isinstance(one, Descent) else one == "loop" for one in found)


def _evidence(
    scene: Scene,
    shared: Sequence[Claim],
    apart: Sequence[Claim],
    same: dict[str, Descent],
    labels: tuple[str, str],
) -> tuple[Evidence, ...]:
    step = scene.words.say("shows.step")
    claims = [(q, opening(c.topic)) for c in (*shared, *apart) for q in side_quotes(c, *labels)]
    return evidence(scene, [*claims, *((q, step) for c in shared for q in same[c.id].quotes)])
