"""The html format in a real browser: it prints as pages, with the fonts inside it and nothing fetched."""

import re
import subprocess

import pytest

from generator.render.fonts import embed_fonts
from tests.render import desk, fixture

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the worksheet as Chromium prints it, a form feed after each page."""
    folder = tmp_path_factory.mktemp("browser")
    page, out = folder / "worksheet.html", folder / "worksheet.pdf"
    page.write_text(embed_fonts(desk.html("worksheet"), desk.TEMPLATES / "fonts"), "utf-8")
    command = ["chromium", *FLAGS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={out}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.mark.needs_program("chromium", "pdftotext")
def test_each_frozen_line_is_printed_whole_on_one_line(printed: str) -> None:
    rows = [re.sub(r"\s+", " ", row) for row in printed.splitlines()]
    lines = [line.text for passage in fixture.sheet().passages for line in passage.lines if line.n > 0]
    assert lines
    for line in lines:
        assert any(line in row for row in rows), line


@pytest.mark.needs_program("chromium", "pdftotext")
def test_every_page_bears_the_form_id_and_its_number(printed: str) -> None:
    pages = printed.rstrip("\f").split("\f")
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert fixture.sheet().form_id in page
        assert re.search(rf"Page\s+{number}\s+of\s+{len(pages)}", page)


def test_the_page_asks_for_nothing_outside_itself() -> None:
    html = embed_fonts(desk.html("worksheet"), desk.TEMPLATES / "fonts")
    addresses = re.findall(r"""(?:src|href)=["']([^"'#][^"']*)["']|url\(["']?([^"')]+)""", html)
    assert addresses
    assert all((a or b).startswith("data:") for a, b in addresses)
