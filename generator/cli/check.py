"""`secondsource check`: lessons and dossiers -> every problem in them, with its place."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, USAGE, GiveUp, cores, did_you_mean, one_of, prog, say

if TYPE_CHECKING:
    from generator.load.content import LoadedDossier
    from generator.load.places import Places
    from generator.load.project import Project
    from generator.load.prompts import Prompts
    from generator.load.standards import Standards
    from generator.model.diagnostic import Diagnostic

NBSP = "\N{NO-BREAK SPACE}"
SUMMARY = "find what is wrong in lessons, reports and notes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="lessons or dossiers, by name or by path (default: all of this folder)",
    )
    parser.add_argument(
        "--format",
        type=one_of("text", "json", "github"),
        default="text",
        metavar="F",
        help="how to say it: text, json, github (default: text)",
    )
    parser.add_argument("--strict", action="store_true", help="take warnings for errors in the exit code")
    parser.add_argument("--explain", metavar="CODE", help="say what a rule is for and how to mend, and stop")


def run(args: argparse.Namespace) -> int:
    """Checks. Returns 0 where all is well, 1 for errors (with --strict for warnings too), 2 for wrong words."""
    if args.explain is not None:
        print(_explained(args.explain))
        return FINE
    from generator.check import report
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    lessons, dossiers = _chosen(project, args.names)
    work = _looked(project, lessons)
    for name in dossiers:
        work.dossier(name)
    found = work.diagnostics()
    if args.format == "json":
        print(report.render_json(found), end="")
    elif args.format == "github":
        print(report.render_github(found), end="")
        say(report.summary(found, len(lessons), len(work.dossiers)))
    else:
        told = report.render_text(found, lessons=len(lessons), dossiers=len(work.dossiers), colour=_colour())
        print(told, end="")
    return PROBLEMS if any(args.strict or d.severity == "error" for d in found) else FINE


# -- what to look at -------------------------------------------------------------------------------


def _chosen(project: "Project", words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Names of lessons and of dossiers. Raises GiveUp for a word that is neither."""
    all_lessons, all_dossiers = project.lessons(), project.dossiers()
    if not words:
        own_folder = project.root / "source_texts"
        own = [name for name, folder in all_dossiers.items() if folder.is_relative_to(own_folder)]
        lessons = list(project.own_lessons())
        return (lessons, own) if lessons or own else (list(all_lessons), list(all_dossiers))
    lessons, dossiers = [], []
    for word in words:
        by_path = _by_path(word, all_lessons, all_dossiers)
        if word not in all_lessons and word not in all_dossiers and by_path is None:
            raise GiveUp(
                f"there is no lesson or dossier '{word}' here",
                did_you_mean(Path(word).stem, [*all_lessons, *all_dossiers])
                or f"'{prog()} list' names all of them",
                USAGE,
            )
        lesson, dossier = by_path or (word, word)
        lessons += [lesson] if lesson in all_lessons else []
        dossiers += [dossier] if dossier in all_dossiers else []
    return list(dict.fromkeys(lessons)), list(dict.fromkeys(dossiers))


def _by_path(word: str, lessons: dict[str, Path], dossiers: dict[str, Path]) -> tuple[str, str] | None:
    """(lesson, "") or ("", dossier) if the word is the path of a lesson, a dossier or a file in one."""
    path = Path(os.path.realpath(word))
    for name, file in lessons.items():
        if path == Path(os.path.realpath(file)):
            return name, ""
    for name, folder in dossiers.items():
        real = Path(os.path.realpath(folder))
        if path == real or (path.parent == real and path.exists()):
            return "", name
    return None


# -- looking ---------------------------------------------------------------------------------------


