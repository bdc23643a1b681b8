"""Word files as another word processor shows them: every line where it was, in the fonts that came along."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.render.word_desk import KINDS, LESSONS, docx, papers, plain

pytestmark = [pytest.mark.needs_program("soffice", "pdftotext", "pdffonts"), pytest.mark.slow]

OURS = ("AtkinsonHyperlegible", "PassageSerif", "Worksheet Signs", "WorksheetSigns")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a PDF of every file, made in one go."""
    folder = tmp_path_factory.mktemp("word")
    files = []
    for kind in KINDS:
        for lesson, lane in (("", "core"), *LESSONS):
            files.append(folder / f"{lesson or 'fixture'}-{kind}.docx")
            files[-1].write_bytes(docx(kind, lesson, lane))
    profile = (folder / "profile").as_uri()
    words = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    done = subprocess.run([*words, str(folder), *map(str, files)], capture_output=True, text=True, check=True)
    assert "Error" not in done.stderr
    assert {p.stem for p in folder.glob("*.pdf")} == {p.stem for p in files}
    return folder


def bare(row: str) -> str:
    return re.sub(r"\s", "", row)


def text(pdf: Path) -> list[str]:
    out = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return out.stdout.splitlines()


@pytest.mark.parametrize(("lesson", "lane"), [("", "core"), *LESSONS])
def test_every_line_is_on_one_line_with_its_number(shown: Path, lesson: str, lane: str) -> None:
    _, sheet, _, _ = papers(lesson, lane)
    # Where a number ends and its line begins is a space on the page, but not always one in the text.
    rows = [bare(row) for row in text(shown / f"{lesson or 'fixture'}-worksheet.pdf")]
    at = 0
    for passage in sheet.passages:
        for line in passage.lines:
            if line.n == 0:
                continue
            numbered = line.n == 1 or line.n % 5 == 0
            wanted = bare(f"{line.n} {line.text}" if numbered else line.text)
            assert wanted in rows[at:], wanted
            at = rows.index(wanted, at) + 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lesson", ["", *dict(LESSONS)])
def test_fonts_come_from_the_file(shown: Path, kind: str, lesson: str) -> None:
    pdf = shown / f"{lesson or 'fixture'}-{kind}.pdf"
    out = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = {re.sub(r"^[A-Z]{6}\+", "", row[:36].strip()) for row in out.splitlines()[2:]}
    assert {name for name in found if not name.startswith(OURS)} <= {"DejaVuSans", "DejaVuSans-Bold", "OpenSymbol"}
    assert any(name.startswith("AtkinsonHyperlegible") for name in found)
    if kind == "worksheet":
        assert any(name.startswith("PassageSerif") for name in found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("lesson", "lane"), [("", "core"), *LESSONS])
def test_each_page_is_counted(shown: Path, kind: str, lesson: str, lane: str) -> None:
    pages, sheet, key, notes = papers(lesson, lane)
    pdf = shown / f"{lesson or 'fixture'}-{kind}.pdf"
    out = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    made = out.stdout.split("\f")[:-1]
    form = {"worksheet": sheet, "key": key, "notes": notes}[kind].form_id
    for n, page in enumerate(made, 1):
        assert pages.say("foot.page", page=n, pages=len(made)) in page
        assert form in page


@pytest.mark.parametrize(("lesson", "lane"), [("", "core"), *LESSONS])
def test_a_passage_is_named_on_every_page_it_is_on(shown: Path, lesson: str, lane: str) -> None:
    pages, sheet, _, _ = papers(lesson, lane)
    out = "\n".join(text(shown / f"{lesson or 'fixture'}-worksheet.pdf")).split("\f")
    for page in out:
        rows = [plain(row) for row in page.splitlines()]
        for passage in sheet.passages:
            own = [line.text for line in passage.lines if line.n > 1 and line.n % 5 and plain(line.text) in rows]
            if len(own) > 2:
                assert any(row.startswith(pages.say("word.passage", label=passage.label)) for row in rows)
