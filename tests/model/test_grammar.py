"""Word lists of a language, and what the program reads out of a text with them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exercises.limiting_words import _numbers, _times
from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.model.grammar import NEUTRAL, Grammar
from generator.model.sentences import sentence_ends

ENGLISH, SPANISH = (load_grammar(open_project(bundled_root()), code) for code in ("en", "es"))
MADE = Grammar(
    language="xx", lists={"few": "uno|dos tres| |grow*|*ly", "none": "", "n": "seis=6|siete=x|ocho=8.5"}
)


def test_a_list_is_words_between_bars() -> None:
    assert MADE.words("few") == ("uno", "dos tres", "grow*", "*ly")
    assert MADE.words("none") == MADE.words("unknown") == ()
    assert MADE.values("n") == {"seis": 6.0, "ocho": 8.5}


def test_a_star_stands_for_any_letters_and_capitals_do_not_count() -> None:
    assert all(MADE.has("few", word) for word in ("uno", "UNO", "grow", "Grown", "quickly", "dos tres"))
    assert not any(MADE.has("few", word) for word in ("un", "unos", "ungrown", "dos", "lying", ""))
    assert MADE.first("few", "slowly") == "*ly"
    assert MADE.first("few", "slow") == ""


def test_words_are_found_whole() -> None:
    found = MADE.pattern("few").findall("Uno growing ungrown unos, dos tres and really.")
    assert found == ["Uno", "growing", "dos tres", "really"]


@given(st.text())
def test_an_empty_list_finds_nothing(text: str) -> None:
    assert MADE.pattern("none").search(text) is None
    assert NEUTRAL.pattern("months", "days").search(text) is None
    assert not NEUTRAL.has("articles", text)


@given(st.lists(st.from_regex(r"[a-z(.+?\[]{1,8}", fullmatch=True), min_size=1, max_size=5))
def test_no_sign_in_a_word_has_a_meaning_but_the_star(words: list[str]) -> None:
    grammar = Grammar(lists={"list": "|".join(words)})
    assert all(grammar.has("list", word) for word in words)
    assert not grammar.has("list", "0")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("El Sr. Gil vive aquí. No lo vio.", ["El Sr. Gil vive aquí.", "No lo vio."]),
        ("¿Quién fue? ¡Nadie lo sabe! Fin.", ["¿Quién fue?", "¡Nadie lo sabe!", "Fin."]),
        ("«No lo sé». «Fue ayer», dijo.", ["«No lo sé».", "«Fue ayer», dijo."]),
        ("Pasó. ¿Cuándo? Ayer.", ["Pasó.", "¿Cuándo?", "Ayer."]),
        ("Pidió ayuda a EE. UU. hace un mes.", ["Pidió ayuda a EE. UU. hace un mes."]),
        ("Dijo que no. Luego se fue.", ["Dijo que no.", "Luego se fue."]),
    ],
)
def test_spanish_sentences(text: str, sentences: list[str]) -> None:
    ends = (0, *sentence_ends(text, SPANISH.words("abbreviations")))
    assert [text[a:b].strip() for a, b in itertools.pairwise(ends)] == sentences


def test_an_abbreviation_of_one_language_ends_a_sentence_in_another() -> None:
    text = "They saw No. Then they left."
    assert len(sentence_ends(text, ENGLISH.words("abbreviations"))) == 1
    assert len(sentence_ends(text, SPANISH.words("abbreviations"))) == 2


@pytest.mark.parametrize(
    ("grammar", "text", "numbers", "times"),
    [
        (
            SPANISH,
            "El 3 de mayo, a las cinco y media, vio 18 huecos.",
            ["3", "cinco y media", "18 huecos"],
            ["El 3 de mayo"],
        ),
        (SPANISH, "Tenía 1.200 kilos el martes.", ["1.200 kilos"], ["el martes"]),
        (
            ENGLISH,
            "On Tuesday about 400 homes had it by ten past nine.",
            ["400 homes", "ten past nine"],
            ["On Tuesday"],
        ),
    ],
)
def test_numbers_and_times_in_a_sentence(
    grammar: Grammar, text: str, numbers: list[str], times: list[str]
) -> None:
    assert [match[0] for match in _numbers(grammar).finditer(text)] == numbers
    assert [match[0] for match in _times(grammar).finditer(text)] == times
