"""What `build --format json` says of every lesson that ships: evidence stands where it says, keys are whole."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.exercises import EXERCISES
from generator.load.content import load_dossier
from generator.load.project import bundled_root, open_project
from generator.model.vocabulary import LANES, SKILLS

SCHEMAS = bundled_root() / "templates" / "schemas"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("json")
    command = [sys.executable, "-m", "generator", "build", "--format", "json", "--out", str(out)]
    subprocess.run(command, cwd=bundled_root(), check=True, capture_output=True)
    return out


def forms(built: Path) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    sheets = sorted(built.glob("*/*-worksheet.json"))
    assert sheets
    for path in sheets:
        key = path.with_name(path.name.replace("-worksheet", "-key"))
        yield path.stem, json.loads(path.read_text("utf-8")), json.loads(key.read_text("utf-8"))


def test_every_quote_stands_on_the_lines_it_names(built: Path) -> None:
    quotes = 0
    for name, sheet, key in forms(built):
        lines = {p["label"]: {line["n"]: line["text"] for line in p["lines"]} for p in sheet["passages"]}
        for item in key["items"]:
            assert item["evidence"], f"{name} {item['id']}: no evidence"
            for piece in item["evidence"]:
                first, last = piece["lines"]
                text = " ".join(lines[piece["passage"]][n] for n in range(first, last + 1))
                assert piece["quote"] in text, f"{name} {item['id']}: {piece}"
                if first < last:
                    shorter = " ".join(lines[piece["passage"]][n] for n in range(first, last))
                    assert piece["quote"] not in shorter
                quotes += 1
    assert quotes > 100


def test_every_item_has_its_key_and_every_key_its_item(built: Path) -> None:
    for name, sheet, key in forms(built):
        assert sheet["form_id"] == key["form_id"]
        asked = [item["id"] for item in sheet["items"]]
        assert asked == [item["id"] for item in key["items"]], name
        assert len(set(asked)) == len(asked)
        for question, entry in zip(sheet["items"], key["items"], strict=True):
            assert question["response"]["kind"] == entry["answer"]["kind"]
            assert entry["rationale"], f"{name} {entry['id']}"
            if question["response"]["kind"] == "extended-text":
                assert 3 <= len(entry["rubric"]) <= 4
                assert entry["rubric"][0]["points"] == question["points"]


def test_lessons_have_all_skills_enough_items_three_lanes_and_at_least_two_variants(built: Path) -> None:
    """Starters take ten minutes and practise what fits into them; every other lesson practises all four skills."""
    variants: dict[str, set[str]] = {}
    lanes: dict[str, set[str]] = {}
    starters = set()
    for name, sheet, _ in forms(built):
        variants.setdefault(sheet["lesson"], set()).add(sheet["variant"])
        lanes.setdefault(sheet["lesson"], set()).add(sheet["lane"])
        assert sheet["points"] == sum(item["points"] for item in sheet["items"])
        if sheet["minutes"] <= 10:
            starters.add(sheet["lesson"])
            assert 3 <= len(sheet["items"]) <= 6, name
        else:
            assert {item["skill"] for item in sheet["items"]} == set(SKILLS), name
            assert len(sheet["items"]) >= 10, name
    assert len(variants) >= 14
    assert len(starters) >= 2
    assert all(len(found) >= 2 for found in variants.values())
    assert all(found == set(LANES) for found in lanes.values())


def test_the_library_has_dossiers_of_every_sort() -> None:
    project = open_project(bundled_root())
    found = [load_dossier(project, name).dossier for name in project.dossiers()]
    assert all(found)
    whole = [dossier for dossier in found if dossier is not None]
    assert len(whole) >= 10
    assert sum(len(d.passages) >= 3 for d in whole) >= 2
    assert {d.language for d in whole} >= {"en", "es"}
    assert all(d.glossary and d.context_note for d in whole)


def test_every_exercise_type_stands_in_a_lesson(built: Path) -> None:
    used = {item["type"] for _, sheet, _ in forms(built) for item in sheet["items"]}
    assert set(EXERCISES) - used == set()


def test_variants_differ_in_their_items_or_options(built: Path) -> None:
    by_lane: dict[tuple[str, str], dict[str, str]] = {}
    for _, sheet, _ in forms(built):
        seen = by_lane.setdefault((sheet["lesson"], sheet["lane"]), {})
        seen[sheet["variant"]] = json.dumps([(i["stem"], i["extracts"], i["response"]) for i in sheet["items"]])
    for where, seen in by_lane.items():
        assert len(set(seen.values())) == len(seen), where


def test_lanes_have_the_same_lines(built: Path) -> None:
    lines: dict[str, str] = {}
    for name, sheet, _ in forms(built):
        text = json.dumps([p["lines"] for p in sheet["passages"]])
        assert lines.setdefault(sheet["lesson"], text) == text, name


@pytest.mark.parametrize("paper", ["worksheet", "key"])
def test_files_keep_to_the_schemas_that_ship(built: Path, paper: str) -> None:
    schema = json.loads((SCHEMAS / f"{paper}.schema.json").read_text("utf-8"))
    assert "draft-07" in schema["$schema"]
    checker = jsonschema.Draft7Validator(schema)
    for _, sheet, key in forms(built):
        checker.validate(sheet if paper == "worksheet" else key)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value


def test_nothing_of_the_key_stands_in_a_students_file(built: Path) -> None:
    """Rationales, misreadings, rubrics and samples are whole sentences that only a key can hold."""
    checked = 0
    for name, sheet, key in forms(built):
        student = json.dumps(sheet, ensure_ascii=False)
        for item in key["items"]:
            secret = [
                item["rationale"],
                item["marking"],
                *item["misreadings"].values(),
                *(r["why"] for r in item["reject"]),
                *(level[part] for level in item["rubric"] for part in ("names", "sample")),
            ]
            for text in _words(secret):
                if len(text) > 12:
                    assert text not in student, f"{name} {item['id']}: {text}"
                    checked += 1
        for field in ("rationale", "misreadings", "rubric", "evidence", "answer", "correct", "brief"):
            assert f'"{field}":' not in student, f"{name}: {field}"
    assert checked > 100
