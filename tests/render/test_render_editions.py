"""Editions, sides and parts of the student's paper: the same lines in every look, and what each look promises."""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.assemble import annotated_copy
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.model.booklet import Worksheet
from generator.model.item import Blank, Grid, Option, Question, ShortText, Table, TextSelection
from generator.model.theme import Colours, Logo, Theme
from generator.render import view
from generator.render.editions import SETTINGS, is_stacked, widest
from generator.render.look import EDITIONS, Edition, Look, PaperName
from generator.render.pages import Pages
from tests.render import desk, fixture
from tests.render.story import RADIO, passage
from tests.render.test_render_pages import secrets
from tests.render.test_render_pdf import boxes, margin_boxes
from tests.responses.desk import papers as papers_of_lesson

OTHERS: tuple[Edition, ...] = EDITIONS[1:]
PARTS = ("whole", "passages", "questions")
BOTH = [(edition, paper) for edition in OTHERS for paper in desk.PAPERS]


@cache
def html(edition: Edition, paper: PaperName = "a4", part: str = "whole", sides: Any = "one") -> str:
    return desk.pages().worksheet(fixture.sheet(), Look(paper, edition, sides), part)


@cache
def texts(edition: Edition, paper: PaperName = "a4", part: str = "whole", sides: Any = "one") -> tuple[str, ...]:
    data = desk.press().pdf(html(edition, paper, part, sides))
    return tuple(re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(data)).pages)


@dataclass(frozen=True)
class Run:
    """Words as they are laid out; lengths in pt. `inside` are tag and classes of the element they are in."""

    page: int
    text: str
    size: float
    left: float
    right: float
    baseline: float
    edges: tuple[float, float, float]
    margin: bool
    style: Any
    inside: tuple[str, ...]


@cache
def runs(edition: Edition, paper: PaperName = "a4", part: str = "whole") -> tuple[Run, ...]:
    return tuple(_runs(html(edition, paper, part)))


def _runs(page_html: str) -> list[Run]:
    """All words from top to bottom."""
    return sorted(_found(page_html), key=lambda run: (run.page, round(run.baseline, 1), run.left))


def _found(page_html: str) -> Iterator[Run]:
    margins: dict[int, set[int]] = {}
    for number, page, box in boxes(page_html):
        if type(box).__name__ != "TextBox" or not box.text.strip():
            continue
        if id(page) not in margins:
            margins[id(page)] = margin_boxes(page)
        edges = (page.content_box_x(), page.content_box_x() + page.width, page.content_box_y() + page.height)
        yield Run(
            page=number,
            text=box.text,
            size=box.style["font_size"] * 0.75,
            left=box.position_x * 0.75,
            right=(box.position_x + box.width) * 0.75,
            baseline=(box.position_y + box.baseline) * 0.75,
            edges=(edges[0] * 0.75, edges[1] * 0.75, edges[2] * 0.75),
            margin=id(box) in margins[id(page)],
            style=box.style,
            inside=tuple(_names(box.element)),
        )


def _names(element: Any) -> Iterator[str]:
    yield from (part for part in ((element.get("class") or "").split() if element is not None else ()))
    if element is not None:
        yield element.tag


def lines_of(sheet: Worksheet) -> list[str]:
    return [line.text for p in sheet.passages for line in p.lines if line.n > 0]


# -- the same lines in every look ------------------------------------------------------------------


@pytest.mark.parametrize(("edition", "paper"), BOTH)
def test_every_frozen_line_is_whole_and_numbered_as_in_the_standard_edition(
    edition: Edition, paper: PaperName
) -> None:
    found = [run.text for run in runs(edition, paper) if "line" in run.inside and not run.margin]
    numbers = [text for text in found if re.fullmatch(r"\d+", text)]
    assert [text for text in found if text not in numbers] == lines_of(fixture.sheet())
    standard = [run.text for run in runs("standard", paper) if "line" in run.inside]
    assert numbers == [text for text in standard if re.fullmatch(r"\d+", text)]