@dataclass
class _Work:
    """What has been looked at. Dossiers and prompts that lessons share are looked at once."""

    project: "Project"
    found: list["Diagnostic"] = field(default_factory=list)
    dossiers: set[str] = field(default_factory=set)
    _of_dossier: dict[str, list["Diagnostic"]] = field(default_factory=dict)
    prompts: dict[str, "Prompts"] = field(default_factory=dict)

    @cached_property
    def standards(self) -> "Standards":
        """What lessons may name under `standards:`; the problems of their files are found with it."""
        from generator.assemble import check_types
        from generator.load.standards import load_standards

        standards = load_standards(self.project)
        self.found += [*standards.diagnostics, *check_types(standards)]
        return standards

    def lesson(self, name: str) -> None:
        from generator.assemble import check_standards, examine
        from generator.check import check_lesson
        from generator.load.content import load_lesson

        loaded = load_lesson(self.project, name)
        own = [*loaded.diagnostics, *check_lesson(loaded), *check_standards(loaded, self.standards)]
        self.found += own
        if loaded.dossier is not None:
            self._look(loaded.dossier)
            own += self._of_dossier[loaded.dossier.name]
        # Items rest on the rules above: made from broken notes, they would only repeat what is wrong there.
        if not any(d.severity == "error" for d in own):
            self.found += _complete(examine(loaded, self._prompts_of(loaded.dossier)), loaded.places)

    def dossier(self, name: str) -> None:
        from generator.load.content import load_dossier

        if name not in self.dossiers:
            self._look(load_dossier(self.project, name))

    def diagnostics(self) -> list["Diagnostic"]:
        """Everything found so far, the prompts' own problems included, in order and once."""
        from generator.check.report import in_order

        if not self.prompts:
            self._prompts_of(None)
        from generator.load.theme import load_theme

        # Looked at even where no lesson was.
        _ = self.standards
        theme = load_theme(self.project).diagnostics
        return in_order([*self.found, *theme, *(d for p in self.prompts.values() for d in p.diagnostics)])

    def _look(self, loaded: "LoadedDossier") -> None:
        from generator.check import check_dossier

        if loaded.name not in self.dossiers:
            self.dossiers.add(loaded.name)
            self._of_dossier[loaded.name] = [*loaded.diagnostics, *check_dossier(loaded)]
            self.found += self._of_dossier[loaded.name]
            self._prompts_of(loaded)

    def _prompts_of(self, loaded: "LoadedDossier | None") -> "Prompts":
        from generator.load.prompts import load_prompts

        language = loaded.file.language if loaded is not None and loaded.file is not None else "en"
        if language not in self.prompts:
            self.prompts[language] = load_prompts(self.project, language)
        return self.prompts[language]


def _looked(project: "Project", lessons: Sequence[str]) -> _Work:
    """The lessons, looked at over all cores where there are several of both and forking is safe."""
    jobs = min(cores(), len(lessons) // 2) if sys.platform.startswith("linux") else 1
    if jobs < 2:
        return _share(project, lessons)
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Loaded before the fork, so that the workers need not load them each.
    import generator.assemble
    import generator.check  # noqa: F401

    try:
        pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"))
    except OSError:
        # Some machines give no shared memory to their users.
        return _share(project, lessons)
    whole = _Work(project)
    with pool:
        for part in pool.map(_share, [project] * jobs, [lessons[i::jobs] for i in range(jobs)]):
            whole.found += part.found
            whole.dossiers |= part.dossiers
            whole.prompts |= part.prompts
    return whole


def _share(project: "Project", lessons: Iterable[str]) -> _Work:
    work = _Work(project)
    for name in lessons:
        work.lesson(name)
    return work


def _complete(diagnostics: Iterable["Diagnostic"], places: "Places") -> list["Diagnostic"]:
    """The diagnostics with the line of the file and a hint, where they came without."""
    return [
        replace(
            d,
            source=d.source or places.line(d.place.line),
            hint=d.hint or f"'{prog()} check --explain {d.code}' says more",
        )
        for d in diagnostics
    ]


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


# -- explaining ------------------------------------------------------------------------------------


def _explained(word: str) -> str:
    """Title and text of a rule, to be read on a screen. Raises GiveUp for an unknown code."""
    from textwrap import fill

    from generator.model.rules import RULES

    code = word.strip().upper()
    code = f"SS{code}" if code.isdigit() else code
    if code not in RULES:
        raise GiveUp(f"there is no rule '{word}'", _nearest_rule(code, RULES), USAGE)
    rule = RULES[code]
    paragraphs = [
        part if "\n    " in part else fill(_unbroken(part), 88).replace(NBSP, " ")
        for part in rule.explain.strip().split("\n\n")
    ]
    return "\n\n".join([f"{code}  {rule.title}", *paragraphs])


def _unbroken(text: str) -> str:
    """The text with spaces inside `words of a file` that no line is broken at."""
    pieces = text.split("`")
    return "`".join(piece.replace(" ", NBSP) if i % 2 else piece for i, piece in enumerate(pieces))


def _nearest_rule(code: str, known: Iterable[str]) -> str:
    """A hint for an unknown code: the nearest one of its family, else what families there are."""
    if not code.startswith("SS") or not code[2:].isdecimal():
        return (
            "SS1xx files, SS2xx structure, SS3xx quotes, SS4xx notes, SS5xx lessons, SS6xx prompts; such as SS431"
        )

    def distance(other: str) -> tuple[int, int]:
        shared = next((n for n in (5, 4, 3) if other.startswith(code[:n])), 2)
        return -shared, abs(int(code[2:5]) - int(other[2:]))

    return f"did you mean '{min(known, key=distance)}'?"
