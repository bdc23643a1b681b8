"""What the user asks to be built, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.model.diagnostic import Diagnostic
from generator.model.vocabulary import Lane, Variant
from generator.render.look import Edition, PaperName, Sides

Format = Literal[
    "pdf", "pdf-form", "html", "docx", "md", "txt", "svg", "moodle", "gift", "canvas", "qti21", "qti3", "json"
]
ENDINGS: dict[Format, str] = {
    "pdf": "pdf",
    "pdf-form": "pdf",
    "html": "html",
    "docx": "docx",
    "md": "md",
    "txt": "txt",
    "svg": "svg",
    "moodle": "xml",
    "gift": "txt",
    "canvas": "zip",
    "qti21": "zip",
    "qti3": "zip",
    "json": "json",
}
FORMATS: tuple[Format, ...] = tuple(ENDINGS)
PDFS: tuple[Format, ...] = ("pdf", "pdf-form")
PLATFORMS: tuple[Format, ...] = ("moodle", "gift", "canvas", "qti21", "qti3")
"""Formats for learning platforms; each comes with a report of what it cannot carry."""

Part = Literal["whole", "passages", "questions"]
PARTS: tuple[Part, ...] = ("whole", "passages", "questions")

Progress = Callable[[int, int], None]
"""Called with (documents made, documents to make)."""


@dataclass(frozen=True)
class Request:
    """What to build. Empty `variants` or `lanes` mean all that a lesson has; `jobs` is a number of processes."""

    lessons: tuple[str, ...]
    formats: tuple[Format, ...] = ("pdf",)
    variants: tuple[Variant, ...] = ()
    lanes: tuple[Lane, ...] = ()
    paper: PaperName = "a4"
    editions: tuple[Edition, ...] = ("standard",)
    sides: Sides = "one"
    parts: tuple[Part, ...] = ("whole",)
    out: Path = Path("build")
    jobs: int = 1
    dry_run: bool = False
    force: bool = False

    def plan_key(self, lesson: str) -> str:
        """Names a lesson's part of the request, whatever else is asked for."""
        lists = (self.formats, self.variants, self.lanes, self.editions, self.parts)
        return "|".join([lesson, *(",".join(words) for words in lists), self.paper, self.sides])


@dataclass
class Outcome:
    """What came of a request. Paths are as the user would type them."""

    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)
    """Lesson -> what stopped it, one message a line."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    missing: str | None = None
    """The one line that mends a missing library, where a format could not be made at all."""
