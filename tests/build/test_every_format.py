"""Every lesson that ships, in every format: all files are made, and readers of each kind open them."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document as Word

from generator.build.request import ENDINGS, FORMATS
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.render.look import EDITIONS
from tests.pdf_checks import problems

ROOT = bundled_root()
PROJECT = open_project(ROOT)
LESSONS = sorted(PROJECT.lessons())
STUDENTS = {"worksheet", "passages", "questions", "form"}


def build(out: Path, *words: str) -> list[Path]:
    command = [sys.executable, "-m", "generator", "build", *words, "--out", str(out), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Path(path) for path in json.loads(done.stdout)["written"]]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_in_every_format(lesson: str, tmp_path: Path) -> None:
    """One form of each lesson; lane, variant, edition, paper and sides go round over the lessons."""
    loaded = load_lesson(PROJECT, lesson).lesson
    assert loaded is not None
    turn = LESSONS.index(lesson)
    lane = loaded.file.lanes[turn % len(loaded.file.lanes)]
    variant = loaded.file.variants[turn % len(loaded.file.variants)]
    edition = EDITIONS[turn % len(EDITIONS)]
    words = ["--lane", lane, "--variant", variant, "--edition", edition, "--part", "all", "--format", "all"]
    words += ["--paper", ("a4", "letter")[turn % 2], "--sides", ("one", "two")[turn // 2 % 2]]
    made = build(tmp_path, lesson, *words)
    form, suffix = f"{lesson}-{lane}-{variant}", "" if edition == "standard" else f"-{edition}"
    names = {path.name for path in made}
    assert names == {
        *(f"{form}-{part}{suffix}.pdf" for part in ("worksheet", "questions", "form")),
        f"{lesson}-passages{suffix}.pdf",
        *(f"{form}-{paper}.{end}" for paper in ("key", "notes") for end in ("pdf", "html", "docx", "md", "txt")),
        *(f"{form}-worksheet.{end}" for end in ("html", "docx", "md", "txt", "json")),
        f"{form}-practice.html",
        f"{form}-key.json",
        *(f"{lesson}-annotated.{end}" for end in ("pdf", "html")),
        *(f"{lesson}-{picture}.svg" for picture in ("graph", "map", "comparison")),
        *(f"{form}-{name}.{ENDINGS[name]}" for name in FORMATS if name in ("moodle", "canvas", "qti21", "qti3")),
        f"{form}-gift.txt",
        *(f"{form}-{name}-losses.txt" for name in ("moodle", "gift", "canvas", "qti21", "qti3")),
    }
    for path in made:
        _opens(path)


def _opens(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        assert problems(data) == [], path.name
    elif path.suffix == ".docx":
        assert any(paragraph.style.name == "Title" for paragraph in Word(BytesIO(data)).paragraphs)
    elif path.suffix == ".zip":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert "imsmanifest.xml" in archive.namelist()
            for name in archive.namelist():
                if name.endswith(".xml"):
                    ElementTree.fromstring(archive.read(name))
    elif path.suffix in (".svg", ".xml"):
        ElementTree.fromstring(data)
    else:
        assert len(data.decode("utf-8")) > 200


def test_the_same_lesson_gives_the_same_bytes_in_every_format(tmp_path: Path) -> None:
    words = ["red-balloon", "--lane", "core", "--variant", "A", "--format", "all", "--part", "all"]
    first = {path.name: path.read_bytes() for path in build(tmp_path / "one", *words)}
    second = {path.name: path.read_bytes() for path in build(tmp_path / "two", *words, "--jobs", "1")}
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
