"""`secondsource build` as a user meets it: through real processes, in folders of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.load.project import bundled_root

LESSON = "missing-mascot"


def build(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(bundled_root()), **environment},
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own with two lessons on one dossier."""
    for name in ("lessons", "source_texts"):
        (tmp_path / name).mkdir()
    shutil.copytree(bundled_root() / "source_texts" / LESSON, tmp_path / "source_texts" / LESSON)
    text = (bundled_root() / "lessons" / f"{LESSON}.yaml").read_text("utf-8")
    text = text.replace("variants: [A, B, C]", "variants: [A, B]").replace(
        "lanes: [support, core, extension]", "lanes: [core]"
    )
    (tmp_path / "lessons" / "one.yaml").write_text(text, "utf-8")
    (tmp_path / "lessons" / "two.yaml").write_text(text, "utf-8")
    return tmp_path


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_it_prints_what_it_writes_and_names_files_as_promised(own: Path) -> None:
    done = build(own, "one", "--format", "json,html")
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert all((own / name).is_file() for name in names)
    for variant in "AB":
        for kind in ("worksheet", "key"):
            assert f"build/one/one-core-{variant}-{kind}.json" in names
            assert f"build/one/one-core-{variant}-{kind}.html" in names
        assert f"build/one/one-core-{variant}-notes.html" in names
    assert "build/one/one-annotated.html" in names
    assert not [p for p in (own / "build").rglob("*") if p.name.endswith(".part")]


def test_a_second_build_writes_nothing_and_says_what_it_skipped(own: Path) -> None:
    first = build(own, "--format", "json")
    again = build(own, "--format", "json")
    assert first.stdout
    assert again.stdout == ""
    assert again.returncode == 0
    assert "build/one: 4 files unchanged, skipped" in again.stderr


def test_same_inputs_same_bytes(own: Path) -> None:
    build(own, "--format", "json,html", "--out", "x", "--jobs", "1")
    build(own, "--format", "json,html", "--out", "y", "--jobs", "2")
    one, other = snapshot(own / "x"), snapshot(own / "y")
    assert one.keys() == other.keys()
    assert {n for n in one if one[n] != other[n]} == set()


def test_a_change_makes_only_what_depends_on_it(own: Path) -> None:
    build(own, "--format", "json")
    lesson = own / "lessons" / "one.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("Be a careful detective.", "Read with care."), "utf-8")
    again = build(own, "--format", "json")
    assert again.stdout
    assert all("/one-" in name for name in again.stdout.split())
    untouched = own / "lessons" / "two.yaml"
    untouched.write_text(untouched.read_text("utf-8") + "\n# a remark\n", "utf-8")
    third = build(own, "--format", "json")
    assert third.stdout == ""


def test_a_failing_lesson_leaves_the_others_output_and_says_so(own: Path) -> None:
    lesson = own / "lessons" / "one.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("source_or_channel", "source_or_chanel"), "utf-8")
    done = build(own, "--format", "json")
    assert done.returncode == 1
    assert "build/two/two-core-A-key.json" in done.stdout
    assert not (own / "build" / "one").exists()
    assert "one: not built" in done.stderr
    assert "lessons/one.yaml:" in done.stderr
    assert "source_or_channel" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_lesson_keeps_what_was_built_before(own: Path) -> None:
    build(own, "one", "--format", "json")
    before = snapshot(own / "build" / "one")
    (own / "lessons" / "one.yaml").write_text("title: [", "utf-8")
    done = build(own, "one", "--format", "json")
    assert done.returncode == 1
    assert snapshot(own / "build" / "one") == before


def test_a_file_changed_by_hand_is_not_overwritten_without_asking(own: Path) -> None:
    build(own, "one", "--format", "html", "--variant", "A")
    sheet = own / "build" / "one" / "one-core-A-worksheet.html"
    mine = sheet.read_text("utf-8") + "<!-- my own change -->"
    sheet.write_text(mine, "utf-8")
    lesson = own / "lessons" / "one.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("Be a careful detective.", "Read with care."), "utf-8")
    before = snapshot(own / "build" / "one")
    done = build(own, "one", "--format", "html", "--variant", "A")
    assert done.returncode == 1
    assert "changed by hand" in done.stderr
    assert snapshot(own / "build" / "one") == before
    forced = build(own, "one", "--format", "html", "--variant", "A", "--force")
    assert forced.returncode == 0
    assert "my own change" not in sheet.read_text("utf-8")


