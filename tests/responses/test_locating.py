"""Typed words are found where a reader would find them, slips and all, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.booklet import SheetLine, SheetPassage
from generator.responses.locate import Window, finds

LINES = (
    "The county has closed the bridge, which",
    "may reportedly reopen “within weeks”, a man",
    "said. Rosa Niño said no. It may well be 12 people",
    "and José said it’s “not yet known” – perhaps.",
)


def passage(lines: tuple[str, ...] = LINES) -> SheetPassage:
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    return SheetPassage(
        label="A",
        title="A headline",
        outlet="Courier",
        outlet_note=None,
        byline=None,
        published=None,
        place=None,
        licence=None,
        kind="fictional",
        credit=None,
        language="en",
        lines=tuple(
            SheetLine(n=i + 1, text=t, start=s) for i, (t, s) in enumerate(zip(lines, starts, strict=True))
        ),
        paragraphs=(1,),
        extras=(),
    )


TEXT = "\n".join(LINES)


def found(typed: str, lines: tuple[int, int] = (1, 4)) -> list[str]:
    return [TEXT[p.start : p.end].replace("\n", " ") for p in Window(passage(), lines).find(typed)[0]]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("reportedly", ["reportedly"]),
        ("REPORTEDLY.", ["reportedly"]),
        ('"within weeks"', ["within weeks"]),
        ("which may  reportedly", ["which may reportedly"]),
        ("may", ["may", "may"]),
        ("3 may", ["may"]),
        ("line 3: may", ["may"]),
        ("l. 3 – may", ["may"]),
        ("may (3)", ["may"]),
        ("may (line 3)", ["may"]),
        ("1. reportedly", ["reportedly"]),
        ("- reportedly", ["reportedly"]),
        ("12 people", ["12 people"]),
        ("Nino", ["Niño"]),
        ("Jose said", ["José said"]),
        ("it's", ["it’s"]),
        ("it’s 'not yet known' - perhaps", ["it’s “not yet known” – perhaps"]),
        ('it’s "not yet known" - perhaps', ["it’s “not yet known” – perhaps"]),
        ("reporteldy", ["reportedly"]),
        ("reportedly reopens", ["reportedly reopen"]),
        ("port", []),
        ("a woman", []),
        ("", []),
        ("...", []),
    ],
)
def test_words_are_found(typed: str, words: list[str]) -> None:
    assert found(typed) == words


def test_only_the_lines_asked_for_are_looked_at() -> None:
    assert found("may", (1, 2)) == ["may"]
    assert found("perhaps", (1, 3)) == []


def test_a_slip_is_told_from_the_words_themselves() -> None:
    window = Window(passage(), (1, 4))
    assert window.find("Reportedly")[1] is True
    assert window.find("reporteldy")[1] is False


def test_one_find_a_line_or_between_commas() -> None:
    window = Window(passage(), (1, 4))
    assert list(finds("may\n\n reportedly \n", window)) == ["may", "reportedly"]
    assert list(finds("may, reportedly; perhaps", window)) == ["may", "reportedly", "perhaps"]
    assert list(finds("closed the bridge, which", window)) == ["closed the bridge, which"]
    assert list(finds("may, never written", window)) == ["may, never written"]


WORDS = [(m.start(), m[0]) for m in re.finditer(r"\S+", TEXT) if m[0].strip("“”.,–")]


@given(
    st.sampled_from(WORDS),
    st.sampled_from([str.upper, str.lower, str.title, str]),
    st.sampled_from(["", " ", "."]),
)
def test_every_word_of_the_lines_is_found_however_it_is_written(
    word: tuple[int, str], write: type[str], behind: str
) -> None:
    places, exact = Window(passage(), (1, 4)).find(write(word[1]) + behind)
    assert exact
    assert any(p.start <= word[0] + len(word[1]) and word[0] <= p.end for p in places)


@given(st.data())
def test_any_stretch_of_whole_words_is_found_where_it_stands(data: st.DataObject) -> None:
    words = TEXT.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    stretch = " ".join(words[first:last])
    places, _ = Window(passage(), (1, 4)).find(stretch)
    signs = " .,–“”’"
    assert not stretch.strip(signs) or stretch.strip(signs) in {
        TEXT[p.start : p.end].replace("\n", " ").strip(signs) for p in places
    }


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    window = Window(passage(), (1, 4))
    for words in finds(typed, window):
        for place in window.find(words)[0]:
            assert 0 <= place.start < place.end <= len(TEXT)
