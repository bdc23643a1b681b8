"""`secondsource example`: an exercise type -> a worked item of it with its key; all of them -> a catalogue."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, cores, did_you_mean, one_of, prog, say

if TYPE_CHECKING:
    from generator.load.project import Project

SUMMARY = "show an exercise type at work, with its key; or write a catalogue of all types"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("types", nargs="*", metavar="TYPE", help=f"exercise types (see '{prog()} list exercises')")
    parser.add_argument(
        "--lane", type=one_of("support", "core", "extension"), default="core", help="for the text (default: core)"
    )
    parser.add_argument("--language", default="en", metavar="XX", help="two letters (default: en)")
    parser.add_argument("--out", metavar="DIR", help="write pages with pictures there; without TYPE, of all types")


def run(args: argparse.Namespace) -> int:
    from generator.build.catalogue import ordered_types
    from generator.load.project import open_project

    known = ordered_types()
    names = [word.replace("-", "_") for word in args.types]
    for word, name in zip(args.types, names, strict=True):
        if name not in known:
            raise GiveUp(
                f"there is no exercise type '{word}'",
                did_you_mean(name, known) or f"they are listed by: {prog()} list exercises",
            )
    project = open_project(Path.cwd())
    languages = {p.name for d in project.template_dirs() for p in (d / "prompts").glob("*") if p.is_dir()}
    if args.language not in languages:
        raise GiveUp(f"there is no wording in '{args.language}'", f"languages: {', '.join(sorted(languages))}")
    if args.out is not None:
        return _write(args, project, names or known)
    if not names:
        raise GiveUp("which exercise type?", f"for example: {prog()} example {known[0]}; all: --out DIR")
    return _print(args, project, names)


def _print(args: argparse.Namespace, project: "Project", names: list[str]) -> int:
    from generator.build.catalogue import as_text, specimens
    from generator.load.prompts import load_prompts

    prompts = load_prompts(project, args.language)
    code = FINE
    for shown in specimens(project, names, args.language):
        text = as_text(project, shown, args.lane, prompts)
        if text is None:
            say(f"{shown.name}: no dossier has the notes for it. {shown.needs}")
            code = PROBLEMS
        else:
            print(text)
    return code


def _write(args: argparse.Namespace, project: "Project", names: list[str]) -> int:
    from generator.build.catalogue import specimens, write_catalogue
    from generator.load.prompts import load_prompts

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {total} pictures", end="\n" if done == total else "", file=sys.stderr, flush=True)

    shown = specimens(project, names, args.language)
    prompts = load_prompts(project, args.language)
    for path in write_catalogue(project, shown, prompts, Path(args.out), cores(), progress):
        print(path.as_posix())
    return FINE
