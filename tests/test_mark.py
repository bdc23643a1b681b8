"""Marking by the key: full for the key's own answers, nothing for blank ones, less for wrong ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.mark import folded, full_response, mark
from generator.model.grammar import Grammar
from generator.model.item import (
    Blank,
    BlankKey,
    Choice,
    ChoiceAnswer,
    ExtendedText,
    ExtendedTextAnswer,
    Grid,
    GridAnswer,
    Item,
    KeyEntry,
    MarkedSpan,
    MarkKind,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    TextSelection,
    TextSelectionAnswer,
)

ENGLISH = load_grammar(open_project(bundled_root()), "en")

FOUR = tuple(Option(id=f"o{n}", text=f"option {n}") for n in range(4))
TWO = FOUR[:2]


def item(response: object, answer: object, points: int) -> Item:
    return Item.model_validate(
        {
            "question": Question(
                id="x", skill="attribution", type="t", prompt="Do.", stem="", points=points, response=response
            ),
            "key": KeyEntry(id="x", brief="b", answer=answer, evidence=(), rationale="r"),
            "asks": ["a"],
            "minutes": 1,
            "difficulty": 1,
        }
    )


def span(start: int, end: int) -> MarkedSpan:
    return MarkedSpan(mark="m", passage="A", start=start, end=end, lines=(1, 1), text="w" * (end - start))


CHOICE = item(Choice(options=FOUR), ChoiceAnswer(option="o2"), 1)
MULTI = item(MultiChoice(options=FOUR), MultiChoiceAnswer(options=("o0", "o1")), 2)
MATCH = item(Match(rows=TWO, options=FOUR), MatchAnswer(pairs={"o0": "o3", "o1": "o2"}), 2)
GRID = item(Grid(rows=FOUR, columns=TWO), GridAnswer(cells={o.id: "o0" for o in FOUR}), 2)
ORDER = item(Order(options=FOUR, first="", last=""), OrderAnswer(groups=(("o1",), ("o0", "o3"), ("o2",))), 4)
SHORT = item(
    ShortText(blanks=(Blank(id="b", label="B"), Blank(id="c", label="C"))),
    ShortTextAnswer(
        blanks={"b": BlankKey(model="the council", accept=("Ellerby Council",)), "c": BlankKey(model="two")}
    ),
    2,
)
TEXT = item(
    TextSelection(passage="A", lines=(1, 4), marks=(MarkKind(id="m", label="hedge", sign="wavy"),)),
    TextSelectionAnswer(spans=(span(0, 10), span(20, 30), span(40, 50))),
    3,
)
OPEN = item(ExtendedText(lines=4), ExtendedTextAnswer(sample="Because."), 3)
CLOSED = {
    "choice": CHOICE,
    "multi": MULTI,
    "match": MATCH,
    "grid": GRID,
    "order": ORDER,
    "short": SHORT,
    "text": TEXT,
}


@pytest.mark.parametrize("name", CLOSED)
def test_the_key_marks_itself_full_and_blank_gets_nothing(name: str) -> None:
    made = CLOSED[name]
    assert mark(made, full_response(made)) == made.question.points
    assert mark(made, None) == 0
    assert mark(made, type(full_response(made))()) == 0


def test_open_answers_are_left_to_a_person() -> None:
    assert mark(OPEN, "Some words.") is None
    assert mark(OPEN, "") == 0


@pytest.mark.parametrize("wrong", ["o0", "o1", "o3", "o9"])
def test_a_wrong_choice_gets_nothing(wrong: str) -> None:
    assert mark(CHOICE, wrong) == 0


def test_ticking_everything_earns_nothing() -> None:
    assert mark(MULTI, ["o0", "o1", "o2", "o3"]) == 0
    assert mark(MULTI, ["o0"]) == 1
    assert mark(MULTI, ["o0", "o1", "o2"]) == 1


def test_rows_share_the_marks_and_round_down() -> None:
    assert mark(GRID, {"o0": "o0", "o1": "o0", "o2": "o0", "o3": "o1"}) == 1
    assert mark(MATCH, {"o0": "o3", "o1": "o3"}) == 1


def test_ties_in_an_order_may_stand_either_way() -> None:
    assert mark(ORDER, ["o1", "o0", "o3", "o2"]) == 4
    assert mark(ORDER, ["o1", "o3", "o0", "o2"]) == 4
    assert mark(ORDER, ["o0", "o1", "o3", "o2"]) == 2


@pytest.mark.parametrize("given_", ["Council", "the council.", "ellerby  council", "“The Council”"])
def test_short_answers_fold_case_articles_and_signs(given_: str) -> None:
    assert mark(SHORT, {"b": given_, "c": "Two"}, ENGLISH) == 2


def test_the_articles_of_the_language_count_for_nothing_in_short_answers() -> None:
    grammar = Grammar(language="es", lists={"articles": "el|la"})
    assert folded("«El Ayuntamiento»", grammar) == folded("ayuntamiento", grammar) == "ayuntamiento"
    assert folded("the council", grammar) == "the council"
    assert folded("el", grammar) == "el"


def test_a_wrong_short_answer_gets_its_part_less() -> None:
    assert mark(SHORT, {"b": "the county", "c": "two"}) == 1


def test_marked_words_may_be_a_little_off_but_not_everything() -> None:
    assert mark(TEXT, [("m", 1, 10), ("m", 20, 31), ("m", 40, 50)]) == 3
    assert mark(TEXT, [("m", 0, 50)]) == 0
    assert mark(TEXT, [("m", 0, 10), ("m", 60, 70)]) == 0
    assert mark(TEXT, [("other", 0, 10)]) == 0


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_case_and_outer_spaces_never_matter(text: str) -> None:
    assert folded(f"  {text.upper()} ") == folded(text) == folded(text.lower())


@given(st.lists(st.sampled_from(["o0", "o1", "o2", "o3"]), unique=True))
def test_marks_stay_within_the_points(chosen: list[str]) -> None:
    given_marks = mark(MULTI, chosen)
    assert given_marks is not None
    assert 0 <= given_marks <= 2
    assert (given_marks == 2) == (set(chosen) == {"o0", "o1"})
