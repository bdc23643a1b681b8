"""A name -> commented starting files for a report, a dossier or a lesson."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, did_you_mean, one_of, prog, say

if TYPE_CHECKING:
    from generator.load.project import Project

SUMMARY = "a commented starting file for a report, a dossier or a lesson"

LABELS = "ABCD"
DOSSIER_FILES = ("dossier.yaml", "report-a.md", "report-a.notes.yaml", "report-b.md", "report-b.notes.yaml")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", type=one_of("report", "dossier", "lesson"), metavar="WHAT", help=_WHAT)
    parser.add_argument("name", metavar="NAME", help="small letters, digits, hyphens; for a report DOSSIER/NAME")
    parser.add_argument("--dossier", metavar="DOSSIER", help="for a lesson: the dossier whose reports are read")


_WHAT = "dossier: two reports on one event, with notes; report: one more for a dossier; lesson: a lesson on one"


def run(args: argparse.Namespace) -> int:
    from generator.load.project import open_project

    if args.dossier is not None and args.what != "lesson":
        raise GiveUp("--dossier is for lessons alone", f"see '{prog()} new --help'")
    project = open_project(Path.cwd())
    if args.what == "dossier":
        _dossier(project, args.name)
    elif args.what == "report":
        _report(project, args.name)
    else:
        _lesson(project, args.name, args.dossier)
    if not (project.root / "templates" / "schemas").is_dir():
        say(f"So that an editor completes and checks the files: {prog()} schema --out templates/schemas")
    return FINE


def _dossier(project: "Project", name: str) -> None:
    from generator.cli._scaffold import checked_name

    folder = project.root / "source_texts" / checked_name(name)
    if folder.exists():
        raise GiveUp(f"source_texts/{name} is there already; nothing was written", "choose another name", PROBLEMS)
    _mention_hidden("dossier", name, project.dossiers())
    _write(dossier_files(project, folder))
    say(f"Replace the example by your own reports and notes. Then: {prog()} check")
    say(f"A lesson on it: {prog()} new lesson {name} --dossier {name}")


def dossier_files(project: "Project", folder: Path) -> dict[Path, str]:
    """The files of a starting dossier in this folder."""
    from generator.cli._scaffold import scaffold

    return {folder / file: scaffold(project, f"dossier/{file}") for file in DOSSIER_FILES}


def _report(project: "Project", path: str) -> None:
    from generator.cli._scaffold import checked_name, scaffold

    dossier, slash, name = path.partition("/")
    if not slash:
        raise GiveUp(
            f"'{path}' names no dossier: write DOSSIER/NAME",
            f"for example: {prog()} new report footbridge/{path}",
        )
    folder = project.root / "source_texts" / checked_name(dossier)
    checked_name(name)
    if not (folder / "dossier.yaml").is_file():
        known = project.dossiers()
        own = [n for n, where in known.items() if where.parent == folder.parent]
        hint = did_you_mean(dossier, own) or f"make it: {prog()} new dossier {dossier}"
        if dossier in known:
            hint = f"the one that comes with secondsource stays as it is; copy it here first: {known[dossier]}"
        raise GiveUp(f"there is no dossier '{dossier}' in source_texts/", hint, PROBLEMS)
    files = (("report.md", f"{name}.md"), ("report.notes.yaml", f"{name}.notes.yaml"))
    _write({folder / to: scaffold(project, file, name=name) for file, to in files})
    label = _free_label(project, dossier)
    if label is None:
        say(f"{dossier} has four reports already, as many as a dossier can hold; put {name} in place of one.")
    else:
        say(
            f"Then add to source_texts/{dossier}/dossier.yaml:\n"
            f"  reports    {label}: {name}\n"
            f"  claims     {label}: absent           or its quote and standing, in each claim\n"
            f"  gaps       {label}: not-mentioned    or what it says, in each gap\n"
            f"  relations  every pair, in each claim: {{AB: conflict, A{label}: agree, B{label}: conflict}}\n"
            f"  origins    a node for its outlet, with `report: {label}`"
        )


def _free_label(project: "Project", dossier: str) -> str | None:
    """The next label that the dossier has no report for; None where all are taken."""
    from generator.load.content import load_dossier

    file = load_dossier(project, dossier).file
    taken = set(file.reports) if file is not None else {"A", "B"}
    return next((label for label in LABELS if label not in taken), None)


def _lesson(project: "Project", name: str, dossier: str | None) -> None:
    from generator.cli._scaffold import checked_name

    checked_name(name)
    known = project.dossiers()
    if dossier is None:
        raise GiveUp("a lesson needs --dossier", f"there are: {', '.join(known)}" if known else "")
    if dossier not in known:
        hint = did_you_mean(dossier, known) or f"make it: {prog()} new dossier {dossier}"
        raise GiveUp(f"there is no dossier '{dossier}'", hint, PROBLEMS)
    _mention_hidden("lesson", name, project.lessons().keys() - set(project.own_lessons()))
    _write({project.root / "lessons" / f"{name}.yaml": lesson_text(project, name, dossier)})
    say(f"Change what you like. Then: {prog()} build {name}")


def lesson_text(project: "Project", name: str, dossier: str) -> str:
    """A lesson on the dossier that asks for no more than its notes can give."""
    from generator.cli._scaffold import scaffold
    from generator.cli._starting_lesson import UNTRIED, plan
    from generator.load.content import load_dossier
    from generator.load.prompts import load_prompts

    loaded = load_dossier(project, dossier)
    readable = loaded.dossier
    prompts = load_prompts(project, loaded.file.language if loaded.file else "en")
    wanted = plan(name, readable, prompts) if readable else UNTRIED
    words = prompts.of("common")
    told = ("step.open", "step.read", "step.work", "expect.misreading", "expect.ask", "discuss")
    return scaffold(
        project,
        "lesson.yaml",
        name=name,
        title=_quoted(loaded.file.title if loaded.file else name),
        dossier=dossier,
        minutes=str(wanted.minutes),
        reading=str(wanted.reading),
        working=str(wanted.working),
        goals="\n".join(f"  - {_quoted(words.say(f'new.goal.{skill}'))}" for skill in wanted.picks),
        sections="\n".join(f"  - skill: {skill}\n    pick: {{items: {n}}}" for skill, n in wanted.picks.items()),
        prog=prog(),
        **{key: _quoted(words.say(f"new.{key}")) for key in told},
    )


def _mention_hidden(what: str, name: str, known: Collection[str]) -> None:
    if name in known:
        say(f"A {what} '{name}' comes with secondsource; yours takes its place in this folder.")


def _quoted(text: str) -> str:
    """The text as a YAML scalar."""
    import json

    return json.dumps(text, ensure_ascii=False)


def _write(files: dict[Path, str]) -> None:
    from generator.cli._scaffold import shown, write_new

    for path in write_new(files):
        print(shown(path))
