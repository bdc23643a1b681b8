"""CONTRIBUTING shows four changes word by word: each works as it stands there, and touches what the table says."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.load.project import bundled_root

ROOT = bundled_root()
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
COPIED = ("generator", "lessons", "source_texts", "templates", "tests/exercises", "tests/conftest.py")
FENCED = re.compile(r"```(\w+)\n(.*?)```", re.S)


@dataclass(frozen=True)
class Edit:
    """What CONTRIBUTING puts into one file: a whole new text, or lines instead of others."""

    file: str
    old: str | None
    new: str


def section(title: str) -> str:
    """The part of CONTRIBUTING under a heading of the worked examples."""
    _, _, rest = CONTRIBUTING.partition(f"\n#### {title}\n")
    assert rest, title
    return re.split(r"^#{2,4} ", rest, maxsplit=1, flags=re.M)[0]


def edits(title: str) -> Iterator[Edit]:
    """The changes of a worked example. A block is for the file that is named last in front of it."""
    text, file = section(title), ""
    end = 0
    for block in FENCED.finditer(text):
        named = re.findall(r"`([\w./<>-]+/[\w.-]+)`", text[end : block.start()])
        file, end = (named[-1] if named else file), block.end()
        assert file, block[0]
        if block[1] != "diff":
            yield Edit(file, None, block[2])
            continue
        lines = block[2].splitlines()
        assert all(line[:1] in "+- " for line in lines)
        yield Edit(
            file,
            "\n".join(line[1:] for line in lines if line[:1] != "+"),
            "\n".join(line[1:] for line in lines if line[:1] != "-"),
        )


def apply(edit: Edit, root: Path) -> None:
    path = root / edit.file
    if edit.old is None:
        assert not path.exists(), f"{edit.file} is there already"
        path.write_text(edit.new, "utf-8")
        return
    text = path.read_text("utf-8")
    assert text.count(edit.old) == 1, f"{edit.file} holds {text.count(edit.old)} times: {edit.old}"
    path.write_text(text.replace(edit.old, edit.new), "utf-8")


class Copy:
    """A copy of the project, and the program as it stands there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                # Times are kept, so what is compiled already need not be compiled again. What another process is
                # just compiling has such a name, and may be gone before it is copied.
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("*.pyc.*"))
            else:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, root / name)
        shutil.copy2(ROOT / "pyproject.toml", root)
        self.before = self.files()

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *words],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *words: str) -> str:
        """What the program prints. Fails where it ends with anything but 0."""
        done = self.python("generator", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and not {"__pycache__", "build", ".pytest_cache"} & set(path.parts)
        }

    def touched(self) -> set[str]:
        """Files that are new, gone or others than at first."""
        after = self.files()
        return {name for name in {*self.before, *after} if self.before.get(name) != after.get(name)}

    def sheets(self, lesson: str) -> list[dict[str, Any]]:
        """The worksheets of a lesson, built as JSON."""
        self.run("build", lesson, "--format", "json", "--out", "build")
        found = sorted((self.root / "build").rglob(f"{lesson}-*-worksheet.json"))
        assert found
        return [json.loads(path.read_text("utf-8")) for path in found]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "copy")


def row(change: str) -> tuple[list[str], list[str]]:
    """The files that the table names for a change, as expressions: those always touched, and those that may be."""
    (cell,) = re.findall(rf"^\| {re.escape(change)} \| (.*?) \|", CONTRIBUTING, re.M)
    always, _, perhaps = cell.partition("; where ")
    return _expressions(always), _expressions(perhaps)


def _expressions(cell: str) -> list[str]:
    names = [name for name in re.findall(r"`([^`]+)`", cell) if "/" in name]
    return [re.sub(r"<[a-z]+>", r"[a-z][\\w-]*", re.escape(name)) for name in names]


def as_the_table_says(change: str, touched: set[str]) -> None:
    """The row names every file that changed, and what it always names has changed: one file each."""
    always, perhaps = row(change)
    assert always
    fits = {name: [e for e in (*always, *perhaps) if re.fullmatch(e, name)] for name in touched}
    assert all(len(found) == 1 for found in fits.values()), fits
    used = [found[0] for found in fits.values()]
    assert len(used) == len(set(used)), fits
    assert set(always) <= set(used), fits


def shown(sheets: list[dict[str, Any]], part: str) -> str:
    """One part of all sheets, as text."""
    return json.dumps([sheet[part] for sheet in sheets], ensure_ascii=False)


# -- the four changes ------------------------------------------------------------------------------


