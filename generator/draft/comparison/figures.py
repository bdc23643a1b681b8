"""Aligned sentences -> figures in which they differ: the same thing counted, and other values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.draft.compared import Difference
from generator.draft.comparison.amounts import Amount, amount, differ
from generator.draft.comparison.context import Spread, beside, frame, near_names, place, share_matter
from generator.draft.comparison.side import Sentence, Side
from generator.draft.comparison.signs import signs
from generator.draft.comparison.slots import Likeness, Slot, difference, graded, matched
from generator.draft.comparison.stems import plain, stem
from generator.draft.comparison.vectors import light_stems
from generator.draft.tables import column, table

_LOW, _HIGH = 0.2, 0.7
_NO_UNIT = 0.15
"""What figures without a unit must have more in common around them."""
_DOUBTFUL = 0.45
"""Where nothing beside the two figures says that one thing is counted."""
_SAME = 0.64
"""Likeness of two sentences with one figure each, from which both are of the same thing."""
_PEOPLE_SAME = 0.72
"""The same, where one counts people and the other says which: the dead may be people here, the hurt men there."""
_PEOPLE = stem("people")
"""Unit of the dead and of the hurt alike: there, the noun itself must not be another one."""
_ONLY, _ALIKE = 0.6, 0.55
"""Where both sentences have but one figure of a thing and share the matter: confidence, least likeness of them."""
_RATIO = 8.0
"""Figures of one thing are seldom that far apart, unless the sentence is the same."""


def figures(
    a: Sentence, b: Sentence, sides: tuple[Side, Side], spread: Spread, shared: bool
) -> Iterator[tuple[Difference, bool]]:
    """Differences of number, each with whether the values exclude one another.

    `shared`: whether the sentences have another figure or a date in common.
    """
    left, right = _open(_slots(a, sides[0]), _slots(b, sides[1]), spread)
    for x, y, likeness in matched(left, right, spread, _comparable):
        how = differ(x.value.amount, y.value.amount)
        if how is None:
            continue
        unit = x.value.amount.unit if x.value.amount.unit == y.value.amount.unit else None
        unit = None if unit == "age" and not _of_one(x, y) else unit
        people = unit is None and _PEOPLE in (x.value.amount.unit, y.value.amount.unit)
        evidence = likeness.evidence - (0.0 if unit or likeness.framed else _NO_UNIT)
        confidence = graded(evidence, _LOW, _HIGH)
        if likeness.framed:
            rule = "number-same-frame"
        elif unit is None or not beside(x.at, y.at, x.without) or _far_apart(x.value.amount, y.value.amount):
            rule, confidence = (
                "number-loose",
                max(min(confidence, _DOUBTFUL), likeness.by_statement(_PEOPLE_SAME if people else _SAME, shared)),
            )
            if _only_such(x, y, likeness) and unit is not None and not _far_apart(x.value.amount, y.value.amount):
                rule, confidence = "number-only-one", max(confidence, _ONLY)
        else:
            rule = "number-same-unit" if unit else "number-same-surroundings"
        if confidence:
            yield difference("number", x, y, rule, confidence), how == "exclude"


@dataclass(frozen=True, slots=True)
class _Counted:
    """An amount, the stems of the noun counted, and whether it is so much for each of something."""

    amount: Amount
    nouns: frozenset[str]
    rated: bool


def _slots(sentence: Sentence, side: Side) -> list[Slot]:
    out = []
    for number in sentence.numbers:
        value = amount(number, side)
        if value is None:
            continue
        at = place(sentence, number.span)
        noun = place(sentence, number.noun) if number.noun else at
        behind = max(at.behind, noun.behind)
        rated = any(word.lower in signs("rate") for word in sentence.words[behind : behind + 2])
        counted = sentence.words[noun.first : noun.behind] if number.noun else []
        nouns = frozenset(word.key for word in counted if word.key)
        out.append(Slot(number.span, _Counted(value, nouns, rated), at, nouns | {value.unit}))
    return out


def _comparable(x: Slot, y: Slot) -> bool:
    """Whether both count the same kind of thing; an age must be of somebody named beside both."""
    one, other = x.value, y.value
    units = {one.amount.unit, other.amount.unit}
    if one.rated != other.rated:
        return False
    if _share_of(one.amount) != _share_of(other.amount):
        return False
    if len(units) > 1:
        left, right = frame(x.at, y.at) if units == {"", "age"} else (0, 0)
        people = _PEOPLE in units and units <= _persons() and not _may_be_sum(one.amount, other.amount)
        return ("" in units and _is_noun(max(units))) or people or min(left, right) > 0
    if one.amount.unit == "age":
        return _of_one(x, y) or _no_other(x, y)
    if one.amount.unit != _PEOPLE or one.nouns & other.nouns:
        return True
    return not (one.nouns and other.nouns) or not (one.nouns | other.nouns).isdisjoint(light_stems())


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    """Units that count persons, whom another report may call people."""
    rows = (row[0] for row in table("roles") if "person" in row[1:2])
    return frozenset(stem(plain(word)) for word in (*rows, *column("plural_sources"))) | {_PEOPLE}


def _of_one(x: Slot, y: Slot) -> bool:
    """Whether a name stands near both."""
    return not near_names(x.at).isdisjoint(near_names(y.at))


def _no_other(x: Slot, y: Slot) -> bool:
    """Whether no name stands near either that the other sentence does not have, as near the age of a thing."""
    mine, theirs = ({word.key for word in slot.at.sentence.words} for slot in (x, y))
    return near_names(x.at) <= theirs and near_names(y.at) <= mine


def _only_such(x: Slot, y: Slot, likeness: Likeness) -> bool:
    """Whether both sentences say something of one thing, with one count or measure of it each."""
    unit = x.value.amount.unit
    general = unit == "age" or unit in light_stems()
    return likeness.sole and not general and likeness.statement >= _ALIKE and share_matter(x.at, y.at)


def _may_be_sum(one: Amount, other: Amount) -> bool:
    """Whether what counts people may count more than those of the other: three people, two of them women."""
    people, some = (one, other) if one.unit == _PEOPLE else (other, one)
    return people.stated[0] > some.stated[0]


def _share_of(amount: Amount) -> bool:
    """Whether it is a share, which counts nothing: half of the pupils may be twenty."""
    return 0 < amount.stated[0] < 1 and _is_noun(amount.unit)


def _is_noun(unit: str) -> bool:
    """Whether a unit is a noun, which a report may leave out: no sign, no age, no score."""
    return unit not in ("age", "score") and unit.strip("<>").replace("-", "").isalpha()


def _far_apart(one: Amount, other: Amount) -> bool:
    less, more = sorted((abs(one.stated[0]), abs(other.stated[0])))
    return more > _RATIO * max(less, 1.0)


def _open(left: list[Slot], right: list[Slot], spread: Spread) -> tuple[list[Slot], list[Slot]]:
    """Those of both sides for which the other has no figure that may be the same, the likest places first."""
    for x, y, _ in matched(left, right, spread, _may_be_one):
        left = [slot for slot in left if slot is not x]
        right = [slot for slot in right if slot is not y]
    return left, right


def _may_be_one(x: Slot, y: Slot) -> bool:
    one, other = x.value.amount, y.value.amount
    return (one.unit == other.unit or not one.unit or not other.unit) and differ(one, other) is None
