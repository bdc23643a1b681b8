"""Blind solvers: what they answer is valid, and each follows its one rule."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mark import Given, mark
from generator.model.item import Choice, ChoiceAnswer, Extract, Grid, GridAnswer, Item, Option
from generator.stress.habits import Habits
from generator.stress.solvers import SOLVERS
from tests.stress.planted import choice, grid, item, match, multi_choice, order

ITEMS = st.one_of(
    st.builds(choice, st.integers(2, 6), st.just(1)),
    st.builds(lambda n, k: multi_choice(n, [0, 1], 2, k), st.integers(2, 6), st.sampled_from([None, 2])),
    st.builds(lambda n: grid(n, [0, 1, 1], 3), st.integers(2, 5)),
    st.builds(lambda n, again: match(n, [0, 1, 2], 3, again), st.integers(3, 5), st.booleans()),
    st.builds(lambda sizes: order(sizes, 2), st.lists(st.integers(1, 2), min_size=2, max_size=3)),
)


@given(ITEMS, st.sampled_from(sorted(SOLVERS)), st.integers())
def test_a_solver_gives_a_valid_answer_or_none(made: Item, name: str, seed: int) -> None:
    for given_ in SOLVERS[name](made.question, Random(seed)):
        check_valid(made, given_)


def check_valid(made: Item, given_: Given) -> None:
    response = made.question.response
    assert 0 <= (mark(made, given_) or 0) <= made.question.points
    if response.kind == "match":
        assert set(given_) <= {row.id for row in response.rows}
        assert set(given_.values()) <= {option.id for option in response.options}
        assert response.reuse or len(set(given_.values())) == len(given_)
    elif response.kind == "grid":
        assert set(given_) == {row.id for row in response.rows}
    elif response.kind == "order":
        assert sorted(given_) == sorted(option.id for option in response.options)
    elif response.kind == "multi-choice":
        assert len(set(given_)) == len(given_) == (response.choose or len(given_)) > 0
    else:
        assert given_ in {option.id for option in response.options}


def worded(*texts: str, stem: str = "", extracts: tuple[Extract, ...] = ()) -> Item:
    made = tuple(Option(id=f"o{n}", text=text) for n, text in enumerate(texts))
    return item(Choice(options=made), ChoiceAnswer(option="o0"), stem=stem, extracts=extracts)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("always option 1", "o0"),
        ("always option 2", "o1"),
        ("always option 4", None),
        ("always the last option", "o2"),
        ("always column 1", None),
        ("every option", None),
        ("the longest option", "o1"),
        ("the shortest option", "o2"),
        ("most words shared", "o2"),
    ],
)
def test_what_each_solver_takes(name: str, expected: str | None) -> None:
    made = worded("the town council", "nobody who is named here", "the mayor", stem="What did the mayor say?")
    assert SOLVERS[name](made.question, Random(0)) == ([expected] if expected else [])


def test_equals_are_all_given() -> None:
    made = worded("one word", "two word", "more words")
    assert SOLVERS["the shortest option"](made.question, Random(0)) == ["o0", "o1"]


def test_the_words_of_an_extract_count_like_those_of_the_stem() -> None:
    shown = Extract(passage="A", lines=(1, 1), text="The harbour master rang the bell.")
    made = worded("a fisherman", "the harbour master", stem="Who?", extracts=(shown,))
    assert SOLVERS["most words shared"](made.question, Random(0)) == ["o1"]
    assert SOLVERS["fewest words shared"](made.question, Random(0)) == ["o0"]


def test_rows_are_matched_with_columns_that_share_words() -> None:
    rows = (Option(id="r0", text="The mayor spoke."), Option(id="r1", text="The council met."))
    columns = (Option(id="o0", text="the council"), Option(id="o1", text="the mayor"))
    made = item(Grid(rows=rows, columns=columns), GridAnswer(cells={"r0": "o1", "r1": "o0"}))
    assert SOLVERS["most words shared"](made.question, Random(0)) == [{"r0": "o1", "r1": "o0"}]
    assert SOLVERS["fewest words shared"](made.question, Random(0)) == [{"r0": "o0", "r1": "o1"}]


def test_habits_go_by_what_was_right_elsewhere_in_the_same_type() -> None:
    habits = Habits()
    for _ in range(10):
        habits.learn(grid(3, [1, 1, 1, 0], 4))
    assert habits.solve(grid(3, [2, 2], 2).question, Random(0)) == [{"r0": "o1", "r1": "o1"}]
    other = item(Choice(options=()), ChoiceAnswer(option=""), type="another").question
    assert habits.solve(other, Random(0)) == []


def test_habits_add_up() -> None:
    one, other, both = Habits(), Habits(), Habits()
    one.learn(choice(3, 1))
    other.learn(choice(4, 2))
    both.learn(choice(3, 1))
    both.learn(choice(4, 2))
    assert one + other == Habits(+both.offered, +both.right)
