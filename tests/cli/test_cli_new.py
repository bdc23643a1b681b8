"""`secondsource new`: starting files that pass `check` as they are, and never replace anything."""

import json
import re
from pathlib import Path

import pytest
import yaml_1_2
from hypothesis import given
from hypothesis import strategies as st

from generator.cli._frame import GiveUp
from generator.cli._scaffold import checked_name, fill, write_new
from generator.model.base import Slug

DOSSIER = ["dossier.yaml", "report-a.md", "report-a.notes.yaml", "report-b.md", "report-b.notes.yaml"]


def problems(cli, cwd: Path | None = None) -> list[object]:
    done = cli("check", "--format", "json", cwd=cwd)
    found = json.loads(done.stdout)
    found = found["diagnostics"] if isinstance(found, dict) else found
    return [d for d in found if "templates/prompts" not in str(d)]


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


# -- dossier ---------------------------------------------------------------------------------------


def test_a_dossier_is_five_files_that_check_has_nothing_against(cli, tmp_path: Path) -> None:
    done = cli("new", "dossier", "night-bus")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"source_texts/night-bus/{name}" for name in DOSSIER]
    assert sorted(tree(tmp_path)) == sorted(done.stdout.splitlines())
    assert "check" in done.stderr
    assert problems(cli) == []


def test_its_files_teach_the_format(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    for name, text in tree(tmp_path).items():
        comments = [line for line in text.splitlines() if "# " in line]
        assert len(comments) >= 2, name
        assert "{name}" not in text


def test_it_is_marked_as_fiction_with_a_licence(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    for report in tmp_path.glob("source_texts/night-bus/*.md"):
        meta = yaml_1_2.read(yaml_1_2.front_matter(report.read_text("utf-8")))
        assert (meta["kind"], meta["licence"]) == ("fictional", "CC-BY-4.0")


def test_a_name_that_hides_a_bundled_one_is_said(cli, repo: Path) -> None:
    bundled = sorted(p.parent.name for p in repo.glob("source_texts/*/dossier.yaml"))[0]
    done = cli("new", "dossier", bundled)
    assert done.returncode == 0
    assert f"'{bundled}' comes with secondsource" in done.stderr


# -- report ----------------------------------------------------------------------------------------


def test_a_report_joins_a_dossier(cli) -> None:
    cli("new", "dossier", "night-bus")
    done = cli("new", "report", "night-bus/city-paper")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "source_texts/night-bus/city-paper.md",
        "source_texts/night-bus/city-paper.notes.yaml",
    ]
    assert "C: city-paper" in done.stderr
    assert problems(cli) == []


def _with_a_silent_third(relation: re.Match[str]) -> str:
    with_a = "" if relation[1] == "only-in-one" else "AC: only-in-one, "
    return f"\n    C: absent\n    relation: {{AB: {relation[1]}, {with_a}BC: only-in-one}}"


def test_a_report_passes_check_once_the_dossier_says_what_was_told(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    told = cli("new", "report", "night-bus/city-paper").stderr
    for words in ("C: city-paper", "C: absent", "C: not-mentioned", "`report: C`"):
        assert words in told
    dossier = tmp_path / "source_texts/night-bus/dossier.yaml"
    text = dossier.read_text("utf-8").replace("B: report-b}", "B: report-b, C: city-paper}")
    text = re.sub(r"\n    relation: ([a-z-]+)", _with_a_silent_third, text)
    text = text.replace("\n    matters:", "\n    C: not-mentioned\n    matters:")
    text = text.replace("\n  edges:", "\n    city: {label: the City Paper, kind: outlet, report: C}\n  edges:")
    dossier.write_text(text, "utf-8")
    assert [p for p in problems(cli) if "'error'" in str(p)] == []
    assert "D: fourth" in cli("new", "report", "night-bus/fourth").stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["report", "city-paper"], "DOSSIER/NAME"),
        (["report", "nihgt-bus/city-paper"], "did you mean 'night-bus'?"),
        (["report", "quite-other/city-paper"], "new dossier quite-other"),
        (["lesson", "x", "--dossier", "nihgt-bus"], "did you mean 'night-bus'?"),
        (["lesson", "x"], "night-bus"),
        (["dossier", "x", "--dossier", "night-bus"], "--help"),
    ],
)
def test_what_is_missing_is_named(cli, tmp_path: Path, words: list[str], hint: str) -> None:
    cli("new", "dossier", "night-bus")
    before = tree(tmp_path)
    done = cli("new", *words)
    assert done.returncode in (1, 2)
    assert hint in done.stderr
    assert tree(tmp_path) == before


# -- lesson ----------------------------------------------------------------------------------------


