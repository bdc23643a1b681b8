"""What the verbs that read raw texts share: their options, and the choice of the parser."""

import argparse
from typing import TYPE_CHECKING

from generator.cli._frame import MACHINE, GiveUp, one_of

if TYPE_CHECKING:
    from generator.draft.parser import Parser

SHOWN = 0.5
"""How sure a find is at least that is shown to people who do not say how sure it must be."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """--min-confidence, --parser and --color."""
    parser.add_argument(
        "--min-confidence",
        type=share,
        metavar="0-1",
        help=f"leave out what is less sure (default: {SHOWN} for people, 0 for JSON)",
    )
    parser.add_argument(
        "--parser",
        type=one_of("auto", "on", "off"),
        default="auto",
        metavar="WHEN",
        help="auto, on or off: surer, but slower (default: auto, on where spaCy and its model are installed)",
    )
    parser.add_argument(
        "--color",
        type=one_of("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto, always or never (default: auto, on a terminal)",
    )


def share(word: str) -> float:
    """An argparse type for a number from 0 to 1."""
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"'{word}' is no number from 0 to 1")
    return number


def parser_of(choice: str) -> "Parser | None":
    """The parser; None where it is off, or is not there and need not be. Raises GiveUp where it must be there."""
    from generator.draft.parser import NoParser, chosen

    try:
        return chosen(choice)
    except NoParser as none:
        raise GiveUp(
            none.message, f"{none.hint}; or leave --parser out: the rules need neither", MACHINE
        ) from None


def least(args: argparse.Namespace, otherwise: float) -> float:
    """How sure a find must be."""
    return otherwise if args.min_confidence is None else float(args.min_confidence)
