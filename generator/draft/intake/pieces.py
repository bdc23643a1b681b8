"""What the readers of all formats hand on: the paragraphs of a file, and what the file states of itself."""

from dataclasses import dataclass, field
from typing import Literal

from generator.draft.article import Hint

Tag = Literal["", "title", "heading", "deck", "caption", "credit", "list", "link"]


@dataclass(slots=True)
class Piece:
    """A paragraph before it is judged. `tag` is what the format says of it, "" where it says nothing.

    `gap` is true where a blank line (or anything as good) stands before it.
    """

    text: str
    line: int | None = None
    gap: bool = True
    tag: Tag = ""


@dataclass(slots=True)
class Page:
    """The content of a file. `stated` holds title, byline, outlet, published, place, source_url, language."""

    pieces: list[Piece] = field(default_factory=list)
    stated: dict[str, str] = field(default_factory=dict)
    hints: list[Hint] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    """Words that a page marks as a byline or a day, before they are judged."""
