"""`secondsource mark`: a class set in one call, whatever lies among it."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.cli._columns import wide
from tests.responses import desk

LESSON = "footbridge"


def answers(
    name: str, part: float = 1.0, lesson: str = LESSON, lane: str = "core", **changes: Any
) -> dict[str, Any]:
    """What the browser exports for a student who has answered that part of the sheet, all of it rightly."""
    sheet, key = desk.papers(lesson, lane)
    full = list(desk.full(sheet, key).items())
    return {
        "format": "secondsource-answers",
        "version": 1,
        "form_id": sheet.form_id,
        "lesson": lesson,
        "title": sheet.title,
        "language": sheet.language,
        "name": name,
        "class": "8b",
        "date": "2026-11-20",
        "answers": dict(full[: round(part * len(full))]),
        **changes,
    }


def hand_in(folder: Path, name: str, **words: Any) -> Path:
    file = folder / f"{name}.json"
    file.write_text(json.dumps(answers(name, **words)), "utf-8")
    return file


def snapshot(folder: Path) -> set[Path]:
    return {p for p in folder.rglob("*") if p.is_file()}


def test_a_class_set_with_bad_files_among_it(cli, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for n in range(26):
        hand_in(folder, f"Student {n:02}", part=n / 25)
    sheet, key = desk.papers(LESSON)
    form = desk.form(LESSON)
    for name in ("Ann", "Zoë"):
        values = desk.all_values(sheet, key, desk.full(sheet, key))
        (folder / f"{name}.pdf").write_bytes(desk.fill(form, {**values, "_student.name": name}))
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "shopping.json").write_text("{}", "utf-8")
    before = snapshot(tmp_path)
    done = cli("mark", str(folder), "--json")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "empty.pdf: it is empty" in done.stderr
    assert "shopping.json: it is JSON, but not answers" in done.stderr
    found = {Path(sheet["file"]).stem: sheet for sheet in json.loads(done.stdout)["sheets"]}
    assert len(found) == 30
    assert {name for name, sheet in found.items() if "problem" in sheet} == {"empty", "shopping"}
    assert found["Zoë"]["source"] == "form"
    assert found["Zoë"]["marks"] == found["Zoë"]["points"] == found["Student 25"]["marks"]
    marks = [found[f"Student {n:02}"]["marks"] for n in range(26)]
    assert marks == sorted(marks)
    assert marks[0] == 0
    assert snapshot(tmp_path) == before


def test_the_table_names_students_items_totals_and_what_is_left_to_judge(cli, tmp_path: Path) -> None:
    sheet, key = desk.papers(LESSON)
    done = cli("mark", *map(str, [hand_in(tmp_path, "Ann"), hand_in(tmp_path, "Bo", part=0.2)]))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == f"{sheet.title} ({sheet.form_id})"
    ann, bo = (next(line.split() for line in lines if line.split()[:1] == [name]) for name in ("Ann", "Bo"))
    by_id = {q.id: q for q in sheet.items}
    order = [by_id[id_] for section in sheet.sections for id_ in section.items]
    cells = ["?" if q.response.kind == "extended-text" else str(q.points) for q in order]
    judged = sum(q.points for q in order if q.response.kind != "extended-text")
    assert ann == ["Ann", "8b", *cells, str(judged), str(sheet.points - judged)]
    out_of = next(line.split() for line in lines if line.startswith("  out of"))
    assert out_of == ["out", "of", *(str(q.points) for q in order), str(judged), str(sheet.points - judged)]
    assert bo[2:5] == cells[:3]
    assert bo[5:-2] == ["–"] * (len(order) - 3)
    essay = next(q for q in order if q.response.kind == "extended-text")
    entry = next(e for e in key.items if e.id == essay.id)
    text = " ".join(done.stdout.split())
    assert essay.prompt in text
    assert " ".join(desk.full(sheet, key)[essay.id].split()) in text
    for level in entry.rubric:
        assert level.names in text


def test_short_answers_that_the_key_does_not_list_are_shown(cli, tmp_path: Path) -> None:
    sheet, _ = desk.papers(LESSON)
    short = next(q for q in sheet.items if q.response.kind == "short-text")
    given = {short.id: {short.response.blanks[0].id: "rather a mess"}}  # type: ignore[union-attr]
    done = cli("mark", str(hand_in(tmp_path, "Ann", answers=given)))
    assert "not in the key" in done.stdout
    _, key = desk.papers(LESSON)
    blank = short.response.blanks[0]  # type: ignore[union-attr]
    model = next(e.answer.blanks[blank.id].model for e in key.items if e.id == short.id)  # type: ignore[union-attr]
    text = " ".join(done.stdout.split())
    assert f"{blank.label} – the key: {model} Ann: rather a mess" in text
    assert "close to the key" not in text


def test_a_slip_of_the_pen_is_shown_as_one_but_a_wrong_number_is_not(cli, tmp_path: Path) -> None:
    sheet, key = desk.papers("helmet-recall")
    answers_ = {e.id: e.answer for e in key.items}
    short = next(q for q in sheet.items if q.response.kind == "short-text" and answers_[q.id].blanks)  # type: ignore[union-attr]
    models = {b: k.model for b, k in answers_[short.id].blanks.items() if len(k.model) > 12}  # type: ignore[union-attr]
    blank, model = next(iter(models.items()))
    for typed, near in ((f"{model[:3]}{model[4:]}", True), (f"{model} 7", False)):
        file = hand_in(tmp_path, "Ann", lesson="helmet-recall", answers={short.id: {blank: typed}})
        text = " ".join(cli("mark", str(file)).stdout.split())
        assert f"Ann: {typed}" in text
        assert ("close to the key" in text) is near


@pytest.mark.parametrize("width", [80, 120])
def test_a_class_of_long_names_in_all_scripts_fits_the_window(
    cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    names = ["Charlotte-Élise Montgomery-Fitzgerald von Hohenberg", "王小明" * 8, "محمد العلي", "Bo"]
    for n, name in enumerate(names):
        (tmp_path / f"{n}.json").write_text(json.dumps(answers(name, lesson="helmet-recall")), "utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = cli("mark", str(tmp_path)).stdout.split("\n\n")[1].splitlines()
    assert len(lines) == len(names) + 2
    assert all(wide(line) <= width for line in lines)
    assert len({wide(line) for line in lines[:-1]}) == 1


def test_one_name_twice_is_told_with_the_files(cli, tmp_path: Path) -> None:
    for file in ("first", "second"):
        (tmp_path / f"{file}.json").write_text(json.dumps(answers("Ann")), "utf-8")
    (tmp_path / "other.json").write_text(json.dumps(answers("Bo")), "utf-8")
    text = " ".join(cli("mark", str(tmp_path)).stdout.split())
    assert "Handed in more than once: Ann (1) is first.json, Ann (2) is second.json" in text
    assert "Bo (" not in text


def test_files_in_a_folder_that_nobody_can_read_are_named(cli, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    hand_in(folder, "Ann")
    (folder / "photo.jpg").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"")
    done = cli("mark", str(folder))
    assert done.returncode == 0
    assert "not read: photo.jpg\n" in done.stderr


def test_the_spreadsheet_holds_all_and_runs_nothing(cli, tmp_path: Path) -> None:
    files = [
        hand_in(tmp_path, "=HYPERLINK(1)"),
        hand_in(tmp_path, "＠SUM(1)"),
        hand_in(tmp_path, "Ann", lesson="huerto-escolar", lane="support"),
        tmp_path / "none.pdf",
    ]
    done = cli("mark", *map(str, files), "--csv", "marks.csv")
    assert done.returncode == 1
    rows = list(csv.DictReader((tmp_path / "marks.csv").read_text("utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == ["'=HYPERLINK(1)", "'＠SUM(1)", "Ann", ""]
    assert rows[0]["marks"] == rows[0]["of"]
    sheet, _ = desk.papers(LESSON)
    for question in sheet.items:
        wanted = "" if question.response.kind == "extended-text" else str(question.points)
        assert rows[0][f"{LESSON}/{question.id}"] == wanted
        assert rows[2][f"{LESSON}/{question.id}"] == ""
    assert "no such file" in rows[3]["problem"]


def test_a_spreadsheet_that_is_there_is_not_written_over(cli, tmp_path: Path) -> None:
    file = hand_in(tmp_path, "Ann")
    (tmp_path / "marks.csv").write_text("mine", "utf-8")
    done = cli("mark", str(file), "--csv", "marks.csv")
    assert (done.returncode, (tmp_path / "marks.csv").read_text("utf-8")) == (2, "mine")
    assert cli("mark", str(file), "--csv", "marks.csv", "--force").returncode == 0
    assert (tmp_path / "marks.csv").read_text("utf-8-sig").startswith("file,")


def test_a_lesson_that_has_changed_is_told_and_the_old_key_marks(cli, mine: Path) -> None:
    assert (
        cli("build", "starter", "--lane", "core", "--variant", "A", "--format", "json", cwd=mine).returncode == 0
    )
    folder = mine / "build" / "starter"
    kept = mine / "kept"
    shutil.copytree(folder, kept)
    sheet = json.loads(next(kept.glob("*-core-A-worksheet.json")).read_text("utf-8"))
    own = {"form_id": sheet["form_id"], "lesson": "starter", "title": sheet["title"]}
    given = {**answers("Ann", answers={}), **own}
    (mine / "ann.json").write_text(json.dumps(given), "utf-8")
    assert cli("mark", "ann.json", cwd=mine).returncode == 0
    lesson = mine / "lessons" / "starter.yaml"
    text = lesson.read_text("utf-8")
    changed = text.replace("title: ", "title: New ", 1)
    assert changed != text
    lesson.write_text(changed, "utf-8")
    done = cli("mark", "ann.json", cwd=mine)
    assert done.returncode == 1
    assert "has changed since this sheet was made" in done.stderr
    assert "--key" in done.stderr
    key = next(kept.glob("*-core-A-key.json")).relative_to(mine)
    done = cli("mark", "ann.json", "--key", str(key), cwd=mine)
    assert done.returncode == 0, done.stderr
    assert sheet["form_id"] in done.stdout


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"form_id": "nowhere-core-A-123ABC"}, "the lesson 'nowhere', which is not here"),
        ({"form_id": "whatever"}, "is not the id of a form"),
        ({"form_id": "footbridge-core-ZZZZ-123ABC"}, "has changed since"),
    ],
)
def test_a_form_of_no_lesson_is_told(cli, tmp_path: Path, changes: dict[str, str], words: str) -> None:
    done = cli("mark", str(hand_in(tmp_path, "Ann", **changes)))
    assert done.returncode == 1
    assert words in " ".join(done.stderr.split())
    assert done.stdout == ""


def test_wrong_keys_and_empty_folders_are_wrong_usage(cli, tmp_path: Path) -> None:
    file = str(hand_in(tmp_path, "Ann"))
    for key in ("none-key.json", "key.txt"):
        done = cli("mark", file, "--key", key)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    (tmp_path / "a-key.json").write_text("{}", "utf-8")
    (tmp_path / "a-worksheet.json").write_text("{}", "utf-8")
    assert "not a key" in cli("mark", file, "--key", "a-key.json").stderr
    (tmp_path / "nothing").mkdir()
    assert cli("mark", "nothing").returncode == 2
