"""Whole-number programmes: linear rules in, the values with the least cost out. HiGHS does the work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

MOST_NODES = 50
"""Branches to look into before giving up, many times what lessons take; seconds would depend on the machine."""

Terms = Mapping[int, int]
"""Variable -> its factor."""


class Unsolved(Exception):
    """There are no values that keep all rules, or the search was given up, or HiGHS is not installed."""


@dataclass
class Programme:
    """Variables from 0 up to a top, and rules about sums of them. All factors and bounds are whole numbers."""

    _tops: list[float] = field(default_factory=list)
    _whole: list[bool] = field(default_factory=list)
    _rules: list[tuple[float, Terms, float]] = field(default_factory=list)

    def switch(self) -> int:
        """A new variable that is 0 or 1."""
        return self._variable(1, whole=True)

    def share(self, top: float = inf) -> int:
        """A new variable that may be anything up to `top`; costs and rules must drive it to a whole number."""
        return self._variable(top, whole=False)

    def _variable(self, top: float, whole: bool) -> int:
        self._tops.append(top)
        self._whole.append(whole)
        return len(self._tops) - 1

    def rule(self, terms: Terms, most: float = inf, least: float = -inf) -> None:
        """The sum of the terms stays within these bounds."""
        self._rules.append((least, terms, most))

    def least(self, cost: Terms) -> list[int]:
        """The values with the least cost, at which the cost stays from now on. Raises Unsolved."""
        values = self._solved(cost)
        self.rule(cost, most=sum(factor * values[n] for n, factor in cost.items()))
        return values

    def _solved(self, cost: Terms) -> list[int]:
        try:
            import highspy
            import numpy as np
        except ImportError as error:
            raise Unsolved("highspy is not installed") from error
        size = len(self._tops)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = size, len(self._rules)
        lp.col_cost_ = np.array([cost.get(n, 0) for n in range(size)], dtype=float)
        lp.col_lower_ = np.zeros(size)
        lp.col_upper_ = np.array(self._tops, dtype=float)
        lp.row_lower_ = np.array([least for least, _, _ in self._rules], dtype=float)
        lp.row_upper_ = np.array([most for _, _, most in self._rules], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(_starts([terms for _, terms, _ in self._rules]), dtype=np.int32)
        lp.a_matrix_.index_ = np.array([n for _, terms, _ in self._rules for n in terms], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([f for _, terms, _ in self._rules for f in terms.values()], dtype=float)
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self._whole]
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in _OPTIONS.items():
            solver.setOptionValue(name, value)
        solver.passModel(lp)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise Unsolved("no values keep all rules, or too many had to be tried")
        return [round(value) for value in solver.getSolution().col_value]


_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
    "mip_feasibility_tolerance": 1e-9,
    "mip_max_nodes": MOST_NODES,
}


def _starts(rows: Sequence[Terms]) -> list[int]:
    starts = [0]
    for terms in rows:
        starts.append(starts[-1] + len(terms))
    return starts
