"""`secondsource coverage`: what the lessons practise is counted from the sheets, and drawn."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.exercises import EXERCISES
from generator.load.project import open_project
from generator.load.standards import grades, load_standards, supports

SVG = "{http://www.w3.org/2000/svg}"
REPO = Path(__file__).resolve().parents[2]


def test_minutes_and_types_are_those_of_the_sheets(cli, mine: Path) -> None:
    found = json.loads(cli("coverage", "starter", "--json", cwd=mine).stdout)["lessons"]
    assert [c["lesson"] for c in found] == ["starter"]
    assert cli("build", "starter", "--format", "json", cwd=mine).returncode == 0
    sheet = json.loads(next(mine.glob("build/starter/*-A-worksheet.json")).read_text("utf-8"))
    types = [item["type"] for item in sheet["items"]]
    assert found[0]["types"] == {name: types.count(name) for name in dict.fromkeys(types)}
    assert found[0]["items"] == len(types)
    assert 0 < sum(found[0]["by_skill"].values()) <= found[0]["minutes"]
    skills = {item["skill"] for item in sheet["items"]}
    assert {skill for skill, minutes in found[0]["by_skill"].items() if minutes} == skills


def test_the_picture_has_a_square_for_every_type_of_a_lesson(cli, mine: Path) -> None:
    done = cli("coverage", "starter", "--out", "covered.svg", cwd=mine)
    assert done.returncode == 0, done.stderr
    picture = ElementTree.parse(mine / "covered.svg").getroot()
    types = json.loads(cli("coverage", "starter", "--json", cwd=mine).stdout)["lessons"][0]["types"]
    squares = [r for r in picture.iter(f"{SVG}rect") if r.get("height") == "8"]
    assert len(squares) == sum(min(n, 3) for n in types.values())
    assert picture.find(f"{SVG}title").text
    assert {t.text for t in picture.iter(f"{SVG}text")} >= set(EXERCISES)


def test_the_table_names_every_type_and_standard(cli, mine: Path) -> None:
    text = cli("coverage", "starter", cwd=mine).stdout
    for name in (*EXERCISES, *load_standards(open_project(REPO)).standards):
        assert f"  {name}  " in text


def test_unknown_lessons_and_odd_files_are_refused(cli, mine: Path) -> None:
    done = cli("coverage", "startr", cwd=mine)
    assert done.returncode == 2
    assert "starter" in done.stderr
    assert cli("coverage", "starter", "--out", "x.png", cwd=mine).returncode == 2
    assert not (mine / "x.png").exists()


def test_every_type_supports_a_standard_and_every_standard_has_known_types() -> None:
    standards = load_standards(open_project(REPO))
    assert standards.diagnostics == ()
    served = {name for s in standards.standards.values() for name in s.types}
    assert served == set(EXERCISES)
    assert all(s.says.endswith(".") and grades(s.grades) for s in standards.standards.values())


@pytest.mark.parametrize(
    ("lesson", "yes"), [("6-8", True), ("8-10", True), ("9-12", False), ("5", False), ("K-2", False)]
)
def test_a_standard_is_for_its_grades(lesson: str, yes: bool) -> None:
    standard = load_standards(open_project(REPO)).standards["C3.D3.3.6-8"]
    assert supports(standard, lesson, {"claim_grid"}) is yes
    assert not supports(standard, lesson, {"whose_word"})
