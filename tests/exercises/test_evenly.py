"""Rows drawn fairly: whoever ticks one column all the way down earns no more than about half."""

from hypothesis import given
from hypothesis import strategies as st
from staging import scene

from generator.exercises.evenly import evenly, fair_sizes, most_rows

SIZES = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9), min_size=1)


@given(SIZES, st.integers(0, 20))
def test_no_group_has_more_than_all_others_and_one(sizes: dict[str, int], most: int) -> None:
    fair = fair_sizes(sizes, most)
    assert set(fair) == set(sizes)
    assert sum(fair.values()) <= most
    assert all(fair[name] <= sizes[name] for name in sizes)
    assert all(2 * count <= sum(fair.values()) + 1 for count in fair.values())


@given(SIZES, st.integers(0, 20))
def test_no_row_is_left_out_that_could_stand(sizes: dict[str, int], most: int) -> None:
    fair = fair_sizes(sizes, most)
    if sum(fair.values()) < most:
        assert not any(fair[name] < sizes[name] and 2 * fair[name] <= sum(fair.values()) for name in sizes)


@given(SIZES, st.integers(0, 20))
def test_drawn_rows_are_of_the_groups_and_as_many_as_told(sizes: dict[str, int], most: int) -> None:
    groups = {name: [f"{name}{i}" for i in range(count)] for name, count in sizes.items()}
    drawn = evenly(scene("exact_or_vague"), groups, most)
    assert len(drawn) == len(set(drawn)) == min(most, most_rows(groups))
    assert all(row in groups[row[0]] for row in drawn)


def test_the_answer_with_one_row_more_is_not_the_same_each_time() -> None:
    groups = {"exact": list("abcd"), "vague": list("wxyz")}
    odd = {sum(row in "abcd" for row in evenly(scene("exact_or_vague", seed=s), groups, 5)) for s in "abcdefgh"}
    assert odd == {2, 3}
