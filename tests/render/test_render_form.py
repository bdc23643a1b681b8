"""The fillable PDF: fields are there once, named for good, spoken, in order, and one-of where one is asked."""

from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader

from generator.model.item import Choice, ExtendedText, Grid, Match, ShortText
from generator.render.fields import fields_of
from generator.render.form import form_pdf
from generator.render.look import EDITIONS, PAPER_NAMES, Look
from generator.render.pdf import PressError
from generator.responses import read
from tests.responses import desk

HIDDEN = 2


def shown(pdf: bytes) -> list[tuple[int, str, Any]]:
    return [w for w in desk.widgets(pdf) if not int(w[2].get("/F", 0)) & HIDDEN]


def rectangle(widget: Any) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(v) for v in widget["/Rect"])
    return x1, y1, x2, y2


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_every_answer_has_its_field_and_every_field_its_tip(lesson: str, lane: str) -> None:
    sheet, _ = desk.papers(lesson, lane)
    fields = fields_of(sheet, desk.pages(sheet.language).say)
    names = [field.name for field in fields]
    assert len({*names}) == len(names)
    found = PdfReader(BytesIO(desk.form(lesson, lane))).get_fields() or {}
    assert {*names} <= {*found}
    for question in sheet.items:
        assert any(name.partition(".")[0] == question.id for name in names)
    for field in fields:
        assert found[field.name]["/TU"] == field.tip
    for _, name, widget in shown(desk.form(lesson, lane)):
        assert str(widget["/TU"]).strip(), name
    spoken = [str(w["/TU"]) for _, name, w in shown(desk.form(lesson, lane)) if not name.startswith("_")]
    word = "Pregunta" if sheet.language == "es" else "Question"
    assert all(tip.startswith(word) and "**" not in tip for tip in spoken)


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_names_stay_when_items_are_reworded(lesson: str, lane: str) -> None:
    sheet, _ = desk.papers(lesson, lane)
    other = sheet.model_copy(update={"items": tuple(desk.reworded(q) for q in sheet.items)})

    def widgets(of: Any) -> list[tuple[str, ...]]:
        return [field.widgets for field in fields_of(of, desk.pages(sheet.language).say)]

    assert widgets(other) == widgets(sheet)


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_the_tab_key_goes_through_the_sheet_in_reading_order(lesson: str, lane: str) -> None:
    sheet, _ = desk.papers(lesson, lane)
    pdf = desk.form(lesson, lane)
    wanted = [field.name for field in fields_of(sheet, desk.pages(sheet.language).say) for _ in field.widgets]
    # A table is read row by row and so are its fields, which may be listed in another order.
    assert sorted(name for _, name, _ in shown(pdf)) == sorted(wanted)
    order = [name.partition(".")[0] for _, name, _ in shown(pdf)]
    assert list(dict.fromkeys(order)) == list(dict.fromkeys(name.partition(".")[0] for name in wanted))
    reader = PdfReader(BytesIO(pdf))
    assert all(page["/Tabs"] == "/S" for page in reader.pages)
    spoken = [reference.idnum for reference in structure(reader.trailer["/Root"]["/StructTreeRoot"])]
    assert spoken == [w.indirect_reference.idnum for *_, w in shown(pdf)]


