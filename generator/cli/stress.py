"""`secondsource stress`: many variants of lessons -> what can be guessed, what repeats, how alike they are."""

import argparse
import sys
import time
from pathlib import Path

from generator.cli._frame import FINE, PROBLEMS, USAGE, GiveUp, cores, did_you_mean, prog, say

SUMMARY = "draw many variants of lessons and find what can be guessed in them"

MOST_VARIANTS = 20_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="lessons to draw (default: all)")
    parser.add_argument(
        "--variants",
        type=_number,
        default=500,
        metavar="N",
        help="how many variants to draw in each lane (default: 500)",
    )
    parser.add_argument("--json", action="store_true", help="all figures as JSON")
    parser.add_argument("--jobs", type=_number, metavar="N", help="processes to use (default: one for each core)")


def run(args: argparse.Namespace) -> int:
    """Draws. Returns 0 within the limits, 1 for anything over them or errors in a lesson, 2 for wrong words."""
    from generator.load.project import open_project
    from generator.stress.report import as_json, as_text
    from generator.stress.run import draw
    from generator.stress.subjects import subjects_of
    from generator.stress.summary import summary

    project = open_project(Path.cwd())
    known = project.lessons()
    names = tuple(dict.fromkeys(map(_name, args.lessons))) or project.own_lessons() or tuple(known)
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"'{prog()} list lessons' names all of them"
            raise GiveUp(f"there is no lesson '{name}' here", hint, USAGE)
    subjects, broken = subjects_of(project, names)
    others, _ = subjects_of(project, [name for name in known if name not in names])
    progress = _Progress()
    drawn = draw(subjects, others, args.variants, args.jobs or cores(), progress)
    progress.end()
    summaries = [summary(one) for one in drawn]
    print(as_json(summaries, args.variants) if args.json else as_text(summaries), end="")
    for name in broken:
        say(f"{name}: not drawn, it has errors; '{prog()} check {name}' names them")
    return PROBLEMS if broken or any(s.findings for s in summaries) else FINE


def _name(word: str) -> str:
    """A lesson's name from what was typed, which may be the path of its file."""
    return Path(word).stem if word.endswith((".yaml", ".yml")) else word


def _number(word: str) -> int:
    if word.isascii() and word.isdecimal() and 1 <= int(word) <= MOST_VARIANTS:
        return int(word)
    raise argparse.ArgumentTypeError(f"'{word}' is not a number from 1 to {MOST_VARIANTS}")


class _Progress:
    """Tells on standard error how far the drawing is, once it has taken longer than a second."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()
        self._open = False

    def __call__(self, done: int, total: int) -> None:
        now, tty = time.monotonic(), sys.stderr.isatty()
        if now - self._start < 1 or (now - self._last < (0.1 if tty else 5) and done < total):
            return
        self._last, self._open = now, tty
        told = f"{done} of {total} parts drawn"
        print(f"\r{told}" if tty else told, end="" if tty else "\n", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._open:
            print(file=sys.stderr)
            self._open = False