def test_one_prompt(copy: Copy) -> None:
    (edit,) = edits("One prompt")
    assert edit.old is not None
    old, new = (text.partition(": ")[2] for text in (edit.old, edit.new))
    before = shown(copy.sheets("storm-night"), "items")
    assert new not in before
    apply(edit, copy.root)
    after = shown(copy.sheets("storm-night"), "items")
    assert new in after
    assert after.replace(new, old) == before
    as_the_table_says("new wording of a prompt", copy.touched())
    assert copy.touched() == {edit.file}


def test_one_sentence_of_a_passage(copy: Copy) -> None:
    copy.run("sign", "storm-night", "--by", "Kim Alder", "--on", "2025-03-10")
    copy.before = copy.files()
    passage, notes = edits("One sentence of a passage")
    apply(passage, copy.root)
    told = copy.python("generator", "check", "storm-night").stdout
    lines = section("One sentence of a passage").splitlines()
    promised = [line.strip() for line in lines if " error SS310: " in line]
    assert promised
    assert told.count(" error ") == len(promised)
    for line in promised:
        # Where the note stands moves with every note in front of it.
        assert re.sub(r":\d+:\d+:", ":", line) in re.sub(r":\d+:\d+:", ":", told)

    apply(notes, copy.root)
    (void,) = (line for line in copy.run("check", "storm-night").splitlines() if "SS46" in line)
    assert void.startswith(notes.file)
    assert "SS466: the passage and the notes have changed since Kim Alder read them" in void
    texts = re.findall(r'"text": "([^"]*)"', shown(copy.sheets("storm-night")[:1], "passages"))
    assert passage.new in " ".join(texts)
    as_the_table_says("a sentence of a passage", copy.touched())
    assert copy.touched() == {passage.file, notes.file}

    assert copy.run("sign", "storm-night").split() == [notes.file]
    assert "SS46" not in copy.run("check", "storm-night")
    assert copy.touched() == {passage.file, notes.file}


def test_one_new_lesson(copy: Copy) -> None:
    (edit,) = edits("One new lesson")
    name = Path(edit.file).stem
    apply(edit, copy.root)
    told = copy.run("check", name)
    assert not re.search(r"^lessons/\S* (error|warning)", told, re.M), told
    assert name in copy.run("list", "lessons")
    sheets = copy.sheets(name)
    assert len(sheets) == 4
    wanted = re.findall(r"type: (\w+)", edit.new)
    assert wanted
    for sheet in sheets:
        assert [item["type"] for item in sheet["items"]] == wanted
    as_the_table_says("a new lesson", copy.touched())
    assert copy.touched() == {edit.file}


def test_one_new_exercise_type(copy: Copy) -> None:
    steps = list(edits("One new exercise type"))
    (module,) = (step for step in steps if step.old is None and step.file.startswith("generator/exercises/"))
    name = Path(module.file).stem
    (lesson,) = edits("One new lesson")
    with_type = lesson.new.replace("    items:\n", f"    items:\n      - {{type: {name}}}\n", 1)
    using = Edit(lesson.file, None, with_type)
    apply(using, copy.root)
    copy.before = copy.files()
    unknown = copy.python("generator", "check", Path(lesson.file).stem)
    assert unknown.returncode == 1
    assert name in unknown.stdout
    for step in steps:
        apply(step, copy.root)

    listed = json.loads(copy.run("list", "exercises", "--json"))["exercises"]
    (entry,) = (kind for kind in listed if kind["name"] == name)
    assert entry["skill"] == "attribution"
    told = copy.run("check", Path(lesson.file).stem)
    assert not re.search(r"^lessons/\S* (error|warning)", told, re.M), told
    for sheet in copy.sheets(Path(lesson.file).stem):
        (item,) = (i for i in sheet["items"] if i["type"] == name)
        assert len(item["response"]["options"]) == 4
    assert "Answer key" in copy.run("example", name)
    (test,) = (step.file for step in steps if step.file.startswith("tests/"))
    done = copy.python("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", test)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout

    as_the_table_says("a new exercise type", copy.touched())
    assert copy.touched() == {step.file for step in steps}


def test_the_type_shown_is_written_as_all_code_is(copy: Copy) -> None:
    for step in edits("One new exercise type"):
        apply(step, copy.root)
    files = [step.file for step in edits("One new exercise type") if step.file.endswith(".py")]
    for words in (("check",), ("format", "--check")):
        done = copy.python("ruff", *words, "--no-cache", *files)
        assert done.returncode == 0, done.stdout + done.stderr
