"""Marks on words: nothing of the text is lost, every span keeps its marks."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.item import TextSelection, TextSelectionAnswer
from generator.render.marks import BRACKETS, MarkedLine, Span, annotated_view, mark_line, marked_extract
from generator.render.view import ViewLine
from tests.render import desk, fixture
from tests.render.story import passages

SIGNS = ("source", "cue", "content", "marker", "wording", "underline", "circle", "bracket", "wavy")
TEXT = "The clock on Hollin market hall struck thirteen at noon"


def line(start: int) -> ViewLine:
    return ViewLine(n=3, text=TEXT, start=start, printed=False, opens=False, closes=False, first=False, last=False)


def text_of(marked: MarkedLine) -> str:
    return "".join(piece.text for piece in marked.pieces)


def spans(start: int) -> st.SearchStrategy[list[Span]]:
    edge = st.integers(max(0, start - 10), start + len(TEXT) + 10)
    one = st.tuples(st.sampled_from(SIGNS), edge, edge, st.sampled_from(["", "1", "m2", "w13"]))
    return st.lists(one.map(lambda s: Span(s[0], min(s[1], s[2]), max(s[1], s[2]) + 1, s[3])), max_size=7)


@given(st.integers(0, 50).flatmap(lambda start: st.tuples(st.just(start), spans(start))))
def test_pieces_give_the_line_back_and_every_character_its_marks(case: tuple[int, list[Span]]) -> None:
    start, marks = case
    marked = mark_line(line(start), marks)
    assert text_of(marked) == TEXT
    at = start
    for piece in marked.pieces:
        for _ in piece.text:
            expected = sorted(s.sign for s in marks if s.start <= at < s.end and s.sign not in BRACKETS)
            assert sorted(sign.name for sign in piece.signs) == expected
            at += 1


@given(st.integers(0, 50).flatmap(lambda start: st.tuples(st.just(start), spans(start))))
def test_brackets_and_tags_stand_where_a_span_begins_or_ends_on_the_line(case: tuple[int, list[Span]]) -> None:
    start, marks = case
    marked, stop = mark_line(line(start), marks), start + len(TEXT)
    content = [s for s in marks if s.sign in BRACKETS and s.start < stop and s.end > start]
    assert sum(p.brackets_open for p in marked.pieces) == sum(start <= s.start for s in content)
    assert sum(p.brackets_close for p in marked.pieces) == sum(s.end <= stop for s in content)
    begun = {s.tag for s in marks if s.tag and start <= s.start < stop}
    assert {tag for piece in marked.pieces for tag in piece.tags} == begun


def test_a_box_over_a_line_break_is_open_there() -> None:
    begin = mark_line(line(0), [Span("cue", 50, 80)]).pieces[-1].signs[0]
    middle = mark_line(line(60), [Span("cue", 50, 180)]).pieces[0].signs[0]
    end = mark_line(line(60), [Span("cue", 50, 70)]).pieces[0].signs[0]
    assert "border-right: 0" in begin.style
    assert "border-left" not in begin.style
    assert "border-left: 0" in end.style
    assert "border-right" not in end.style
    assert "border-right: 0" in middle.style
    assert "border-left: 0" in middle.style


def test_close_tags_join_instead_of_covering_each_other() -> None:
    pieces = mark_line(line(0), [Span("content", 0, 20, "1"), Span("source", 2, 9, "m4")]).pieces
    assert pieces[0].tags == ("1", "m4")
    assert all(not piece.tags for piece in pieces[1:])


def test_the_extract_holds_every_marked_word_in_its_mark() -> None:
    for question, entry in fixture.items():
        if not isinstance(question.response, TextSelection):
            continue
        assert isinstance(entry.answer, TextSelectionAnswer)
        p = next(p for p in passages() if p.label == question.response.passage)
        lines = marked_extract(p, question.response, entry.answer)
        held = {n for s in entry.answer.spans for n in range(s.lines[0], s.lines[1] + 1)}
        assert [x.n for x in lines] == sorted(held)
        for s in entry.answer.spans:
            sign = next(m.sign for m in question.response.marks if m.id == s.mark)
            if sign == "bracket":
                continue
            drawn = "".join(
                piece.text for x in lines for piece in x.pieces if any(g.name == sign for g in piece.signs)
            )
            assert s.text.replace(" ", "") in drawn.replace(" ", "")


def test_each_remark_is_told_once_beside_the_paragraph_it_begins_in() -> None:
    copy = fixture.copy()
    ui = desk.pages()._ui
    for p, annotation in zip(copy.passages, copy.annotations, strict=True):
        pieces = annotated_view(p, annotation, ui)
        remarks = [r for piece in pieces for r in (*piece.remarks, *piece.claims)]
        groups = {
            ("attribution" if m.kind in ("source", "cue", "content") else m.kind, m.number)
            for m in annotation.marks
        }
        assert len(remarks) == len(groups)
        shown = [n for piece in pieces for x in piece.lines for n in x.claims]
        assert sorted(shown) == sorted(m.number for m in annotation.marks if m.kind == "claim")
