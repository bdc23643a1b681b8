"""Frozen lines: from the text and the measure alone, none too wide, none of the text lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.lines import SLACK, break_lines, fill, foreign_characters, text_width
from generator.model.dossier import Block

WORDS = st.text(alphabet="abcdefgimlwMW.,’“”—-é12", min_size=1, max_size=14)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=80).map(" ".join)
MEASURE = st.floats(16, 40)


def blocks(*pieces: tuple[str, str]) -> list[Block]:
    out, start = [], 0
    for kind, text in pieces:
        out.append(Block.model_validate({"kind": kind, "text": text, "start": start, "end": start + len(text)}))
        start += len(text) + 1
    return out


@given(PARAGRAPH, MEASURE)
def test_lines_joined_give_the_paragraph_back(paragraph: str, measure: float) -> None:
    assert " ".join(fill(paragraph, measure * SLACK, text_width())) == paragraph


@given(PARAGRAPH, MEASURE)
def test_no_line_is_wider_than_the_measure_but_a_single_word(paragraph: str, measure: float) -> None:
    width = text_width()
    for line in fill(paragraph, measure * SLACK, width):
        assert width(line) <= measure * SLACK or " " not in line


@given(PARAGRAPH, MEASURE)
def test_no_line_could_take_the_next_word_but_where_the_last_needs_it(paragraph: str, measure: float) -> None:
    width = text_width()
    lines = fill(paragraph, measure * SLACK, width)
    for number, (line, following) in enumerate(pairwise(lines)):
        if number < len(lines) - 2:
            assert width(f"{line} {following.split(' ')[0]}") > measure * SLACK


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), PARAGRAPH, MEASURE)
def test_numbers_offsets_and_paragraphs(paragraphs: list[str], headline: str, measure: float) -> None:
    made = blocks(("headline", headline), *(("body", p) for p in paragraphs), ("caption", "A picture."))
    text = "\n".join(b.text for b in made)
    lines = break_lines(made, measure)
    assert [line.n for line in lines] == list(range(len(lines)))
    assert lines[0].text == headline
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.start for line in lines if line.opens_paragraph] == [b.start for b in made if b.is_evidence]
    assert not any("A picture." in line.text for line in lines)


def test_a_passage_without_headline_begins_with_line_one() -> None:
    assert [line.n for line in break_lines(blocks(("body", "Some words.")), 26)] == [1]


def test_a_last_line_of_one_short_word_gets_another() -> None:
    text = "The long report said that the bridge would have to be closed for a whole year or so"
    width = text_width()
    limit = width(text.removesuffix(" so")) + 0.1
    assert fill(text, limit, width) == [text.removesuffix(" or so"), "or so"]
    assert fill("to be so", width("to be") + 0.1, width) == ["to be", "so"]


def test_a_word_wider_than_the_measure_has_a_line_of_its_own() -> None:
    long = "w" * 80
    assert fill(f"a {long} b", 26, text_width()) == ["a", long, "b"]


def test_widths_are_those_of_the_bundled_font() -> None:
    from fontTools.ttLib import TTFont

    from generator.load.project import bundled_root

    font = TTFont(bundled_root() / "templates" / "fonts" / "PassageSerif-Regular.ttf")
    cmap, units = font.getBestCmap(), font["head"].unitsPerEm
    text = "Wendle’s “orchard” — 1,200 élan"
    expected = sum(font["hmtx"][cmap[ord(c)]][0] for c in text) / units
    assert text_width()(text) == pytest.approx(expected)


def test_characters_without_a_glyph_are_known_and_have_a_width() -> None:
    assert list(foreign_characters("abc 漢字漢 é\n")) == ["漢", "字"]
    assert text_width()("漢") == 1.0
    assert text_width()("a\u0301") == text_width()("a")
