"""Lessons with a fault that can be guessed are told, and clean ones are not."""

import json
from pathlib import Path

import pytest

from generator.stress.report import as_json, as_text
from generator.stress.run import draw
from generator.stress.summary import LIMIT, Summary
from tests.stress.planted import CLEAN, hand_choice, hand_grid, project, subjects, summed


def kinds(figures: Summary) -> set[tuple[str, str]]:
    return {(finding.kind, finding.where) for finding in figures.findings}


def score(figures: Summary, solver: str) -> float:
    return next(s.score for s in figures.scores if s.solver == solver)


def test_a_clean_lesson_has_no_findings(tmp_path: Path) -> None:
    figures = summed(project(tmp_path, clean=CLEAN))
    assert figures.findings == ()
    assert figures.sheets == 48
    # Four keys, one of each length, for one mark each; three rows, one of each column, for three.
    assert score(figures, "the longest option") == pytest.approx(100 * (1 + 1) / 7)
    assert score(figures, "always column 2") == pytest.approx(100 * (1 + 1) / 7)
    assert figures.chance == pytest.approx(100 * (4 * 0.25 + 1) / 7)


def test_keys_that_are_always_longest(tmp_path: Path) -> None:
    items = [hand_choice(name, 3) for name in ("lake", "pond", "moat", "well")]
    figures = summed(project(tmp_path, longest=items))
    assert ("guessing", "the longest option") in kinds(figures)
    assert score(figures, "the longest option") == pytest.approx(100)
    assert figures.key_longest == pytest.approx(100)
    (finding,) = (f for f in figures.findings if f.where == "the longest option")
    assert "own" in finding.message
    assert any(name in finding.message for name in ("lake", "pond", "moat", "well"))


def test_answers_that_are_mostly_in_the_second_column(tmp_path: Path) -> None:
    items = [hand_grid(name, [1, 1, 0, 1]) for name in ("lake", "pond", "moat")]
    figures = summed(project(tmp_path, second=items))
    assert kinds(figures) == {("guessing", "always column 2")}
    assert score(figures, "always column 2") == pytest.approx(75)


def test_a_fault_within_the_limit_is_no_finding(tmp_path: Path) -> None:
    # One grid of ten tilts by one row of three: 1 of 30 marks.
    items = [hand_grid(f"pond{n}", [1, 1, 0] if n == 0 else [0, 1, 2]) for n in range(10)]
    figures = summed(project(tmp_path, slight=items))
    margin = next(s.margin for s in figures.scores if s.solver == "always column 2")
    assert 0 < margin < LIMIT
    assert figures.findings == ()


def test_a_sheet_that_asks_the_same_twice(tmp_path: Path) -> None:
    again = {**hand_choice("pond", 1), "id": "again"}
    figures = summed(project(tmp_path, twice=[*CLEAN, again]), variants=4)
    (finding,) = (f for f in figures.findings if f.kind == "twice")
    assert "pond" in finding.where
    assert "again" in finding.where


def test_variants_that_cannot_be_made(tmp_path: Path) -> None:
    long = [{**hand_choice(name, n), "minutes": 30} for n, name in enumerate(("lake", "pond"))]
    figures = summed(project(tmp_path, long=long), variants=4)
    assert figures.failed == 4
    assert figures.sheets == 0
    (finding,) = figures.findings
    assert finding.kind == "failure"
    assert "4 variants" in finding.message
    assert "SS560" in finding.message


def test_any_number_of_processes_finds_the_same(tmp_path: Path) -> None:
    found = subjects(project(tmp_path, clean=CLEAN, second=[hand_grid("pond", [1, 1, 2])]))
    one, two = (draw(found, [], 12, jobs, lambda _done, _total: None) for jobs in (1, 2))
    assert [d.lanes for d in one] == [d.lanes for d in two]
    assert [d.subject.name for d in one] == ["clean", "second"]


def test_the_report_is_the_same_each_time_and_holds_the_findings(tmp_path: Path) -> None:
    project(tmp_path, second=[hand_grid("pond", [1, 1, 1])])
    one, two = summed(tmp_path, 8), summed(tmp_path, 8)
    assert as_text([one]) == as_text([two])
    data = json.loads(as_json([one], 8))
    assert data["variants"] == 8
    assert [f["where"] for f in data["lessons"][0]["findings"]] == [f.where for f in one.findings] != []
    assert all(f.where in as_text([one]) for f in one.findings)
