"""`secondsource check` as people call it: what it looks at, exit codes, and the explanation of a rule."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bad_examples import copy_of_good, run_check

from generator.cli import main
from generator.model.rules import RULES

ROOT = Path(__file__).resolve().parents[2]


def spoil(project: Path, old: str, new: str, file: str = "source_texts/ferry/dossier.yaml") -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def warn(project: Path) -> None:
    spoil(project, "asks: What stopped the engine?", "asks: What stopped the engine")


def test_exit_codes(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    assert run_check(project)[0] == 0
    warn(project)
    assert run_check(project)[0] == 0
    assert run_check(project, "--strict")[0] == 1
    spoil(project, "relation: conflict", "relation: agree")
    assert run_check(project)[0] == 1


def test_an_unknown_name_is_wrong_usage_and_the_nearest_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = run_check(copy_of_good(tmp_path), "fery")
    assert code == 2
    assert "did you mean 'ferry'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("ferry", "1 lesson, 1 dossier"),
        ("lessons/ferry.yaml", "1 lesson, 1 dossier"),
        ("./lessons/ferry.yaml", "1 lesson, 1 dossier"),
        ("source_texts/ferry", "0 lessons, 1 dossier"),
        ("source_texts/ferry/", "0 lessons, 1 dossier"),
        ("source_texts/ferry/post.notes.yaml", "0 lessons, 1 dossier"),
    ],
)
def test_names_and_paths(tmp_path: Path, word: str, told: str) -> None:
    assert run_check(copy_of_good(tmp_path), word) == (0, f"no problems in {told}\n")


def test_without_names_only_the_folders_own_content_is_looked_at(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    other = project / "source_texts" / "second"
    other.mkdir()
    (other / "dossier.yaml").write_text("schema: 1\n", "utf-8")
    code, out = run_check(project, "--format", "json")
    assert code == 1
    assert {p["file"] for p in json.loads(out)} == {"source_texts/second/dossier.yaml"}
    assert run_check(project, "ferry")[0] == 0


def test_a_problem_that_two_lessons_share_is_told_once(tmp_path: Path) -> None:
    project = copy_of_good(tmp_path)
    text = (project / "lessons/ferry.yaml").read_text("utf-8")
    (project / "lessons/again.yaml").write_text(text, "utf-8")
    warn(project)
    assert len(json.loads(run_check(project, "--format", "json")[1])) == 1


def test_github_puts_commands_on_standard_output_and_the_sum_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_of_good(tmp_path)
    warn(project)
    code, out = run_check(project, "--format", "github")
    assert code == 0
    assert out.startswith("::warning file=source_texts/ferry/dossier.yaml,line=52,col=11,title=SS473 ")
    assert capsys.readouterr().err == "1 warning in 1 file\n"


@pytest.mark.parametrize("word", ["SS431", "ss431", "431"])
def test_explain_tells_why_and_how_to_mend(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", word]) == 0
    out = capsys.readouterr().out
    assert out.startswith("SS431  A relation that the values contradict\n\n")
    assert "To mend it:" in out
    assert "\n    relation: conflict" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize(("word", "nearest"), [("SS4331", "SS433"), ("438", "SS437"), ("SS999", "SS690")])
def test_explaining_an_unknown_rule_names_the_nearest(
    word: str, nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--explain", word]) == 2
    assert f"did you mean '{nearest}'?" in capsys.readouterr().err


def test_explaining_what_is_no_code_tells_the_families(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "nonsense"]) == 2
    assert "SS4xx notes" in capsys.readouterr().err


def test_every_rule_is_explained_to_a_teacher() -> None:
    for code, rule in RULES.items():
        assert code == rule.code
        assert rule.title[0].isupper() or rule.title[0] == "`", code
        assert not rule.title.endswith("."), code
        why, *rest = rule.explain.split("\n\n")
        assert len(why.split()) >= 8, code
        assert any(part.startswith("To mend it: ") for part in rest), code
        assert "\n    " in rule.explain, f"{code} has no example"


def test_check_starts_neither_pdf_nor_templates(tmp_path: Path) -> None:
    program = (
        "import sys; from generator.cli import main; code = main(['check']);"
        "print([m for m in ('weasyprint', 'jinja2', 'pikepdf') if m in sys.modules]); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=copy_of_good(tmp_path),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "no problems in 1 lesson, 1 dossier\n[]\n", done.stderr
    assert done.returncode == 0
