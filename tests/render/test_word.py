"""Word files: whole, in real styles, with the lines where they were, and without a key in the student's."""

import itertools
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document
from PIL import Image

from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.item import ChoiceAnswer, MatchAnswer, MultiChoiceAnswer, OrderAnswer, ShortTextAnswer
from generator.model.theme import Colours, Logo, Theme
from generator.render.answers import places_of
from generator.render.fonts import advance
from generator.render.pages import PageError, Pages
from generator.render.view import letters_of
from generator.render.word.sign_font import BOX, CIRCLE, FILLED, TICKED, sign_font
from generator.render.word.style_data import style_data
from tests.render import desk
from tests.render.word_desk import (
    KINDS,
    LESSONS,
    W,
    asked,
    body,
    docx,
    explained,
    made,
    papers,
    paragraphs,
    parts,
    plain,
    secrets,
    text_of,
    themed,
    words_of,
)

PAPERS = (("", "core"), *LESSONS)
each_paper = pytest.mark.parametrize(("lesson", "lane"), PAPERS)
each_kind = pytest.mark.parametrize("kind", KINDS)

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr shd tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing position sz szCs u bdr shd lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}
"""Elements in the order in which the standard (ISO/IEC 29500-1) wants them."""


def names(element: Any) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


# -- what every file has ---------------------------------------------------------------------------


@each_paper
@each_kind
def test_a_reader_of_its_own_opens_it(kind: str, lesson: str, lane: str) -> None:
    document = Document(BytesIO(docx(kind, lesson, lane)))
    _pages, sheet, key, notes = papers(lesson, lane)
    title = {"worksheet": sheet.title, "key": key.title, "notes": notes.title}[kind]
    assert title in document.core_properties.title
    assert document.core_properties.identifier == {"worksheet": sheet, "key": key, "notes": notes}[kind].form_id
    assert document.core_properties.language == {"en": "en-GB", "es": "es-ES"}[sheet.language]
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == [title]


@each_paper
@each_kind
def test_elements_stand_in_the_order_of_the_standard(kind: str, lesson: str, lane: str) -> None:
    inside = parts(docx(kind, lesson, lane))
    seen = set()
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        for element in ElementTree.fromstring(inside[name]).iter():
            tag = element.tag.removeprefix(W)
            if tag in ORDERS:
                own = names(element)
                assert own == sorted(own, key=ORDERS[tag].split().index)
                assert len(own) == len(set(own))
                seen.add(tag)
    assert seen == set(ORDERS)


@each_paper
@each_kind
def test_everything_bears_a_style_that_is_there(kind: str, lesson: str, lane: str) -> None:
    data = docx(kind, lesson, lane)
    styles = ElementTree.fromstring(parts(data)["word/styles.xml"])
    known = {
        (style.get(f"{W}type"), style.get(f"{W}styleId")): names(style) for style in styles.findall(f"{W}style")
    }
    root = body(data)
    for tag, type_ in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        used = {element.get(f"{W}val") for element in root.iter(f"{W}{tag}")}
        assert used
        assert used <= {id_ for kind_, id_ in known if kind_ == type_}
    for p in root.iter(f"{W}p"):
        assert p.find(f"{W}pPr/{W}pStyle") is not None
    # No style is a name without a look, and based ones stand on styles that are there.
    for (type_, id_), settings in known.items():
        if type_ == "paragraph":
            assert "pPr" in settings, id_
    for tag in ("basedOn", "next"):
        assert {element.get(f"{W}val") for element in styles.iter(f"{W}{tag}")} <= {id_ for _, id_ in known}


@each_paper
@each_kind
def test_headings_come_in_order(kind: str, lesson: str, lane: str) -> None:
    _, sheet, _, _notes = papers(lesson, lane)
    found = [(style, text) for style, text in paragraphs(docx(kind, lesson, lane)) if style.startswith("Heading")]
    levels = [int(style.removeprefix("Heading")) for style, _ in found]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert levels.count(2) == (0 if kind == "notes" else len(sheet.items))
    firsts = [plain(text) for style, text in found if style == "Heading1"]
    if kind == "worksheet":
        assert len(firsts) == len(sheet.passages) + bool(sheet.glossary) + len(sheet.sections)
        for passage, text in zip(sheet.passages, firsts, strict=False):
            assert text.startswith(f"{passage.label} {plain(passage.title or '')}".strip())


