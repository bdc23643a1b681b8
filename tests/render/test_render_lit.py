"""Evidence in the passages: every quote of every key that ships, word for word, and lines that stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.documents import Document, documents
from generator.build.request import Request
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import AnnotatedCopy, SheetPassage
from generator.model.item import Evidence
from generator.render.lit import NoSuchWords, Stretch, evidence_name, evidence_stretches, lit_lines, place_of
from generator.render.remarks import annotated_lines, layer_of, name_of, remarks_of
from tests.render import fixture
from tests.render.story import passages

LESSONS = sorted(path.stem for path in (bundled_root() / "lessons").glob("*.yaml"))


def papers(lesson: str) -> list[Document]:
    project = open_project(bundled_root())
    loaded = load_lesson(project, lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    return documents(loaded, prompts, Request((lesson,), ("html",)), [])


def text_of(passage: SheetPassage, name: str, stretches: tuple[Stretch, ...]) -> str:
    """The words that bear a name, as they are read: a space between two lines."""
    lines = lit_lines(passage, stretches)
    found = ("".join(piece.text for piece in lines[n] if name in piece.names) for n in sorted(lines))
    return " ".join(words for words in found if words)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_quote_of_every_key_is_lit_word_for_word(lesson: str) -> None:
    quotes = 0
    for document in papers(lesson):
        if document.kind != "key" or document.sheet is None or document.key is None:
            continue
        by_label = {p.label: p for p in document.sheet.passages}
        stretches = evidence_stretches(by_label.values(), document.key.items)
        assert len({s.name for s in stretches}) == len(stretches)
        for number, entry in enumerate(document.key.items, 1):
            for i, evidence in enumerate(entry.evidence):
                assert evidence.start is not None, entry.id
                name = evidence_name(number, i)
                lit = text_of(by_label[evidence.passage], name, stretches)
                assert lit == evidence.quote, f"{document.name} {entry.id}"
                assert next(s.start for s in stretches if s.name == name) == evidence.start
                quotes += 1
    assert quotes > 20


def test_lines_stay_whole_and_pieces_know_where_names_begin_and_end() -> None:
    for passage in passages():
        stretches = evidence_stretches(passages(), fixture.key().items)
        lines = lit_lines(passage, stretches)
        for line in passage.lines:
            assert "".join(piece.text for piece in lines[line.n]) == line.text
        for s in stretches:
            if s.passage == passage.label:
                own = [piece for n in sorted(lines) for piece in lines[n]]
                assert [s.name in p.begins for p in own].count(True) == 1
                assert [s.name in p.ends for p in own].count(True) == 1


@given(data=st.data())
def test_any_spans_cut_lines_into_pieces_that_join_again(data: st.DataObject) -> None:
    passage = passages()[0]
    stop = passage.lines[-1].start + len(passage.lines[-1].text)
    ends = st.tuples(st.integers(0, stop - 1), st.integers(1, stop)).filter(lambda pair: pair[0] < pair[1])
    spans = data.draw(st.lists(ends, max_size=6))
    stretches = [Stretch(f"n{i}", passage.label, a, b) for i, (a, b) in enumerate(spans)]
    lines = lit_lines(passage, stretches)
    for line in passage.lines:
        assert "".join(piece.text for piece in lines[line.n]) == line.text
        at = line.start
        for piece in lines[line.n]:
            assert set(piece.names) == {
                s.name for s in stretches if s.start <= at and s.end >= at + len(piece.text)
            }
            at += len(piece.text)


def test_without_a_place_whole_words_come_before_parts_of_words() -> None:
    passage = passages()[0]
    line = next(line for line in passage.lines if " a " in line.text and "a" in line.text.split(" a ")[0])
    start, end = place_of(passage, Evidence(passage="A", lines=(line.n, line.n), quote="a"))
    before, after = line.text[: start - line.start], line.text[end - line.start :]
    assert not before[-1:].isalnum()
    assert not after[:1].isalnum()


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(passage="A", lines=(1, 1), quote="no such words"),
        Evidence(passage="A", lines=(1, 2), quote="The clock"),
        Evidence(passage="A", lines=(1, 1), quote="The clock", start=3),
    ],
)
def test_words_that_are_not_there_are_told(evidence: Evidence) -> None:
    with pytest.raises(NoSuchWords, match="A 1-"):
        place_of(passages()[0], evidence)


# -- annotated passages ------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", ["footbridge", "band-rumour", "huerto-escolar"])
def test_every_mark_is_on_its_own_words_and_has_one_remark(lesson: str) -> None:
    copy = next(d.annotated for d in papers(lesson) if d.annotated is not None)
    assert isinstance(copy, AnnotatedCopy)
    for passage in copy.passages:
        marks = next(a.marks for a in copy.annotations if a.label == passage.label)
        assert marks
        lines = annotated_lines(passage, marks)
        for mark in marks:
            found = ""
            for line in passage.lines:
                at = line.start
                for piece in lines[line.n].pieces:
                    own = (name_of(passage.label, mark), mark.kind)
                    if mark.start <= at < mark.end:
                        assert own in {(m.name, m.kind) for m in piece.marks}
                        found += piece.text
                    at += len(piece.text)
            assert len(found) == sum(
                max(0, min(mark.end, line.start + len(line.text)) - max(mark.start, line.start))
                for line in passage.lines
            )
        remarks = remarks_of(passage.label, marks)
        names = {name_of(passage.label, m) for m in marks if m.kind != "claim"}
        assert sorted(r.name for r in remarks) == sorted(names)
        first = [m.name for line in lines.values() for p in line.pieces for m in p.marks if m.first]
        assert sorted(n for n in first if not n.startswith("claim")) == sorted(names)
        claims = {m.number for m in marks if layer_of(m) == "claim"}
        assert {n for line in lines.values() for n in line.claims} == claims
