"""Project -> what is in it: lessons, dossiers and exercise types, for people or as JSON."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli._frame import FINE, one_of, prog, table

if TYPE_CHECKING:
    from generator.load.project import Project

SUMMARY = "the lessons, the dossiers and the kinds of exercises there are"

KINDS = ("lessons", "dossiers", "exercises")

Row = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="?", type=one_of(*KINDS), metavar="WHAT", help=f"one of {', '.join(KINDS)}; left out, all"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    kinds = (args.what,) if args.what else KINDS
    found = {
        kind: {"lessons": lessons, "dossiers": dossiers, "exercises": exercises}[kind](project) for kind in kinds
    }
    if args.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return FINE
    show = {"lessons": _show_lessons, "dossiers": _show_dossiers, "exercises": _show_exercises}
    for number, kind in enumerate(kinds):
        if len(kinds) > 1:
            print(f"{'' if number == 0 else chr(10)}{kind.upper()}")
        print(show[kind](found[kind]))
    return FINE


# -- values ----------------------------------------------------------------------------------------


def lessons(project: "Project") -> list[Row]:
    """Every lesson, by name; of one that cannot be read only the name, the origin and `readable: false`."""
    from generator.load.content import load_lesson

    own = frozenset(project.own_lessons())
    rows = []
    for name in project.lessons():
        row: Row = {"name": name, "origin": "own" if name in own else "bundled", "readable": False}
        lesson = load_lesson(project, name).lesson
        if lesson is not None:
            file = lesson.file
            row |= {
                "readable": True,
                "title": file.title,
                "dossier": file.dossier,
                "grades": file.level.grades,
                "minutes": file.minutes,
                "skills": [section.skill for section in file.sections],
                "items": sum(len(s.items) + (s.pick.items if s.pick else 0) for s in file.sections),
                "variants": list(file.variants),
                "lanes": list(file.lanes),
            }
        rows.append(row)
    return rows


def dossiers(project: "Project") -> list[Row]:
    """Every dossier, by name; of one that cannot be read only the name, the origin and `readable: false`."""
    from generator.load.content import load_dossier

    rows = []
    for name, folder in project.dossiers().items():
        own = folder.resolve().is_relative_to(project.root.resolve())
        row: Row = {"name": name, "origin": "own" if own else "bundled", "readable": False}
        dossier = load_dossier(project, name).dossier
        if dossier is not None:
            row |= {
                "readable": True,
                "title": dossier.title,
                "language": dossier.language,
                "reports": {label: p.name for label, p in dossier.passages.items()},
                "words": sum(p.words for p in dossier.passages.values()),
                "attributions": len(dossier.attributions),
                "markers": len(dossier.markers),
                "wording": len(dossier.wording),
                "claims": len(dossier.claims),
                "reviewed": dossier.reviewed,
            }
        rows.append(row)
    return rows


def exercises(project: "Project") -> list[Row]:
    """Every exercise type, by skill and name: what it practises and needs, and what it makes in every lane."""
    from generator.build.catalogue import ordered_types, specimens

    return [
        {
            "name": shown.name,
            "title": shown.title,
            "skill": shown.skill,
            "kind": shown.kind,
            "difficulty": shown.difficulty,
            "practises": shown.practises,
            "needs": shown.needs,
            "example": shown.example,
            "dossier": shown.dossier,
            "lanes": {s.lane: {"minutes": s.minutes, "points": s.question.points} for s in shown.lanes},
        }
        for shown in specimens(project, ordered_types())
    ]


# -- for people ------------------------------------------------------------------------------------


def _show_lessons(rows: list[Row]) -> str:
    if not rows:
        return f"  none yet; to start one: {prog()} init my-lessons"
    told = [
        {**row, "variants": " ".join(row["variants"]), "lanes": " ".join(row["lanes"])} if row["readable"] else row
        for row in rows
    ]
    head = ("name", "title", "dossier", "grades", "minutes", "items", "variants", "lanes", "origin")
    return table(head, [_cells(row, head) for row in told])


def _show_dossiers(rows: list[Row]) -> str:
    if not rows:
        return f"  none yet; to start one: {prog()} new dossier NAME"
    told = [
        {
            **row,
            "reports": " ".join(f"{label}:{name}" for label, name in row["reports"].items()),
            "notes": "reviewed" if row["reviewed"] else "draft",
        }
        if row["readable"]
        else row
        for row in rows
    ]
    head = ("name", "title", "reports", "words", "claims", "attributions", "notes", "origin")
    return table(head, [_cells(row, head) for row in told])


def _cells(row: Row, head: Sequence[str]) -> list[object]:
    if row["readable"]:
        return [row[key] for key in head]
    return [row["name"], f"cannot be read; see {prog()} check", *[""] * (len(head) - 3), row["origin"]]


def _show_exercises(rows: list[Row]) -> str:
    lines = []
    for skill in dict.fromkeys(row["skill"] for row in rows):
        lines.append(f"  {skill}")
        for row in (row for row in rows if row["skill"] == skill):
            step = {1: "locate", 2: "interpret", 3: "judge"}[row["difficulty"]]
            times = ", ".join(f"{lane} {told['minutes']:g}" for lane, told in row["lanes"].items())
            lines.append(f"    {row['name']:<28} {row['kind']}, {step}" + (f"; minutes: {times}" if times else ""))
            lines.append(f"        {row['practises']}")
            lines.append(f"        Needs: {row['needs']}")
            lines.append(f"        Example: {row['example']}")
    return "\n".join(lines) if lines else "  none"
