"""Certainty line: statements in order, from least to most sure as the reports present them."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.places import sentence_around
from generator.exercises.statements import (
    EXACTNESS_KINDS,
    Presented,
    chosen,
    markers_in,
    presented,
    proof,
    row_of,
    spread,
    told_by_rows,
    units_of,
)
from generator.model.dossier import Dossier
from generator.model.item import Item, KeyEntry, Order, OrderAnswer, Question, Reject

RANKS: tuple[tuple[str, frozenset[str]], ...] = (
    ("unsure", frozenset({"alleged", "expected"})),
    ("said", frozenset({"said"})),
    ("fact", frozenset({"fact"})),
)
"""Least sure first. Statements of one rank may stand in any order among themselves."""


class CertaintyLine(ExerciseType):
    """Only statements of three ranks that nobody can dispute, from reports whose markers are all noted."""

    name = "certainty_line"
    skill = "uncertainty"
    kind = "order"
    rows = (3, 12)
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        found, short = presented(dossier)
        sure = [p for p in found if _beyond_dispute(dossier, p)]
        dropped = dict.fromkeys(p.note for p in found if p not in sure)
        short = [*short, *(Shortage(note, "markers-open") for note in dropped)]
        return units_of(_by_rank(sure), short, least=3, least_groups=3)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words = scene.words
        groups = _by_rank(_once(scene, chosen(presented(dossier)[0], units)))
        found = spread(scene, groups, min(5, max(3, scene.how_many(3, 4, 5))))
        ranked = [[p for p in group if p in found] for group in groups.values()]
        ranked = [group for group in ranked if group]
        options = {(p.note, p.label): scene.option(row_of(scene, dossier, p)) for p in found}
        in_order = [[options[p.note, p.label] for p in group] for group in ranked]
        tie = any(len(group) > 1 for group in ranked)
        points, marking = scene.share(len(found))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.tie" if tie else "stem"),
                points=points,
                hints=(words.say("hint"),) if scene.lane == "support" else (),
                response=Order(
                    options=tuple(scene.shuffled(options.values())),
                    first=words.say("first"),
                    last=words.say("last"),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.arrow").join(
                    words.say("list.comma").join(p.text.rstrip(".") for p in group) for group in ranked
                ),
                answer=OrderAnswer(groups=tuple(tuple(o.id for o in group) for group in in_order)),
                evidence=tuple(e for group in ranked for p in group for e in proof(scene, p, f"shows.{p.status}")),
                rationale=words.say("rationale"),
                marking=marking,
                accept=(words.say("accept.tie"),) if tie else (),
                reject=(Reject(text=words.say("reject.own"), why=words.say("reject.own.why")),),
            ),
            asks=frozenset(p.fact for p in found),
            tells=told_by_rows(dossier, found),
            minutes=scene.minutes or round(0.6 * len(found), 1),
            difficulty=self.difficulty,
        )


def _by_rank(found: Sequence[Presented]) -> dict[str, list[Presented]]:
    return {rank: [p for p in found if p.status in statuses] for rank, statuses in RANKS}


def _beyond_dispute(dossier: Dossier, statement: Presented) -> bool:
    """Whether it is a checkable claim, every marker near it is known, and none of them blurs its rank."""
    passage = dossier.passages[statement.label]
    if (
        not statement.claim
        or "markers" not in passage.complete
        or passage.paragraph_of(statement.quote.start).kind != "body"
    ):
        return False
    near = markers_in(dossier, sentence_around(passage, statement.quote))
    others = [m for m in near if m != statement.marker]
    by = statement.said_by
    plain = by is None or (by.strength in ("neutral", "asserting") and by.source_kind != "unnamed")
    return plain and not others and (statement.marker is None or statement.marker.kind not in EXACTNESS_KINDS)


def _once(scene: Scene, found: Sequence[Presented]) -> list[Presented]:
    """Of a statement that both reports make only one side: the same words twice on one line puzzle readers.

    Sides that are the only ones of their rank stay, so that no rank is lost.
    """
    left = list(found)
    for one in scene.shuffled(found):
        twins = [p for p in left if p.note == one.note]
        alone = len(_by_rank(left)[_rank(one)]) == 1
        if len(twins) > 1 and not alone:
            left.remove(one)
    return left


def _rank(one: Presented) -> str:
    return next(rank for rank, statuses in RANKS if one.status in statuses)
