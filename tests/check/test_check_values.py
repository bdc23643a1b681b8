"""What counts as the same value, and which numbers clash."""

import pytest

from generator.check.values import numbers, numbers_clash, same
from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project

ENGLISH, SPANISH = (load_grammar(open_project(bundled_root()), code) for code in ("en", "es"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two of its beams", {2}),
        ("about 80,000 pounds", {80000}),
        ("2.5 to 3", {2.5, 3}),
        ("twenty-one", {21}),
        ("forty two thousand", {42000}),
        ("two hundred people", {200}),
        ("3 million", {3_000_000}),
        ("both", {2}),
        ("a dozen", {12}),
        ("4 March 2025", {4, 2025}),
        ("on Tuesday", set()),
        ("1.000.000,5", {10000005}),
    ],
)
def test_numbers_in_figures_and_words(text: str, found: set[float]) -> None:
    assert numbers(text, ENGLISH) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("unas treinta y cinco familias", {35}),
        ("1.200 kilos", {1200}),
        ("3,5 horas", {3.5}),
        ("dos mil euros", {2000}),
        ("entre 20 y 30", {20, 30}),
        ("una tarde de mayo", set()),
    ],
)
def test_numbers_in_spanish(text: str, found: set[float]) -> None:
    assert numbers(text, SPANISH) == found


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("two", "2", False),
        ("two", "three", True),
        ("4 March", "4 March 2025", False),
        ("some", "three", False),
        ("a dozen", "12", False),
        ("40", "sixty", True),
    ],
)
def test_values_clash_where_neither_has_all_numbers_of_the_other(one: str, other: str, clash: bool) -> None:
    assert numbers_clash(one, other, ENGLISH) is numbers_clash(other, one, ENGLISH) is clash


def test_articles_capitals_and_accepted_wordings_make_no_difference() -> None:
    assert same("The council.", "council", ENGLISH)
    assert same("the sailors", "the crew", ENGLISH, accept=["Sailors"])
    assert not same("the crew", "the captain", ENGLISH)
    assert same("El Ayuntamiento", "ayuntamiento", SPANISH)
    assert not same("El Ayuntamiento", "ayuntamiento", ENGLISH)
