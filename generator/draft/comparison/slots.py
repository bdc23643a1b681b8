"""What the finders of differences share: a value at its place, and how sure a difference between two is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from generator.draft.compared import Difference, SlotKind
from generator.draft.comparison.context import Place, Spread, around, frame, nearness, statement
from generator.draft.comparison.vectors import Weights
from generator.draft.marks import Span

_SHARED, _BESIDE = 0.1, 0.05
"""What a figure in both sentences, and each side of the value on which the next word is the same, add."""


@dataclass(slots=True)
class Slot:
    """A value where it stands. `without` are stems that say nothing of what the value is of, such as its unit."""

    span: Span
    value: Any
    at: Place
    without: frozenset[str] = frozenset()
    _near: Weights | None = field(default=None, repr=False)

    def near(self, spread: Spread) -> Weights:
        """The weighted stems around it, made once."""
        if self._near is None:
            self._near = around(self.at, spread, self.without)
        return self._near


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two places are: by the stems around them, and by the words directly before and behind them."""

    near: float
    left: int
    right: int
    statement: float
    sole: bool = False
    """Whether each sentence has but this one value of the kind that the other does not have."""

    @property
    def framed(self) -> bool:
        """Whether the words on both sides, or many on one, are the same."""
        return min(self.left, self.right) >= 1 and self.left + self.right >= 4

    @property
    def evidence(self) -> float:
        """One figure, 0 to 1, for 'these two values are of the same thing'."""
        return min(1.0, self.near * 0.8 + 0.07 * (self.left + self.right))

    def by_statement(self, least: float, shared: bool, sole: bool = False) -> float:
        """The confidence that they are, from two sentences that say the same but for the one value.

        `least` is the likeness from which that is more likely than not; `shared` whether the sentences have
        another figure or date in common; `sole` whether each has but this one value, where that is known better.
        """
        same = (
            self.near * 0.6
            + self.statement * 0.4
            + _SHARED * shared
            + _BESIDE * (bool(self.left) + bool(self.right))
        )
        if not (self.sole or sole) or same < least:
            return 0.0
        return round(min(0.9, 0.55 + 1.5 * (same - least)), 2)


def like(one: Slot, other: Slot, spread: Spread) -> Likeness:
    """How like the places of two values are."""
    left, right = frame(one.at, other.at)
    same = statement(one.at, other.at, spread)
    return Likeness(nearness(one.near(spread), other.near(spread)), left, right, same)


def graded(evidence: float, low: float, high: float) -> float:
    """A confidence between .4 at `low` and .95 at `high`, straight between; 0 below."""
    if evidence < low:
        return 0.0
    return round(min(0.95, 0.4 + 0.55 * (evidence - low) / (high - low)), 2)


def difference(slot: SlotKind, a: Slot, b: Slot, rule: str, confidence: float) -> Difference:
    """The difference between a value of the first and one of the second report."""
    return Difference(slot, a.span, b.span, rule, confidence)


def matched(
    left: list[Slot],
    right: list[Slot],
    spread: Spread,
    fit: Callable[[Slot, Slot], bool] = lambda *_: True,
) -> list[tuple[Slot, Slot, Likeness]]:
    """Slots that fit, paired one to one, the likest places first."""
    ranked = sorted(
        ((like(x, y, spread), i, j) for i, x in enumerate(left) for j, y in enumerate(right) if fit(x, y)),
        key=lambda entry: (-entry[0].evidence, entry[1], entry[2]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for likeness, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            alone = sum(fit(x, right[j]) for x in left) == sum(fit(left[i], y) for y in right) == 1
            out.append((left[i], right[j], replace(likeness, sole=alone)))
    return out
