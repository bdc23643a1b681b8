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


def key(question: str) -> str | None:
    """The key that is pressed, without Enter where a terminal can tell; None where nobody answers any more.

    Elsewhere, as in a pipe, the first letter of a line; "" for an empty one.
    """
    try:
        import termios
        import tty
    except ImportError:  # not on this system
        termios = None  # type: ignore[assignment]
    if termios is None or not at_terminal():
        answer = ask(question)
        return answer if answer is None else answer[:1].lower()
    sys.stdout.flush()
    print(question, end="", file=sys.stderr, flush=True)
    screen = sys.stdin.fileno()
    before = termios.tcgetattr(screen)
    try:
        tty.setcbreak(screen, termios.TCSADRAIN)
        pressed = _pressed(screen)
    finally:
        termios.tcsetattr(screen, termios.TCSADRAIN, before)
    say(pressed or "")
    return pressed


def _pressed(screen: int) -> str | None:
    """One letter; None for the end of input. Enter and white space are waited out, other keys are "?"."""
    import os
    from select import select

    while True:
        data = os.read(screen, 1)
        if data in (b"", b"\x04"):
            return None
        if data == b"\x1b":
            # Arrows and their like end in a letter, which may look like one of our keys.
            while select([screen], [], [], 0.05)[0]:
                end = os.read(screen, 1)
                if not end or (end not in b"[O" and 0x40 <= end[0] <= 0x7E):
                    break
            return "?"
        if data[0] > 0x7F:
            for _ in range((data[0] >= 0xC0) + (data[0] >= 0xE0) + (data[0] >= 0xF0)):
                os.read(screen, 1)
            return "?"
        if data.strip():
            return data.decode().lower()


def yes(question: str) -> bool:
    """Whether the answer is yes; no answer is no."""
    return (ask(f"{question} [y/N] ") or "").lower() in ("y", "yes")