@each_paper
@each_kind
def test_tables_repeat_their_heads_and_keep_their_rows(kind: str, lesson: str, lane: str) -> None:
    tables = list(body(docx(kind, lesson, lane)).iter(f"{W}tbl"))
    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        boxes = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Lettertable"
        assert heads == [not boxes, *[False] * (len(rows) - 1)]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
        for row in rows:
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == len(widths)
            # A cell without a paragraph makes Word refuse the file.
            assert all(cell.findall(f"{W}p") for cell in row.findall(f"{W}tc"))


@each_paper
@each_kind
def test_every_picture_has_words_and_a_number_of_its_own(kind: str, lesson: str, lane: str) -> None:
    inside = parts(docx(kind, lesson, lane))
    properties = re.findall(r"<wp:docPr ([^>]*)/>", inside["word/document.xml"].decode())
    assert properties
    ids = [re.search(r' ?id="(\d+)"', p)[1] for p in properties]  # type: ignore[index]
    assert len(ids) == len(set(ids))
    assert all(len(re.search(r'descr="([^"]*)"', p)[1]) > 5 for p in properties)  # type: ignore[index]


@each_kind
def test_same_papers_same_bytes(kind: str) -> None:
    assert made(kind, papers()) == docx(kind)
    with ZipFile(BytesIO(docx(kind))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert [e.filename for e in entries[1:]] == sorted(e.filename for e in entries[1:])


def test_fonts_inside_are_those_of_the_templates() -> None:
    inside = parts(docx("worksheet"))
    table = inside["word/fontTable.xml"].decode()
    related = ElementTree.fromstring(inside["word/_rels/fontTable.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target") for relation in related}
    found = re.findall(r'<w:embed\w+ r:id="([^"]+)" w:fontKey="\{([^"]+)\}"/>', table)
    assert len(found) == 6
    plain_fonts = set()
    for id_, key in found:
        mixed = inside[f"word/{targets[id_]}"]
        mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
        plain_fonts.add(bytes(a ^ b for a, b in zip(mixed[:32], mask, strict=True)) + mixed[32:])
    files = {p.read_bytes() for p in (desk.TEMPLATES / "fonts").glob("*.ttf")}
    assert sign_font() in plain_fonts
    assert plain_fonts - {sign_font()} < files


# -- what is said ----------------------------------------------------------------------------------


@each_paper
def test_the_worksheet_says_all_that_the_sheet_says(lesson: str, lane: str) -> None:
    pages, sheet, _, _ = papers(lesson, lane)
    words = words_of(docx("worksheet", lesson, lane))
    marks = [pages.count("item.points", q.points) for q in sheet.items]
    passages = [text for p in sheet.passages for text in (p.title or "", p.outlet, p.credit or "", p.byline or "")]
    extras = [extra.text for p in sheet.passages for extra in p.extras]
    glossary = [text for pair in sheet.glossary.items() for text in pair]
    lines = [line.text for p in sheet.passages for line in p.lines if line.n]
    for text in (*asked(sheet), *marks, *passages, *extras, *glossary, *lines, sheet.title, sheet.intro):
        assert plain(text) in words
    headings = [text for style, text in paragraphs(docx("worksheet", lesson, lane)) if style == "Heading2"]
    order = [id_ for section in sheet.sections for id_ in section.items]
    by_id = {q.id: q for q in sheet.items}
    assert [plain(text) for text in headings] == [
        plain(f"{n} {by_id[id_].prompt} {pages.count('item.points', by_id[id_].points)}")
        for n, id_ in enumerate(order, 1)
    ]


@each_paper
def test_each_line_is_a_paragraph_with_its_own_number(lesson: str, lane: str) -> None:
    _, sheet, _, _ = papers(lesson, lane)
    found = [
        plain(t) for style, t in paragraphs(docx("worksheet", lesson, lane)) if style.startswith("Passageline")
    ]
    wanted = [
        plain(f"{line.n} {line.text}" if line.n == 1 or line.n % 5 == 0 else line.text)
        for p in sheet.passages
        for line in p.lines
        if line.n
    ]
    assert found == wanted


@each_paper
def test_nothing_of_the_key_is_in_the_worksheet(lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    hidden = secrets(key, sheet)
    assert len(hidden) > 10
    for name, data in parts(docx("worksheet", lesson, lane)).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = ElementTree.fromstring(data)
        told = plain(" ".join([*root.itertext(), *(v for e in root.iter() for v in e.attrib.values())]))
        joined = plain("".join(root.itertext()))
        for secret in hidden:
            assert secret not in told
            assert secret not in joined
    signs = words_of(docx("worksheet", lesson, lane))
    assert not {TICKED, FILLED} & {*signs}
    styles = body(docx("worksheet", lesson, lane)).iter(f"{W}rStyle")
    assert not {"Answer", "Answersmall", "Boxanswered", "Rightoption"} & {s.get(f"{W}val") for s in styles}


@each_paper
def test_the_key_explains_every_item(lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    words = words_of(docx("key", lesson, lane))
    for text in (*explained(key), *asked(sheet)):
        assert plain(text) in words, text


@each_paper
def test_answers_stand_in_their_places(lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    by_item = _by_item(docx("key", lesson, lane))
    order = [id_ for section in sheet.sections for id_ in section.items]
    entries, questions = {e.id: e for e in key.items}, {q.id: q for q in sheet.items}
    tried = set()
    for id_, blocks in zip(order, by_item, strict=True):
        answer, response = entries[id_].answer, questions[id_].response
        texts = [text_of(block) for block in blocks]
        tried.add(answer.kind)
        if isinstance(answer, ChoiceAnswer | MultiChoiceAnswer):
            right = {answer.option} if isinstance(answer, ChoiceAnswer) else {*answer.options}
            marked = [plain(t) for t in texts if t.startswith((FILLED, TICKED))]
            empty = [plain(t) for t in texts if t.startswith((CIRCLE, BOX))]
            letters = letters_of(response.options)  # type: ignore[union-attr]
            assert len(marked) + len(empty) == len(letters)
            assert {t[2] for t in marked} == {letters[o] for o in right}
        elif isinstance(answer, MatchAnswer | OrderAnswer):
            cells = [
                [plain(text_of(c)) for c in row.findall(f"{W}tc")] for b in blocks for row in b.iter(f"{W}tr")
            ]
            if isinstance(answer, MatchAnswer):
                letters = letters_of(response.options)  # type: ignore[union-attr]
                pairs = {plain(r.text): letters[answer.pairs[r.id]] for r in response.rows}  # type: ignore[union-attr]
            else:
                places = places_of(answer.groups)
                pairs = {plain(o.text): places[o.id] for o in response.options}  # type: ignore[union-attr]
            assert {c[1]: c[0] for c in cells if c[0]} == pairs
        elif answer.kind == "grid":
            rows = [row for b in blocks for row in b.iter(f"{W}tr")][1 : len(response.rows) + 1]  # type: ignore[union-attr]
            ids = [column.id for column in response.columns]  # type: ignore[union-attr]
            for option, row in zip(response.rows, rows, strict=True):  # type: ignore[union-attr]
                signs = [text_of(c) for c in row.findall(f"{W}tc")][1:]
                assert signs == [TICKED if answer.cells[option.id] == id_ else BOX for id_ in ids]
        elif isinstance(answer, ShortTextAnswer):
            assert all(plain(blank.model) in plain(" ".join(texts)) for blank in answer.blanks.values())
        elif answer.kind == "extended-text":
            assert any(plain(answer.sample) in plain(text) for text in texts)
        else:
            lines = [plain(text) for text in texts]
            assert all(
                any(plain(s.text.split("\n")[0]).split()[0] in line for line in lines) for s in answer.spans
            )
    if not lesson:
        assert len(tried) == 8


def _by_item(data: bytes) -> list[list[Any]]:
    """The blocks of each item, heading and note included."""
    out: list[list[Any]] = []
    for block in body(data):
        style = block.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        if name == "Heading2" or (name == "Heading1" and out):
            out.append([])
        if out:
            out[-1].append(block)
    return [blocks for blocks in out if blocks[0].find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading2"]


@each_paper
def test_notes_say_what_a_teacher_needs(lesson: str, lane: str) -> None:
    _, _, _, notes = papers(lesson, lane)
    words = words_of(docx("notes", lesson, lane))
    told = [*notes.goals, *notes.discuss, *notes.check_next, notes.summary or "", *notes.standards]
    told += [step.does for step in notes.steps]
    told += [text for e in notes.expect for text in (e.misreading, e.ask)]
    told += [row.topic for row in notes.comparison] + [item.title for item in notes.items]
    for text in told:
        assert plain(text) in words, text


W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@each_paper
@pytest.mark.parametrize("kind", ["worksheet", "key"])
def test_boxes_can_be_ticked_by_a_click(kind: str, lesson: str, lane: str) -> None:
    _, sheet, key, _ = papers(lesson, lane)
    named, ids, ticked = [], [], 0
    for box in body(docx(kind, lesson, lane)).iter(f"{W}sdt"):
        named.append(box.find(f"{W}sdtPr/{W}alias").get(f"{W}val"))
        ids.append(box.find(f"{W}sdtPr/{W}id").get(f"{W}val"))
        state = box.find(f"{W}sdtPr/{W14}checkbox")
        yes = state.find(f"{W14}checked").get(f"{W14}val") == "1"
        shown = state.find(f"{W14}{'checkedState' if yes else 'uncheckedState'}").get(f"{W14}val")
        assert text_of(box) == chr(int(shown, 16))
        ticked += yes
    assert len(ids) == len(set(ids))
    wanted: list[str] = []
    for section in sheet.sections:
        for id_ in section.items:
            r: Any = next(q.response for q in sheet.items if q.id == id_)
            if r.kind in ("choice", "multi-choice"):
                wanted += [f"{letters_of(r.options)[o.id]} {o.text}"[:60] for o in r.options]
            elif r.kind == "grid":
                wanted += [f"{column.text}: {row.text}"[:60] for row in r.rows for column in r.columns]
    assert named == wanted
    right = 0
    for entry in key.items:
        answer: Any = entry.answer
        right += {"choice": 1, "multi-choice": len(getattr(answer, "options", ()))}.get(answer.kind, 0)
        right += len(getattr(answer, "cells", ()))
    assert ticked == (right if kind == "key" else 0)


# -- theme, styles, sizes --------------------------------------------------------------------------


def test_a_school_stands_in_head_and_foot() -> None:
    picture = BytesIO()
    Image.new("RGB", (40, 20), "#aa0000").save(picture, "PNG")
    theme = Theme(
        school="Riverside School",
        foot="Room 12",
        logo=Logo(data=picture.getvalue(), type="image/png", alt="A river"),
        colours=Colours(attribution="#123456", answer="#654321"),
    )
    _, sheet, key, notes = papers()
    for kind in KINDS:
        inside = parts(made(kind, (themed(theme), sheet, key, notes)))
        header = inside["word/header1.xml"].decode()
        assert "Riverside School" in header
        assert 'descr="A river"' in header
        assert picture.getvalue() in inside.values()
        assert "Room 12" in inside["word/footer1.xml"].decode()
        styles = inside["word/styles.xml"].decode()
        assert 'w:val="123456"' in styles
        assert 'w:val="654321"' in styles
        ids = re.findall(r'<wp:docPr [^>]*?\bid="(\d+)"', header + inside["word/document.xml"].decode())
        assert len(ids) == len(set(ids))


def test_without_a_school_there_is_no_head() -> None:
    assert not [name for name in parts(docx("worksheet")) if "header" in name]


def test_pages_are_counted_and_the_form_is_named() -> None:
    _, sheet, _, _ = papers()
    footer = parts(docx("worksheet"))["word/footer1.xml"].decode()
    assert sheet.form_id in footer
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_on_every_page() -> None:
    pages, sheet, key, notes = papers()
    draft = (pages, sheet, key.model_copy(update={"draft": True}), notes.model_copy(update={"draft": True}))
    for kind, said in (("key", "draft.key"), ("notes", "draft.notes")):
        assert pages.say(said) in parts(made(kind, draft))["word/header1.xml"].decode()
    reviewed = (pages, sheet, key.model_copy(update={"draft": False}), notes)
    assert not [name for name in parts(made("key", reviewed)) if "header" in name]


@pytest.mark.parametrize(("paper", "size"), [("a4", ("11906", "16838")), ("letter", ("12240", "15840"))])
def test_paper(paper: Any, size: tuple[str, str]) -> None:
    page = body(made("worksheet", papers(), paper)).find(f"{W}sectPr/{W}pgSz")
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size


def test_a_measure_wider_than_the_paper_gets_smaller_type() -> None:
    pages, sheet, key, notes = papers()
    sizes = {}
    for measure in (26.0, 52.0):
        wide = sheet.model_copy(update={"measure": measure})
        styles = ElementTree.fromstring(parts(made("worksheet", (pages, wide, key, notes)))["word/styles.xml"])
        line = next(s for s in styles if s.get(f"{W}styleId") == "Passageline")
        sizes[measure] = int(line.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2  # type: ignore[union-attr, arg-type]
    assert sizes[26.0] == 12
    room = (210 - 16 - 18 - 9) / 25.4 * 72
    assert 52 * sizes[52.0] <= room


def test_a_passage_in_another_language_is_marked_as_such() -> None:
    pages, sheet, key, notes = papers()
    first = sheet.passages[0].model_copy(update={"language": "es"})
    mixed = sheet.model_copy(update={"passages": (first, *sheet.passages[1:])})
    tags = [e.get(f"{W}val") for e in body(made("worksheet", (pages, mixed, key, notes))).iter(f"{W}lang")]
    assert tags == ["es-ES"] * len(first.lines)


def own(tmp_path: Path, styles: str) -> Pages:
    folder = tmp_path / "templates" / "word"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "styles.toml").write_text(styles, "utf-8")
    project = open_project(bundled_root())
    return Pages((tmp_path / "templates", *project.template_dirs()), load_prompts(project, "en").ui, "en")


def test_styles_of_ones_own(tmp_path: Path) -> None:
    ours = (desk.TEMPLATES / "word" / "styles.toml").read_text("utf-8")
    pages = own(tmp_path, ours.replace('name = "Title"', 'name = "Title"\nitalic = true'))
    assert pages.own_templates
    _, *rest = papers()
    styles = parts(made("worksheet", (pages, *rest)))["word/styles.xml"].decode()  # type: ignore[arg-type]
    title = styles[styles.index('w:styleId="Title"') :].split("</w:style>")[0]
    assert "<w:i/>" in title


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "Title"', 'name = "Title"\nslanted = true', "'Title' has no setting 'slanted'"),
        ("[ground]", "[ground", "styles.toml"),
        ("[fonts]", "[faces]", "fonts"),
        ("width = 210", 'width = "wide"\nwidth = 210', "styles.toml"),
    ],
)
def test_styles_that_make_no_sense_are_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    ours = (desk.TEMPLATES / "word" / "styles.toml").read_text("utf-8")
    assert before in ours
    with pytest.raises(PageError, match=r"word/styles\.toml") as raised:
        style_data(own(tmp_path, ours.replace(before, after, 1)))
    assert said in str(raised.value)


def test_style_data_has_the_colours_of_the_theme() -> None:
    theme = Theme(colours=Colours(differences="#010203"))
    assert style_data(themed(theme)).character["Skill differences"].colour == "#010203"


def _widest_line() -> float:
    measure = advance(desk.TEMPLATES / "fonts" / "PassageSerif-Regular.ttf")
    return max(
        measure(line.text, 12.0)
        for lesson, lane in LESSONS
        for p in papers(lesson, lane)[1].passages
        for line in p.lines
        if line.n
    )


def test_lines_have_slack_in_their_column() -> None:
    for table in body(docx("worksheet", *LESSONS[0])).iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Passagetable":
            column = int(table.find(f"{W}tblGrid")[0].get(f"{W}w")) / 20 - 9 / 25.4 * 72
            assert column > 1.05 * _widest_line()
