"""A lesson in another language, with wording that comes with the program or stands in a folder of one's own."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.load.project import bundled_root
from tests.english import DATA, PLACEHOLDER, english_in, names, prompt_file

SPANISH = "huerto-escolar"
LESSON = "missing-mascot"
SWAPPED = str.maketrans("aeouAEOU", "oueiOUEI")
"""Makes a language of no country out of English, in which no English word of two letters or more stands."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(bundled_root())},
    )


def problems(folder: Path, name: str) -> dict[str, str]:
    """Code -> message and hint of what `check` tells of a lesson."""
    found = json.loads(run(folder, "check", name, "--format", "json").stdout)
    return {p["code"]: f"{p['message']} ({p['hint']})" for p in found}


def shown(page: Path) -> str:
    """The words of a page, those of its styles and of the comments in its scripts left aside."""
    text = re.sub(r"<style>.*?</style>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = re.sub(r"(?m)^\s*//.*$", " ", text)
    return re.sub(r"<[^>]+>", " ", text)


# -- a language that comes with the program ----------------------------------------------------------


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers of the Spanish lesson, as pages and as data."""
    folder = tmp_path_factory.mktemp("spanish")
    done = run(folder, "build", SPANISH, "--format", "html,json")
    assert done.returncode == 0, done.stderr
    return folder / "build" / SPANISH


def test_a_spanish_lesson_has_no_english_on_any_paper(spanish: Path) -> None:
    papers = [*spanish.glob("*.html"), *spanish.glob("*.json")]
    assert {"worksheet", "key", "notes", "annotated"} <= {p.stem.rsplit("-", 1)[-1] for p in papers}
    for paper in papers:
        text = shown(paper) if paper.suffix == ".html" else paper.read_text("utf-8")
        assert english_in(text, 2) == [], paper.name


def test_spanish_pages_say_so_and_write_dates_and_numbers_their_way(spanish: Path) -> None:
    for page in spanish.glob("*.html"):
        text = page.read_text("utf-8")
        assert '<html lang="es">' in text
        assert 'lang="en"' not in text
        assert "«" in shown(page)
        if page.stem.endswith("worksheet"):
            assert re.search(r"\b\d{1,2} de mayo de 2025\b", text)
    notes = "".join(page.read_text("utf-8") for page in spanish.glob("*-notes.html"))
    times = re.findall(r"<td>(\d+[.,]\d)</td>", notes)
    assert times
    assert all("," in time for time in times)


# -- a language of one's own -------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A project with a lesson in a language of its own, all of it in one folder under templates/prompts."""
    for name in ("source_texts", "lessons"):
        (tmp_path / name).mkdir()
    shutil.copytree(bundled_root() / "source_texts" / LESSON, tmp_path / "source_texts" / LESSON)
    shutil.copy(bundled_root() / "lessons" / f"{LESSON}.yaml", tmp_path / "lessons")
    dossier = tmp_path / "source_texts" / LESSON / "dossier.yaml"
    told = dossier.read_text("utf-8")
    told = re.sub(r"^language: .*\n", "", told, flags=re.MULTILINE)
    dossier.write_text(told.replace("schema: 1\n", "schema: 1\nlanguage: zz\n", 1), "utf-8")
    folder = tmp_path / "templates" / "prompts" / "zz"
    folder.mkdir(parents=True)
    for name in names():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(translated(name), allow_unicode=True), "utf-8")
    return tmp_path


def translated(name: str) -> dict[str, object]:
    """A prompt file in the language of no country; the word lists stay, for the reports are in English."""
    data: dict[str, object] = dict(prompt_file("en", name))
    if name == DATA:
        return data
    for key in ("title", "practises", "needs", "example"):
        if key in data:
            data[key] = swapped(str(data[key]))
    for group in ("text", "shortages"):
        texts = data.get(group)
        if isinstance(texts, dict):
            data[group] = {key: swapped(text) for key, text in texts.items()}
    return data


def swapped(text: str) -> str:
    parts = re.split(f"({PLACEHOLDER.pattern})", text)
    return "".join(part if PLACEHOLDER.fullmatch(part) else part.translate(SWAPPED) for part in parts)


def test_a_folder_of_wording_is_all_that_a_new_language_needs(own: Path) -> None:
    assert not [code for code in problems(own, LESSON) if code.startswith("SS6")]
    done = run(own, "build", LESSON, "--format", "html")
    assert done.returncode == 0, done.stderr
    pages = sorted((own / "build").rglob("*.html"))
    content = "\n".join(p.read_text("utf-8") for p in sorted((own / "source_texts").rglob("*.*")))
    content = " ".join((content + (own / "lessons" / f"{LESSON}.yaml").read_text("utf-8")).split())
    assert pages
    for page in pages:
        assert '<html lang="zz">' in page.read_text("utf-8")
        assert [part for part in english_in(shown(page), 2) if part not in content] == [], page.name
    assert any(swapped("Answer key") in shown(page) for page in pages)


def test_what_the_folder_lacks_is_told_file_by_file_and_key_by_key(own: Path) -> None:
    folder = own / "templates" / "prompts" / "zz"
    (folder / "who_said_it.yaml").unlink()
    common = yaml.safe_load((folder / "common.yaml").read_text("utf-8"))
    del common["text"]["place.line"]
    common["text"]["cite"] = "{text}"
    common["text"]["list.and"] = "{lines} "
    (folder / "common.yaml").write_text(yaml.safe_dump(common, allow_unicode=True), "utf-8")
    told = problems(own, LESSON)
    assert "who_said_it" in told["SS605"]
    assert "place.line" in told["SS606"]
    both = json.loads(run(own, "check", LESSON, "--format", "json").stdout)
    said = [p["message"] for p in both if p["code"] == "SS607"]
    assert any("'cite' leaves out {place}" in text for text in said)
    assert any("'list.and' has {lines} too much" in text for text in said)


def test_without_the_folder_the_languages_there_are_are_told(own: Path) -> None:
    shutil.rmtree(own / "templates")
    told = problems(own, LESSON)["SS601"]
    assert "'zz'" in told
    assert "en, es" in told
    done = run(own, "build", LESSON, "--format", "html")
    assert done.returncode != 0
    assert "SS601" in done.stdout + done.stderr