def test_forms_that_a_lesson_no_longer_has_are_taken_away(own: Path) -> None:
    build(own, "one", "--format", "json")
    lesson = own / "lessons" / "one.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("variants: [A, B]", "variants: [A]"), "utf-8")
    done = build(own, "one", "--format", "json")
    assert sorted(p.name for p in (own / "build" / "one").iterdir()) == [
        "one-core-A-key.json",
        "one-core-A-worksheet.json",
    ]
    assert "removed" in done.stderr


def test_a_dry_run_writes_nothing(own: Path) -> None:
    done = build(own, "one", "--format", "json", "--dry-run")
    assert "build/one/one-core-A-key.json" in done.stdout
    assert not (own / "build").exists()


def test_the_report_as_json(own: Path) -> None:
    said = json.loads(build(own, "one", "--format", "json", "--json").stdout)
    assert "build/one/one-core-A-key.json" in said["written"]
    assert said["failed"] == {}
    again = json.loads(build(own, "one", "--format", "json", "--json").stdout)
    assert again["written"] == []
    assert again["unchanged"] == said["written"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["onne"], "did you mean 'one'"),
        (["one", "--format", "pfd"], "did you mean 'pdf'"),
        (["one", "--lane", "cor"], "did you mean 'core'"),
        (["one", "--variant", "Z"], "variant"),
        (["one", "--paper", "a3"], "a4"),
        (["one", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_words_are_told_before_anything_is_written(own: Path, words: list[str], said: str) -> None:
    done = build(own, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (own / "build").exists()


def test_a_lane_that_no_lesson_has_is_said(own: Path) -> None:
    done = build(own, "one", "--format", "json", "--lane", "support")
    assert done.returncode == 1
    assert "no such lane" in done.stderr


def test_an_output_folder_that_cannot_be_written_is_said(own: Path) -> None:
    (own / "build").write_text("a file in the way", "utf-8")
    done = build(own, "one", "--format", "json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (own / "build").read_text("utf-8") == "a file in the way"


def test_without_the_pdf_engine_html_is_made_and_one_line_says_what_mends_it(own: Path, tmp_path: Path) -> None:
    fake = tmp_path / "no-pango"
    fake.mkdir()
    (fake / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", "utf-8")
    path = f"{fake}{os.pathsep}{bundled_root()}"
    done = build(own, "one", "--format", "pdf,html", "--variant", "A", PYTHONPATH=path)
    assert done.returncode == 3
    assert (own / "build" / "one" / "one-core-A-key.html").is_file()
    assert not list((own / "build").rglob("*.pdf"))
    remedy = [line for line in done.stderr.splitlines() if "pango" in line.lower()]
    assert len(remedy) == 1
    assert "Traceback" not in done.stderr


def test_a_users_prompt_and_page_win_over_the_bundled_ones(own: Path) -> None:
    prompts = own / "templates" / "prompts" / "en"
    prompts.mkdir(parents=True)
    (prompts / "source_or_channel.yaml").write_text(
        "schema: 1\ntext:\n  prompt: Pick the person who speaks.\n", "utf-8"
    )
    done = build(own, "one", "--format", "json", "--variant", "A")
    assert done.returncode == 0, done.stderr
    sheet = json.loads((own / "build" / "one" / "one-core-A-worksheet.json").read_text("utf-8"))
    assert "Pick the person who speaks." in [item["prompt"] for item in sheet["items"]]


@pytest.mark.parametrize(
    "greed",
    ["{{ 'a' * 10**10 }}", "{% for i in range(10**5) %}{% for j in range(10**5) %}x{% endfor %}{% endfor %}"],
)
def test_a_greedy_template_of_the_users_own_is_stopped(own: Path, greed: str) -> None:
    page = own / "templates" / "teacher"
    page.mkdir(parents=True)
    (page / "notes.html").write_text(greed, "utf-8")
    done = build(own, "one", "--format", "html", "--variant", "A")
    assert done.returncode == 1
    assert "one: not built" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (own / "build" / "one").exists()
