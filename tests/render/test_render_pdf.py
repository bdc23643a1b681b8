"""Pages on paper: everything in place, tagged, the same bytes every time, and nothing fetched from elsewhere."""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from generator.render import pdf, view
from generator.render.look import Look
from generator.render.pdf import Press, PressError, missing
from tests.render import desk, fixture
from tests.render.story import MEASURE, RADIO, passage
from tests.render.test_render_pages import secrets

ALL = [(kind, paper) for kind in desk.KINDS for paper in desk.PAPERS]
SIZES = {"a4": (595, 842), "letter": (612, 792)}


@cache
def texts(kind: str, paper: str) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(BytesIO(desk.pdf(kind, paper))).pages)


def opened(kind: str, paper: str = "a4") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(desk.pdf(kind, paper)))


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element, in the order of the tree."""
    todo = [document.Root.StructTreeRoot.K[0]]
    while todo:
        at = todo.pop()
        yield at
        kids = at.get("/K", [])
        todo += [k for k in reversed(list(kids)) if isinstance(k, pikepdf.Dictionary) and "/S" in k]


# -- text and pages --------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "paper"), ALL)
def test_every_page_bears_form_id_and_its_number(kind: str, paper: str) -> None:
    pages = texts(kind, paper)
    foot = fixture.FORM if kind != "annotated" else fixture.copy().lesson
    for number, text in enumerate(pages, 1):
        assert foot in text
        assert f"Page {number} of {len(pages)}" in text


@pytest.mark.parametrize(("kind", "paper"), ALL)
def test_paper_size_and_number_of_pages(kind: str, paper: str) -> None:
    reader = PdfReader(BytesIO(desk.pdf(kind, paper)))
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]
    most = {"worksheet": 7, "key": 8, "notes": 2, "annotated": 3}[kind]
    assert 1 < len(reader.pages) <= most


@pytest.mark.parametrize("kind", ["key", "notes", "annotated"])
def test_a_draft_says_so_on_every_page(kind: str) -> None:
    word = "Draft key: notes not yet reviewed" if kind == "key" else "Draft: notes not yet reviewed"
    assert all(word in text for text in texts(kind, "a4"))


def test_a_passage_that_goes_on_overleaf_says_which_it_is() -> None:
    pages = texts("worksheet", "letter")
    assert "Passage A, continued" in pages[1]
    assert sum("continued" in text for text in pages) == 1


def test_the_overview_fills_the_first_page_of_the_key_and_no_more() -> None:
    first, second = texts("key", "a4")[:2]
    for entry in fixture.key().items:
        assert entry.brief[:20] in first
    assert "Choose the source of this statement." not in first
    assert "Choose the source of this statement." in second


# -- layout ----------------------------------------------------------------------------------------


def boxes(html: str) -> Iterator[tuple[int, Any, Any]]:
    """Page number, page box and every box on it, as the engine laid them out."""
    from weasyprint import HTML

    document = HTML(string=html, base_url=desk.TEMPLATES.as_uri() + "/").render()
    for number, page in enumerate(document.pages):
        todo = list(page._page_box.children)
        while todo:
            box = todo.pop()
            box = getattr(box, "_box", box)
            yield number, page._page_box, box
            todo += list(getattr(box, "children", ()))


def margin_boxes(page: Any) -> set[int]:
    todo = [box for box in page.children if type(box).__name__ == "MarginBox"]
    found: set[int] = set()
    while todo:
        box = todo.pop()
        found.add(id(box))
        todo += list(getattr(box, "children", ()))
    return found


@pytest.mark.parametrize(("kind", "paper"), ALL)
def test_nothing_runs_over_the_edge_of_the_text(kind: str, paper: str) -> None:
    seen = 0
    for _, page, box in boxes(desk.html(kind, paper)):
        if type(box).__name__ != "TextBox" or id(box) in margin_boxes(page) or not box.text.strip():
            continue
        seen += 1
        left, right = page.content_box_x(), page.content_box_x() + page.width
        top, bottom = page.content_box_y(), page.content_box_y() + page.height
        assert box.position_x >= left - 0.5, box.text
        assert box.position_x + box.width <= right + 0.5, box.text
        assert box.position_y >= top - 14, box.text  # the numbers above annotated lines stand out of their line
        assert box.position_y + box.baseline <= bottom + 0.5, box.text
    assert seen > 50


@pytest.mark.parametrize("paper", desk.PAPERS)
def test_no_item_is_split_over_pages(paper: str) -> None:
    pages: dict[int, set[int]] = {}
    for number, _, box in boxes(desk.html("worksheet", paper)):
        element = getattr(box, "element", None)
        if element is not None and (element.get("class") or "").startswith("item"):
            pages.setdefault(id(element), set()).add(number)
    assert len(pages) == len(fixture.sheet().items)
    assert all(len(on) == 1 for on in pages.values())


def is_line(box: Any) -> bool:
    element = getattr(box, "element", None)
    name = (element.get("class") or "").split()[:1] if element is not None else []
    return name == ["line"] and type(box).__name__ == "BlockBox"


@pytest.mark.parametrize("lead", range(6))
def test_no_line_of_a_paragraph_stands_alone_at_a_page_break(lead: int) -> None:
    body = tuple(" ".join(RADIO) for _ in range(3))
    sheet = fixture.sheet().model_copy(update={"intro": "One line. " * (9 * lead + 1)})
    long = sheet.model_copy(update={"passages": (passage("A", "Long", body, outlet="O"),)})
    parts: dict[int, list[int]] = {}
    for _, _, box in boxes(desk.pages().worksheet(long, Look("a4"))):
        lines = [child for child in getattr(box, "children", ()) if is_line(child)]
        if lines:
            parts.setdefault(id(box.element), []).append(len(lines))
    assert any(len(counts) > 1 for counts in parts.values())
    assert all(min(counts) >= 2 for counts in parts.values())


@pytest.mark.parametrize("measure", [20.0, MEASURE, 40.0])
@pytest.mark.parametrize("paper", desk.PAPERS)
def test_a_line_is_one_line_whatever_the_paper(measure: float, paper: str) -> None:
    sheet = fixture.sheet()
    long = passage("A", "Long", RADIO * 4, outlet="O", measure=measure)
    lines = [line for line in long.lines if line.n > 0]
    assert len(lines) > 40
    sheet = sheet.model_copy(update={"passages": (long,), "measure": measure})
    frame = view.sheet_frame(sheet, view.PAPERS[paper])
    rows: dict[int, int] = {}
    widest = 0.0
    for _, _, box in boxes(desk.pages().worksheet(sheet, Look(paper))):
        if not is_line(box):
            continue
        rows[len(rows)] = len(box.children)
        for text in (b for line in box.children for b in line.children if type(b).__name__ == "TextBox"):
            widest = max(widest, text.width * 0.75)
    assert list(rows.values()) == [1] * len(lines)
    assert 0.8 * measure * frame.size < widest <= measure * frame.size


# -- tags ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", desk.KINDS)
def test_language_title_and_conformance(kind: str) -> None:
    document = opened(kind)
    assert document.Root.Lang == "en"
    assert bool(document.Root.MarkInfo.Marked)
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert fixture.sheet().title in str(document.docinfo["/Title"])
    assert 'pdfuaid:part="1"' in document.Root.Metadata.read_bytes().decode() or "pdfuaid" in str(
        document.Root.Metadata.read_bytes()
    )


@pytest.mark.parametrize("kind", ["worksheet", "key", "notes"])
def test_heading_cells_say_what_they_head_and_ids_can_be_looked_up(kind: str) -> None:
    document = opened(kind)
    found = list(elements(document))
    heads = [e for e in found if e.S == "/TH"]
    assert heads
    assert {str(e.A.Scope) for e in heads} <= {"/Row", "/Column"}
    parts = [(e.P.P.S, e.A.Scope) for e in heads]
    assert all((part == "/THead") == (scope == "/Column") for part, scope in parts)
    names = document.Root.StructTreeRoot.IDTree.Names
    ids = [bytes(names[i]) for i in range(0, len(names), 2)]
    assert ids == sorted(set(ids))
    assert set(ids) == {bytes(e.ID) for e in found if "/ID" in e}
    assert all(names[2 * i + 1].objgen in {e.objgen for e in heads} for i in range(len(ids)))


@pytest.mark.parametrize("kind", desk.KINDS)
def test_running_text_is_an_artifact_and_all_other_text_is_in_the_tree(kind: str) -> None:
    document = opened(kind)
    held: dict[Any, set[int]] = {}
    for e in elements(document):
        for kid in e.get("/K", []):
            if isinstance(kid, int):
                held.setdefault(e.Pg.objgen, set()).add(kid)
    for page in document.pages:
        artifacts, marked = 0, set()
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                if str(operands[0]) == "/Artifact":
                    artifacts += 1
                else:
                    marked.add(int(operands[1].MCID))
        assert artifacts >= 2  # form id and page number
        assert marked == held[page.obj.objgen]


def test_pictures_have_words() -> None:
    document = opened("notes")
    figures = [e for e in elements(document) if e.S == "/Figure"]
    alts = [str(e.Alt) for e in figures]
    assert all(alts)
    assert any("Hollin Gazette → Radio Tarn: republished, stated in a text." in alt for alt in alts)


@pytest.mark.parametrize(("kind", "paper"), ALL)
def test_only_our_fonts_are_used(kind: str, paper: str) -> None:
    document = opened(kind, paper)
    names = {
        str(o.BaseFont)
        for o in document.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
    }
    assert names
    assert all(re.search("Passage|Atkinson", name) for name in names), names


@pytest.mark.needs_program("qpdf")
@pytest.mark.parametrize("kind", desk.KINDS)
def test_the_file_is_sound(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(desk.pdf(kind))
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


# -- the key stays out -----------------------------------------------------------------------------


def test_nothing_of_the_key_is_anywhere_in_the_students_file() -> None:
    data = desk.pdf("worksheet")
    document = pikepdf.open(BytesIO(data))
    pools = [data.decode("latin-1"), " ".join(texts("worksheet", "a4")), str(document.docinfo)]
    for o in document.objects:
        pools.append(o.unparse(resolved=True).decode("latin-1") if not isinstance(o, pikepdf.Stream) else "")
        if isinstance(o, pikepdf.Stream):
            pools.append(o.read_bytes().decode("latin-1"))
            pools.append(o.read_bytes().decode("utf-8", "ignore"))
    pool = re.sub(r"\s+", " ", "\n".join(pools))
    hidden = secrets(fixture.key())
    assert [text for text in hidden if text in pool] == []
    shown = re.sub(r"\s+", " ", " ".join(texts("key", "a4")))
    assert sum(text in shown for text in hidden) > len(hidden) / 2


# -- the same bytes --------------------------------------------------------------------------------


def test_the_same_page_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys; from tests.render import desk; "
        "desk.pdf('notes'); sys.stdout.buffer.write(desk.pdf('worksheet'))"
    )
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True).stdout
    assert zlib.crc32(other) == zlib.crc32(desk.pdf("worksheet"))
    assert other == desk.pdf("worksheet") == Press((desk.TEMPLATES,)).pdf(desk.html("worksheet"))


@pytest.mark.parametrize("how", ["itself", "worker", "limited"])
def test_nothing_is_left_in_the_temporary_folder(how: str, tmp_path: Path) -> None:
    code = {
        "itself": "from tests.render import desk; desk.pdf('notes')",
        "worker": "from multiprocessing import get_context; from tests.render import desk; "
        "p = get_context('fork').Process(target=desk.pdf, args=('notes',)); p.start(); p.join(); "
        "assert p.exitcode == 0",
        "limited": "from generator.render.limits import run_limited; from tests.render import desk; "
        "assert run_limited(lambda: desk.pdf('notes'))",
    }[how]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert list(tmp_path.iterdir()) == []
    assert done.stderr == ""


# -- safety ----------------------------------------------------------------------------------------


def page_of(body: str, style: str = "") -> str:
    head = f"<head><title>t</title><style>{style}</style></head>"
    return f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x.png",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "../../../../../../../../etc/passwd",
        "prompts/en/common.yaml",
        "fonts/../../pyproject.toml",
    ],
)
@pytest.mark.parametrize("place", ["img", "style", "import", "link", "font", "object"])
def test_nothing_is_fetched_from_elsewhere(address: str, place: str) -> None:
    page = {
        "img": page_of(f'<img alt="x" src="{address}">'),
        "style": page_of("x", f'body {{ background: url("{address}") }}'),
        "import": page_of("x", f'@import "{address}";'),
        "link": page_of(f'<link rel="stylesheet" href="{address}">'),
        "font": page_of("x", f'@font-face {{ font-family: a; src: url("{address}") }} body {{ font-family: a }}'),
        "object": page_of(f'<object data="{address}"></object>'),
    }[place]
    with pytest.raises(PressError, match="may not have"):
        desk.press().pdf(page)


def test_a_refusal_is_not_forgotten_with_a_cached_style() -> None:
    page = page_of("x", '@import "https://example.org/a.css";')
    for _ in range(2):
        with pytest.raises(PressError, match="may not have"):
            desk.press().pdf(page)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "x.png").symlink_to("/etc/passwd")
    with pytest.raises(PressError, match="may not have"):
        Press((tmp_path, desk.TEMPLATES)).pdf(page_of('<img alt="x" src="x.png">'))


def test_a_picture_in_the_users_templates_is_found(tmp_path: Path) -> None:
    (tmp_path / "crest.svg").write_bytes((desk.TEMPLATES / "signs" / "tick.svg").read_bytes())
    assert Press((tmp_path, desk.TEMPLATES)).pdf(page_of('<img alt="x" src="crest.svg">')).startswith(b"%PDF")


def test_data_addresses_work() -> None:
    sign = desk.pages()._sign("tick")
    assert desk.press().pdf(page_of(f'<img alt="x" src="{sign}">')).startswith(b"%PDF")


def test_what_cannot_be_laid_out_is_told_in_words() -> None:
    deep = page_of("<div>" * 900 + "x" + "</div>" * 900)
    with pytest.raises(PressError, match="nested too deeply"):
        desk.press().pdf(deep)


def test_errors_of_the_engine_are_errors_and_its_warnings_are_not() -> None:
    with pytest.raises(PressError, match="alt"):
        desk.press().pdf(page_of(f'<img src="{desk.pages()._sign("tick")}">'))
    with pytest.raises(PressError, match="lang"):
        desk.press().pdf(page_of("x").replace(' lang="en"', ""))
    assert desk.press().pdf(page_of("x", "p { no-such-property: 1 }")).startswith(b"%PDF")


# -- without Pango ---------------------------------------------------------------------------------


def test_with_pango_nothing_is_missing() -> None:
    assert missing() is None


def test_without_pango_the_remedy_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf, "_engine", gone)
    line = missing()
    assert line
    assert "\n" not in line
    with pytest.raises(PressError, match=re.escape(line)):
        Press((desk.TEMPLATES,)).pdf("<p>")


@pytest.mark.parametrize(
    ("platform", "release", "line"),
    [
        ("darwin", "", "brew install pango"),
        ("linux", "ID=debian\n", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("linux", 'NAME="Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt-get install"),
        ("linux", "ID=fedora\n", "dnf install pango"),
        ("linux", "ID=strange\n", "install the Pango library"),
        ("win32", "", "pango"),
    ],
)
def test_remedies(platform: str, release: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    assert line in pdf._remedy(platform, file)


def test_html_needs_no_engine() -> None:
    code = (
        "import sys; from tests.render import desk; desk.pages().embed_fonts(desk.html('key')); "
        "import generator.render.pdf; assert 'weasyprint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)
