"""A form filled in by a script says the same when it is read back, and earns the marks it should."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.mark import mark
from generator.model.item import Choice, ExtendedText, Grid, Match, MultiChoice, Order, ShortText, TextSelection
from generator.responses import marked, read, settled
from tests.responses import desk


def handed(tmp_path: Path, pdf: bytes) -> Any:
    file = tmp_path / "form.pdf"
    file.write_bytes(pdf)
    return read(file)


def plain(answers: dict[str, Any]) -> dict[str, Any]:
    """Lists and tuples alike; the places of a selection in the order of the text."""

    def same(given: Any) -> Any:
        if isinstance(given, dict | str):
            return given
        spans = [tuple(g) if isinstance(g, list | tuple) else g for g in given]
        return sorted(spans, key=lambda s: s[1]) if spans and isinstance(spans[0], tuple) else spans

    return {id_: same(given) for id_, given in answers.items() if given}


def test_the_sheets_have_all_eight_kinds_of_answers() -> None:
    kinds = {q.response.kind for lesson, lane in desk.SHEETS for q in desk.papers(lesson, lane)[0].items}
    assert len(kinds) == 8


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_full_answers_come_back_and_earn_full_marks(lesson: str, lane: str, tmp_path: Path) -> None:
    sheet, key = desk.papers(lesson, lane)
    answers = desk.full(sheet, key)
    values = desk.all_values(sheet, key, answers)
    pdf = desk.fill(desk.form(lesson, lane), {**values, "_student.name": "Zoë Núñez", "_student.class": "8b"})
    found = handed(tmp_path, pdf)
    assert found.head.form_id == sheet.form_id
    assert (found.head.lesson, found.head.title, found.head.language) == (lesson, sheet.title, sheet.language)
    assert (found.head.name, found.head.class_, found.head.date) == ("Zoë Núñez", "8b", "")
    settled_ = settled(found, sheet, key)
    assert settled_.remarks == ()
    assert plain(settled_.responses.answers) == plain(answers)
    for item in desk.items(sheet, key):
        marks = mark(item, settled_.responses.answers[item.question.id])
        assert marks == (None if isinstance(item.question.response, ExtendedText) else item.question.points)
    result = marked(settled_.responses, sheet, key)
    assert result.marks == result.points
    assert result.points + result.open_points == sheet.points


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_other_answers_come_back_as_they_were_given(lesson: str, lane: str, tmp_path: Path) -> None:
    sheet, key = desk.papers(lesson, lane)
    answers = {item.question.id: other(item) for item in desk.items(sheet, key)}
    pdf = desk.fill(desk.form(lesson, lane), desk.all_values(sheet, key, answers))
    fit = settled(handed(tmp_path, pdf), sheet, key)
    assert plain(fit.responses.answers) == plain(answers)
    result = marked(fit.responses, sheet, key)
    assert result.marks < result.points


def other(item: Any) -> Any:
    """An answer that is not the key's."""
    response, full = item.question.response, desk.full_response(item)
    if isinstance(response, Choice):
        return next(o.id for o in response.options if o.id != full)
    if isinstance(response, MultiChoice):
        return [o.id for o in response.options if o.id not in full]
    if isinstance(response, Grid):
        return {row: next(c.id for c in response.columns if c.id != column) for row, column in full.items()}
    if isinstance(response, Match):
        return {row: next(o.id for o in response.options if o.id != option) for row, option in full.items()}
    if isinstance(response, Order):
        return [*full[1:], None]
    if isinstance(response, ShortText):
        return {blank.id: f"¿“{n}” – ésta?\nor so" for n, blank in enumerate(response.blanks)}
    if isinstance(response, TextSelection):
        return list(full)[:-1]
    return f"{response.frame[0]} whatever" if response.frame else "whatever\n\nI like"


def test_an_untouched_form_holds_no_answers(tmp_path: Path) -> None:
    sheet, key = desk.papers("footbridge")
    found = handed(tmp_path, desk.form("footbridge"))
    assert found.fields == {}
    assert settled(found, sheet, key).responses.answers == {}
    assert marked(settled(found, sheet, key).responses, sheet, key).marks == 0


def test_a_number_that_two_claim_leaves_the_place_empty(tmp_path: Path) -> None:
    sheet, key = desk.papers("footbridge")
    question = next(q for q in sheet.items if isinstance(q.response, Order))
    assert isinstance(question.response, Order)
    options = [o.id for o in question.response.options]
    numbers = dict(zip(options, ("1", "1", "3"), strict=True))
    pdf = desk.fill(desk.form("footbridge"), {f"{question.id}.{o}": n for o, n in numbers.items()})
    fit = settled(handed(tmp_path, pdf), sheet, key)
    assert fit.responses.answers == {question.id: (None, None, options[2])}
    assert [id_ for id_, _ in fit.remarks] == [question.id]


def test_sentences_stand_behind_their_starters(tmp_path: Path) -> None:
    sheet, key = desk.papers("footbridge", "support")
    question = next(q for q in sheet.items if isinstance(q.response, ExtendedText) and q.response.frame)
    assert isinstance(question.response, ExtendedText)
    frame = question.response.frame
    typed = {f"{question.id}.s2": "three", f"{question.id}.s{len(frame)}": "the report"}
    fit = settled(handed(tmp_path, desk.fill(desk.form("footbridge", "support"), typed)), sheet, key)
    assert fit.responses.answers == {question.id: f"{frame[1]} three\n{frame[-1]} the report"}


@pytest.mark.parametrize("edition", ["large-print", "dyslexia-friendly", "high-contrast"])
def test_every_edition_reads_back_alike(edition: Any, tmp_path: Path) -> None:
    sheet, key = desk.papers("helmet-recall")
    answers = desk.full(sheet, key)
    pdf = desk.fill(desk.form("helmet-recall", "core", edition), desk.all_values(sheet, key, answers))
    assert plain(settled(handed(tmp_path, pdf), sheet, key).responses.answers) == plain(answers)


def test_a_browser_that_keeps_the_state_in_the_widgets_alone_is_read_too(tmp_path: Path) -> None:
    """Some programs save which circle is filled, but not the value of the group."""
    from pypdf import PdfWriter
    from pypdf.generic import NameObject

    sheet, key = desk.papers("footbridge")
    item = next(i for i in desk.items(sheet, key) if isinstance(i.question.response, Choice))
    option = desk.full_response(item)
    writer = PdfWriter(clone_from=BytesIO(desk.form("footbridge")))
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            widget = annotation.get_object()
            if desk.full_name(widget) == item.question.id and f"/{option}" in widget["/AP"]["/N"]:
                widget[NameObject("/AS")] = NameObject(f"/{option}")
    out = BytesIO()
    writer.write(out)
    assert settled(handed(tmp_path, out.getvalue()), sheet, key).responses.answers == {item.question.id: option}


def test_pypdf_itself_sees_the_values() -> None:
    """The fields are real ones: another reader finds the same under the same names."""
    sheet, key = desk.papers("footbridge")
    values = desk.all_values(sheet, key, desk.full(sheet, key))
    fields = PdfReader(BytesIO(desk.fill(desk.form("footbridge"), values))).get_fields() or {}
    assert {name: fields[name].get("/V") for name in values} == values
