"""How a paper is to look: its size, its edition, on one or on both sides of the leaf."""

from dataclasses import dataclass
from typing import Literal

PaperName = Literal["a4", "letter"]
PAPER_NAMES: tuple[PaperName, ...] = ("a4", "letter")

Edition = Literal["standard", "large-print", "dyslexia-friendly", "high-contrast"]
EDITIONS: tuple[Edition, ...] = ("standard", "large-print", "dyslexia-friendly", "high-contrast")

Sides = Literal["one", "two"]
SIDES: tuple[Sides, ...] = ("one", "two")


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a printed paper. Line numbers are the same in every look, so one key serves them all."""

    paper: PaperName = "a4"
    edition: Edition = "standard"
    sides: Sides = "one"


STANDARD = Look()
