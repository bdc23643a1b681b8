"""Wire editor: both reports -> one short, attributed, neutral news item."""

from collections.abc import Sequence
from itertools import combinations

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import (
    SAME,
    both,
    cite,
    claim_evidence,
    claim_units,
    claims_of,
    evidence,
    opening,
    present,
    unstopped,
)
from generator.exercises.rubric import three_levels
from generator.model.dossier import Attribution, Claim, Dossier, Side, Wording
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject

LEAST_WORDS, MOST_WORDS = 60, 80
MOST_POINTS = 10


class WireEditor(ExerciseType):
    """What both say, what only one says and where they differ, each with the name of who says it."""

    name = "wire_editor"
    skill = "differences"
    kind = "extended-text"
    rows = (3, 12)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        found = claim_units(dossier, _look)
        sorts: dict[str, set[bool]] = {}
        for unit in found.units:
            sorts.setdefault(unit.group, set()).add(_is_shared(dossier.claim(unit.id), *unit.labels[:2]))
        units = tuple(unit for unit in found.units if len(sorts[unit.group]) > 1)
        kept = {unit.id for unit in units}
        lost = dict.fromkeys(unit.id for unit in found.units if unit.id not in kept)
        return Usable(units, (*found.shortages, *(Shortage(id_, "one-sort") for id_ in lost)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        labels = both(units)
        words = scene.words
        claims = _chosen(scene, dossier, claims_of(dossier, units), labels)
        sample = " ".join(_told(scene, dossier, claim, labels) for claim in claims)
        least, most = _room(len(sample.split()))
        loaded = [w for w in dossier.wording if w.label in labels and not w.arguable and w.effect]
        points = scene.points or 5
        bare = [claim.statement for claim in claims if claim.statement]
        rubric = three_levels(
            scene,
            points,
            sample=sample,
            one=_told(scene, dossier, claims[0], labels),
            bare=bare[0],
            other_bare=bare[1] if len(bare) > 1 else "",
        )
        frame = ("both", "differ", "only") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", least=str(least), most=str(most)),
                stem=words.say(
                    "stem.brief" if scene.lane == "extension" else "stem", first=labels[0], second=labels[1]
                ),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=ExtendedText(lines=2 * points, frame=tuple(words.say(f"frame.{n}") for n in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=sample),
                evidence=(
                    *claim_evidence(scene, claims, *labels),
                    *evidence(scene, ((w.quote, words.say("shows.loaded")) for w in loaded)),
                ),
                rationale=words.say("rationale"),
                accept=(
                    *(
                        words.say("must", sort=words.say(f"must.{_sort(claim, *labels)}"), topic=claim.topic)
                        for claim in claims
                    ),
                    words.say("accept.other"),
                ),
                reject=_must_not(scene, claims, loaded, labels),
                rubric=rubric,
            ),
            asks=frozenset(f"claim:{claim.id}:wire" for claim in claims),
            minutes=scene.minutes or 8.0,
            difficulty=self.difficulty,
        )


def _look(claim: Claim, first: str, second: str) -> str | None:
    sides = present(claim, first, second)
    standings = {side.standing for side in sides}
    if "denied" in standings:
        return "denied"
    relation = claim.relation(first, second)
    if relation in ("conflict", "differ-in-detail"):
        return None if all(side.value for side in sides) else "no-value"
    if relation == "differ-in-certainty" or "hedged" in standings:
        return "not-firm"
    if claim.statement is None:
        return "no-statement"
    return None if "attributed" not in standings or _speaker(sides) else "no-speaker"


def _speaker(sides: Sequence[Side]) -> Attribution | None:
    """The one who says it in all these reports; None where nobody is named, or not the same."""
    notes = [side.said_by for side in sides]
    first = notes[0]
    if first is None or first.who is None:
        return None
    same = all(note and note.speaker == first.speaker for note in notes)
    return first if len(notes) == 1 or (same and first.speaker) else None


def _is_shared(claim: Claim, first: str, second: str) -> bool:
    return claim.relation(first, second) in SAME


def _sort(claim: Claim, first: str, second: str) -> str:
    relation = claim.relation(first, second)
    return "shared" if relation in SAME else "only" if relation == "only-in-one" else "differ"


def _told(scene: Scene, dossier: Dossier, claim: Claim, labels: tuple[str, str]) -> str:
    """The sentence of the sample on one claim, with who says it."""
    first, second = labels
    outlets = {label: dossier.passages[label].outlet for label in labels}
    sort = _sort(claim, first, second)
    if sort == "differ":
        return scene.words.say(
            "told.differ",
            topic=claim.topic,
            outlet=outlets[first],
            other_outlet=outlets[second],
            value=claim.sides[first].value or "",
            other_value=claim.sides[second].value or "",
        )
    sides = present(claim, first, second)
    note, outlet = _speaker(sides), outlets[sides[0].label]
    if note is not None and note.who is not None:
        return scene.words.say(f"told.{sort}.by", who=opening(note.who), says=unstopped(note.says), outlet=outlet)
    return scene.words.say(f"told.{sort}", statement=unstopped(claim.statement or ""), outlet=outlet)


def _chosen(scene: Scene, dossier: Dossier, noted: Sequence[Claim], labels: tuple[str, str]) -> list[Claim]:
    """Claims whose sentences together fill the room, shared ones and others; shared ones first."""
    some = scene.sample(noted, MOST_POINTS)
    lengths = {claim.id: len(_told(scene, dossier, claim, labels).split()) for claim in some}
    middle = (LEAST_WORDS + MOST_WORDS) // 2

    def worth(claims: tuple[Claim, ...]) -> tuple[bool, int, int]:
        total = sum(lengths[claim.id] for claim in claims)
        sorts = {_sort(claim, *labels) for claim in claims}
        return LEAST_WORDS <= total <= MOST_WORDS, len(sorts), -abs(total - middle)

    ways = [way for size in range(2, len(some) + 1) for way in combinations(some, size)]
    best = max(scene.shuffled(ways), key=worth)
    return sorted(best, key=lambda claim: ("shared", "differ", "only").index(_sort(claim, *labels)))


def _room(length: int) -> tuple[int, int]:
    """The usual room, or another of the same size where the notes fill it with less or more."""
    if LEAST_WORDS <= length <= MOST_WORDS:
        return LEAST_WORDS, MOST_WORDS
    least = max(10, (length - 5) // 10 * 10)
    return least, least + MOST_WORDS - LEAST_WORDS


def _must_not(
    scene: Scene, claims: Sequence[Claim], loaded: Sequence[Wording], labels: tuple[str, str]
) -> tuple[Reject, ...]:
    words, first, second = scene.words, *labels
    found = [
        Reject(text=opening(cite(scene, word.quote)), why=words.say("reject.loaded", effect=word.effect or ""))
        for word in loaded
    ]
    for claim in claims:
        if _sort(claim, first, second) == "differ":
            one, other = (claim.sides[label].value or "" for label in labels)
            text = words.say("reject.one-value.text", topic=opening(claim.topic), value=one, other_value=other)
            found.append(Reject(text=text, why=words.say("reject.one-value.why")))
    if scene.lane == "extension":
        found.append(Reject(text=words.say("reject.surer.text"), why=words.say("reject.surer.why")))
    found.append(Reject(text=words.say("reject.verdict.text"), why=words.say("reject.verdict.why")))
    return tuple(found)
