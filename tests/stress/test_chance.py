"""The chance score is the mean mark over all valid answers, found here by trying each of them."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mark import Given, mark
from generator.model.item import Choice, Grid, Item, Match, MultiChoice, Order
from generator.stress.chance import chance
from tests.stress.planted import choice, essay, grid, match, multi_choice, order

POINTS = st.integers(1, 5)


def every_answer(item: Item) -> Iterator[Given]:
    """All valid answers, each as often as the others."""
    response = item.question.response
    if isinstance(response, Grid) or (isinstance(response, Match) and response.reuse):
        columns = response.columns if isinstance(response, Grid) else response.options
        for picked in product(columns, repeat=len(response.rows)):
            yield {row.id: option.id for row, option in zip(response.rows, picked, strict=True)}
        return
    assert isinstance(response, (Choice, MultiChoice, Match, Order))
    ids = [option.id for option in response.options]
    if isinstance(response, Choice):
        yield from ids
    elif isinstance(response, MultiChoice):
        sizes = range(1, len(ids) + 1) if response.choose is None else [response.choose]
        for size in sizes:
            yield from map(list, combinations(ids, size))
    elif isinstance(response, Match):
        # Rows without an option where there are fewer options than rows.
        padded = [*ids, *[""] * (len(response.rows) - len(ids))]
        for picked in permutations(range(len(padded)), len(response.rows)):
            yield {row.id: padded[n] for row, n in zip(response.rows, picked, strict=True)}
    else:
        yield from map(list, permutations(ids))


def by_trying(item: Item) -> Fraction:
    marks = [mark(item, given) or 0 for given in every_answer(item)]
    return Fraction(sum(marks), len(marks))


@given(st.integers(2, 6), POINTS)
def test_choice(size: int, points: int) -> None:
    item = choice(size, 0, points)
    assert chance(item) == by_trying(item)


@given(st.integers(2, 6).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n))), POINTS, st.booleans())
def test_multi_choice(sizes: tuple[int, int], points: int, told: bool) -> None:
    size, right = sizes
    item = multi_choice(size, range(right), points, right if told else None)
    assert chance(item) == by_trying(item)


@given(st.integers(2, 4), st.integers(1, 5), POINTS, st.data())
def test_grid(columns: int, rows: int, points: int, data: st.DataObject) -> None:
    item = grid(columns, data.draw(st.lists(st.integers(0, columns - 1), min_size=rows, max_size=rows)), points)
    assert chance(item) == by_trying(item)


@given(st.integers(1, 5), st.integers(0, 2), POINTS)
def test_match_with_each_option_once(rows: int, spare: int, points: int) -> None:
    item = match(rows + spare, range(rows), points, reuse=False)
    assert chance(item) == by_trying(item)


@given(st.integers(2, 4), st.integers(1, 4), POINTS)
def test_match_with_options_again(size: int, rows: int, points: int) -> None:
    item = match(size, [n % size for n in range(rows)], points, reuse=True)
    assert chance(item) == by_trying(item)


@given(st.lists(st.integers(1, 3), min_size=1, max_size=4).filter(lambda sizes: sum(sizes) <= 6), POINTS)
def test_order(groups: list[int], points: int) -> None:
    item = order(groups, points)
    assert chance(item) == by_trying(item)


def test_marks_are_rounded_down_before_the_mean_is_taken() -> None:
    # Two rows of two columns for one mark: only both right earn it, one time in four.
    assert chance(grid(2, [0, 1], points=1)) == Fraction(1, 4)


@pytest.mark.parametrize("item", [essay("A sample answer.")])
def test_what_is_written_has_no_chance_score(item: Item) -> None:
    assert chance(item) is None
