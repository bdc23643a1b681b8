"""`secondsource mark`: what students handed in -> marks, and the open answers for the teacher to judge."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, say

if TYPE_CHECKING:
    from generator.load.project import Project
    from generator.responses import Marked, Sheets

SUMMARY = "mark what students handed in: filled-in PDF forms and answers exported by the browser"


@dataclass(frozen=True)
class HandIn:
    """A file and what came of it: a student's marks, or the problem that it has."""

    file: Path
    source: str = ""
    marked: "Marked | None" = None
    remarks: tuple[tuple[str, str], ...] = ()
    problem: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a form, an answers file, or a folder of them")
    parser.add_argument("--json", action="store_true", help="say everything as JSON")
    parser.add_argument("--csv", metavar="FILE", help="write a table for a spreadsheet, one student a row")
    parser.add_argument("--force", action="store_true", help="write the table over a file that is there")
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="KEY.json",
        help="the key of an earlier build, its worksheet beside it; for sheets made before the lesson changed",
    )


def run(args: argparse.Namespace) -> int:
    """Marks. Returns 0, 1 where a file could not be marked, 2 for wrong words."""
    from generator.cli import _marks
    from generator.load.project import open_project
    from generator.responses import Sheets, SheetsError
    from generator.responses.sheets import load_built

    table = Path(args.csv) if args.csv else None
    if table is not None and table.exists() and not args.force:
        raise GiveUp(f"{table} is there already", "name another file, or add --force")
    project = open_project(Path.cwd())
    try:
        sheets = Sheets(project, [load_built(Path(name)) for name in args.key])
    except SheetsError as problem:
        raise GiveUp(str(problem), problem.hint) from None
    handed = [_marked(file, project, sheets) for file in _files(args.files)]
    if not handed:
        raise GiveUp("there is nothing to mark in these folders", "give forms (PDF) or answers files (JSON)")
    if args.json:
        print(_marks.as_json(handed))
    else:
        print(_marks.as_text(handed), end="")
    for each in handed:
        if each.problem:
            say(f"{each.file}: {each.problem}")
    for folder in map(Path, args.files):
        others = _others(folder)
        if others:
            say(f"{folder}: neither PDF nor JSON, so not read: {', '.join(others)}")
    failed = sum(1 for each in handed if each.problem)
    if failed:
        say(f"{len(handed) - failed} of {len(handed)} files marked")
    if table is not None:
        from generator.build.ledger import write_whole

        write_whole(table, _marks.as_csv(handed))
        say(f"{table}: written")
    return PROBLEMS if failed else FINE


def _files(names: Sequence[str]) -> list[Path]:
    """The files named, and those in the folders named, each once."""
    found: list[Path] = []
    for path in map(Path, names):
        inside = (
            sorted(p for p in path.iterdir() if p.suffix.lower() in (".pdf", ".json")) if path.is_dir() else [path]
        )
        found += [p for p in inside if p not in found]
    return found


def _others(folder: Path) -> list[str]:
    """Names of files in a folder that may be a student's and cannot be read; hidden ones are nobody's."""
    if not folder.is_dir():
        return []
    files = (p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    return sorted(p.name for p in files if p.suffix.lower() not in (".pdf", ".json"))


def _marked(file: Path, project: "Project", sheets: "Sheets") -> HandIn:
    from generator.load.language import load_grammar
    from generator.responses import SheetsError, Unreadable, marked, read, settled

    try:
        handed = read(file)
        sheet, key = sheets.of(handed.head.form_id)
    except Unreadable as problem:
        return HandIn(file, problem=str(problem))
    except SheetsError as problem:
        return HandIn(file, problem=f"{problem}" + (f"\n  {problem.hint}" if problem.hint else ""))
    fit = settled(handed, sheet, key)
    grammar = load_grammar(project, sheet.language)
    return HandIn(file, handed.source, marked(fit.responses, sheet, key, grammar), fit.remarks)
