"""`secondsource list`: lessons, dossiers and exercises, for people and as JSON."""

import json
from pathlib import Path

import pytest

from generator.exercises import EXERCISES
from generator.model.vocabulary import SKILLS

KEYS = {
    "lessons": "name origin readable title dossier grades minutes skills items variants lanes",
    "dossiers": "name origin readable title language reports words attributions markers wording claims reviewed",
    "exercises": "name title skill kind difficulty practises needs example dossier lanes",
}


def listed(cli, what: str, cwd: Path) -> list[dict[str, object]]:
    done = cli("list", what, "--json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert list(found) == [what]
    return found[what]


@pytest.mark.parametrize("what", list(KEYS))
def test_the_keys_of_the_json_are_fixed(cli, mine: Path, what: str) -> None:
    rows = listed(cli, what, mine)
    assert rows
    for row in rows:
        assert list(row) == KEYS[what].split()


def test_without_a_word_all_three(cli, mine: Path) -> None:
    assert list(json.loads(cli("list", "--json", cwd=mine).stdout)) == list(KEYS)
    text = cli("list", cwd=mine).stdout
    assert [line for line in text.splitlines() if line.isupper()] == ["LESSONS", "DOSSIERS", "EXERCISES"]


def test_bundled_and_own_lessons(cli, mine: Path, repo: Path) -> None:
    rows = {row["name"]: row for row in listed(cli, "lessons", mine)}
    bundled = {p.stem for p in (repo / "lessons").glob("*.yaml")}
    assert rows.keys() == {"starter", *bundled}
    assert rows["starter"]["origin"] == "own"
    assert all(rows[name]["origin"] == "bundled" for name in bundled)
    assert rows["starter"]["dossier"] == "starter"
    assert rows["starter"]["variants"] == ["A", "B"]


def test_the_count_of_items_is_that_of_the_sheet(cli, mine: Path) -> None:
    (row,) = [row for row in listed(cli, "lessons", mine) if row["name"] == "starter"]
    assert cli("build", "starter", "--format", "json", cwd=mine).returncode == 0
    sheet = next(mine.glob("build/starter/*-A-worksheet.json"))
    assert row["items"] == len(json.loads(sheet.read_text("utf-8"))["items"])


def test_a_dossier_with_its_reports_and_counts(cli, mine: Path) -> None:
    (row,) = [row for row in listed(cli, "dossiers", mine) if row["name"] == "starter"]
    assert row["origin"] == "own"
    assert row["reports"] == {"A": "report-a", "B": "report-b"}
    assert row["reviewed"] is False
    assert row["claims"] == (mine / "source_texts/starter/dossier.yaml").read_text("utf-8").count("relation: ")


def test_every_exercise_type_with_its_words(cli, tmp_path: Path) -> None:
    rows = listed(cli, "exercises", tmp_path)
    assert {row["name"] for row in rows} == set(EXERCISES)
    assert [SKILLS.index(row["skill"]) for row in rows] == sorted(SKILLS.index(row["skill"]) for row in rows)
    for row in rows:
        assert row["practises"]
        assert row["needs"]
        assert row["title"]
        assert row["example"]
        assert list(row["lanes"]) == ["support", "core", "extension"]
        assert all(lane["minutes"] > 0 and lane["points"] > 0 for lane in row["lanes"].values())


def test_what_cannot_be_read_is_listed_as_such(cli, mine: Path) -> None:
    (mine / "lessons/broken.yaml").write_text("schema: [", "utf-8")
    (mine / "source_texts/starter/dossier.yaml").write_text("title: x\n", "utf-8")
    rows = {row["name"]: row for row in listed(cli, "lessons", mine)}
    assert rows["broken"] == {"name": "broken", "origin": "own", "readable": False}
    dossiers = {row["name"]: row for row in listed(cli, "dossiers", mine)}
    assert dossiers["starter"] == {"name": "starter", "origin": "own", "readable": False}
    text = cli("list", cwd=mine)
    assert text.returncode == 0
    assert "cannot be read" in text.stdout


def test_the_table_lines_up(cli, mine: Path) -> None:
    lines = cli("list", "lessons", cwd=mine).stdout.splitlines()
    column = lines[0].index("dossier")
    for line in lines[1:]:
        assert line[column - 1] == " "
        assert line[column] != " "


def test_people_see_every_name(cli, mine: Path) -> None:
    text = cli("list", cwd=mine).stdout
    found = json.loads(cli("list", "--json", cwd=mine).stdout)
    for rows in found.values():
        for row in rows:
            assert row["name"] in text
