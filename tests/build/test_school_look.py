"""A school's theme on every face: its name and foot in the words, its logo and colours in the bytes."""

import html
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from generator.load.project import bundled_root

ROOT = bundled_root()
SCHOOL, FOOT, COLOUR = "Hillside & Sons School", "Room 12 <upstairs>", "#5a1a6b"
THEME = f"""schema: 1
theme:
  school: {SCHOOL}
  foot: {FOOT}
  logo: crest.png
  logo_alt: Crest of Hillside
  colours:
    attribution: "{COLOUR}"
    answer: "{COLOUR}"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("school")
    (folder / "templates").mkdir()
    (folder / "templates" / "theme.yaml").write_text(THEME, "utf-8")
    Image.new("RGB", (60, 40), COLOUR).save(folder / "templates" / "crest.png")
    words = [
        "build",
        "red-balloon",
        "--lane",
        "core",
        "--variant",
        "A",
        "--format",
        "pdf,pdf-form,html,docx,md,txt",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "build" / "red-balloon"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.needs_program("pdftotext")
@pytest.mark.parametrize("paper", ["worksheet", "form", "key", "notes"])
def test_pdf(built: Path, paper: str) -> None:
    path = built / f"red-balloon-core-A-{paper}.pdf"
    shown = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert SCHOOL in flat(shown)
    assert FOOT in flat(shown)
    pictures = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"\b60\s+40\b", pictures), "the logo"


@pytest.mark.parametrize("page", ["worksheet", "practice", "key", "notes"])
def test_html(built: Path, page: str) -> None:
    text = (built / f"red-balloon-core-A-{page}.html").read_text("utf-8")
    assert html.escape(SCHOOL, quote=False) in text
    assert 'alt="Crest of Hillside"' in text
    assert COLOUR in text


@pytest.mark.parametrize("paper", ["worksheet", "key", "notes"])
def test_docx(built: Path, paper: str) -> None:
    data = (built / f"red-balloon-core-A-{paper}.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {n: archive.read(n).decode("utf-8") for n in archive.namelist() if n.endswith(".xml")}
        assert any(name.startswith("word/media/") for name in archive.namelist())
    document = Document(BytesIO(data))
    words = " ".join(text for part in parts.values() for text in re.findall(r"<w:t[ >][^<]*", part))
    assert html.escape(SCHOOL, quote=False) in words
    assert html.escape(FOOT, quote=False) in words
    assert COLOUR[1:].upper() in parts["word/styles.xml"].upper()
    assert any("Crest of Hillside" in part for part in parts.values())
    assert document.core_properties.title


@pytest.mark.parametrize("end", ["md", "txt"])
def test_text(built: Path, end: str) -> None:
    text = (built / f"red-balloon-core-A-worksheet.{end}").read_text("utf-8")
    assert SCHOOL in text.replace("\\&", "&").replace("&amp;", "&")