def structure(element: Any) -> Any:
    """References of the widgets in the order of the structure tree; each stands in an element of type Form."""
    element = element.get_object()
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict):
            if kid.get("/Type") == "/OBJR":
                if kid["/Obj"].get("/Subtype") == "/Widget":
                    assert element["/S"] == "/Form"
                    yield kid.raw_get("/Obj")
            else:
                yield from structure(kid)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_fields_stand_on_the_page_and_apart(edition: Any, paper: Any) -> None:
    pdf = desk.form("helmet-recall", "core", edition, paper)
    pages = PdfReader(BytesIO(pdf)).pages
    by_page: dict[int, list[tuple[str, tuple[float, float, float, float]]]] = {}
    for number, name, widget in shown(pdf):
        by_page.setdefault(number, []).append((name, rectangle(widget)))
    for number, places in by_page.items():
        box = pages[number].mediabox
        for i, (name, (x1, y1, x2, y2)) in enumerate(places):
            assert 0 < x1 < x2 < box.width, name
            assert 40 < y1 < y2 < box.height, name
            assert x2 - x1 > 8, name
            assert y2 - y1 > 8, name
            for other, (a1, b1, a2, b2) in places[i + 1 :]:
                assert x2 <= a1 or a2 <= x1 or y2 <= b1 or b2 <= y1, (name, other)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_group_of_circles_stays_on_one_page(edition: Any) -> None:
    pages: dict[str, set[int]] = {}
    for number, name, _ in shown(desk.form("helmet-recall", "core", edition)):
        pages.setdefault(name, set()).add(number)
    assert all(len(numbers) == 1 for numbers in pages.values())


def test_room_for_long_answers_follows_the_ruled_lines() -> None:
    sheet, _ = desk.papers("helmet-recall")
    heights = {name: rectangle(w) for _, name, w in shown(desk.form("helmet-recall"))}
    for question in sheet.items:
        if isinstance(question.response, ExtendedText) and not question.response.frame:
            _, y1, _, y2 = heights[question.id]
            assert y2 - y1 >= question.response.lines * 8 * 72 / 25.4 - 6


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_cell_of_a_table_has_room_for_three_lines_of_what_is_typed(edition: Any) -> None:
    sheet, _ = desk.papers("helmet-recall")
    cells = {
        f"{q.id}.{blank.id}"
        for q in sheet.items
        if isinstance(q.response, ShortText) and q.response.table
        for blank in q.response.blanks
        if blank.row
    }
    found = [w for _, name, w in shown(desk.form("helmet-recall", "core", edition)) if name in cells]
    assert len(found) == len(cells) > 0
    for widget in found:
        size = float(str(widget["/DA"]).split()[1])
        _, y1, _, y2 = rectangle(widget)
        assert y2 - y1 >= 3 * 1.24 * size


def test_the_font_of_the_fields_is_inside_and_can_write_accents() -> None:
    form = PdfReader(BytesIO(desk.form("huerto-escolar", "support"))).trailer["/Root"]["/AcroForm"]
    assert "/NeedAppearances" not in form
    (font,) = (f.get_object() for f in form["/DR"]["/Font"].values())
    assert font["/Encoding"] == "/WinAnsiEncoding"
    assert font["/FontDescriptor"]["/FontFile2"].get_object().get_data()[:4] == b"\x00\x01\x00\x00"
    for char in "añéüßçÑ¿¡“”’–€":
        assert font["/Widths"][char.encode("cp1252")[0] - font["/FirstChar"]] > 0
    for _, name, widget in shown(desk.form("huerto-escolar", "support")):
        assert "/AP" in widget, name


@pytest.mark.parametrize(("lesson", "lane"), desk.SHEETS)
def test_it_is_accessible_by_the_rules_of_pdf_ua(lesson: str, lane: str) -> None:
    import page

    report = page.validate_pdf_bytes(desk.form(lesson, lane))
    assert report.is_compliant, [str(failure) for failure in report.failures]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet, _ = desk.papers("footbridge")
    again = form_pdf(desk.pages("en"), desk.press(), sheet, Look())
    assert again == desk.form("footbridge")


def test_a_page_that_leaves_a_field_out_is_refused() -> None:
    """A user's own template may forget a place to answer; the form would then lose answers in silence."""
    sheet, _ = desk.papers("footbridge")

    class Forgetful:
        def __getattr__(self, name: str) -> Any:
            return getattr(desk.pages("en"), name)

        def worksheet(self, *words: Any) -> str:
            html = desk.pages("en").worksheet(*words)
            return html.replace('name="_student.class"', 'name="_student.form"')

    with pytest.raises(PressError, match=r"_student\.class"):
        form_pdf(Forgetful(), desk.press(), sheet, Look())  # type: ignore[arg-type]


