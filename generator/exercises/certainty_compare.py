"""Certainty compare: one claim in two reports -> which report is surer, and the words that show it."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.leaks import presence
from generator.exercises.pairs import (
    SAME,
    both,
    cite,
    claim_units,
    evidence,
    opening,
    paragraphs_to_read,
    side_proof,
    side_quotes,
    side_words,
)
from generator.exercises.places import sentence_around
from generator.exercises.statements import EXACTNESS_KINDS, markers_in
from generator.model.dossier import Claim, Dossier, Quote, Side
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question
from generator.model.vocabulary import MarkerKind

ANSWERS = ("first", "second", "equal")
_NO_LIMIT: frozenset[MarkerKind] = EXACTNESS_KINDS | {"booster", "agentless-confirmation", "stated-ignorance"}
"""Markers that do not touch how sure a report sounds: they concern a number, a name or another question."""
_BESIDE = ("caption", "related-link")
_RANK = {"hedged": 0, "attributed": 1, "asserted": 2}


class CertaintyCompare(ExerciseType):
    """How sure a report sounds, not how sure it should be."""

    name = "certainty_compare"
    skill = "uncertainty"
    kind = "choice"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        def look(claim: Claim, first: str, second: str) -> str | None:
            relation = claim.relation(first, second)
            if relation == "differ-in-certainty":
                surer = _surer(claim, first, second)
                if surer is None:
                    return "unclear-direction"
                less = second if surer == first else first
                return None if _words(claim.sides[less]) else "no-words"
            if relation not in SAME:
                return "other-difference"
            complete = all("markers" in dossier.passages[label].complete for label in (first, second))
            return None if complete and _equal(dossier, claim, first, second) else "other-difference"

        return _balanced(dossier, claim_units(dossier, look))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, claim = scene.words, dossier.claim(units[0].id)
        surer = _surer(claim, first, second)
        right = "equal" if surer is None else "first" if surer == first else "second"
        options = {
            answer: scene.option(words.say(f"option.{answer}", first=first, second=second)) for answer in ANSWERS
        }
        points, marking = scene.share(1)
        quotes: list[tuple[Quote, str | None]] = [
            (quote, opening(claim.topic)) for quote in side_quotes(claim, first, second)
        ]
        for label in (first, second):
            quotes += [(q, words.say("shows.limits")) for q in _words(claim.sides[label])]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=_stem(scene, dossier, claim),
                points=points,
                hints=paragraphs_to_read(scene, dossier, side_proof(dossier, claim, first, second)),
                response=Choice(options=tuple(scene.shuffled(options.values()))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=options[right].text,
                answer=ChoiceAnswer(option=options[right].id),
                evidence=evidence(scene, quotes),
                rationale=_rationale(scene, claim, (first, second), surer),
                marking=marking,
                misreadings={
                    option.id: _misreading(scene, claim, (first, second), surer, answer)
                    for answer, option in options.items()
                    if answer != right
                },
            ),
            asks=frozenset(
                {
                    f"claim:{claim.id}:relation",
                    *(f"claim:{claim.id}:{label}:standing" for label in (first, second)),
                }
            ),
            tells=presence((claim.id, label) for label in (first, second)),
            minutes=scene.minutes or 1.5,
            difficulty=self.difficulty,
        )


def _stem(scene: Scene, dossier: Dossier, claim: Claim) -> str:
    """What to compare, and what does not count as the report's own text, if there is such a thing."""
    words = scene.words
    if claim.statement:
        stem = words.say("stem.statement", statement=claim.statement)
    else:
        stem = words.say("stem.topic", topic=claim.topic)
    kinds = {block.kind for passage in dossier.passages.values() for block in passage.blocks}
    beside = [words.say(f"beside.{kind}") for kind in _BESIDE if kind in kinds]
    return f"{stem} {words.say('stem.beside', beside=words.say('list.or').join(beside))}" if beside else stem


def _balanced(dossier: Dossier, found: Usable) -> Usable:
    """Claims that differ first, then no more of the others, so that guessing 'equally sure' does not pay."""
    differ = [u for u in found.units if dossier.claim(u.id).relation(*u.labels[:2]) == "differ-in-certainty"]
    equal = [unit for unit in found.units if unit not in differ]
    kept = (*differ, *equal[: len(differ)])
    ids = {unit.id for unit in kept}
    lost = dict.fromkeys(unit.id for unit in equal if unit.id not in ids)
    return Usable(kept, (*found.shortages, *(Shortage(id_, "enough-equal") for id_ in lost)))


def _limits(side: Side) -> list[Quote]:
    return [marker.quote for marker in side.markers if marker.kind not in _NO_LIMIT]


def _words(side: Side) -> list[Quote]:
    """The words that show that a report is not fully sure: markers, else the words that pass it to somebody."""
    if limits := _limits(side):
        return limits
    if side.said_by is not None and side.standing == "attributed":
        return [quote for quote in (side.said_by.source, side.said_by.cue) if quote is not None]
    return []


def _surer(claim: Claim, first: str, second: str) -> str | None:
    """The report that sounds surer; None where they are equally sure or the notes do not show which.

    First comes whether words limit the claim, then whether the report says it in its own voice.
    """
    sides = {label: claim.sides[label] for label in (first, second)}
    if any(side.standing not in _RANK for side in sides.values()):
        return None
    limited = {label: bool(_limits(side)) or side.standing == "hedged" for label, side in sides.items()}
    if limited[first] != limited[second]:
        return second if limited[first] else first
    if limited[first] or sides[first].standing == sides[second].standing:
        return None
    return max((first, second), key=lambda label: _RANK[sides[label].standing])


def _equal(dossier: Dossier, claim: Claim, first: str, second: str) -> bool:
    """Whether nothing limits or raises the claim in either report, and both say it in the same way."""
    sides = [claim.sides[first], claim.sides[second]]
    if {side.standing for side in sides} not in ({"asserted"}, {"attributed"}):
        return False
    return not any(
        side.markers
        or markers_in(dossier, sentence_around(dossier.passages[side.label], side_words(claim, side.label)))
        for side in sides
    )


def _rationale(scene: Scene, claim: Claim, labels: tuple[str, str], surer: str | None) -> str:
    words = scene.words
    if surer is None:
        return words.say("rationale.equal")
    less = labels[1] if surer == labels[0] else labels[0]
    shown = words.say("list.and").join(cite(scene, quote) for quote in _words(claim.sides[less]))
    kind = "limits" if _limits(claim.sides[less]) else "passed-on"
    told = words.say(f"rationale.{kind}", surer=surer, less=less, words=shown)
    return f"{claim.explain} {told}" if claim.explain else told


def _misreading(scene: Scene, claim: Claim, labels: tuple[str, str], surer: str | None, answer: str) -> str:
    words = scene.words
    if surer is None:
        return words.say("misreading.equal")
    less = labels[1] if surer == labels[0] else labels[0]
    shown = words.say("list.and").join(cite(scene, quote) for quote in _words(claim.sides[less]))
    return words.say("misreading.missed" if answer == "equal" else "misreading.turned", less=less, words=shown)
