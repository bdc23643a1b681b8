"""`secondsource coverage`: lessons by skill, exercise type, level, standard and minutes; a table and a picture."""

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, USAGE, GiveUp, did_you_mean, prog, say, table

if TYPE_CHECKING:
    from generator.build.coverage import Coverage
    from generator.load.project import Project
    from generator.load.standards import Standards
    from generator.model.vocabulary import Skill

SUMMARY = "what the lessons practise: skills, exercise types, levels, standards, minutes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="only these (default: all)")
    parser.add_argument("--json", action="store_true", help="the same as JSON")
    parser.add_argument("--out", metavar="FILE.svg", help="write the picture there, too")


def run(args: argparse.Namespace) -> int:
    from generator.build.coverage import survey
    from generator.load.project import open_project
    from generator.load.standards import load_standards

    project = open_project(Path.cwd())
    known = project.lessons()
    for name in args.lessons:
        if name not in known:
            raise GiveUp(
                f"there is no lesson '{name}'", did_you_mean(name, known) or f"see '{prog()} list lessons'"
            )
    if args.out is not None and not args.out.endswith(".svg"):
        raise GiveUp("--out wants the name of an .svg file", code=USAGE)
    standards = load_standards(project)
    found, broken = survey(project, args.lessons or tuple(known), standards)
    if args.json:
        print(json.dumps({"lessons": [dataclasses.asdict(c) for c in found]}, indent=2, ensure_ascii=False))
    else:
        print(_told(found, standards))
    if args.out is not None:
        _draw(project, found, Path(args.out))
        say(args.out)
    for name in broken:
        say(f"{name}: cannot be assembled; see {prog()} check {name}")
    return PROBLEMS if broken else FINE


def _told(found: list["Coverage"], standards: "Standards") -> str:
    from generator.exercises import EXERCISES
    from generator.model.vocabulary import SKILLS

    def minutes(skill: "Skill", of: Sequence["Coverage"]) -> float:
        return round(sum(c.by_skill[skill] for c in of), 1)

    rows: list[list[object]] = [
        [
            name,
            grades,
            sum(c.minutes for c in of),
            sum(c.items for c in of),
            *(minutes(skill, of) for skill in SKILLS),
            len({type_ for c in of for type_ in c.types}),
            len({code for c in of for code in c.names}),
        ]
        for name, grades, of in (*((c.lesson, c.grades, [c]) for c in found), ("all", "", found))
    ]
    head = ["lesson", "grades", "minutes", "items", *SKILLS, "types", "standards"]
    parts = ["Minutes of items by skill (first variant, core lane)", table(head, rows), "", "Exercise types"]
    for skill in SKILLS:
        of_skill = [name for name, kind in EXERCISES.items() if kind.skill == skill]
        parts.append(table([skill, "lessons"], [[name, sum(name in c.types for c in found)] for name in of_skill]))
    parts += ["", "Standards: lessons that name them, and lessons that practise them"]
    named = [
        [code, s.grades, sum(code in c.names for c in found), sum(code in c.supports for c in found), s.says]
        for code, s in standards.standards.items()
    ]
    parts.append(table(["code", "grades", "named", "practised", "asks for"], named))
    return "\n".join(parts)


def _draw(project: "Project", found: list["Coverage"], path: Path) -> None:
    from generator.build.ledger import write_whole
    from generator.exercises import EXERCISES
    from generator.load.prompts import load_prompts
    from generator.render.pages import Pages

    pages = Pages(project.template_dirs(), load_prompts(project, "en").ui)
    types = {name: kind.skill for name, kind in EXERCISES.items()}
    write_whole(path, pages.coverage([dataclasses.asdict(c) for c in found], types).encode())
