"""Alignment: sentences about the same thing, by their words."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.comparison import align
from generator.draft.comparison.stems import plain, stem
from generator.draft.comparison.vectors import vectors

FERRY_A = (
    "The ferry Orlanda ran aground off Tessel Point on Monday with 84 people on board.",
    "Captain Rhea Voss blamed a faulty compass.",
)
FERRY_B = ("A ferry with 84 passengers, the Orlanda, hit rocks near Tessel Point.",)
CIRCUS = (
    "The Bellamy Circus opens its winter season in Dunmore with two new acrobats.",
    "Tickets cost less than last year.",
)

SENTENCES = st.lists(st.text(string.ascii_letters + " .,’é0123456789\n", max_size=80), max_size=7)


def places(pairs: list[tuple[int, int, float]]) -> set[tuple[int, int]]:
    return {(i, j) for i, j, _ in pairs}


def test_two_reports_of_one_event_are_aligned() -> None:
    assert (0, 0) in places(align(FERRY_A, FERRY_B))


def test_two_events_are_not() -> None:
    assert align(FERRY_A, CIRCUS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maud Ferris checks into the Linden clinic", "Singer Tobin Ashe checks into a clinic in Corrow"),
        ("Fire destroys the Palace cinema in Wexcombe", "Fire damages the Kestrel warehouse in Port Ainslie"),
        ("The Herons beat the Otters 3-1 in the cup final", "The Badgers beat the Larks 5-0 in the league"),
    ],
)
def test_like_events_with_other_names_and_figures_are_not(one: str, other: str) -> None:
    assert align([one], [other]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two miners died in a blast at the Corrow pit.", "An explosion killed two miners at Corrow."),
        ("Senator Ana Brel resigned on Friday.", "Brel, the senator, quits"),
        ("Vantor will buy its rival Oleum.", "Vantor announced the acquisition of Oleum."),
        ("Police arrested the Ellerby mayor.", "The mayor of Ellerby was detained by officers."),
    ],
)
def test_the_same_act_in_other_words_is(one: str, other: str) -> None:
    assert places(align([one], [other])) == {(0, 0)}


def test_in_long_texts_the_sentences_count() -> None:
    filler = [
        f"Paragraph {word} tells of {word}ish matters in {word}ton."
        for word in ("alb", "corv", "dunt", "esk", "fam")
    ]
    other = [f"Nobody in {word}ham had {word}ed before." for word in ("gret", "hul", "ilk", "jarv", "kern")]
    pairs = align([*filler, *FERRY_A], [*other, *FERRY_B])
    assert places(pairs) == {(5, 5)}


@given(SENTENCES, SENTENCES)
@settings(max_examples=150, deadline=None)
def test_pairs_lie_within_the_texts_in_order_and_never_twice(first: list[str], second: list[str]) -> None:
    pairs = align(first, second)
    assert [p[:2] for p in pairs] == sorted(places(pairs))
    assert len(pairs) == len(places(pairs))
    assert all(0 <= i < len(first) and 0 <= j < len(second) and 0 < likeness <= 1 for i, j, likeness in pairs)


@given(SENTENCES, SENTENCES)
@settings(max_examples=80, deadline=None)
def test_which_report_comes_first_does_not_matter(first: list[str], second: list[str]) -> None:
    assert places(align(first, second)) == {(i, j) for j, i, _ in align(second, first)}


@given(st.text(string.ascii_letters, min_size=1, max_size=12))
def test_a_text_is_aligned_with_itself_when_it_says_anything(word: str) -> None:
    sentence = f"{word.capitalize()} Quillane opened the {word} museum."
    assert places(align([sentence], [sentence])) == {(0, 0)}


def test_nothing_to_align() -> None:
    assert (
        align([], [])
        == align(["A word."], [])
        == align([""], ["  "])
        == align(["the of and"], ["the of and"])
        == []
    )


@pytest.mark.parametrize(
    "text", ["הספינה עלתה על שרטון ביום שני.", "\x00\x01\x02" * 50, "a" * 50_000, "1 2 3 " * 5000]
)
def test_any_text_gives_an_answer(text: str) -> None:
    assert isinstance(align([text], [text, "The ferry sank."]), list)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("killed died deaths fatal", True),
        ("buying bought purchases acquisition", True),
        ("negotiations talks negotiator", True),
        ("Iraqi Iraq", True),
        ("resumed renewing reopened", True),
        ("company companies firms", True),
        ("bridge bride", False),
        ("general generous", False),
        ("won wonder", False),
    ],
)
def test_stems(words: str, same: bool) -> None:
    stems = {stem(plain(word)) for word in words.split()}
    assert (len(stems) == 1) is same


def test_names_weigh_more_than_words_and_common_words_less() -> None:
    weights = vectors(("Yesterday the people of Corrow built a windmill.",)).sentences[0]
    assert weights[stem("corrow")] > weights[stem("windmill")] > weights[stem("people")]
    assert stem("the") not in weights
