"""`secondsource build`: lessons -> worksheets, keys and notes."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import cores, did_you_mean

if TYPE_CHECKING:
    from generator.build.request import Outcome

SUMMARY = "make worksheets, answer keys and teacher notes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="lessons to build (default: all)")
    parser.add_argument(
        "--format",
        metavar="F[,F]",
        default="pdf",
        help="what to write, several with commas, or all: pdf, pdf-form, html, docx, md, txt, svg, moodle, gift, "
        "canvas, qti21, qti3, json (default: pdf)",
    )
    parser.add_argument("--variant", metavar="V[,V]", default="", help="only these variants: A, B, ...")
    parser.add_argument("--lane", metavar="L[,L]", default="", help="only these: support, core, extension")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="size of paper (default: a4)")
    parser.add_argument(
        "--edition",
        metavar="E[,E]",
        default="standard",
        help="for whom a sheet is printed: standard, large-print, dyslexia-friendly, high-contrast, or all",
    )
    parser.add_argument(
        "--part",
        metavar="P[,P]",
        default="whole",
        help="whole sheets, or passages and questions on papers of their own: whole, passages, questions, or all",
    )
    parser.add_argument(
        "--sides",
        choices=("one", "two"),
        default="one",
        help="print on one side of the leaf or on both (default: one)",
    )
    parser.add_argument("--out", metavar="DIR", default="build", help="where to write (default: build)")
    parser.add_argument("--json", action="store_true", help="say what was done as JSON")
    parser.add_argument("--dry-run", action="store_true", help="only say which files would be written")
    parser.add_argument("--force", action="store_true", help="make all anew, also files changed by hand")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use (default: one for each core)")


def run(args: argparse.Namespace) -> int:
    """Builds. Returns 0, 1 where content stands in the way, 2 for wrong words, 3 where PDF cannot be made."""
    from generator.build import Request, build
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    problem, lists = _lists(args)
    known = project.lessons()
    lessons = tuple(dict.fromkeys(_name(word) for word in args.lessons)) or project.own_lessons() or tuple(known)
    problem = (
        problem
        or _unknown("lesson", lessons, tuple(known))
        or ("there are no lessons here; `secondsource init DIR` makes a folder with one" if not lessons else "")
    )
    if args.jobs is not None and args.jobs < 1:
        problem = problem or "--jobs wants a number from 1"
    if problem:
        print(f"secondsource build: {problem}", file=sys.stderr)
        return 2
    jobs = args.jobs or cores()
    request = Request(
        lessons=lessons,
        formats=lists["format"],  # type: ignore[arg-type]
        variants=lists["variant"],  # type: ignore[arg-type]
        lanes=lists["lane"],  # type: ignore[arg-type]
        paper=args.paper,
        editions=lists["edition"],  # type: ignore[arg-type]
        parts=lists["part"],  # type: ignore[arg-type]
        sides=args.sides,
        out=Path(args.out),
        jobs=jobs,
        dry_run=args.dry_run,
        force=args.force,
    )
    progress = _Progress()
    try:
        outcome = build(project, request, progress)
    except OSError as error:
        progress.end()
        print(f"secondsource build: cannot write there: {error}", file=sys.stderr)
        return 2
    progress.end()
    _say(outcome, args.json, args.dry_run)
    if outcome.failed:
        return 1
    return 3 if outcome.missing else 0


def _name(word: str) -> str:
    """A lesson's name from what was typed, which may be the path of its file."""
    return Path(word).stem if word.endswith((".yaml", ".yml")) else word


def _lists(args: argparse.Namespace) -> tuple[str, dict[str, tuple[str, ...]]]:
    from generator.build.request import FORMATS, PARTS
    from generator.model.vocabulary import LANES, VARIANTS
    from generator.render.look import EDITIONS

    lists: dict[str, tuple[str, ...]] = {}
    allowed_for: dict[str, tuple[str, ...]] = {
        "format": FORMATS,
        "variant": VARIANTS,
        "lane": LANES,
        "edition": EDITIONS,
        "part": PARTS,
    }
    for option, allowed in allowed_for.items():
        words = tuple(dict.fromkeys(w.strip() for w in getattr(args, option).split(",") if w.strip()))
        if option == "variant":
            words = tuple(w.upper() for w in words)
        elif words == ("all",):
            words = allowed
        problem = _unknown(option, words, allowed)
        # Variants and lanes may be left out: a lesson says which it has.
        if not problem and not words and option not in ("variant", "lane"):
            problem = f"--{option} wants at least one of {', '.join(allowed)}"
        lists[option] = words
        if problem:
            return problem, lists
    return "", lists


def _unknown(what: str, words: tuple[str, ...], known: tuple[str, ...]) -> str:
    for word in words:
        if word not in known:
            choice = did_you_mean(word, known) or f"there are: {', '.join(known) or 'none'}"
            return f"there is no {what} '{word}'; {choice}"
    return ""


class _Progress:
    """Tells on standard error how far a build is, once it has taken longer than a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = 0.0
        self._open = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        tty = sys.stderr.isatty()
        if now - self._start < 1 or (now - self._last < (0.1 if tty else 5) and done < total):
            return
        self._last = now
        if tty:
            print(f"\r{done} of {total} documents", end="", file=sys.stderr, flush=True)
            self._open = True
        else:
            print(f"{done} of {total} documents", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._open:
            print(file=sys.stderr)
            self._open = False


def _say(outcome: "Outcome", as_json: bool, dry_run: bool) -> None:
    from generator.check.report import render_text

    if as_json:
        said = {
            "written": [p.as_posix() for p in outcome.written],
            "unchanged": [p.as_posix() for p in outcome.unchanged],
            "removed": [p.as_posix() for p in outcome.removed],
            "failed": outcome.failed,
            "missing": outcome.missing,
            "dry_run": dry_run,
        }
        print(json.dumps(said, indent=2, ensure_ascii=False))
    else:
        for path in outcome.written:
            print(path.as_posix())
    errors = [d for d in outcome.diagnostics if d.severity == "error"]
    if errors:
        print(render_text(errors), file=sys.stderr)
    for lesson, messages in outcome.failed.items():
        print(f"{lesson}: not built", file=sys.stderr)
        for message in messages:
            print(f"  {message}", file=sys.stderr)
    for path in outcome.removed:
        print(f"{path}: removed, the lesson no longer has this form", file=sys.stderr)
    if outcome.unchanged:
        _say_unchanged(outcome.unchanged)
    if outcome.missing:
        print(outcome.missing, file=sys.stderr)


def _say_unchanged(paths: list[Path]) -> None:
    counts: dict[str, int] = {}
    for path in paths:
        counts[path.parent.as_posix()] = counts.get(path.parent.as_posix(), 0) + 1
    for folder, count in counts.items():
        print(f"{folder}: {count} file{'s' if count > 1 else ''} unchanged, skipped", file=sys.stderr)
