"""Names of parallel forms: A, B ... Z, AA, AB ..., and the turn of each, counted from 0.

A lesson file offers the first few (`vocabulary.Variant`); forms can be made for any name.
"""

import re
from typing import Annotated

from pydantic import StringConstraints

LETTERS = 26
_NAME = re.compile(r"[A-Z]{1,4}")

VariantName = Annotated[str, StringConstraints(pattern=rf"^{_NAME.pattern}$")]
"""The name of a parallel form."""


def turn_of(name: str) -> int:
    """The turn of a variant: A is 0, Z is 25, AA is 26. Raises ValueError for anything that is no name."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"'{name}' is no name of a variant")
    turn = 0
    for letter in name:
        turn = turn * LETTERS + ord(letter) - ord("A") + 1
    return turn - 1


def name_of(turn: int) -> str:
    """The variant whose turn it is: 0 is A, 25 is Z, 26 is AA. Raises ValueError below 0 and above ZZZZ."""
    name, left = "", turn + 1
    while left > 0:
        left, letter = divmod(left - 1, LETTERS)
        name = chr(ord("A") + letter) + name
    if not _NAME.fullmatch(name):
        raise ValueError(f"there is no variant for turn {turn}")
    return name
