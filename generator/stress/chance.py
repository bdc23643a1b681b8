"""Item -> the marks that somebody gets on average who answers it at random.

A random answer is any valid one, each as likely as the others: one option; some of the options, but not none (or
as many as the question asks for); an option for each row; an order of all options. Marks are those of
`generator.mark`, whose rounding down is why the whole spread of right parts counts and not its middle alone.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from math import comb, perm

from generator.model.item import (
    ChoiceAnswer,
    Grid,
    GridAnswer,
    Item,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Order,
    OrderAnswer,
)


def chance(item: Item) -> Fraction | None:
    """Mean marks of a random valid answer; None where students write or mark words, so that none is defined."""
    answer, response, points = item.key.answer, item.question.response, item.question.points
    if isinstance(answer, ChoiceAnswer):
        return Fraction(points, len(getattr(response, "options", ())))
    if isinstance(answer, MultiChoiceAnswer) and isinstance(response, MultiChoice):
        return _ticks(points, len(response.options), len(answer.options), response.choose)
    if isinstance(answer, GridAnswer) and isinstance(response, Grid):
        return _free(points, len(answer.cells), len(response.columns))
    if isinstance(answer, MatchAnswer) and isinstance(response, Match):
        if response.reuse:
            return _free(points, len(answer.pairs), len(response.options))
        return _apart(points, len(answer.pairs), max(len(response.rows), len(response.options)))
    if isinstance(answer, OrderAnswer) and isinstance(response, Order):
        return _orders(points, tuple(len(group) for group in answer.groups), len(response.options))
    return None


@cache
def _ticks(points: int, options: int, right: int, choose: int | None) -> Fraction:
    """Some ticks among the options; a wrong one takes a right one back."""
    ways: dict[int, int] = {}
    for hits in range(right + 1):
        for false in range(options - right + 1):
            if hits + false == choose or (choose is None and hits + false > 0):
                net = max(0, hits - false)
                ways[net] = ways.get(net, 0) + comb(right, hits) * comb(options - right, false)
    return _mean(points, right, ways)


@cache
def _free(points: int, rows: int, options: int) -> Fraction:
    """Each row gets any option, whatever the others have."""
    return _mean(points, rows, {n: comb(rows, n) * (options - 1) ** (rows - n) for n in range(rows + 1)})


@cache
def _apart(points: int, rows: int, places: int) -> Fraction:
    """Rows and options in pairs, none twice; `places` is the larger of the two numbers.

    Any given rows are all right in 1 of places!/(places - rows)! ways; the rest is inclusion and exclusion.
    """
    all_right = [Fraction(comb(rows, n), perm(places, n)) for n in range(rows + 1)]
    exactly = {
        n: sum(((-1) ** (m - n) * comb(m, n) * all_right[m] for m in range(n, rows + 1)), Fraction(0))
        for n in range(rows + 1)
    }
    return _mean(points, rows, exactly)


@cache
def _orders(points: int, groups: tuple[int, ...], options: int) -> Fraction:
    """Any order of the options, of which those of one group may stand in each other's places."""
    wanted = [number for number, size in enumerate(groups) for _ in range(size)]
    rest = options - len(wanted)

    @cache
    def from_(place: int, left: tuple[int, ...]) -> tuple[int, ...]:
        """Ways to fill the places from here, by how many are right; `left` counts options still to be placed."""
        if place == len(wanted):
            return (1,)
        ways = [0] * (len(wanted) - place + 1)
        for group, number in enumerate(left):
            if number:
                fewer = (*left[:group], number - 1, *left[group + 1 :])
                for hits, count in enumerate(from_(place + 1, fewer)):
                    ways[hits + (group == wanted[place])] += number * count
        return tuple(ways)

    return _mean(points, len(wanted), dict(enumerate(from_(0, (*groups, rest)))))


def _mean(points: int, parts: int, ways: Mapping[int, int | Fraction]) -> Fraction:
    """Mean marks, where `ways` tells how often so many of the parts are right."""
    total = got = Fraction(0)
    for right, times in ways.items():
        total += times
        got += int(points * Fraction(right, parts)) * times
    return got / total
