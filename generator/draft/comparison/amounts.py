"""Numbers -> what they allow, and whether two of them can both hold."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.draft.comparison.side import Side
from generator.draft.comparison.signs import signs
from generator.draft.comparison.stems import plain, stem
from generator.draft.marks import Number

Bound = Literal["exact", "least", "most", "about", "range", "score"]
_ABOUT = 0.1
"""'About 200' and 215 do not exclude one another."""
_ROUNDED = 0.05
"""A rounded figure is at most that much away from the full one."""
_FROM = 100.0
"""Figures below are given in full: 20 is no rounding of 23."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The values that an expression allows, the figures in it, and the stem of what is counted."""

    low: float
    high: float
    stated: tuple[float, ...]
    bound: Bound
    unit: str


@lru_cache(maxsize=4096)
def _unit(unit: str) -> str:
    return stem(plain(unit.split()[-1])) if unit.split() else ""


def amount(number: Number, side: Side) -> Amount | None:
    """What a number allows; None where it says nothing that can be excluded ('several')."""
    value = number.value
    if value is None or number.vague:
        return None
    unit = _unit(number.unit)
    if number.high is not None and (number.unit == "score" or number.high < value):
        return Amount(value, value, (value, number.high), "score", unit)
    if number.high is not None:
        return Amount(value, number.high, (value, number.high), "range", unit)
    words = set(side.words_of(number.approximate).lower().split()) if number.approximate else set()
    if words & signs("at-least"):
        return Amount(value, float("inf"), (value,), "least", unit)
    if words & signs("at-most"):
        return Amount(0.0, value, (value,), "most", unit)
    if words:
        return Amount(value * (1 - _ABOUT), value * (1 + _ABOUT), (value,), "about", unit)
    return Amount(value, value, (value,), "exact", unit)


def differ(one: Amount, other: Amount) -> Literal["exclude", "detail"] | None:
    """Whether two amounts exclude one another, only are not the same, or may be one figure, perhaps rounded."""
    if one.stated == other.stated:
        return None
    if "score" in (one.bound, other.bound):
        return "exclude" if one.bound == other.bound else None
    if len(one.stated) == len(other.stated) and all(map(_rounded, one.stated, other.stated)):
        return None
    if one.low > other.high or other.low > one.high:
        return "exclude"
    return "detail" if one.bound == other.bound != "about" else None


def _rounded(x: float, y: float) -> bool:
    """Whether one of two figures is the other, or a rounding of it: 1.2 million of 1,213,000, 6 of 5.8."""
    if x == y:
        return True
    for rough, fine in ((x, y), (y, x)):
        if rough == int(rough) and fine != int(fine) and abs(fine) < _FROM and round(fine) == rough:
            return True
        if min(x, y) >= _FROM and _digits(rough) < min(_digits(fine), 3) and abs(rough - fine) <= _ROUNDED * fine:
            return True
    return False


def _digits(value: float) -> int:
    """Digits that count: 2 of 1,200, 3 of 13.5."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0")) if value else 1