@pytest.mark.parametrize(
    ("edition", "paper", "part"),
    [(e, p, "whole") for e, p in BOTH] + [(e, "a4", part) for e in OTHERS for part in PARTS[1:]],
)
def test_nothing_runs_over_the_edge_of_the_paper(edition: Edition, paper: PaperName, part: str) -> None:
    inner = [run for run in runs(edition, paper, part) if not run.margin]
    assert len(inner) > 40
    for run in inner:
        left, right, bottom = run.edges
        assert run.left >= left - 0.5, run.text
        assert run.right <= right + 0.5, run.text
        assert run.baseline <= bottom + 0.5, run.text


@cache
def shipped() -> tuple[tuple[str, Worksheet], ...]:
    """The passages of every lesson that ships, on a sheet without items."""
    root = bundled_root()
    project = open_project(root)
    out = []
    for name in sorted(file.stem for file in (root / "lessons").glob("*.yaml")):
        loaded = load_lesson(project, name)
        assert loaded.lesson is not None
        assert loaded.dossier is not None
        assert loaded.dossier.dossier is not None
        words = load_prompts(project, loaded.dossier.dossier.language).of("own")
        copy = annotated_copy(loaded.lesson, loaded.dossier.dossier, words)
        about = {"passages": copy.passages, "measure": copy.measure, "items": (), "sections": ()}
        out.append((name, fixture.sheet().model_copy(update=about)))
    return tuple(out)


@pytest.mark.parametrize(("edition", "paper"), BOTH)
def test_the_lines_of_every_lesson_fit_in_the_size_the_edition_promises(
    edition: Edition, paper: PaperName
) -> None:
    assert len(shipped()) > 10
    for name, sheet in shipped():
        frame = view.sheet_frame(sheet, view.PAPERS[paper], edition)
        assert not frame.wraps, name
        assert frame.size == SETTINGS[edition].passage, name
        assert widest(lines_of(sheet), SETTINGS[edition]) * frame.size <= view.PAPERS[paper].width, name


@given(st.floats(min_value=16, max_value=40), st.sampled_from(sorted(view.PAPERS)), st.sampled_from(EDITIONS))
def test_a_measure_of_ones_own_never_leaves_the_paper_nor_the_promised_size(
    measure: float, paper: str, edition: Edition
) -> None:
    long = passage("A", "Long", RADIO, outlet="O", measure=measure)
    sheet = fixture.sheet().model_copy(update={"passages": (long,), "measure": measure})
    frame = view.sheet_frame(sheet, view.PAPERS[paper], edition)
    assert frame.width <= view.PAPERS[paper].width
    assert frame.size >= SETTINGS[edition].least
    if not frame.wraps:
        assert widest(lines_of(sheet), SETTINGS[edition]) * frame.size <= frame.width


@pytest.mark.parametrize("edition", ["large-print", "dyslexia-friendly"])
def test_a_line_too_long_for_the_paper_takes_more_rows_and_one_number(edition: Edition) -> None:
    long = passage("A", "Long", RADIO, outlet="O", measure=40.0)
    sheet = fixture.sheet().model_copy(update={"passages": (long,), "measure": 40.0, "items": (), "sections": ()})
    assert view.sheet_frame(sheet, view.PAPERS["a4"], edition).wraps
    page = desk.pages().worksheet(sheet, Look("a4", edition), "passages")
    found = [run for run in _runs(page) if "line" in run.inside and not run.margin]
    numbers = [run.text for run in found if re.fullmatch(r"\d+", run.text)]
    rows = [run for run in found if not re.fullmatch(r"\d+", run.text)]
    assert numbers == [str(line.n) for line in long.lines if line.n == 1 or (line.n and line.n % 5 == 0)]
    assert len(lines_of(sheet)) < len(rows) <= 2 * len(lines_of(sheet))
    assert " ".join(" ".join(run.text for run in rows).split()) == " ".join(lines_of(sheet))
    assert all(run.right <= run.edges[1] + 0.5 for run in rows)
    assert {round(run.size, 3) for run in rows} == {SETTINGS[edition].passage}


