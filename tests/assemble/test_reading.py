"""Reading level: known texts come out near the grade that other programs give them, and it moves the right way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.reading import reading_grade

EASY = "The cat sat on the mat. It was a big cat. The dog ran to the cat."
# A sentence of eleven words and twenty-one syllables, counted by hand: 0.39 * 11 + 11.8 * 21 / 11 - 15.59 = 11.2.
MIDDLE = "The department considered several alternatives before it decided against any demolition."
SPANISH = "El gato duerme. La casa es grande. El perro corre por la calle."


def test_easy_texts_are_for_the_first_grades_and_hard_ones_are_not() -> None:
    easy, middle = reading_grade([EASY], "en"), reading_grade([MIDDLE], "en")
    assert easy is not None
    assert middle is not None
    assert easy < 2
    assert middle > 10


def test_spanish_is_measured_by_its_own_formula() -> None:
    easy = reading_grade([SPANISH], "es")
    hard = reading_grade(
        ["La administración municipal anunció inmediatamente una investigación extraordinaria."], "es"
    )
    assert easy is not None
    assert hard is not None
    assert easy < 3 < hard


@pytest.mark.parametrize(("texts", "language"), [([], "en"), (["123 ... 456"], "en"), ([EASY], "fi")])
def test_without_words_or_formula_there_is_no_grade(texts: list[str], language: str) -> None:
    assert reading_grade(texts, language) is None


@given(st.integers(1, 6))
def test_the_same_words_in_longer_sentences_are_harder(many: int) -> None:
    apart = " ".join(["The old bridge was shut after a long night."] * (many + 1))
    joined = " and ".join(["the old bridge was shut after a long night"] * (many + 1)) + "."
    first, second = reading_grade([apart], "en"), reading_grade([joined], "en")
    assert first is not None
    assert second is not None
    assert second > first


@given(st.lists(st.sampled_from([EASY, MIDDLE]), min_size=1, max_size=4))
def test_the_order_of_paragraphs_is_no_matter(texts: list[str]) -> None:
    assert reading_grade(texts, "en") == reading_grade(texts[::-1], "en")
