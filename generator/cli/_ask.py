"""Questions at a terminal: asked on standard error, so that standard output holds results alone."""

import sys
from collections.abc import Callable

from generator.cli._frame import say


def at_terminal() -> bool:
    """Whether somebody sits there who can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str | None:
    """What is answered, without white space around it; None where nobody answers any more."""
    sys.stdout.flush()
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        say()
        return None
    return line.strip()


def ask_for(question: str, wrong: Callable[[str], str]) -> str | None:
    """An answer that is not wrong; None for no answer. `wrong` says what is wrong with one, or ""."""
    while True:
        answer = ask(question)
        if not answer:
            return None
        problem = wrong(answer)
        if not problem:
            return answer
        say(f"  {problem}")


def yes(question: str) -> bool:
    """Whether the answer is yes; no answer is no."""
    return (ask(f"{question} [y/N] ") or "").lower() in ("y", "yes")
