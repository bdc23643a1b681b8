"""Fact table: topics x reports -> what each report gives, or 'not stated'."""

import re
from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.pairs import (
    SAME,
    both,
    claim_evidence,
    claim_units,
    claims_of,
    lines_to_read,
    opening,
    present,
    side_quotes,
    topic_trouble,
    varied,
)
from generator.model.dossier import Claim, Dossier, Side
from generator.model.item import (
    Blank,
    BlankKey,
    Item,
    KeyEntry,
    Question,
    Reject,
    ShortText,
    ShortTextAnswer,
    Table,
)

LEFT_OVER = 2
"""Words in the bank that fit no blank, at most."""


class FactTable(ExerciseType):
    """Silence is an answer too: a cell whose report says nothing wants 'not stated'."""

    name = "fact_table"
    skill = "differences"
    kind = "short-text"
    rows = (2, 12)
    difficulty = 1

    def units(self, dossier: Dossier) -> Usable:
        repeated = topic_trouble(dossier)

        def look(claim: Claim, first: str, second: str) -> str | None:
            sides = present(claim, first, second)
            if any(side.value is None for side in sides):
                return "no-value"
            if any(side.standing == "denied" for side in sides):
                return "denied"
            if any(_tells(other.topic, side.value) for other in dossier.claims for side in sides):
                return "told"
            return repeated(claim, first, second)

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        labels = both(units)
        words, noted = scene.words, claims_of(dossier, units)
        picked = varied(scene, noted, lambda c: _sort(c, *labels), scene.how_many(3, 5, 7))
        claims = [claim for claim in noted if claim in picked]
        table, given = _table(scene, claims, labels)
        keys: dict[str, BlankKey] = {}
        blanks: list[Blank] = []
        for claim, row in zip(claims, table.rows, strict=True):
            for label, column in zip(labels, table.columns, strict=True):
                if f"{row.id}:{column.id}" in table.given:
                    continue
                blank = Blank(
                    id=f"b{len(blanks) + 1}",
                    label=words.say("blank", topic=row.text, passage=label),
                    row=row.id,
                    column=column.id,
                )
                blanks.append(blank)
                keys[blank.id] = _key(scene, claim.sides.get(label))
        points, marking = scene.share(len(blanks))
        others = _others(dossier, self.units(dossier).units, claims, labels)
        asked = frozenset(f"claim:{c.id}:{label}:value" for c in claims for label in labels)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=lines_to_read(scene, dossier, (q for c in claims for q in side_quotes(c, *labels))),
                response=ShortText(
                    blanks=tuple(blanks),
                    table=table,
                    bank=_bank(scene, keys, others, labels),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=blank.label, answer=keys[blank.id].model) for blank in blanks
                ),
                answer=ShortTextAnswer(blanks=keys),
                evidence=claim_evidence(scene, claims, *labels),
                rationale=_rationale(scene, claims, labels),
                marking=marking,
                accept=(words.say("accept.wording"),),
                reject=_reject(scene, claims, labels),
            ),
            asks=asked - given,
            tells=given,
            minutes=scene.minutes or round(0.6 * len(blanks) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _tells(topic: str, value: str | None) -> bool:
    """Whether the topic of a row would give a value away."""
    return bool(value) and re.search(rf"\b{re.escape(str(value))}\b", topic, re.IGNORECASE) is not None


def _sort(claim: Claim, first: str, second: str) -> str:
    """Rows of every sort belong in the table: silence, the same, and a difference."""
    relation = claim.relation(first, second)
    return "silent" if relation == "only-in-one" else "same" if relation in SAME else "different"


def _table(scene: Scene, claims: Sequence[Claim], labels: tuple[str, str]) -> tuple[Table, frozenset[str]]:
    """The frame, and the fact of the one cell that the support lane fills in to show how it is done."""
    rows = tuple(scene.option(opening(claim.topic)) for claim in claims)
    columns = tuple(scene.option(scene.words.say("column", passage=label)) for label in labels)
    given: dict[str, str] = {}
    told: set[str] = set()
    if scene.lane == "support" and len(claims) > 1:
        label, column = labels[0], columns[0]
        side = claims[0].sides.get(label)
        given[f"{rows[0].id}:{column.id}"] = _key(scene, side).model
        told.add(f"claim:{claims[0].id}:{label}:value")
    return Table(corner=scene.words.say("corner"), rows=rows, columns=columns, given=given), frozenset(told)


def _key(scene: Scene, side: Side | None) -> BlankKey:
    if side is None or not side.present:
        return BlankKey(
            model=scene.words.say("not-stated"), accept=tuple(scene.words.say("accept.not-stated").split("|"))
        )
    assert side.value is not None
    others = [*side.accept, *([side.quote.text] if side.quote else [])]
    return BlankKey(model=side.value, accept=tuple(x for x in dict.fromkeys(others) if x != side.value))


def _others(
    dossier: Dossier, units: Sequence[Unit], claims: Sequence[Claim], labels: tuple[str, str]
) -> list[Claim]:
    """The other claims on which the same two reports could be asked."""
    group = [unit for unit in units if unit.labels[:2] == labels]
    return [claim for claim in claims_of(dossier, group) if claim not in claims]


def _bank(
    scene: Scene, keys: dict[str, BlankKey], others: Sequence[Claim], labels: tuple[str, str]
) -> tuple[str, ...]:
    """The words that fit, 'not stated', and what the reports give on other topics, so that some are left over."""
    if scene.lane != "support":
        return ()
    fitting = [key.model for key in keys.values()]
    taken = {text.casefold() for key in keys.values() for text in (key.model, *key.accept)}
    spare = [side.value for claim in others for side in present(claim, *labels) if side.value]
    spare = [text for text in dict.fromkeys(spare) if text.casefold() not in taken]
    return tuple(
        scene.shuffled(dict.fromkeys([*fitting, scene.words.say("not-stated"), *scene.sample(spare, LEFT_OVER)]))
    )


def _rationale(scene: Scene, claims: Sequence[Claim], labels: tuple[str, str]) -> str:
    """What the rows show: explained differences, and silence."""
    words, told = scene.words, []
    for claim in claims:
        if claim.relation(*labels) == "only-in-one":
            silent = next(label for label in labels if not present(claim, label))
            told.append(words.say("because.silent", topic=opening(claim.topic), passage=silent))
        elif claim.explain:
            told.append(words.say("because", topic=opening(claim.topic), explain=claim.explain))
    return " ".join([words.say("rationale"), *told])


def _reject(scene: Scene, claims: Sequence[Claim], labels: tuple[str, str]) -> tuple[Reject, ...]:
    words, first, second = scene.words, *labels
    found = []
    for claim in claims:
        if claim.relation(*labels) != "conflict":
            continue
        for label, other in ((first, second), (second, first)):
            value = claim.sides[other].value or ""
            right = {text.casefold() for text in (claim.sides[label].value or "", *claim.sides[label].accept)}
            if value and value.casefold() not in right:
                text = words.say("reject.other.text", value=value, topic=opening(claim.topic), passage=label)
                found.append(Reject(text=text, why=words.say("reject.other.why", passage=other)))
    if any(claim.relation(*labels) == "only-in-one" for claim in claims):
        found.append(Reject(text=words.say("reject.silent.text"), why=words.say("reject.silent.why")))
    return tuple(found)
