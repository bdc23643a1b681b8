"""The bad examples beside this file: the good project with one thing spoilt, and where that must be told.

`bad/<CODE>.txt` holds one case, or several between lines of `====`. A line `@ path` names a file of the
project `good/`; under it, a block of `- ` lines (words that stand there exactly once) is replaced by the
block of `+ ` lines after it. Indentation of the first line of a block is left to the file. The sign ⟦
marks the place where the problem must be told, and is taken out; `at path:line:col` names a place that has
no such sign. `also SS404` names codes that come with it.

`bad/<CODE>/` holds whole files that are put over the project; `expect.txt` in it has all the lines above.
What stands in a file may be told by its ending: `.hex` bytes, `.times` a number and the text to repeat,
`.copy` a file of the project, `.link` where a link leads.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GOOD, BAD = HERE / "good", HERE / "bad"
MARK = "⟦"

Spot = tuple[str, int, int]


@dataclass
class Example:
    """A way to spoil the project, and where `code` must then be told."""

    code: str
    name: str
    edits: list[tuple[str, str, str]] = field(default_factory=list)
    folder: Path | None = None
    also: set[str] = field(default_factory=set)
    spots: set[Spot] = field(default_factory=set)

    def spoil(self, project: Path) -> set[Spot]:
        """Spoils a copy of the good project; the places where the code must be told."""
        spots = set(self.spots)
        touched = {}
        for file, old, new in self.edits:
            text = touched.get(file) or (project / file).read_text("utf-8")
            count = text.count(old)
            assert count == 1, f"{self.name}: {old!r} stands {count} times in {file}"
            touched[file] = text.replace(old, new)
        for file, text in touched.items():
            while MARK in text:
                before, text = text.split(MARK, 1)
                spots.add((file, before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]) + 1))
                text = before + text
            (project / file).write_text(text, "utf-8")
        for source in sorted(self.folder.rglob("*")) if self.folder else ():
            target = project / source.relative_to(self.folder or BAD)
            if source.is_dir() or source.name == "expect.txt":
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            plain = target.with_suffix("")
            if source.suffix == ".hex":
                plain.write_bytes(bytes.fromhex(source.read_text("ascii")))
            elif source.suffix == ".times":
                count, _, text = source.read_text("utf-8").partition("\n")
                plain.write_text(text * int(count), "utf-8")
            elif source.suffix == ".copy":
                shutil.copyfile(project / source.read_text("utf-8").strip(), plain)
            elif source.suffix == ".link":
                plain.symlink_to(source.read_text("utf-8").strip())
            else:
                shutil.copyfile(source, target)
        return spots


def examples() -> Iterator[Example]:
    """Every bad example, by code."""
    for path in sorted(BAD.iterdir()):
        if path.is_dir():
            example = _case(path.name, path.name, (path / "expect.txt").read_text("utf-8"))
            example.folder = path
            yield example
        else:
            cases = re.split(r"^====\n", path.read_text("utf-8"), flags=re.M)
            for number, case in enumerate(cases, start=1):
                yield _case(path.stem, f"{path.stem}-{number}", case)


def _case(code: str, name: str, text: str) -> Example:
    example = Example(code, name)
    file, old, new = "", [], []

    def close() -> None:
        if old:
            example.edits.append((file, "\n".join(old), "\n".join(new)))
        old.clear()
        new.clear()

    for line in text.splitlines():
        if line.startswith(("@ ", "- ")) and new:
            close()
        if line.startswith("@ "):
            file = line[2:]
        elif line.startswith("- "):
            old.append(line[2:])
        elif line.startswith("+ "):
            new.append(line[2:])
        else:
            _expect(example, line)
    close()
    return example


def _expect(example: Example, line: str) -> None:
    word, _, rest = line.partition(" ")
    if word == "also":
        example.also |= set(rest.split())
    elif word == "at":
        file, number, col = rest.rsplit(":", 2)
        example.spots.add((file, int(number), int(col)))
    else:
        raise AssertionError(f"{example.name}: what is {line!r}?")


def copy_of_good(folder: Path) -> Path:
    """The good project, copied into a folder."""
    return Path(shutil.copytree(GOOD, folder / "project"))


def run_check(project: Path, *words: str) -> tuple[int, str]:
    """Exit code and output of `secondsource check` in a folder, run in this process."""
    from generator.cli import main

    before, out = Path.cwd(), StringIO()
    os.chdir(project)
    try:
        with redirect_stdout(out):
            code = main(["check", *words])
    finally:
        os.chdir(before)
    return code, out.getvalue()


def problems(project: Path) -> list[dict[str, Any]]:
    """Every problem that `secondsource check --format json` tells of the files in a folder."""
    code, out = run_check(project, "--format", "json")
    assert code in (0, 1), out
    found: list[dict[str, Any]] = json.loads(out)
    inside = os.path.normpath(project)
    return [p for p in found if os.path.normpath(project / p["file"]).startswith(inside + os.sep)]