# -- what each edition promises --------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_large_print_has_nothing_small(part: str) -> None:
    found = runs("large-print", "a4", part)
    assert min(run.size for run in found) >= 16
    body = [run for run in found if {"line", "words", "stem"} & {*run.inside} and not run.text.strip().isdigit()]
    assert body
    assert {run.size for run in body} == {18}
    assert "Your notes" not in " ".join(texts("large-print", "a4", part))


def heights(edition: Edition, name: str) -> list[float]:
    """Heights of all boxes of a class, in pt."""
    found = []
    for _, _, box in boxes(html(edition)):
        element = getattr(box, "element", None)
        if (
            element is not None
            and name in (element.get("class") or "").split()
            and type(box).__name__ != "TextBox"
        ):
            found.append(box.height * 0.75 if isinstance(box.height, int | float) else 0.0)
    return found


def test_large_print_leaves_more_room_to_write_and_to_tick() -> None:
    for name in ("rule", "box"):
        small, large = heights("standard", name), heights("large-print", name)
        assert min(h for h in large if h) >= 1.4 * min(h for h in small if h)


def test_the_dyslexia_friendly_edition_uses_one_even_face_upright_and_apart() -> None:
    document = pikepdf.open(BytesIO(desk.press().pdf(html("dyslexia-friendly"))))
    fonts = {str(o.BaseFont) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    assert fonts
    assert all("Lexend" in font or "Atkinson" in font for font in fonts)
    assert not any(re.search("Italic|Oblique", font) for font in fonts)
    found = runs("dyslexia-friendly")
    assert {run.style["font_style"] for run in found} == {"normal"}
    assert {run.style["text_transform"] for run in found} == {"none"}
    assert {run.style["text_align_all"] for run in found if not run.margin} <= {"start", "left", "center", "right"}
    lines = [run for run in found if "line" in run.inside and not run.text.strip().isdigit()]
    assert all(run.style["letter_spacing"] > 0 for run in lines)
    assert all(run.style["word_spacing"] > 0 for run in lines)
    # Where text wraps, the engine may break a line with space between letters behind its first word.
    assert {run.style["letter_spacing"] for run in found if not {"line", "lines"} & {*run.inside}} == {"normal"}
    below = sorted((run.page, run.baseline) for run in lines)
    gaps = [b - a for (p, a), (q, b) in pairwise(below) if p == q]
    assert min(gaps) >= 1.5 * lines[0].size


def colours(edition: Edition) -> Iterator[tuple[str, tuple[float, ...]]]:
    """(what it is of, colour) of everything the sheet draws; what is wholly transparent is left out."""
    for _, page, box in boxes(html(edition)):
        if id(box) in margin_boxes(page) or not hasattr(box, "style"):
            continue
        style = box.style
        if type(box).__name__ == "TextBox":
            yield "text", _rgb(style["color"], style)
            continue
        for side in ("top", "right", "bottom", "left"):
            if style[f"border_{side}_width"]:
                yield "border", _rgb(style[f"border_{side}_color"], style)
        if _rgb(style["background_color"], style)[3]:
            yield "ground", _rgb(style["background_color"], style)


def _rgb(colour: Any, style: Any) -> tuple[float, ...]:
    value = style["color"] if colour == "currentcolor" else colour
    return (*(float(part) for part in value.to("srgb").coordinates), float(value.alpha))


def luminance(colour: tuple[float, ...]) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_high_contrast_is_black_and_white_and_nothing_between() -> None:
    found = list(colours("high-contrast"))
    assert {kind for kind, _ in found} == {"text", "border", "ground"}
    assert {colour[:3] for _, colour in found} == {(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    signs = re.findall(
        r"\.sign\.[a-z]+ \{ background-image: url\(\"data:image/svg\+xml;base64,([^\"]+)", html("high-contrast")
    )
    last = [b64decode(sign).decode() for sign in signs[-4:]]
    assert len(signs) == 8
    assert {colour for sign in last for colour in re.findall("#[0-9a-f]{6}", sign)} == {"#000000"}
    assert any(colour[:3] not in ((0, 0, 0), (1, 1, 1)) for _, colour in colours("standard"))


def test_the_dyslexia_friendly_edition_is_safe_on_tinted_paper() -> None:
    paper = luminance((0xF7 / 255, 0xE9 / 255, 0xC8 / 255))
    grounds = 0
    for kind, colour in colours("dyslexia-friendly"):
        if kind == "ground":
            # The tab of a passage, white on ink; nothing else is filled.
            grounds += 1
            assert luminance(colour) < 0.02
        elif colour[:3] != (1.0, 1.0, 1.0):
            assert (paper + 0.05) / (luminance(colour) + 0.05) >= 4.5, (kind, colour)
    assert grounds == len(fixture.sheet().passages)


def test_the_standard_edition_carries_nothing_of_the_others() -> None:
    assert "Lexend" not in html("standard")
    assert "letter-spacing: 0.0" not in html("standard")
    frame = view.sheet_frame(fixture.sheet(), view.PAPERS["a4"])
    assert frame.stacked == frozenset()
    assert not frame.wraps


# -- tables that would be too narrow ---------------------------------------------------------------


def _options(words: list[str]) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{i}", text=word) for i, word in enumerate(words))


def _question(response: Any) -> Question:
    return Question(id="a/b", skill="attribution", type="t", prompt="p", stem="", points=2, response=response)


WORDS = st.lists(st.text(alphabet="abcdefgh ", min_size=1, max_size=30), min_size=1, max_size=7)


@given(WORDS, WORDS, st.sampled_from(EDITIONS))
def test_only_tables_that_do_not_fit_are_taken_apart(
    rows: list[str], columns: list[str], edition: Edition
) -> None:
    table = Table(corner="", rows=_options(rows), columns=_options(columns))
    for response in (
        Grid(rows=_options(rows), columns=_options(columns)),
        ShortText(blanks=(Blank(id="b", label="x"),), table=table),
    ):
        question = _question(response)
        assert not is_stacked(question, "standard", 10.0)
        if is_stacked(question, edition, 473.0):
            assert is_stacked(question, edition, 300.0)
            longer = [*columns, "x" * 60]
            wider = (
                Grid(rows=_options(rows), columns=_options(longer))
                if isinstance(response, Grid)
                else ShortText(
                    blanks=response.blanks,
                    table=Table(corner="", rows=_options(rows), columns=_options(longer)),
                )
            )
            assert is_stacked(_question(wider), edition, 473.0)


@pytest.mark.parametrize(("edition", "paper"), BOTH)
@pytest.mark.parametrize("lesson", ["", "helmet-recall"])
def test_no_word_in_the_head_of_a_table_is_broken(lesson: str, edition: Edition, paper: PaperName) -> None:
    sheet = papers_of_lesson(lesson)[0] if lesson else fixture.sheet()
    page = desk.pages().worksheet(sheet, Look(paper, edition)) if lesson else html(edition, paper)
    known = {
        word
        for q in sheet.items
        for table in [q.response if isinstance(q.response, Grid) else getattr(q.response, "table", None)]
        if table
        for option in (*table.columns, *table.rows, Option(id="c", text=table.corner))
        for word in option.text.replace("**", "").split()
    }
    heads = [run for run in _runs(page) if "th" in run.inside]
    assert heads
    assert {word for run in heads for word in run.text.replace("\u2060", "").split()} <= known


def test_a_table_taken_apart_asks_the_same() -> None:
    questions = {q.id: q for q in fixture.sheet().items}
    stacked = view.sheet_frame(fixture.sheet(), view.PAPERS["a4"], "large-print").stacked
    grids = [q for q in map(questions.__getitem__, sorted(stacked)) if isinstance(q.response, Grid)]
    assert grids
    for question in grids:
        assert isinstance(question.response, Grid)
        rows, columns = question.response.rows, question.response.columns
        inside = html("large-print").split(f"</span> {question.prompt}")[1].split("</article>")[0]
        asked = inside.split('class="asked"')[1:]
        assert len(asked) == len(rows)
        for row, part in zip(rows, asked, strict=True):
            assert row.text in part
            assert part.count('class="box"') == len(columns)
            assert all(column.text in part for column in columns)


def test_a_table_of_blanks_taken_apart_keeps_what_is_given_and_a_line_for_each_blank() -> None:
    rows, columns = _options(["first", "second"]), _options(["who says it", "how they know", "where", "when"])
    blanks = tuple(
        Blank(id=f"b{r.id}{c.id}", label=f"{r.text}, {c.text}", row=r.id, column=c.id)
        for r in rows
        for c in columns[1:]
    )
    given_cells = {f"{r.id}:{columns[0].id}": f"the {r.text} clerk" for r in rows}
    table = Table(corner="Statement", rows=rows, columns=columns, given=given_cells)
    question = _question(ShortText(blanks=blanks, table=table, bank=("a record",)))
    section = fixture.sheet().sections[0].model_copy(update={"items": (question.id,)})
    sheet = fixture.sheet().model_copy(update={"items": (question,), "sections": (section,)})
    assert view.sheet_frame(sheet, view.PAPERS["a4"], "large-print").stacked == {question.id}
    body = desk.pages().worksheet(sheet, Look("a4", "large-print"), "questions").split("<main>")[1]
    assert body.count('class="rule"') == len(blanks)
    assert "<table" not in body
    for text in (*given_cells.values(), "a record", *(o.text for o in (*rows, *columns))):
        assert text in body


# -- one side and two ------------------------------------------------------------------------------


def margins(sides: Any, paper: PaperName = "a4") -> list[tuple[float, float]]:
    """Left and right margin of each page."""
    seen: dict[int, tuple[float, float]] = {}
    for number, page, _ in boxes(html("standard", paper, "whole", sides)):
        seen[number] = (page.margin_left, page.margin_right)
    return [seen[number] for number in sorted(seen)]


@pytest.mark.parametrize("paper", desk.PAPERS)
def test_the_binding_edge_changes_sides(paper: PaperName) -> None:
    one, two = margins("one", paper), margins("two", paper)
    assert len(set(one)) == 1
    assert {two[i] for i in range(0, len(two), 2)} == {one[0]}
    assert {two[i] for i in range(1, len(two), 2)} == {one[0][::-1]}
    assert one[0][0] != one[0][1]


@pytest.mark.parametrize("edition", EDITIONS)
def test_questions_of_a_two_sided_paper_begin_on_a_right_hand_page(edition: Edition) -> None:
    pages = texts(edition, "a4", "whole", "two")
    first = next(i for i, text in enumerate(pages) if "Choose the source of this statement." in text)
    assert first % 2 == 0
    assert not any(line in pages[first] for line in lines_of(fixture.sheet()))
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages, 1))


def test_a_blank_page_is_left_for_notes() -> None:
    brief = (passage("A", "T", RADIO[:1], outlet="O"),)
    sheet = fixture.sheet().model_copy(update={"passages": brief, "glossary": {}})
    data = desk.press().pdf(desk.pages().worksheet(sheet, Look("a4", "standard", "two")))
    second = PdfReader(BytesIO(data)).pages[1].extract_text()
    assert "Your notes" in second
    assert "[1 mark]" not in second
    one = PdfReader(BytesIO(desk.press().pdf(desk.pages().worksheet(sheet, Look())))).pages[0].extract_text()
    assert "[1 mark]" in one


# -- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_insert_holds_the_passages_and_nothing_else(edition: Edition) -> None:
    text = " ".join(texts(edition, "a4", "passages"))
    sheet = fixture.sheet()
    assert all(line in text for line in lines_of(sheet))
    assert all(word in text for word in sheet.glossary)
    assert sheet.title in text
    for absent in (
        "Name",
        "Class",
        "Marks",
        "mark]",
        sheet.intro,
        *(q.prompt for q in sheet.items if "*" not in q.prompt),
    ):
        assert absent not in text
    assert "End of the worksheet" not in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_booklet_holds_every_question_and_says_where_the_passages_are(edition: Edition) -> None:
    text = " ".join(texts(edition, "a4", "questions"))
    sheet = fixture.sheet()
    assert "Use the sheet called Passages." in text
    assert all(word in text for word in ("Name", "Class", "Date", "Marks", sheet.intro))
    assert all(q.prompt.replace("**", "") in text for q in sheet.items)
    marked = {
        line.text
        for q in sheet.items
        if isinstance(q.response, TextSelection)
        for p in sheet.passages
        if p.label == q.response.passage
        for line in p.lines
        if q.response.lines[0] <= line.n <= q.response.lines[1]
    }
    assert marked
    quoted = {extract.text for q in sheet.items for extract in q.extracts}
    shown = {line for line in lines_of(sheet) if line in text}
    assert marked <= shown
    assert all(any(line in quote for quote in quoted) for line in shown - marked)
    assert not any(meaning in text for meaning in sheet.glossary.values())


def test_titles_tell_the_parts_apart() -> None:
    titles = {part: re.findall("<title>(.*?)</title>", html("standard", "a4", part))[0] for part in PARTS}
    assert len(set(titles.values())) == 3
    assert "passages" in titles["passages"]
    assert "questions" in titles["questions"]
    assert all(fixture.sheet().title in title for title in titles.values())


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("edition", OTHERS)
def test_nothing_of_the_key_is_in_any_of_them(edition: Edition, part: str) -> None:
    text = re.sub(r"\s+", " ", html(edition, "a4", part))
    assert [secret for secret in secrets(fixture.key()) if secret in text] == []


# -- a school's own --------------------------------------------------------------------------------

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def themed(theme: Theme) -> Pages:
    return Pages((desk.TEMPLATES,), desk.pages()._ui, "en", theme)


def papers(make: Pages, edition: Edition = "standard") -> dict[str, str]:
    look = Look("a4", edition)
    return {
        "worksheet": make.worksheet(fixture.sheet(), look),
        "key": make.key(fixture.sheet(), fixture.key(), look),
        "notes": make.notes(fixture.notes(), look),
        "annotated": make.annotated(fixture.copy(), look),
    }


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_school_logo_and_foot_stand_on_every_paper(edition: Edition) -> None:
    logo = Logo(data=PIXEL, type="image/png", alt="the crest of the school")
    make = themed(Theme(school="Hollin <Road> School", foot='Room "4"', logo=logo))
    for kind, page in papers(make, edition).items():
        body = page.split("<body")[1]
        assert "Hollin &lt;Road&gt; School" in body, kind
        assert 'alt="the crest of the school"' in body, kind
        assert "Hollin <Road>" not in page
        data = desk.press().pdf(page)
        found = [" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(data)).pages]
        assert all('Room "4"' in text for text in found), kind
    plain = papers(desk.pages(), edition)
    assert not any('class="brand"' in page for page in plain.values())


def test_the_schools_colours_replace_ours_in_words_and_signs() -> None:
    ours = Colours()
    theirs = Colours(attribution="#123456", answer="#654321", ink="#101010", soft="#202020", differences=ours.ink)
    page = papers(themed(Theme(colours=theirs)))["key"]
    signs = "".join(b64decode(s).decode() for s in re.findall(r"data:image/svg\+xml;base64,([^\")]+)", page))
    for old, new in ((ours.attribution, "#123456"), (ours.answer, "#654321"), (ours.soft, "#202020")):
        assert old not in page + signs
        assert new in page
    assert "#123456" in signs
    assert "#654321" in signs
    assert ours.ink in signs  # the colour they gave to differences, not swapped a second time