def test_a_lesson_on_the_scaffold_checks_and_builds(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    done = cli("new", "lesson", "late-riders", "--dossier", "night-bus")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "lessons/late-riders.yaml\n"
    assert problems(cli) == []
    built = cli("build", "late-riders", "--format", "json")
    assert built.returncode == 0, built.stderr
    sheets = sorted((tmp_path / "build/late-riders").glob("*-worksheet.json"))
    assert len(sheets) == 2
    for sheet in sheets:
        items = json.loads(sheet.read_text("utf-8"))["items"]
        assert {item["skill"] for item in items} == {"attribution", "corroboration", "uncertainty", "differences"}


def test_a_lesson_on_every_bundled_dossier_checks(cli, repo: Path) -> None:
    for folder in sorted(p.parent.name for p in repo.glob("source_texts/*/dossier.yaml")):
        done = cli("new", "lesson", f"on-{folder}", "--dossier", folder)
        assert done.returncode == 0, done.stderr
    assert [p for p in problems(cli) if "'lessons/" in str(p)] == []


def test_a_lesson_asks_only_for_what_the_notes_can_give(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    for notes in tmp_path.glob("source_texts/night-bus/*.notes.yaml"):
        kept = [
            line for line in notes.read_text("utf-8").splitlines() if line.startswith(("schema", "report", "rev"))
        ]
        notes.write_text("\n".join(kept) + "\n", "utf-8")
    dossier = tmp_path / "source_texts/night-bus/dossier.yaml"
    dossier.write_text("schema: 1\ntitle: Bare\nreports: {A: report-a, B: report-b}\n", "utf-8")
    done = cli("new", "lesson", "bare", "--dossier", "night-bus")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lessons/bare.yaml").is_file()


def test_a_title_with_quotes_stays_valid(cli, tmp_path: Path) -> None:
    cli("new", "dossier", "night-bus")
    dossier = tmp_path / "source_texts/night-bus/dossier.yaml"
    dossier.write_text(
        dossier.read_text("utf-8").replace("The end of the night bus", "'\"Late\": a #bus'"), "utf-8"
    )
    cli("new", "lesson", "late", "--dossier", "night-bus")
    assert yaml_1_2.read((tmp_path / "lessons/late.yaml").read_text("utf-8"))["title"] == '"Late": a #bus'


# -- never in anybody's way ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [["dossier", "night-bus"], ["report", "night-bus/report-a"], ["lesson", "late", "--dossier", "night-bus"]],
)
def test_nothing_is_ever_replaced(cli, tmp_path: Path, words: list[str]) -> None:
    cli("new", "dossier", "night-bus")
    cli("new", "lesson", "late", "--dossier", "night-bus")
    for path in tmp_path.rglob("*.*"):
        path.write_text(path.read_text("utf-8") + "\n# mine\n", "utf-8")
    before = tree(tmp_path)
    done = cli("new", *words)
    assert done.returncode == 1
    assert "there already" in done.stderr
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Night Bus", "night-bus"),
        ("night_bus", "night-bus"),
        ("-x-", "x"),
        ("../up", "up"),
        ("a--b", "a-b"),
        ("/etc", "etc"),
        ("été", "ete"),
        ("☃", "footbridge"),
        ("x" * 81, "x" * 80),
        ("", "footbridge"),
    ],
)
def test_bad_names_are_refused_with_what_is_allowed(cli, tmp_path: Path, name: str, hint: str) -> None:
    done = cli("new", "dossier", "--", name) if name.startswith("-") else cli("new", "dossier", name)
    assert done.returncode == 2
    assert "small letters" in done.stderr
    assert done.stderr.rstrip().endswith(f"for example: {hint}")
    assert tree(tmp_path) == {}


@given(st.text(max_size=90))
def test_a_name_is_good_just_where_the_models_say_so(name: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    try:
        TypeAdapter(Slug).validate_python(name)
        good = True
    except ValidationError:
        good = False
    try:
        assert checked_name(name) == name
        assert good
    except GiveUp as refused:
        assert not good
        example = refused.hint.removeprefix("for example: ")
        assert checked_name(example) == example


def test_all_files_or_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        write_new({tmp_path / "a.txt": "a", tmp_path / "file" / "b.txt": "b"})
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_link_that_leads_nowhere_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(GiveUp):
        write_new({tmp_path / "a.txt": "a"})
    assert not (tmp_path / "nowhere").exists()


def test_only_known_placeholders_are_filled() -> None:
    assert fill("{name}: {quote: x, {other}}", {"name": "n"}) == "n: {quote: x, {other}}"


def test_a_bundled_dossier_is_not_written_into(cli, repo: Path, tmp_path: Path) -> None:
    bundled = sorted(p.parent for p in repo.glob("source_texts/*/dossier.yaml"))[0]
    done = cli("new", "report", f"{bundled.name}/third")
    assert done.returncode == 1
    assert f"copy it here first: {bundled}" in done.stderr
    assert tree(tmp_path) == {}
    assert not (bundled / "third.md").exists()


def test_a_scaffold_that_is_no_text_is_named(cli, tmp_path: Path) -> None:
    (tmp_path / "templates/scaffold/dossier").mkdir(parents=True)
    (tmp_path / "templates/scaffold/dossier/report-a.md").write_bytes(b"\xff\xfe")
    done = cli("new", "dossier", "night-bus")
    assert done.returncode == 1
    assert "templates/scaffold/dossier/report-a.md is not UTF-8" in done.stderr


def test_scaffolds_of_ones_own_win(cli, tmp_path: Path) -> None:
    (tmp_path / "templates/scaffold").mkdir(parents=True)
    (tmp_path / "templates/scaffold/report.md").write_text("house style {name}\n", "utf-8")
    cli("new", "dossier", "night-bus")
    cli("new", "report", "night-bus/third")
    assert (tmp_path / "source_texts/night-bus/third.md").read_text("utf-8") == "house style third\n"


def test_schemas_are_offered_where_there_are_none(cli, tmp_path: Path) -> None:
    assert "schema --out templates/schemas" in cli("new", "dossier", "one").stderr
    cli("schema", "--out", "templates/schemas")
    assert "schema --out" not in cli("new", "dossier", "two").stderr
    for path in tmp_path.glob("source_texts/two/*"):
        modeline = next(line for line in path.read_text("utf-8").splitlines() if "$schema=" in line)
        assert (path.parent / modeline.partition("$schema=")[2]).resolve().is_file()
