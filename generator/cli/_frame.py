"""What all verbs share: the parser, how a verb gives up, and how the program calls itself."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

FINE, PROBLEMS, USAGE, MACHINE, OUR_BUG = 0, 1, 2, 3, 70
"""Exit codes: fine; problems in content; wrong usage; something missing on the machine; our mistake."""


class GiveUp(Exception):
    """A verb cannot go on, for a reason that is not our mistake.

    `message` is one line for people, `hint` what they can do about it, `code` the exit code.
    """

    def __init__(self, message: str, hint: str = "", code: int = USAGE) -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def prog(folder: str = "") -> str:
    """What people type to call this program: `secondsource`, or the path of `run` as they typed it.

    With a folder, the path is as they would type it there.
    """
    called = os.environ.get("SECONDSOURCE_CALLED_AS") or "secondsource"
    if folder and "/" in called and not called.startswith("/"):
        called = os.path.relpath(called, folder)
    return f'"{called}"' if " " in called else called


def say(text: str = "") -> None:
    """A line on standard error; standard output is for results alone."""
    print(text, file=sys.stderr)


def cores() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint such as "did you mean 'build'?", or "" where nothing known is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as their widest cell; numbers to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    numbers = [all(isinstance(row[i], int | float) or row[i] == "" for row in rows) for i in range(len(head))]
    return "\n".join(
        "  "
        + "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ).rstrip()
        for row in cells
    )


def one_of(*names: str) -> Callable[[str], str]:
    """An argparse type for a closed list of words, which says what was probably meant."""

    def parse(word: str) -> str:
        if word in names:
            return word
        hint = did_you_mean(word, names)
        raise argparse.ArgumentTypeError(
            f"'{word}' is not one of {', '.join(names)}" + (f"; {hint}" if hint else "")
        )

    return parse


class Parser(argparse.ArgumentParser):
    """argparse with one-line errors, exit code 2 and 'did you mean' for options."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("allow_abbrev", False)
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**kwargs)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        raise GiveUp(message, f"see '{self.prog} --help'")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """The parsed words. Raises GiveUp for anything that this verb does not know."""
        args, unknown = self.parse_known_args(list(words))
        if unknown:
            word = unknown[0].split("=", 1)[0]
            hint = did_you_mean(word, self._option_string_actions)
            what = "option" if word.startswith("-") else "word"
            raise GiveUp(f"unknown {what} '{word}'", hint or f"see '{self.prog} --help'")
        return args
