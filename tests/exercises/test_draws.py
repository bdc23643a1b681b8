"""How rows and options are drawn: no answer is favoured, by number or by length; facts of a dossier found once."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exercises.lengths import evenly_long
from generator.exercises.memo import KEPT, once_for_each_dossier
from generator.exercises.statements import spread
from tests.exercises.staging import scene


def test_chance_decides_which_group_gives_one_more() -> None:
    groups = {name: [f"{name}{n}" for n in range(5)] for name in "abc"}
    more: Counter[str] = Counter()
    for n in range(300):
        got = Counter(thing[0] for thing in spread(scene("own", seed=f"s{n}"), groups, 4))
        assert sorted(got.values()) == [1, 1, 2]
        more[got.most_common(1)[0][0]] += 1
    assert min(more.values()) > 60


@given(st.integers(0, 6), st.integers(0, 6), st.lists(st.text(max_size=9), max_size=6), st.integers())
def test_a_draw_by_length_keeps_sizes_and_order(right: int, wrong: int, texts: list[str], seed: int) -> None:
    numbered = list(enumerate(texts))
    mine, theirs = evenly_long(scene("own", seed=str(seed)), numbered, numbered, (right, wrong), lambda t: t[1])
    assert (len(mine), len(theirs)) == (min(right, len(texts)), min(wrong, len(texts)))
    assert mine == sorted(mine, key=lambda thing: thing[0])
    assert theirs == sorted(theirs, key=lambda thing: thing[0])


@pytest.mark.parametrize("seed", range(12))
def test_a_draw_by_length_lets_neither_right_nor_wrong_be_longer(seed: int) -> None:
    right, wrong = ["x", "xx", "x" * 8, "x" * 9], ["x" * 4, "x" * 5, "x" * 6]
    mine, theirs = evenly_long(scene("own", seed=str(seed)), right, wrong, (2, 2), str)
    assert sorted(len(one) > 6 for one in mine) == [False, True]
    assert len(theirs) == 2


@dataclass(frozen=True)
class Stub:
    """Stands in for a dossier: all of them are equal, none is another."""


def test_a_dossier_is_looked_at_once_and_never_taken_for_another() -> None:
    seen: list[int] = []

    def look(dossier: Stub) -> int:
        seen.append(id(dossier))
        return len(seen)

    find = once_for_each_dossier(look)  # type: ignore[arg-type]
    one, other = Stub(), Stub()
    assert [find(d) for d in (one, one, other, one, other)] == [1, 1, 2, 1, 2]  # type: ignore[arg-type]
    for _ in range(KEPT):
        find(Stub())  # type: ignore[arg-type]
    assert find(one) > 2  # type: ignore[arg-type]
