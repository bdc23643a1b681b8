"""Words on the command line -> an exit code. A verb is a module here: SUMMARY, add_arguments, run."""

import errno
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from generator import __version__
from generator.cli._frame import FINE, MACHINE, OUR_BUG, GiveUp, Parser, did_you_mean, prog, say

_EXAMPLES = """\
Worksheets and answer keys from two or more news reports on the same event.

  a teacher     print the lessons that come with it:  {prog} build
  a maintainer  check every file and its notes:       {prog} check
  a newcomer    start a folder of your own:           {prog} init my-lessons

All verbs: {prog} --help
"""


def verbs() -> list[str]:
    """Names of all verbs: the modules of this folder that are not private."""
    with os.scandir(__path__[0]) as files:
        found = (file.name.removesuffix(".py") for file in files if file.name.endswith(".py"))
        return sorted(name for name in found if not name.startswith("_"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code. Never a traceback, unless SECONDSOURCE_DEBUG is set."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        # Not list(...): once the verb `list` is loaded, that name is its module here.
        code = _dispatch([*(sys.argv[1:] if argv is None else argv)])
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        say("\nstopped")
        return 130
    except BrokenPipeError:
        # Python flushes standard output once more at exit; without this it would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FINE
    except GiveUp as end:
        say(f"{prog()}: {end.message}" + (f"\n  {end.hint}" if end.hint else ""))
        return end.code
    except Exception as bug:
        return _confess(bug)


def _dispatch(words: list[str]) -> int:
    if not words:
        print(_EXAMPLES.format(prog=prog()), end="")
        return FINE
    first, rest = words[0], words[1:]
    if first == "help":
        first, rest = (rest[0], ["--help"]) if rest else ("--help", [])
    if first in ("-h", "--help"):
        print(_overview(), end="")
        return FINE
    if first in ("-V", "--version"):
        print(f"secondsource {__version__}")
        return FINE
    if first not in verbs():
        what = "option" if first.startswith("-") else "verb"
        hint = did_you_mean(first, [*verbs(), "--help", "--version"])
        raise GiveUp(f"unknown {what} '{first}'", hint or f"see '{prog()} --help'")
    verb = _load(first)
    parser = Parser(prog=f"{prog()} {first}", description=verb.SUMMARY)
    verb.add_arguments(parser)
    code = verb.run(parser.parse(rest))
    return code if isinstance(code, int) else FINE


def _load(name: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"generator.cli.{name}")


def _overview() -> str:
    lines = [f"usage: {prog()} VERB ...", "", _EXAMPLES.splitlines()[0], "", "verbs:"]
    lines += [f"  {name:<8} {_load(name).SUMMARY}" for name in verbs()]
    lines += [
        "",
        "options:",
        "  -h, --help     this page; after a verb, its own page",
        "  -V, --version  the version",
        "",
        "exit codes: 0 fine, 1 problems in content, 2 wrong usage, 3 something is missing on this machine",
    ]
    return "\n".join(lines) + "\n"


def _confess(bug: Exception) -> int:
    """Say in one line what went wrong: the machine's fault, or ours."""
    if os.environ.get("SECONDSOURCE_DEBUG"):
        import traceback

        traceback.print_exc()
    if isinstance(bug, OSError) and bug.filename is not None:
        say(f"{prog()}: {bug.filename}: {bug.strerror}")
        return MACHINE
    if isinstance(bug, OSError) and bug.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ENOMEM):
        # Writing and closing say no name of a file.
        say(f"{prog()}: {bug.strerror}\n  make room on this disk and in the folder for temporary files")
        return MACHINE
    if isinstance(bug, ModuleNotFoundError) and not (bug.name or "").startswith("generator"):
        say(f"{prog()}: the Python package '{bug.name}' is not installed\n  see '{prog()} doctor'")
        return MACHINE
    say(
        f"{prog()}: this is a mistake in secondsource, not in your files ({type(bug).__name__}: {bug}).\n"
        "  Please report it; SECONDSOURCE_DEBUG=1 shows where it happened."
    )
    return OUR_BUG
