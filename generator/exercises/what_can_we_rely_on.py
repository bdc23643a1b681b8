"""What can we rely on: statements -> those that both reports support."""

from collections.abc import Sequence
from functools import partial

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.lengths import evenly_long
from generator.exercises.memo import once_for_each_dossier
from generator.exercises.pairs import (
    SAME,
    both,
    cite,
    claim_evidence,
    claim_units,
    claims_of,
    opening,
    present,
    side_quotes,
    side_words,
    topped_up,
)
from generator.exercises.statements import SURENESS_KINDS, as_sentence
from generator.model.dossier import Attribution, Claim, Dossier
from generator.model.item import Item, KeyEntry, MultiChoice, MultiChoiceAnswer, Question


class WhatCanWeRelyOn(ExerciseType):
    """Guards against cynicism: reports that differ in much still share a firm core."""

    name = "what_can_we_rely_on"
    skill = "corroboration"
    kind = "multi-choice"
    rows = (3, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        return _units(dossier)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        pool = self.units(dossier).units
        units = topped_up(units, pool, lambda unit: _is_shared(dossier, unit))
        units = topped_up(units, pool, lambda unit: not _is_shared(dossier, unit))
        words, noted = scene.words, claims_of(dossier, units)
        most = max(2, scene.how_many(4, 5, 6))
        shared = [c for c in noted if c.relation(first, second) in SAME]
        others = [c for c in noted if c not in shared]
        size = min(len(shared), max(most // 2, most - len(others)))
        said = partial(_statement, first=first, second=second)
        some, rest = evenly_long(scene, shared, others, (size, most - size), said)
        right = {claim.id: scene.option(_statement(claim, first, second)) for claim in some}
        wrong = {claim.id: scene.option(_statement(claim, first, second)) for claim in rest}
        claims = [claim for claim in noted if claim in some or claim in rest]
        points, marking = scene.share(len(right))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say(
                    "stem.headline" if _in_headline(claims, first, second) else "stem", first=first, second=second
                ),
                points=points,
                hints=(words.say("hint.support", first=first, second=second),) if scene.lane == "support" else (),
                response=MultiChoice(
                    options=tuple(scene.shuffled([*right.values(), *wrong.values()])),
                    choose=len(right) if scene.lane == "support" else None,
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=" ".join(option.text for option in right.values()),
                answer=MultiChoiceAnswer(options=tuple(option.id for option in right.values())),
                evidence=claim_evidence(scene, claims, first, second),
                rationale=words.say("rationale", first=first, second=second),
                marking=words.say("marking", marking=marking),
                misreadings={wrong[c.id].id: _misreading(scene, c, first, second) for c in rest},
            ),
            asks=leaks.where(claims, first, second),
            minutes=scene.minutes or round(0.5 * len(claims) + 0.5, 1),
            difficulty=self.difficulty,
        )


@once_for_each_dossier
def _units(dossier: Dossier) -> Usable:
    found = claim_units(dossier, _look)
    shares = {unit.group for unit in found.units if _is_shared(dossier, unit)}
    parts = {unit.group for unit in found.units if not _is_shared(dossier, unit)}
    units = tuple(unit for unit in found.units if unit.group in shares & parts)
    lost = dict.fromkeys(unit.id for unit in found.units if unit.group not in shares & parts)
    for unit in units:
        lost.pop(unit.id, None)
    return Usable(units, (*found.shortages, *(Shortage(id_, "one-sort") for id_ in lost)))


def _in_headline(claims: Sequence[Claim], first: str, second: str) -> bool:
    """Whether a report makes one of these claims in its headline."""
    return any(quote.first == 0 for claim in claims for quote in side_quotes(claim, first, second))


def _is_shared(dossier: Dossier, unit: Unit) -> bool:
    return dossier.claim(unit.id).relation(*unit.labels[:2]) in SAME


def _look(claim: Claim, first: str, second: str) -> str | None:
    relation = claim.relation(first, second)
    if relation == "conflict":
        return None if _in_conflict(claim, first, second) else "no-clause"
    if relation not in SAME and relation != "only-in-one":
        return "partly"
    if claim.statement is None:
        return "no-statement"
    sides = present(claim, first, second)
    doubted = any(s.standing == "hedged" or any(m.kind in SURENESS_KINDS for m in s.markers) for s in sides)
    if any(side.standing == "denied" for side in sides) or (relation in SAME and doubted):
        return "not-firm"
    return None


def _in_conflict(claim: Claim, first: str, second: str) -> Attribution | None:
    """An attribution whose clause holds the very value that the other report contradicts.

    The claim's own statement will not do: it holds what the reports share.
    """
    for side in present(claim, first, second):
        if side.said_by and side.value and side.value.casefold() in side.said_by.says.casefold():
            return side.said_by
    return None


def _statement(claim: Claim, first: str, second: str) -> str:
    if claim.relation(first, second) == "conflict":
        note = _in_conflict(claim, first, second)
        assert note is not None
        return as_sentence(note.says)
    assert claim.statement is not None
    return claim.statement


def _misreading(scene: Scene, claim: Claim, first: str, second: str) -> str:
    if claim.relation(first, second) == "conflict":
        return scene.words.say(
            "misreading.conflict",
            topic=opening(claim.topic),
            first=first,
            second=second,
            quote=cite(scene, side_words(claim, first)),
            other_quote=cite(scene, side_words(claim, second)),
        )
    here, silent = (first, second) if present(claim, first) else (second, first)
    quote = cite(scene, side_words(claim, here))
    return scene.words.say("misreading.only-in-one", first=here, second=silent, quote=quote)
