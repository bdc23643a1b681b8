"""The places of keys: each as often as the others, over a sheet and over the variants."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.key_places import KeyPlaces
from generator.mark import full_response, mark
from generator.model.item import Choice, ChoiceAnswer, Item, Match, MultiChoice
from generator.model.variants import name_of
from tests.stress.planted import choice, essay, grid, match, multi_choice, order

SIZES = st.integers(2, 6)


def place(item: Item) -> int:
    assert isinstance(item.question.response, Choice)
    assert isinstance(item.key.answer, ChoiceAnswer)
    return [option.id for option in item.question.response.options].index(item.key.answer.option)


def sheet(turn: int, items: list[Item], lesson: str = "lesson") -> list[Item]:
    places = KeyPlaces(lesson, name_of(turn))
    return [places.placed(item) for item in items]


@given(SIZES, st.integers(0, 40), st.integers(1, 3))
def test_in_a_sheet_each_place_comes_equally_often(size: int, turn: int, times: int) -> None:
    items = [choice(size, n % size) for n in range(size * times)]
    assert Counter(map(place, sheet(turn, items))) == dict.fromkeys(range(size), times)


@given(SIZES, st.integers(0, 10), st.integers(0, 8))
def test_over_the_variants_each_item_has_its_key_at_every_place(size: int, round_: int, number: int) -> None:
    items = [choice(size, 0) for _ in range(number + 1)]
    variants = range(round_ * size, (round_ + 1) * size)
    assert sorted(place(sheet(turn, items)[number]) for turn in variants) == list(range(size))


@pytest.mark.parametrize("every", [2, 3, 4, 5, 6])
def test_an_item_that_comes_only_now_and_then_is_at_every_place_too(every: int) -> None:
    found = Counter(place(sheet(turn, [choice(4, 0)])[0]) for turn in range(0, 400 * every, every))
    assert min(found.values()) > 60
    assert set(found) == {0, 1, 2, 3}


def test_the_places_make_no_pattern_that_all_lessons_share() -> None:
    rows = {tuple(map(place, sheet(0, [choice(4, 0) for _ in range(8)], f"lesson{n}"))) for n in range(40)}
    assert len(rows) > 30


@given(
    st.sampled_from(
        [
            choice(4, 2),
            multi_choice(5, [1, 3], 2, None),
            match(4, [2, 0, 1], 3, reuse=False),
            match(3, [2, 2, 1], 3, reuse=True),
        ]
    ),
    st.integers(0, 99),
)
def test_only_the_order_of_options_changes(item: Item, turn: int) -> None:
    (placed,) = sheet(turn, [item])
    old, new = item.question.response, placed.question.response
    assert isinstance(old, (Choice, MultiChoice, Match))
    assert isinstance(new, (Choice, MultiChoice, Match))
    assert set(new.options) == set(old.options)
    assert new.model_copy(update={"options": old.options}) == old
    assert placed.key == item.key
    assert mark(placed, full_response(placed)) == placed.question.points
    assert sheet(turn, [item]) == [placed]


@pytest.mark.parametrize("item", [grid(3, [0, 1], 2), order([1, 1, 1], 3), essay("A sample.")])
def test_what_has_an_order_of_its_own_keeps_it(item: Item) -> None:
    assert [sheet(turn, [item]) for turn in range(6)] == [[item]] * 6
