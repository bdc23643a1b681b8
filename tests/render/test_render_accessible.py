"""PDF for everybody: PDF/UA-1 by two checkers and by our own walk through the tags, in every look."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from generator.model.booklet import Worksheet
from generator.render.look import EDITIONS, Edition, Look, PaperName, Sides
from generator.render.pages import Pages
from generator.render.pdf import Press
from tests.pdf_checks import bookmarks, elements, kids, problems, role, structure_problems
from tests.render import desk, fixture
from tests.render.test_render_editions import PIXEL, papers, themed

PARTS = ("whole", "passages", "questions")
LOOKS: list[tuple[Edition, PaperName, Sides, str]] = [
    *((edition, paper, "one", "whole") for edition in EDITIONS for paper in ("a4", "letter")),
    *((edition, "a4", "two", part) for edition in EDITIONS for part in PARTS),
]


@cache
def sheet_pdf(
    edition: Edition = "standard", paper: PaperName = "a4", sides: Sides = "one", part: str = "whole"
) -> bytes:
    return desk.press().pdf(desk.pages().worksheet(fixture.sheet(), Look(paper, edition, sides), part))


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


# -- every paper in every look ---------------------------------------------------------------------


@pytest.mark.needs_program("qpdf")
@pytest.mark.parametrize(("edition", "paper", "sides", "part"), LOOKS)
def test_a_worksheet_is_accessible_in_every_look(
    edition: Edition, paper: PaperName, sides: Sides, part: str
) -> None:
    assert problems(sheet_pdf(edition, paper, sides, part)) == []


@pytest.mark.needs_program("qpdf")
@pytest.mark.parametrize("paper", desk.PAPERS)
@pytest.mark.parametrize("kind", ["key", "notes", "annotated"])
def test_a_teachers_paper_is_accessible(kind: str, paper: PaperName) -> None:
    assert problems(desk.pdf(kind, paper)) == []


@pytest.mark.parametrize("edition", ["large-print", "high-contrast"])
def test_a_teachers_paper_in_another_edition_is_accessible_too(edition: Edition) -> None:
    for kind, page in papers(desk.pages(), edition).items():
        assert problems(desk.press().pdf(page)) == [], kind


def test_a_school_that_puts_its_own_on_top_keeps_that() -> None:
    from generator.model.theme import Logo, Theme

    logo = Logo(data=PIXEL, type="image/png", alt="the crest of the school")
    data = desk.press().pdf(papers(themed(Theme(school="Hollin School", foot="Room 4", logo=logo)))["worksheet"])
    assert problems(data) == []
    document = opened(data)
    assert document.docinfo["/Author"] == "Hollin School"
    assert [str(e.Alt) for e in elements(document) if role(e) == "/Figure"] == ["the crest of the school"]


def test_the_same_look_gives_the_same_bytes() -> None:
    page = desk.pages().worksheet(fixture.sheet(), Look("a4", "dyslexia-friendly", "two"))
    assert Press((desk.TEMPLATES,)).pdf(page) == sheet_pdf("dyslexia-friendly", "a4", "two")


# -- what is found in it ---------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_bookmarks_lead_to_passages_skills_and_questions(edition: Edition) -> None:
    sheet = fixture.sheet()
    marks = bookmarks(opened(sheet_pdf(edition)))
    order = [id_ for section in sheet.sections for id_ in section.items]
    prompts = {q.id: q.prompt.replace("**", "") for q in sheet.items}
    wanted = [f"{n} {prompts[id_]}" for n, id_ in enumerate(order, 1)]
    assert [mark for mark in marks if mark in wanted] == wanted
    assert marks[0] == sheet.title
    for p in sheet.passages:
        assert f"{p.label} {p.title}" in marks
    assert not any("mark]" in mark for mark in marks)


def text_of(document: pikepdf.Pdf, wanted: Callable[[Any], bool]) -> list[str]:
    """Roles of the elements right below each element that is wanted."""
    return [" ".join(role(kid) for kid in kids(e)) for e in elements(document) if wanted(e)]


def test_words_and_their_meanings_are_items_of_a_list() -> None:
    document = opened(sheet_pdf())
    found = text_of(document, lambda e: role(e) == "/LI" and role(kids(e)[0]) == "/Lbl")
    assert found == ["/Lbl /LBody"] * len(fixture.sheet().glossary)
    key = opened(desk.pdf("key"))
    assert len(text_of(key, lambda e: role(e) == "/LI" and role(kids(e)[0]) == "/Lbl")) >= 2 * len(
        fixture.key().items
    )


def test_tables_taken_apart_are_lists_and_no_tables() -> None:
    standard, large = (
        [role(e) for e in elements(opened(sheet_pdf(edition)))] for edition in ("standard", "large-print")
    )
    assert large.count("/Table") < standard.count("/Table")
    assert large.count("/L") > standard.count("/L")


@pytest.mark.parametrize("part", ["whole", "questions"])
def test_a_passage_in_another_language_says_so(part: str) -> None:
    first, second = fixture.sheet().passages[:2]
    sheet = fixture.sheet().model_copy(update={"passages": (first, second.model_copy(update={"language": "es"}))})
    document = opened(desk.press().pdf(desk.pages().worksheet(sheet, Look(), part)))
    spoken = [e for e in elements(document) if "/Lang" in e]
    assert {str(e.Lang) for e in spoken} == {"es"}
    assert all(role(e) == "/Sect" for e in spoken)
    inside = {role(kid) for e in spoken for kid in kids(e)}
    assert ("/H2" in inside) == (part == "whole")
    assert problems(desk.press().pdf(desk.pages().worksheet(sheet, Look(), part))) == []
    assert not any("/Lang" in e for e in elements(opened(sheet_pdf())))


def test_a_spanish_paper_speaks_spanish() -> None:
    from generator.load.project import bundled_root, open_project
    from generator.load.prompts import load_prompts

    project = open_project(bundled_root())
    make = Pages(project.template_dirs(), load_prompts(project, "es").ui, "es")
    passages = tuple(p.model_copy(update={"language": "es"}) for p in fixture.sheet().passages)
    sheet: Worksheet = fixture.sheet().model_copy(update={"language": "es", "passages": passages})
    data = desk.press().pdf(make.worksheet(sheet, Look("a4", "large-print"), "questions"))
    assert opened(data).Root.Lang == "es"
    assert problems(data) == []


# -- the walk itself -------------------------------------------------------------------------------


def first(document: pikepdf.Pdf, name: str) -> Any:
    return next(e for e in elements(document) if role(e) == name)


def spoil_scope(document: pikepdf.Pdf) -> None:
    del first(document, "/TH").A["/Scope"]


def spoil_heading(document: pikepdf.Pdf) -> None:
    first(document, "/H2").S = pikepdf.Name("/H5")


def spoil_title(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]


def spoil_alt(document: pikepdf.Pdf) -> None:
    del first(document, "/Figure")["/Alt"]


def spoil_language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def spoil_ids(document: pikepdf.Pdf) -> None:
    del document.Root.StructTreeRoot["/IDTree"]


def spoil_list(document: pikepdf.Pdf) -> None:
    first(document, "/LBody").S = pikepdf.Name("/P")


def spoil_parent(document: pikepdf.Pdf) -> None:
    first(document, "/P").P = first(document, "/Table")


def spoil_outline(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.clear()


def spoil_tree(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.K[0].K = pikepdf.Array()


def spoil_date(document: pikepdf.Pdf) -> None:
    document.docinfo["/CreationDate"] = "D:20250101000000Z"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_scope, "without scope"),
        (spoil_heading, "a heading of level 5"),
        (spoil_title, "no title"),
        (spoil_alt, "a picture without words"),
        (spoil_language, "no language"),
        (spoil_ids, "a cell names a head"),
        (spoil_list, "an item of a list holds"),
        (spoil_parent, "names another parent"),
        (spoil_outline, "0 bookmarks"),
        (spoil_tree, "hangs nowhere in the tree"),
        (spoil_date, "CreationDate"),
    ],
)
def test_the_walk_sees_what_is_wrong(spoil: Callable[[pikepdf.Pdf], None], told: str) -> None:
    document = opened(desk.pdf("notes"))
    assert structure_problems(document) == []
    spoil(document)
    assert any(told in problem for problem in structure_problems(document)), structure_problems(document)


def test_a_file_without_tags_is_no_good() -> None:
    document = opened(desk.pdf("notes"))
    for entry in ("/StructTreeRoot", "/MarkInfo"):
        del document.Root[entry]
    out = BytesIO()
    document.save(out)
    assert "no tags at all" in problems(out.getvalue())
