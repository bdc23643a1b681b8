"""Names of parallel forms and their turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.variants import VariantName, name_of, turn_of
from generator.model.vocabulary import VARIANTS

HIGHEST = 26 + 26**2 + 26**3 + 26**4 - 1


def test_the_variants_that_lessons_offer_are_the_first_in_turn() -> None:
    assert [turn_of(name) for name in VARIANTS] == list(range(len(VARIANTS)))


@pytest.mark.parametrize(
    ("name", "turn"), [("Z", 25), ("AA", 26), ("AZ", 51), ("BA", 52), ("ZZ", 701), ("AAA", 702)]
)
def test_names_go_on_after_z(name: str, turn: int) -> None:
    assert (turn_of(name), name_of(turn)) == (turn, name)


@given(st.integers(0, HIGHEST))
def test_name_and_turn_are_two_ways_to_say_one_thing(turn: int) -> None:
    assert turn_of(name_of(turn)) == turn
    assert TypeAdapter(VariantName).validate_python(name_of(turn)) == name_of(turn)


@pytest.mark.parametrize("name", ["", "a", "A1", "Ä", "A ", "A\n", "AAAAA"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a variant"):
        turn_of(name)
    with pytest.raises(ValidationError):
        TypeAdapter(VariantName).validate_python(name)


@pytest.mark.parametrize("turn", [-1, HIGHEST + 1])
def test_there_is_no_name_beyond_the_ends(turn: int) -> None:
    with pytest.raises(ValueError, match="no variant"):
        name_of(turn)