# -- in the hands of a reader: PDFium, which is the one inside Chromium -----------------------------


class Hand:
    """A mouse and a keyboard on a form."""

    def __init__(self, pdf: bytes) -> None:
        self.places = [(number, name, rectangle(widget)) for number, name, widget in shown(pdf)]
        self.pdf = pypdfium2.PdfDocument(pdf)
        self.pdf.init_forms()
        self.pages: dict[int, Any] = {}

    def click(self, name: str, which: int = 0) -> Any:
        number, _, (x1, y1, x2, y2) = [place for place in self.places if place[1] == name][which]
        page = self.pages.setdefault(number, self.pdf[number])
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        pdfium.FORM_OnMouseMove(self.pdf.formenv, page, 0, x, y)
        pdfium.FORM_OnLButtonDown(self.pdf.formenv, page, 0, x, y)
        pdfium.FORM_OnLButtonUp(self.pdf.formenv, page, 0, x, y)
        return page

    def type(self, name: str, text: str) -> None:
        page = self.click(name)
        for char in text:
            pdfium.FORM_OnChar(self.pdf.formenv, page, ord(char), 0)

    def saved(self) -> bytes:
        pdfium.FORM_ForceToKillFocus(self.pdf.formenv)
        out = BytesIO()
        self.pdf.save(out)
        return out.getvalue()


def test_a_person_can_fill_it_in_with_mouse_and_keys(tmp_path: Any) -> None:
    sheet, _ = desk.papers("footbridge")
    hand = Hand(desk.form("footbridge"))
    choice = next(q for q in sheet.items if isinstance(q.response, Choice))
    grid = next(q for q in sheet.items if isinstance(q.response, Grid))
    match = next(q for q in sheet.items if isinstance(q.response, Match))
    essay = next(q for q in sheet.items if isinstance(q.response, ExtendedText))
    assert isinstance(choice.response, Choice)
    assert isinstance(grid.response, Grid)
    assert isinstance(match.response, Match)
    hand.click(choice.id, 0)
    hand.click(choice.id, 2)
    row = f"{grid.id}.{grid.response.rows[1].id}"
    hand.click(row, 1)
    hand.click(row, 0)
    hand.type(f"{match.id}.{match.response.rows[0].id}", "c")
    hand.type(essay.id, "¿Señor Núñez?\r“No” – he’d say, £5")
    hand.type("_student.name", "Zoë")
    file = tmp_path / "saved.pdf"
    file.write_bytes(hand.saved())
    found = read(file)
    assert found.head.name == "Zoë"
    assert found.fields == {
        choice.id: choice.response.options[2].id,
        row: grid.response.columns[0].id,
        f"{match.id}.{match.response.rows[0].id}": "c",
        essay.id: "¿Señor Núñez?\n“No” – he’d say, £5",
    }


def picture(pdf: bytes, number: int) -> Any:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[number].render(scale=1.5, may_draw_forms=True).to_numpy().astype(int)


def test_filled_fields_show_their_answers_in_their_places_and_nowhere_else() -> None:
    sheet, key = desk.papers("footbridge")
    values = desk.all_values(sheet, key, desk.full(sheet, key))
    empty, filled = desk.form("footbridge"), desk.fill(desk.form("footbridge"), values)
    chosen = {
        (name, tuple(rectangle(w)))
        for _, name, w in shown(filled)
        if name in values and w.get("/AS", values[name]) == values[name]
    }
    for number in sorted({number for number, *_ in shown(empty)}):
        before, after = picture(empty, number), picture(filled, number)
        changed = abs(before - after).max(axis=2) > 60
        height = changed.shape[0]
        for _, name, widget in (w for w in shown(filled) if w[0] == number):
            x1, y1, x2, y2 = (v * 1.5 for v in rectangle(widget))
            area = changed[int(height - y2) : int(height - y1) + 1, int(x1) : int(x2) + 1]
            assert area.any() == ((name, tuple(rectangle(widget))) in chosen), name
            area[:] = False
        assert not changed.any()
