"""Lines in paragraphs, sizes on the paper, ruled lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.booklet import SheetExtra
from generator.model.item import Blank, ExtendedText, Grid, Option, Question, Response, ShortText, Table
from generator.render import view
from tests.render import fixture
from tests.render.story import GAZETTE, passage, passages


def question(response: Response, points: int = 2) -> Question:
    return Question(id="a/b", skill="attribution", type="t", prompt="p", stem="", points=points, response=response)


def test_every_body_line_stands_in_one_paragraph_and_the_headline_in_none() -> None:
    for p in passages():
        pieces = view.passage_view(p).pieces
        lines = [line for piece in pieces for line in piece.lines]
        assert [(line.n, line.text) for line in lines] == [(x.n, x.text) for x in p.lines if x.n > 0]
        assert len([piece for piece in pieces if piece.lines]) == len([n for n in p.paragraphs if n > 0])


def test_the_first_and_every_fifth_number_is_printed() -> None:
    lines = [line for piece in view.passage_view(passages()[0]).pieces for line in piece.lines]
    assert [line.n for line in lines if line.printed] == [1, 5, 10, 15, 20]
    assert [line.n for line in lines if line.first] == [1]
    assert [line.n for line in lines if line.last] == [len(lines)]


def test_paragraphs_open_and_close() -> None:
    for piece in view.passage_view(passages()[0]).pieces:
        if piece.lines:
            assert [line.opens for line in piece.lines] == [True] + [False] * (len(piece.lines) - 1)
            assert [line.closes for line in piece.lines] == [False] * (len(piece.lines) - 1) + [True]


@given(st.integers(min_value=0, max_value=60))
def test_an_extra_is_printed_wherever_it_is_said_to_stand(after: int) -> None:
    p = passage("A", None, GAZETTE, outlet="O", extras=(SheetExtra(kind="caption", text="here", after=after),))
    pieces = view.passage_view(p).pieces
    at = [i for i, piece in enumerate(pieces) if piece.extra]
    assert len(at) == 1
    before = [line.n for piece in pieces[: at[0]] for line in piece.lines]
    behind = [line.n for piece in pieces[at[0] + 1 :] for line in piece.lines]
    assert not behind or behind[-1] > after
    assert max(before, default=0) >= min(after, max([*before, *behind]))


@given(st.floats(min_value=16, max_value=40), st.sampled_from(sorted(view.PAPERS)))
def test_lines_fit_the_paper_at_every_measure(measure: float, paper: str) -> None:
    sheet = fixture.sheet().model_copy(update={"measure": measure})
    frame = view.sheet_frame(sheet, view.PAPERS[paper])
    assert measure * frame.size <= frame.width <= view.PAPERS[paper].width
    assert 11 <= frame.size <= 12
    assert frame.notes == 0 or frame.notes < view.PAPERS[paper].width - 60


def test_items_begin_a_page_of_their_own_only_behind_a_full_one() -> None:
    sheet = fixture.sheet()
    brief = (passage("A", "T", GAZETTE[:1], outlet="O"),)
    short = sheet.model_copy(update={"passages": brief, "glossary": {}})
    assert view.sheet_frame(sheet, view.PAPERS["a4"]).apart
    assert not view.sheet_frame(short, view.PAPERS["a4"]).apart


def test_letters() -> None:
    assert [view.letter(i) for i in (0, 1, 25, 26, 27)] == ["a", "b", "z", "aa", "ab"]


@given(st.integers(1, 40), st.integers(1, 8))
def test_ruled_lines_are_shared_out_whole(total: int, parts: int) -> None:
    shares = [view.share_of(total, parts, i) for i in range(parts)]
    assert sum(shares) == max(total, parts)
    assert max(shares) - min(shares) <= 1


@pytest.mark.parametrize(("points", "blanks", "lines"), [(1, 1, 2), (2, 2, 2), (2, 4, 1), (6, 1, 4), (1, 5, 1)])
def test_about_two_ruled_lines_a_mark(points: int, blanks: int, lines: int) -> None:
    response = ShortText(blanks=tuple(Blank(id=f"b{i}", label="x") for i in range(blanks)))
    assert view.blank_lines(question(response, points)) == lines


def test_only_items_too_tall_for_a_page_may_be_split() -> None:
    def rows(n: int) -> tuple[Option, ...]:
        return tuple(Option(id=f"r{i}", text="x") for i in range(n))

    assert not view.is_long(question(Grid(rows=rows(8), columns=rows(3))))
    assert view.is_long(question(Grid(rows=rows(16), columns=rows(3))))
    table = Table(corner="", rows=rows(12), columns=rows(2))
    assert view.is_long(question(ShortText(blanks=(Blank(id="b", label="x"),), table=table)))
    assert not view.is_long(question(ExtendedText(lines=8)))
